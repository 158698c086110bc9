"""The gradient that is left after so many layers, of the entry on the vanishing gradient problem."""

import math

from drawing.canvas import figure, text
from drawing.plot import Plot

STEEPEST = 0.25
"""The largest slope of the sigmoid; that of ReLU is 1."""
LAYERS = range(11)


def left(factor: float, layers: int) -> float:
    """Return the product of one factor for each layer."""
    return factor**layers


def draw() -> str:
    """Draw both gradients over the number of layers, on a logarithmic scale."""
    plot = Plot(x=(0, 10.3), y=(-6.4, 0.3), left=72, top=30, width=296, height=206)
    points = [(layers, math.log10(left(STEEPEST, layers))) for layers in LAYERS]
    parts = [
        text(4, 13, "gradient that is left", "t2", anchor="start"),
        *plot.y_axis([(-power, f"{10.0**-power:.{power}f}") for power in range(7)]),
        *plot.x_axis([(layers, str(layers)) for layers in LAYERS]),
        plot.text(5, plot.y[0], "layers passed on the way back", "t2", shift=(0, 36)),
        plot.lines([(0, 0), (10, 0)], "a"),
        plot.lines(points, "b"),
        *(plot.circle(layers, 0, 3, "pa") for layers in LAYERS),
        *(plot.circle(*point, 3.5, "pb") for point in points),
        plot.text(10, 0, "× 1 at each layer: ReLU, active", "ta on", shift=(0, 20), anchor="end"),
        plot.text(5, points[5][1], "× 0.25: sigmoid,", "on", shift=(-10, 8), anchor="end"),
        plot.text(5, points[5][1], "where it is steepest", "on", shift=(-10, 25), anchor="end"),
        plot.text(10, points[10][1], "0.00000095", "h on", shift=(-9, 5), anchor="end"),
    ]
    return figure(380, 284, *parts)
