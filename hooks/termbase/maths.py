"""TeX to MathML at build time, so that no formula code reaches the reader."""

from __future__ import annotations

import html
import re
from functools import lru_cache

from math_core import LatexError, LatexToMathML

_CONVERTER = LatexToMathML()
MAX_LENGTH = 4_000
MAX_DEPTH = 60
_NESTING = re.compile(r"\\(?:left|right|begin|end)(?![a-z])|(?<!\\)[{}]")
_TAG = re.compile(r"<[^>]*>")
# A table starts on this level anyway, and the schema of HTML knows the attribute only on ``mstyle``.
_SCRIPT_LEVEL = re.compile(r'(?<=<mtable displaystyle="true") scriptlevel="0"')
_ANSI = re.compile(r"\x1b\[[0-9;]*m")
_REPORT = re.compile(r"Error: (?P<message>[^\n]+).*?input:(?P<line>\d+):(?P<column>\d+)", re.DOTALL)


class BrokenTex(Exception):
    """A formula that cannot be set. ``line`` counts from 0, the line on which the formula starts."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


@lru_cache(maxsize=262_144)
def to_mathml(tex: str, display: bool) -> str:
    """Return ``tex`` as a ``<math>`` element. Raises ``BrokenTex``."""
    # math-core reads by recursion without a bound of its own: deep nesting would end the process.
    if len(tex) > MAX_LENGTH:
        raise BrokenTex(f"it is longer than {MAX_LENGTH:,} characters", 0)
    if tex.count("{") + tex.count("\\left") + tex.count("\\begin") > MAX_DEPTH and _depth(tex) > MAX_DEPTH:
        raise BrokenTex(f"it is nested more than {MAX_DEPTH} deep", 0)
    try:
        return _SCRIPT_LEVEL.sub("", str(_CONVERTER.convert_with_local_state(tex, displaystyle=display)))
    except LatexError as failure:
        raise BrokenTex(*_explained(failure)) from None


def _depth(tex: str) -> int:
    """Return how deep groups could be nested, closed or not."""
    depth = deepest = 0
    for mark in _NESTING.finditer(tex):
        depth += 1 if mark[0] in ("{", "\\left", "\\begin") else -1
        deepest = max(deepest, depth)
    return deepest


def _explained(failure: LatexError) -> tuple[str, int]:
    # math-core gives its findings only as a report drawn for a terminal.
    report = _REPORT.search(_ANSI.sub("", str(failure)))
    if report is None:
        return "it cannot be read", 0
    return report["message"].rstrip("."), int(report["line"]) - 1


def characters(mathml: str) -> frozenset[str]:
    """Return the characters that a browser draws for ``mathml``."""
    return frozenset(html.unescape(_TAG.sub("", mathml)))
