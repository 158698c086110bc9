"""The guide of the real course holds all that its terms give."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html
from project import ROOT, glossary_of
from termbase.course_anchors import anchors
from termbase.model import Holds, Question
from termbase.render import addresses, render, words
from termbase.text import Text

GLOSSARY = glossary_of(ROOT)
COURSE = GLOSSARY.courses["neural-networks-and-fuzzy-systems"]
LISTED = [term.text for unit in COURSE.units for term in unit.terms]


@pytest.fixture(scope="module")
def guide(real_site: Path) -> html.HtmlElement:
    """The page of the real course."""
    file = real_site / "courses" / COURSE.slug / "index.html"
    return html.document_fromstring(file.read_text(encoding="utf-8"))


def spaced(text: str) -> str:
    """Return ``text`` on one line."""
    return " ".join(text.split())


def set_in(slug: str, text: Text, *, one_line: bool) -> str:
    """Return the words that a text of an entry shows on the page of the course."""
    fragment = (text.text, one_line)
    address = addresses(f"glossary/{slug}.md", f"courses/{COURSE.slug}/")
    return spaced(words(str(render([fragment], address).html[fragment])))


def test_every_fact_stands_in_the_order_of_the_course(guide: html.HtmlElement) -> None:
    shown = [spaced(fact.text_content()) for fact in guide.xpath("//details[@class='g-sheet']/ol/li")]
    facts = [(slug, fact) for slug in LISTED for fact in GLOSSARY.entries[slug].body(Holds.FACTS)]
    assert shown == [set_in(slug, fact, one_line=True) for slug, fact in facts if isinstance(fact, Text)]
    assert len(shown) > 100


def test_every_question_stands_with_its_answer_in_the_order_of_the_course(guide: html.HtmlElement) -> None:
    shown = [
        (spaced(item.find("summary").text_content()), spaced(item.find("div").text_content()))
        for item in guide.xpath("//details[@class='g-q']")
    ]
    questions = [(slug, item) for slug in LISTED for item in GLOSSARY.entries[slug].body(Holds.QUESTIONS)]
    assert shown == [
        (set_in(slug, item.prompt, one_line=True), set_in(slug, item.answer, one_line=False))
        for slug, item in questions
        if isinstance(item, Question)
    ]
    assert len(shown) > 50


def test_every_anchor_that_is_promised_is_there(guide: html.HtmlElement) -> None:
    assert set(anchors(COURSE)) <= set(guide.xpath("//article//@id"))


def test_no_question_takes_its_id_along(guide: html.HtmlElement) -> None:
    items = {item.id.text for slug in LISTED for item in GLOSSARY.entries[slug].items}
    assert not items & set(guide.xpath("//@id"))


def test_every_question_stands_under_a_link_to_the_page_of_its_term(guide: html.HtmlElement) -> None:
    slugs = [
        re.fullmatch(r"../../terms/([a-z-]+)/#review-questions", item.xpath("string(preceding-sibling::h5[1]/a/@href)"))
        for item in guide.xpath("//details[@class='g-q']")
    ]
    assert [found[1] for found in slugs if found] == [
        slug for slug in LISTED for _ in GLOSSARY.entries[slug].body(Holds.QUESTIONS)
    ]


def test_contents_and_sidebar_lead_to_units_and_parts(guide: html.HtmlElement) -> None:
    ids = set(guide.xpath("//article//h2/@id | //article//h3/@id"))
    toc = [target.removeprefix("#") for target in guide.xpath("//g-toc//a/@href")]
    assert len(toc) == len(COURSE.units) + sum(bool(part.title) for unit in COURSE.units for part in unit.parts)
    assert set(toc) <= ids
    side = [target.partition("#")[2] for target in guide.xpath("//*[@id='g-drawer']//a/@href") if "#" in target]
    assert len(side) == len(COURSE.units)
    assert set(side) <= ids
