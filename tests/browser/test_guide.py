"""A study guide in the browser: folded, opened, reached by a link, without scripts, and on paper."""

from __future__ import annotations

from browsing import violations
from playwright.sync_api import Page, expect
from project import ROOT, glossary_of
from studying import COURSE, keep, record, today
from termbase.model import Holds

GUIDE = f"courses/{COURSE}/"
GLOSSARY = glossary_of(ROOT)
LISTED = [GLOSSARY.entries[term.text] for unit in GLOSSARY.courses[COURSE].units for term in unit.terms]
FACTS, QUESTIONS = (sum(len(entry.body(holds)) for entry in LISTED) for holds in (Holds.FACTS, Holds.QUESTIONS))
OPEN_ALL = "for (const fold of document.querySelectorAll('details')) fold.open = true"
BOXES = "list => list.map((element) => element.getBoundingClientRect()).map(({ top, bottom }) => [top, bottom])"
# What a course of several units has: its progress in each.
TWO_UNITS = """() => {
  const unit = document.querySelector(".g-unit").cloneNode(true);
  for (const named of unit.querySelectorAll("[id]")) named.id += "-more";
  document.querySelector(".g-unit").after(unit);
  for (const head of document.querySelectorAll(".g-unit__head")) {
    head.append(document.querySelector("article > g-bar").cloneNode());
  }
}"""


def test_axe_finds_nothing_with_everything_open(page: Page, address: str) -> None:
    page.goto(address + GUIDE)
    page.evaluate(OPEN_ALL)
    assert violations(page, "article") == []


def test_nothing_is_wider_than_a_small_window_with_everything_open(desktop: Page, address: str) -> None:
    desktop.set_viewport_size({"width": 320, "height": 800})
    desktop.goto(address + GUIDE)
    desktop.evaluate(OPEN_ALL)
    desktop.evaluate("document.querySelector('.g-unit h2').textContent = 'Donaudampfschifffahrt'.repeat(4)")
    assert desktop.evaluate("document.documentElement.scrollWidth") <= 320


def test_facts_and_questions_are_folded_until_wanted(page: Page, address: str) -> None:
    page.goto(address + GUIDE)
    expect(page.locator(".g-sheet li:visible, .g-sheet .g-q:visible")).to_have_count(0)
    sheet = page.locator(".g-sheet", has_text="Review questions").first
    sheet.locator("summary").first.click()
    expect(sheet.locator(".g-q > summary").first).to_be_visible()
    expect(sheet.locator(".g-a:visible")).to_have_count(0)
    sheet.get_by_role("button", name="Show all answers").click()
    expect(sheet.locator(".g-a:visible")).to_have_count(sheet.locator(".g-q").count())
    assert violations(page, ".g-unit") == []


def test_a_link_to_facts_opens_them(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}{GUIDE}#generative-models-networks-facts")
    expect(desktop.locator("#generative-models-networks-facts > ol").first).to_be_visible()
    assert violations(desktop, ".g-unit") == []
    desktop.goto(f"{address}{GUIDE}#generative-models-facts")
    expect(desktop.locator("#generative-models-facts")).to_be_in_viewport()


def test_everything_is_there_without_scripts(without_scripts: Page, address: str) -> None:
    page = without_scripts
    page.goto(address + GUIDE)
    sheets = page.locator(".g-sheet > summary")
    for index in range(sheets.count()):
        sheets.nth(index).click()
    expect(page.locator(".g-sheet > ol > li:visible")).to_have_count(FACTS)
    answers = page.locator(".g-sheet .g-q > summary:visible")
    expect(answers).to_have_count(QUESTIONS)
    answers.last.click()
    expect(page.locator(".g-sheet .g-a").last).to_be_visible()


