"""Every check against its case file: the exact report of a failing project, and a passing one beside it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from codes import all_codes
from project import CASES, ROOT, accept_all, apply_edits, copy_base, report_of

FILES = sorted((CASES / "checks").glob("*.txt"))
# Problems of files rather than of their text: tests/test_load.py makes those files.
OF_LEDGER = {"bad-ledger-row", "edited-ledger", "lost-permalink", "missing-ledger", "moved-permalink", "new-permalink"}
OF_FILES = {
    *("not-utf8", "empty-file", "too-large", "outside-project", "unreadable-file", "case-clash"),
    "heavy-figure",  # in tests/termbase/test_figures.py
}


def parts_of(file: Path) -> dict[str, list[str]]:
    parts: dict[str, list[str]] = {}
    for line in file.read_text(encoding="utf-8").split("\n"):
        if line.startswith("== "):
            parts[line[3:]] = []
        else:
            parts[[*parts][-1]].append(line)
    return parts


def edit(root: Path, file: Path, lines: list[str]) -> None:
    """Apply the edits of a case. All but the cases about the ledger publish something for the first time."""
    apply_edits(root, lines)
    if file.stem not in OF_LEDGER:
        accept_all(root)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_failing_case_is_reported_word_for_word(file: Path, tmp_path: Path) -> None:
    parts = parts_of(file)
    root = copy_base(tmp_path)
    edit(root, file, parts["fail"])
    assert report_of(root) == [line for line in parts["report"] if line]
    assert any(f"  {file.stem}  " in line for line in parts["report"]), "the case shows another code than its name says"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_passing_case_is_not_reported(file: Path, tmp_path: Path) -> None:
    root = copy_base(tmp_path)
    edit(root, file, parts_of(file)["pass"])
    assert not [line for line in report_of(root) if f"  {file.stem}  " in line]


def test_the_untouched_project_is_clean(tmp_path: Path) -> None:
    assert report_of(copy_base(tmp_path)) == []


def test_every_code_has_a_case_and_every_case_a_code() -> None:
    assert {file.stem for file in FILES} == set(all_codes()) - OF_FILES


def test_every_code_has_a_paragraph_in_the_writing_guide_with_its_severity() -> None:
    guide = (ROOT / "docs" / "writing-guide.md").read_text(encoding="utf-8")
    documented = dict(re.findall(r"^`([a-z0-9-]+)`( \(advice\))?: .{20,}", guide, re.MULTILINE))
    expected = {name: "" if code.severity == "error" else " (advice)" for name, code in all_codes().items()}
    assert documented == expected
