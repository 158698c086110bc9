"""ROC curves: the staircase of the nine machines, and the area under the curve of the seven songs."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from drawing.canvas import Point, figure, text
from drawing.plot import Plot

Scored = Sequence[tuple[float, bool]]

MACHINES: Scored = (
    (0.95, True), (0.85, True), (0.80, False), (0.70, True), (0.60, False),
    (0.50, False), (0.40, True), (0.30, False), (0.10, False),
)  # fmt: skip
"""Score, and whether the machine broke down."""
SONGS: Scored = ((0.9, True), (0.6, True), (0.4, True), (0.7, False), (0.4, False), (0.3, False), (0.1, False))
"""Score, and whether the song was liked."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A point of an ROC curve: the threshold, the false positive rate and the true positive rate."""

    threshold: float
    false: float
    true: float


def curve(scored: Scored) -> list[Stop]:
    """Return the point where nothing is flagged, then one for each score, from the highest down."""
    positives = [score for score, positive in scored if positive]
    negatives = [score for score, positive in scored if not positive]
    thresholds = [float("inf"), *sorted({score for score, _ in scored}, reverse=True)]
    return [Stop(t, _share(negatives, t), _share(positives, t)) for t in thresholds]


def _share(scores: Sequence[float], threshold: float) -> float:
    """Return the share of the scores that reach the threshold."""
    return sum(score >= threshold for score in scores) / len(scores)


def strips(stops: Sequence[Stop]) -> list[float]:
    """Return the areas of the trapezoids under the steps that go to the right."""
    return [(b.false - a.false) * (a.true + b.true) / 2 for a, b in pairwise(stops) if b.false > a.false]


def _frame(plot: Plot) -> list[str]:
    """Return the names of both axes."""
    return [
        text(4, 13, "true positive rate (recall)", "t2", anchor="start"),
        text(plot.left + plot.width / 2, plot.top + plot.height + 37, "false positive rate", "t2"),
    ]


def draw_curve() -> str:
    """Draw the curve of the machines with a threshold at each point, and the diagonal of random scores."""
    plot = Plot(x=(-0.02, 1), y=(0, 1), left=40, top=42, width=318, height=236)
    stops = curve(MACHINES)
    above, below = ((0.0, -10.0), "middle"), ((-3.0, 19.0), "middle")
    places: Sequence[tuple[Point, str]] = (
        ((26, -9), "start"), ((9, 5), "start"), ((6, -10), "start"), below, above, above, below, above, above, above,
    )  # fmt: skip
    parts = [
        *_frame(plot),
        *plot.y_axis([(value / 4, f"{value / 4:g}") for value in range(5)]),
        *plot.x_axis([(value / 5, f"{value / 5:g}") for value in range(6)]),
        plot.lines([(0, 0), (1, 1)], "l dash"),
        plot.text(0.5, 0.5, "random scores", "t2", shift=(16, 12), anchor="start"),
        plot.lines([(stop.false, stop.true) for stop in stops], "a"),
    ]
    for stop, (shift, anchor) in zip(stops, places, strict=True):
        label = f"{stop.threshold:.2f}" if stop.threshold <= 1 else "none flagged"
        parts += [
            plot.circle(stop.false, stop.true, 4, "pa"),
            plot.text(
                stop.false, stop.true, label, "h on" if stop.threshold <= 1 else "t2", shift=shift, anchor=anchor
            ),
        ]
    parts.append(plot.text(1, 0, "bold: the thresholds", "t2", shift=(0, -12), anchor="end"))
    return figure(380, 324, *parts)


def draw_area() -> str:
    """Draw the area under the curve of the songs as strips, each with its size."""
    plot = Plot(x=(-0.02, 1), y=(0, 1), left=40, top=28, width=326, height=220)
    stops = curve(SONGS)
    corners = [(stop.false, stop.true) for stop in stops]
    areas = strips(stops)
    wide = [areas[0], areas[1], sum(areas[2:])]  # the last two lie under one level stretch
    parts = [
        plot.lines([*corners, (1, 0)], "fa", closed=True),
        *_frame(plot),
        *plot.y_axis([(0, "0"), (1 / 3, "1/3"), (2 / 3, "2/3"), (1, "1")]),
        *plot.x_axis([(0, "0"), (0.25, "1/4"), (0.5, "1/2"), (1, "1")]),
        *(plot.lines([(x, 0), (x, top)], "l dash") for x, top in ((0.25, 1 / 3), (0.5, 1))),
        plot.lines(corners, "a"),
        *(plot.circle(*corner, 4, "pa") for corner in corners),
        plot.text(0.375, 5 / 6, "a tie", shift=(-8, -4), anchor="end"),
    ]
    for x, area in zip((0.125, 0.375, 0.75), wide, strict=True):
        parts.append(plot.text(x, 1 / 6, f"{area:.3f}".rstrip("0"), "h", shift=(0, 5)))
    parts.append(plot.text(0.75, 0.6, f"together {sum(areas):.3f}", "ta", shift=(0, 5)))
    return figure(380, 294, *parts)
