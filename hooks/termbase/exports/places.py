"""What can be pointed to on the page of an entry, and what it is called elsewhere."""

from __future__ import annotations

from termbase.glossary import Glossary
from termbase.model import Card, Entry, Holds, Item, Question, QuizQuestion
from termbase.text import SLUG

_STUDY = (Holds.CARDS, Holds.QUIZ, Holds.PROMPTS)


def places(glossary: Glossary, entry: Entry) -> dict[str, str]:
    """Return what stands at each anchor of an entry's page, in words: its sections, its study items, what they were."""
    found = sections(glossary, entry)
    for item in entry.items:
        if SLUG.fullmatch(item.id.text):
            found.setdefault(item.id.text, _kind(item))
    old = {f.old_anchor: f.anchor.text for f in entry.formerly if f.old_anchor}
    return {**{anchor: found.get(now, "definition") for anchor, now in old.items()}, **found}


def sections(glossary: Glossary, entry: Entry) -> dict[str, str]:
    """Return the section at each anchor of an entry's page, in words.

    The list of pages that mention the entry is left out: it comes and goes with what others write.
    """
    relations = glossary.relations[entry.slug]
    tied = (relations.prerequisites, relations.broader, relations.narrower, relations.leads_to, relations.related)
    found = {"definition": "definition"}
    found.update((filled.section.anchor, filled.section.heading.lower()) for filled in entry.sections)
    if relations.contrasts:
        found["not-to-be-confused-with"] = "not to be confused with"
    if any(tied):
        found["related-terms"] = "related terms"
    if any(filled.section.holds in _STUDY for filled in entry.sections):
        found["recall-and-review"] = "recall and review"
    if entry.sources:
        found["sources"] = "sources"
    return found


def _kind(item: Item) -> str:
    if isinstance(item, Question):
        return "review question"
    return "flashcard" if isinstance(item, Card) else "quiz question" if isinstance(item, QuizQuestion) else "own words"
