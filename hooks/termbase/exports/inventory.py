"""The inventory of Sphinx (``objects.inv``), by which other documentation links here by name.

Sphinx, MyST-Parser, Jupyter Book, mkdocstrings and mystmd read it. The format has no specification but the code of
Sphinx (``sphinx.util.inventory``, version 2): four lines of header, then lines of ``name domain:role priority address
text``, compressed with zlib. Three roles are written:

- ``std:term``: every name of an entry, in the forms that people write (``naming``).
- ``std:label``: the slug of an entry, its names as slugs, and ``slug.anchor`` for a place on its page; also what the
  permalink ledger knows of pages that moved or were taken away. A full stop is in no slug and no anchor, so a label
  can be read one way only, and every tool takes it without quotes.
- ``std:doc``: every page, by its address and by those that it had.

An address is never shortened with ``$``, which stands for the name: mystmd changes the name before it puts it in.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple
from urllib.parse import quote

from termbase.exports.naming import identifiers, shown, term_names
from termbase.exports.places import places
from termbase.exports.publication import Publication
from termbase.glossary import Glossary, page_of
from termbase.load import GLOSSARY
from termbase.permalinks.addresses import HUBS, TERMS, is_term
from termbase.permalinks.redirects import redirects
from termbase.text import single_spaced

ADDRESS = "objects.inv"

# Tools then show what the author wrote. With a text for each form of a name, Sphinx would warn of several matches where
# it looks up a form that is not listed, which it does in any case of letters.
_AS_WRITTEN = "-"
# As Sphinx reads a line.
_LINE = re.compile(r"(.+?)\s+(\S+)\s+(-?\d+)\s+?(\S*)\s+(.*)")


class Line(NamedTuple):
    """A line of the inventory. ``address`` is relative to the site's root; ``text`` is what a link shows."""

    role: str
    name: str
    address: str
    text: str


def files(glossary: Glossary, publication: Publication) -> Iterator[tuple[str, bytes]]:
    """Yield the inventory."""
    yield ADDRESS, packed(publication.name, lines(glossary))


def packed(project: str, found: Iterable[Line]) -> bytes:
    """Return the bytes of an inventory. It has no version, so that tools show the name of the project alone."""
    header = (
        "# Sphinx inventory version 2\n"
        f"# Project: {single_spaced(project)}\n"
        "# Version: \n"
        "# The remainder of this file is compressed using zlib.\n"
    )
    compressor = zlib.compressobj(9)
    body = [compressor.compress(f"{_written(line)}\n".encode()) for line in found]
    return b"".join([header.encode(), *body, compressor.flush()])


def lines(glossary: Glossary) -> Iterator[Line]:
    """Yield the lines, no two of one role and name. Labels come before terms: mystmd takes the first line of a name.

    Names that a line cannot hold are left out: Sphinx takes a number that stands alone, third word or later
    ("norm of order 2"), for the priority. Their labels remain.
    """
    return filter(_holds, chain(_documents(glossary), _labels(glossary), _terms(glossary)))


def _documents(glossary: Glossary) -> Iterator[Line]:
    pages = dict(HUBS)
    for article in glossary.articles.values():
        pages[page_of(article.path)] = shown(article.title, article.slug)
    for entry in glossary.entries.values():
        pages[page_of(entry.path)] = shown(entry.title, entry.slug)
    found = redirects(glossary)
    for tombstone in glossary.retired.values():
        pages[page_of(tombstone.article.path)] = shown(tombstone.article.title, tombstone.article.slug)
    for redirect in found.by_address.values():
        if redirect.formerly:
            title = pages[redirect.target]
            yield Line("std:doc", redirect.address.rstrip("/"), quote(redirect.target), title)
    for address, title in pages.items():
        # mkdocstrings cannot read an empty address, which Sphinx writes for the home page.
        yield Line("std:doc", address.rstrip("/") or "index", quote(address) or "./", title)


def _labels(glossary: Glossary) -> Iterator[Line]:
    for name, slug in identifiers(glossary).items():
        yield Line("std:label", name, _page(slug), _title(glossary, slug))
    written = set()
    for slug, entry in glossary.entries.items():
        page, title = _page(slug), shown(entry.title, slug)
        for anchor, what in places(glossary, entry).items():
            written.add(f"{slug}.{anchor}")
            yield Line("std:label", f"{slug}.{anchor}", f"{page}#{anchor}", f"{title}: {what}")
    for line in _given_up(glossary):
        if line.name not in written:
            yield line


def _given_up(glossary: Glossary) -> Iterator[Line]:
    """Yield the labels of places on pages of terms that have another name now, were joined, or were taken away."""
    found = redirects(glossary)
    for row in glossary.ledger.rows.values() if glossary.ledger else ():
        redirect = found.by_address.get(row.page)
        page = found.pages.get(redirect.target if redirect else row.page)
        if not row.anchor or not is_term(row.page) or page is None or not (redirect or page.retired):
            continue
        anchor = "" if page.retired else f"#{row.anchor}"
        slug = page.address.removeprefix(TERMS).rstrip("/")
        name = f"{row.page.removeprefix(TERMS).rstrip('/')}.{row.anchor}"
        yield Line("std:label", name, f"{quote(page.address)}{anchor}", _title(glossary, slug))


def _page(slug: str) -> str:
    return quote(page_of(f"{GLOSSARY}/{slug}.md"))


def _title(glossary: Glossary, slug: str) -> str:
    tombstone = glossary.retired.get(f"{GLOSSARY}/{slug}.md")
    return shown(tombstone.article.title if tombstone else glossary.entries[slug].title, slug)


def _terms(glossary: Glossary) -> Iterator[Line]:
    for name, slug in term_names(glossary).items():
        yield Line("std:term", name, _page(slug), _AS_WRITTEN)


def _written(line: Line) -> str:
    return f"{line.name} {line.role} -1 {line.address} {line.text}"


def _holds(line: Line) -> bool:
    if " " not in line.name:
        return True
    read = _LINE.fullmatch(_written(line))
    return read is not None and read.groups() == (line.name, line.role, "-1", line.address, line.text)
