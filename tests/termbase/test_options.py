"""Which options are numbers, and in which order they stand."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from termbase.model import Option
from termbase.options import ascending
from termbase.text import Text


def options(*texts: str) -> tuple[Option, ...]:
    return tuple(Option(Text(text, 1), right=index == 0, feedback=Text("", 1)) for index, text in enumerate(texts))


def words(found: tuple[Option, ...]) -> list[str]:
    return [option.text.text for option in found]


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (["4.0", "0.25", "0.75"], ["0.25", "0.75", "4.0"]),
        (["+0.734", "−1.139", "-0.367"], ["−1.139", "-0.367", "+0.734"]),
        (["18,000", "2,008", "16,000"], ["2,008", "16,000", "18,000"]),
        (["$\\frac12$", "$0.5$"], []),
        (["1e-2", "1e-5", "3e-4"], ["1e-5", "3e-4", "1e-2"]),
        (["$10^{-3}$", "$10^{2}$", "$10^{-5}$"], ["$10^{-5}$", "$10^{-3}$", "$10^{2}$"]),
        ([".5", ".25", "1"], [".25", ".5", "1"]),
        (["$0.5$", "$-2$"], ["$-2$", "$0.5$"]),
        (["1/2", "1/4", "3/4"], ["1/4", "1/2", "3/4"]),
        (["20, one an example", "1, as it is one number"], ["1, as it is one number", "20, one an example"]),
        (["Place 7", "Place 1"], ["Place 1", "Place 7"]),
        (["About **9** %", "About **0.5** %"], ["About **0.5** %", "About **9** %"]),
    ],
)
def test_numbers_stand_in_ascending_order(given: list[str], wanted: list[str]) -> None:
    assert words(ascending(options(*given))) == wanted


@pytest.mark.parametrize(
    "texts",
    [
        ["Softmax", "Sigmoid"],
        ["The layers of 20 and 3", "The layers of 5 and 4"],
        ["(6, 1)", "(9, 12)"],
        ["Row 7 after a bias", "The mean of row 7"],
        ["0.5", "1/2"],
        ["10", "Ten"],
    ],
)
def test_other_options_have_no_order_of_their_own(texts: list[str]) -> None:
    assert ascending(options(*texts)) == ()


@given(st.lists(st.fractions(max_denominator=50), min_size=2, max_size=6, unique=True), st.randoms())
def test_any_distinct_numbers_come_back_sorted(numbers: list[Fraction], shuffle: random.Random) -> None:
    shuffled = list(numbers)
    shuffle.shuffle(shuffled)
    found = ascending(options(*(str(number) for number in shuffled)))
    assert words(found) == [str(number) for number in sorted(numbers)]
    assert {option.right for option in found} == {True, False}
