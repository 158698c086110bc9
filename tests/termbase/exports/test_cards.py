"""The data that cards on other people's pages show, and the names by which texts are linked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from project import BASE, ROOT, copy_base, glossary_of, replace_once
from termbase import exports
from termbase.exports import Publication, cards
from termbase.exports.cards import NAMES, linkable
from termbase.text import name_key

SMALL = glossary_of(BASE)
REAL = glossary_of(ROOT)
PUBLISHED = Publication("Glossary", "About", "https://glossary.example/g/")


def test_a_card_says_what_a_term_is_in_plain_words() -> None:
    ((address, text),) = cards.entry_files(SMALL, SMALL.entries["alpha"], PUBLISHED)
    assert address == "terms/alpha/card.json"
    assert json.loads(text) == {
        "version": 1,
        "slug": "alpha",
        "term": "Alpha",
        "plain": "The first letter, said in everyday words.",
        "level": "beginner",
        "url": "https://glossary.example/g/terms/alpha/",
    }


def test_a_card_of_a_site_without_an_address_leads_from_its_root() -> None:
    ((_, text),) = cards.entry_files(SMALL, SMALL.entries["alpha"], Publication())
    assert json.loads(text)["url"] == "terms/alpha/"


def test_markup_and_formulas_become_words(tmp_path: Path) -> None:
    project = copy_base(tmp_path)
    plain = "The first letter, said in everyday words."
    replace_once(
        project / "glossary" / "alpha.md", f"> {plain}", "> The *first* letter, `a` < b, $x^2$ &amp; [more](beta.md)."
    )
    glossary = glossary_of(project)
    ((_, text),) = cards.entry_files(glossary, glossary.entries["alpha"], PUBLISHED)
    assert json.loads(text)["plain"] == "The first letter, a < b, x2 & more."


def test_names_lead_to_their_entry() -> None:
    ((address, text),) = cards.files(SMALL, PUBLISHED)
    assert address == NAMES
    assert json.loads(text) == {
        "version": 1,
        "names": {
            "alpha": ["Alpha", "first letter"],
            "beta": ["Beta", "second letter", "small beta"],
            "gamma": ["Gamma"],
        },
    }


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("[lead]", ["Alpha", "lead"]),
        ("[Beta]", ["Alpha"]),
        ("[beta]", ["Alpha"]),
        ("[a]", ["Alpha"]),
        ("[A++]", ["Alpha"]),
        ("[lead (letter)]", ["Alpha"]),
        ("[A*, α-β]", ["Alpha", "α-β"]),
        ('["`lead` letter"]', ["Alpha", "lead letter"]),
    ],
)
def test_names_that_may_mean_something_else_are_left_out(tmp_path: Path, written: str, kept: list[str]) -> None:
    project = copy_base(tmp_path)
    replace_once(project / "glossary" / "alpha.md", "aliases: [first letter]", f"aliases: {written}")
    glossary = glossary_of(project)
    assert list(linkable(glossary, glossary.entries["alpha"])) == kept


def test_every_name_that_is_linked_is_held_by_one_entry() -> None:
    ((_, text),) = cards.files(REAL, PUBLISHED)
    for slug, names in json.loads(text)["names"].items():
        for name in names:
            assert {found.slug for found in REAL.names[name_key(name)]} == {slug}


def test_both_are_published() -> None:
    assert NAMES in dict(exports.site_files(SMALL, PUBLISHED))
    assert "terms/alpha/card.json" in dict(exports.entry_files(SMALL, SMALL.entries["alpha"], PUBLISHED))
