"""The anchors of a course page: readable, never twice, and not moved by what is smaller."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st
from termbase.articles import Article, Course, Part, Unit
from termbase.course_anchors import anchors, needed_anchor, unit_anchors
from termbase.text import Text

UNDIVIDED = ""


def course_of(*units: tuple[str, list[str]], slug: str = "letters") -> Course:
    """Return a course with these units: the title of each, and those of its parts."""
    blank = Text("", 1)
    made = [
        Unit(Text(title, 2), blank, tuple(Part(Text(part, 3), (Text("alpha", 3),)) for part in parts), 2)
        for title, parts in units
    ]
    return Course(Article(slug, f"docs/courses/{slug}.md", Text("Letters", 1), blank, blank), tuple(made))


def test_a_unit_has_anchors_for_its_facts_and_questions() -> None:
    assert anchors(course_of(("First steps", [UNDIVIDED]))) == (
        "first-steps",
        "first-steps-facts",
        "first-steps-questions",
    )


def test_a_divided_unit_keeps_them_and_its_parts_have_their_own() -> None:
    assert anchors(course_of(("First steps", ["Vowels"]))) == (
        "first-steps",
        "first-steps-facts",
        "first-steps-questions",
        "first-steps-vowels",
        "first-steps-vowels-facts",
        "first-steps-vowels-questions",
    )


def test_terms_before_the_parts_are_the_units_own() -> None:
    ((own, named),) = (unit.parts for unit in unit_anchors(course_of(("First steps", [UNDIVIDED, "Vowels"]))))
    assert (own.heading, own.facts, own.questions) == ("", "first-steps-facts", "first-steps-questions")
    assert named.facts == "first-steps-vowels-facts"


def test_a_part_without_terms_promises_no_facts() -> None:
    course = course_of(("First steps", ["Vowels"]))
    empty = Unit(course.units[0].title, Text("", 2), (Part(Text("Vowels", 3), ()),), 2)
    assert anchors(Course(course.article, (empty,))) == ("first-steps", "first-steps-vowels")


def test_equal_titles_are_numbered_in_order() -> None:
    named = unit_anchors(course_of(("Steps", ["A", "A"]), ("Steps", ["A"]), ("steps!", [UNDIVIDED])))
    assert [unit.heading for unit in named] == ["steps", "steps-2", "steps-3"]
    assert [part.heading for unit in named for part in unit.parts] == ["steps-a", "steps-a-2", "steps-2-a", ""]
    assert named[2].facts == "steps-3-facts"


def test_what_is_smaller_makes_way() -> None:
    named = unit_anchors(course_of(("Steps", ["Facts", "Two"]), ("Steps two", [UNDIVIDED]), ("Steps questions", [])))
    assert [unit.heading for unit in named] == ["steps", "steps-two", "steps-questions"]
    assert [part.heading for part in named[0].parts] == ["steps-facts", "steps-two-2"]
    assert (named[0].facts, named[0].questions) == ("steps-facts-2", "steps-questions-2")


def test_a_unit_makes_way_for_the_title_of_the_page() -> None:
    assert unit_anchors(course_of(("Letters", [])))[0].heading == "letters-2"


def test_titles_without_latin_letters_are_counted() -> None:
    assert anchors(course_of(("文字", []), ("文字", ["母音"])))[:2] == ("unit-1", "unit-2")
    assert unit_anchors(course_of(("Steps", ["母音"])))[0].parts[0].heading == "steps-part-1"


def test_the_needed_terms_make_way_for_a_unit() -> None:
    assert needed_anchor(course_of(("Steps", []))) == "before-you-start"
    assert needed_anchor(course_of(("Before you start", []))) == "before-you-start-2"


TITLES = st.sampled_from(["", "a", "A", "a b", "b", "a facts", "facts", "questions", "2", "a 2", "letters", "é", "文"])


@given(st.lists(st.tuples(TITLES, st.lists(TITLES, max_size=4)), max_size=6))
def test_no_two_things_share_an_anchor(units: list[tuple[str, list[str]]]) -> None:
    course = course_of(*units)
    named = unit_anchors(course)
    given_out = Counter([course.slug, needed_anchor(course)])
    for unit in named:
        own = {(unit.facts, unit.questions)}
        given_out.update([unit.heading, unit.facts, unit.questions])
        for part in unit.parts:
            given_out.update([part.heading] if part.heading else [])
            given_out.update([] if (part.facts, part.questions) in own else [part.facts, part.questions])
    assert [anchor for anchor, count in given_out.items() if count > 1 or not anchor] == []
    assert set(anchors(course)) <= set(given_out)


@given(st.lists(st.tuples(TITLES, st.lists(TITLES, max_size=4)), max_size=6), st.lists(TITLES, max_size=4))
def test_a_unit_that_is_divided_keeps_its_name(units: list[tuple[str, list[str]]], parts: list[str]) -> None:
    before = [unit.heading for unit in unit_anchors(course_of(*units))]
    after = [unit.heading for unit in unit_anchors(course_of(*((title, parts) for title, _ in units)))]
    assert after == before
