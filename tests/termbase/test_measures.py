from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from termbase.measures import first_sentence, grade, prose, sentences, symbols, words


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("A [loss](loss-function.md) of **0.5**.", "A loss of 0.5."),
        ("Half. <!-- check: 1 / 2 == 0.5 -->", "Half."),
        ("> Hint: look", "Hint: look"),
        ("- one\n- `two`", "one\ntwo"),
        ("Of $x_i$ and\n\n$$y = 1$$", "Of x and"),
        ("See ![a [b] c](../x(1).svg).", "See ."),
        ("Text\n\n| a | b |\n|---|---|\n| 1 | 2 |", "Text"),
        ("It costs \\$5 and \\$6.", "It costs \\$5 and \\$6."),
        ("", ""),
    ],
)
def test_prose(markdown: str, shown: str) -> None:
    assert prose(markdown) == shown


@pytest.mark.parametrize(
    ("markdown", "count"),
    [
        ("a b c", 3),
        ("learned with a [mini-batch](mini-batch.md) of 0.5", 6),
        ("the model's input/output", 3),
        ("where $n = 3$ and $k$ differ", 5),
        ("− * —", 0),
    ],
)
def test_words(markdown: str, count: int) -> None:
    assert len(words(markdown)) == count


def test_sentences_end_before_a_capital_and_at_paragraphs() -> None:
    text = 'It is 0.5, i.e. half. "Why?" asks she. Then (as of v. 2) it ends\n\nAnother one'
    assert sentences(text) == ["It is 0.5, i.e. half.", '"Why?" asks she.', "Then (as of v. 2) it ends", "Another one"]


def test_the_first_sentence_keeps_its_links() -> None:
    assert first_sentence("A [loss](a.md). <!-- x --> More [b](b.md).") == "A [loss](a.md)."
    assert first_sentence("") == ""


def test_grade_of_a_sentence_worked_out_by_hand() -> None:
    # 6 words, 1 sentence, 6 syllables: 0.39 * 6 + 11.8 - 15.59.
    assert grade("The cat sat on the mat.") == pytest.approx(-1.45)
    # 2 words with 5 and 1 syllables; the last e is silent.
    assert grade("Generalization time.") == pytest.approx(0.39 * 2 + 11.8 * 7 / 2 - 15.59)
    assert grade("<!-- nothing -->") == 0


@pytest.mark.parametrize(
    ("tex", "found"),
    [
        (r"y = \sigma(w^\top x)", ["y", r"\sigma", "w", "x"]),
        (r"\hat{y}_i = \mathbf{W} x_i", ["y", "i", "W", "x", "i"]),
        (r"\frac{d L}{d w} = e^{-z}", ["L", "w", "z"]),
        (r"\text{loss} = \operatorname{max}(a, 0) \log \mathrm{tp}", ["a"]),
        (r"\begin{pmatrix} a & b \end{pmatrix}", ["a", "b"]),
    ],
)
def test_symbols(tex: str, found: list[str]) -> None:
    assert list(symbols(tex)) == found


@given(st.text())
def test_any_text_can_be_measured(text: str) -> None:
    assert len(words(text)) >= 0 <= len(sentences(text))
    assert grade(text) == grade(text)
    assert "<!--" not in prose(text) or "-->" not in prose(text).partition("<!--")[2]
    assert all(symbols(text))
