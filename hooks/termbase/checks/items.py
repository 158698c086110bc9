"""Rules about what an entry must hold, and about its study items."""

from __future__ import annotations

from collections.abc import Iterator

from termbase.glossary import Glossary
from termbase.hear import UnreadableHear, parse_hear
from termbase.model import (
    PAGE_ANCHORS,
    SECTIONS,
    Card,
    Concept,
    Entry,
    Filled,
    Holds,
    Item,
    Mistake,
    Prompt,
    Question,
    QuizQuestion,
)
from termbase.problems import Problem, advice, error, shorten
from termbase.text import Text, folded, without_comments

MISSING_PLAIN = error("missing-plain-line")
MISSING_DEFINITION = error("missing-definition")
MISSING_SECTION = error("missing-section")
EMPTY_SECTION = error("empty-section")
MISSING_ANSWER = error("missing-answer")
EMPTY_QUESTION = error("empty-question")
MISSING_FEEDBACK = error("missing-feedback")
NO_RIGHT_ANSWER = error("no-right-answer")
TWO_RIGHT_ANSWERS = error("two-right-answers")
TOO_FEW_OPTIONS = error("too-few-options")
EQUAL_OPTIONS = error("equal-options")
MISSING_HINT = error("missing-hint")
MISSING_CONCEPTS = error("missing-concepts")
BAD_HEAR = error("bad-hear")
MISSING_ITEM_ID = error("missing-item-id")
DUPLICATE_ITEM_ID = error("duplicate-item-id")
MISSING_CLAIM = advice("missing-claim")
MISSING_KEY = advice("missing-key")

RESERVED_IDS = frozenset([*PAGE_ANCHORS, *(section.anchor for section in SECTIONS)])


def said(text: Text) -> str:
    """Return the words of ``text`` that a reader sees."""
    return without_comments(text.text)


def opening(glossary: Glossary) -> Iterator[Problem]:
    """The plain line or the definition is missing or empty."""
    for entry in glossary.entries.values():
        if entry.title and not said(entry.plain):
            hint = "put one line `> In everyday words.` under the title"
            yield MISSING_PLAIN.at(entry.path, entry.plain.line, "the plain line is missing", hint)
        if entry.title and not said(entry.definition):
            hint = "write it after the plain line, before the first `##` section"
            yield MISSING_DEFINITION.at(entry.path, entry.definition.line, "the definition is missing", hint)


def sections(glossary: Glossary) -> Iterator[Problem]:
    """A required section is missing, or a section is empty."""
    for entry in glossary.entries.values():
        present = {filled.section for filled in entry.sections}
        for section in SECTIONS:
            if section.required and section not in present:
                message = f"the section `{section.heading}` is missing"
                yield MISSING_SECTION.at(entry.path, entry.title.line, message, f"add `## {section.heading}`")
        for filled in entry.sections:
            if not _filled(filled):
                message = f"the section `{filled.section.heading}` is empty"
                yield EMPTY_SECTION.at(entry.path, filled.line, message, _EMPTY_HINTS[filled.section.holds])


_EMPTY_HINTS = {
    Holds.PROSE: "write it",
    Holds.FORMULA: "write the formula, its key and a line in words, or remove the section",
    Holds.MISTAKES: 'write `**"The claim."** What is true.`',
    Holds.FACTS: "write a numbered list: `1. One claim.`",
    Holds.QUESTIONS: "write `### Question?` and its answer",
    Holds.CARDS: "write `### Beginner`, `#### Question?` and its answer",
    Holds.QUIZ: "write `### Question?`, options `- [ ] …`, and feedback `    > …` under each",
    Holds.PROMPTS: "write `### Prompt`, `> Hint: …` and key concepts `- [ ] …`",
}


def _filled(filled: Filled) -> bool:
    body = filled.body
    if isinstance(body, Text):
        return bool(said(body))
    return any(said(part) if isinstance(part, Text) else True for part in body)


def answers(glossary: Glossary) -> Iterator[Problem]:
    """A question has no words, or no answer under it."""
    for entry, item in _items(glossary):
        if not item.prompt:
            yield EMPTY_QUESTION.at(entry.path, item.prompt.line, "the question is empty", "write it in the heading")
        if isinstance(item, Question | Card) and not said(item.answer):
            message = f"there is no answer under `{shorten(item.prompt.text)}`"
            yield MISSING_ANSWER.at(entry.path, item.prompt.line, message, "write it in the lines after the heading")


def quiz(glossary: Glossary) -> Iterator[Problem]:
    """A quiz question has no, or more than one, right answer, too few or equal options, or no feedback."""
    for entry, item in _items(glossary):
        if isinstance(item, QuizQuestion):
            yield from _options(entry, item)


