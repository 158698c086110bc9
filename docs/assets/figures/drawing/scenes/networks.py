"""Networks as columns of units, one column marked: the three entries use the numbers of their own examples."""

from collections.abc import Sequence
from dataclasses import dataclass

from drawing.canvas import Point, arrow, circle, figure, line, rect, text
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


def _columns(columns: Sequence[Column], xs: Sequence[float], marked: set[int], middle: float, gap: float) -> list[str]:
    """Units as circles, every unit joined with all units of the next column, the marked columns on the highlighter."""
    radius = 17
    places: list[list[Point]] = [
        [(x, middle + gap * (row - (len(column.values) - 1) / 2)) for row in range(len(column.values))]
        for column, x in zip(columns, xs, strict=True)
    ]
    parts = []
    for index in sorted(marked):
        ys = [y for _, y in places[index]]
        parts.append(rect(xs[index] - 28, ys[0] - 28, 56, ys[-1] - ys[0] + 56, "here", round_=10))
    for here, there in zip(places, places[1:], strict=False):
        parts += [line(x1 + radius + 2, y1, x2 - radius - 2, y2, "l thin") for x1, y1 in here for x2, y2 in there]
    for index, column in enumerate(columns):
        for row, (x, y) in enumerate(places[index]):
            parts += [
                circle(x, y, radius, "box dash" if row in column.silent else "box"),
                text(x, y + 4.5, column.values[row]),
            ]
            if column.notes:
                first = index == 0
                parts.append(text(x - 32 if first else x + 24, y + 4.5, column.notes[row], "t2", anchor="end" if first else "start"))
        parts.append(text(xs[index], 14, column.name, "h" if index in marked else "t2"))
    return parts


def _number(value: float) -> str:
    return f"{value:g}".replace("-", "−")


def draw_input() -> str:
    """Five input units with the listing of the rent example; the next layer holds the first weights."""
    notes = ("area", "rooms", "North?", "Center?", "South?")
    values = ("−0.5", "1", "0", "1", "0")
    columns = [Column("input layer", values, notes), Column("hidden layer", ("",) * 4), Column("output", ("",))]
    parts = _columns(columns, (98, 226, 334), {0}, 146, 47)
    parts += [text(162, 280, "5 × 4 weights", "t2"), text(98, 298, "nothing is computed here")]
    return figure(380, 306, *parts)


def draw_hidden() -> str:
    """The network of the switches with the first switch on; what the two hidden units hold is new."""
    a, b, output = alarm(1, 0)
    columns = [
        Column("given", ("1", "0"), ("switch 1", "switch 2")),
        Column("hidden layer", (_number(a), _number(b)), silent=frozenset({1})),
        Column("target known", (_number(output),)),
    ]
    parts = _columns(columns, (98, 208, 330), {1}, 96, 84)
    parts += [
        text(147, 44, "× 1", "t2 on"),
        text(147, 160, "× 1", "t2 on"),
        text(128, 85, "× −1", "t2 on"),
        text(128, 116, "× −1", "t2 on"),
        text(274, 66, "× 1", "t2"),
        text(274, 136, "× 1", "t2"),
        text(208, 188, "no data say what belongs here"),
    ]
    return figure(380, 198, *parts)


def draw_network() -> str:
    """The delivery network with the first parcel: unit B is silent."""
    a, b, output = delivery(2, 4)
    columns = [
        Column("input", ("2", "4"), ("km", "kg")),
        Column("hidden", (_number(a), _number(b)), silent=frozenset({1})),
        Column("output", (_number(output),), ("minutes",)),
    ]
    parts = _columns(columns, (62, 178, 286), set(), 98, 92)
    parts += [
        text(120, 43, "× 1", "t2 on"),
        text(120, 164, "× −1.5", "t2 on"),
        text(98, 77, "× 2", "t2 on"),
        text(98, 128, "× 0.5", "t2 on"),
        text(178, 177, "B: silent", "t2"),
        text(178, 84, "A", "t2"),
        text(244, 66, "× 4", "t2"),
        text(244, 140, "× 0.5", "t2"),
        text(120, 192, "", "t2"),
    ]
    return figure(380, 196, *parts)


def draw_space() -> str:
    """The four rows of the switches, by their inputs and by their hidden values."""
    parts: list[str] = []
    for left, title, across, up in ((36, "the two switches", "switch 1", "switch 2"), (232, "the two hidden units", "unit 1", "unit 2")):
        parts += [
            text(left + 60, 14, title, "h"),
            arrow([(left - 10, 152), (left + 138, 152)], "ax"),
            arrow([(left, 162), (left, 28)], "ax"),
            text(left + 138, 170, across, "t2", anchor="end"),
            text(left + 6, 36, up, "t2", anchor="start"),
        ]
        parts += [text(left + 96, 168, "", "t2")]
    for first in (0, 1):
        for second in (0, 1):
            a, b, output = alarm(first, second)
            for left, x, y in ((36, first, second), (232, a, b)):
                px, py = left + 92 * x, 152 - 92 * y
                parts += [circle(px, py, 8, "pa" if output else "pb")]
    parts.append(line(240, 78, 308, 170 - 18, "l dash"))
    return figure(380, 200, *parts)
