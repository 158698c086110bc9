from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from termbase.maths import BrokenTex, characters, to_mathml


def test_formula_becomes_mathml() -> None:
    assert to_mathml("x", display=False) == "<math><mi>x</mi></math>"
    assert to_mathml("x", display=True) == '<math display="block"><mi>x</mi></math>'


@pytest.mark.parametrize(
    ("tex", "message", "line"),
    [
        (r"\frac{1}{2", 'Expected closing token "}", but reached end of input', 0),
        (r"\foo", r'Unknown command "\foo"', 0),
        ("a\n\n\\foo", r'Unknown command "\foo"', 2),
        ("x^", "Expected argument but reached end of input", 0),
        ("é + é\n\\text{é", 'Expected closing token "}", but reached end of input', 1),
        ("a & b", 'Found "&", which may only appear in a table-like environment', 0),
    ],
)
def test_broken_formula_says_why_and_on_which_line(tex: str, message: str, line: int) -> None:
    with pytest.raises(BrokenTex) as failure:
        to_mathml(tex, display=True)
    assert (failure.value.message, failure.value.line) == (message, line)


def test_characters_are_those_between_tags() -> None:
    assert characters('<math display="block"><mi>x</mi><mo>∑</mo></math>') == {"x", "∑"}


COMMANDS = r"\frac \sqrt \left \right \text{ \begin{matrix} \end{matrix} \begin{cases} \color{red} \hspace{1em} \sum \\"
TEX = st.lists(st.sampled_from([*"{}^_&[]()|.x1 \n'~#%$<>\"é\x00", *COMMANDS.split()]), max_size=12).map("".join)


@given(TEX | st.text(st.characters(exclude_categories=["Cs"])), st.booleans())
def test_any_tex_is_set_or_reported_within_its_lines(tex: str, display: bool) -> None:
    try:
        mathml = to_mathml(tex, display)
    except BrokenTex as failure:
        assert 0 <= failure.line <= len(re.findall(r"\n|\r", tex))  # noqa: PT017 - either outcome is right
        assert "\n" not in failure.message  # noqa: PT017
    else:
        assert mathml.startswith("<math")
        assert not re.search(r"<script|\son\w+=|javascript:", mathml)


def test_a_table_has_no_attribute_that_validators_refuse() -> None:
    made = to_mathml(r"\begin{aligned} a &= b \\ &= c \end{aligned}", True)
    assert "<mtable displaystyle=" in made
    assert "scriptlevel" not in made
