"""The field tables: every key that the header of an entry, topic or course, or the standard, may hold."""

from __future__ import annotations

import json
from typing import Any

from termbase.parse.kinds import Field, FormerAddress, ListOf, PairsOf, Record
from termbase.parse.scalars import Choice, Day, Slug, Url, Whole, Words

LEVELS = ("beginner", "intermediate", "advanced")

SOURCE = Record(
    (
        Field("title", Words(), "The title of the work.", required=True),
        Field("authors", Words(), "Who wrote it: `Goodfellow et al.`", required=True),
        Field("year", Whole(1600, 2100), "The year it appeared."),
        Field("where", Words(), "The chapter, section or version that backs the claim."),
        Field("url", Url(), "A stable address that was checked."),
    )
)

ALIASES = Field("aliases", ListOf(Words()), "Other names that mean exactly this.")
VARIANTS = Field("variants", ListOf(Words()), "Special forms that lead here without being synonyms.")
FORMERLY = Field(
    "formerly", ListOf(FormerAddress()), "Addresses that led here before: names of pages, and anchors of this one."
)

ENTRY = Record(
    (
        ALIASES,
        VARIANTS,
        FORMERLY,
        Field("topics", ListOf(Slug()), "File names in `docs/topics/`, without `.md`."),
        Field("level", Choice(LEVELS), "Who it is for: beginner, intermediate or advanced.", required=True),
        Field("broader", ListOf(Slug()), "Terms that this one is a kind or a part of."),
        Field("prerequisites", ListOf(Slug()), "Terms to know before this one."),
        Field("contrasts", PairsOf(), "Terms it is confused with, each with one sentence: X does A; Y does B."),
        Field("related", ListOf(Slug()), "Other terms worth reading next."),
        Field("asked", ListOf(Words()), "Questions learners type, in their own words."),
        Field("sources", ListOf(SOURCE), "Works that back the entry: at least two.", required=True),
        Field("reviewed", Day(), "The day every fact was last checked: 2026-11-21.", required=True),
    )
)

TITLES = Field("formerly", ListOf(Words()), "Titles that it had: links to them lead here.")

PART = Record(
    (
        Field("title", Words(), "The name of this part of the unit.", required=True),
        TITLES,
        Field("terms", ListOf(Slug()), "Entries in teaching order.", required=True),
    )
)

UNIT = Record(
    (
        Field("title", Words(), "The name of the unit.", required=True),
        TITLES,
        Field("goal", Words(), "What a learner can do by the end."),
        Field("terms", ListOf(Slug()), "Entries in teaching order."),
        Field("parts", ListOf(PART), "Named groups of entries, for a unit that is long."),
    )
)

COURSE = Record((FORMERLY, Field("units", ListOf(UNIT), "The units of the course, in order.", required=True)))

RETIRED = Record(
    (
        Field("retired", Day(), "The day on which the page was taken away: 2026-11-21.", required=True),
        Field("see", ListOf(Slug()), "Entries to read instead.", required=True),
        ALIASES,
        VARIANTS,
        FORMERLY,
    )
)

HOME = Record(
    (
        Field("example", Slug(), "The entry that the home page shows as an example.", required=True),
        Field("start", Slug(), "The entry that newcomers are sent to: without it, the first one of a course."),
        Field("searches", ListOf(Words()), "What the home page offers to type into the search."),
    )
)

LIMIT = Record(
    (
        Field("least", Whole(1, 10_000), "The least that is enough."),
        Field("most", Whole(1, 10_000), "The most that is not too much."),
    )
)

LIMITS = {
    "first-sentence-words": "Words of the first sentence of a definition.",
    "first-sentence-links": "Links in the first sentence of a definition.",
    "definition-words": "Words of a definition, without formulas.",
    "sentence-words": "Words of a sentence, on average over a definition.",
    "plain-line-grade": "The Flesch-Kincaid grade of the plain line.",
    "asked": "Questions that learners type.",
    "sources": "Works that back an entry.",
    "contrasts": "Terms that an entry is set apart from, on either side.",
    "relations": "Related terms, those included that name this one.",
    "header-relations": "Related terms in the header of an entry.",
    "incoming": "Other entries that link to this one or name it in their header.",
    "facts": "Must-know facts.",
    "fact-words": "Words of a fact.",
    "questions": "Review questions.",
    "answer-words": "Words of a model answer.",
    "cards": "Flashcards.",
    "card-levels": "Levels that the flashcards of an entry belong to.",
    "card-words": "Words of the question, and of the answer, of a flashcard.",
    "quizzes": "Quiz questions.",
    "options": "Options of a quiz question.",
    "option-percent": "The length of the longest option, in percent of the shortest.",
    "prompts": "Prompts to say it in one's own words.",
    "concepts": "Key concepts of a prompt.",
}
PLAIN_WORDS, LOADED_WORDS = "plain-words", "loaded-words"

STANDARD = Record(
    (
        *(Field(name, LIMIT, about) for name, about in LIMITS.items()),
        Field(PLAIN_WORDS, ListOf(Words()), "Names of entries that need no link: they are everyday words too."),
        Field(LOADED_WORDS, ListOf(Words()), "Adjectives that a fact does without."),
    )
)

RELATION_FIELDS = ("broader", "prerequisites", "contrasts", "related")


def entry_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of an entry's header, for editors and other tools."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Header of a glossary entry",
        **ENTRY.schema(),
    }


def schema_text() -> str:
    """Return the schema as the text of ``glossary/entry.schema.json``."""
    return json.dumps(entry_schema(), indent=2, ensure_ascii=False) + "\n"
