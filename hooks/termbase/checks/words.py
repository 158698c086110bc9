"""Rules about what stands in running text: formulas, arithmetic, comments, markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.arithmetic import verify
from termbase.glossary import Glossary
from termbase.maths import BrokenTex, to_mathml
from termbase.model import Entry, Inline
from termbase.parse.inline import GAP
from termbase.problems import Problem, did_you_mean, error, shorten
from termbase.text import Text

BROKEN_TEX = error("broken-tex")
FALSE_ARITHMETIC = error("false-arithmetic")
BAD_ARITHMETIC = error("bad-arithmetic")
UNKNOWN_COMMENT = error("unknown-comment")
UNCLOSED = error("unclosed")
RAW_HTML = error("raw-html")
OUTSIDE_HTML = error("outside-html")
PLACEHOLDER = error("placeholder")

_COMMENT_KINDS = ("check", "hear", "id")
_KEYWORD = re.compile(r"\s*([A-Za-z-]+)\s*:\s*(.*)", re.DOTALL)
_CLOSERS = {"$": "close it with `$`, or write `\\$` for money", "$$": "close it with `$$` in the same paragraph"}


def formulas(glossary: Glossary) -> Iterator[Problem]:
    """A formula cannot be set."""
    for path, inline in _texts(glossary):
        for maths in inline.maths:
            try:
                to_mathml(maths.tex, maths.display)
            except BrokenTex as failure:
                message = f"the formula `{shorten(maths.tex)}` is broken: {failure.message}"
                yield BROKEN_TEX.at(path, maths.line + failure.line, message, "check braces and command names")
            if not maths.tex.strip():
                yield BROKEN_TEX.at(path, maths.line, "the formula is empty", "fill it in or remove the dollars")


def arithmetic(glossary: Glossary) -> Iterator[Problem]:
    """A ``check:`` does not hold or cannot be read."""
    for path, inline in _texts(glossary):
        for comment in inline.comments:
            found = _KEYWORD.fullmatch(comment.text)
            if not found or found[1] != "check":
                continue
            verdict = verify(" ".join(found[2].split()))
            if verdict:
                code = FALSE_ARITHMETIC if verdict.readable else BAD_ARITHMETIC
                yield code.at(path, comment.line, verdict.message, verdict.hint)


def comments(glossary: Glossary) -> Iterator[Problem]:
    """A comment is none of ``check:``, ``hear:`` and ``id:``, so it would be lost."""
    for path, inline in glossary.texts():
        for comment in inline.comments:
            found = _KEYWORD.fullmatch(comment.text)
            word = found[1].lower() if found else comment.text
            if not found or found[1] not in _COMMENT_KINDS:
                hint = did_you_mean(word, _COMMENT_KINDS, "comments are `check:`, `hear:` and `id:`")
                yield UNKNOWN_COMMENT.at(path, comment.line, f"unknown comment `{shorten(comment.text)}`", hint)


def unclosed(glossary: Glossary) -> Iterator[Problem]:
    """A formula, comment or code block is opened and never closed."""
    for path, inline in _texts(glossary):
        for mark in inline.unclosed:
            hint = _CLOSERS.get(mark.text, "close it, or remove the mark")
            yield UNCLOSED.at(path, mark.line, f"`{mark.text}` is opened and not closed", hint)


def html(glossary: Glossary) -> Iterator[Problem]:
    """An entry holds HTML, which is not shown."""
    for path, inline in glossary.texts():
        for text in inline.html:
            message = f"HTML is not used in entries: `{shorten(text.text)}`"
            yield RAW_HTML.at(path, text.line, message, "write Markdown, or `\\<` for a plain sign")


def outside_html(glossary: Glossary) -> Iterator[Problem]:
    """HTML in a hand-written page names another host, which a browser would ask as the page opens."""
    for article in glossary.articles.values():
        for text in article.inline.loading:
            message = f"the HTML `{shorten(text.text)}` may load something from another host"
            hint = "put the file into `docs` and write its relative address, or link to it by `<a href>`"
            yield OUTSIDE_HTML.at(article.path, text.line, message, hint)


def placeholders(glossary: Glossary) -> Iterator[Problem]:
    """Text of the skeleton that ``new`` writes was not replaced."""
    for path, inline in glossary.texts():
        for text in inline.gaps:
            yield _left(path, text.text, text.line)
    for entry in glossary.entries.values():
        for text in _header_texts(entry):
            for found in GAP.finditer(text.text):
                yield _left(entry.path, found[0], text.line)


def _left(path: str, words: str, line: int) -> Problem:
    message = f"`{shorten(words)}` still stands as in the skeleton"
    return PLACEHOLDER.at(path, line, message, "replace it with your text")


def _header_texts(entry: Entry) -> Iterator[Text]:
    yield from (*entry.aliases, *entry.variants, *entry.asked)
    for source in entry.sources:
        yield from (source.title, source.authors, source.where)


def _texts(glossary: Glossary) -> Iterator[tuple[str, Inline]]:
    yield from glossary.texts()
    for article in (*glossary.topics.values(), *(course.article for course in glossary.courses.values())):
        yield article.path, article.inline


RULES = (formulas, arithmetic, comments, unclosed, html, outside_html, placeholders)
