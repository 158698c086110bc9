"""Kinds of single values in front matter: each reads a YAML node and publishes its JSON Schema.

A kind is the one place that says what a value may be, so the reader and the schema cannot drift apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from termbase.parse.yamltree import Node, Scalar, Sequence
from termbase.problems import Problem, did_you_mean, error, shorten
from termbase.text import LONGEST_SLUG, SLUG, Text

BAD_VALUE = error("bad-value")
BAD_LEVEL = error("bad-level")
BAD_DATE = error("bad-date")
BAD_URL = error("bad-url")
BAD_SLUG = error("bad-slug")
EMPTY_VALUE = error("empty-value")

URL_PATTERN = r"^https?://[^\s/?#<>\"']+\.[^\s<>\"']+$"
DATE_PATTERN = r"^\d{4}-\d{2}-\d{2}$"

Value = Any


class Kind(Protocol):
    """What a value may be."""

    def read(self, node: Node, where: Where) -> Value:
        """Return the value of ``node``, or None after reporting to ``where``."""

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema (2020-12) of the value."""


@dataclass(frozen=True, slots=True)
class Where:
    """The file and field being read, and the list that takes its problems."""

    path: str
    field: str
    problems: list[Problem]

    def inside(self, field: str) -> Where:
        """Return the place of a value within this one."""
        return Where(self.path, f"{self.field}.{field}" if self.field else field, self.problems)


_NOUNS = {"int": "a number", "float": "a number", "bool": "yes/no", "null": "nothing", "timestamp": "a date"}


def is_nothing(node: Node, where: Where) -> bool:
    """Tell whether a field has no value at all, and report it."""
    if not isinstance(node, Scalar) or node.kind != "null":
        return False
    where.problems.append(EMPTY_VALUE.at(where.path, node.line, f"`{where.field}` is empty", "fill it in or remove it"))
    return True


def _scalar(node: Node, where: Where, *kinds: str) -> Scalar | None:
    """Return ``node`` if it is one value of one of the YAML ``kinds``; report it otherwise."""
    if not isinstance(node, Scalar):
        have = "a list" if isinstance(node, Sequence) else "a set of keys"
        where.problems.append(BAD_VALUE.at(where.path, node.line, f"`{where.field}` holds {have}, not one value"))
        return None
    if node.kind == "str" and not node.value.strip():
        node = Scalar("", "null", node.line)
    if is_nothing(node, where):
        return None
    if node.kind not in kinds:
        message = f"`{where.field}: {shorten(node.value)}` is read as {_NOUNS.get(node.kind, node.kind)}"
        hint = f'write "{shorten(node.value)}" in quotes' if "str" in kinds else "write a whole number without quotes"
        where.problems.append(BAD_VALUE.at(where.path, node.line, message, hint))
        return None
    return node


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text; reads a ``Text``."""

    def read(self, node: Node, where: Where) -> Text | None:
        """Return the text, folded to one line."""
        scalar = _scalar(node, where, "str")
        return Text(" ".join(scalar.value.split()), scalar.line) if scalar else None

    def schema(self) -> dict[str, Any]:
        """Return the schema of a string that is not blank."""
        return {"type": "string", "pattern": r"\S"}


@dataclass(frozen=True, slots=True)
class Slug:
    """The file name of an entry, topic or course without ``.md``; reads a ``Text``."""

    def read(self, node: Node, where: Where) -> Text | None:
        """Return the slug."""
        scalar = _scalar(node, where, "str")
        if scalar is None:
            return None
        if SLUG.fullmatch(scalar.value) and len(scalar.value) <= LONGEST_SLUG:
            return Text(scalar.value, scalar.line)
        message = (
            f"`{where.field}: {shorten(scalar.value)}` is not a file name of lower-case letters, digits and hyphens"
        )
        near = re.sub(r"[^a-z0-9]+", "-", scalar.value[:100].lower().removesuffix(".md")).strip("-")
        hint = f"did you mean `{near}`?" if near else "write the file name without `.md`"
        where.problems.append(BAD_SLUG.at(where.path, scalar.line, message, hint))
        return None

    def schema(self) -> dict[str, Any]:
        """Return the schema of a slug."""
        return {"type": "string", "pattern": "^[a-z0-9-]+$"}


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words; reads a ``Text``."""

    options: tuple[str, ...]

    def read(self, node: Node, where: Where) -> Text | None:
        """Return the word."""
        scalar = _scalar(node, where, "str")
        if scalar is None:
            return None
        if scalar.value in self.options:
            return Text(scalar.value, scalar.line)
        message = f"`{where.field}: {shorten(scalar.value)}` is not one of {', '.join(self.options)}"
        hint = did_you_mean(scalar.value.lower(), self.options, f"write `{self.options[0]}`")
        where.problems.append(BAD_LEVEL.at(where.path, scalar.line, message, hint))
        return None

    def schema(self) -> dict[str, Any]:
        """Return the schema of the words."""
        return {"enum": list(self.options)}


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar day (ISO 8601); reads a ``Text`` ``YYYY-MM-DD``."""

    def read(self, node: Node, where: Where) -> Text | None:
        """Return the day."""
        scalar = _scalar(node, where, "str", "timestamp", "int")
        if scalar is None:
            return None
        if re.fullmatch(DATE_PATTERN, scalar.value) and _is_day(scalar.value):
            return Text(scalar.value, scalar.line)
        message = f"`{where.field}: {shorten(scalar.value)}` is not a day of the calendar"
        where.problems.append(BAD_DATE.at(where.path, scalar.line, message, "write it as 2026-11-21"))
        return None

    def schema(self) -> dict[str, Any]:
        """Return the schema of a date."""
        return {"type": "string", "format": "date", "pattern": DATE_PATTERN}


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class Url:
    """A web address; reads a ``Text``."""

    def read(self, node: Node, where: Where) -> Text | None:
        """Return the address."""
        scalar = _scalar(node, where, "str")
        if scalar is None:
            return None
        if re.fullmatch(URL_PATTERN, scalar.value):
            return Text(scalar.value, scalar.line)
        message = f"`{where.field}: {shorten(scalar.value)}` is not a web address"
        where.problems.append(
            BAD_URL.at(where.path, scalar.line, message, "write it in full: `https://example.org/page`")
        )
        return None

    def schema(self) -> dict[str, Any]:
        """Return the schema of an address."""
        return {"type": "string", "pattern": URL_PATTERN}


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number in a range; reads a ``Text`` of its digits."""

    least: int
    most: int

    def read(self, node: Node, where: Where) -> Text | None:
        """Return the number."""
        scalar = _scalar(node, where, "int")
        if scalar is None:
            return None
        if re.fullmatch(r"[1-9]\d{0,8}", scalar.value) and self.least <= int(scalar.value) <= self.most:
            return Text(scalar.value, scalar.line)
        message = f"`{where.field}: {shorten(scalar.value)}` is not a number from {self.least} to {self.most}"
        where.problems.append(BAD_VALUE.at(where.path, scalar.line, message))
        return None

    def schema(self) -> dict[str, Any]:
        """Return the schema of the number."""
        return {"type": "integer", "minimum": self.least, "maximum": self.most}
