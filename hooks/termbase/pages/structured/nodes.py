"""The schema.org values that pages of every kind are described with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from termbase.exports.publication import LANGUAGE, LICENSE_URL, Publication
from termbase.glossary import page_of
from termbase.model import Entry
from termbase.permalinks.addresses import TERMS
from termbase.wording import plain_line

Node = dict[str, Any]
# The name of a page and its address, relative to the site's root.
Place = tuple[str, str]


def website(publication: Publication) -> Node:
    """Return the site."""
    return {"@type": "WebSite", "@id": publication.base_url, "name": publication.name, "url": publication.base_url}


def term_set(publication: Publication) -> Node:
    """Return the set that all terms are defined in."""
    return {"@type": "DefinedTermSet", "@id": publication.absolute(TERMS), "name": publication.name}


def defined_term(entry: Entry, publication: Publication) -> Node:
    """Return a term by its permalink and name."""
    name = plain_line(entry.title) or entry.slug
    return {"@type": "DefinedTerm", "@id": publication.absolute(page_of(entry.path)), "name": name}


def published(publication: Publication, address: str, description: str, updated: str) -> Node:
    """Return the properties that every page has. ``updated`` is a day or empty."""
    return {
        **({"description": description} if description else {}),
        "url": publication.absolute(address),
        "inLanguage": LANGUAGE,
        "license": LICENSE_URL,
        **({"dateModified": updated} if updated else {}),
        "isPartOf": website(publication),
    }


def listed(publication: Publication, places: Iterable[Place]) -> Node:
    """Return a list of pages, in order."""
    items = [
        {"@type": "ListItem", "position": position, "name": name, "url": publication.absolute(address)}
        for position, (name, address) in enumerate(places, start=1)
    ]
    return {"@type": "ItemList", "itemListElement": items}


def breadcrumbs(publication: Publication, trail: Iterable[Place]) -> Iterator[Node]:
    """Yield the way from the first page to the last of ``trail``; nothing for an empty trail."""
    places = [(publication.name, ""), *trail]
    if len(places) > 1:
        items = [
            {"@type": "ListItem", "position": position, "name": name, "item": {"@id": publication.absolute(address)}}
            for position, (name, address) in enumerate(places, start=1)
        ]
        yield {"@type": "BreadcrumbList", "itemListElement": items}
