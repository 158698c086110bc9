"""What a glossary publishes, and what of its ledger it no longer keeps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from termbase.glossary import Glossary
from termbase.load import DOCS, LEDGER_FILE
from termbase.permalinks.addresses import card_of, frame_of, has_map, is_term, map_of, owner_of
from termbase.permalinks.ledger import Row
from termbase.permalinks.live import LivePage
from termbase.permalinks.redirects import Redirects, redirects
from termbase.text import SLUG

# Files that other sites, courses and programs refer to by their addresses.
FILTER = "embed/glossary.lua"
_MADE = (
    "embed/cards.js",
    "embed/frames.js",
    "embed/names.json",
    "feed.xml",
    "llms.txt",
    "moodle-glossary.xml",
    "myst.xref.json",
    "objects.inv",
    "schemas/terms-1.json",
    "terms.csv",
    "terms.json",
)
DATA = frozenset([*_MADE, FILTER])


@dataclass(frozen=True, slots=True)
class Published:
    """An address that is published, the file and line that it stands for, and where it leads if it is a redirect."""

    address: str
    path: str
    line: int
    target: str = ""


def published(glossary: Glossary) -> Iterator[Published]:
    """Yield every address that is published now."""
    found = redirects(glossary)
    for address in sorted(_data(glossary)):
        yield Published(address, LEDGER_FILE, 1)
    for page in found.pages.values():
        path, line = page.path or LEDGER_FILE, page.line
        yield Published(page.address, path, line)
        # An entry that is being mended may have ids of any form.
        for anchor in sorted(filter(SLUG.fullmatch, {*page.anchors, *page.old_anchors})):
            yield Published(f"{page.address}#{anchor}", path, line)
        for address in _beside(page):
            yield Published(address, path, line)
    for redirect in found.by_address.values():
        yield Published(redirect.address, redirect.path, redirect.line, redirect.target)
    for address in found.choices:
        yield Published(address, LEDGER_FILE, 1, address)


def _beside(page: LivePage) -> Iterator[str]:
    """Yield the addresses of what is made with a page: a term's frame and card, the map of a course or topic."""
    if is_term(page.address):
        yield frame_of(page.address)
        yield card_of(page.address)
    elif has_map(page.address) and not page.retired:
        yield map_of(page.address)


def _data(glossary: Glossary) -> frozenset[str]:
    """Return the data files, but for the one that is written by hand where it is not there."""
    return DATA if f"{DOCS}/{FILTER}" in glossary.files else DATA - {FILTER}


def lost(glossary: Glossary) -> Iterator[Row]:
    """Yield the rows of the ledger that lead nowhere now, in order. Of a page that is gone only the page is named."""
    found = redirects(glossary)
    rows = glossary.ledger.rows if glossary.ledger else {}
    data = _data(glossary)
    gone = {row.address for row in rows.values() if not row.anchor and not _kept(row, found, data)}
    for row in rows.values():
        if row.address in gone:
            page = owner_of(row.address)
            if page not in gone or page == row.address:
                yield row
        elif row.anchor and row.page not in gone and not _anchor_kept(row, found):
            yield row


def _kept(row: Row, found: Redirects, data: frozenset[str]) -> bool:
    if row.target:
        return any(row.address in led for led in (found.pages, found.by_address, found.choices))
    page = owner_of(row.address)
    redirect = found.by_address.get(page)
    # That a page's old name happens to be one of a term's names is not enough: names come and go.
    return row.address in data or page in found.pages or bool(redirect and redirect.formerly)


def moved(glossary: Glossary) -> Iterator[tuple[Row, str, bool]]:
    """Yield each redirect of the ledger that leads to another page than it did: its row, the page, and what it was.

    The last is true for what was once a page of its own: its address can never be another's.
    """
    found = redirects(glossary)
    rows = glossary.ledger.rows if glossary.ledger else {}
    whole = {row.page for row in rows.values() if row.anchor}
    for row in rows.values():
        before, now = _end(row.target, found), _end(row.address, found)
        if row.target and before and now and now != before:
            yield row, now, row.address in whole


def _end(address: str, found: Redirects) -> str:
    """Return the page that an address leads to, ``""`` for one that leads nowhere."""
    if address in found.pages or address in found.choices:
        return address
    redirect = found.by_address.get(address)
    return redirect.target if redirect else ""


def _anchor_kept(row: Row, found: Redirects) -> bool:
    page = found.pages.get(row.page)
    redirect = found.by_address.get(row.page)
    if redirect:
        page = found.pages[redirect.target]
    if page is None or page.retired:
        return page is not None
    return row.anchor in page.anchors or row.anchor in page.old_anchors or bool(redirect and redirect.anchor)


def old_anchors(glossary: Glossary, page: LivePage) -> dict[str, str]:
    """Return the ids that a page keeps for old links, each with the anchor whose place it has (``""``: the top).

    These are the page's own former anchors, and those of every page that was joined into a part of this one.
    """
    kept: dict[str, str] = {}
    rows = glossary.ledger.rows.values() if glossary.ledger else ()
    into = redirects(glossary).into.get(page.address, ())
    joined = {redirect.address: redirect for redirect in into if redirect.anchor}
    if joined:
        for row in rows:
            if row.anchor and row.page in joined:
                kept.setdefault(row.anchor, joined[row.page].anchor)
    kept.update(page.old_anchors)
    return {old: new for old, new in kept.items() if old not in page.anchors}
