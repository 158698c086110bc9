"""The least-squares line through the three days of the entry on linear regression."""

from collections.abc import Sequence

from drawing.canvas import Point, figure, shown, text
from drawing.plot import Plot

DAYS: Sequence[Point] = ((1, 2), (2, 3), (3, 7))
"""Hours of sun, and boxes of lemonade sold."""


def fit(points: Sequence[Point]) -> tuple[float, float]:
    """Return the constant and the slope with the smallest squared error."""
    mx, my = (sum(values) / len(points) for values in zip(*points, strict=True))
    slope = sum((x - mx) * (y - my) for x, y in points) / sum((x - mx) ** 2 for x, _ in points)
    return my - slope * mx, slope


def residuals(points: Sequence[Point]) -> list[float]:
    """Return for each point its label minus the prediction."""
    constant, slope = fit(points)
    return [y - (constant + slope * x) for x, y in points]


def draw() -> str:
    """Draw the points, the line, and the residuals as upright lines between them."""
    plot = Plot(x=(0.5, 3.5), y=(0, 8), left=28, top=26, width=338, height=256)
    constant, slope = fit(DAYS)
    ends = [(x, constant + slope * x) for x in (0.6, 3.4)]
    parts = [
        text(4, 13, "boxes sold", "t2", anchor="start"),
        *plot.y_axis([(value, str(value)) for value in range(0, 9, 2)]),
        *plot.x_axis([(hours, str(hours)) for hours in (1, 2, 3)]),
        text(plot.left + plot.width / 2, 319, "hours of sun", "t2"),
        plot.lines(ends, "a"),
        plot.text(
            2.5,
            constant + slope * 2.5,
            f"{shown(constant)} + {shown(slope)} × hours",
            "ta",
            shift=(-12, -6),
            anchor="end",
        ),
    ]
    for (x, y), residual in zip(DAYS, residuals(DAYS), strict=True):
        middle = y - residual / 2
        parts += [
            plot.lines([(x, y), (x, y - residual)], "c full"),
            plot.circle(x, y, 4.5, "pb"),
            plot.text(
                x,
                middle,
                shown(residual),
                "tc",
                shift=(-9, 0) if residual > 0 else (9, 6),
                anchor="end" if residual > 0 else "start",
            ),
        ]
    parts.append(plot.text(3.5, 0, "upright: residuals", "tc", shift=(0, -12), anchor="end"))
    return figure(380, 326, *parts)