def test_units_show_their_progress_without_moving_anything(page: Page, address: str) -> None:
    page.goto(address + GUIDE)
    page.evaluate(TWO_UNITS)
    before = page.locator(".g-unit h2").evaluate_all(BOXES)
    # The bar of the whole course takes a line of its own.
    page.evaluate("document.querySelector('article > g-bar').style.display = 'none'")
    day = today(page)
    keep(page, {f"softmax/made-up-{number}": record(day + 9, s=40.0) for number in range(20)})
    page.evaluate("progress.changed()")
    expect(page.locator(".g-unit__head .g-bar")).to_have_count(2)
    expect(page.locator(".g-unit__head .g-legend").first).to_contain_text("Known 1")
    assert page.locator(".g-unit h2").evaluate_all(BOXES) == before
    assert violations(page, ".g-unit__head") == []


def test_paper_has_every_fact_and_question_and_then_all_answers(page: Page, address: str) -> None:
    page.goto(address + GUIDE)
    page.emulate_media(media="print")
    expect(page.locator(".g-sheet > ol > li:visible")).to_have_count(FACTS)
    questions, answers = page.locator(".g-q > summary:visible"), page.locator(".g-a:visible")
    expect(questions).to_have_count(QUESTIONS)
    expect(answers).to_have_count(QUESTIONS)
    heading = page.get_by_role("heading", name="Answers", exact=True)
    assert heading.evaluate("e => getComputedStyle(e).breakBefore") == "page"
    ((top, _),) = heading.evaluate_all(BOXES)
    assert max(bottom for _, bottom in questions.evaluate_all(BOXES)) <= top
    boxes = answers.evaluate_all(BOXES)
    assert all(top <= start < end for start, end in boxes)
    assert [start for start, _ in boxes] == sorted(start for start, _ in boxes)


def test_an_answer_on_paper_says_which_question_it_belongs_to(desktop: Page, address: str) -> None:
    desktop.goto(address + GUIDE)
    desktop.emulate_media(media="print")
    marks = "list => list.map((e) => getComputedStyle(e, '::before').content)"
    asked = desktop.locator(".g-q > summary").evaluate_all(marks)
    answered = desktop.locator(".g-a").evaluate_all(marks)
    assert set(asked) == {'counter(question) ". "'}
    assert answered[0] == 'counter(question) ". Supervised learning"'
    assert len(answered) == QUESTIONS


def test_paper_has_a_head_with_date_and_address_and_no_controls(page: Page, address: str) -> None:
    page.goto(address + GUIDE)
    page.emulate_media(media="print")
    imprint = page.locator(".g-imprint")
    expect(imprint).to_contain_text("checked")
    expect(page.locator(".g-on-paper")).to_be_visible()
    expect(page.locator(".g-on-paper")).to_contain_text(f"/{GUIDE}")
    around = "header, .g-side, .g-toc, footer, .g-src"
    gone = f"{around}, .g-drill, g-bar, g-mark, .g-fold__all, .g-tool, .g-sheet svg, .g-crumb"
    expect(page.locator(f":is({gone}):visible")).to_have_count(0)
    assert page.evaluate("getComputedStyle(document.documentElement).page") == "sheet"
    ink = "e => { const link = getComputedStyle(e); return [link.textDecorationLine, link.color] }"
    assert page.locator(".g-steps a").first.evaluate(ink) == ["none", "rgb(27, 29, 34)"]


def test_each_further_unit_starts_a_sheet_and_no_heading_ends_one(desktop: Page, address: str) -> None:
    desktop.goto(address + GUIDE)
    desktop.evaluate(TWO_UNITS)
    desktop.emulate_media(media="print")
    breaks = "list => list.map((e) => getComputedStyle(e).breakBefore)"
    assert desktop.locator(".g-unit__head").evaluate_all(breaks) == ["auto", "page"]
    after = "list => [...new Set(list.map((e) => getComputedStyle(e).breakAfter))]"
    heads = desktop.locator(".g-unit__head, .g-unit h3, .g-sheet > summary, .g-sheet h5")
    assert heads.evaluate_all(after) == ["avoid"]


def test_the_address_shows_on_paper_only(page: Page, address: str) -> None:
    page.goto(address + GUIDE)
    expect(page.locator(".g-on-paper")).to_be_hidden()
