"""Where the boxes of a learning path stand: in rows of three, each near the columns of what it hangs together with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import permutations

from termbase.maps.layers import Before

COLUMNS = 3
SWEEPS = 2

Row = tuple[str, ...]


def rows(step: Sequence[str], after: Mapping[str, Sequence[str]]) -> list[Row]:
    """Return the terms of a step in full rows and a last one; those that lead on stand lower."""
    ordered = sorted(step, key=lambda slug: slug in after)
    return [tuple(ordered[start : start + COLUMNS]) for start in range(0, len(ordered), COLUMNS)]


def inverse(before: Before) -> dict[str, tuple[str, ...]]:
    """Return the terms that come right after each; terms that lead to none are left out."""
    found: dict[str, list[str]] = defaultdict(list)
    for slug, earlier in before.items():
        for other in earlier:
            found[other].append(slug)
    return {slug: tuple(later) for slug, later in found.items()}


def columns(grid: Sequence[Row], before: Before, after: Before) -> dict[str, int]:
    """Return the column of each term of some rows, 0 to 2.

    Row by row, down and up again, each box goes near the mean column of its neighbours (the barycentre method of
    Sugiyama, Tagawa and Toda 1981); of all that comes out on the way, the arrangement with the shortest lines is kept.
    """
    now = {slug: column for row in grid for slug, column in zip(row, _spread(len(row)), strict=True)}
    best, shortest = dict(now), _length(now, before)
    for _ in range(SWEEPS):
        for way, near in ((grid, before), (grid[::-1], after)):
            for row in way:
                now.update(_placed(row, now, near))
            if _length(now, before) < shortest:
                best, shortest = dict(now), _length(now, before)
    return best


def _spread(count: int) -> Iterable[int]:
    return (1,) if count == 1 else (0, 2) if count == 2 else range(count)


def _placed(row: Row, now: Mapping[str, int], near: Before) -> Mapping[str, int]:
    wanted = [_mean([now[other] for other in near.get(slug, ())], now[slug]) for slug in row]
    found = min(
        permutations(range(COLUMNS), len(row)),
        key=lambda places: sum(abs(place - want) for place, want in zip(places, wanted, strict=True)),
    )
    return dict(zip(row, found, strict=True))


def _mean(found: Sequence[int], otherwise: int) -> float:
    return sum(found) / len(found) if found else otherwise


def _length(now: Mapping[str, int], before: Before) -> int:
    return sum(abs(now[slug] - now[other]) for slug, earlier in before.items() for other in earlier)
