"""Formulas as one line of text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from termbase.linear import linear
from termbase.maths import BrokenTex, to_mathml


@pytest.mark.parametrize(
    ("tex", "line"),
    [
        (r"V", "V"),
        (r"x_i^2", "x_i^2"),
        (r"\frac{a}{b+1}", "a/(b + 1)"),
        (r"\frac{x^2}{2}", "(x^2)/2"),
        (r"\frac{1}{1+e^{-s}}", "1/(1 + e^(−s))"),
        (r"\sqrt{x+1}", "√(x + 1)"),
        (r"\sqrt[3]{x}", "x^(1/3)"),
        (r"(a+b)^2", "(a + b)^2"),
        (r"f'(x)", "f′(x)"),
        (r"\log(1 - D(G(\mathbf{z})))", "log(1 − D(G(z)))"),
        (r"V = -\log 4 \approx -1.386", "V = −log 4 ≈ −1.386"),
        (r"p_{\text{data}}(\mathbf{x})", "p_data(x)"),
        (r"p(y \mid \mathbf{x})", "p(y ∣ x)"),
        (r"\|x\|_2", "‖x‖_2"),
        (r"\mathbb{R}^n", "ℝ^n"),
        (r"\mathbb{E}_{\mathbf{x}}\left[\log D(\mathbf{x})\right]", "E_x[log D(x)]"),
        (r"\sum_{k=1}^{n} x_k", "∑_(k = 1)^n x_k"),
        (r"\min_G \, \max_D \, V(D, G)", "min_G max_D V(D, G)"),
        (r"\hat y", "ŷ"),
        (r"\overline{x}", "x\u0305"),
        (r"\underbrace{a+b}_{n}", "(a + b)_n"),
        (r"\overset{!}{=}", "=^!"),
        (r"\begin{pmatrix}1&2\\3&4\end{pmatrix}", "(1 2; 3 4)"),
        (r"1{,}000", "1,000"),
        (r"a \quad b", "a b"),
        (r"a < b \& c", "a < b&c"),
        (r"\text{<b>}", "<b>"),
    ],
)
def test_a_formula_is_one_line(tex: str, line: str) -> None:
    assert linear(to_mathml(tex, display=False)) == line


PIECES = [
    *"abx012+-=,()|",
    r"\frac{a}{b}",
    "^2",
    "_{i}",
    r"\sqrt{x}",
    r"\hat{y}",
    r"\sum",
    r"\log",
    r"\left(",
    r"\right)",
    "'",
]


@given(st.lists(st.sampled_from(PIECES)))
def test_every_formula_that_can_be_set_has_a_line_without_markup(parts: list[str]) -> None:
    try:
        mathml = to_mathml(" ".join(parts), display=True)
    except BrokenTex:
        return
    assert "<" not in linear(mathml)
