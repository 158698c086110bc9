"""The four embeddings of the entry as arrows, and the look-up of an embedding layer."""

import math

from drawing.canvas import Point, arrow, circle, figure, rect, shown, text
from drawing.plot import Plot

WORDS: dict[str, Point] = {"tea": (4, 3), "coffee": (3, 4), "hammer": (4, -3), "espresso": (6, 8)}


def cosine(one: Point, other: Point) -> float:
    """Return the cosine similarity of two vectors of two numbers."""
    return (one[0] * other[0] + one[1] * other[1]) / (math.hypot(*one) * math.hypot(*other))


def draw_map() -> str:
    """Draw the words as places; the same direction and the distance between them."""
    plot = Plot(x=(-0.6, 7.6), y=(-3.7, 8.9), left=6, top=4, width=8.2 * 24, height=12.6 * 24)
    parts = [
        *(plot.lines([(value, -3.7), (value, 8.9)], "gr") for value in range(1, 8)),
        *(plot.lines([(-0.6, value), (7.6, value)], "gr") for value in range(-3, 9)),
        plot.lines([(0, -3.7), (0, 8.9)], "ax"),
        plot.lines([(-0.6, 0), (7.6, 0)], "ax"),
        plot.lines([WORDS["coffee"], WORDS["espresso"]], "l dash"),
        plot.lines([WORDS["coffee"], WORDS["tea"]], "b"),
        plot.lines([WORDS["tea"], WORDS["hammer"]], "b"),
    ]
    for word, place in WORDS.items():
        shift, anchor = {"coffee": ((-8, -6), "end"), "espresso": ((-9, 5), "end")}.get(word, ((9, 5), "start"))
        if word != "espresso":
            parts.append(plot.lines([(0, 0), place], "a"))
        parts += [plot.circle(*place, 4, "pa"), plot.text(*place, word, "h on", shift=shift, anchor=anchor)]
    for one, other, y in (("coffee", "espresso", 66), ("tea", "coffee", 128), ("tea", "hammer", 228)):
        a, b = WORDS[one], WORDS[other]
        measures = f"cosine {shown(round(cosine(a, b), 2))}, distance {shown(round(math.dist(a, b), 2))}"
        parts += [
            text(208, y, f"{one} and {other}", anchor="start"),
            text(208, y + 16, measures, "t2", anchor="start"),
        ]
    return figure(380, 312, *parts)


TABLE: tuple[Point, ...] = ((0.1, 0.3), (0.5, -0.2), (-0.4, 0.6), (0.2, 0.7))
BATCH = (2, 0, 2)
"""The table of four zones and the batch of the entry on the embedding layer."""


def draw_lookup() -> str:
    """Draw three indices that pick rows from the table; copies of them leave on the right."""
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
            parts += [
                rect(x, top, 52, 36, "here" if used else "box thin"),
                text(x + 26, top + 23, shown(value), "" if used else "t2"),
            ]
    for place, index in enumerate(BATCH):
        y = 78 + 48 * place
        target = rows[index] + 18 + (-6 if place == 0 else 6 if place == 2 else 0)
        parts += [
            circle(28, y, 15, "box"),
            text(28, y + 5, str(index)),
            arrow([(46, y), (112, target)], "l"),
            arrow([(248, target), (284, y)], "a"),
            text(334, y + 5, f"({shown(TABLE[index][0])}, {shown(TABLE[index][1])})"),
        ]
    return figure(380, 212, *parts)
