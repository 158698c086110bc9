"""``terms.json``: the glossary as data. What each field means stands in its schema, ``terms_schema``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from termbase.exports import terms_schema
from termbase.exports.everywhere import set_everywhere
from termbase.exports.publication import LICENSE, Publication
from termbase.glossary import Glossary, page_of
from termbase.model import Card, Entry, Holds, Prompt, Question, QuizQuestion, Source
from termbase.text import Text, compact_json
from termbase.wording import plain_line

ADDRESS = "terms.json"
VERSION = "1.0"


def files(glossary: Glossary, publication: Publication) -> Iterator[tuple[str, str]]:
    """Yield the schema and the data."""
    schema = terms_schema.schema(publication)
    yield terms_schema.ADDRESS, json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
    yield ADDRESS, compact_json(data(glossary, publication)) + "\n"


def data(glossary: Glossary, publication: Publication) -> dict[str, Any]:
    """Return the value of ``terms.json``."""

    def listed(slug: str, title: Text, path: str) -> dict[str, str]:
        return {"slug": slug, "title": plain_line(title), "url": publication.absolute(page_of(path))}

    return {
        "$schema": publication.absolute(terms_schema.ADDRESS),
        "version": VERSION,
        "name": publication.name,
        "url": publication.absolute("") or "./",
        "license": LICENSE,
        **({"updated": glossary.updated} if glossary.updated else {}),
        "topics": [listed(topic.slug, topic.title, topic.path) for topic in glossary.topics.values()],
        "courses": [listed(c.slug, c.article.title, c.article.path) for c in glossary.courses.values()],
        "terms": [term(glossary, entry, publication) for entry in glossary.entries.values()],
    }


def term(glossary: Glossary, entry: Entry, publication: Publication) -> dict[str, Any]:
    """Return what ``terms.json`` says of one term."""
    relations = glossary.relations[entry.slug]
    rendered = set_everywhere(glossary, entry, publication, [(entry.definition.text, False)])
    return {
        "slug": entry.slug,
        "url": publication.absolute(page_of(entry.path)),
        "term": plain_line(entry.title),
        "aliases": _lines(entry.aliases),
        "variants": _lines(entry.variants),
        "level": entry.level,
        "plain": plain_line(entry.plain),
        "definition_html": rendered.block(entry.definition).strip(),
        "facts": _lines(part for part in entry.body(Holds.FACTS) if isinstance(part, Text)),
        "topics": [topic.text for topic in entry.topics],
        "courses": list(dict.fromkeys(place.course.slug for place in glossary.places[entry.slug])),
        "broader": list(relations.broader),
        "narrower": list(relations.narrower),
        "prerequisites": list(relations.prerequisites),
        "leads_to": list(relations.leads_to),
        "contrasts": [{"slug": c.slug, "sentence": plain_line(c.sentence)} for c in relations.contrasts],
        "related": list(relations.related),
        "sources": [_source(source) for source in entry.sources],
        "reviewed": entry.reviewed,
        "study_items": {
            "flashcards": _count(entry, Card),
            "quiz": _count(entry, QuizQuestion),
            "own_words": _count(entry, Prompt),
            "review_questions": _count(entry, Question),
        },
    }


def _lines(texts: Iterable[Text]) -> list[str]:
    return [plain_line(text) for text in texts]


def _count(entry: Entry, kind: type) -> int:
    return sum(isinstance(item, kind) for item in entry.items)


def _source(source: Source) -> dict[str, str | int]:
    """Return a source; what the entry does not tell is left out."""
    found: dict[str, str | int] = {"title": plain_line(source.title), "authors": plain_line(source.authors)}
    if source.year.text.isdecimal():
        found["year"] = int(source.year.text)
    if source.where:
        found["where"] = plain_line(source.where)
    if source.url:
        found["url"] = source.url.text
    return found
