"""SVG elements as strings. Coordinates are user units, y grows downward, each is printed with one decimal at most."""

import math
from collections.abc import Iterable, Sequence
from html import escape
from itertools import pairwise

from drawing.style import sheet

Point = tuple[float, float]

HEAD = 4.5
"""How far an arrow head reaches back, and half its width is three quarters of it."""


def number(value: float) -> str:
    """Return the value rounded to one decimal, without trailing zeros and without a negative zero."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def shown(value: float) -> str:
    """Return the value as readers see it: its shortest form, with a true minus."""
    return f"{value:g}".replace("-", "−")


def _attributes(**values: str | float) -> str:
    """Attributes in the order given; empty ones are left out, and underscores stand for hyphens."""
    return "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(value) if isinstance(value, str) else number(value)}"'
        for name, value in values.items()
        if value != ""
    )


def figure(width: float, height: float, *parts: str) -> str:
    """Return a whole file: the style for viewing it alone, then one element a line."""
    view = f"0 0 {number(width)} {number(height)}"
    opening = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}" class="g-fig">'
    return "\n".join([opening, f"<style>{sheet()}</style>", *parts, "</svg>", ""])


def path(d: str, classes: str) -> str:
    """Return a path with ready path data."""
    return f"<path{_attributes(class_=classes, d=d)}/>"


def trace(points: Iterable[Point], *, closed: bool = False) -> str:
    """Path data for straight lines through the points, in relative steps that add up to the rounded points."""
    rounded = [(round(x, 1), round(y, 1)) for x, y in points]
    steps = " ".join(f"{number(x2 - x1)} {number(y2 - y1)}" for (x1, y1), (x2, y2) in pairwise(rounded))
    return f"M{number(rounded[0][0])} {number(rounded[0][1])}l{steps}" + ("z" if closed else "")


def lines(points: Iterable[Point], classes: str, *, closed: bool = False) -> str:
    """Straight lines through the points."""
    return path(trace(points, closed=closed), classes)


def line(x1: float, y1: float, x2: float, y2: float, classes: str) -> str:
    """One straight line."""
    return lines([(x1, y1), (x2, y2)], classes)


def head(end: Point, towards: Point) -> str:
    """Path data for an open arrow head whose tip is at `end`, pointing along the vector `towards`."""
    length = math.hypot(*towards)
    ux, uy = towards[0] / length * HEAD, towards[1] / length * HEAD
    left = (end[0] - ux + 0.75 * uy, end[1] - uy - 0.75 * ux)
    right = (end[0] - ux - 0.75 * uy, end[1] - uy + 0.75 * ux)
    return trace([left, end, right])


def arrow(points: Sequence[Point], classes: str, *, bend: float = 0) -> str:
    """Return an arrow through the points, its corners rounded with radius `bend`, its head never dashed."""
    tip, before = points[-1], points[-2]
    tail = head(tip, (tip[0] - before[0], tip[1] - before[1]))
    shaft = _rounded(points, bend) if bend else trace(points)
    if {"dash", "b", "c"} & set(classes.split()):
        return path(shaft, classes) + path(tail, f"{classes} full")
    return path(shaft + tail, classes)


def _rounded(points: Sequence[Point], radius: float) -> str:
    """Path data for lines through the points that turn in quarter arcs, at most half a side long."""
    data = [f"M{number(points[0][0])} {number(points[0][1])}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        near = _toward(corner, before, radius)
        far = _toward(corner, after, radius)
        data.append(f"L{number(near[0])} {number(near[1])}")
        data.append(f"Q{number(corner[0])} {number(corner[1])} {number(far[0])} {number(far[1])}")
    data.append(f"L{number(points[-1][0])} {number(points[-1][1])}")
    return "".join(data)


def _toward(start: Point, end: Point, distance: float) -> Point:
    """Return the point at this distance from the start on the way to the end, at most half way."""
    share = min(distance / math.dist(start, end), 0.5)
    return start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])


def rect(x: float, y: float, width: float, height: float, classes: str, *, round_: float = 0) -> str:
    """Return a rectangle, its corners rounded on request."""
    corner = round_ or ""
    return f"<rect{_attributes(class_=classes, x=x, y=y, width=width, height=height, rx=corner)}/>"


def circle(x: float, y: float, radius: float, classes: str) -> str:
    """Return a circle."""
    return f"<circle{_attributes(class_=classes, cx=x, cy=y, r=radius)}/>"


def ellipse(centre: Point, radii: Point, classes: str, *, turn: float = 0) -> str:
    """Return an ellipse whose first half axis is turned by this many degrees, clockwise on the page."""
    (x, y), (rx, ry) = centre, radii
    transform = f"rotate({number(turn)} {number(x)} {number(y)})" if turn else ""
    return f"<ellipse{_attributes(class_=classes, cx=x, cy=y, rx=rx, ry=ry, transform=transform)}/>"


def text(x: float, y: float, words: str, classes: str = "", *, anchor: str = "middle", turn: float = 0) -> str:
    """Words whose baseline is at y and whose start, middle or end is at x; turned there, clockwise, by some degrees."""
    where = "" if anchor == "start" else anchor
    transform = f"rotate({number(turn)} {number(x)} {number(y)})" if turn else ""
    attributes = _attributes(class_=classes, x=x, y=y, text_anchor=where, transform=transform)
    return f"<text{attributes}>{escape(words, quote=False)}</text>"
