"""The term file: the names of all entries in columns, the most linked-to first.

Columns pack better than rows. An entry's place in the file is its number everywhere else, and its rank where two hits
are otherwise equal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from termbase.parse.fields import LEVELS
from termbase.search.documents import Document
from termbase.search.normal import fold, normal
from termbase.text import single_spaced

# Above this the names of the less linked-to come in a second file, loaded when the browser is idle.
WHOLE = 3_000
HEAD = 2_000
_SLUG_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Labels:
    """The topics and courses that can be asked for: ``(slug, title)`` each."""

    topics: tuple[tuple[str, str], ...] = ()
    courses: tuple[tuple[str, str], ...] = ()


def ranked(documents: Iterable[Document]) -> list[Document]:
    """Return documents in the order in which they are numbered: the most linked-to first, then by name."""
    return sorted(documents, key=lambda document: (-document.links, normal(document.title), document.slug))


def split(documents: Sequence[Document]) -> tuple[Sequence[Document], Sequence[Document]]:
    """Return the documents of the first file and those of the second."""
    head = HEAD if len(documents) > WHOLE else len(documents)
    return documents[:head], documents[head:]


def columns(documents: Sequence[Document], labels: Labels) -> dict[str, Any]:
    """Return the columns of ``documents``.

    Each is a text of one line an entry: ``names``; ``aliases`` with tabs between them; ``topics`` and ``courses`` as
    numbers of labels. ``levels`` has one digit an entry, 0 where there is none. ``slugs`` holds the slugs that do not
    follow from the name, by the entry's place in these columns.
    """
    topics = {slug: str(number) for number, (slug, _) in enumerate(labels.topics)}
    courses = {slug: str(number) for number, (slug, _) in enumerate(labels.courses)}
    return {
        "names": _lines(single_spaced(document.title) for document in documents),
        "aliases": _lines("\t".join(map(single_spaced, document.aliases)) for document in documents),
        "levels": "".join(str(_level(document.level)) for document in documents),
        "topics": _lines(_numbers(document.topics, topics) for document in documents),
        "courses": _lines(_numbers(document.courses, courses) for document in documents),
        "slugs": {
            str(place): document.slug
            for place, document in enumerate(documents)
            if derived_slug(document.title) != document.slug
        },
    }


def derived_slug(title: str) -> str:
    """Return the slug that a browser derives from a title: runs of a to z and 0 to 9, joined by hyphens."""
    return "-".join(_SLUG_WORD.findall(fold(title)))


def _lines(rows: Iterable[str]) -> str:
    return "\n".join(rows)


def _level(level: str) -> int:
    return LEVELS.index(level) + 1 if level in LEVELS else 0


def _numbers(slugs: Iterable[str], of: Mapping[str, str]) -> str:
    return " ".join(of[slug] for slug in slugs if slug in of)
