"""What a term page shows, in order, and the fragments of Markdown it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from termbase.articles import Article
from termbase.glossary import Glossary, Relations
from termbase.maps.neighbourhood import neighbourhood
from termbase.model import Card, Entry, Filled, Holds, Key, Mistake, Prompt, Question, QuizQuestion
from termbase.pages.page import TocItem
from termbase.render import Fragment, lines
from termbase.text import Text, folded
from termbase.wording import plain_line

RELATED = (
    ("Needs first", "prerequisites"),
    ("Part of", "broader"),
    ("Includes", "narrower"),
    ("Leads to", "leads_to"),
    ("See also", "related"),
)
OPENING = (Holds.FORMULA, Holds.PROSE)
STUDY = (Holds.CARDS, Holds.QUIZ, Holds.PROMPTS)


def context(glossary: Glossary, entry: Entry) -> dict[str, Any]:
    """Return what the term template shows, apart from the rendered fragments."""
    relations = glossary.relations[entry.slug]
    return {
        "entry": entry,
        "opening": _of(entry, *OPENING),
        "contrasts": [(contrast, glossary.entries[contrast.slug]) for contrast in relations.contrasts],
        "mistakes": _of(entry, Holds.MISTAKES),
        "related": list(related(glossary, relations)),
        "near": neighbourhood(entry.slug, relations, lambda slug: _name(glossary.entries[slug])),
        "whole": _mapped(glossary, entry),
        "facts": _of(entry, Holds.FACTS),
        "questions": _of(entry, Holds.QUESTIONS),
        "study": _of(entry, *STUDY),
        "topics": [glossary.topics[t.text] for t in entry.topics if t.text in glossary.topics],
        "broader": [glossary.entries[slug] for slug in relations.broader[:1]],
        "places": glossary.places[entry.slug],
        "entries": glossary.entries,
        "mentions": [_mention(glossary, path) for path in glossary.mentions[entry.slug]],
    }


def _name(entry: Entry) -> str:
    return plain_line(entry.title) or entry.slug


def _mapped(glossary: Glossary, entry: Entry) -> Article | None:
    """Return the course, or else the topic, on whose map an entry stands."""
    courses = [place.course.article for place in glossary.places[entry.slug]]
    topics = [glossary.topics[topic.text] for topic in entry.topics if topic.text in glossary.topics]
    return next(iter((*courses, *topics)), None)


def _of(entry: Entry, *holds: Holds) -> list[Filled]:
    return [filled for filled in entry.sections if filled.section.holds in holds]


def _mention(glossary: Glossary, path: str) -> tuple[str, Text]:
    article = glossary.articles.get(path)
    if article:
        return path, article.title
    return path, glossary.entries[PurePosixPath(path).stem].title


def related(glossary: Glossary, relations: Relations) -> Iterator[tuple[str, list[Entry]]]:
    """Yield the rows of related terms: a label and its entries, by title; empty rows are left out."""
    for label, kind in RELATED:
        found = [glossary.entries[slug] for slug in getattr(relations, kind)]
        if found:
            yield label, sorted(found, key=lambda entry: (folded(entry.title.text), entry.slug))


def contents(glossary: Glossary, entry: Entry) -> tuple[TocItem, ...]:
    """Return the page's own contents, in the order of the page."""
    relations = glossary.relations[entry.slug]
    items = _headings(entry, *OPENING)
    if relations.contrasts:
        items.append(TocItem("not-to-be-confused-with", "Not to be confused with"))
    items += _headings(entry, Holds.MISTAKES)
    if any(getattr(relations, kind) for _, kind in RELATED):
        items.append(TocItem("related-terms", "Related terms"))
    items += _headings(entry, Holds.FACTS, Holds.QUESTIONS)
    if _of(entry, *STUDY):
        items.append(TocItem("recall-and-review", "Recall and review"))
    if glossary.mentions[entry.slug]:
        items.append(TocItem("mentioned-in", "Mentioned in"))
    if entry.sources:
        items.append(TocItem("sources", "Sources"))
    # An entry that is being mended may hold a section twice.
    return tuple(dict.fromkeys(items))


def _headings(entry: Entry, *holds: Holds) -> list[TocItem]:
    return [TocItem(filled.section.anchor, filled.section.heading) for filled in _of(entry, *holds)]


def fragments(glossary: Glossary, entry: Entry) -> Iterator[Fragment]:
    """Yield every fragment of Markdown that the page shows."""
    yield from lines(entry.title, entry.plain, *entry.aliases, *entry.variants, *entry.asked)
    yield entry.definition.text, False
    for filled in entry.sections:
        yield from _body(filled)
    for source in entry.sources:
        yield from lines(source.title, source.authors, source.where)
    relations = glossary.relations[entry.slug]
    yield from _others(glossary, relations)
    for _, title in (_mention(glossary, path) for path in glossary.mentions[entry.slug]):
        yield title.text, True
    for place in glossary.places[entry.slug]:
        yield from lines(place.course.article.title, place.unit.title)
        yield from lines(*(glossary.entries[slug].title for slug in (place.previous, place.next) if slug))
    yield from lines(*(glossary.topics[t.text].title for t in entry.topics if t.text in glossary.topics))


def _others(glossary: Glossary, relations: Relations) -> Iterator[Fragment]:
    for slug in dict.fromkeys(relations.all()):
        other = glossary.entries[slug]
        yield from lines(other.title, other.plain)
    yield from lines(*(contrast.sentence for contrast in relations.contrasts))


def _body(filled: Filled) -> Iterator[Fragment]:
    parts = (filled.body,) if isinstance(filled.body, Text) else filled.body
    facts = filled.section.holds is Holds.FACTS
    for part in parts:
        if isinstance(part, Text):
            yield part.text, facts
        elif isinstance(part, Key):
            yield from lines(*(text for row in part.rows for text in row))
        elif isinstance(part, Mistake):
            yield part.claim.text, True
            yield part.truth.text, False
        else:
            yield from _item(part)


def _item(item: Question | Card | QuizQuestion | Prompt) -> Iterator[Fragment]:
    yield item.prompt.text, True
    if isinstance(item, Question | Card):
        yield item.answer.text, False
    elif isinstance(item, QuizQuestion):
        yield from lines(*(option.text for option in item.options))
        yield from lines(*(option.feedback for option in item.options))
        yield item.explanation.text, False
    else:
        yield item.hint.text, True
        yield from lines(*(concept.text for concept in item.concepts))
