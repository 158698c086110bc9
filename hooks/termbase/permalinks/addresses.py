"""The addresses that go with that of a term's page. All are relative to the site's root."""

from __future__ import annotations

from types import MappingProxyType

TERMS = "terms/"
# The pages that no file makes, with their titles.
HUBS = MappingProxyType({TERMS: "Terms A–Z", "topics/": "Topics", "courses/": "Courses", "review/": "Review"})
_FRAMES = "embed/"
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


def term_of(address: str) -> str:
    """Return the page of the term that a frame or a card belongs to; any other address comes back as it is."""
    return TERMS + address.removeprefix(_FRAMES) if address.startswith(_FRAMES) else address.removesuffix(_CARD)
