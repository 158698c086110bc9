"""How a figure stands in HTML: drawn on the pages of the site, and as an image where others show what we wrote.

In the Markdown a figure is an image that is a paragraph. Any other image is shown as the words that stand for it, so
that no page asks another host for anything.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping

from termbase.glossary import Glossary, resolve
from termbase.model import Entry, Figure, Holds, Image
from termbase.text import Text

# Returns the element for the target of an image and its alternative text, ``""`` where the target is no figure.
Picture = Callable[[str, str], str]

# Where an entry may have figures, beside its definition.
_SHOWN_IN = (Holds.FORMULA, Holds.PROSE)
# A drawing of this many units fills the width that figures have; narrower ones have its scale, so that the words of all
# are of one size.
_FULL = 380
_IMAGE = re.compile(r'(<p>)?<img src="([^"]*)" alt="([^"]*)"(?: title="([^"]*)")? />(</p>)?')


def no_picture(_target: str, _alt: str) -> str:
    """Return nothing: every image is shown as its words."""
    return ""


def drawn(figures: Mapping[str, Figure], path: str) -> Picture:
    """Return the function that puts the drawings of ``figures`` into a page made from the file ``path``."""

    def picture(target: str, alt: str) -> str:
        figure = figures.get(resolve(path, target)[0])
        if figure is None or not figure.markup:
            return ""
        width = "" if figure.width >= _FULL else f' width="{100 * figure.width / _FULL:.3g}%"'
        view = f"0 0 {figure.width:g} {figure.height:g}"
        label = html.escape(alt)
        return f'<svg class="g-fig" viewBox="{view}"{width} role="img" aria-label="{label}">{figure.markup}</svg>'

    return picture


def linked(figures: Mapping[str, Figure], path: str, address: Callable[[str], str]) -> Picture:
    """Return the function that shows the drawings of ``figures`` as images, in what is made from the file ``path``."""

    def picture(target: str, alt: str) -> str:
        if resolve(path, target)[0] not in figures:
            return ""
        return f'<img src="{html.escape(address(target))}" alt="{html.escape(alt)}">'

    return picture


def with_figures(out: str, picture: Picture, phrase: Callable[[str], str]) -> str:
    """Return HTML of the Markdown parser with its images as figures or words; ``phrase`` sets a caption's Markdown."""

    def figure(found: re.Match[str]) -> str:
        start, target, alt, caption, end = found.groups("")
        element = picture(html.unescape(target), html.unescape(alt)) if start and end else ""
        if not element:
            return f"{start}{alt}{end}"
        words = _IMAGE.sub(r"\3", phrase(html.unescape(caption)))
        return f'<figure class="g-figure">{element}{words and f"<figcaption>{words}</figcaption>"}</figure>'

    return _IMAGE.sub(figure, out)


def placed(entry: Entry) -> Iterator[Image]:
    """Yield the images of an entry that stand where figures are shown: paragraphs of what explains the term."""
    bodies = (part for holds in _SHOWN_IN for part in entry.body(holds) if isinstance(part, Text))
    lines = [range(text.line, text.line + text.text.count("\n") + 1) for text in (entry.definition, *bodies)]
    for image in entry.inline.images:
        if image.alone and any(image.line in span for span in lines):
            yield image


def figures_of(glossary: Glossary, entry: Entry) -> tuple[Figure, ...]:
    """Return the figures of an entry, in order, each once."""
    paths = dict.fromkeys(resolve(entry.path, image.target)[0] for image in placed(entry))
    return tuple(glossary.figures[path] for path in paths if path in glossary.figures)
