"""The valley f(x, y) = x² + 8y² of the entry on the gradient: its gradient, and descents with two learning rates."""

import math
from itertools import pairwise

from drawing.canvas import Point, arrow, ellipse, figure, number, path, shown, text
from drawing.plot import Plot

START: Point = (4.0, 1.0)


def height(x: float, y: float) -> float:
    """f(x, y) = x² + 8y²."""
    return x * x + 8 * y * y


def gradient(x: float, y: float) -> Point:
    """Return the slopes of f: (2x, 16y)."""
    return 2 * x, 16 * y


def descent(rate: float, steps: int) -> list[Point]:
    """Return the start and the points after each step against the gradient."""
    points = [START]
    for _ in range(steps):
        x, y = points[-1]
        slopes = gradient(x, y)
        points.append((x - rate * slopes[0], y - rate * slopes[1]))
    return points


def contour(plot: Plot, level: float, classes: str = "l thin") -> str:
    """All points with f = level: an ellipse with half axes √level and √(level / 8)."""
    across, up = plot.scale
    return ellipse(plot.at(0, 0), (across * math.sqrt(level), up * math.sqrt(level / 8)), classes)


def draw_gradient() -> str:
    """Draw the gradient at (4, 1): at right angles to the contour, and against it is not where the minimum lies."""
    plot = Plot(x=(-1.4, 5.5), y=(-1.85, 2.6), left=2, top=2, width=376, height=4.45 * 376 / 6.9)
    x, y = START
    slopes = gradient(x, y)
    length = math.hypot(*slopes)
    ux, uy = slopes[0] / length, slopes[1] / length
    tip = plot.at(x + 1.2 * ux, y + 1.2 * uy)
    down = plot.at(x - 1.2 * ux, y - 1.2 * uy)
    spot = plot.at(x, y)
    corner = [
        (x - 0.2 * uy, y + 0.2 * ux),
        (x - 0.2 * uy + 0.2 * ux, y + 0.2 * ux + 0.2 * uy),
        (x + 0.2 * ux, y + 0.2 * uy),
    ]
    parts = [
        *(_arc(plot, level) for level in (4, 8, 16, 24)),
        contour(plot, 1),
        *(plot.text(0, math.sqrt(level / 8), f"f = {level}", "t2 on", shift=(-6, 4.5)) for level in (8, 24)),
        plot.lines([(x - 1.1 * uy, y + 1.1 * ux), (x + 1.1 * uy, y - 1.1 * ux)], "l dash"),
        plot.lines(corner, "l thin"),
        plot.circle(0, 0, 3, "pb"),
        plot.text(0, 0, "minimum", "on", shift=(0, 18)),
        arrow([spot, plot.at(0.12, 0.03)], "b"),
        text(*plot.at(1.95, 0.62), "straight to the minimum", "t2 on", turn=-math.degrees(math.atan2(y, x))),
        arrow([spot, tip], "l"),
        arrow([spot, down], "a"),
        plot.circle(x, y, 4.5, "pa"),
        text(tip[0] - 12, tip[1] + 8, "gradient: steepest rise", "on", anchor="end"),
        text(down[0] + 2, down[1] + 18, "steepest fall", "ta on"),
        plot.text(x + 1.1 * uy, y - 1.1 * ux, "level", "t2", shift=(-6, 16)),
    ]
    return figure(380, 246, *parts)


def _arc(plot: Plot, level: float) -> str:
    """Return the part of a contour that lies right of the left edge of the window, which must cut it."""
    across, up = plot.scale
    height_there = math.sqrt((level - plot.x[0] ** 2) / 8)
    (x, top), (_, bottom) = plot.at(plot.x[0], height_there), plot.at(plot.x[0], -height_there)
    radii = f"{number(across * math.sqrt(level))} {number(up * math.sqrt(level / 8))}"
    return path(f"M{number(x)} {number(top)}A{radii} 0 1 1 {number(x)} {number(bottom)}", "l thin")


