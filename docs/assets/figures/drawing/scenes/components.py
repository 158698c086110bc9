"""The marks of the four students of the entry on principal component analysis, and the direction of most spread."""

import math
from collections.abc import Sequence

from drawing.canvas import Point, arrow, figure, text
from drawing.plot import Plot

STUDENTS = {"A": (7.0, 6.0), "B": (6.0, 7.0), "C": (3.0, 4.0), "D": (4.0, 3.0)}
"""Marks in maths and in physics."""


def centre(points: Sequence[Point]) -> Point:
    """Return the average of the points."""
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


def component(points: Sequence[Point]) -> tuple[Point, float, float]:
    """Return the first direction, of length 1, and the variances along it and across it."""
    (mx, my), rest = centre(points), len(points) - 1
    xx = sum((x - mx) ** 2 for x, _ in points) / rest
    yy = sum((y - my) ** 2 for _, y in points) / rest
    xy = sum((x - mx) * (y - my) for x, y in points) / rest
    angle = math.atan2(2 * xy, xx - yy) / 2
    middle, reach = (xx + yy) / 2, math.hypot((xx - yy) / 2, xy)
    return (math.cos(angle), math.sin(angle)), middle + reach, middle - reach


def land(point: Point, points: Sequence[Point]) -> Point:
    """Return the place on the line of the first direction that is nearest to a point."""
    (mx, my), ((ux, uy), *_) = centre(points), component(points)
    way = score(point, points)
    return mx + way * ux, my + way * uy


def score(point: Point, points: Sequence[Point]) -> float:
    """Return the coordinate of a point along the first direction, from the average of the points."""
    (mx, my), ((ux, uy), *_) = centre(points), component(points)
    return (point[0] - mx) * ux + (point[1] - my) * uy


def draw() -> str:
    """Draw the students, the first direction through their average, and where they land on it."""
    plot = Plot(x=(2, 8), y=(2, 8), left=26, top=26, width=228, height=228)
    points = list(STUDENTS.values())
    (mx, my), ((ux, uy), most, least) = centre(points), component(points)
    start, end = (plot.at(mx + way * ux, my + way * uy) for way in (-3.9, 3.9))
    parts = [
        text(4, 13, "physics", "t2", anchor="start"),
        *plot.y_axis([(mark, str(mark)) for mark in range(3, 8)]),
        *plot.x_axis([(mark, str(mark)) for mark in range(3, 8)]),
        text(140, 291, "maths", "t2"),
        arrow([start, end], "a"),
        *(plot.lines([point, land(point, points)], "l dash") for point in points),
        *(plot.circle(*land(point, points), 4, "pa") for point in points),
        *(plot.circle(*point, 4.5, "pb") for point in points),
        plot.circle(mx, my, 6, "hl"),
        plot.circle(mx, my, 2, "pa"),
        plot.text(mx, my, "average", shift=(10, 14), anchor="start"),
    ]
    for name, shift in {"A": (9, 10), "B": (-9, -2), "C": (-9, -2), "D": (9, 10)}.items():
        parts.append(plot.text(*STUDENTS[name], name, "h", shift=shift, anchor="start" if shift[0] > 0 else "end"))
    share = most / (most + least)
    parts += [
        text(262, 34, "first direction:", "ta", anchor="start"),
        text(262, 51, f"{share:.0%} of the", "ta", anchor="start"),
        text(262, 68, "variance", "ta", anchor="start"),
        text(262, 124, "dashed: the part", "t2", anchor="start"),
        text(262, 140, "that gets lost", "t2", anchor="start"),
    ]
    return figure(380, 298, *parts)
