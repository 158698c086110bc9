"""What each entry of a glossary holds, in numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, fields

from termbase.glossary import Glossary
from termbase.measures import words
from termbase.model import Card, Entry, Holds, Prompt, QuizQuestion


@dataclass(frozen=True, slots=True)
class Counts:
    """The numbers of one entry: ``words`` of its definition, ``checks`` that the build works out, items by kind."""

    words: int
    formulas: int
    checks: int
    figures: int
    facts: int
    questions: int
    cards: int
    quizzes: int
    prompts: int
    asked: int
    sources: int

    def __add__(self, other: Counts) -> Counts:
        """Return the numbers of both together."""
        return Counts(*(one + two for one, two in zip(astuple(self), astuple(other), strict=True)))


NOTHING = Counts(*(0 for _ in fields(Counts)))


def counts(entry: Entry) -> Counts:
    """Return the numbers of ``entry``. Formulas are those of the whole text that stand on lines of their own."""
    kinds = [type(item) for item in entry.items]
    return Counts(
        words=len(words(entry.definition.text)),
        formulas=sum(maths.display for maths in entry.inline.maths),
        checks=sum(comment.text.startswith("check:") for comment in entry.inline.comments),
        figures=len(entry.inline.images),
        facts=len(entry.body(Holds.FACTS)),
        questions=len(entry.body(Holds.QUESTIONS)),
        cards=kinds.count(Card),
        quizzes=kinds.count(QuizQuestion),
        prompts=kinds.count(Prompt),
        asked=len(entry.asked),
        sources=len(entry.sources),
    )


def table(glossary: Glossary) -> str:
    """Return the numbers of all entries as an aligned table, with their sum in the last line."""
    found = {slug: counts(entry) for slug, entry in sorted(glossary.entries.items())}
    total = sum(found.values(), NOTHING)
    head = ("entry", *(field.name for field in fields(Counts)))
    rows = [(slug, *map(str, astuple(numbers))) for slug, numbers in found.items()]
    return "\n".join(_aligned([head, *rows, (f"{len(found)} in all", *map(str, astuple(total)))]))


def _aligned(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for first, *numbers in rows:
        cells = (number.rjust(width) for number, width in zip(numbers, widths[1:], strict=True))
        yield "  ".join([first.ljust(widths[0]), *cells])
