"""What markup says in plain characters, for places that hold no markup: data files, summaries, structured data."""

from __future__ import annotations

import html
import re

from termbase.linear import linear
from termbase.render import render, words
from termbase.text import Text, single_spaced

_MATHS = re.compile(r"<math[ >].*?</math>", re.DOTALL)
_MARKED = re.compile(r"[*_`\[$<\\&]")


def plain_line(text: Text) -> str:
    """Return Markdown of one line as plain words, without comments and markup, formulas as one line."""
    if not _MARKED.search(text.text):
        return single_spaced(text.text)
    return plain_words(render([(text.text, True)], lambda target: target).line(text))


def plain_words(markup: str) -> str:
    """Return the words of some rendered HTML on one line."""
    # A `Markup` would make each of its words one.
    plain = str(markup)
    return single_spaced(words(without_mathml(plain)) if "<" in plain or "&" in plain else plain)


def without_mathml(markup: str) -> str:
    """Return rendered HTML with each formula as one line of text, for readers that drop MathML."""
    return _MATHS.sub(lambda found: html.escape(linear(found[0])), markup)
