"""What tests share: the small project of ``fixtures/base``, copies of it, edits, and the report of a check."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from termbase.checks import check
from termbase.glossary import Glossary, build
from termbase.load import load
from termbase.permalinks.accept import acceptance, write_ledger
from termbase.problems import Problem

ROOT = Path(__file__).resolve().parent.parent
BASE = ROOT / "tests" / "fixtures" / "base"
CASES = ROOT / "tests" / "cases"


def copy_base(folder: Path) -> Path:
    """Copy the small project into ``folder`` and return the copy."""
    return Path(shutil.copytree(BASE, folder / "project"))


def copy_real(folder: Path) -> Path:
    """Copy the real glossary and its pages into ``folder`` and return the copy."""
    project = folder / "real"
    for part in ("glossary", "docs"):
        shutil.copytree(ROOT / part, project / part)
    return project


def glossary_of(root: Path) -> Glossary:
    """Return the glossary of a project."""
    return build(load(root))


def problems_of(root: Path) -> list[Problem]:
    """Return what ``check`` finds in a project."""
    return check(glossary_of(root))


def report_of(root: Path) -> list[str]:
    """Return the lines of the report, without the count."""
    return [str(problem) for problem in problems_of(root)]


def accept_all(root: Path) -> None:
    """Give a project a ledger of what it publishes, as if nothing had been published before."""
    write_ledger(root, acceptance(replace(glossary_of(root), ledger=None), date(2026, 11, 21)).text)


def replace_once(file: Path, old: str, new: str) -> int:
    """Replace ``old``, which must stand in ``file`` once, and return the line it started on."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file.name}"
    file.write_text(text.replace(old, new), encoding="utf-8", newline="\n")
    return text[: text.index(old)].count("\n") + 1


def apply_edits(root: Path, lines: Iterable[str]) -> None:
    """Apply the edits of a case: ``@@ path`` before each, then the lines taken out (``-``) and put in (``+``).

    ``@@ path new`` makes a file of the ``+`` lines; ``@@ path gone`` removes one.
    """
    hunks: list[tuple[list[str], list[str], list[str]]] = []
    for line in lines:
        if line.startswith("@@ "):
            hunks.append((line[3:].split(), [], []))
        elif line:
            assert line[0] in "-+", f"an edit starts with - or +: {line!r}"
            hunks[-1][1 if line[0] == "-" else 2].append(line[1:].removeprefix(" "))
    for (path, *mode), taken, put in hunks:
        file = root / path
        if mode == ["gone"]:
            file.unlink()
        elif mode == ["new"]:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("".join(f"{line}\n" for line in put), encoding="utf-8", newline="\n")
        else:
            new = "".join(f"{line}\n" for line in put)
            replace_once(file, "".join(f"{line}\n" for line in taken), new)
