"""What the service worker (docs/assets/js/worker.js) must know of the build that it belongs to."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping

from termbase.text import compact_json

WORKER = "sw.js"
OFFLINE = "offline/"
# Before packing. What is more than this is kept only as it is used.
FIRST_SIZE = 1_000_000
# These name the day and the engine of a build, and are nothing that a reader opens.
_APART = re.compile(r"sitemap\.xml(?:\.gz)?")
_GENERATOR = re.compile(rb'<meta name="generator"[^>]*>')
# Without these the search does not begin.
_NEEDED = re.compile(r"assets/(?:js/)?search(?:\.[0-9a-f]+)?\.js|search/(?:terms|more-terms)\.[^/]*")
# In the order in which they are wanted. Formulas lack their font on a page that was opened before the worker was there.
_WANTED = tuple(
    map(re.compile, (r"assets/fonts/.*", r"review/index\.(?:html|.*js)", r"search/rows-.*", r"search/words-.*"))
)


def build_id(files: Iterable[tuple[str, bytes]]) -> str:
    """Return a name for a build: a hash over the addresses of its files and what they hold, given in a fixed order."""
    found = hashlib.sha256()
    for address, held in files:
        if not _APART.fullmatch(address):
            content = _GENERATOR.sub(b"", held) if address.endswith(".html") else held
            found.update(f"{address}\0{hashlib.sha256(content).hexdigest()}\n".encode())
    return found.hexdigest()[:16]


def first(sizes: Mapping[str, int]) -> list[str]:
    """Return the addresses that the worker fetches when it begins; ``sizes`` are the files of the site in bytes.

    That is the page that it shows without a network and what the search needs to find a name; then fonts, the review,
    and the rest of the search, whole kinds of files as far as ``FIRST_SIZE`` bytes go.
    """
    found = sorted(filter(_NEEDED.fullmatch, sizes))
    room = FIRST_SIZE - sum(sizes[address] for address in found)
    for wanted in _WANTED:
        some = sorted(filter(wanted.fullmatch, sizes))
        room -= sum(sizes[address] for address in some)
        if room < 0:
            break
        found += some
    return [OFFLINE, *dict.fromkeys(address.removesuffix("index.html") for address in found)]


def names(files: Iterable[str]) -> list[str]:
    """Return what the addresses of the site's ``files`` begin with: its folders and files at the top.

    With these the worker tells the site from others that stand below it. The home page has no name.
    """
    return sorted({"", *(address.partition("/")[0] for address in files)})


def worker(script: str, build: str, wanted: Iterable[str], top: Iterable[str]) -> str:
    """Return the worker that is served: ``script`` with what it must know before it.

    Without a ``build`` the worker takes itself and all that it kept away: for previews, and for a site that no longer
    wants one.
    """
    return f"const made={compact_json({'build': build, 'first': list(wanted), 'names': list(top)})};\n{script}"
