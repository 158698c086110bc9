"""How names are set on lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from termbase.maps.lettering import ELLIPSIS, width, wrapped

# Letters of many widths, of right-to-left and wide scripts, a combining accent and spaces.
NAMES = st.text(alphabet="iIlmMW aeno-.7%éяشש深\u0301 ", max_size=90)


@pytest.mark.parametrize(
    ("name", "room", "most", "lines"),
    [
        ("Softmax", 13, 2, ("Softmax",)),
        ("Generative adversarial network", 13, 2, ("Generative", "adversarial network")),
        ("Generative adversarial network", 8, 3, ("Generative", "adversarial", "network")),
        ("One two three four five six seven", 8, 2, ("One two three", "four five six s" + ELLIPSIS)),
        ("Backpropagation", 6, 2, ("Backprop" + ELLIPSIS,)),
        ("", 8, 2, ("",)),
        ("word " * 3_000, 8, 3, ("word word", "word word", "word word wo" + ELLIPSIS)),
        ("i " * 3_000, 60, 4, (("i " * 100).strip(),) * 3 + ("i " * 98 + "i" + ELLIPSIS,)),
        ("i" * 30_000, 8, 3, ("i" * 24 + ELLIPSIS,)),
    ],
)
def test_a_name_is_set_on_few_lines(name: str, room: float, most: int, lines: tuple[str, ...]) -> None:
    assert wrapped(name, room, most) == lines


def test_wide_letters_are_wide_and_accents_are_not() -> None:
    assert width("深") > width("a") > width("i")
    assert width("e\u0301") == width("e")


@given(NAMES, st.integers(3, 20), st.integers(1, 3))
def test_no_line_is_wider_than_its_room(name: str, room: int, most: int) -> None:
    lines = wrapped(name, room, most)
    assert 1 <= len(lines) <= most
    assert max(map(width, lines)) <= room


@given(NAMES, st.integers(3, 20), st.integers(1, 3))
def test_words_are_kept_or_an_ellipsis_says_that_they_are_not(name: str, room: int, most: int) -> None:
    shown, whole = " ".join(wrapped(name, room, most)), " ".join(name.split())
    assert shown == whole or ELLIPSIS in shown


def test_thousands_of_words_are_cut_short() -> None:
    lines = wrapped("word " * 3000, 8.0, 3)
    assert len(lines) == 3
    assert lines[-1].endswith(ELLIPSIS)
