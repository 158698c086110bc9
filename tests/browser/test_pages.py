"""Every kind of page in the browser: accessible, within its width, silent, and from one host."""

from __future__ import annotations

import pytest
from browsing import violations, watch
from kinds import KINDS
from playwright.sync_api import Page, expect


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(page: Page, address: str, kind: str) -> None:
    page.goto(address + KINDS[kind])
    assert violations(page) == []


def test_axe_finds_nothing_with_every_answer_open(page: Page, address: str) -> None:
    page.goto(address + KINDS["term"])
    page.evaluate("for (const answer of document.querySelectorAll('details')) answer.open = true")
    assert violations(page) == []


def test_axe_finds_nothing_with_the_drawer_open(phone: Page, address: str) -> None:
    phone.goto(address + KINDS["term"])
    phone.get_by_role("button", name="Menu", exact=True).click()
    assert violations(phone) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_makes_no_errors_and_asks_no_other_host(desktop: Page, address: str, kind: str) -> None:
    seen = watch(desktop)
    desktop.goto(address + KINDS[kind], wait_until="networkidle")
    assert seen.errors == []
    assert [url for url in seen.requests if not url.startswith((address, "data:"))] == []


def test_the_maths_font_is_our_own_and_only_pages_with_formulas_ask_for_it(desktop: Page, address: str) -> None:
    seen = watch(desktop)
    desktop.goto(address + KINDS["topics"], wait_until="networkidle")
    assert not [url for url in seen.requests if "stix" in url]
    # A busy machine may be idle on the wire for a while before it sets the first formula.
    with desktop.expect_request(f"{address}assets/fonts/stix-two-math.woff2"):
        desktop.goto(address + KINDS["term"])


def test_every_answer_is_there_without_scripts(without_scripts: Page, address: str) -> None:
    page = without_scripts
    page.goto(address + KINDS["term"])
    answers = page.locator("details.g-q")
    assert answers.count() > 15
    for index in range(answers.count()):
        answer = answers.nth(index)
        answer.locator("summary").click()
        assert answer.locator(".g-a").inner_text().strip()


def test_controls_that_need_scripts_are_not_shown_without_them(without_scripts: Page, address: str) -> None:
    without_scripts.goto(address + KINDS["terms"])
    assert not without_scripts.locator(".g-filter").is_visible()
    assert without_scripts.locator(".g-entry").count() > 20


def test_print_shows_closed_answers_and_no_chrome(desktop: Page, address: str) -> None:
    desktop.goto(address + KINDS["term"])
    desktop.emulate_media(media="print")
    assert not desktop.locator("header.g-header").is_visible()
    assert not desktop.locator(".g-tools").is_visible()
    assert desktop.locator("details.g-q .g-a").first.evaluate("e => e.getBoundingClientRect().height") > 0
    for gone in (".g-crumb", "#mentioned-in", ".g-asked", ".g-near figcaption", ".g-toc", ".g-side"):
        assert not desktop.locator(gone).first.is_visible(), gone


def test_on_paper_links_are_words_and_sources_give_their_address(desktop: Page, address: str) -> None:
    desktop.goto(address + KINDS["term"])
    desktop.emulate_media(media="print")
    style = "link => [getComputedStyle(link).textDecorationLine, getComputedStyle(link).color]"
    ink = desktop.evaluate("getComputedStyle(document.querySelector('.g-def p')).color")
    assert desktop.locator(".g-def a").first.evaluate(style) == ["none", ink]
    source = desktop.locator(".g-src li a").first
    assert source.get_attribute("href") in source.evaluate("link => getComputedStyle(link, '::after').content")
    expect(desktop.locator("p.g-on-paper")).to_contain_text(f"/{KINDS['term']}")


def test_formulas_are_drawn_as_mathml(desktop: Page, address: str) -> None:
    desktop.goto(address + KINDS["term"])
    assert desktop.locator(".g-math math").count() >= 1
    box = desktop.locator(".g-math math").first.bounding_box()
    assert box is not None
    assert box["height"] > 15
    assert "$$" not in desktop.locator("article").inner_text()
