"""Two classes of points, seen by a discriminative and by a generative model."""

import math
from random import Random

import numpy as np
from numpy.typing import NDArray

from drawing.canvas import Point, ellipse, figure, rect, text
from drawing.plot import Plot

Array = NDArray[np.float64]

STRANGER: Point = (3.3, 2.7)
"""An input unlike all examples."""


def examples() -> tuple[Array, Array]:
    """Two classes of 14 points each, rows of two features, drawn once and for all from two bell curves."""
    draws = Random(11)  # noqa: S311

    def cloud(x: float, y: float) -> Array:
        return np.array([[draws.gauss(x, 0.75), draws.gauss(y, 0.85)] for _ in range(14)])

    return cloud(-1.15, 0.5), cloud(1.15, -0.7)


def boundary(first: Array, second: Array) -> tuple[float, float, float]:
    """Bias and two weights of the logistic regression that separates the second class from the first.

    Newton's method on the cross-entropy with a small penalty, 0.05 times the squared length of the weights.
    """
    rows = np.vstack([first, second])
    design = np.column_stack([np.ones(len(rows)), rows])
    labels = np.repeat([0.0, 1.0], [len(first), len(second)])
    penalty = np.diag([0.0, 0.1, 0.1])
    weights = np.zeros(3)
    for _ in range(30):
        chance = 1 / (1 + np.exp(-design @ weights))
        slope = design.T @ (chance - labels) + penalty @ weights
        bend = (design.T * (chance * (1 - chance))) @ design + penalty
        weights -= np.linalg.solve(bend, slope)
    return float(weights[0]), float(weights[1]), float(weights[2])


def spread(cloud: Array) -> tuple[Point, Point, float]:
    """Mean, standard deviations along the two main axes, and the turn of the first axis in degrees."""
    values, vectors = np.linalg.eigh(np.cov(cloud.T, bias=True))
    axis = vectors[:, 1] * np.sign(vectors[0, 1])
    centre = cloud.mean(axis=0)
    return (
        (float(centre[0]), float(centre[1])),
        (math.sqrt(values[1]), math.sqrt(values[0])),
        math.degrees(math.atan2(axis[1], axis[0])),
    )


def draw() -> str:
    """Draw left a boundary with its two sides, right one bell-shaped density for each class; both meet a stranger."""
    first, second = examples()
    bias, w1, w2 = boundary(first, second)
    left, right = (
        Plot(x=(-3.4, 4.2), y=(-3.2, 3.6), left=x, top=28, width=180, height=180 * 6.8 / 7.6) for x in (2, 198)
    )
    sure = 1 / (1 + math.exp(-(bias + w1 * STRANGER[0] + w2 * STRANGER[1])))
    parts = [
        text(92, 16, "discriminative", "h"),
        text(288, 16, "generative", "h"),
        *(rect(plot.left, plot.top, plot.width, plot.height, "soft", round_=4) for plot in (left, right)),
        _line(left, bias, w1, w2),
    ]
    for cloud, look in ((first, "a thin"), (second, "l thin")):
        centre, (long, short), turn = spread(cloud)
        scale = right.scale[0]
        parts += [
            ellipse(right.at(*centre), (scale * times * long, scale * times * short), look, turn=-turn)
            for times in (1, 2)
        ]
    for plot in (left, right):
        parts += [plot.circle(x, y, 3.2, "pa") for x, y in first.tolist()]
        parts += [_square(plot, x, y) for x, y in second.tolist()]
        parts += [plot.circle(*STRANGER, 9, "hl"), plot.text(*STRANGER, "?", "th", shift=(0, 4.5))]
    parts += [
        text(92, 208, "where is the border?"),
        text(92, 226, f"? is a dot: {100 * (1 - sure):.0f}% sure", "t2"),
        text(288, 208, "what is each class like?"),
        text(288, 226, "? is unlike both", "t2"),
    ]
    return figure(380, 236, *parts)


def _square(plot: Plot, x: float, y: float) -> str:
    px, py = plot.at(x, y)
    return rect(px - 2.9, py - 2.9, 5.8, 5.8, "pb thin")


def _line(plot: Plot, bias: float, w1: float, w2: float) -> str:
    """Return the boundary, where the score is 0, from edge to edge of the window."""
    crossings = [(x, -(bias + w1 * x) / w2) for x in plot.x] + [(-(bias + w2 * y) / w1, y) for y in plot.y]
    inside = [(x, y) for x, y in crossings if plot.x[0] <= x <= plot.x[1] and plot.y[0] <= y <= plot.y[1]]
    return plot.lines(inside, "b full")
