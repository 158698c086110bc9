"""Two activation functions on the same scale."""

from drawing.canvas import figure, shown, text
from drawing.plot import Plot
from drawing.scenes.sigmoid import sigmoid


def relu(total: float) -> float:
    """Return the sum itself where it is positive, else 0."""
    return max(0.0, total)


def draw() -> str:
    """Draw ReLU and the sigmoid over the weighted sum; one unit is as long across as up."""
    plot = Plot(x=(-4, 4), y=(0, 4), left=26, top=26, width=336, height=168)
    parts = [
        text(plot.at(0, 0)[0] + 8, 14, "output of the unit", "t2", anchor="start"),
        *plot.y_axis([(1, "1"), (2, "2"), (3, "3"), (4, "4")]),
        plot.lines([(0, 0), (0, 4)], "ax"),
        *plot.x_axis([(value, shown(value)) for value in range(-4, 5)]),
        text(plot.at(0, 0)[0], 230, "weighted sum that enters", "t2"),
        plot.curve(sigmoid, "b", pieces=10),
        plot.lines([(-4, 0), (0, 0), (4, 4)], "a"),
        plot.text(2.75, 2.75, "ReLU", "ta", shift=(-12, -4), anchor="end"),
        plot.text(2.75, 2.75, "slope 1", "t2", shift=(-26, 12), anchor="end"),
        plot.text(-3, 0, "slope 0", "t2", shift=(0, -10)),
        plot.text(4, 1, "sigmoid", shift=(0, 18), anchor="end"),
        plot.text(4, 1, "flat again", "t2", shift=(0, 33), anchor="end"),
        plot.circle(0, 0.5, 3.5, "pb"),
        plot.text(0, 0.5, "0.5", "t2 on", shift=(-9, -5), anchor="end"),
    ]
    return figure(380, 240, *parts)
