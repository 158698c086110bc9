"""The rules: each a function from the glossary to the problems it sees. ``check`` runs them all.

To add a rule: write it in the module of its theme and name it in that module's ``RULES``, add a case file under
``tests/cases/checks/`` and a paragraph to the writing guide. Tests ask for both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from termbase.checks import amounts, courses, figures, items, links, names, permalinks, relations, standard, words
from termbase.glossary import Glossary
from termbase.problems import Problem

Rule = Callable[[Glossary], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    *names.RULES,
    *relations.RULES,
    *links.RULES,
    *figures.RULES,
    *items.RULES,
    *words.RULES,
    *courses.RULES,
    *permalinks.RULES,
    *standard.RULES,
    *amounts.RULES,
)


def check(glossary: Glossary) -> list[Problem]:
    """Return every problem of the project, those met while reading included, sorted and without repeats."""
    found = set(glossary.problems)
    for rule in RULES:
        found.update(rule(glossary))
    return sorted(found)
