"""Reads ``glossary/standard.yml``: the editorial standard of a glossary."""

from __future__ import annotations

from types import MappingProxyType

from termbase.parse.fields import LIMITS, LOADED_WORDS, PLAIN_WORDS, STANDARD
from termbase.parse.scalars import Where
from termbase.parse.yamltree import read_yaml
from termbase.problems import Problem
from termbase.standard import Limit, Standard
from termbase.text import Text, folded


def parse_standard(path: str, text: str) -> tuple[Standard, tuple[Problem, ...]]:
    """Return the standard that ``text`` holds, as far as it can be read, and the problems met."""
    tree, found = read_yaml(path, text, 1)
    problems = list(found)
    values = (STANDARD.read(tree, Where(path, "", problems)) if tree else None) or {}
    limits = {name: _limit(values[name]) for name in LIMITS if name in values}
    standard = Standard(
        limits=MappingProxyType(limits),
        plain_words=_words(values.get(PLAIN_WORDS, ())),
        loaded_words=_words(values.get(LOADED_WORDS, ())),
    )
    return standard, tuple(problems)


def _limit(values: dict[str, Text]) -> Limit:
    return Limit(*(int(values[end].text) if end in values else None for end in ("least", "most")))


def _words(texts: tuple[Text, ...]) -> frozenset[str]:
    return frozenset(folded(text.text) for text in texts)
