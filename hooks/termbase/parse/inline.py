"""One scan over running text: code, comments, formulas and links, each with its line.

The rules are CommonMark 0.31's where it has one (code spans, comments, links), and Pandoc's ``tex_math_dollars`` for
formulas. The scan is linear in the text: a construct that is not closed is looked for once, never per opener.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate
from typing import NamedTuple

from termbase.model import Image, Inline, Link, LinkKind, Maths
from termbase.text import Text


class Kind(StrEnum):
    """What a stretch of text is."""

    CODE = "code"
    COMMENT = "comment"
    DISPLAY = "display"
    MATHS = "maths"
    AUTOLINK = "autolink"


class Span(NamedTuple):
    """A stretch of text that is not prose: ``text[start:end]``, with what stands between its marks.

    A tuple, like the other values of which a file has hundreds: a frozen dataclass takes four times as long to make.
    """

    kind: Kind
    start: int
    end: int
    inner: str


@dataclass(frozen=True, slots=True)
class Scan:
    """The spans of a text in order, its links and images, and openers that nothing closes."""

    spans: tuple[Span, ...]
    links: tuple[tuple[int, re.Match[str]], ...]
    images: tuple[tuple[int, re.Match[str]], ...]
    unclosed: tuple[tuple[int, str], ...]


# A single set of characters is searched for much faster than the alternatives that it starts.
_SIGN = re.compile(r"[\\`~$<\[]")
_OPENER = re.compile(r"\\[!-/:-@\[-`{-~]|`+|~{3,}|\$\$|\$(?=[^\s$])|<!--|<(?=https?:)|\[")
_LABEL = r"(?P<label>(?:[^\[\]\\]|\\.|\[[^\[\]]{0,200}\]){0,400})\]"
_TAIL = r"""(?:\(\s*+(?P<target><[^<>\n]*>|[^()\s<][^()\s]*(?:\([^()\s]*\)[^()\s]*)*|)
    (?:\s++(?P<title>"(?:[^"\\\n]|\\.?|\n(?![ \t]*\n))*+"|'(?:[^'\\\n]|\\.?|\n(?![ \t]*\n))*+'
    |\((?:[^()\\\n]|\\.?|\n(?![ \t]*\n))*+\)))?\s*+\)
    |\[(?P<ref>[^\[\]\n]{0,200})\])"""
_LINK = re.compile(rf"\[{_LABEL}{_TAIL}", re.VERBOSE)
# Whatever `![` starts may be an image to one reader of Markdown or another: `![label]`, too, shows what is defined.
_IMAGE = re.compile(rf"\[(?:{_LABEL}{_TAIL}?)?", re.VERBOSE)
_BLANK = re.compile(r"\n[ \t]*+\n|\n {0,3}#{1,6}[ \t]")
GAP = re.compile(r"‹[^‹›\n]*›")
_HTML = re.compile(r"<[A-Za-z][^<>]*>|<!\[CDATA|<[?!](?!--)")
# HTML Standard, 13.1.2: a tag ends at the first `>` that stands in no quotes behind a `=`. What only links or names is
# passed over; so that nothing hides in it, it may hold no `<`.
_TAG = re.compile(
    r"""<(?:a|area|blockquote|math|q|svg)(?=[\s/>])[^<>]*>
    |(?P<tag><[A-Za-z](?:=\s*+"[^"]*"|=\s*+'[^']*'|[^>])*+>?)""",
    re.VERBOSE | re.IGNORECASE,
)
# URL Standard, 4.4: a backslash is read as a slash, and tabs and line ends are passed over.
_HOST = re.compile(r"https?:|[/\\]{2}", re.IGNORECASE)
_PASSED_OVER = str.maketrans("", "", "\t\r\n")
# These start with a fixed character, which the regex engine finds fast; what stands before it is looked at afterwards.
_BRACKETED = re.compile(r"\[[^\[\]\n]+\](?![\[(:])")
_TARGET = re.compile(r"\([^()\s]+\.md(?:#[\w-]*)?\)")
_WORD_BEFORE = re.compile(r"(?<![\])\w-])\w[\w-]{0,60}\Z")
_BOXES = ("[x]", "[X]", "[ ]")
_NO_START = ("_", "]", "!", "\\")
_HEADING = re.compile(r" {0,3}#{1,6}[ \t]")
_BLANK_BELOW = re.compile(r"[ \t]*+(?:\n[ \t]*+(?:\n|\Z)|\Z)")
_DEFINITION = re.compile(r"^ {0,3}\[([^\[\]\n]+)\]:[ \t]*\S+", re.MULTILINE)


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.spans: list[Span] = []
        self.links: list[tuple[int, re.Match[str]]] = []
        self.images: list[tuple[int, re.Match[str]]] = []
        self.unclosed: list[tuple[int, str]] = []
        self.block_end = -1
        self.comment_end = text.find("-->")
        self.escape_end = -1
        self.open_bars = {"`": len(text) + 1, "~": len(text) + 1}

    def run(self) -> Scan:
        position = 0
        while sign := _SIGN.search(self.text, position):
            opener = _OPENER.match(self.text, sign.start())
            position = self.step(opener) if opener else sign.end()
        return Scan(tuple(self.spans), tuple(self.links), tuple(self.images), tuple(self.unclosed))

    def step(self, opener: re.Match[str]) -> int:
        """Read what starts at ``opener`` and return where to go on."""
        mark = opener[0]
        if mark[0] == "\\":
            self.escape_end = opener.end()
            return opener.end()
        if len(mark) >= 3 and mark[0] in "`~" and self.line_start(opener.start()):
            return self.fence(opener)
        if mark[0] == "`":
            return self.code(opener)
        if mark[0] == "~":
            return opener.end()
        if mark == "<!--":
            return self.comment(opener)
        if mark == "[":
            return self.link(opener)
        if mark == "<":
            return self.autolink(opener)
        return self.display(opener) if mark == "$$" else self.maths(opener)

    def line_start(self, start: int) -> bool:
        """Tell whether at most three spaces stand between the start of the line and ``start``."""
        before = self.text[max(0, start - 4) : start]
        return not before.rpartition("\n")[2].strip(" ") and (start < 4 or "\n" in before)

    def add(self, kind: Kind, start: int, end: int, inner: str) -> int:
        self.spans.append(Span(kind, start, end, inner))
        return end

    def end_of_block(self, start: int) -> int:
        """Return where the paragraph around ``start`` ends: nothing inline reaches over a blank line or a heading."""
        if start > self.block_end:
            blank = _BLANK.search(self.text, start)
            self.block_end = blank.start() if blank else len(self.text)
        return self.block_end

    def fence(self, opener: re.Match[str]) -> int:
        bars = opener[0]
        # A longer fence than one that nothing closes is not closed either: each is looked for once.
        if len(bars) >= self.open_bars[bars[0]]:
            return opener.end()
        closing = re.compile(rf"^ {{0,3}}{re.escape(bars)}{bars[0]}*[ \t]*$", re.MULTILINE)
        close = closing.search(self.text, opener.end())
        if close is None:
            # CommonMark would run to the end of the file; the writer is better served if the rest is still read.
            self.unclosed.append((opener.start(), bars))
            self.open_bars[bars[0]] = len(bars)
            return opener.end()
        return self.add(Kind.CODE, opener.start(), close.end(), "")

    def code(self, opener: re.Match[str]) -> int:
        ticks = opener[0]
        close = re.compile(rf"(?<!`){ticks}(?!`)").search(self.text, opener.end(), self.end_of_block(opener.end()))
        if close is None:
            return opener.end()
        return self.add(Kind.CODE, opener.start(), close.end(), self.text[opener.end() : close.start()])

    def comment(self, opener: re.Match[str]) -> int:
        start = opener.end()
        if 0 <= self.comment_end < start:
            self.comment_end = self.text.find("-->", start)
        close = self.comment_end
        # A comment inside a comment means that the first one lost its end.
        if close < 0 or self.text.find("<!--", start, close) >= 0:
            self.unclosed.append((opener.start(), "<!--"))
            return start
        return self.add(Kind.COMMENT, opener.start(), close + 3, self.text[start:close].strip())

    def display(self, opener: re.Match[str]) -> int:
        close = self.text.find("$$", opener.end(), self.end_of_block(opener.end()))
        if close < 0:
            self.unclosed.append((opener.start(), "$$"))
            return opener.end()
        return self.add(Kind.DISPLAY, opener.start(), close + 2, self.text[opener.end() : close].strip())

    def maths(self, opener: re.Match[str]) -> int:
        # The next bare dollar decides, closing or not: trying later ones would make the scan quadratic.
        start = opener.end()
        line_end = self.text.find("\n", start)
        close = self.text.find("$", start, line_end if line_end >= 0 else len(self.text))
        while close > 0 and self.text[close - 1] == "\\":
            close = self.text.find("$", close + 1, line_end if line_end >= 0 else len(self.text))
        if close < 0:
            self.unclosed.append((opener.start(), "$"))
            return start
        if self.text[close - 1].isspace() or self.text[close + 1 : close + 2].isdigit():
            return start
        return self.add(Kind.MATHS, opener.start(), close + 1, self.text[start:close])

    def autolink(self, opener: re.Match[str]) -> int:
        close = re.compile(r"[^\s<>]*>").match(self.text, opener.end())
        if close is None:
            return opener.end()
        return self.add(Kind.AUTOLINK, opener.start(), close.end(), close[0][:-1])

    def link(self, opener: re.Match[str]) -> int:
        start = opener.start()
        is_image = start > 0 and self.text[start - 1] == "!" and self.escape_end < start
        found = (_IMAGE if is_image else _LINK).match(self.text, start)
        if found:
            (self.images if is_image else self.links).append((start, found))
        return opener.end()


