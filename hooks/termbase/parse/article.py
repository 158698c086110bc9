"""Hand-written pages of ``docs/``: plain articles, topics, courses and the home page; and tombstones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any

from termbase.articles import Article, Course, Heading, Home, Part, Retired, Unit
from termbase.model import Former
from termbase.parse.entry import MISSING_TITLE, read_record
from termbase.parse.fields import COURSE, FORMERLY, HOME, RETIRED
from termbase.parse.inline import read_inline
from termbase.parse.kinds import Record
from termbase.parse.outline import Block, Split, outline, quoted, split_header, trimmed
from termbase.parse.scalars import Where
from termbase.parse.yamltree import read_yaml
from termbase.problems import Problem, error
from termbase.text import Text, without_comments

EMPTY_UNIT = error("empty-unit")

_ATTRIBUTES = re.compile(r"(?<![ \t])[ \t]*+\{:?[ \t]*([^{}\n]*)\}[ \t]*$")
_NUMBERED = re.compile(r"(.*)_(\d{1,9})")
_OWN_ID = re.compile(r"(?:^|\s)#([\w:.-]+)")
_MARKUP = re.compile(r"[*`]|!?\[([^\[\]]*)\]\([^()]*\)")
_RETIRED = re.compile(r"^retired[ \t]*:", re.MULTILINE)


@lru_cache(maxsize=4_096)
def parse_article(path: str, text: str) -> tuple[Article, tuple[Problem, ...]]:
    """Return the page that ``text`` holds and the problems met.

    A header is allowed. Of its fields only ``formerly`` is read, the others are left to the engine.
    """
    split = split_header(path, text)[0] if text.startswith("---\n") else Split("", 1, text, 1)
    article, problems = _article(path, split)
    return replace(article, formerly=_formerly(path, split, problems)), tuple(problems)


def _formerly(path: str, split: Split, problems: list[Problem]) -> tuple[Former, ...]:
    tree, found = read_yaml(path, split.header, split.header_line)
    problems += found
    where = Where(path, FORMERLY.name, problems)
    node = next((node for key, node in (tree.pairs if tree else ()) if key.value == FORMERLY.name), None)
    return (FORMERLY.kind.read(node, where) or ()) if node else ()


@lru_cache(maxsize=1_024)
def parse_course(path: str, text: str) -> tuple[Course, tuple[Problem, ...]]:
    """Return the course that ``text`` holds and the problems met."""
    head, article, problems = _with_header(path, text, COURSE)
    units = tuple(_unit(values, path, problems) for values in head.get("units", ()))
    return Course(replace(article, formerly=head.get("formerly", ())), units), tuple(problems)


@lru_cache(maxsize=16)
def parse_home(path: str, text: str) -> tuple[Home, tuple[Problem, ...]]:
    """Return the home page that ``text`` holds and the problems met."""
    head, article, problems = _with_header(path, text, HOME)
    example, start = (head.get(name, Text("", 1)) for name in ("example", "start"))
    return Home(article, example, start, tuple(head.get("searches", ()))), tuple(problems)


def is_retired(path: str, text: str) -> bool:
    """Tell whether a file of ``glossary``, ``docs/topics`` or ``docs/courses`` is a tombstone."""
    return _RETIRED.search(split_header(path, text)[0].header) is not None


@lru_cache(maxsize=1_024)
def parse_retired(path: str, text: str) -> tuple[Retired, tuple[Problem, ...]]:
    """Return the tombstone that ``text`` holds and the problems met."""
    head, article, problems = _with_header(path, text, RETIRED)
    names = (*head.get("aliases", ()), *head.get("variants", ()))
    day = head["retired"].text if "retired" in head else ""
    article = replace(article, formerly=head.get("formerly", ()))
    return Retired(article, day, head.get("see", ()), names), tuple(problems)


def _with_header(path: str, text: str, record: Record) -> tuple[dict[str, Any], Article, list[Problem]]:
    split, problems = split_header(path, text)
    head = read_record(path, split, record, problems)
    article, article_problems = _article(path, split)
    return head, article, [*problems, *article_problems]


def _unit(values: dict[str, Any], path: str, problems: list[Problem]) -> Unit:
    blank = Text("", values["line"])
    title = values.get("title", blank)
    parts = [Part(blank, values["terms"])] if "terms" in values else []
    parts += [
        Part(part.get("title", blank), part.get("terms", ()), part.get("formerly", ()))
        for part in values.get("parts", ())
    ]
    if not any(part.terms for part in parts):
        message = f"the unit `{title.text}` lists no terms"
        problems.append(EMPTY_UNIT.at(path, values["line"], message, "add `terms: [first-term, second-term]`"))
    return Unit(title, values.get("goal", blank), tuple(parts), values["line"], values.get("formerly", ()))


def _article(path: str, split: Split) -> tuple[Article, list[Problem]]:
    body, first_line = split.body, split.body_line
    # Problems of the outline are about entries' headings: a hand-written page may have any.
    blocks, scanned, _ = outline(path, body, first_line)
    opening = next((block for block in blocks if block.level == 1), None)
    problems: list[Problem] = []
    if opening is None:
        message = "the title is missing"
        problems.append(MISSING_TITLE.at(path, first_line, message, "write `# Title` as the first line of the page"))
        title, plain, text = Text("", first_line), Text("", first_line), trimmed(body, first_line)
    else:
        rest = body.split("\n")[opening.text_line - first_line :]
        title = Text(_ATTRIBUTES.sub("", opening.title.text), opening.title.line)
        plain, text = quoted(trimmed("\n".join(rest), opening.text_line))
    return (
        Article(
            slug=PurePosixPath(path).stem,
            path=path,
            title=title,
            plain=plain,
            text=text,
            headings=tuple(_headings(blocks)),
            inline=read_inline(body, first_line, scanned),
        ),
        problems,
    )


def _headings(blocks: list[Block]) -> Iterator[Heading]:
    used: dict[str, int] = {}
    for block in blocks:
        if block.level == 0:
            continue
        attributes = _ATTRIBUTES.search(block.title.text)
        own = _OWN_ID.search(attributes[1]) if attributes else None
        words = without_comments(_ATTRIBUTES.sub("", block.title.text))
        shown = _MARKUP.sub(lambda found: found[1] or "", words)
        yield Heading(block.level, shown, own[1] if own else unique(heading_slug(shown), used), block.title.line)


def heading_slug(text: str) -> str:
    """Return the anchor that the site gives a heading (Python-Markdown's ``toc.slugify``)."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


def unique(anchor: str, used: dict[str, int]) -> str:
    """Return ``anchor``, with ``_1``, ``_2`` … where it is taken (Python-Markdown's ``toc.unique``), and note it.

    ``used`` holds the anchors taken, each with the last number tried for it.
    """
    if anchor and anchor not in used:
        used[anchor] = 0
        return anchor
    numbered = _NUMBERED.fullmatch(anchor)
    base, count = (numbered[1], int(numbered[2])) if numbered else (anchor, 0)
    count = max(count, used.get(base, 0)) + 1
    while f"{base}_{count}" in used:
        count += 1
    used[base] = max(used.get(base, 0), count)
    used[f"{base}_{count}"] = 0
    return f"{base}_{count}"
