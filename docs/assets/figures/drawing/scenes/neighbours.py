"""Errors of k-nearest-neighbour regression by closed formulas: simple to flexible, on old and on new examples."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from drawing.canvas import figure, rect, text
from drawing.plot import Plot

COUNT = 60
"""How many training examples there are."""
NOISE = 0.16
"""The variance of the labels around the true curve."""

SIZES = (45, 41, 37, 33, 29, 25, 21, 19, 17, 15, 13, 11, 9, 7, 5, 3, 1)


def truth(x: float) -> float:
    """Return the curve that the labels follow, noise apart."""
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
    """Return the plot, and where a number of neighbours lies on its axis: by its logarithm, few to the right."""
    plot = Plot(x=(-math.log(SIZES[0]), 0), y=(0, 0.5), left=30, top=24, width=332, height=190)
    return plot, lambda size: -math.log(size)


def _frame(plot: Plot, place: Callable[[int], float]) -> list[str]:
    return [
        text(4, 13, "expected squared error", "t2", anchor="start"),
        *plot.y_axis([(0, "0"), (0.2, "0.2"), (0.4, "0.4")]),
        *plot.x_axis([(place(size), str(size)) for size in (45, 25, 15, 9, 5, 3, 1)]),
        text(plot.left, 249, "← simpler", "t2", anchor="start"),
        text(196, 249, "neighbors averaged", "t2"),
        text(362, 249, "more flexible →", "t2", anchor="end"),
    ]


def draw_overfitting() -> str:
    """Draw the error on the training examples and on new ones."""
    plot, place = _window()
    found = {size: errors(size) for size in SIZES}
    best = min(SIZES, key=lambda size: found[size].new)
    x, _ = plot.at(place(best), 0)
    parts = [
        rect(x - 3, plot.top, 6, plot.height, "hl"),
        *_frame(plot, place),
        plot.lines([(place(size), found[size].new) for size in SIZES], "a"),
        plot.lines([(place(size), found[size].training) for size in SIZES], "b"),
        plot.text(place(1), found[1].new, "new examples", "ta", shift=(0, -12), anchor="end"),
        plot.text(place(23), 0, "training examples", shift=(0, -12)),
        plot.text(place(best), 0.5, "best for new ones", "h on", shift=(8, 14), anchor="start"),
    ]
    return figure(380, 258, *parts)


def draw_parts() -> str:
    """Draw the error on new examples, and the three parts that it is the sum of."""
    plot, place = _window()
    found = {size: errors(size) for size in SIZES}
    parts = [
        *_frame(plot, place),
        plot.lines([(place(SIZES[0]), NOISE), (0, NOISE)], "l dash"),
        plot.lines([(place(size), found[size].bias) for size in SIZES], "b"),
        plot.lines([(place(size), found[size].variance) for size in SIZES], "c"),
        plot.lines([(place(size), found[size].new) for size in SIZES], "a"),
        plot.text(place(1), found[1].new, "error on new examples", "ta", shift=(0, -12), anchor="end"),
        plot.text(place(33), found[33].bias, "bias²", shift=(8, 0), anchor="start"),
        plot.text(place(2), found[3].variance, "variance", "tc", shift=(12, 6), anchor="start"),
        plot.text(place(4), NOISE, "noise", "t2", shift=(0, 15)),
    ]
    return figure(380, 258, *parts)
