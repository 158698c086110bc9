"""What one entry says, from which a hit shows the words around a match."""

from __future__ import annotations

from termbase.search.documents import Document
from termbase.search.shards import Shard


def passages_file(document: Document) -> Shard:
    """Return the questions and the passages of a document as ``[place, anchor, text]``, in the order of the page."""
    asked = [[0, "", question] for question in document.asked]
    passages = [[passage.place, passage.anchor, passage.text] for passage in document.passages]
    return Shard.of(f"search/passages/{document.slug}", [*asked, *passages])
