"""The glossary as data, held to its schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError
from project import BASE, copy_base, glossary_of, replace_once
from publishing import PUBLISHED
from termbase.exports import Publication, terms_json, terms_schema

GLOSSARY = glossary_of(BASE)
SCHEMA = terms_schema.schema(PUBLISHED)
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)


def closed(schema: Any) -> Any:
    """Return a schema that allows no field but those it names: what this version writes, later ones may add to."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {name: closed(part) for name, part in schema.items()}
    return {**inner, "additionalProperties": False} if "properties" in schema and "type" in schema else inner


def term(slug: str) -> dict[str, Any]:
    """Return what the data says of a term of the small project."""
    return terms_json.term(GLOSSARY, GLOSSARY.entries[slug], PUBLISHED)


def test_the_schema_follows_its_own() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"] == "https://glossary.example/letters/schemas/terms-1.json"


@pytest.mark.parametrize("publication", [PUBLISHED, Publication()])
def test_the_data_has_what_the_schema_names_and_nothing_else(publication: Publication) -> None:
    schema = terms_schema.schema(publication)
    data = terms_json.data(GLOSSARY, publication)
    Draft202012Validator(closed(schema)).validate(data)
    assert list(data) == list(schema["properties"])
    assert list(data["terms"][0]) == list(schema["$defs"]["term"]["properties"])


@pytest.mark.parametrize(
    ("field", "value"),
    [("level", "expert"), ("slug", "Al pha"), ("reviewed", "21.11.2026"), ("facts", "one"), ("related", ["a", "a"])],
)
def test_a_broken_term_fails(field: str, value: object) -> None:
    data = terms_json.data(GLOSSARY, PUBLISHED)
    VALIDATOR.validate(data)
    data["terms"][0][field] = value
    with pytest.raises(ValidationError):
        VALIDATOR.validate(data)


@pytest.mark.parametrize("field", SCHEMA["$defs"]["term"]["required"])
def test_a_term_without_a_field_fails(field: str) -> None:
    data = terms_json.data(GLOSSARY, PUBLISHED)
    del data["terms"][0][field]
    with pytest.raises(ValidationError):
        VALIDATOR.validate(data)


def test_a_reader_of_this_version_can_read_a_later_one() -> None:
    data = terms_json.data(GLOSSARY, PUBLISHED)
    data["terms"][0]["pronunciation"] = "ˈælfə"
    VALIDATOR.validate({**data, "version": "1.7", "counts": {}})
    with pytest.raises(ValidationError):
        VALIDATOR.validate({**data, "version": "2.0"})


def test_a_term_is_told_in_full() -> None:
    assert term("alpha") == {
        "slug": "alpha",
        "url": "https://glossary.example/letters/terms/alpha/",
        "term": "Alpha",
        "aliases": ["first letter"],
        "variants": [],
        "level": "beginner",
        "plain": "The first letter, said in everyday words.",
        "definition_html": (
            "<p>The <strong>alpha</strong> is a letter that stands before "
            '<a href="https://glossary.example/letters/terms/beta/">beta</a> in the alphabet.</p>'
        ),
        "facts": ["It has place 1.", "It is a letter."],
        "topics": ["greek"],
        "courses": ["letters"],
        "broader": [],
        "narrower": [],
        "prerequisites": [],
        "leads_to": [],
        "contrasts": [{"slug": "gamma", "sentence": "Alpha opens the alphabet; gamma comes third."}],
        "related": ["beta"],
        "sources": [
            {
                "title": "A Book of Letters",
                "authors": "Writer",
                "year": 2001,
                "where": "chapter 1",
                "url": "https://example.org/letters",
            },
            {"title": "A Paper on Letters", "authors": "Author et al.", "year": 2002},
        ],
        "reviewed": "2026-11-21",
        "study_items": {"flashcards": 2, "quiz": 1, "own_words": 1, "review_questions": 1},
    }


def test_facts_hold_no_markup_comments_or_tex(tmp_path: Path) -> None:
    project = copy_base(tmp_path)
    fact = r"1. **It** has [place](beta.md) $\frac{1}{2}$. <!-- check: 1 / 2 == 0.5 -->"
    replace_once(project / "glossary" / "alpha.md", "1. It has place 1.", fact)
    glossary = glossary_of(project)
    found = terms_json.term(glossary, glossary.entries["alpha"], PUBLISHED)
    assert found["facts"][0] == "It has place 1/2."


def test_a_definition_holds_no_html_of_a_writer(tmp_path: Path) -> None:
    project = copy_base(tmp_path)
    replace_once(
        project / "glossary" / "alpha.md", "The **alpha** is", "<script>alert(1)</script> [x](javascript:y) is"
    )
    glossary = glossary_of(project)
    found = terms_json.term(glossary, glossary.entries["alpha"], PUBLISHED)["definition_html"]
    assert found.startswith("<p>&lt;script&gt;alert(1)&lt;/script&gt; [x](javascript:y) is a letter")


def test_the_files_are_the_schema_and_the_data() -> None:
    files = dict(terms_json.files(GLOSSARY, PUBLISHED))
    assert {address: json.loads(text) for address, text in files.items()} == {
        "schemas/terms-1.json": SCHEMA,
        "terms.json": terms_json.data(GLOSSARY, PUBLISHED),
    }


def test_an_empty_glossary_is_valid_data(tmp_path: Path) -> None:
    (tmp_path / "glossary").mkdir()
    (tmp_path / "docs").mkdir()
    data = terms_json.data(glossary_of(tmp_path), PUBLISHED)
    VALIDATOR.validate(data)
    assert data["terms"] == []
