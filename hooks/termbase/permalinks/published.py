"""What a glossary publishes, and what of its ledger it no longer keeps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from termbase.glossary import Glossary
from termbase.load import LEDGER_FILE
from termbase.permalinks.addresses import TERMS, card_of, frame_of, is_term, term_of
from termbase.permalinks.ledger import Ledger, Row
from termbase.permalinks.live import LivePage
from termbase.permalinks.redirects import Redirects

# Files that other sites, courses and programs refer to by their addresses.
DATA = (
    "embed/cards.js",
    "embed/frames.js",
    "embed/glossary.lua",
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


@dataclass(frozen=True, slots=True)
class Published:
    """An address that is published, the file and line that it stands for, and where it leads if it is a redirect."""

    address: str
    path: str
    line: int
    target: str = ""


def published(redirects: Redirects) -> Iterator[Published]:
    """Yield every address that is published now."""
    for address in DATA:
        yield Published(address, LEDGER_FILE, 1)
    for page in redirects.pages.values():
        path, line = page.path or LEDGER_FILE, page.line
        yield Published(page.address, path, line)
        for anchor in sorted({*page.anchors, *page.old_anchors}):
            yield Published(f"{page.address}#{anchor}", path, line)
        if is_term(page.address):
            for address in (frame_of(page.address), card_of(page.address)):
                yield Published(address, path, line)
    for redirect in redirects.by_address.values():
        yield Published(redirect.address, redirect.path, redirect.line, redirect.target)
    for address, choice in redirects.choices.items():
        yield Published(address, LEDGER_FILE, 1, f"{TERMS}{choice.slugs[0]}/")


def lost(ledger: Ledger, redirects: Redirects) -> Iterator[Row]:
    """Yield the rows of the ledger that lead nowhere now. Of a page that is gone only the page is named."""
    gone = {row.address for row in ledger.rows.values() if not row.anchor and not _kept(row, redirects)}
    for row in ledger.rows.values():
        if row.address in gone:
            page = term_of(row.address)
            if page not in gone or page == row.address:
                yield row
        elif row.anchor and row.page not in gone and not _anchor_kept(row, redirects):
            yield row


def _kept(row: Row, redirects: Redirects) -> bool:
    if row.target:
        return any(row.address in led for led in (redirects.pages, redirects.by_address, redirects.choices))
    page = term_of(row.address)
    redirect = redirects.by_address.get(page)
    # That a page's old name happens to be one of a term's names is not enough: names come and go.
    return row.address in DATA or page in redirects.pages or bool(redirect and redirect.formerly)


def _anchor_kept(row: Row, redirects: Redirects) -> bool:
    page = redirects.pages.get(row.page)
    redirect = redirects.by_address.get(row.page)
    if redirect:
        page = redirects.pages[redirect.target]
    if page is None or page.retired:
        return page is not None
    return row.anchor in page.anchors or row.anchor in page.old_anchors or bool(redirect and redirect.anchor)


def old_anchors(glossary: Glossary, redirects: Redirects, page: LivePage) -> dict[str, str]:
    """Return the ids that a page keeps for old links, each with the anchor whose place it has (``""``: the top).

    These are the page's own former anchors, and those of every page that was joined into a part of this one.
    """
    kept: dict[str, str] = {}
    rows = glossary.ledger.rows.values() if glossary.ledger else ()
    joined = {redirect.address: redirect for redirect in redirects.into.get(page.address, ()) if redirect.anchor}
    if joined:
        for row in rows:
            if row.anchor and row.page in joined:
                kept.setdefault(row.anchor, joined[row.page].anchor)
    kept.update(page.old_anchors)
    return {old: new for old, new in kept.items() if old not in page.anchors}
