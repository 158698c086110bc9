"""The ledger reads back what it wrote, and sees every change by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from termbase.permalinks.ledger import Row, ledger_text, read_ledger

PATH = "glossary/permalinks.tsv"
ROWS = [
    Row("terms/a/", "2026-11-21", "", 0),
    Row("terms/a/#quiz", "2026-11-22", "", 0),
    Row("terms/b/", "2026-11-23", "terms/a/", 0),
]
TEXT = ledger_text(ROWS)
SEALED = "the rows are not those that were sealed: some were changed, added or taken out by hand"

addresses = st.from_regex(r"[A-Za-z0-9._/-]{1,30}(#[a-z0-9-]{1,9})?", fullmatch=True)
rows = st.builds(Row, addresses, st.dates().map(str), st.just("") | addresses, st.just(0))


def report(text: str) -> list[str]:
    return [str(problem).removesuffix(problem.hint).rstrip() for problem in read_ledger(PATH, text)[1]]


@given(st.lists(rows, unique_by=lambda row: row.address))
def test_what_is_written_is_read_back(made: list[Row]) -> None:
    ledger, problems = read_ledger(PATH, ledger_text(made))
    assert problems == ()
    assert ledger.intact
    assert {(r.address, r.since, r.target) for r in ledger.rows.values()} == {
        (r.address, r.since, r.target) for r in made
    }


@given(st.lists(rows, unique_by=lambda row: row.address), st.data())
def test_a_row_taken_out_is_seen(made: list[Row], data: st.DataObject) -> None:
    lines = ledger_text(made).splitlines(keepends=True)
    if len(lines) > 1:
        del lines[data.draw(st.integers(1, len(lines) - 1))]
        assert not read_ledger(PATH, "".join(lines))[0].intact


def test_rows_know_their_lines_pages_and_anchors() -> None:
    row = read_ledger(PATH, TEXT)[0].rows["terms/a/#quiz"]
    assert (row.line, row.page, row.anchor) == (3, "terms/a/", "quiz")


def test_the_day_of_an_address_is_known() -> None:
    ledger, _ = read_ledger(PATH, TEXT)
    assert ledger.since("terms/b/") == "2026-11-23"
    assert ledger.since("terms/c/") == ""


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        (
            TEXT.replace("2026-11-22", "2026-11-20"),
            f"{PATH}:1  edited-ledger  {SEALED}",
        ),
        (TEXT + "\n", f"{PATH}:1  edited-ledger  {SEALED}"),
        (TEXT + "terms/d/\n", f"{PATH}:5  bad-ledger-row  `terms/d/` is no row"),
        (TEXT + "terms/d/\t2026-99-99\n", f"{PATH}:5  bad-ledger-row  `terms/d/ 2026-99-99` is no row"),
        (TEXT + 't/#">\t2026-11-21\n', f'{PATH}:5  bad-ledger-row  `t/#"> 2026-11-21` is no row'),
        (TEXT + "<<<<<<< HEAD\n", f"{PATH}:5  bad-ledger-row  `<<<<<<< HEAD` is no row"),
        (
            TEXT + "terms/a/\t2026-11-21\n",
            f"{PATH}:5  edited-ledger  `terms/a/` is not in its place: rows stand in order, each address once",
        ),
        (
            TEXT + "terms/b/\t2026-11-21\n",
            f"{PATH}:5  edited-ledger  `terms/b/` is not in its place: rows stand in order, each address once",
        ),
    ],
)
def test_a_change_by_hand_is_reported_with_its_line(changed: str, expected: str) -> None:
    assert report(changed) == [expected]


def test_rows_that_can_be_read_are_kept_beside_others() -> None:
    ledger, _ = read_ledger(PATH, TEXT + "nonsense\n")
    assert list(ledger.rows) == ["terms/a/", "terms/a/#quiz", "terms/b/"]
    assert not ledger.intact