def _options(entry: Entry, item: QuizQuestion) -> Iterator[Problem]:
    line, words = item.prompt.line, shorten(item.prompt.text)
    right = [option for option in item.options if option.right]
    if len(item.options) < 2:
        yield TOO_FEW_OPTIONS.at(entry.path, line, f"the question `{words}` has fewer than two options", "write four")
    elif not right:
        yield NO_RIGHT_ANSWER.at(entry.path, line, f"no option of `{words}` is right", "mark one `- [x]`")
    if len(right) > 1:
        lines = ", ".join(str(option.text.line) for option in right)
        message = f"{len(right)} options of `{words}` are marked right, on lines {lines}"
        yield TWO_RIGHT_ANSWERS.at(entry.path, right[1].text.line, message, "mark one `- [x]`, the others `- [ ]`")
    first: dict[str, int] = {}
    for option in item.options:
        if not said(option.text):
            yield EQUAL_OPTIONS.at(entry.path, option.text.line, "the option is empty", "write its text after the box")
            continue
        earlier = first.setdefault(folded(said(option.text)), option.text.line)
        if earlier != option.text.line:
            message = f"the option `{shorten(said(option.text))}` repeats line {earlier}"
            yield EQUAL_OPTIONS.at(entry.path, option.text.line, message, "write another misconception")
        if not said(option.feedback):
            message = f"the option `{shorten(said(option.text))}` has no feedback"
            hint = "say why in the next line: `    > …`"
            yield MISSING_FEEDBACK.at(entry.path, option.text.line, message, hint)


def prompts(glossary: Glossary) -> Iterator[Problem]:
    """A prompt has no hint or no key concepts, or ``hear:`` words that cannot be read."""
    for entry, item in _items(glossary):
        if not isinstance(item, Prompt):
            continue
        words = shorten(item.prompt.text)
        if not said(item.hint):
            yield MISSING_HINT.at(entry.path, item.prompt.line, f"the prompt `{words}` has no hint", "add `> Hint: …`")
        if not item.concepts:
            message = f"the prompt `{words}` has no key concepts"
            yield MISSING_CONCEPTS.at(entry.path, item.prompt.line, message, "list two to five as `- [ ] …`")
        for concept in item.concepts:
            yield from _hear(entry, concept)


def _hear(entry: Entry, concept: Concept) -> Iterator[Problem]:
    if not concept.hear:
        message = f"the key concept `{shorten(concept.text.text)}` has no `hear:` words"
        hint = "end the line with `<!-- hear: one|other* + second -->`"
        yield BAD_HEAR.at(entry.path, concept.text.line, message, hint)
        return
    try:
        parse_hear(concept.hear.text)
    except UnreadableHear as failure:
        message = f"the `hear:` words `{shorten(concept.hear.text)}` cannot be read: {failure}"
        hint = "groups are joined by `+`, alternatives by `|`"
        yield BAD_HEAR.at(entry.path, concept.hear.line, message, hint)


def ids(glossary: Glossary) -> Iterator[Problem]:
    """An item has no id, or one that another item or a section of the page has."""
    for entry in glossary.entries.values():
        first: dict[str, int] = {}
        for item in entry.items:
            line = item.prompt.line
            if not item.id:
                message = f"the item `{shorten(item.prompt.text)}` has no id"
                yield MISSING_ITEM_ID.at(entry.path, line, message, "run `python -m termbase fmt`, which stamps one")
            elif item.id.text in RESERVED_IDS or item.id.text == entry.slug:
                message = f"the id `{item.id.text}` is the anchor of a section or of the page"
                yield DUPLICATE_ITEM_ID.at(entry.path, line, message, "choose another")
            elif first.setdefault(item.id.text, line) != line:
                message = f"the id `{item.id.text}` is taken by the item on line {first[item.id.text]}"
                hint = "change the newer of the two; ids that were published never change"
                yield DUPLICATE_ITEM_ID.at(entry.path, line, message, hint)


def claims(glossary: Glossary) -> Iterator[Problem]:
    """A common mistake does not quote the belief that it corrects."""
    for entry in glossary.entries.values():
        for mistake in entry.body(Holds.MISTAKES):
            if isinstance(mistake, Mistake) and not mistake.claim:
                hint = 'start with `**"The claim."** ` and then say what is true'
                yield MISSING_CLAIM.at(entry.path, mistake.truth.line, "the mistake quotes no claim", hint)


def keys(glossary: Glossary) -> Iterator[Problem]:
    """A formula has no key that says what its symbols mean."""
    for entry in glossary.entries.values():
        for filled in entry.sections:
            if filled.section.holds is Holds.FORMULA and _filled(filled):
                parts = filled.body if isinstance(filled.body, tuple) else ()
                if all(isinstance(part, Text) for part in parts):
                    hint = "list every symbol: `- $x$: what it means`"
                    yield MISSING_KEY.at(entry.path, filled.line, "the formula has no key", hint)


def _items(glossary: Glossary) -> Iterator[tuple[Entry, Item]]:
    for entry in glossary.entries.values():
        for item in entry.items:
            yield entry, item


RULES = (opening, sections, answers, quiz, prompts, ids, claims, keys)
