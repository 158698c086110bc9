"""Glossaries of names alone, for tests of what names lead to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from termbase.glossary import Glossary, build
from termbase.load import Loaded
from termbase.model import Entry
from termbase.text import Text


def named(names: Mapping[str, Sequence[str]]) -> Glossary:
    """Return a glossary whose entries have these names by slug, the title first, then the aliases."""
    entries = []
    for slug, (title, *aliases) in names.items():
        texts = tuple(Text(alias, 2) for alias in aliases)
        entries.append(Entry(slug, f"glossary/{slug}.md", Text(title, 4), Text("", 6), Text("", 8), aliases=texts))
    return build(Loaded(tuple(entries), (), (), (), None, (), None, None, (), frozenset(), ()))
