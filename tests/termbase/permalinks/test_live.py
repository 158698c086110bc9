"""Which pages there are, and where their former anchors lead."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from project import BASE, glossary_of
from termbase.model import Former
from termbase.permalinks.live import LivePage, live_pages
from termbase.text import Text

PAGES = live_pages(glossary_of(BASE))


def page(**leads: str) -> LivePage:
    formerly = tuple(Former(Text(f"#{old}", 1), Text(new, 1)) for old, new in leads.items())
    return LivePage("terms/x/", "glossary/x.md", anchors=frozenset({"quiz", "example"}), formerly=formerly)


def test_every_page_but_the_first_has_its_address_and_file() -> None:
    assert {address: page.path for address, page in PAGES.items()} == {
        "about/": "docs/about.md",
        "courses/": "",
        "courses/letters/": "docs/courses/letters.md",
        "map/": "",
        "review/": "",
        "terms/": "",
        "terms/alpha/": "glossary/alpha.md",
        "terms/beta/": "glossary/beta.md",
        "terms/gamma/": "glossary/gamma.md",
        "topics/": "",
        "topics/greek/": "docs/topics/greek.md",
    }


def test_sections_items_and_units_are_anchors() -> None:
    assert {"definition", "quiz", "place"} <= PAGES["terms/alpha/"].anchors
    assert {"first-steps", "next-steps-third"} <= PAGES["courses/letters/"].anchors


def test_a_chain_of_former_anchors_ends_at_the_one_that_is_there() -> None:
    assert page(one="two", two="three", three="quiz").old_anchors == {"one": "quiz", "two": "quiz", "three": "quiz"}


def test_a_circle_leads_to_the_top() -> None:
    assert page(one="two", two="one", three="three").old_anchors == {"one": "", "two": "", "three": ""}


def test_an_anchor_that_is_there_leads_nowhere_else() -> None:
    assert page(quiz="example").old_anchors == {}


@given(st.dictionaries(st.sampled_from("abcdef"), st.sampled_from([*"abcdef", "quiz", "gone"])))
def test_every_former_anchor_ends_somewhere(leads: dict[str, str]) -> None:
    found = page(**leads).old_anchors
    assert set(found) == set(leads)
    assert set(found.values()) <= {"", "quiz", "gone", *"abcdef"} - set(leads)
