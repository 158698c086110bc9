"""The learning path of a course or topic: its terms in steps, each with what comes right before it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from termbase.glossary import Glossary
from termbase.maps.layers import before, steps
from termbase.maps.routes import Cell, routes
from termbase.maps.rows import columns, inverse, rows


@dataclass(frozen=True, slots=True)
class Box:
    """A term on a map: its column, the terms that come right before it, and the lines from them as SVG path data."""

    slug: str
    column: int
    before: tuple[str, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """Boxes whose terms can be learnt once the step before is known, row by row, each from left to right."""

    boxes: tuple[Box, ...]
    rows: int


@dataclass(frozen=True, slots=True)
class LearningMap:
    """The steps of a map with their rows in all, and the terms that have nothing before or after them."""

    steps: tuple[Step, ...]
    rows: int
    apart: tuple[str, ...]


def learning_map(glossary: Glossary, listed: Iterable[str]) -> LearningMap:
    """Return the map of the terms ``listed``, by their slugs."""
    rank = {slug: place for place, slug in enumerate(glossary.order)}
    needs = {slug: relations.prerequisites for slug, relations in glossary.relations.items()}
    return drawn(before(dict.fromkeys(listed), needs, rank))


def drawn(before: Mapping[str, tuple[str, ...]]) -> LearningMap:
    """Return the map of some terms: keys in learning order, each with those that come right before it."""
    after = inverse(before)
    joined = {slug: earlier for slug, earlier in before.items() if earlier or slug in after}
    grids = [rows(step, after) for step in steps(joined)]
    grid = list(chain.from_iterable(grids))
    column = columns(grid, joined, after)
    cells: dict[str, Cell] = {slug: (number, column[slug]) for number, row in enumerate(grid) for slug in row}
    lines = routes(cells, joined)
    made = []
    for step in grids:
        ordered = sorted(chain.from_iterable(step), key=cells.__getitem__)
        boxes = tuple(Box(slug, column[slug], joined[slug], lines.get(slug, ())) for slug in ordered)
        made.append(Step(boxes, len(step)))
    return LearningMap(tuple(made), len(grid), tuple(slug for slug in before if slug not in joined))
