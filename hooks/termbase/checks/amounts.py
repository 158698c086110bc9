"""The editorial standard: advice where there is too much or too little of something in an entry."""

from __future__ import annotations

from collections.abc import Iterator

from termbase.checks.items import said
from termbase.checks.standard import measured
from termbase.glossary import Glossary, linked
from termbase.measures import sentences, words
from termbase.model import Card, Entry, Holds, Prompt, Question, QuizQuestion
from termbase.problems import Problem, advice
from termbase.text import Text

OFF_LENGTH = advice("off-length")
OFF_COUNT = advice("off-count")


def lengths(glossary: Glossary) -> Iterator[Problem]:
    """A definition, its sentences, a fact, an answer or a card is too long or too short."""
    for entry, standard in measured(glossary):
        for text, limit, amount, what in _lengths(entry):
            if said(text) and (broken := standard.broken(limit, amount)):
                message = f"{what} {amount:,} words"
                yield OFF_LENGTH.at(entry.path, text.line, message, broken)


def _lengths(entry: Entry) -> Iterator[tuple[Text, str, int, str]]:
    length, count = len(words(entry.definition.text)), len(sentences(entry.definition.text))
    yield entry.definition, "definition-words", length, "the definition has"
    yield entry.definition, "sentence-words", round(length / max(count, 1)), "a sentence of the definition averages"
    for fact in entry.body(Holds.FACTS):
        if isinstance(fact, Text):
            yield fact, "fact-words", len(words(fact.text)), "the fact has"
    for item in entry.items:
        if isinstance(item, Question):
            yield item.answer, "answer-words", len(words(item.answer.text)), "the answer has"
        elif isinstance(item, Card):
            for side, text in (("question", item.prompt), ("answer", item.answer)):
                yield text, "card-words", len(words(text.text)), f"the {side} of the card has"


def counts(glossary: Glossary) -> Iterator[Problem]:
    """An entry has too few or too many of something."""
    incoming = _incoming(glossary) if glossary.standard is not None else {}
    for entry, standard in measured(glossary):
        for line, limit, amount, what in _counts(glossary, entry, incoming[entry.slug]):
            if broken := standard.broken(limit, amount):
                yield OFF_COUNT.at(entry.path, line, f"{what}: {amount}", broken)


def _counts(glossary: Glossary, entry: Entry, incoming: int) -> Iterator[tuple[int, str, int, str]]:
    line = entry.title.line
    yield line, "asked", len(entry.asked), "questions in `asked`"
    yield line, "sources", len(entry.sources), "sources"
    yield line, "contrasts", len(glossary.relations[entry.slug].contrasts), "contrasts on either side"
    related = set(glossary.relations[entry.slug].all())
    yield line, "relations", len(related), "related terms on either side"
    yield line, "header-relations", len(entry.relations), "related terms in the header"
    yield line, "incoming", incoming, "other entries that lead to this one"
    sections = {filled.section.holds: filled.line for filled in entry.sections}
    cards = [item for item in entry.items if isinstance(item, Card)]
    for limit, holds, amount, what in (
        ("facts", Holds.FACTS, len(entry.body(Holds.FACTS)), "facts"),
        ("questions", Holds.QUESTIONS, len(entry.body(Holds.QUESTIONS)), "review questions"),
        ("cards", Holds.CARDS, len(cards), "flashcards"),
        ("card-levels", Holds.CARDS, len({card.level for card in cards}), "levels of flashcards"),
        ("quizzes", Holds.QUIZ, len(entry.body(Holds.QUIZ)), "quiz questions"),
        ("prompts", Holds.PROMPTS, len(entry.body(Holds.PROMPTS)), "prompts"),
    ):
        yield sections.get(holds, line), limit, amount, what
    for item in entry.items:
        if isinstance(item, QuizQuestion):
            yield item.prompt.line, "options", len(item.options), "options"
        elif isinstance(item, Prompt):
            yield item.prompt.line, "concepts", len(item.concepts), "key concepts"


def _incoming(glossary: Glossary) -> dict[str, int]:
    """Return for each entry how many others link to it in their text or name it in their header."""
    leading: dict[str, set[str]] = {slug: set() for slug in glossary.entries}
    for entry in glossary.entries.values():
        for slug in {*linked(entry.path, [entry.inline]), *(relation.target.text for relation in entry.relations)}:
            if slug in leading and slug != entry.slug:
                leading[slug].add(entry.slug)
    return {slug: len(entries) for slug, entries in leading.items()}


RULES = (lengths, counts)
