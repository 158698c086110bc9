"""Plots: a window on the plane, its place on the page, and what is drawn in it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from drawing import canvas
from drawing.canvas import Point, line, lines, number, path, text

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Plot:
    """A window: `x` and `y` are the ranges of values, `left`, `top`, `width` and `height` its place on the page."""

    x: Span
    y: Span
    left: float
    top: float
    width: float
    height: float

    def at(self, x: float, y: float) -> Point:
        """Where the values (x, y) lie on the page."""
        across = (x - self.x[0]) / (self.x[1] - self.x[0])
        up = (y - self.y[0]) / (self.y[1] - self.y[0])
        return self.left + across * self.width, self.top + (1 - up) * self.height

    @property
    def scale(self) -> Point:
        """Page units for one unit of x and one of y."""
        return self.width / (self.x[1] - self.x[0]), self.height / (self.y[1] - self.y[0])

    def lines(self, points: Iterable[Point], classes: str, *, closed: bool = False) -> str:
        """Straight lines through points given as values."""
        return lines([self.at(x, y) for x, y in points], classes, closed=closed)

    def curve(
        self, function: Callable[[float], float], classes: str, *, span: Span | None = None, pieces: int = 12
    ) -> str:
        """Return the graph of a smooth function as cubic Bézier pieces that meet it, with its slopes, at their ends.

        The pieces are Hermite's: control points stand a third of a piece away along the tangent.
        """
        return path(self.bezier(function, span or self.x, pieces), classes)

    def bezier(self, function: Callable[[float], float], span: Span, pieces: int) -> str:
        """Path data for the graph of a smooth function over a span, from left to right or from right to left."""
        low, high = span
        step = (high - low) / pieces
        nudge = step * 1e-4
        ends: list[tuple[Point, Point]] = []
        for index in range(pieces + 1):
            x = low + index * step
            slope = (function(x + nudge) - function(x - nudge)) / (2 * nudge) if 0 < index < pieces else None
            if slope is None:  # one-sided, so that the function need not exist beyond the span
                inside = nudge if index == 0 else -nudge
                slope = (function(x + inside) - function(x)) / inside
            start = self.at(x, function(x))
            third = self.at(x + step / 3, function(x) + slope * step / 3)
            ends.append((start, (third[0] - start[0], third[1] - start[1])))
        data = [f"M{number(ends[0][0][0])} {number(ends[0][0][1])}C"]
        for (start, lean), (end, lean_after) in pairwise(ends):
            control = (start[0] + lean[0], start[1] + lean[1], end[0] - lean_after[0], end[1] - lean_after[1], *end)
            data.append(" ".join(number(value) for value in control))
        return data[0] + " ".join(data[1:])

    def band(
        self, low: Callable[[float], float], high: Callable[[float], float], classes: str, pieces: int = 12
    ) -> str:
        """Return the area between two smooth functions over the whole range of x."""
        back = self.bezier(high, (self.x[1], self.x[0]), pieces)
        return path(f"{self.bezier(low, self.x, pieces)}L{back[1:]}z", classes)

    def x_axis(self, ticks: Sequence[tuple[float, str]], *, at: float | None = None) -> list[str]:
        """Return the horizontal axis with labels under its ticks, at the bottom or at a value of y."""
        level = self.y[0] if at is None else at
        parts = [self.lines([(self.x[0], level), (self.x[1], level)], "ax")]
        for value, label in ticks:
            x, y = self.at(value, level)
            parts += [line(x, y, x, y + 4, "ax"), text(x, y + 17, label, "t2")]
        return parts

    def y_axis(self, ticks: Sequence[tuple[float, str]], *, grid: bool = True) -> list[str]:
        """Labels left of the window for values of y, with hairlines across it on request."""
        parts = []
        for value, label in ticks:
            x, y = self.at(self.x[0], value)
            parts += [line(x, y, x + self.width, y, "gr")] if grid else []
            parts.append(text(x - 6, y + 4, label, "t2", anchor="end"))
        return parts

    def circle(self, x: float, y: float, radius: float, classes: str) -> str:
        """Return a circle of a radius in page units around a point given as values."""
        return canvas.circle(*self.at(x, y), radius, classes)

    def text(
        self, x: float, y: float, words: str, classes: str = "", *, shift: Point = (0, 0), anchor: str = "middle"
    ) -> str:
        """Words at a point given as values, moved by a shift on the page."""
        px, py = self.at(x, y)
        return text(px + shift[0], py + shift[1], words, classes, anchor=anchor)
