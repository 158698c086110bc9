"""The style sheets and the scripts as they are served: the small files they are written in, joined and made small."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from types import MappingProxyType

from rjsmin import jsmin

from termbase.offline.worker import WORKER
from termbase.styles import minified

# What stands later builds on what stands before it.
_STYLES = (
    "roles frame search text controls head formula figure contrast cards map questions study card quiz own progress"
    " end lists guide home review hover print"
)
_SITE = "page menu scheme toc cite fold term-filter search-box offline"
_STUDY = "fsrs progress marks follow tool card quiz own deck sitting keep review"
# A page in a frame on other sites has the entry and the tools, and nothing of the site around them.
_EMBED_STYLES = "roles text controls head formula figure questions study card quiz print embed"
_EMBED = "page study/fsrs study/progress study/tool study/card study/quiz study/deck embed/height"
_SEARCH = "normal distance names words finder highlight recent search-row panel"
_CARDS = "links data style card intent start"
_AUTO = "mentions auto"

STYLE_SHEET = "assets/css/site.css"
STYLES = tuple(f"assets/css/{name}.css" for name in _STYLES.split())
BUNDLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        # One file packs better than three. Our pages have all their links, and need no code that makes some.
        "assets/js/site.js": (
            *(f"assets/js/{name}.js" for name in _SITE.split()),
            *(f"assets/js/study/{name}.js" for name in _STUDY.split()),
            *(f"assets/js/cards/{name}.js" for name in _CARDS.split()),
        ),
        "assets/js/moved.js": ("assets/js/moved.js",),
        "assets/js/kept.js": ("assets/js/kept.js",),
        "assets/js/folder.js": ("assets/js/folder.js",),
        # Its place says for which pages it speaks: all below it.
        WORKER: ("assets/js/worker.js",),
        "assets/js/search.js": tuple(f"assets/js/search/{name}.js" for name in _SEARCH.split()),
        "assets/css/embed.css": tuple(f"assets/css/{name}.css" for name in _EMBED_STYLES.split()),
        "assets/js/embed.js": tuple(f"assets/js/{name}.js" for name in _EMBED.split()),
        "embed/frames.js": ("assets/js/embed/frames.js",),
        "embed/cards.js": tuple(f"assets/js/cards/{name}.js" for name in f"{_CARDS} {_AUTO}".split()),
    }
)
# Other people's pages name these, and browsers that of the worker: their addresses never change.
_PUBLIC = frozenset({"embed/frames.js", "embed/cards.js", WORKER})
# What also runs on other people's pages is enclosed, so that its names do not meet those of the page.
_ENCLOSED = ("assets/js/cards/", "assets/js/embed/frames.js")


@dataclass(frozen=True, slots=True)
class Bundle:
    """A file as it is served. Its address holds a digest of its text, unless pages elsewhere name it by ``name``."""

    name: str
    address: str
    text: str


def bundles(read: Callable[[str], str]) -> Iterator[Bundle]:
    """Yield the bundles, but not the style sheet of the site; ``read`` returns the text of a file under ``docs/``."""
    for name, parts in BUNDLES.items():
        if name.endswith(".css"):
            text = minified("\n".join(map(read, parts)))
        else:
            text = "".join(_scripts(parts, read))
        yield _bundle(name, text)


def _scripts(parts: Iterable[str], read: Callable[[str], str]) -> Iterator[str]:
    for is_enclosed, group in groupby(parts, lambda part: part.startswith(_ENCLOSED)):
        text = "".join(f"{jsmin(read(part)).strip()}\n" for part in group)
        yield f"(() => {{\n{text}}})();\n" if is_enclosed else text


def style_sheet(read: Callable[[str], str], theme: str) -> Bundle:
    """Return the style sheet of the site: the rules of ``theme``, and ours after them."""
    return _bundle(STYLE_SHEET, theme + minified("\n".join(map(read, STYLES))))


def _bundle(name: str, text: str) -> Bundle:
    if name in _PUBLIC:
        return Bundle(name, name, text)
    stem, _, suffix = name.rpartition(".")
    return Bundle(name, f"{stem}.{sha256(text.encode()).hexdigest()[:8]}.{suffix}", text)
