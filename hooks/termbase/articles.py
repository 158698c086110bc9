"""The hand-written pages as values: articles, topics, courses with their units, the home page."""

from __future__ import annotations

from dataclasses import dataclass, field

from termbase.model import Former, Inline
from termbase.text import Text


@dataclass(frozen=True, slots=True)
class Part:
    """A named group of terms within a unit; the name is empty where the unit is not divided.

    ``formerly`` are the titles that it had.
    """

    title: Text
    terms: tuple[Text, ...]
    formerly: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of a course. ``formerly`` are the titles that it had."""

    title: Text
    goal: Text
    parts: tuple[Part, ...]
    line: int
    formerly: tuple[Text, ...] = ()

    @property
    def terms(self) -> tuple[Text, ...]:
        """The terms of all parts, in order."""
        return tuple(term for part in self.parts for term in part.terms)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a hand-written page with its anchor."""

    level: int
    text: str
    anchor: str
    line: int


@dataclass(frozen=True, slots=True)
class Article:
    """A hand-written page of ``docs/``: its title, the quoted line under it, the rest, and what it refers to."""

    slug: str
    path: str
    title: Text
    plain: Text
    text: Text
    headings: tuple[Heading, ...] = ()
    inline: Inline = field(default_factory=Inline)
    formerly: tuple[Former, ...] = ()


@dataclass(frozen=True, slots=True)
class Course:
    """A study guide: an article with units of terms in teaching order."""

    article: Article
    units: tuple[Unit, ...] = ()

    @property
    def slug(self) -> str:
        """The course's file name without ``.md``."""
        return self.article.slug


@dataclass(frozen=True, slots=True)
class Retired:
    """A tombstone: what stands at the address of an entry, topic or course that was taken away.

    The line under its title says why. ``day`` is when, ``YYYY-MM-DD``, ``see`` are the entries to read instead, and
    ``names`` the other names that led there.
    """

    article: Article
    day: str
    see: tuple[Text, ...] = ()
    names: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Home:
    """The home page: an article, the entry it shows as an example, and what it offers to type into the search.

    ``start`` is the entry that newcomers are sent to, empty where none is named.
    """

    article: Article
    example: Text
    start: Text
    searches: tuple[Text, ...] = ()
