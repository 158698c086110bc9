"""Elements as strings, and curves that meet their functions."""

from __future__ import annotations

import re

import pytest
from drawing.canvas import arrow, line, lines, number, rect, shown, text, trace
from drawing.plot import Plot
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("value", "printed"),
    [(3, "3"), (-0.04, "0"), (0.04, "0"), (2.96, "3"), (-1.26, "-1.3"), (10.0, "10"), (0.5, "0.5")],
)
def test_numbers_are_short(value: float, printed: str) -> None:
    assert number(value) == printed


def test_readers_see_a_true_minus() -> None:
    assert [shown(value) for value in (-2.0, 0.5, 12)] == ["−2", "0.5", "12"]


places = st.floats(-400, 400)


@given(st.lists(st.tuples(places, places), min_size=2, max_size=30))
def test_relative_steps_lead_to_the_rounded_points(points: list[tuple[float, float]]) -> None:
    values = [float(value) for value in re.findall(r"-?[\d.]+", trace(points))]
    x, y = values[:2]
    for (wanted_x, wanted_y), (dx, dy) in zip(points[1:], zip(values[2::2], values[3::2], strict=True), strict=True):
        x, y = x + dx, y + dy
        assert abs(x - wanted_x) < 0.0501
        assert abs(y - wanted_y) < 0.0501


def test_elements() -> None:
    assert line(0, 0, 10, 5, "ax") == '<path class="ax" d="M0 0l10 5"/>'
    assert lines([(0, 0), (1, 0), (1, 1)], "l", closed=True) == '<path class="l" d="M0 0l1 0 0 1z"/>'
    assert rect(1, 2, 3, 4, "box") == '<rect class="box" x="1" y="2" width="3" height="4"/>'
    assert text(1, 2, "a < b", anchor="start") == '<text x="1" y="2">a &lt; b</text>'
    assert text(1, 2, "ŷ", "t2") == '<text class="t2" x="1" y="2" text-anchor="middle">ŷ</text>'


def test_the_head_of_a_dashed_arrow_is_whole() -> None:
    assert arrow([(0, 0), (20, 0)], "l") == '<path class="l" d="M0 0l20 0M15.5 -3.4l4.5 3.4 -4.5 3.4"/>'
    assert arrow([(0, 0), (20, 0)], "l dash") == (
        '<path class="l dash" d="M0 0l20 0"/><path class="l dash full" d="M15.5 -3.4l4.5 3.4 -4.5 3.4"/>'
    )


def test_a_curve_meets_a_cubic_between_its_ends_too() -> None:
    # Hermite's pieces are exact for cubics.
    plot = Plot(x=(-1, 1), y=(-1, 1), left=0, top=0, width=200, height=200)

    def cubic(x: float) -> float:
        return x**3 - 0.5 * x

    values = [float(value) for value in re.findall(r"-?[\d.]+", plot.bezier(cubic, (-1, 1), 2))]
    points = list(zip(values[::2], values[1::2], strict=True))
    for first in (0, 3):
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = points[first : first + 4]
        middle = ((x0 + 3 * x1 + 3 * x2 + x3) / 8, (y0 + 3 * y1 + 3 * y2 + y3) / 8)
        assert middle == pytest.approx(plot.at((middle[0] - 100) / 100, cubic((middle[0] - 100) / 100)), abs=0.1)


def test_a_curve_stays_within_its_span() -> None:
    asked: list[float] = []

    def noted(x: float) -> float:
        asked.append(x)
        return x

    Plot(x=(0, 1), y=(0, 1), left=0, top=0, width=10, height=10).bezier(noted, (1, 0), 4)
    assert 0 <= min(asked) <= max(asked) <= 1