def scan(text: str) -> Scan:
    """Return the spans, links, images and unclosed openers of ``text``. Labels of links are scanned as prose too."""
    return _Scanner(text).run()


def blank(text: str, spans: tuple[Span, ...]) -> str:
    """Return ``text`` with every span replaced by spaces; offsets and lines stay."""
    parts = []
    position = 0
    for span in spans:
        parts.append(text[position : span.start])
        parts.append("\n".join(" " * len(line) for line in text[span.start : span.end].split("\n")))
        position = span.end
    return "".join([*parts, text[position:]])


class Lines:
    """Turns offsets into line numbers of the file."""

    def __init__(self, text: str, first_line: int) -> None:
        self.first_line = first_line
        self.starts = list(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))

    def at(self, offset: int) -> int:
        """Return the line that holds ``offset``."""
        return self.first_line + bisect_right(self.starts, offset) - 1


def read_inline(text: str, first_line: int, scanned: Scan | None = None) -> Inline:
    """Return what ``text`` refers to. ``scanned`` spares a second scan where the caller has one."""
    found = scanned or scan(text)
    lines = Lines(text, first_line)
    plain = blank(text, found.spans)
    definitions = (
        frozenset(label_key(match[1]) for match in _DEFINITION.finditer(plain)) if "]:" in plain else frozenset()
    )
    return Inline(
        links=tuple(_links(found, lines)),
        images=tuple(_images(found, plain, lines)),
        maths=tuple(
            Maths(span.inner, span.kind is Kind.DISPLAY, lines.at(span.start))
            for span in found.spans
            if span.kind in (Kind.DISPLAY, Kind.MATHS)
        ),
        comments=tuple(Text(s.inner, lines.at(s.start)) for s in found.spans if s.kind is Kind.COMMENT),
        definitions=definitions,
        unclosed=tuple(Text(mark, lines.at(offset)) for offset, mark in found.unclosed),
        bracketed=tuple(_bracketed(plain, lines)),
        bare_targets=tuple(_bare_targets(plain, lines)),
        html=tuple(Text(match[0], lines.at(match.start())) for match in _HTML.finditer(plain)),
        loading=tuple(_loading(plain, lines)),
        gaps=tuple(Text(match[0], lines.at(match.start())) for match in GAP.finditer(plain)),
    )


