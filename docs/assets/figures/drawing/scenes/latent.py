"""Codes of an autoencoder and of a variational autoencoder, side by side."""

import math

from drawing.canvas import Point, figure, rect, text
from drawing.plot import Plot

POINTS: tuple[Point, ...] = ((-2.6, 2.2), (-2.1, 1.7), (2.5, 2.5), (2.9, -1.2), (2.4, -1.8), (-1.3, -2.7), (0.5, 2.9))
SPOTS: tuple[tuple[Point, float], ...] = (
    ((-1.1, 0.75), 0.5), ((-0.45, 0.95), 0.5), ((0.95, 0.9), 0.55), ((1.15, -0.45), 0.5),
    ((0.6, -0.9), 0.5), ((-0.75, -0.75), 0.6), ((0.1, 0.15), 0.5),
)  # fmt: skip
DRAWN: tuple[Point, ...] = ((0.35, 0.75), (-1.0, -0.1), (0.25, -0.5))
"""Codes drawn from the prior: the same in both halves."""


def draw() -> str:
    """Draw each input as a point (left) or a spot inside the prior (right); crosses are drawn from the prior."""
    left, right = (Plot(x=(-3.5, 3.5), y=(-3.5, 3.5), left=x, top=28, width=180, height=180) for x in (2, 198))
    unit = left.scale[0]
    parts = [
        text(92, 16, "autoencoder: points", "h"),
        text(288, 16, "variational: spots", "h"),
        *(rect(plot.left, plot.top, plot.width, plot.height, "soft", round_=4) for plot in (left, right)),
        *(right.circle(*centre, unit * 2 * radius, "fa") for centre, radius in SPOTS),
        *(right.circle(*centre, unit * radius, "a thin") for centre, radius in SPOTS),
        *(plot.circle(0, 0, unit * 2, "l dash") for plot in (left, right)),
        *(left.circle(*point, 3.5, "pa") for point in POINTS),
        *(right.circle(*centre, 2, "pa") for centre, _ in SPOTS),
    ]
    for plot in (left, right):
        parts += [plot.circle(*code, 7, "hl") for code in DRAWN]
        parts += [plot.text(*code, "×", "th", shift=(0, 4.5)) for code in DRAWN]
    parts += [
        text(*_rim(left), "prior", "t2", anchor="end"),
        text(*_rim(right), "prior", "t2", anchor="end"),
        text(92, 226, "× falls into a gap"),
        text(288, 226, "× falls on a known spot"),
        text(190, 246, "× = a code drawn from the prior", "t2"),
    ]
    return figure(380, 254, *parts)


def _rim(plot: Plot) -> Point:
    """Beside the circle of the prior, at its lower left."""
    x, y = plot.at(-2 * math.cos(0.9), -2 * math.sin(0.9))
    return x - 6, y + 10