def draw_descent() -> str:
    """Draw ten steps at the rate 0.1 and eight at the rate 0.13, from the same start."""
    parts: list[str] = []
    for rate, steps, top, reach, look, title in (
        (0.1, 10, 24, 1.6, "a", "learning rate 0.1: zigzags, but settles"),
        (0.13, 8, 184, 2.0, "c", "learning rate 0.13: overshoots farther each time"),
    ):
        plot = Plot(x=(-4.6, 5.4), y=(-reach, reach), left=4, top=top, width=372, height=reach * 2 * 37.2)
        points = descent(rate, steps)
        parts += [
            text(4, top - 9, title, "ta" if look == "a" else "tc", anchor="start"),
            *(contour(plot, level, "l thin") for level in (1, 5, 12, 20)),
            plot.circle(0, 0, 3, "pb"),
            plot.lines(points, look),
            *(plot.circle(x, y, 3, f"p{look}") for x, y in points),
            plot.text(*START, "start", shift=(9, 2), anchor="start"),
            plot.text(0, 0, "minimum", "t2 on", shift=(-9, 4), anchor="end"),
        ]
    return figure(380, 344, *parts)


def loss(weight: float) -> float:
    """Return the mean squared error of the two taxi rides of the entry on gradient descent: 2.5 (w - 2)²."""
    return 2.5 * (weight - 2) ** 2


def weights(rate: float, steps: int) -> list[float]:
    """Return the weight 0 and those after each step, where the slope of the loss is 5 (w - 2)."""
    found = [0.0]
    for _ in range(steps):
        found.append(found[-1] - rate * 5 * (found[-1] - 2))
    return found


def draw_rates() -> str:
    """Draw three steps on the loss of the two taxi rides, at the rates 0.1 and 0.5."""
    parts: list[str] = []
    for rate, left, xs, ys, ticks, look, places in (
        (
            0.1,
            26,
            (-0.5, 4.5),
            (0.0, 12.0),
            ([0, 1, 2, 3, 4], [0, 5, 10]),
            "a",
            (((8, 2), "start"), ((-8, 6), "end"), ((-7, 1), "end"), ((9, -5), "start")),
        ),
        (
            0.5,
            226,
            (-4.0, 10.0),
            (0.0, 130.0),
            ([-2.5, 0, 5, 8.75], [0, 50, 100]),
            "c",
            (((-9, 9), "end"), ((9, 6), "start"), ((9, -9), "start"), ((-9, 2), "end")),
        ),
    ):
        plot = Plot(x=xs, y=ys, left=left, top=42, width=150, height=170)
        reached = math.sqrt(ys[1] / 2.5)
        span = (max(xs[0], 2 - reached), min(xs[1], 2 + reached))
        points = [(w, loss(w)) for w in weights(rate, 3)]
        parts += [
            text(left - 22, 14, f"learning rate {rate}", f"t{look}", anchor="start"),
            text(left - 22, 32, "loss", "t2", anchor="start"),
            *plot.y_axis([(value, str(value)) for value in ticks[1]]),
            *plot.x_axis([(value, shown(value)) for value in ticks[0]]),
            text(left + 75, 247, "weight w", "t2"),
            plot.curve(loss, "l", span=span, pieces=6),
            *(arrow([plot.at(*one), _short(plot.at(*one), plot.at(*two))], look) for one, two in pairwise(points)),
            *(plot.circle(x, y, 3.5, f"p{look}") for x, y in points),
            *(
                plot.text(*point, label, "h on", shift=shift, anchor=anchor)
                for point, label, (shift, anchor) in zip(points, ("start", "1", "2", "3"), places, strict=True)
            ),
        ]
    return figure(380, 256, *parts)


def _short(start: Point, end: Point) -> Point:
    """Return the end of an arrow that stops short of the dot at its target."""
    share = 1 - min(5 / math.dist(start, end), 0.4)
    return start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])
