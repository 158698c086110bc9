"""Rules about figures: the images in running text, and the drawings that they show."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from termbase.figures import placed
from termbase.glossary import Glossary, resolve
from termbase.load import FIGURES
from termbase.model import Image
from termbase.problems import Problem, advice, did_you_mean, error, shorten
from termbase.text import slugify

STRAY_IMAGE = error("stray-image")
OUTSIDE_IMAGE = error("outside-image")
UNKNOWN_FIGURE = error("unknown-figure")
MISSING_ALT = error("missing-alt")
HEAVY_FIGURE = error("heavy-figure")
UNUSED_FIGURE = advice("unused-figure")

# A page with several figures must stay light: a drawing of this size is about 3 kB on the wire.
MAX_FIGURE_BYTES = 12_000
_FEWEST_WORDS = 3
_WORD = re.compile(r"\w+")


def images(glossary: Glossary) -> Iterator[Problem]:
    """An image stands where no figure is shown, is no figure of the project, or has no words that stand for it."""
    for entry in glossary.entries.values():
        shown = set(placed(entry))
        for image in (image for inline in entry.inlines for image in inline.images):
            yield from _image(glossary, entry.path, image, shown=image in shown)
    for article in glossary.articles.values():
        for image in article.inline.images:
            yield from _image(glossary, article.path, image, shown=image.alone)


def _image(glossary: Glossary, path: str, image: Image, *, shown: bool) -> Iterator[Problem]:
    name = f"`![{shorten(image.alt)}]`"
    if not image.target or not image.alone:
        message = f"the image {name} is no figure: it needs a paragraph and an address of its own"
        hint = "write `![What it shows.](address)` on a line of its own, with empty lines around it"
        yield STRAY_IMAGE.at(path, image.line, message, hint)
        return
    if not shown:
        message = f"the image {name} stands where no figure is shown"
        yield STRAY_IMAGE.at(path, image.line, message, "put it into the definition, Formula or Example")
    yield from _target(glossary, path, image)
    yield from _alternative(path, image)


def _target(glossary: Glossary, path: str, image: Image) -> Iterator[Problem]:
    file = resolve(path, image.target)[0]
    if PurePosixPath(file).parent.as_posix() != FIGURES:
        message = f"the image `{shorten(image.target)}` is not in `{FIGURES}`, and no other image is shown"
        name = slugify(PurePosixPath(file or image.target).stem) or "name"
        hint = f"draw it and write `{posixpath.relpath(FIGURES, posixpath.dirname(path))}/{name}.svg`"
        yield OUTSIDE_IMAGE.at(path, image.line, message, hint)
    elif file not in glossary.figures:
        near = did_you_mean(PurePosixPath(file).name, [PurePosixPath(known).name for known in glossary.figures])
        message = f"there is no figure `{shorten(file)}`"
        yield UNKNOWN_FIGURE.at(path, image.line, message, near or "draw it, or remove the image")


def _alternative(path: str, image: Image) -> Iterator[Problem]:
    words = [word.lower() for word in _WORD.findall(image.alt)]
    file = [word.lower() for word in _WORD.findall(PurePosixPath(image.target).stem)]
    if len(words) < _FEWEST_WORDS or words in (file, [*file, "svg"]):
        message = f"the text `{shorten(image.alt)}` does not stand for the image"
        yield MISSING_ALT.at(path, image.line, message, "say in a sentence what a reader sees in it")


def heavy(glossary: Glossary) -> Iterator[Problem]:
    """A drawing is too large for a page."""
    for figure in glossary.figures.values():
        if figure.size > MAX_FIGURE_BYTES:
            message = f"the drawing has {figure.size:,} bytes; a figure has at most {MAX_FIGURE_BYTES:,}"
            yield HEAVY_FIGURE.at(figure.path, 1, message, "draw fewer points, and round coordinates to one decimal")


def unused(glossary: Glossary) -> Iterator[Problem]:
    """No text shows a drawing."""
    texts = [*glossary.texts(), *((article.path, article.inline) for article in glossary.articles.values())]
    shown = {resolve(path, image.target)[0] for path, inline in texts for image in inline.images}
    for path in glossary.figures:
        if path not in shown:
            yield UNUSED_FIGURE.at(path, 1, "no text shows this figure", "show it in an entry, or delete the file")


RULES = (images, heavy, unused)
