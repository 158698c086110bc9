"""The full text: packed postings read back, and their impacts against the formula."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from termbase.search.documents import PLACES, Document, Passage
from termbase.search.postings import ASKED, IMPACT_SCALE, K1, MANY, MOST_POSTINGS, NAME, PLACE_WEIGHTS, B, postings

ANIMALS = ("ant", "bee", "cat", "dog", "eel", "fox")
DOCUMENTS = [
    Document("one", "Apple tree", plain="A tree with apples."),
    Document(
        "two", "Pear", asked=("which tree has pears",), passages=(Passage(4, "must-know-facts", "Not an apple."),)
    ),
    Document("three", "Plum"),
]


def unpacked(text: str) -> list[tuple[int, int, int]]:
    """Return ``(entry, impact, place)`` of each posting, read as the browser does."""
    found = []
    entry = -1
    for posting in text.split(" "):
        entry += int(posting[:-2], 36) if len(posting) > 2 else 1
        impact, place = divmod(int(posting[-2:], 36), 8)
        found.append((entry, impact, place))
    return found


def test_a_stem_leads_to_its_entries_and_the_place_where_it_weighs_most() -> None:
    found = {stem: unpacked(text) for stem, text in postings(DOCUMENTS)}
    assert sorted(found) == ["appl", "has", "not", "pear", "plum", "tre"]
    assert [(entry, place) for entry, _, place in found["appl"]] == [(0, 0), (1, 4)]
    assert [entry for entry, _, _ in found["tre"]] == [0, 1]


def test_an_impact_is_the_weighted_bm25_score() -> None:
    found = {stem: unpacked(text) for stem, text in postings(DOCUMENTS)}
    lengths = [4, 6, 1]
    rarity = math.log(1 + (3 - 2 + 0.5) / (2 + 0.5))
    for entry, weight in ((0, NAME + 4.0), (1, ASKED)):
        norm = K1 * (1 - B + B * lengths[entry] / (sum(lengths) / 3))
        score = rarity * weight * (K1 + 1) / (weight + norm)
        assert found["tre"][entry][1] == round(score * IMPACT_SCALE)


@given(st.lists(st.lists(st.sampled_from(ANIMALS), max_size=4), min_size=1, max_size=60))
def test_every_word_leads_to_every_entry_that_holds_it(texts: list[list[str]]) -> None:
    documents = [Document(str(number), f"n{number}", plain=" ".join(words)) for number, words in enumerate(texts)]
    found = {stem: [entry for entry, _, _ in unpacked(text)] for stem, text in postings(documents)}
    for word in ANIMALS:
        holding = [number for number, words in enumerate(texts) if word in words]
        kept = found.get(word, [])
        assert kept == [number for number in holding if number in kept]
        assert len(kept) == min(len(holding), MANY)


def test_a_stem_of_nearly_all_entries_leads_to_the_one_that_is_asked_by_it() -> None:
    said = [Document(str(number), f"n{number}", passages=(Passage(1, "", "weight and more"),)) for number in range(120)]
    asked = Document("asked", "one", asked=("which weight",))
    for place in (0, 60, 120):
        kept = unpacked(dict(postings([*said[:place], asked, *said[place:]]))["weight"])
        assert len(kept) == MANY
        assert (place, 0) in [(entry, at) for entry, _, at in kept]


def test_a_stem_of_very_many_entries_keeps_those_it_says_most_about() -> None:
    many = [Document(str(number), f"n{number}", plain="word " + "filler " * (number % 7)) for number in range(4_000)]
    rest = [Document(f"r{number}", f"r{number}") for number in range(8_000)]
    found = dict(postings([*many, *rest]))
    kept = unpacked(found["word"])
    assert len(kept) == MOST_POSTINGS
    assert {entry % 7 for entry, _, _ in kept} == {0}
    assert kept == sorted(kept)


@pytest.mark.parametrize("documents", [[], [Document("a", "")]])
def test_without_words_there_is_nothing(documents: list[Document]) -> None:
    assert list(postings(documents)) == []


def test_there_is_a_weight_for_every_place() -> None:
    assert len(PLACE_WEIGHTS) == len(PLACES)
