"""The ``hear:`` words of a key concept: which words in a learner's answer suggest that it was said.

hear     = group ("+" group)*          every group must be heard
group    = phrase ("|" phrase)*        one phrase of it is enough
phrase   = words, each of which may end in "*" for any ending
"""

from __future__ import annotations

import re

from termbase.text import folded

_SOUND = re.compile(r"(?:[^\W_]|\*)+")
_WORD = re.compile(r"[^\W_](?:[\w'’-]*[^\W_])?\*?|[^\W_]\*?")


class UnreadableHear(Exception):
    """The expression is not in the grammar. The message says what is wrong."""


def parse_hear(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the groups of ``text``, each a tuple of phrases, case-folded with single spaces.

    Raises ``UnreadableHear`` for an empty group or phrase, or a sign that is not part of the grammar.
    """
    groups = []
    for group in text.split("+"):
        phrases = tuple(folded(phrase) for phrase in group.split("|"))
        for phrase in phrases:
            if not phrase:
                raise UnreadableHear("a group or an alternative is empty")
            bad = next((word for word in phrase.split() if not _WORD.fullmatch(word)), None)
            if bad:
                raise UnreadableHear(f"`{bad}` is not a word; `*` stands only at the end of one")
        groups.append(phrases)
    return tuple(groups)


def hears(groups: tuple[tuple[str, ...], ...], answer: str) -> bool:
    """Tell whether every group is heard in ``answer``, as the browser does (``heard`` in study/own.js)."""
    said = _sounds(answer)
    return all(any(re.search(_pattern(phrase), said) for phrase in group) for group in groups)


def _sounds(text: str) -> str:
    return f" {' '.join(_SOUND.findall(folded(text)))} "


def _pattern(phrase: str) -> str:
    return re.escape(_sounds(phrase)).replace(re.escape("*"), "[^ ]*")
