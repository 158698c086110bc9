"""The page of an entry that stands in a frame on other sites: which parts of the entry it can show."""

from __future__ import annotations

from collections.abc import Iterator

from termbase.model import Entry, Holds

# The parts that are asked for by `?show=`, beside the definition. The names are part of published addresses.
_PARTS = (Holds.FACTS, Holds.CARDS, Holds.QUIZ)


def embed_parts(entry: Entry) -> Iterator[str]:
    """Yield the names of the parts of ``entry`` that a frame can show, the one shown unless asked otherwise first."""
    yield "definition"
    yield from (str(part) for part in _PARTS if entry.body(part))
