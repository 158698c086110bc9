"""The widest street between the five points of the entry on support vector machines."""

import math
from collections.abc import Sequence

from drawing.canvas import Point, circle, figure, shown, text
from drawing.plot import Plot

Labelled = tuple[Point, int]

POINTS: Sequence[Labelled] = (((1, 1), -1), ((0, 1), -1), ((3, 3), 1), ((4, 3), 1), ((3, 5), 1))
WEIGHTS: Point = (0.5, 0.5)
BIAS = -2.0


def score(point: Point) -> float:
    """Return the score of a point; its sign is the class."""
    return WEIGHTS[0] * point[0] + WEIGHTS[1] * point[1] + BIAS


def width() -> float:
    """Return the width of the street, between the lines where the score is 1 and -1."""
    return 2 / math.hypot(*WEIGHTS)


def support() -> list[Point]:
    """Return the points on the edge of the street."""
    return [point for point, label in POINTS if label * score(point) == 1]


def _edge(plot: Plot, level: float) -> tuple[Point, Point]:
    """Return where the line of a score enters the window, upper left, and where it leaves it, lower right."""
    total = (level - BIAS) / WEIGHTS[0]  # the two weights are equal
    high, low = min(plot.y[1], total - plot.x[0]), max(plot.y[0], total - plot.x[1])
    return (total - high, high), (total - low, low)


def draw() -> str:
    """Draw the points, the border, the street around it, and the two points that hold it."""
    plot = Plot(x=(-0.6, 5), y=(-0.4, 5.6), left=24, top=26, width=246.4, height=264)
    edges = {level: _edge(plot, level) for level in (-1, 0, 1)}
    street = [*edges[-1], (plot.x[1], plot.y[0]), *reversed(edges[1]), (plot.x[0], plot.y[1])]
    parts = [
        plot.lines(street, "fa", closed=True),
        text(4, 13, "x₂", "t2", anchor="start"),
        *plot.y_axis([(value, str(value)) for value in range(6)], grid=False),
        *plot.x_axis([(value, str(value)) for value in range(6)]),
        plot.text(2.2, plot.y[0], "x₁", "t2", shift=(0, 36)),
        *(plot.lines(edges[level], "l dash") for level in (-1, 1)),
        plot.lines(edges[0], "a"),
        plot.lines(support(), "l"),
        plot.text(2.5, 2.5, f"{width():.2f}", "h", shift=(8, 9), anchor="start"),
        *(plot.circle(*point, 11, "here") for point in support()),
        *(plot.circle(*point, 5, "pa" if label == 1 else "pb") for point, label in POINTS),
    ]
    for level, words, look in ((-1, "score −1", "t2"), (0, "score 0", "ta"), (1, "score 1", "t2")):
        x, y = edges[level][1]
        parts.append(plot.text(x, y, words, look, shift=(-25, -33) if level < 1 else (6, 4), anchor="start"))
    x = 284
    parts += [
        circle(x + 11, 44, 11, "here"), circle(x + 11, 44, 5, "pb"),
        text(x + 28, 42, "support", anchor="start"), text(x + 28, 58, "vector", anchor="start"),
        circle(x + 11, 88, 5, "pa"), text(x + 28, 92.5, f"label {shown(1)}", "t2", anchor="start"),
        circle(x + 11, 112, 5, "pb"), text(x + 28, 116.5, f"label {shown(-1)}", "t2", anchor="start"),
        text(x, 154, "border", "ta", anchor="start"),
        text(x, 171, "shaded: street", "t2", anchor="start"),
    ]  # fmt: skip
    return figure(380, 330, *parts)
