"""What accepting does: adds, keeps days, brings targets up to date, and never takes a row away."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from project import copy_base, glossary_of, replace_once
from termbase.cli import main
from termbase.permalinks.accept import acceptance, write_ledger
from termbase.permalinks.ledger import read_ledger

LATER = date(2027, 5, 6)
LEDGER = "glossary/permalinks.tsv"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_base(tmp_path)


def test_accepting_twice_changes_nothing(root: Path) -> None:
    accepted = acceptance(glossary_of(root), LATER)
    assert accepted.added == ()
    assert accepted.text == (root / LEDGER).read_text(encoding="utf-8")


def test_a_new_address_gets_the_day_and_old_ones_keep_theirs(root: Path) -> None:
    replace_once(root / "glossary" / "alpha.md", "aliases: [first letter]", "aliases: [first letter, letter one]")
    accepted = acceptance(glossary_of(root), LATER)
    assert accepted.added == ("terms/letter-one/",)
    ledger, problems = read_ledger(LEDGER, accepted.text)
    assert problems == ()
    assert ledger.since("terms/letter-one/") == "2027-05-06"
    assert ledger.since("terms/first-letter/") == "2026-11-21"
    assert ledger.rows["terms/letter-one/"].target == "terms/alpha/"


def test_a_ledger_is_written_whole(root: Path) -> None:
    write_ledger(root, "text\n")
    assert (root / LEDGER).read_bytes() == b"text\n"
    assert [file.name for file in (root / "glossary").iterdir() if file.name.startswith(".")] == []


def test_the_command_lists_what_is_new(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace_once(root / "glossary" / "alpha.md", "aliases: [first letter]", "aliases: [first letter, letter one]")
    assert main(["check", str(root)]) == 1
    assert main(["accept", str(root)]) == 0
    assert capsys.readouterr().out.endswith(f"terms/letter-one/\n1 new address in {LEDGER}\n")
    assert main(["check", str(root)]) == 0


def test_nothing_is_accepted_while_there_are_errors(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace_once(root / "glossary" / "alpha.md", "aliases: [first letter]", "aliases: [letter one]")
    before = (root / LEDGER).read_bytes()
    assert main(["accept", str(root)]) == 1
    said = capsys.readouterr().out
    assert "lost-permalink" in said
    assert said.endswith("nothing accepted: mend the errors first\n")
    assert (root / LEDGER).read_bytes() == before


def test_an_edited_ledger_is_accepted_only_where_that_is_said(root: Path) -> None:
    replace_once(root / LEDGER, "terms/alpha/#quiz\t2026-11-21\n", "")
    assert main(["accept", str(root)]) == 1
    assert main(["accept", "--reseal", str(root)]) == 0
    assert main(["check", str(root)]) == 0


def test_marks_of_a_merge_conflict_are_never_accepted(root: Path) -> None:
    replace_once(root / LEDGER, "terms/alpha/#quiz\t2026-11-21\n", "<<<<<<< ours\n")
    assert main(["accept", "--reseal", str(root)]) == 1


def test_a_ledger_is_started_only_where_that_is_said(root: Path) -> None:
    (root / LEDGER).unlink()
    assert main(["accept", str(root)]) == 1
    assert main(["accept", "--start", str(root)]) == 0
    assert main(["check", str(root)]) == 0


@pytest.mark.parametrize("data", [b"", b"\xff\xfe"])
def test_a_ledger_that_cannot_be_read_is_never_started_anew(
    root: Path, capsys: pytest.CaptureFixture[str], data: bytes
) -> None:
    (root / LEDGER).write_bytes(data)
    assert main(["accept", "--start", "--reseal", str(root)]) == 1
    assert "restore the file from version control" in capsys.readouterr().out
    assert (root / LEDGER).read_bytes() == data


def test_a_name_that_leads_elsewhere_is_accepted_anew(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace_once(root / "glossary" / "alpha.md", "aliases: [first letter]\n", "")
    replace_once(root / "glossary" / "beta.md", "[second letter]", "[second letter, first letter]")
    assert main(["check", str(root)]) == 1
    assert "moved-permalink" in capsys.readouterr().out
    assert main(["accept", str(root)]) == 0
    assert main(["check", str(root)]) == 0
    assert read_ledger(LEDGER, (root / LEDGER).read_text(encoding="utf-8"))[0].rows["terms/first-letter/"].target == (
        "terms/beta/"
    )
