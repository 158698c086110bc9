"""Rules about the names that entries hold: a name leads to one entry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.glossary import Glossary, Name, NameKind
from termbase.problems import Problem, advice, error
from termbase.text import folded, singular

DUPLICATE_TITLE = error("duplicate-title")
ALIAS_TAKEN = error("alias-taken")
ALIAS_REPEATS = error("alias-repeats")
NEAR_DUPLICATE = error("near-duplicate")
PLURAL_DUPLICATE = advice("plural-duplicate")

_ACRONYM = re.compile(r"[A-Z][A-Z0-9]{1,5}")


def duplicate_title(glossary: Glossary) -> Iterator[Problem]:
    """Two entries have one title."""
    for first, second in _clashes(glossary, same=True):
        if first.kind is second.kind is NameKind.TITLE:
            message = f"the title `{second.text}` is also the title of {_place(first)}"
            yield DUPLICATE_TITLE.at(
                second.path, second.line, message, "join the two entries, or name the sense in each title"
            )


def alias_taken(glossary: Glossary) -> Iterator[Problem]:
    """An alias or variant is held by another entry too. An acronym may be: the search shows all who own it."""
    for first, second in _clashes(glossary, same=True):
        if first.kind is second.kind is NameKind.TITLE:
            continue
        if first.kind is second.kind is NameKind.ALIAS and all(_ACRONYM.fullmatch(n.text) for n in (first, second)):
            continue
        # The title has the better claim: the problem stands where the alias is.
        alias, other = (first, second) if second.kind is NameKind.TITLE else (second, first)
        message = f"the {alias.kind} `{alias.text}` is also the {other.kind} of {_place(other)}"
        yield ALIAS_TAKEN.at(alias.path, alias.line, message, "keep it in the entry that it means, and remove it here")


def near_duplicate(glossary: Glossary) -> Iterator[Problem]:
    """Two entries have names that differ only by hyphens or spaces, which readers and search do not tell apart."""
    for first, second in _clashes(glossary, same=False):
        held = f"the {first.kind} `{first.text}` of {_place(first)}"
        message = f"the {second.kind} `{second.text}` differs from {held} only by hyphens or spaces"
        yield NEAR_DUPLICATE.at(
            second.path, second.line, message, "join the two entries, or choose a name that differs more"
        )


def plural_duplicate(glossary: Glossary) -> Iterator[Problem]:
    """Two entries have names of which one looks like the plural of the other."""
    for key, names in glossary.names.items():
        base = singular(key)
        if base == key:
            continue
        for first in glossary.names.get(base, ()):
            for second in names:
                if first.slug != second.slug:
                    held = f"the {first.kind} `{first.text}` of {_place(first)}"
                    message = f"the {second.kind} `{second.text}` looks like the plural of {held}"
                    yield PLURAL_DUPLICATE.at(second.path, second.line, message, "join the two if they mean the same")


def alias_repeats(glossary: Glossary) -> Iterator[Problem]:
    """An entry holds one name twice, since names are blind to case, hyphens and spaces."""
    for names in glossary.names.values():
        first: dict[str, Name] = {}
        for name in names:
            held = first.setdefault(name.slug, name)
            if held is not name:
                message = f"the {name.kind} `{name.text}` repeats the {held.kind} `{held.text}` on line {held.line}"
                yield ALIAS_REPEATS.at(
                    name.path, name.line, message, "remove it: case, hyphens and spaces are ignored anyway"
                )


def _clashes(glossary: Glossary, *, same: bool) -> Iterator[tuple[Name, Name]]:
    """Yield pairs of names of different entries with one key; ``same`` asks for equal words, else for unequal ones."""
    for names in glossary.names.values():
        if len(names) == 1:
            continue
        by_slug: dict[str, Name] = {}
        for name in sorted(names, key=lambda n: (n.kind is not NameKind.TITLE, n.path, n.line)):
            by_slug.setdefault(name.slug, name)
        first, *others = by_slug.values()
        for second in others:
            if (folded(first.text) == folded(second.text)) is same:
                yield first, second


def _place(name: Name) -> str:
    return f"{name.path}:{name.line}"


RULES = (duplicate_title, alias_taken, near_duplicate, plural_duplicate, alias_repeats)
