"""A small Bayesian regression: the band of predictions widens where there are no examples."""

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from drawing.canvas import figure, text
from drawing.plot import Plot

Array = NDArray[np.float64]

EXAMPLES = (
    (-2.5, -0.62), (-2.2, -0.95), (-2.0, -0.78), (-1.7, -0.88), (-1.4, -0.52), (-1.1, -0.35),
    (0.9, 0.72), (1.1, 0.66), (1.3, 0.92), (1.6, 0.70), (1.8, 0.55), (2.0, 0.30),
)  # fmt: skip
CENTRES = np.linspace(-4, 4, 13)
PRIOR, NOISE = 1.0, 0.15
"""Standard deviations of each weight before any data, and of the noise."""


def features(x: float) -> Array:
    """Thirteen bumps of width 0.8, evenly spaced."""
    bumps: Array = np.exp(-0.5 * ((x - CENTRES) / 0.8) ** 2)
    return bumps


def posterior() -> tuple[Array, Array]:
    """Mean and covariance of the weights given the examples (Bishop, 2006, equations 3.53 and 3.54)."""
    design = np.array([features(x) for x, _ in EXAMPLES])
    labels = np.array([y for _, y in EXAMPLES])
    precision = np.eye(len(CENTRES)) / PRIOR**2 + design.T @ design / NOISE**2
    covariance = np.linalg.inv(precision)
    mean: Array = covariance @ design.T @ labels / NOISE**2
    return mean, covariance


def predictor() -> Callable[[float, float], float]:
    """Return a function of x and t: the mean prediction plus t standard deviations, noise of the labels left out."""
    mean, covariance = posterior()

    def at(x: float, times: float) -> float:
        bumps = features(x)
        return float(bumps @ mean) + times * math.sqrt(float(bumps @ covariance @ bumps))

    return at


def draw() -> str:
    """Draw the mean prediction, the band of two standard deviations, and the examples."""
    at = predictor()
    plot = Plot(x=(-3.6, 3.6), y=(-2.95, 2.75), left=8, top=8, width=364, height=210)
    parts = [
        plot.band(lambda x: at(x, -2), lambda x: at(x, 2), "fa", pieces=22),
        plot.curve(lambda x: at(x, -2), "a thin", pieces=22),
        plot.curve(lambda x: at(x, 2), "a thin", pieces=22),
        plot.lines([(-3.6, -2.95), (3.6, -2.95)], "ax"),
        plot.curve(lambda x: at(x, 0), "b", pieces=18),
        *(plot.circle(x, y, 3.5, "pa") for x, y in EXAMPLES),
        text(190, 236, "input", "t2"),
        plot.text(-1.8, -1.55, "examples:"),
        plot.text(-1.8, -1.55, "narrow", shift=(0, 16)),
        plot.text(-0.15, 1.75, "gap: wide", "h"),
        text(372, 22, "no examples: wide", "h", anchor="end"),
    ]
    return figure(380, 244, *parts)
