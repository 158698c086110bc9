"""Studying without scripts, on paper, and from a folder of files."""

from __future__ import annotations

from pathlib import Path

import pytest
from browsing import watch
from playwright.sync_api import Page, expect
from project import ROOT, glossary_of
from studying import CARDS, OWN, QUIZ, TERM, answer_card, answer_quiz, current, panel

ENTRY = glossary_of(ROOT).entries["minimax-loss"]
BOXES = "list => list.map((element) => element.getBoundingClientRect()).map(({ top, bottom }) => [top, bottom])"


def test_every_item_is_readable_without_scripts(without_scripts: Page, address: str) -> None:
    page = without_scripts
    page.goto(address + TERM)
    items = page.locator(".g-item")
    assert items.count() == len(ENTRY.study_items)
    for item in items.all():
        expect(item).to_be_visible()
        expect(item.get_by_role("button").locator("visible=true")).to_have_count(0)
        item.locator("details.g-q > summary").click()
        expect(item.locator(".g-a")).to_be_visible()
    right = page.locator(".g-whys > li[data-right]")
    assert right.count() == page.locator("g-quiz").count()
    expect(right.first).to_contain_text("Right.")


def test_letters_join_options_and_reasons_where_no_script_does(without_scripts: Page, address: str) -> None:
    without_scripts.goto(address + TERM)
    options = without_scripts.locator("g-quiz").first.locator(".g-opt > span")
    letters = options.evaluate_all("list => list.map((e) => getComputedStyle(e, '::before').content)")
    assert letters == ['"A. "', '"B. "', '"C. "', '"D. "']


@pytest.mark.parametrize("body", [None, "const broken = ;"])
def test_every_item_is_readable_where_the_study_script_fails(desktop: Page, address: str, body: str | None) -> None:
    desktop.route("**/site.*.js", lambda route: route.abort() if body is None else route.fulfill(body=body))
    desktop.goto(address + TERM)
    expect(desktop.locator(".g-item:visible")).to_have_count(len(ENTRY.study_items))
    expect(desktop.locator(".g-study__foot:visible, .g-show:visible")).to_have_count(0)
    desktop.locator("g-quiz details.g-q > summary").first.click()
    expect(desktop.locator("g-quiz .g-a").first).to_be_visible()


def test_a_failure_elsewhere_leaves_the_tools_alone(desktop: Page, address: str) -> None:
    desktop.goto(address + TERM)
    desktop.evaluate("document.body.append(Object.assign(new Image(), { src: '/none.png' }))")
    desktop.evaluate("setTimeout(() => { throw Error('elsewhere') })")
    desktop.wait_for_timeout(200)
    expect(current(panel(desktop, QUIZ)).get_by_role("button", name="I am sure")).to_be_visible()


def test_paper_has_all_questions_and_then_all_answers_on_sheets_of_their_own(desktop: Page, address: str) -> None:
    desktop.goto(address + TERM)
    answer_quiz(current(panel(desktop, QUIZ)), right=True, sure=True)
    answer_card(current(panel(desktop, CARDS)), "Good")
    desktop.emulate_media(media="print")
    questions = desktop.locator("details.g-q:not(.g-asked) > summary:visible, .g-ask")
    answers = desktop.locator("details.g-q:not(.g-asked) .g-a")
    assert questions.count() == answers.count() == len(ENTRY.items)
    heading = desktop.get_by_role("heading", name="Answers")
    expect(heading).to_be_visible()
    assert heading.evaluate("e => getComputedStyle(e).breakBefore") == "page"
    ((top, _),) = heading.evaluate_all(BOXES)
    assert max(bottom for _, bottom in questions.evaluate_all(BOXES)) <= top
    boxes = answers.evaluate_all(BOXES)
    assert min(start for start, _ in boxes) >= top
    assert all(end > start for start, end in boxes)
    expect(desktop.locator("[data-added]:visible, .g-study__foot:visible, .g-say:visible")).to_have_count(0)


def test_the_site_studies_from_a_folder(desktop: Page, real_site: Path) -> None:
    seen = watch(desktop)
    desktop.goto((real_site / TERM / "index.html").as_uri())
    answer_card(current(panel(desktop, CARDS)), "Again")
    answer_quiz(current(panel(desktop, QUIZ)), right=True, sure=True)
    panel(desktop, OWN).locator("textarea").fill("My words")
    desktop.goto((real_site / "review" / "index.html").as_uri())
    expect(desktop.locator("[data-view]:visible .g-plain")).to_contain_text("1 item due today")
    desktop.get_by_role("button", name="Start").click()
    answer_card(current(desktop.locator("g-deck")), "Good")
    expect(desktop.get_by_role("heading", name="Done for now")).to_be_visible()
    assert seen.errors == []
