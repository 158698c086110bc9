"""Networks as columns of units, one column marked: the three entries use the numbers of their own examples."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from drawing.canvas import Point, arrow, circle, figure, line, rect, shown, text
from drawing.scenes.activations import relu


@dataclass(frozen=True, slots=True)
class Column:
    """A layer: its name, what stands in each unit, and what stands beside each (left of inputs, right of outputs)."""

    name: str
    values: Sequence[str]
    notes: Sequence[str] = ()
    silent: frozenset[int] = frozenset()


def delivery(distance: float, weight: float) -> tuple[float, float, float]:
    """Units A and B and the output of the network that estimates delivery minutes."""
    a = relu(distance + 0.5 * weight - 1)
    b = relu(2 * distance - 1.5 * weight + 1)
    return a, b, 4 * a + 0.5 * b + 6


def alarm(first: float, second: float) -> tuple[float, float, float]:
    """Both hidden units and the output of the network that tells whether two switches differ."""
    a, b = relu(first - second), relu(second - first)
    return a, b, a + b


RADIUS = 17


def _places(columns: Sequence[Column], xs: Sequence[float], middle: float, gap: float) -> list[list[Point]]:
    """Return the centre of every unit, column by column."""
    return [
        [(x, middle + gap * (row - (len(column.values) - 1) / 2)) for row in range(len(column.values))]
        for column, x in zip(columns, xs, strict=True)
    ]


def _network(columns: Sequence[Column], places: list[list[Point]], marked: int | None = None) -> list[str]:
    """Every unit joined with all units of the next column, one column on the highlighter."""
    parts = []
    if marked is not None:
        (x, top), bottom = places[marked][0], places[marked][-1][1]
        parts.append(rect(x - 28, top - 28, 56, bottom - top + 56, "here", round_=10))
    for here, there in pairwise(places):
        parts += [line(x1 + RADIUS + 2, y1, x2 - RADIUS - 2, y2, "l thin") for x1, y1 in here for x2, y2 in there]
    for index, (column, spots) in enumerate(zip(columns, places, strict=True)):
        parts.append(text(spots[0][0], 14, column.name, "h" if index == marked else "t2"))
        for row, (x, y) in enumerate(spots):
            look = "box dash" if row in column.silent else "box"
            parts.append(circle(x, y, RADIUS, look))
            parts += [text(x, y + 4.5, column.values[row])] if column.values[row] else []
        for (x, y), note in zip(spots, column.notes, strict=False):
            side, anchor = (-32, "end") if index == 0 and marked == 0 else (-24, "end") if index == 0 else (24, "start")
            parts.append(text(x + side, y + 4.5, note, "t2", anchor=anchor))
    return parts


def _weights(
    here: Sequence[Point], there: Sequence[Point], weights: Sequence[Sequence[float]], share: float
) -> list[str]:
    """Return the weight of each connection at a share of its line; `weights` has one row for each unit reached."""
    return [
        text(x1 + share * (x2 - x1), y1 + share * (y2 - y1) + 4.5, f"×\u202f{shown(weight)}", "t2 on")
        for (x2, y2), row in zip(there, weights, strict=True)
        for (x1, y1), weight in zip(here, row, strict=True)
    ]


def draw_input() -> str:
    """Draw five input units with the listing of the rent example; the next layer holds the first weights."""
    columns = [
        Column("input layer", ("−0.5", "1", "0", "1", "0"), ("area", "rooms", "North?", "Center?", "South?")),
        Column("hidden layer", ("",) * 4),
        Column("output", ("",)),
    ]
    parts = _network(columns, _places(columns, (98, 226, 334), 146, 47), 0)
    parts += [text(184, 270, "5 × 4 weights", "t2"), text(98, 294, "nothing is computed")]
    return figure(380, 302, *parts)


def draw_hidden() -> str:
    """Draw the network of the switches with only the first switch on."""
    a, b, output = alarm(1, 0)
    columns = [
        Column("given", ("1", "0"), ("switch 1", "switch 2")),
        Column("hidden layer", (shown(a), shown(b)), silent=frozenset({1})),
        Column("wanted", (shown(output),), ("alarm",)),
    ]
    places = _places(columns, (88, 212, 318), 100, 92)
    parts = [
        *_network(columns, places, 1),
        *_weights(places[0], places[1], ((1, -1), (-1, 1)), 0.36),
        *_weights(places[1], places[2], ((1, 1),), 0.55),
        text(212, 196, "the network finds these"),
    ]
    return figure(380, 206, *parts)


def draw_network() -> str:
    """Draw the delivery network with the first parcel: unit B is silent."""
    a, b, output = delivery(2, 4)
    columns = [
        Column("input", ("2", "4"), ("km", "kg")),
        Column("hidden", (shown(a), shown(b)), silent=frozenset({1})),
        Column("output", (shown(output),), ("minutes",)),
    ]
    places = _places(columns, (62, 186, 292), 94, 92)
    parts = [
        *_network(columns, places),
        *_weights(places[0], places[1], ((1, 0.5), (2, -1.5)), 0.36),
        *_weights(places[1], places[2], ((4, 0.5),), 0.5),
        text(186, 80, "A", "t2"),
        text(186, 172, "B: silent", "t2"),
    ]
    return figure(380, 182, *parts)


def draw_space() -> str:
    """Draw the four rows of the switches, by their inputs and by their hidden values."""
    floor, side = 136, 84
    halves = ((34, "the two switches", "switch 1", "switch 2"), (230, "the two hidden units", "unit 1", "unit 2"))
    parts: list[str] = []
    for left, title, across, up in halves:
        parts += [
            text(left + 62, 14, title, "h"),
            arrow([(left, floor), (left + 146, floor)], "ax"),
            arrow([(left, floor), (left, 26)], "ax"),
            text(left + 146, floor - 8, across, "t2", anchor="end"),
            text(left + 8, 34, up, "t2", anchor="start"),
        ]
    for first in (0, 1):
        for second in (0, 1):
            a, b, output = alarm(first, second)
            for (left, *_), x, y in zip(halves, (first, a), (second, b), strict=True):
                spot = (left + side * x, floor - side * y)
                parts.append(circle(*spot, 8, "pa" if output else "pb"))
                if output or left == halves[0][0]:
                    aside = (14.0, 4.5) if y else (-9.0, 24.0)
                    label = f"{first}, {second}"
                    parts.append(text(spot[0] + aside[0], spot[1] + aside[1], label, "t2", anchor="start"))
    parts += [
        text(221, floor + 24, "0, 0 and 1, 1", "t2", anchor="start"),
        line(221, floor - 63, 293, floor + 9, "a dash"),
        text(96, 190, "no line parts ● from ○"),
        text(292, 190, "one line is enough"),
    ]
    return figure(380, 200, *parts)
