"""The four embeddings of the entry as arrows, and the look-up of an embedding layer."""

import math

from drawing.canvas import Point, arrow, circle, figure, rect, text
from drawing.plot import Plot

WORDS: dict[str, Point] = {"tea": (4, 3), "coffee": (3, 4), "hammer": (4, -3), "espresso": (6, 8)}


def cosine(one: Point, other: Point) -> float:
    """The cosine similarity of two vectors of two numbers."""
    return (one[0] * other[0] + one[1] * other[1]) / (math.hypot(*one) * math.hypot(*other))


def draw_map() -> str:
    """The words as places; the same direction and the distance between them."""
    plot = Plot(x=(-0.6, 7.6), y=(-3.7, 8.5), left=6, top=4, width=8.2 * 24, height=12.2 * 24)
    origin = plot.at(0, 0)
    parts = [
        *(plot.lines([(value, -3.7), (value, 8.5)], "gr") for value in range(1, 8)),
        *(plot.lines([(-0.6, value), (7.6, value)], "gr") for value in range(-3, 9)),
        plot.lines([(0, -3.7), (0, 8.5)], "ax"),
        plot.lines([(-0.6, 0), (7.6, 0)], "ax"),
        plot.lines([WORDS["coffee"], WORDS["espresso"]], "l dash"),
        plot.lines([WORDS["coffee"], WORDS["tea"]], "b"),
        plot.lines([WORDS["tea"], WORDS["hammer"]], "b"),
    ]
    for word, place in WORDS.items():
        shift, anchor = {"hammer": ((9, 5), "start"), "tea": ((9, 5), "start"), "coffee": ((-6, -8), "end")}.get(word, ((0, -9), "middle"))
        if word != "espresso":
            parts.append(arrow([origin, plot.at(*place)], "a"))
        parts += [plot.circle(*place, 4, "pa"), plot.text(*place, word, "h on", shift=shift, anchor=anchor)]
    near, far = math.dist(WORDS["tea"], WORDS["coffee"]), math.dist(WORDS["tea"], WORDS["hammer"])
    parts += [
        text(214, 60, "espresso: coffee's direction,", "t2", anchor="start"),
        text(214, 76, f"cosine {cosine(WORDS['coffee'], WORDS['espresso']):g}, but distance {math.dist(WORDS['coffee'], WORDS['espresso']):g}", "t2", anchor="start"),
        text(214, 128, "tea and coffee: near", anchor="start"),
        text(214, 144, f"cosine {cosine(WORDS['tea'], WORDS['coffee']):g}, distance {near:.2f}", "t2", anchor="start"),
        text(214, 228, "tea and hammer: far", anchor="start"),
        text(214, 244, f"cosine {cosine(WORDS['tea'], WORDS['hammer']):g}, distance {far:g}", "t2", anchor="start"),
    ]
    return figure(380, 302, *parts)


TABLE: tuple[Point, ...] = ((0.1, 0.3), (0.5, -0.2), (-0.4, 0.6), (0.2, 0.7))
BATCH = (2, 0, 2)
"""The table of four zones and the batch of the entry on the embedding layer."""


def _show(value: float) -> str:
    return f"{value:g}".replace("-", "−")


def draw_lookup() -> str:
    """Three indices on the left pick rows from the table in the middle; copies of them leave on the right."""
    parts = [
        text(28, 30, "batch", "t2"),
        text(28, 46, "of zones", "t2"),
        text(188, 14, "table: 8 weights", "h"),
        text(334, 30, "output", "t2"),
        text(334, 46, "of the layer", "t2"),
    ]
    rows = [28 + 44 * row for row in range(4)]
    for index, (row, top) in enumerate(zip(TABLE, rows, strict=True)):
        used = index in BATCH
        parts.append(text(126, top + 23, str(index), "h" if used else "t2"))
        for column, value in enumerate(row):
            x = 140 + 52 * column
            parts += [rect(x, top, 52, 36, "here" if used else "box thin"), text(x + 26, top + 23, _show(value), "" if used else "t2")]
    for place, index in enumerate(BATCH):
        y = 78 + 48 * place
        target = rows[index] + 18 + (-6 if place == 0 else 6 if place == 2 else 0)
        parts += [
            circle(28, y, 15, "box"),
            text(28, y + 5, str(index)),
            arrow([(46, y), (112, target)], "l"),
            arrow([(248, target), (284, y)], "a"),
            text(334, y + 5, f"({_show(TABLE[index][0])}, {_show(TABLE[index][1])})"),
        ]
    return figure(380, 212, *parts)
