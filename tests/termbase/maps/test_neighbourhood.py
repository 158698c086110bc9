"""A term among its neighbours: what is shown, and that nothing lies over anything else."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from termbase.glossary import Contrast, Relations
from termbase.maps.lettering import width
from termbase.maps.neighbourhood import FONT, WIDTH, Box, Neighbourhood, neighbourhood
from termbase.text import Text

SLUGS = [f"s{number}" for number in range(40)]
SOME = st.lists(st.sampled_from(SLUGS), unique=True).map(tuple)
NAMES = {slug: "Generative adversarial network " * (number % 5) + slug for number, slug in enumerate(SLUGS)}


def confused(*slugs: str) -> tuple[Contrast, ...]:
    return tuple(Contrast(slug, Text("It differs.", 1), "own") for slug in slugs)


def drawn(relations: Relations) -> Neighbourhood:
    found = neighbourhood("own", relations, lambda slug: NAMES.get(slug, "Own"))
    assert found
    return found


def boxes(found: Neighbourhood) -> list[Box]:
    return [*found.before, *found.beside, found.own, *found.contrasts, *found.after]


def slugs(found: tuple[Box, ...]) -> list[str]:
    return [box.slug for box in found]


@pytest.mark.parametrize(
    "relations",
    [
        Relations(),
        Relations(prerequisites=("s1",)),
        Relations(prerequisites=("s1",), leads_to=("s1",)),
        Relations(contrasts=confused("s1", "s2")),
        Relations(broader=("s1",), related=("s2",)),
    ],
)
def test_a_term_with_hardly_a_neighbour_has_no_picture(relations: Relations) -> None:
    assert neighbourhood("own", relations, str) is None


def test_needs_stand_above_and_what_follows_below() -> None:
    found = drawn(Relations(prerequisites=("s1", "s2"), leads_to=("s3",), broader=("s4",), contrasts=confused("s5")))
    assert slugs(found.before) == ["s1", "s2"]
    assert all(box.bottom < found.own.y for box in found.before)
    assert [box.y > found.own.bottom for box in found.after] == [True]
    assert [box.x + box.width < found.own.x for box in found.beside] == [True]
    assert [box.x > found.own.x + found.own.width for box in found.contrasts] == [True]
    assert [label.text for label in found.labels] == ["Needs first", "Part of", "Not the same as", "Leads to"]
    assert (found.plain_lines, found.kind_lines.count("M"), found.contrast_lines.count("M")) == ("", 1, 1)
    assert (found.learning_lines.count("M"), found.arrows.count("M")) == (3, 2)


def test_terms_to_see_also_fill_the_place_of_wider_and_narrower_ones() -> None:
    found = drawn(Relations(related=("s1", "s2"), contrasts=confused("s3")))
    assert slugs(found.beside) == ["s1", "s2"]
    assert (found.kind_lines, found.plain_lines.count("M")) == ("", 2)
    assert slugs(drawn(Relations(related=("s1",), narrower=("s2", "s3"))).beside) == ["s2", "s3"]


def test_of_forty_neighbours_the_first_few_are_shown_and_the_rest_counted() -> None:
    many = tuple(SLUGS)
    found = drawn(Relations(many, many, many, many, confused(*many), many))
    assert slugs(found.before) == slugs(found.after) == ["s0", "s1", "s2", ""]
    assert slugs(found.beside) == ["s0", "", "s0", "s1", ""]
    assert slugs(found.contrasts) == ["s0", "s1", ""]
    assert [box.rest for box in boxes(found) if not box.slug] == [37, 39, 38, 38, 37]
    assert [box.lines[0][0] for box in found.before][-1] == "+ 37 more"
    assert (found.needs.rest, found.leads.rest) == (37, 37)


def test_a_name_that_does_not_fit_is_whole_in_its_box() -> None:
    name = "مثال " * 12
    found = neighbourhood("own", Relations(leads_to=("s1", "s2")), lambda slug: name.strip() if slug == "s1" else slug)
    assert found
    assert found.after[0].lines[-1][0].endswith("…")
    assert [box.name for box in found.after] == [name.strip(), ""]


@given(st.builds(Relations, SOME, SOME, SOME, SOME, SOME.map(lambda some: confused(*some)), SOME))
def test_boxes_lie_apart_and_inside_the_picture(relations: Relations) -> None:
    found = neighbourhood("own", relations, lambda slug: NAMES.get(slug, "Own"))
    if found is None:
        return
    for box in boxes(found):
        assert 0 < box.x < box.x + box.width < WIDTH
        assert 0 <= box.y < box.bottom < found.height
        assert all(box.y < y <= box.bottom for _, y in box.lines)
        assert all(width(line) * FONT <= box.width for line, _ in box.lines)
    for one, other in combinations(boxes(found), 2):
        beside = one.x + one.width < other.x or other.x + other.width < one.x
        assert beside or one.bottom < other.y or other.bottom < one.y
    lines = found.learning_lines + found.kind_lines + found.plain_lines + found.contrast_lines
    assert not re.search(r"[^MVHC\d ]", lines)
    assert found == neighbourhood("own", relations, lambda slug: NAMES.get(slug, "Own"))
