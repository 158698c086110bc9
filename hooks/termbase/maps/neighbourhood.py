"""A term among its nearest neighbours: what it needs above it, what it leads to below, the rest at its sides.

Lengths are in the units of the picture, which is 380 wide: on a phone about a pixel each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from termbase.glossary import Relations
from termbase.maps.lettering import wrapped

WIDTH = 380
MIDDLE = WIDTH // 2
FONT = 13
# The columns of the boxes above and below, of one that stands there alone, and of the three in the middle row.
_PAIR, _ALONE, _BAND = (1, 197), 99, 182
_LEFT, _RIGHT, _SIDE = 1, 269, 110
_OWN, _OWN_WIDTH = 128, 124
_LINE, _PADDING, _LABEL, _MORE = 15, 6, 18, 26
_LEAST = 2 * _PADDING + 2 * _LINE
# Between boxes of one column, between two rows, and what lines take to bend between a row and the term.
_BESIDE, _ROWS, _BEND = 8, 24, 34
MOST, MOST_BROADER, MOST_NARROWER, MOST_RELATED, MOST_CONTRASTS = 4, 2, 3, 3, 3


Name = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbours of one sort: the slugs of those that are shown, and the number of those that are not."""

    slugs: tuple[str, ...]
    rest: int

    @property
    def cells(self) -> tuple[str, ...]:
        """The slugs, and an empty one where there are more."""
        return (*self.slugs, "") if self.rest else self.slugs


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with a name in it: the text of each line with its base line.

    ``name`` is the whole name, empty where the lines hold all of it. A box without a ``slug`` stands for ``rest`` more.
    """

    slug: str
    x: int
    y: int
    width: int
    height: int
    lines: tuple[tuple[str, int], ...]
    name: str = ""
    rest: int = 0

    @property
    def middle(self) -> int:
        """The x of the middle."""
        return self.x + self.width // 2

    @property
    def bottom(self) -> int:
        """The y of the lower edge."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Label:
    """Words outside the boxes, at their start and base line."""

    text: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """The picture of the term in the box ``own``. Lines are SVG path data, empty where there are none."""

    height: int
    own: Box
    needs: Group
    leads: Group
    before: tuple[Box, ...]
    beside: tuple[Box, ...]
    contrasts: tuple[Box, ...]
    after: tuple[Box, ...]
    labels: tuple[Label, ...]
    learning_lines: str
    arrows: str
    kind_lines: str
    plain_lines: str
    contrast_lines: str


def neighbourhood(slug: str, relations: Relations, name: Name) -> Neighbourhood | None:
    """Return the picture of an entry; None where it would show fewer than two neighbours, or contrasts only.

    ``name`` gives the name of an entry, by its slug, in plain words. Terms to see also are shown where the entry is
    part of nothing and includes nothing.
    """
    kinds = (*relations.broader, *relations.narrower)
    joined = {*relations.prerequisites, *relations.leads_to, *(kinds or relations.related)}
    contrasts = [contrast.slug for contrast in relations.contrasts]
    if not joined or len(joined.union(contrasts)) < 2:
        return None
    needs, leads = _group(relations.prerequisites, MOST), _group(relations.leads_to, MOST)
    left = (
        ("Part of", _group(relations.broader, MOST_BROADER)),
        ("Includes", _group(relations.narrower, MOST_NARROWER)),
        ("See also", _group(() if kinds else relations.related, MOST_RELATED)),
    )
    right = (("Not the same as", _group(contrasts, MOST_CONTRASTS)),)
    return _drawn(name, slug, (needs, leads), left, right)


def _group(slugs: Iterable[str], most: int) -> Group:
    found = tuple(dict.fromkeys(slugs))
    shown = found if len(found) <= most else found[: most - 1]
    return Group(shown, len(found) - len(shown))


Sides = Sequence[tuple[str, Group]]


def _drawn(name: Name, slug: str, path: tuple[Group, Group], left: Sides, right: Sides) -> Neighbourhood:
    needs, leads = path
    before = _band(name, needs, _LABEL, odd_first=True)
    top = before[-1].bottom + _BEND if before else 0
    own = _box(name, slug, _OWN, 0, _OWN_WIDTH)
    sides = [_stack(name, left, _LEFT), _stack(name, right, _RIGHT)]
    # The own box as a stack: the middles of all boxes are level.
    stacks = [*sides, ([own], [], own.height)]
    shifts, tall = _level(stacks)
    beside, contrasts, (own,) = (
        [_moved(box, top + shift) for box in boxes] for (boxes, _, _), shift in zip(stacks, shifts, strict=True)
    )
    after = _band(name, leads, top + tall + _BEND, odd_first=False)
    across = [(box.slug, _across(box, box.x + box.width, own, own.x)) for box in beside if box.slug]
    related = left[-1][1].slugs
    labels = [Label("Needs first", before[0].x, 12)] if before else []
    for (_, found, _), shift in zip(stacks, shifts, strict=True):
        labels += [Label(label.text, label.x, label.y + top + shift) for label in found]
    labels += [Label("Leads to", after[0].x, after[0].y - 7)] if after else []
    return Neighbourhood(
        height=(after[-1].bottom if after else top + tall) + 1,
        own=own,
        needs=needs,
        leads=leads,
        before=tuple(before),
        beside=tuple(beside),
        contrasts=tuple(contrasts),
        after=tuple(after),
        labels=tuple(labels),
        learning_lines=_down(before, own) + _on(own, after),
        arrows=_arrows(before, own, after),
        kind_lines="".join(lines for slug, lines in across if slug not in related),
        plain_lines="".join(lines for slug, lines in across if slug in related),
        contrast_lines="".join(_across(box, box.x, own, own.x + own.width) for box in contrasts if box.slug),
    )


