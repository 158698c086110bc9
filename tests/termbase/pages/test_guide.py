"""What a course page makes of the entries that its course lists."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import html
from project import BASE, ROOT, copy_base, glossary_of, replace_once
from termbase.course_anchors import anchors
from termbase.glossary import Glossary
from termbase.pages import Around, site
from termbase.pages.guide import contents, context, mentioned, needed

TEMPLATES = ROOT / "hooks" / "templates" / "pages"
SMALL = glossary_of(BASE)


def edited(folder: Path, *edits: tuple[str, str, str]) -> Glossary:
    """Return the glossary of a copy of the small project after edits: a file, what goes, what comes."""
    project = copy_base(folder)
    for file, old, new in edits:
        replace_once(project / file, old, new)
    return glossary_of(project)


def units_of(folder: Path, *lines: str) -> Glossary:
    """Return the small glossary with another course: the lines of its header after ``units:``."""
    project = copy_base(folder)
    text = "\n".join(["---", "units:", *lines, "---", "# Letters", "", "> From the first to the third.", ""])
    (project / "docs" / "courses" / "letters.md").write_text(text, encoding="utf-8")
    return glossary_of(project)


def page_of(glossary: Glossary, around: Around | None = None) -> html.HtmlElement:
    """Return the page of the small course."""
    made = site(glossary, TEMPLATES)
    return html.document_fromstring(made.made(made.pages["courses/letters.md"], around or Around()).html)


def seen(document: html.HtmlElement, path: str) -> list[str]:
    """Return the words of each element at an XPath."""
    return [" ".join(element.text_content().split()) for element in document.xpath(path)]


def guide_of(glossary: Glossary) -> dict[str, Any]:
    """Return what the template of the small course is given."""
    return context(glossary, glossary.courses["letters"])


def test_sheets_stand_under_the_part_they_belong_to() -> None:
    first, second = guide_of(SMALL)["units"]
    assert [(s.section.heading, s.anchor, s.count) for s in first.parts[0].sheets] == [
        ("Must-know facts", "first-steps-facts", 4),
        ("Review questions", "first-steps-questions", 2),
    ]
    assert [s.anchor for s in second.parts[0].sheets] == ["next-steps-third-facts", "next-steps-third-questions"]
    assert first.also == {}
    assert second.also == {
        "next-steps-third-facts": "next-steps-facts",
        "next-steps-third-questions": "next-steps-questions",
    }


def test_a_divided_units_own_anchors_stand_where_its_first_facts_and_questions_do(tmp_path: Path) -> None:
    lines = ["  - title: All", "    parts:", "      - {title: None, terms: []}"]
    lines += ["      - {title: One, terms: [alpha]}", "      - {title: Two, terms: [beta]}"]
    (unit,) = guide_of(units_of(tmp_path, *lines))["units"]
    assert unit.also == {"all-one-facts": "all-facts", "all-one-questions": "all-questions"}


def test_the_page_shows_terms_facts_and_questions_in_order() -> None:
    document = page_of(SMALL)
    assert seen(document, "//ul[@class='g-steps']/li/a") == ["Alpha", "Beta", "Gamma"]
    assert seen(document, "//details[@id='first-steps-facts']//li") == [
        "It has place 1.",
        "It is a letter.",
        "It has place 2.",
        "It is a letter.",
    ]
    assert seen(document, "//details[@id='first-steps-questions']//details/summary") == [
        "What is alpha?",
        "What is beta?",
    ]
    assert seen(document, "//details[@id='next-steps-third-questions']//details/div") == ["A letter."]


def test_facts_and_questions_stand_under_a_link_to_their_place_on_the_page_of_the_term() -> None:
    document = page_of(SMALL)
    assert document.xpath("//details[contains(@id, 'facts')]//a/@href") == [
        f"../../terms/{slug}/#must-know-facts" for slug in ("alpha", "beta", "gamma")
    ]
    assert document.xpath("//details[contains(@id, 'questions')]//a/@href") == [
        f"../../terms/{slug}/#review-questions" for slug in ("alpha", "beta", "gamma")
    ]


def test_links_of_an_entry_lead_to_the_same_place_from_the_page_of_the_course(tmp_path: Path) -> None:
    links = "It is [a letter](gamma.md#quiz), see [there](#example) and [about](../docs/about.md#why)."
    glossary = edited(tmp_path, ("glossary/beta.md", "1. It has place 2.", f"1. {links}"))
    assert page_of(glossary).xpath("//details[@id='first-steps-facts']//li/a/@href") == [
        "../../terms/gamma/#quiz",
        "../../terms/beta/#example",
        "../../about/#why",
    ]


def test_every_promised_anchor_is_on_the_page_and_no_id_twice() -> None:
    ids = page_of(SMALL).xpath("//@id")
    assert set(anchors(SMALL.courses["letters"])) <= set(ids)
    assert len(ids) == len(set(ids))


def test_units_of_one_title_are_told_apart_everywhere(tmp_path: Path) -> None:
    lines = ["  - {title: Steps, terms: [alpha]}", "  - {title: Steps, terms: [beta, gamma]}"]
    glossary = units_of(tmp_path, *lines)
    ids = page_of(glossary).xpath("//@id")
    assert len(ids) == len(set(ids))
    made = site(glossary, TEMPLATES).pages["courses/letters.md"]
    assert [item.anchor for item in made.toc] == ["steps", "steps-2"]
    assert [item.url for item in made.sidebar[0].items] == ["courses/letters/#steps", "courses/letters/#steps-2"]
    assert "?quiz=courses/letters/steps-2" in " ".join(page_of(glossary).xpath("//a/@href"))


def test_what_a_course_needs_first_is_what_its_terms_need_and_it_does_not_list(tmp_path: Path) -> None:
    glossary = units_of(tmp_path, "  - {title: Third, terms: [gamma]}")
    assert [entry.slug for entry in guide_of(glossary)["needed"]] == ["beta"]
    document = page_of(glossary)
    assert seen(document, "//h2")[0] == "Before you start"
    assert seen(document, "(//ul[@class='g-steps'])[1]/li/p") == ["The second letter, said in everyday words."]
    assert [item.anchor for item in contents(glossary, glossary.courses["letters"])] == ["before-you-start", "third"]


def test_a_course_that_needs_nothing_says_nothing() -> None:
    assert guide_of(SMALL)["needed"] == []
    assert not page_of(SMALL).xpath("//*[@id='before-you-start']")


def test_only_direct_needs_count_and_they_come_in_learning_order(tmp_path: Path) -> None:
    glossary = edited(
        tmp_path,
        ("glossary/gamma.md", "prerequisites: [beta]", "prerequisites: [beta, alpha]"),
        ("glossary/beta.md", "level: intermediate", "level: intermediate\nprerequisites: [alpha]"),
    )
    assert [entry.slug for entry in needed(glossary, ["gamma"])] == ["alpha", "beta"]
    assert [entry.slug for entry in needed(glossary, ["beta", "gamma"])] == ["alpha"]
    assert [entry.slug for entry in needed(glossary, ["alpha"])] == []


def test_coverage_names_what_the_texts_link_to_and_the_page_does_not_show(tmp_path: Path) -> None:
    # Alpha links to beta, beta to gamma, gamma to alpha; gamma needs beta.
    assert [entry.slug for entry in mentioned(SMALL, ["alpha"])] == ["beta"]
    assert [entry.slug for entry in mentioned(SMALL, ["alpha", "beta"])] == ["gamma"]
    assert [entry.slug for entry in mentioned(SMALL, ["alpha", "gamma"])] == []
    document = page_of(units_of(tmp_path, "  - {title: First, terms: [alpha]}"))
    assert seen(document, "//details[contains(@class, 'g-mentioned')]") == ["Mentioned, not listed1 term Beta"]
    assert document.xpath("//details[contains(@class, 'g-mentioned')][@open]//a/@href") == ["../../terms/beta/"]


def test_full_coverage_is_said_in_one_line(tmp_path: Path) -> None:
    line = "//p[contains(@class, 'g-mentioned')]"
    assert seen(page_of(SMALL), line) == ["Every term that these entries mention is listed above."]
    shown = page_of(units_of(tmp_path, "  - {title: Some, terms: [alpha, gamma]}"))
    assert seen(shown, line) == ["Every term that these entries mention is shown above."]


def test_the_page_says_how_much_there_is_and_when_it_was_checked(tmp_path: Path) -> None:
    around = Around(site_name="Letters", canonical_url="https://glossary.example/courses/letters/")
    path = "//p[contains(@class, 'g-imprint')]"
    assert seen(page_of(SMALL), path) == ["2 units, 3 terms, checked on 21 November 2026"]
    glossary = edited(tmp_path, ("glossary/beta.md", "reviewed: 2026-11-21", "reviewed: 2026-03-02"))
    (said,) = seen(page_of(glossary, around), path)
    assert said.startswith("2 units, 3 terms, checked between 2 March 2026 and 21 November 2026")
    assert said.endswith("Letters: https://glossary.example/courses/letters/")


def test_a_bar_in_each_unit_is_left_out_where_there_is_one_unit(tmp_path: Path) -> None:
    assert page_of(SMALL).xpath("//g-bar/@terms") == ["alpha:4 beta:4 gamma:4", "alpha:4 beta:4", "gamma:4"]
    assert page_of(units_of(tmp_path, "  - {title: One, terms: [alpha]}")).xpath("//g-bar/@terms") == ["alpha:4"]


def test_a_term_without_facts_and_questions_is_only_listed(tmp_path: Path) -> None:
    glossary = edited(
        tmp_path,
        ("glossary/gamma.md", "## Must-know facts\n\n1. It has place 3.\n2. It is a letter.\n\n", ""),
        ("glossary/gamma.md", "## Review questions\n\n### What is gamma? <!-- id: what -->\n\nA letter.\n\n", ""),
    )
    assert guide_of(glossary)["units"][1].parts[0].sheets == ()
    assert seen(page_of(glossary), "//ul[@class='g-steps']/li/a")[-1] == "Gamma"


@pytest.mark.parametrize("lines", [[], ["  - {title: Empty, goal: Nothing., terms: [none]}"]])
def test_a_course_without_terms_has_no_sheets_and_no_coverage(tmp_path: Path, lines: list[str]) -> None:
    document = page_of(units_of(tmp_path, *lines))
    assert seen(document, "//h1") == ["Letters"]
    assert not document.xpath("//details | //p[contains(@class, 'g-mentioned') or contains(@class, 'g-imprint')]")
    assert not document.xpath("//*[@class='g-answers'] | //ul[@class='g-steps']")
