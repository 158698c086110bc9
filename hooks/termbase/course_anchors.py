"""The anchors of a course page: of each unit, each part of a unit, and their facts and questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from termbase.articles import Course, Part, Unit
from termbase.model import Former
from termbase.text import Text, slugify


@dataclass(frozen=True, slots=True)
class PartAnchors:
    """The anchors of a part. ``heading`` is empty for a part without a name, which has no heading of its own."""

    heading: str
    facts: str
    questions: str


@dataclass(frozen=True, slots=True)
class UnitAnchors:
    """The anchors of a unit and of its parts, in order.

    ``facts`` and ``questions`` hold whether the unit is divided or not: in one that is, they stand where the first
    facts and questions do.
    """

    heading: str
    facts: str
    questions: str
    parts: tuple[PartAnchors, ...]


def unit_anchors(course: Course) -> tuple[UnitAnchors, ...]:
    """Return the anchors of each unit of ``course``.

    They carry titles, so that units may be moved: ``losses``, ``losses-facts``, ``losses-by-hand-questions``. One that
    is taken gets ``-2``, ``-3`` … in the order of the page. Units come before parts and parts before facts and
    questions, so that the name of a smaller thing never moves that of a larger one.
    """
    taken = {course.slug}
    headings = [_free(_unit(unit, number), taken) for number, unit in enumerate(course.units, 1)]
    parts = [
        [_free(_part(heading, part, number), taken) if part.title else "" for number, part in enumerate(unit.parts, 1)]
        for heading, unit in zip(headings, course.units, strict=True)
    ]
    return tuple(_unit_anchors(heading, names, taken) for heading, names in zip(headings, parts, strict=True))


def _unit(unit: Unit, number: int) -> str:
    return slugify(unit.title.text) or f"unit-{number}"


def _part(unit: str, part: Part, number: int) -> str:
    return f"{unit}-{slugify(part.title.text) or f'part-{number}'}"


def _unit_anchors(heading: str, parts: Iterable[str], taken: set[str]) -> UnitAnchors:
    facts, questions = (_free(f"{heading}-{name}", taken) for name in ("facts", "questions"))
    return UnitAnchors(
        heading,
        facts,
        questions,
        tuple(
            PartAnchors(part, *(_free(f"{part or heading}-{name}", taken) for name in ("facts", "questions")))
            # Terms that stand before any part are the unit's own.
            if part or index
            else PartAnchors("", facts, questions)
            for index, part in enumerate(parts)
        ),
    )


def _free(wanted: str, taken: set[str]) -> str:
    """Return ``wanted``, with ``-2``, ``-3`` … where it is taken, and note it."""
    found, number = wanted, 1
    while found in taken:
        number += 1
        found = f"{wanted}-{number}"
    taken.add(found)
    return found


def needed_anchor(course: Course) -> str:
    """Return the anchor of the terms that ``course`` needs first; it stands there only where there are some."""
    return _free("before-you-start", {course.slug, *anchors(course)})


def anchors(course: Course) -> tuple[str, ...]:
    """Return every anchor that the page of ``course`` promises, in the order of the page, without repeats.

    A site whose course passes the checks has each of them: every part with terms has facts and questions.
    """
    return tuple(dict.fromkeys(_anchors(course)))


def _anchors(course: Course) -> Iterator[str]:
    for unit, named in zip(course.units, unit_anchors(course), strict=True):
        yield named.heading
        if unit.terms:
            yield from (named.facts, named.questions)
        for part, names in zip(unit.parts, named.parts, strict=True):
            if names.heading:
                yield names.heading
            if part.terms:
                yield from (names.facts, names.questions)


def former_anchors(course: Course) -> Iterator[Former]:
    """Yield the anchors that ``course`` had under the former titles of its units and parts, each with today's.

    They are those of the same course with the old title in the place of the new one.
    """
    now = list(_named(course))
    for old, line in _renamed(course):
        for before, after in zip(_named(old), now, strict=True):
            if before != after:
                yield Former(Text(f"#{before}", line), Text(after, line))


def _named(course: Course) -> Iterator[str]:
    """Yield every anchor in one order, whatever the titles."""
    for unit in unit_anchors(course):
        yield from (unit.heading, unit.facts, unit.questions)
        for part in unit.parts:
            yield from (part.heading, part.facts, part.questions)


def _renamed(course: Course) -> Iterator[tuple[Course, int]]:
    """Yield the course as it was with each former title, and the line that names it."""
    for number, unit in enumerate(course.units):
        for title in unit.formerly:
            yield _with(course, number, replace(unit, title=title)), title.line
        for place, part in enumerate(unit.parts):
            for title in part.formerly:
                parts = (*unit.parts[:place], replace(part, title=title), *unit.parts[place + 1 :])
                yield _with(course, number, replace(unit, parts=parts)), title.line


def _with(course: Course, number: int, unit: Unit) -> Course:
    return replace(course, units=(*course.units[:number], unit, *course.units[number + 1 :]))
