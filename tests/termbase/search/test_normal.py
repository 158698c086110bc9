"""The specification of normal forms against the build; test_search_normal.py holds the browser to the same."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from project import ROOT
from searching import examples
from termbase.search.normal import STOP, fold, normal, stem

SPECIFICATION = (ROOT / "hooks" / "termbase" / "search" / "normal-form.md").read_text("utf-8")


@pytest.mark.parametrize(("text", "form", "stems"), examples(), ids=[text for text, _, _ in examples()])
def test_every_example_of_the_specification_holds(text: str, form: str, stems: str) -> None:
    assert normal(text) == form
    assert " ".join(map(stem, form.split())) == stems


def test_the_words_without_meaning_are_those_of_the_specification() -> None:
    listed = re.search(r"full text:\n\n((?: {4}.*\n)+)", SPECIFICATION)
    assert listed
    assert listed[1].split() == sorted(STOP)


def test_folding_leaves_the_spelling() -> None:
    assert fold("Supervised Programme") == "supervised programme"
    assert normal("Supervised Programme") == "supervized program"


@given(st.text())
def test_a_normal_form_is_words_of_letters_and_numbers(text: str) -> None:
    words = normal(text).split(" ")
    assert words == [""] or all(word.isalnum() for word in words)


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text("abcdeilmnorstuyz", min_size=1))
def test_a_stem_is_never_empty_and_starts_as_its_word(word: str) -> None:
    assert stem(word)
    assert stem(word)[:2] == word[:2]
