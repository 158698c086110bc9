"""Learning paths as pictures: where boxes stand, and which way lines run."""

from __future__ import annotations

import re

from graphs import Graph, graphs, ranked
from hypothesis import given
from project import BASE, glossary_of
from termbase.maps.layers import before
from termbase.maps.learning import LearningMap, drawn, learning_map
from termbase.maps.routes import COLUMN, ROW
from termbase.maps.rows import COLUMNS

WIDE: Graph = {"a": [], **{f"b{number}": ["a"] for number in range(7)}, "c": ["b0", "a"], "d": ["b6"], "z": []}


def map_of(graph: Graph) -> LearningMap:
    return drawn(before(list(graph), graph, ranked(graph)))


def cells(found: LearningMap) -> dict[str, tuple[int, int]]:
    """Return where a browser puts the boxes: in the next row when a column is not further on than the one before."""
    placed = {}
    row = -1
    for step in found.steps:
        column = COLUMNS
        first = row + 1
        for box in step.boxes:
            row += box.column <= column
            column = box.column
            placed[box.slug] = (row, column)
        assert row + 1 - first == step.rows
    assert row + 1 == found.rows
    return placed


def points(line: str) -> list[tuple[float, float]]:
    """Return the points of a line that a curve passes through or is drawn towards, from first to last."""
    x = y = 0.0
    passed = []
    for command, numbers in re.findall(r"([MVCv])([^MVCv]*)", line):
        values = [float(number) for number in numbers.split()]
        if command == "v":
            y += values[0]
        elif command == "V":
            y = values[0]
        elif command == "C":
            passed += [(values[0], values[1]), (values[2], values[3])]
        x, y = values[-2:] if command in "MC" else (x, y)
        passed.append((x, y))
    return passed


def test_the_steps_of_a_course_stand_in_learning_order() -> None:
    glossary = glossary_of(BASE)
    found = learning_map(glossary, ["gamma", "alpha", "beta"])
    assert [[box.slug for box in step.boxes] for step in found.steps] == [["beta"], ["gamma"]]
    assert [box.before for step in found.steps for box in step.boxes] == [(), ("beta",)]
    assert found.apart == ("alpha",)


def test_a_wide_step_takes_rows_and_those_that_lead_on_stand_last() -> None:
    found = map_of(WIDE)
    assert [step.rows for step in found.steps] == [1, 3, 1]
    assert {slug for slug, (row, _) in cells(found).items() if row == 3} == {"b6"}
    assert found.apart == ("z",)


def test_a_box_stands_under_what_it_comes_after() -> None:
    placed = cells(map_of({"a": [], "b": [], "c": [], "d": ["c"], "e": ["a"]}))
    assert placed["d"][1] == placed["c"][1]
    assert placed["e"][1] == placed["a"][1]


def test_a_line_over_several_rows_runs_beside_the_boxes() -> None:
    found = map_of(WIDE)
    (line,) = [line for step in found.steps for box in step.boxes if box.slug == "b6" for line in box.lines]
    (down,) = {x for x, y in points(line) if ROW + 4 < y <= 3 * ROW}
    assert min(abs(down - edge) for edge in range(0, COLUMN * COLUMNS + 1, COLUMN)) < 2


def test_an_empty_map_has_no_steps() -> None:
    assert map_of({}) == LearningMap((), 0, ())


@given(graphs())
def test_every_term_stands_once_and_no_two_in_one_place(graph: Graph) -> None:
    found = map_of(graph)
    placed = cells(found)
    assert sorted([*placed, *found.apart]) == sorted(graph)
    assert len(set(placed.values())) == len(placed)
    assert all(0 <= column < COLUMNS for _, column in placed.values())


@given(graphs())
def test_every_line_runs_down_from_one_box_to_another_inside_the_picture(graph: Graph) -> None:
    found = map_of(graph)
    placed = cells(found)
    for box in (box for step in found.steps for box in step.boxes):
        assert len(box.lines) == len(box.before)
        starts = set()
        for line in box.lines:
            passed = points(line)
            assert all(0 <= x <= COLUMN * COLUMNS and 0 <= y <= ROW * found.rows for x, y in passed)
            (start_x, start_y), (end_x, end_y) = passed[0], passed[-1]
            assert (end_y // ROW, end_x // COLUMN) == placed[box.slug]
            starts.add((start_y // ROW, start_x // COLUMN))
            assert start_y < end_y
        assert starts == {placed[slug] for slug in box.before}
        assert all(placed[slug][0] < placed[box.slug][0] for slug in box.before)


@given(graphs())
def test_the_same_graph_makes_the_same_map(graph: Graph) -> None:
    again = {term: list(reversed(needs)) for term, needs in reversed(graph.items())}
    assert map_of(graph) == map_of(again)


def test_a_large_map_is_drawn_whole() -> None:
    graph: Graph = {f"t{n:03}": [f"t{n // 2:03}", f"t{n // 3:03}"] if n else [] for n in range(300)}
    assert len(cells(map_of(graph))) == 300
