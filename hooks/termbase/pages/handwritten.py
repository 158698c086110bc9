"""Hand-written pages that the engine itself renders: links, formulas and figures in the form it understands."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping

from termbase.figures import drawn
from termbase.glossary import page_of, resolve
from termbase.load import DOCS, GLOSSARY
from termbase.model import Figure, LinkKind
from termbase.parse.inline import Kind, read_inline, scan
from termbase.render import addresses, formula, render
from termbase.text import Text

Change = tuple[int, int, str]


# What stands in hand-written pages for the address of the site: a reserved name (RFC 2606).
PLACEHOLDER = "https://glossary.example/"


def prepare(path: str, markdown: str, figures: Mapping[str, Figure], base_url: str = "") -> str:
    """Return ``markdown`` with links to ``glossary/x.md`` pointed at the page made from it, formulas and figures set.

    ``path`` is the file the text stands in, relative to the project: links in the source work on a code host.
    ``base_url`` takes the place of the address that stands for the site's, so that what it shows can be copied.
    """
    parts = []
    position = 0
    for start, end, text in sorted(_changes(path, markdown, figures)):
        # What stands within a figure is set with it.
        if start >= position:
            parts += [markdown[position:start], text]
            position = end
    whole = "".join([*parts, markdown[position:]])
    return whole.replace(PLACEHOLDER, base_url).replace(PLACEHOLDER[:-1], base_url[:-1]) if base_url else whole


def _changes(path: str, markdown: str, figures: Mapping[str, Figure]) -> Iterator[Change]:
    scanned = scan(markdown)
    for span in scanned.spans:
        if span.kind in (Kind.DISPLAY, Kind.MATHS):
            yield span.start, span.end, formula(span)
    found = read_inline(markdown, 1, scanned)
    for image in found.images:
        if image.alone:
            whole = markdown[image.start : image.end]
            md = render([(whole, False)], addresses(path, page_of(path)), drawn(figures, path))
            yield image.start, image.end, md.block(Text(whole, image.line))
    for link in found.links:
        file, anchor = resolve(path, link.target)
        if link.kind is not LinkKind.REFERENCE and file.startswith(f"{GLOSSARY}/"):
            page = f"{DOCS}/terms/{file.removeprefix(f'{GLOSSARY}/')}"
            target = posixpath.relpath(page, posixpath.dirname(path))
            yield link.start, link.end, target + (f"#{anchor}" if anchor else "")
