"""Reads the syntax trees of MyST."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Node = dict[str, Any]


def nodes(tree: Node) -> Iterator[Node]:
    """Yield every node of a syntax tree."""
    yield tree
    for child in tree.get("children", ()):
        yield from nodes(child)


def words(tree: Node) -> str:
    """Return the text of a syntax tree."""
    return "".join(node["value"] for node in nodes(tree) if node["type"] == "text")
