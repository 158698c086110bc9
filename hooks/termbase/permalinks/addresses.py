"""The addresses that go with that of a page. All are relative to the site's root."""

from __future__ import annotations

import re
from types import MappingProxyType

TERMS = "terms/"
# The pages that no file makes, with their titles.
MAPS = "map/"
HUBS = MappingProxyType(
    {TERMS: "Terms A–Z", "topics/": "Topics", "courses/": "Courses", MAPS: "Map", "review/": "Review"}
)
_FRAMES = "embed/"
_MAPPED = re.compile("(?:courses|topics)/[^/]+/")
_CARD = "card.json"


def is_term(address: str) -> bool:
    """Tell whether ``address`` is that of a term's page, and not the list of all terms."""
    return address.startswith(TERMS) and address != TERMS and address.endswith("/")


def frame_of(address: str) -> str:
    """Return where a term's page for frames is: ``embed/softmax/`` for ``terms/softmax/``."""
    return _FRAMES + address.removeprefix(TERMS)


def card_of(address: str) -> str:
    """Return where the data of a term's card is: ``terms/softmax/card.json``."""
    return address + _CARD


def has_map(address: str) -> bool:
    """Tell whether ``address`` is that of a course or topic, and not the list of all of them."""
    return bool(_MAPPED.fullmatch(address))


def map_of(address: str) -> str:
    """Return where the map of a course or topic is: ``map/topics/training/`` for ``topics/training/``."""
    return MAPS + address


def owner_of(address: str) -> str:
    """Return the page that a frame, a card or a map goes with; any other address comes back as it is."""
    if address.startswith(_FRAMES):
        return TERMS + address.removeprefix(_FRAMES)
    mapped = address.removeprefix(MAPS)
    return mapped if has_map(mapped) else address.removesuffix(_CARD)
