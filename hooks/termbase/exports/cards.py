"""What `embed/cards.js` reads: a card per entry, and the names by which running text may be linked.

Everything is plain words: the script sets text only, so that nothing here can become markup on somebody's page.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from termbase.articles import Article, Retired
from termbase.exports.publication import Publication
from termbase.glossary import Glossary, entry_names, page_of
from termbase.model import Entry
from termbase.permalinks.addresses import card_of
from termbase.render import spoken
from termbase.text import Text, compact_json, name_key, single_spaced

NAMES = "embed/names.json"
VERSION = 1


def entry_files(_: Glossary, entry: Entry, publication: Publication) -> Iterator[tuple[str, str]]:
    """Yield the card of an entry, ``terms/<slug>/card.json``.

    ``url`` is absolute, or relative to the site's root where the site has no address.
    """
    yield _card(entry, entry.level, publication)


def tombstone_files(tombstone: Retired, publication: Publication) -> Iterator[tuple[str, str]]:
    """Yield the card of a term that was taken away, which says why."""
    yield _card(tombstone.article, "", publication)


def _card(page: Entry | Article, level: str, publication: Publication) -> tuple[str, str]:
    address = page_of(page.path)
    card = {
        "version": VERSION,
        "slug": page.slug,
        "term": single_spaced(spoken(page.title)),
        "plain": single_spaced(spoken(page.plain)),
        "level": level,
        "url": publication.absolute(address),
    }
    return card_of(address), _json(card)


def files(glossary: Glossary, _: Publication) -> Iterator[tuple[str, str]]:
    """Yield the names that may be linked, ``embed/names.json``: ``names`` maps each slug to the names of its entry."""
    found = ((slug, list(linkable(glossary, entry))) for slug, entry in sorted(glossary.entries.items()))
    yield NAMES, _json({"version": VERSION, "names": {slug: names for slug, names in found if names}})


def linkable(glossary: Glossary, entry: Entry) -> Iterator[str]:
    """Yield the names of ``entry`` that mean it wherever they stand.

    Left out are names that another entry holds too, single characters, and names that begin or end with a sign, of
    which it is not known where in a text they end ("C++").
    """
    names: dict[str, None] = {}
    for name in entry_names(entry):
        owners = {other.slug for other in glossary.names.get(name_key(name.text), ())}
        words = single_spaced(spoken(Text(name.text, name.line)))
        if owners == {entry.slug} and len(words) > 1 and words[0].isalnum() and words[-1].isalnum():
            names[words] = None
    yield from names


def _json(value: dict[str, Any]) -> str:
    return compact_json(value) + "\n"
