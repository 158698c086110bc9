from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from project import copy_base, problems_of
from samples import ENTRIES
from termbase.fmt import format_entry
from termbase.load import NotAProject
from termbase.new import AlreadyThere, new_entry, skeleton
from termbase.parse.entry import parse_entry

TODAY = date(2026, 11, 21)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_base(tmp_path)


def test_new_writes_a_skeleton_named_for_its_title(root: Path) -> None:
    assert new_entry(root, "  Wasserstein \n loss ", TODAY) == "glossary/wasserstein-loss.md"
    data = (root / "glossary" / "wasserstein-loss.md").read_bytes()
    assert data.decode() == skeleton("Wasserstein loss", TODAY)
    assert b"\r" not in data


def test_skeleton_is_read_without_problems_and_is_in_order() -> None:
    text = skeleton("Wasserstein loss", TODAY)
    entry, problems = parse_entry("glossary/wasserstein-loss.md", text)
    assert problems == ()
    assert (entry.title.text, entry.level, entry.reviewed) == ("Wasserstein loss", "beginner", "2026-11-21")
    assert [source.year.text for source in entry.sources] == ["2026"]
    assert format_entry("glossary/wasserstein-loss.md", text) == (text, [])


def test_skeleton_fills_every_section() -> None:
    entry = parse_entry("glossary/a.md", skeleton("A", TODAY))[0]
    small = parse_entry("glossary/alpha.md", ENTRIES["glossary/alpha.md"])[0]
    assert [filled.section for filled in entry.sections] == [filled.section for filled in small.sections]
    assert all(item.id for item in entry.items)


def test_gaps_of_a_new_entry_are_its_only_errors(root: Path) -> None:
    new_entry(root, "Wasserstein loss", TODAY)
    errors = {p.code for p in problems_of(root) if p.path == "glossary/wasserstein-loss.md" and p.severity == "error"}
    assert errors == {"placeholder", "new-permalink"}


@pytest.mark.parametrize(
    ("title", "opening"),
    [
        ("Wasserstein loss", "A **wasserstein loss** is"),
        ("Embedding", "An **embedding** is"),
        ("GAN loss", "A **GAN loss** is"),
        ("{x}", "A **{x}** is"),
        ("x", "A **x** is"),
    ],
)
def test_definition_starts_with_the_term(title: str, opening: str) -> None:
    assert opening in skeleton(title, TODAY)


@pytest.mark.parametrize(
    ("title", "reason"),
    [
        ("alpha", "`alpha` is the title of glossary/alpha.md:14"),
        ("First-letter", "`First-letter` is the alias of glossary/alpha.md:2"),
        ("small  BETA", "`small BETA` is the variant of glossary/beta.md:3"),
        ("", "`` makes no file name; name the term in Latin letters"),
        ("一", "`一` makes no file name; name the term in Latin letters"),
    ],
)
def test_name_that_is_taken_or_makes_no_file_is_refused(root: Path, title: str, reason: str) -> None:
    before = sorted(root.rglob("*"))
    with pytest.raises(AlreadyThere) as failure:
        new_entry(root, title)
    assert str(failure.value) == reason
    assert sorted(root.rglob("*")) == before


def test_file_that_is_there_is_not_overwritten(root: Path) -> None:
    file = root / "glossary" / "delta-letter.md"
    file.write_text("mine")
    with pytest.raises(AlreadyThere) as failure:
        new_entry(root, "Delta letter")
    assert str(failure.value) == "glossary/delta-letter.md exists already"
    assert file.read_text() == "mine"


def test_name_reserved_on_windows_is_refused(root: Path) -> None:
    with pytest.raises(AlreadyThere):
        new_entry(root, "Con")


def test_folder_without_a_glossary_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotAProject):
        new_entry(tmp_path, "Delta")