def _box(name: Name, slug: str, x: int, y: int, width: int, rest: int = 0) -> Box:
    """Return a box with its top at ``y``, as high as its lines ask for: two in a wide box, three in others."""
    if not slug:
        height = _LEAST if width == _BAND else _MORE
        return _lettered(Box("", x, y, width, height, (), rest=rest), (f"+ {rest} more",))
    whole = name(slug)
    lines = wrapped(whole, (width - 10) / FONT, 2 if width == _BAND else 3)
    height = max(_LEAST, 2 * _PADDING + _LINE * len(lines))
    return _lettered(Box(slug, x, y, width, height, (), "" if " ".join(lines) == whole else whole), lines)


def _lettered(box: Box, lines: Sequence[str]) -> Box:
    first = box.y + (box.height - _LINE * len(lines)) // 2 + 12
    placed = tuple((line, first + _LINE * number) for number, line in enumerate(lines))
    return Box(box.slug, box.x, box.y, box.width, box.height, placed, box.name, box.rest)


def _moved(box: Box, by: int) -> Box:
    lines = tuple((text, y + by) for text, y in box.lines)
    return Box(box.slug, box.x, box.y + by, box.width, box.height, lines, box.name, box.rest)


def _band(name: Name, group: Group, y: int, *, odd_first: bool) -> list[Box]:
    """Return the boxes of a group, two in a row; an odd one stands alone, in the first row or in the last."""
    cells = group.cells
    starts = range(-(len(cells) % 2), len(cells), 2) if odd_first else range(0, len(cells), 2)
    boxes: list[Box] = []
    for start in starts:
        row = cells[max(start, 0) : start + 2]
        at = (_ALONE,) if len(row) == 1 else _PAIR
        placed = [_box(name, slug, x, y, _BAND, group.rest) for slug, x in zip(row, at, strict=True)]
        boxes += placed
        y = max(box.bottom for box in placed) + _ROWS
    return boxes


Stack = tuple[list[Box], list[Label], int]


def _level(stacks: Sequence[Stack]) -> tuple[list[int], int]:
    """Return how far each stack moves down so that the middles of its boxes are level, and the height of all."""
    middles = [(boxes[0].y + boxes[-1].bottom) // 2 if boxes else 0 for boxes, _, _ in stacks]
    above = max(middles)
    below = max(height - middle for (_, _, height), middle in zip(stacks, middles, strict=True))
    return [above - middle for middle in middles], above + below


def _stack(name: Name, groups: Sides, x: int) -> Stack:
    """Return the boxes of some groups one above the other, from 0 on, with their labels and height."""
    boxes: list[Box] = []
    labels = []
    y = 0
    for label, group in groups:
        if group.slugs:
            labels.append(Label(label, x, y + 11))
            y += _LABEL
        for slug in group.cells:
            boxes.append(_box(name, slug, x, y, _SIDE, group.rest))
            y = boxes[-1].bottom + _BESIDE
    return boxes, labels, max(y - _BESIDE, 0)


def _down(before: Sequence[Box], own: Box) -> str:
    """Return the lines from the boxes above: those of an upper row run down between those of the row below."""
    lines = []
    for box in before:
        if box.slug:
            bend = _BEND - 10 if box.y == before[-1].y else _ROWS
            lines.append(f"M{box.middle} {box.bottom}{_bend(box.middle, MIDDLE, box.bottom, bend)}V{own.y}")
    return "".join(lines)


def _on(own: Box, after: Sequence[Box]) -> str:
    lines = []
    for box in after:
        if box.slug:
            bend = _BEND - 6 if box.y == after[0].y else _ROWS
            start = box.y - bend
            lines.append(f"M{MIDDLE} {own.bottom}V{start}{_bend(MIDDLE, box.middle, start, bend)}")
    return "".join(lines)


def _bend(x: int, to: int, y: int, height: int) -> str:
    if x == to:
        return f"V{y + height}"
    return f"C{x} {y + height * 3 // 4} {to} {y + height // 4} {to} {y + height}"


def _arrows(before: Sequence[Box], own: Box, after: Sequence[Box]) -> str:
    ends = [(MIDDLE, own.y)] if any(box.slug for box in before) else []
    ends += [(box.middle, box.y) for box in after if box.slug]
    return "".join(f"M{x - 4} {y - 7}h8l-4 7z" for x, y in ends)


def _across(box: Box, x: int, own: Box, to: int) -> str:
    """Return the line from the side of a box to the nearest height on the side of the term's own."""
    y = box.y + box.height // 2
    end = min(max(y, own.y + 8), own.bottom - 8)
    if y == end:
        return f"M{x} {y}H{to}"
    between = (x + to) // 2
    return f"M{x} {y}C{between} {y} {between} {end} {to} {end}"
