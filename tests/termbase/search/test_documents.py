"""What an entry is to the search."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from project import BASE, ROOT, glossary_of
from samples import damaged
from termbase.search.documents import PLACES, document, prose

SMALL = glossary_of(BASE)
REAL = glossary_of(ROOT)


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("a *b* **c** d", "a b c d"),
        ("4 * 3 is 12", "4 * 3 is 12"),
        ("a_b and _c_", "a_b and c"),
        ("[soft *max*](softmax.md#quiz), [it][x]", "soft max, it"),
        ("[the `x`](y.md)", "the x"),
        ('a\n\n![b *c*](d.svg "e *f* $g$ [h](i.md)")\n\nj', "a\n\ne f g h\n\nj"),
        ("a\n\n![b](d.svg)\n\nc", "a\n\n\n\nc"),
        ("is 6. <!-- check: 2 * 3 == 6 --> Yes", "is 6.  Yes"),
        ("raises $e$ to $x_i$", "raises e to x_i"),
        (r"with $\mathbf{a}$", "with a"),
        (r"with $\frac{a}{b}$", "with …"),
        ("so\n\n$$x^2$$\n\nholds", "so\n\n\n\nholds"),
        ("1. one\n2. two", "one\ntwo"),
        ("- one\n* two", "one\ntwo"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a · b\n1 · 2"),
        (r"5\$ \*", "5$ *"),
        ("<b>x</b>", "<b>x</b>"),
        ("", ""),
    ],
)
def test_markdown_becomes_words(markdown: str, words: str) -> None:
    assert prose(markdown) == words


@given(damaged())
def test_no_markdown_breaks_it(text: str) -> None:
    assert len(prose(text)) <= len(text)


def test_a_document_holds_names_labels_and_texts() -> None:
    found = document(SMALL, SMALL.entries["alpha"])
    assert (found.slug, found.title, found.level) == ("alpha", "Alpha", "beginner")
    assert found.topics == ("greek",)
    assert found.courses == ("letters",)
    assert found.links == len(SMALL.mentions["alpha"]) + len(set(SMALL.relations["alpha"].all()))


def test_passages_name_their_section_and_review_questions_their_own_place() -> None:
    entry = REAL.entries["softmax"]
    found = document(REAL, entry)
    headings = [PLACES[passage.place][1] for passage in found.passages]
    assert list(dict.fromkeys(headings)) == [
        "Definition",
        "Example",
        "Common mistake",
        "Must-know facts",
        "Review questions",
    ]
    assert {passage.anchor for passage in found.passages} <= entry.anchors
    assert len({p.anchor for p in found.passages if PLACES[p.place][1] == "Review questions"}) >= 3


def test_every_text_of_the_glossary_is_in_a_document() -> None:
    for entry in REAL.entries.values():
        found = document(REAL, entry)
        assert found.plain
        assert len(found.asked) == len(entry.asked)
        words = " ".join(passage.text for passage in found.passages)
        assert not re.search(r"\]\(|<!--|\$[\w\\]+\$|\*\*|^\||\\\\", words), entry.slug
        assert len(words) > 2_000, entry.slug


def test_a_place_fits_into_a_posting() -> None:
    assert len(PLACES) <= 8
