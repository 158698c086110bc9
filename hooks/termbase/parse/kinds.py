"""Kinds of values that hold others: lists, pairs and records of named fields."""

from __future__ import annotations

from collections.abc import Mapping as MappingABC
from dataclasses import dataclass
from typing import Any

from termbase.model import Former
from termbase.parse.scalars import BAD_VALUE, Kind, Slug, Value, Where, Words, is_nothing
from termbase.parse.yamltree import Mapping, Node, Scalar, Sequence
from termbase.problems import did_you_mean, error, shorten
from termbase.text import SLUG, Text

REPEATED_VALUE = error("repeated-value")
UNKNOWN_FIELD = error("unknown-field")
MISSING_FIELD = error("missing-field")


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list without repeats; reads a tuple of the item's values."""

    item: Kind

    def read(self, node: Node, where: Where) -> tuple[Value, ...] | None:
        """Return the values that could be read."""
        if is_nothing(node, where):
            return None
        if not isinstance(node, Sequence):
            message = f"`{where.field}` must be a list"
            where.problems.append(
                BAD_VALUE.at(where.path, node.line, message, "write `[one, two]` or one `- item` a line")
            )
            return None
        values: list[Value] = []
        seen: set[str] = set()
        for child in node.items:
            value = self.item.read(child, where)
            if value is None:
                continue
            if isinstance(value, Text) and value.text in seen:
                message = f"`{where.field}` lists `{shorten(value.text)}` twice"
                where.problems.append(REPEATED_VALUE.at(where.path, value.line, message, "remove one"))
                continue
            if isinstance(value, Text):
                seen.add(value.text)
            values.append(value)
        return tuple(values)

    def schema(self) -> dict[str, Any]:
        """Return the schema of the list."""
        return {"type": "array", "items": self.item.schema(), "uniqueItems": True}


@dataclass(frozen=True, slots=True)
class PairsOf:
    """Slugs, each with a line of text; reads a tuple of ``(Text, Text)``."""

    def read(self, node: Node, where: Where) -> tuple[tuple[Text, Text], ...] | None:
        """Return the pairs that could be read."""
        if is_nothing(node, where):
            return None
        if not isinstance(node, Mapping):
            message = f"`{where.field}` must give a sentence for each term"
            where.problems.append(
                BAD_VALUE.at(where.path, node.line, message, "write `other-term: X does A; Y does B.`")
            )
            return None
        pairs = []
        for key, child in node.pairs:
            slug = Slug().read(key, where)
            words = Words().read(child, where.inside(shorten(key.value)))
            if slug and words:
                pairs.append((slug, words))
        return tuple(pairs)

    def schema(self) -> dict[str, Any]:
        """Return the schema of the pairs."""
        return {"type": "object", "propertyNames": Slug().schema(), "additionalProperties": Words().schema()}


@dataclass(frozen=True, slots=True)
class FormerAddress:
    """The former name of a page, or ``{name: anchor}``, or ``{"#old-anchor": anchor}``; reads a ``Former``."""

    def read(self, node: Node, where: Where) -> Former | None:
        """Return the address with the anchor that it leads to."""
        if not isinstance(node, Mapping):
            if isinstance(node, Scalar) and node.value.startswith("#"):
                return self._refuse(node, where)
            name = Slug().read(node, where)
            return Former(name, Text("", name.line)) if name else None
        if len(node.pairs) != 1:
            return self._refuse(node, where)
        key, child = node.pairs[0]
        if not SLUG.fullmatch(key.value.removeprefix("#")):
            Slug().read(key, where)
            return None
        anchor = Slug().read(child, where.inside(shorten(key.value)))
        return Former(Text(key.value, key.line), anchor) if anchor else None

    @staticmethod
    def _refuse(node: Node, where: Where) -> None:
        message = f"`{where.field}` names an anchor without the one that took its place"
        hint = 'write `- old-name`, `- old-name: anchor` or `- "#old-anchor": anchor`'
        where.problems.append(BAD_VALUE.at(where.path, node.line, message, hint))

    def schema(self) -> dict[str, Any]:
        """Return the schema of a former address."""
        return {
            "oneOf": [
                Slug().schema(),
                {
                    "type": "object",
                    "propertyNames": {"pattern": "^#?[a-z0-9-]+$"},
                    "additionalProperties": Slug().schema(),
                    "minProperties": 1,
                    "maxProperties": 1,
                },
            ]
        }


@dataclass(frozen=True, slots=True)
class Field:
    """One row of a field table. ``about`` is shown by editors that read the schema."""

    name: str
    kind: Kind
    about: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """A closed set of named fields; reads a dict with ``line`` and a value for each field that is present."""

    fields: tuple[Field, ...]

    def read(self, node: Node, where: Where) -> dict[str, Value] | None:
        """Return the fields that could be read; unknown and missing ones are reported."""
        if not isinstance(node, Mapping):
            names = ", ".join(field.name for field in self.fields)
            message = f"`{where.field}` must hold fields"
            where.problems.append(BAD_VALUE.at(where.path, node.line, message, f"the fields are {names}"))
            return None
        known = {field.name: field for field in self.fields}
        values: dict[str, Value] = {"line": node.line}
        for key, child in node.pairs:
            field = known.get(key.value)
            if field is None:
                hint = did_you_mean(key.value, known, f"the fields are {', '.join(known)}")
                where.problems.append(
                    UNKNOWN_FIELD.at(where.path, key.line, f"unknown field `{shorten(key.value)}`", hint)
                )
            else:
                value = field.kind.read(child, where.inside(field.name))
                if value is not None:
                    values[field.name] = value
        self._report_missing(node, where)
        return values

    def _report_missing(self, node: Mapping, where: Where) -> None:
        present = {key.value for key, _ in node.pairs}
        for field in self.fields:
            if field.required and field.name not in present:
                message = f"`{where.inside(field.name).field}` is missing"
                where.problems.append(MISSING_FIELD.at(where.path, node.line, message, field.about))

    def schema(self) -> dict[str, Any]:
        """Return the schema of the record."""
        properties: MappingABC[str, Any] = {f.name: {"description": f.about, **f.kind.schema()} for f in self.fields}
        required = [f.name for f in self.fields if f.required]
        return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}
