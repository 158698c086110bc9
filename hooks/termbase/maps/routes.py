"""The lines of a learning path: curves from each box down to those that come after it, around the boxes between.

The picture is stretched over the boxes, whatever their size: a column is 60 wide, a row 20 high, and the gap above the
boxes of a row is its first quarter or more. A line starts and ends behind its boxes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from termbase.maps.layers import Before
from termbase.maps.rows import COLUMNS

COLUMN, ROW = 60, 20
# How far a line bends within the gap, and how far it goes on behind a box.
_BEND, _BEHIND = 4.5, 8
# Lines that run down side by side, and what it costs a line to run between two columns rather than down an empty one.
_LANES, _NARROW = (0.0, 1.2, -1.2), 10

Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Long:
    """A line over several rows. It runs down ``channel`` from the row after ``start`` to the one before ``end``."""

    slug: str
    other: str
    channel: int
    start: int
    end: int


def routes(cells: Mapping[str, Cell], before: Before) -> dict[str, tuple[str, ...]]:
    """Return the lines that come in to each box, as SVG path data; boxes with none are left out.

    ``cells`` has the row and column of each box; whatever comes before a box stands in a higher row.
    """
    taken = frozenset(cells.values())
    found: dict[str, list[str]] = {}
    long = []
    for slug, earlier in before.items():
        row, column = cells[slug]
        for other in earlier:
            start, from_column = cells[other]
            if row == start + 1:
                found.setdefault(slug, []).append(_direct(start, _centre(from_column), _centre(column)))
            else:
                channel = _channel(_centre(from_column), _centre(column), range(start + 1, row), taken)
                long.append(_Long(slug, other, channel, start, row))
    for line, lane in _lanes(long):
        source, target = _centre(cells[line.other][1]), _centre(cells[line.slug][1])
        down = _inside(line.channel + lane)
        found.setdefault(line.slug, []).append(_around(line, source, down, target))
    return {slug: tuple(lines) for slug, lines in found.items()}


def _centre(column: int) -> int:
    return COLUMN * column + COLUMN // 2


def _channel(source: int, target: int, between: range, taken: frozenset[Cell]) -> int:
    """Return where a line runs down: between two columns, or down one that is empty in all rows ``between``."""
    empty = [c for c in range(COLUMNS) if not any((row, c) in taken for row in between)]
    costs = {_centre(column): 0 for column in empty} | {COLUMN * column: _NARROW for column in range(COLUMNS + 1)}
    return min(costs, key=lambda x: (abs(source - x) + abs(x - target) + costs[x], x))


def _lanes(long: list[_Long]) -> Iterator[tuple[_Long, float]]:
    """Yield each line with its offset. Lines from one box share a lane, others that overlap do not if lanes suffice.

    Each channel is filled from the top (the left-edge algorithm of Hashimoto and Stevens 1971).
    """
    bundles: dict[tuple[int, str], list[_Long]] = {}
    for line in long:
        bundles.setdefault((line.channel, line.other), []).append(line)
    ends: dict[int, list[int]] = {}
    for (channel, _), lines in sorted(bundles.items(), key=lambda item: (item[0][0], item[1][0].start, item[0][1])):
        last = ends.setdefault(channel, [-1] * len(_LANES))
        free = next((lane for lane, end in enumerate(last) if end <= lines[0].start), last.index(min(last)))
        last[free] = max(line.end for line in lines)
        for line in lines:
            yield line, _LANES[free]


def _inside(x: float) -> float:
    return min(max(x, 0.8), COLUMN * COLUMNS - 0.8)


def _direct(start: int, source: float, target: float) -> str:
    y = ROW * (start + 1)
    return f"M{source:g} {y - _BEHIND}{_bend(source, target, y)}v{_BEHIND}"


def _around(line: _Long, source: float, down: float, target: float) -> str:
    first, last = ROW * (line.start + 1), ROW * line.end
    return f"M{source:g} {first - _BEHIND}{_bend(source, down, first)}{_bend(down, target, last)}v{_BEHIND}"


def _bend(x: float, to: float, y: float) -> str:
    """Return a line down to ``y`` and a smooth bend from ``x`` to ``to``."""
    if x == to:
        return f"V{y + _BEND:g}"
    return f"V{y}C{x:g} {y + 3.5:g} {to:g} {y + 1:g} {to:g} {y + _BEND:g}"
