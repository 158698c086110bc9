"""The JSON Schema (2020-12) of ``terms.json``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from termbase.exports.publication import Publication
from termbase.parse.fields import LEVELS

# Its number is that before the point of `version`.
ADDRESS = "schemas/terms-1.json"

Schema = dict[str, Any]

_POLICY = (
    "Terms of a study glossary. The number before the point of `version` stands in the address of this schema. While"
    " it stays, fields are only added: none is renamed, removed or given another meaning, and readers ignore fields"
    " that they do not know. A change that breaks this gets a schema and a data file of its own."
)


def schema(publication: Publication) -> Schema:
    """Return the schema. It has an ``$id`` where the site has an address."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **({"$id": publication.absolute(ADDRESS)} if publication.base_url else {}),
        "title": "Terms of a study glossary, version 1",
        "description": _POLICY,
        **_object(_WHOLE, optional=frozenset({"updated"})),
        "$defs": {"term": _object(_TERM)},
    }


def _object(properties: Mapping[str, Schema], *, optional: frozenset[str] = frozenset()) -> Schema:
    required = [name for name in properties if name not in optional]
    return {"type": "object", "required": required, "properties": dict(properties)}


def _list(items: Schema, about: str = "", *, unique: bool = False) -> Schema:
    described = {"description": about} if about else {}
    return {**described, "type": "array", "items": items, **({"uniqueItems": True} if unique else {})}


def _words(about: str = "") -> Schema:
    return {**({"description": about} if about else {}), "type": "string", "minLength": 1}


def _address(about: str) -> Schema:
    return {"description": about, "type": "string", "format": "uri-reference"}


def _day(about: str) -> Schema:
    return {"description": about, "type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}


def _slug(about: str = "") -> Schema:
    return {**({"description": about} if about else {}), "type": "string", "pattern": "^[a-z0-9-]+$"}


def _slugs(about: str) -> Schema:
    return _list(_slug(), about, unique=True)


def _listed(about: str) -> Schema:
    return _list(_object({"slug": _slug(), "title": _words(), "url": _address("Its page.")}), about)


def _count(about: str) -> Schema:
    return {"description": about, "type": "integer", "minimum": 0}


_WHOLE: Mapping[str, Schema] = {
    "$schema": _address("The address of this schema."),
    "version": {
        "description": "The version of the format; after the point, how often fields were added.",
        "type": "string",
        "pattern": r"^1\.\d+$",
    },
    "name": {"description": "The name of the glossary.", "type": "string"},
    "url": _address("Its first page."),
    "license": _words("The licence of the text, as an SPDX identifier."),
    "updated": _day("The newest day on which a term was checked; absent while there is no term."),
    "topics": _listed("The topics, by title."),
    "courses": _listed("The courses, by title."),
    "terms": _list({"$ref": "#/$defs/term"}, "The terms, by name."),
}

_SOURCE: Mapping[str, Schema] = {
    "title": _words(),
    "authors": _words(),
    "year": {"type": "integer"},
    "where": _words("The chapter, section or version that backs the entry."),
    "url": _address("Where it can be read."),
}

_TERM: Mapping[str, Schema] = {
    "slug": _slug("The permanent name of the term in addresses."),
    "url": _address("The permanent address of its page."),
    "term": _words("The name."),
    "aliases": _list(_words(), "Other names that mean exactly this."),
    "variants": _list(_words(), "Special forms that its page explains; they do not mean the same."),
    "level": {"description": "Whom it is for.", "enum": list(LEVELS)},
    "plain": _words("The term in one line. Plain text."),
    "definition_html": _words(
        "The definition as HTML without scripts: formulas in MathML, figures as images, absolute addresses."
    ),
    "facts": _list(_words(), "What must be known of it. Plain text; a formula is one line, as in a/b or x_i^2."),
    "topics": _slugs("The topics it belongs to."),
    "courses": _slugs("The courses that teach it."),
    "broader": _slugs("Terms that it is a kind or a part of."),
    "narrower": _slugs("Terms that are a kind or a part of it."),
    "prerequisites": _slugs("Terms to know before it."),
    "leads_to": _slugs("Terms that it is to be known before."),
    "contrasts": _list(
        _object({"slug": _slug(), "sentence": _words("What tells the two apart. Plain text.")}),
        "Terms that it is confused with.",
    ),
    "related": _slugs("Other terms worth reading next."),
    "sources": _list(_object(_SOURCE, optional=frozenset({"year", "where", "url"})), "Works that back it."),
    "reviewed": _day("The day on which every fact was last checked."),
    "study_items": {
        "description": "How much its page has to study with.",
        **_object(
            {
                "flashcards": _count("Flashcards."),
                "quiz": _count("Multiple-choice questions."),
                "own_words": _count("Prompts to explain something in one's own words."),
                "review_questions": _count("Review questions with a model answer."),
            }
        ),
    },
}
