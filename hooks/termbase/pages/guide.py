"""A study guide: what the page of a course shows, in order, and the fragments of Markdown it is made of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from termbase.articles import Course, Unit
from termbase.course_anchors import PartAnchors, UnitAnchors, needed_anchor, unit_anchors
from termbase.glossary import Glossary, linked, page_of
from termbase.model import SECTIONS, BodyPart, Entry, Holds, Question, Section
from termbase.pages.lists import countable
from termbase.pages.page import TocItem
from termbase.render import Fragment, Rendered, addresses, lines, render, spoken
from termbase.text import Text

NEEDED = "Before you start"
FACTS, QUESTIONS = (next(row for row in SECTIONS if row.holds is holds) for holds in (Holds.FACTS, Holds.QUESTIONS))


@dataclass(frozen=True, slots=True)
class Extract:
    """What a guide takes from one section of an entry; ``md`` is its Markdown as set on the page of the course."""

    entry: Entry
    body: tuple[BodyPart, ...]
    md: Rendered


@dataclass(frozen=True, slots=True)
class Sheet:
    """The must-know facts or the review questions of a part, term by term."""

    section: Section
    anchor: str
    extracts: tuple[Extract, ...]

    @property
    def count(self) -> int:
        """How many facts or questions there are."""
        return sum(len(extract.body) for extract in self.extracts)


@dataclass(frozen=True, slots=True)
class GuidePart:
    """Terms of a unit in teaching order, and their sheets. ``title`` is empty where the unit is not divided."""

    title: Text
    anchor: str
    entries: tuple[Entry, ...]
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class GuideUnit:
    """A unit with its parts.

    ``also`` maps the sheets at which the facts and the questions of a divided unit start to the unit's own anchors for
    them; ``countable`` is what the unit's progress is counted from.
    """

    unit: Unit
    anchor: str
    parts: tuple[GuidePart, ...]
    also: Mapping[str, str]
    countable: str


def context(glossary: Glossary, course: Course) -> dict[str, Any]:
    """Return what the template of a course shows; terms that do not exist are left out.

    ``checked`` holds the first and the last day on which a term of the course was reviewed, or the one day, or nothing.
    """
    listed = dict.fromkeys(entry.slug for unit in course.units for entry in _entries(glossary, unit.terms))
    days = sorted(filter(None, (glossary.entries[slug].reviewed for slug in listed)))
    anchored = zip(course.units, unit_anchors(course), strict=True)
    units = [_unit(glossary, page_of(course.article.path), unit, anchors) for unit, anchors in anchored]
    return {
        "listed": tuple(listed),
        "countable": countable(glossary, course.units),
        "checked": list(dict.fromkeys((*days[:1], *days[-1:]))),
        "needed": needed(glossary, listed),
        "needed_heading": NEEDED,
        "needed_anchor": needed_anchor(course),
        "units": units,
        "has_questions": any(sheet.section is QUESTIONS for u in units for part in u.parts for sheet in part.sheets),
        "mentioned": mentioned(glossary, listed),
    }


def _entries(glossary: Glossary, terms: Iterable[Text]) -> list[Entry]:
    return [glossary.entries[term.text] for term in terms if term.text in glossary.entries]


def needed(glossary: Glossary, listed: Collection[str]) -> list[Entry]:
    """Return the entries that those of the slugs ``listed`` need and that are not listed, in learning order.

    Direct prerequisites only: each of them names its own on its page, and all the way down is soon half a glossary.
    """
    wanted = {slug for term in listed for slug in glossary.relations[term].prerequisites}.difference(listed)
    return [glossary.entries[slug] for slug in glossary.order if slug in wanted] if wanted else []


def mentioned(glossary: Glossary, listed: Collection[str]) -> list[Entry]:
    """Return the entries that the texts of those of the slugs ``listed`` link to, by title.

    Those that are listed or needed first are left out: the page shows them already.
    """
    texts = (glossary.entries[slug] for slug in listed)
    found = {slug for entry in texts for slug in linked(entry.path, entry.inlines)}
    found.difference_update(listed, (entry.slug for entry in needed(glossary, listed)))
    return [entry for slug, entry in glossary.entries.items() if slug in found] if found else []


def _unit(glossary: Glossary, page: str, unit: Unit, anchors: UnitAnchors) -> GuideUnit:
    parts = []
    for part, names in zip(unit.parts, anchors.parts, strict=True):
        entries = _entries(glossary, part.terms)
        parts.append(GuidePart(part.title, names.heading, tuple(entries), tuple(_sheets(entries, page, names))))
    return GuideUnit(unit, anchors.heading, tuple(parts), _also(anchors, parts), countable(glossary, [unit]))


def _sheets(entries: list[Entry], page: str, anchors: PartAnchors) -> Iterator[Sheet]:
    for section, anchor in ((FACTS, anchors.facts), (QUESTIONS, anchors.questions)):
        extracts = tuple(_extract(entry, section, page) for entry in entries if entry.body(section.holds))
        if extracts:
            yield Sheet(section, anchor, extracts)


def _extract(entry: Entry, section: Section, page: str) -> Extract:
    body = entry.body(section.holds)
    return Extract(entry, body, render(_texts(body), addresses(entry.path, page)))


def _texts(body: Iterable[BodyPart]) -> Iterator[Fragment]:
    for part in body:
        if isinstance(part, Question):
            yield part.prompt.text, True
            yield part.answer.text, False
        elif isinstance(part, Text):
            yield part.text, True


def _also(anchors: UnitAnchors, parts: Iterable[GuidePart]) -> dict[str, str]:
    own = {FACTS: anchors.facts, QUESTIONS: anchors.questions}
    sheets = [sheet for part in parts for sheet in part.sheets]
    first = {sheet.section: sheet.anchor for sheet in reversed(sheets)}
    return {anchor: own[section] for section, anchor in first.items() if anchor != own[section]}


def fragments(context: Mapping[str, Any]) -> Iterator[Fragment]:
    """Yield the fragments of Markdown in a context, those of its sheets apart."""
    for entry in (*context["needed"], *context["mentioned"]):
        yield from lines(entry.title, entry.plain)
    for unit in context["units"]:
        yield from lines(unit.unit.title, unit.unit.goal)
        for part in unit.parts:
            yield from lines(part.title, *(text for entry in part.entries for text in (entry.title, entry.plain)))


def contents(glossary: Glossary, course: Course) -> tuple[TocItem, ...]:
    """Return the page's own contents: what is needed first, units and their named parts."""
    return tuple(_contents(glossary, course))


def _contents(glossary: Glossary, course: Course) -> Iterator[TocItem]:
    listed = [entry.slug for unit in course.units for entry in _entries(glossary, unit.terms)]
    if needed(glossary, listed):
        yield TocItem(needed_anchor(course), NEEDED)
    for unit, anchors in zip(course.units, unit_anchors(course), strict=True):
        yield TocItem(anchors.heading, spoken(unit.title))
        for part, names in zip(unit.parts, anchors.parts, strict=True):
            if names.heading:
                yield TocItem(names.heading, spoken(part.title))
