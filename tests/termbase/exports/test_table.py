"""The glossary as a table."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from project import BASE, copy_base, glossary_of, replace_once
from publishing import PUBLISHED
from termbase.exports import table
from termbase.glossary import Glossary

GLOSSARY = glossary_of(BASE)


def text_of(glossary: Glossary) -> str:
    """Return the one file of the export."""
    ((address, held),) = table.files(glossary, PUBLISHED)
    assert address == "terms.csv"
    return held.decode("utf-8")


def rows(glossary: Glossary) -> list[dict[str, str]]:
    """Return the table as a program reads it."""
    return list(csv.DictReader(io.StringIO(text_of(glossary), newline=""), strict=True))


def test_a_term_is_a_line() -> None:
    assert rows(GLOSSARY)[0] == {
        "slug": "alpha",
        "term": "Alpha",
        "plain": "The first letter, said in everyday words.",
        "aliases": "first letter",
        "variants": "",
        "level": "beginner",
        "topics": "greek",
        "courses": "letters",
        "reviewed": "2026-11-21",
        "url": "https://glossary.example/letters/terms/alpha/",
    }
    assert [row["slug"] for row in rows(GLOSSARY)] == list(GLOSSARY.entries)


def test_lines_end_as_the_rfc_says() -> None:
    text = text_of(GLOSSARY)
    assert text.count("\r\n") == text.count("\n") == len(GLOSSARY.entries) + 1
    assert text.endswith("\r\n")


def test_quotes_commas_and_markup_come_back_as_words(tmp_path: Path) -> None:
    project = copy_base(tmp_path)
    plain = '> The "first", **or** so; $\\frac{1}{2}$ <!-- check: 1 / 2 == 0.5 -->'
    replace_once(project / "glossary" / "alpha.md", "> The first letter, said in everyday words.", plain)
    assert rows(glossary_of(project))[0]["plain"] == 'The "first", or so; 1/2'


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_no_cell_is_a_formula_for_a_spreadsheet(tmp_path: Path, start: str) -> None:
    project = copy_base(tmp_path)
    replace_once(project / "glossary" / "alpha.md", "aliases: [first letter]", f"aliases: ['{start}cmd']")
    assert rows(glossary_of(project))[0]["aliases"] == f"'{start}cmd"
