"""What others read of a glossary: data, inventories and feeds.

Each module has functions from the glossary to files. To add an export, write its function and name it below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from termbase.articles import Retired
from termbase.exports import cards, feed, inventory, llms, manifest, moodle, myst, oembed, table, terms_json
from termbase.exports.publication import Publication
from termbase.glossary import Glossary
from termbase.model import Entry

# The address of a file, relative to the site's root, and what it holds.
Export = tuple[str, str | bytes]

_SITE: tuple[Callable[[Glossary, Publication], Iterator[Export]], ...] = (
    terms_json.files,
    table.files,
    feed.files,
    llms.files,
    inventory.files,
    myst.files,
    moodle.files,
    cards.files,
    manifest.files,
)
_ENTRY: tuple[Callable[[Glossary, Entry, Publication], Iterator[Export]], ...] = (
    cards.entry_files,
    oembed.entry_files,
    myst.entry_files,
)

__all__ = ["Export", "Publication", "entry_files", "site_files", "tombstone_files"]


def site_files(glossary: Glossary, publication: Publication) -> Iterator[Export]:
    """Yield the files about the whole glossary."""
    for export in _SITE:
        yield from export(glossary, publication)


def tombstone_files(tombstone: Retired, publication: Publication) -> Iterator[Export]:
    """Yield the files about a term that was taken away."""
    yield from cards.tombstone_files(tombstone, publication)
    yield from myst.tombstone_files(tombstone, publication)


def entry_files(glossary: Glossary, entry: Entry, publication: Publication) -> Iterator[Export]:
    """Yield the files about one entry."""
    for export in _ENTRY:
        yield from export(glossary, entry, publication)
