"""Errors of k-nearest-neighbour regression by closed formulas: simple to flexible, on old and on new examples."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from drawing.canvas import figure, rect, text
from drawing.plot import Plot

COUNT = 60
NOISE = 0.16
"""The variance of the labels around the true curve."""

SIZES = (60, 50, 42, 36, 30, 26, 22, 19, 16, 14, 12, 10, 8, 7, 6, 5, 4, 3, 2, 1)


def truth(x: float) -> float:
    """The curve that the labels follow, noise apart."""
    return math.sin(2 * math.pi * x)


@dataclass(frozen=True, slots=True)
class Errors:
    """Expected squared errors for one number of neighbours."""

    bias: float
    variance: float

    @property
    def new(self) -> float:
        """On a new label at an old input: bias² + variance + noise (Hastie et al., 2009, equation 7.10)."""
        return self.bias + self.variance + NOISE

    @property
    def training(self) -> float:
        """On the training labels, which are their own neighbours: bias² + noise - variance."""
        return self.bias + NOISE - self.variance


def errors(size: int) -> Errors:
    """Averages over evenly spaced inputs, when the label is predicted by the mean label of the `size` nearest ones."""
    inputs = [(index + 0.5) / COUNT for index in range(COUNT)]
    total = 0.0
    for x in inputs:
        near = sorted(inputs, key=lambda other: (round(abs(other - x), 9), other))[:size]
        total += (truth(x) - sum(map(truth, near)) / size) ** 2
    return Errors(total / COUNT, NOISE / size)


def _window() -> tuple[Plot, Callable[[int], float]]:
    """The plot, and where a number of neighbours lies on its axis: evenly by ratio, few neighbours to the right."""
    plot = Plot(x=(-math.log(COUNT), 0), y=(0, 0.7), left=30, top=24, width=332, height=190)
    return plot, lambda size: -math.log(size)


def _frame(plot: Plot, place: Callable[[int], float]) -> list[str]:
    return [
        text(4, 13, "expected squared error", "t2", anchor="start"),
        *plot.y_axis([(0, "0"), (0.2, "0.2"), (0.4, "0.4"), (0.6, "0.6")]),
        *plot.x_axis([(place(size), str(size)) for size in (60, 30, 10, 5, 2, 1)]),
        text(plot.left, 249, "← simpler", "t2", anchor="start"),
        text(196, 249, "neighbors averaged", "t2"),
        text(362, 249, "more flexible →", "t2", anchor="end"),
    ]


def draw_overfitting() -> str:
    """Error on the training examples and on new ones."""
    plot, place = _window()
    found = {size: errors(size) for size in SIZES}
    best = min(SIZES, key=lambda size: found[size].new)
    x, _ = plot.at(place(best), 0)
    parts = [
        rect(x - 3, plot.top, 6, plot.height, "hl"),
        *_frame(plot, place),
        plot.lines([(place(size), found[size].new) for size in SIZES], "a"),
        plot.lines([(place(size), found[size].training) for size in SIZES], "b"),
        plot.text(place(2), found[2].new, "new examples", "ta on", shift=(0, -12)),
        plot.text(place(2), found[2].training, "training examples", "on", shift=(-14, 22)),
        plot.text(place(best), 0.7, "best for new ones", "h on", shift=(8, 14), anchor="start"),
    ]
    return figure(380, 258, *parts)


def draw_parts() -> str:
    """The error on new examples, and the three parts that it is the sum of."""
    plot, place = _window()
    found = {size: errors(size) for size in SIZES}
    parts = [
        *_frame(plot, place),
        plot.lines([(place(COUNT), NOISE), (0, NOISE)], "l dash"),
        plot.lines([(place(size), found[size].bias) for size in SIZES], "b"),
        plot.lines([(place(size), found[size].variance) for size in SIZES], "c"),
        plot.lines([(place(size), found[size].new) for size in SIZES], "a"),
        plot.text(place(2), found[2].new, "error on new examples", "ta on", shift=(10, -14)),
        plot.text(place(36), found[36].bias, "bias²", "on", shift=(-16, 14), anchor="end"),
        plot.text(place(3), found[3].variance, "variance", "tc on", shift=(0, 20), anchor="start"),
        plot.text(place(10), NOISE, "noise", "t2 on", shift=(0, -6)),
    ]
    return figure(380, 258, *parts)
