"""The style sheet and the scripts as they are served: the small files they are written in, joined and made small."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from rcssmin import cssmin
from rjsmin import jsmin

from termbase.offline.worker import WORKER

# What stands later builds on what stands before it.
_STYLES = (
    "roles frame search text controls head formula contrast cards questions study card quiz own progress end lists"
    " guide home review hover print"
)
_SITE = "page menu cite fold term-filter search-box offline"
_STUDY = "fsrs progress marks follow tool card quiz own deck sitting keep review"
# A page in a frame on other sites has the entry and the tools, and nothing of the site around them.
_EMBED_STYLES = "roles text controls head formula questions study card quiz print embed"
_EMBED = "page study/fsrs study/progress study/tool study/card study/quiz study/deck embed/height"
_SEARCH = "normal distance names words finder highlight recent search-row panel"
_CARDS = "links data style card intent start"
_AUTO = "mentions auto"
BUNDLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "assets/css/site.css": tuple(f"assets/css/{name}.css" for name in _STYLES.split()),
        "assets/js/site.js": tuple(f"assets/js/{name}.js" for name in _SITE.split()),
        "assets/js/study.js": tuple(f"assets/js/study/{name}.js" for name in _STUDY.split()),
        "assets/js/moved.js": ("assets/js/moved.js",),
        "assets/js/kept.js": ("assets/js/kept.js",),
        "assets/js/folder.js": ("assets/js/folder.js",),
        # Its place says for which pages it speaks: all below it.
        WORKER: ("assets/js/worker.js",),
        "assets/js/search.js": tuple(f"assets/js/search/{name}.js" for name in _SEARCH.split()),
        "assets/css/embed.css": tuple(f"assets/css/{name}.css" for name in _EMBED_STYLES.split()),
        "assets/js/embed.js": tuple(f"assets/js/{name}.js" for name in _EMBED.split()),
        "embed/frames.js": ("assets/js/embed/frames.js",),
        # One file for other people's pages; ours have all their links, and need no code that makes some.
        "embed/cards.js": tuple(f"assets/js/cards/{name}.js" for name in f"{_CARDS} {_AUTO}".split()),
        "embed/cards-own.js": tuple(f"assets/js/cards/{name}.js" for name in _CARDS.split()),
    }
)
# Scripts for other sites: they are enclosed, so that their names do not meet those of the page.
_ENCLOSED = "embed/"


def bundles(read: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Yield the address and text of each bundle; ``read`` returns the text of a file under ``docs/``."""
    for address, parts in BUNDLES.items():
        small = cssmin if address.endswith(".css") else jsmin
        text = "".join(f"{small(read(part)).strip()}\n" for part in parts)
        yield address, f"(() => {{\n{text}}})();\n" if address.startswith(_ENCLOSED) else text
