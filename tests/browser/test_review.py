"""The review page: what is due, sittings, decks and quizzes, and what came of them."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from browsing import violations, watch
from playwright.sync_api import Locator, Page, expect
from studying import COURSE, REVIEW, answer_card, answer_quiz, current, keep, kept, lead, record, today

UNIT = f"courses/{COURSE}/generative-models"


def answer(item: Locator, *, right: bool) -> None:
    """Answer whatever item is shown."""
    tool = item.locator("> *").first.evaluate("element => element.localName")
    if tool == "g-card":
        answer_card(item, "Good" if right else "Again")
    elif tool == "g-quiz":
        answer_quiz(item, right=right, sure=True)
        item.get_by_role("button", name="Next").click()
    else:
        item.locator("textarea").fill("In my words")
        item.get_by_role("button", name="Compare").click()
        for box in item.get_by_role("checkbox").all() if right else ():
            box.check()
        item.get_by_role("button", name="Go on").click()


def test_an_empty_review_says_how_it_fills(page: Page, address: str) -> None:
    page.goto(address + REVIEW)
    expect(lead(page)).to_contain_text("What you answer on any term page comes back here")
    expect(page.get_by_role("button", name="Start")).not_to_be_visible()
    expect(page.locator("[data-due]:visible")).to_have_count(0)
    assert violations(page) == []


def test_a_course_that_is_followed_brings_new_items(page: Page, address: str) -> None:
    page.goto(address + REVIEW)
    follow = page.get_by_role("button", name="Follow this course : Neural networks and fuzzy systems", exact=True)
    follow.click()
    expect(follow).to_have_attribute("aria-pressed", "true")
    expect(lead(page)).to_contain_text("10 new items can begin: about 5 minutes")
    expect(page.locator("[data-view=overview] .g-rows > li").first).to_have_text("Supervised learning3 items")
    assert violations(page) == []
    follow.click()
    expect(lead(page)).to_contain_text("What you answer on any term page comes back here")


def test_a_sitting_is_answered_to_its_end(page: Page, address: str) -> None:
    page.goto(address + REVIEW)
    now = today(page)
    keep(page, {f"minimax-loss/{item}": record(now) for item in ("card-term", "compute-v", "one-number", "v-fell")})
    keep(page, {"generator/gone": record(now), "softmax/later": record(now + 2)})
    page.reload()
    expect(lead(page)).to_have_text("4 items due today: about 2 minutes, and then you are done.")
    page.get_by_role("button", name="Start").click()
    deck = page.locator("g-deck")
    expect(deck.locator(".g-study__head .g-note")).to_have_text("1 of 4")
    assert violations(page) == []
    for number in range(4):
        answer(current(deck), right=number > 0)
    expect(page.get_by_role("heading", name="Done for now")).to_be_focused()
    expect(lead(page)).to_have_text("You got 3 of 4 right. 1 item will come back later today.")
    expect(page.locator("[data-view=done] .g-rows a")).to_have_text("Minimax loss1 item")
    assert violations(page) == []
    page.get_by_role("button", name="Go on").click()
    expect(lead(page)).to_have_text("1 item due today: about 1 minute, and then you are done.")


def test_a_sitting_holds_no_more_than_twenty(desktop: Page, address: str) -> None:
    desktop.goto(address + REVIEW)
    keys = desktop.evaluate("[...sitting.catalogue(studyIndex).keys()].slice(0, 60)")
    keep(desktop, {key: record(today(desktop)) for key in keys})
    desktop.reload()
    expect(lead(desktop)).to_contain_text("20 items due today: about 10 minutes")
    expect(desktop.locator(".g-top .g-count")).to_have_text("20+ due today")
    desktop.get_by_role("button", name="Start").click()
    expect(desktop.locator("g-deck .g-item")).to_have_count(20)
    terms = desktop.locator("g-deck .g-item > *:first-child").evaluate_all(
        "list => list.map((tool) => tool.getAttribute('key').split('/')[0])"
    )
    assert all(before != after for before, after in pairwise(terms))


def test_a_sitting_may_stop_at_any_time_and_what_is_answered_is_kept(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}{REVIEW}?cards={UNIT}")
    desktop.get_by_role("button", name="Beginner").click()
    expect(current(desktop.locator("g-deck")).locator("summary")).to_be_focused()
    answer_card(current(desktop.locator("g-deck")), "Good")
    desktop.get_by_role("button", name="Stop here").click()
    expect(lead(desktop)).to_have_text("You got 1 of 1 right.")
    assert len(kept(desktop)) == 1


def test_items_link_to_where_they_come_from(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}{REVIEW}?cards={UNIT}")
    desktop.get_by_role("button", name="All").click()
    item = current(desktop.locator("g-deck"))
    key = item.locator("g-card").get_attribute("key") or ""
    assert item.locator(".g-from a").evaluate("link => link.href") == f"{address}terms/{key.split('/')[0]}/"


def test_links_and_pictures_within_items_are_those_of_the_page_of_the_term(desktop: Page, address: str) -> None:
    desktop.goto(address + REVIEW)
    desktop.evaluate(
        """() => {
          globalThis.studyItems = { softmax: { x: '<g-card key="softmax/x"><details><summary>Q</summary>'
            + '<a href="../sigmoid/#formula">a</a><img src="../../assets/favicon.svg"></details></g-card>' } };
          globalThis.made = item("softmax/x");
        }"""
    )
    assert desktop.evaluate("made.querySelector('a').href") == f"{address}terms/sigmoid/#formula"
    assert desktop.evaluate("made.querySelector('img').src") == f"{address}assets/favicon.svg"


@pytest.mark.parametrize("count", [5, 10, 20])
def test_a_quiz_is_drawn_across_the_terms_of_a_course(page: Page, address: str, count: int) -> None:
    page.goto(f"{address}courses/{COURSE}/")
    page.locator("div.g-drill").get_by_role("link", name="Quiz me").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Quiz: Neural networks and fuzzy systems")
    assert violations(page) == []
    page.get_by_role("button", name=f"{count} questions").click()
    deck = page.locator("g-deck")
    expect(deck.locator(".g-item")).to_have_count(count)
    keys = deck.locator("g-quiz").evaluate_all("list => list.map((quiz) => quiz.getAttribute('key'))")
    assert len({key.split("/")[0] for key in keys}) == count


def test_a_quiz_ends_with_the_terms_to_revisit(page: Page, address: str) -> None:
    page.goto(f"{address}{REVIEW}?quiz={UNIT}&n=5")
    deck = page.locator("g-deck")
    expect(deck.locator(".g-item")).to_have_count(5)
    for right, sure in ((True, True), (False, True), (True, False), (True, True), (True, True)):
        answer_quiz(current(deck), right=right, sure=sure)
        current(deck).get_by_role("button", name="Next").click()
    expect(lead(page)).to_have_text("You got 4 of 5 right, 1 by guessing. 1 item will come back later today.")
    expect(page.locator("[data-view=done] .g-rows a")).to_have_count(2)
    assert violations(page) == []
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("button", name="10 questions")).to_be_visible()
    page.locator("[data-view=choice]").get_by_role("link").click()
    assert page.url == f"{address}courses/{COURSE}/"


def test_a_topic_has_a_deck(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}topics/training/")
    desktop.get_by_role("link", name="Flashcards").click()
    expect(desktop.get_by_role("heading", level=1)).to_have_text("Flashcards: Training")
    desktop.get_by_role("button", name="Advanced").click()
    expect(current(desktop.locator("g-deck")).locator(".g-level")).to_have_text("Advanced")


@pytest.mark.parametrize("deck", ["courses/none", "constructor", "__proto__", ""])
def test_an_address_that_names_no_deck_shows_the_overview(desktop: Page, address: str, deck: str) -> None:
    seen = watch(desktop)
    desktop.goto(f"{address}{REVIEW}?quiz={deck}&n=x")
    expect(desktop.get_by_role("heading", level=1)).to_have_text("Review")
    assert seen.errors == []


def test_questions_that_cannot_be_fetched_are_said(desktop: Page, address: str) -> None:
    desktop.route("**/study/*.js", lambda route: route.abort())
    desktop.goto(f"{address}{REVIEW}?quiz={UNIT}&n=5")
    expect(desktop.get_by_text("The questions could not be fetched.")).to_be_visible()


def test_the_week_ahead_is_told_without_debt(desktop: Page, address: str) -> None:
    desktop.goto(address + REVIEW)
    now = today(desktop)
    keep(desktop, {"minimax-loss/card-term": record(now + 1), "minimax-loss/compute-v": record(now + 40, t=now)})
    desktop.reload()
    expect(desktop.locator("[data-week]")).to_have_text("1 item more in the seven days after today.")
    expect(lead(desktop)).to_have_text("Nothing is due today. Come back tomorrow, or read something new.")


def test_without_scripts_the_review_leads_to_the_terms(without_scripts: Page, address: str) -> None:
    without_scripts.goto(address + REVIEW)
    expect(without_scripts.get_by_text("needs scripts for that")).to_be_visible()
    expect(without_scripts.get_by_role("link", name="see all terms")).to_be_visible()
    expect(without_scripts.get_by_role("button", name="Export")).not_to_be_visible()


def test_a_level_without_cards_is_not_offered(desktop: Page, address: str) -> None:
    desktop.goto(address + REVIEW)
    desktop.evaluate("for (const term of Object.values(studyIndex.terms)) { term.cards[1] = ''; term.quiz = '' }")
    desktop.evaluate(
        "deck => document.querySelector('g-review').cards(deck, 'Flashcards')", f"courses/{COURSE}/generative-models"
    )
    buttons = desktop.locator("[data-view=choice]").get_by_role("button")
    expect(buttons).to_have_count(3)
    desktop.evaluate("deck => document.querySelector('g-review').quiz(deck, 'Quiz')", UNIT)
    expect(lead(desktop)).to_have_text("There is nothing here yet.")
    expect(buttons).to_have_count(0)


def test_an_overview_left_open_overnight_shows_the_new_day(desktop: Page, address: str) -> None:
    evening = datetime(2026, 11, 21, 22)  # noqa: DTZ001 - the learner's own clock
    desktop.clock.set_fixed_time(evening)
    desktop.goto(address + REVIEW)
    keep(desktop, {"minimax-loss/card-term": record(today(desktop) + 1)})
    desktop.reload()
    expect(desktop.get_by_role("button", name="Start")).not_to_be_visible()
    desktop.clock.set_fixed_time(evening + timedelta(hours=10))
    desktop.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(desktop.get_by_role("button", name="Start")).to_be_visible()


def test_a_sitting_on_paper_has_its_answers_apart(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}{REVIEW}?quiz={UNIT}&n=5")
    expect(desktop.locator("g-deck .g-item")).to_have_count(5)
    desktop.emulate_media(media="print")
    expect(desktop.get_by_role("button", name="Stop here")).not_to_be_visible()
    tops = "list => list.map((element) => element.getBoundingClientRect().top)"
    questions = desktop.locator(".g-ask").evaluate_all(tops)
    answers = desktop.locator("g-quiz .g-a").evaluate_all(tops)
    assert len(questions) == len(answers) == 5
    assert max(questions) < min(answers)


def test_what_has_the_focus_keeps_it_while_nothing_changes(desktop: Page, address: str) -> None:
    desktop.goto(address + REVIEW)
    keep(desktop, {"minimax-loss/card-term": record(today(desktop))})
    desktop.reload()
    desktop.locator("[data-view=overview] .g-rows a").focus()
    desktop.evaluate("progress.changed()")
    expect(desktop.locator("[data-view=overview] .g-rows a")).to_be_focused()


def test_the_way_back_from_a_sitting_has_the_focus(desktop: Page, address: str) -> None:
    desktop.goto(address + REVIEW)
    keep(desktop, {"minimax-loss/card-term": record(today(desktop))})
    desktop.reload()
    desktop.get_by_role("button", name="Start").click()
    answer_card(current(desktop.locator("g-deck")), "Good")
    desktop.get_by_role("button", name="Go on").click()
    expect(desktop.get_by_role("heading", level=1)).to_be_focused()
