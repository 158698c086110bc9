"""The study items of a term as schema.org values: a quiz, and flashcards as Google's "education Q&A" reads them."""

from __future__ import annotations

from collections.abc import Iterator

from termbase.model import Card, Entry, Option, QuizQuestion
from termbase.pages.structured.nodes import Node
from termbase.render import Rendered
from termbase.wording import plain_words


def quizzes(entry: Entry, permalink: str, common: Node, md: Rendered) -> Iterator[Node]:
    """Yield a ``Quiz`` of the entry's flashcards and one of its multiple-choice questions, each if it has any.

    ``common`` is what the two share; ``md`` holds the texts of the entry.
    """
    name = plain_words(md.line(entry.title))
    cards = [_flashcard(item, permalink, md) for item in entry.items if isinstance(item, Card)]
    if cards:
        head = {"@type": "Quiz", "@id": f"{permalink}#flashcards", "name": f"Flashcards: {name}"}
        yield {**head, **common, "hasPart": cards}
    questions = [_question(item, permalink, md) for item in entry.items if isinstance(item, QuizQuestion)]
    if questions:
        head = {"@type": "Quiz", "@id": f"{permalink}#quiz", "name": f"Quiz: {name}"}
        yield {**head, **common, "hasPart": questions}


def _flashcard(item: Card, permalink: str, md: Rendered) -> Node:
    return {
        **_posed(item, permalink, md),
        "eduQuestionType": "Flashcard",
        "acceptedAnswer": {"@type": "Answer", "text": plain_words(md.block(item.answer))},
    }


def _question(item: QuizQuestion, permalink: str, md: Rendered) -> Node:
    answers = [(option.right, _answer(option, place, md)) for place, option in enumerate(item.options)]
    explained = _comment("answerExplanation", plain_words(md.block(item.explanation)))
    return {
        **_posed(item, permalink, md),
        "eduQuestionType": "Multiple choice",
        "learningResourceType": "Practice problem",
        "acceptedAnswer": [{**answer, **explained} for right, answer in answers if right],
        "suggestedAnswer": [answer for right, answer in answers if not right],
    }


def _posed(item: Card | QuizQuestion, permalink: str, md: Rendered) -> Node:
    named = {"@id": f"{permalink}#{item.id.text}"} if item.id else {}
    return {"@type": "Question", **named, "text": plain_words(md.line(item.prompt))}


def _answer(option: Option, place: int, md: Rendered) -> Node:
    return {
        "@type": "Answer",
        "position": place,
        "text": plain_words(md.line(option.text)),
        **_comment("comment", plain_words(md.line(option.feedback))),
    }


def _comment(name: str, text: str) -> Node:
    return {name: {"@type": "Comment", "text": text}} if text else {}
