from __future__ import annotations

from pathlib import Path

import pytest
from project import ROOT, copy_base, glossary_of, replace_once
from termbase.cli import main
from termbase.counts import NOTHING, Counts, counts, table


def test_counts_of_an_entry(tmp_path: Path) -> None:
    root = copy_base(tmp_path)
    replace_once(root / "glossary" / "alpha.md", "It has place 1.", "It has place $1$. <!-- check: 2 - 1 == 1 -->")
    found = counts(glossary_of(root).entries["alpha"])
    assert found == Counts(12, 1, 2, 0, facts=2, questions=1, cards=2, quizzes=1, prompts=1, asked=1, sources=2)


def test_table_ends_with_the_sum(tmp_path: Path) -> None:
    glossary = glossary_of(copy_base(tmp_path))
    head, *rows, last = table(glossary).split("\n")
    assert head.split() == ["entry", *Counts.__dataclass_fields__]
    assert [row.split()[0] for row in rows] == ["alpha", "beta", "gamma"]
    total = [sum(column) for column in zip(*([int(n) for n in row.split()[1:]] for row in rows), strict=True)]
    assert last.split() == ["3", "in", "all", *map(str, total)]
    assert len({len(line) for line in (head, *rows, last)}) == 1


def test_an_empty_glossary_counts_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "glossary").mkdir()
    assert main(["count", str(tmp_path)]) == 0
    assert capsys.readouterr().out.splitlines()[-1].split() == ["0", "in", "all", *["0"] * 11]
    assert NOTHING + NOTHING == NOTHING


def test_every_entry_of_the_glossary_has_what_makes_it_an_entry() -> None:
    for slug, entry in glossary_of(ROOT).entries.items():
        found = counts(entry)
        assert min(found.words, found.facts, found.questions, found.cards, found.quizzes, found.prompts) > 0, slug
