"""The words of Markdown and of HTML in plain characters."""

from __future__ import annotations

import pytest
from termbase.text import Text
from termbase.wording import plain_line, plain_words, without_mathml


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("Plain  words", "Plain words"),
        ("**Bold** and [a link](x.md)", "Bold and a link"),
        ("The sum is 3. <!-- check: 1 + 2 == 3 -->", "The sum is 3."),
        (r"Half is $\frac{1}{2}$ of it", "Half is 1/2 of it"),
        (r"$\text{a} < b$ &amp; `<i>`", "a < b & <i>"),
    ],
)
def test_a_line_of_markdown_is_plain_words(markdown: str, words: str) -> None:
    assert plain_line(Text(markdown, 1)) == words


def test_blocks_of_html_stand_on_one_line() -> None:
    assert plain_words("<p>One &amp; two.</p>\n<ul>\n<li>Three</li>\n</ul>") == "One & two. Three"


def test_only_formulas_are_replaced_and_their_signs_escaped() -> None:
    markup = "<p>If <math><mi>a</mi><mo>&lt;</mo><mi>b</mi></math>, <b>stop</b>.</p>"
    assert without_mathml(markup) == "<p>If a &lt; b, <b>stop</b>.</p>"
