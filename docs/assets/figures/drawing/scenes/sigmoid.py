"""The sigmoid, on the hours of study of the entry on logistic regression."""

import math

from drawing.canvas import figure, rect, text
from drawing.plot import Plot

WEIGHT, BIAS = 0.8, -4.0


def sigmoid(score: float) -> float:
    """1 / (1 + exp(-score)), between 0 and 1."""
    return 1 / (1 + math.exp(-score))


def chance(hours: float) -> float:
    """Return the probability of a pass after so many hours of study."""
    return sigmoid(WEIGHT * hours + BIAS)


def draw() -> str:
    """Draw the chance against the hours, with the rise for one more hour at two places."""
    plot = Plot(x=(0, 10), y=(0, 1), left=34, top=28, width=332, height=190)
    middle, level = plot.at(5, 0)
    parts = [
        text(4, 14, "probability of a pass", "t2", anchor="start"),
        *plot.y_axis([(0, "0"), (0.5, "0.5"), (1, "1")]),
        rect(middle - 3, plot.top, 6, plot.height, "hl"),
        *plot.x_axis([(hour, str(hour)) for hour in range(11)]),
        text(middle + 9, level - 10, "boundary: score 0", anchor="start"),
        text(middle, level + 35, "hours of study", "t2"),
        plot.curve(chance, "a", pieces=10),
    ]
    for hours, shift in ((5, (7, 5)), (8, (8, 24))):
        low, high = chance(hours), chance(hours + 1)
        parts += [
            plot.lines([(hours, low), (hours + 1, low), (hours + 1, high)], "l"),
            plot.circle(hours, low, 3.5, "pa"),
            plot.circle(hours + 1, high, 3.5, "pa"),
            plot.text(
                hours + 1,
                (low + high) / 2,
                f"+{high - low:.3f}",
                "h",
                shift=shift,
                anchor="start" if hours == 5 else "middle",
            ),
        ]
    return figure(380, 258, *parts)