def _bracketed(plain: str, lines: Lines) -> Iterator[Text]:
    for match in _BRACKETED.finditer(plain):
        before = plain[match.start() - 1 : match.start()]
        if not (before.isalnum() or before in _NO_START or match[0] in _BOXES):
            yield Text(match[0], lines.at(match.start()))


def _bare_targets(plain: str, lines: Lines) -> Iterator[Text]:
    for match in _TARGET.finditer(plain):
        word = _WORD_BEFORE.search(plain, max(0, match.start() - 80), match.start())
        if word:
            yield Text(word[0] + match[0], lines.at(match.start()))


def _loading(plain: str, lines: Lines) -> Iterator[Text]:
    for match in _TAG.finditer(plain):
        if match["tag"] and _HOST.search(html.unescape(match["tag"]).translate(_PASSED_OVER)):
            yield Text(match["tag"], lines.at(match.start()))


def label_key(label: str) -> str:
    """Return a reference label in the form CommonMark compares: case-folded, white space collapsed."""
    return " ".join(label.casefold().split())


def _links(found: Scan, lines: Lines) -> Iterator[Link]:
    for start, match in found.links:
        label, target, reference = match["label"], match["target"], match["ref"]
        line = lines.at(start)
        if target is None:
            yield Link(label, label_key(reference or label), line, LinkKind.REFERENCE)
            continue
        first, last = match.span("target")
        if target.startswith("<"):
            target, first, last = target[1:-1], first + 1, last - 1
        yield Link(label, target, line, LinkKind.INLINE, first, last)


def _images(found: Scan, plain: str, lines: Lines) -> Iterator[Image]:
    for start, match in found.images:
        target = (match["target"] or "").removeprefix("<").removesuffix(">")
        alone = _alone(plain, start - 1, match.end())
        yield Image(match["label"] or "", target, lines.at(start), alone, start - 1, match.end())


def _alone(plain: str, start: int, end: int) -> bool:
    """Tell whether what stands from ``start`` to ``end`` is a paragraph, not indented, and set off by blank lines."""
    if start and plain[start - 1] != "\n":
        return False
    above = plain[plain.rfind("\n", 0, max(0, start - 1)) + 1 : start]
    return bool((not above.strip() or _HEADING.match(above)) and _BLANK_BELOW.match(plain, end))
