"""A formula as one line of text: ``a/b``, ``x_i^2``, ``√(1 + x)``, in brackets whatever belongs together."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from html.parser import HTMLParser
from itertools import zip_longest

from termbase.text import single_spaced

# Letters of the block Mathematical Alphanumeric Symbols, which few fonts and no search know.
_STYLED = re.compile("[\U0001d400-\U0001d7ff]+")
# What needs no brackets: a number or a word, perhaps with an accent.
_WHOLE = re.compile(r"[\w.\u0300-\u036f\u20d7]*")
_SPACED = frozenset("=≠≈≡<>≤≥≪≫∈∉⊂⊆∼∝→↦⇒⇔←×·⋅∗∘⊙∪∩∣±:")
_SIGNS = frozenset("+−-")
_OPENING = frozenset("([{⟨⌊⌈")
_APPLY = "\u2061"
_INVISIBLE = str.maketrans("", "", "\u2061\u2062\u2063\u2064\u200b")
_ACCENTS = {
    "ˆ": "\u0302",
    "^": "\u0302",
    "~": "\u0303",
    "˜": "\u0303",
    "¯": "\u0304",
    "‾": "\u0304",
    "\u0332": "\u0305",
    "→": "\u20d7",
}
_PRIMES = re.compile("[′″‴]+")
_BRACES = frozenset("⏞⏟")


def linear(mathml: str) -> str:
    """Return a ``<math>`` element (MathML Core) as one line of text."""
    reader = _Reader()
    reader.feed(mathml)
    reader.close()
    line = "".join(reader.done).translate(_INVISIBLE)
    line = _STYLED.sub(lambda found: unicodedata.normalize("NFKC", found[0]), line)
    return single_spaced(unicodedata.normalize("NFC", line))


class _Reader(HTMLParser):
    """Joins the elements of a formula from the innermost out. Never raises, whatever the text in a formula."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        self.open: list[tuple[str, list[str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "mspace":
            self._put(" " if attrs else "")
        else:
            self.open.append((tag, []))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_data(self, data: str) -> None:
        self._put(data)

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1][0] == tag:
            _, parts = self.open.pop()
            self._put(_JOINED.get(tag, _row)(parts))

    def _put(self, text: str) -> None:
        (self.open[-1][1] if self.open else self.done).append(text)


def _row(parts: Sequence[str]) -> str:
    """Set side by side, with spaces around relations and around signs that stand between two things."""
    line = ""
    for part, following in zip_longest(parts, parts[1:], fillvalue=""):
        if part == _APPLY:
            line += "" if following[:1] in _OPENING else " "
        elif part in _SPACED or (part in _SIGNS and _is_thing(line)):
            line += f" {part} "
        elif part in (",", ";"):
            line += part if line[-1:].isdigit() and following[:1].isdigit() else f"{part} "
        else:
            line += part.lstrip() if line[-1:] in _SIGNS else part
    return line


def _is_thing(line: str) -> bool:
    last = line.rstrip()[-1:]
    return bool(last) and last not in _OPENING | _SPACED | _SIGNS | {",", ";"}


def _one(text: str) -> str:
    """Put ``text`` in brackets unless it is one sign, number or word, or has its own."""
    text = text.strip()
    return text if len(text) == 1 or _WHOLE.fullmatch(text) or _is_bracketed(text) else f"({text})"


def _is_bracketed(text: str) -> bool:
    return text.startswith("(") and text.endswith(")") and ")" not in text[1:-1]


def _up(parts: Sequence[str]) -> str:
    base, exponent = parts
    return base + exponent if _PRIMES.fullmatch(exponent) else f"{_one(base)}^{_one(exponent)}"


def _down(parts: Sequence[str]) -> str:
    base, index = parts
    return f"{_one(base)}_{_one(index)}"


def _both(parts: Sequence[str]) -> str:
    base, index, exponent = parts
    return _down((base, index)) + _up(("", exponent))


def _over(parts: Sequence[str]) -> str:
    base, mark = parts
    accent = _ACCENTS.get(mark, mark if unicodedata.combining(mark[:1] or " ") else "")
    return f"{_one(base)}{accent}" if accent else base if mark in _BRACES else f"{_up(parts)} "


def _under(parts: Sequence[str]) -> str:
    base, mark = parts
    # What a sum or a limit is taken over stands apart from it.
    return base if mark in _BRACES else f"{_down(parts)} "


# By element; those that are not named hold a row.
_JOINED: dict[str, Callable[[Sequence[str]], str]] = {
    **dict.fromkeys(("mi", "mn", "mo", "mtext"), "".join),
    "mfrac": lambda parts: f"{_one(parts[0])}/{_one(parts[1])}",
    "msup": _up,
    "msub": _down,
    "msubsup": _both,
    "munder": _under,
    "mover": _over,
    "munderover": lambda parts: f"{_both(parts)} ",
    "msqrt": lambda parts: f"√{_one(_row(parts))}",
    "mroot": lambda parts: f"{_one(parts[0])}^(1/{_one(parts[1])})",
    "mtable": "; ".join,
    "mtr": " ".join,
}
