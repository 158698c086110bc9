"""What the pages that list terms show: A–Z, topics, the list of courses, home."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from termbase.articles import Article, Course, Unit
from termbase.glossary import Glossary, NameKind
from termbase.model import Entry, Holds, Mistake
from termbase.parse.fields import LEVELS
from termbase.render import Fragment, spoken
from termbase.text import Text, first_paragraph, folded

LETTERS = tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
OTHER = "0–9"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the A–Z: an entry under its title, or (``see``) under another of its names."""

    name: Text
    entry: Entry
    see: bool


def terms(glossary: Glossary) -> dict[str, Any]:
    """Return the rows of the A–Z by letter."""
    by_letter: dict[str, list[Row]] = defaultdict(list)
    for row in sorted(_rows(glossary), key=lambda row: (folded(row.name.text), row.see)):
        by_letter[letter(row.name.text)].append(row)
    letters = [*LETTERS, *([OTHER] if OTHER in by_letter else [])]
    others = sorted(set(by_letter) - set(letters))
    return {
        "letters": [(name, by_letter.get(name, [])) for name in [*letters, *others]],
        "levels": LEVELS,
        "topics": [topic for topic in glossary.topics.values() if glossary.in_topic(topic.slug)],
        "term_count": len(glossary.entries),
        "see_count": sum(row.see for rows in by_letter.values() for row in rows),
    }


def _rows(glossary: Glossary) -> Iterator[Row]:
    for names in glossary.names.values():
        for name in names:
            yield Row(Text(name.text, name.line), glossary.entries[name.slug], name.kind is not NameKind.TITLE)


def letter(name: str) -> str:
    """Return the heading a name stands under: its first letter without accents, or the one for digits and signs."""
    for character in unicodedata.normalize("NFKD", name):
        if character.isalpha():
            return character.upper()[:1]
        if character.isdigit():
            return OTHER
    return OTHER


def topics(glossary: Glossary) -> dict[str, Any]:
    """Return the topics with their numbers of entries."""
    return {"topics": [(topic, len(glossary.in_topic(topic.slug))) for topic in glossary.topics.values()]}


def topic(glossary: Glossary, slug: str) -> dict[str, Any]:
    """Return the entries of a topic by level."""
    groups = by_level(glossary, slug)
    return {"groups": groups, "term_count": sum(len(found) for _, found in groups)}


def by_level(glossary: Glossary, topic: str) -> list[tuple[str, list[Entry]]]:
    """Return the entries of a topic by level, each level in learning order; levels without entries are left out."""
    rank = {slug: index for index, slug in enumerate(glossary.order)}
    entries = sorted(glossary.in_topic(topic), key=lambda entry: rank[entry.slug])
    groups = [(level, [entry for entry in entries if entry.level == level]) for level in LEVELS]
    return [(level, found) for level, found in groups if found]


def courses(glossary: Glossary) -> dict[str, Any]:
    """Return the courses with their numbers of units and terms, and what their progress is counted from."""
    return {
        "courses": [
            (c, len(c.units), sum(len(unit.terms) for unit in c.units), countable(glossary, c.units))
            for c in glossary.courses.values()
        ]
    }


def countable(glossary: Glossary, units: Iterable[Unit]) -> str:
    """Return the terms of some units with their numbers of study items: ``softmax:12 gradient:9``."""
    slugs = dict.fromkeys(term.text for unit in units for term in unit.terms if term.text in glossary.entries)
    return " ".join(f"{slug}:{len(glossary.entries[slug].study_items)}" for slug in slugs)


def home(glossary: Glossary) -> dict[str, Any]:
    """Return what the home page shows: counts, an example, courses and topics."""
    slug = glossary.home.example.text if glossary.home else ""
    example = glossary.entries.get(slug)
    claims = example.body(Holds.MISTAKES) if example else ()
    mistake = next((part for part in claims if isinstance(part, Mistake) and part.claim), None)
    return {
        "term_count": len(glossary.entries),
        "item_count": sum(len(entry.items) for entry in glossary.entries.values()),
        "first": _first_term(glossary),
        "example": example,
        "mistake": mistake,
        "sentence": Text(first_paragraph(mistake.truth.text), 0) if mistake else Text("", 0),
        "searches": [spoken(text) for text in glossary.home.searches] if glossary.home else [],
        **courses(glossary),
        **topics(glossary),
    }


def _first_term(glossary: Glossary) -> Entry | None:
    """Return where a newcomer starts: where the home page says, the first term of a course, or in learning order."""
    named = glossary.home.start.text if glossary.home else ""
    taught = (term.text for course in glossary.courses.values() for unit in course.units for term in unit.terms)
    slugs = (named, *taught, *glossary.order)
    return next((glossary.entries[slug] for slug in slugs if slug in glossary.entries), None)


def fragments(context: dict[str, Any]) -> Iterator[Fragment]:
    """Yield the fragments of Markdown in a context: its texts, and the titles and plain lines of what it lists."""
    for value in context.values():
        yield from _fragments(value)


def _fragments(value: Any) -> Iterator[Fragment]:
    if isinstance(value, Text):
        yield value.text, True
    elif isinstance(value, Row):
        yield from _fragments((value.name, value.entry))
    elif isinstance(value, Entry | Article):
        yield from _fragments((value.title, value.plain))
    elif isinstance(value, Mistake):
        yield from _fragments(value.claim)
    elif isinstance(value, Course):
        yield from _fragments(value.article)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _fragments(part)
