"""Quiz questions: chosen, submitted with confidence, explained option by option."""

from __future__ import annotations

import re

import pytest
from browsing import violations
from playwright.sync_api import Locator, Page, expect
from studying import QUIZ, TERM, answer_quiz, current, kept, panel, today

# The first memory of an item after hard, good and again: the initial stabilities of FSRS-6.
HARD, GOOD, AGAIN = 1.2931, 2.3065, 0.212


def order(item: Locator) -> list[str]:
    return [str(value) for value in item.locator("input").evaluate_all("list => list.map((input) => input.value)")]


@pytest.mark.parametrize(
    ("right", "sure", "said", "stability"),
    [
        (True, True, "Right. You were sure, so it comes back in 2 days.", GOOD),
        (True, False, "Right. You were guessing, so it comes back tomorrow.", HARD),
        (False, True, "Not this one. You were sure, so read why. It comes back later today.", AGAIN),
        (False, False, "Not this one. It comes back later today.", AGAIN),
    ],
)
def test_an_answer_is_graded_by_right_and_sure(
    page: Page, address: str, right: bool, sure: bool, said: str, stability: float
) -> None:
    page.goto(address + TERM)
    deck = panel(page, QUIZ)
    question = current(deck)
    answer_quiz(question, right=right, sure=sure)
    expect(question.get_by_role("status")).to_have_text(said)
    expect(question.get_by_role("status")).to_be_in_viewport()
    (record,) = kept(page).values()
    assert record["s"] == stability
    assert record["t"] == today(page)
    assert violations(page, "g-deck") == []


def test_every_option_says_in_words_and_signs_what_it_is(page: Page, address: str) -> None:
    page.goto(address + TERM)
    question = current(panel(page, QUIZ))
    answer_quiz(question, right=False, sure=True)
    expect(question.locator(".is-right .g-opt__tag")).to_have_text("Right answer")
    expect(question.locator(".is-wrong .g-opt__tag")).to_have_text("Your answer, wrong")
    expect(question.locator(".g-opt__tag", has_text=re.compile("^Wrong$"))).to_have_count(2)
    expect(question.locator(".g-opt > svg")).to_have_count(4)
    reasons = question.locator(".g-opt .g-opt__why")
    expect(reasons).to_have_count(4)
    assert all(text.strip() for text in reasons.all_inner_texts())
    expect(question.locator("g-quiz > .g-end")).to_be_visible()
    expect(question.locator("input:visible")).to_have_count(0)


def test_reasons_stand_with_the_option_they_are_about(desktop: Page, address: str) -> None:
    desktop.goto(address + TERM)
    question = current(panel(desktop, QUIZ))
    reasons = question.locator(".g-whys .g-opt__why").all_text_contents()
    answer_quiz(question, right=True, sure=True)
    for option in question.locator(".g-opt").all():
        number = int(option.locator("input").get_attribute("value") or "")
        assert option.locator(".g-opt__why").text_content() == reasons[number]


def test_an_answer_must_be_chosen_first(page: Page, address: str) -> None:
    page.goto(address + TERM)
    question = current(panel(page, QUIZ))
    question.get_by_role("button", name="I am sure").click()
    expect(question.get_by_role("status")).to_have_text("Choose an answer first.")
    expect(question.locator("input").first).to_be_focused()
    assert kept(page) == {}
    assert violations(page, "g-deck") == []
    question.locator("input").first.check()
    expect(question.get_by_role("status")).to_be_empty()


def test_a_question_is_answered_by_keyboard(page: Page, address: str) -> None:
    page.goto(address + TERM)
    deck = panel(page, QUIZ)
    current(deck).locator("input").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(current(deck).get_by_role("button", name="I am guessing")).to_be_focused()
    page.keyboard.press("Enter")
    expect(current(deck).get_by_role("button", name="Next")).to_be_focused()
    page.keyboard.press("Enter")
    expect(deck.locator(".g-study__head .g-note")).to_have_text("2 of 5")
    expect(current(deck).locator("input").first).to_be_focused()
    expect(current(deck).locator("input:checked")).to_have_count(0)


def test_the_order_of_options_stays_until_the_next_try(desktop: Page, address: str) -> None:
    def orders() -> list[list[str]]:
        desktop.goto(address + TERM)
        deck = panel(desktop, QUIZ)
        found = []
        for _ in range(5):
            found.append(order(current(deck)))
            answer_quiz(current(deck), right=True, sure=True)
            assert order(current(deck)) == found[-1]
            current(deck).get_by_role("button", name="Next").click()
        return found

    desktop.goto(address + TERM)
    first = order(current(panel(desktop, QUIZ)))
    desktop.reload()
    assert order(current(panel(desktop, QUIZ))) == first
    before, after = orders(), orders()
    assert before[0] == first
    assert before != after


def test_numeric_options_stay_ascending(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}{TERM}#compute-v")
    question = desktop.locator("#compute-v")
    expect(question).to_be_visible()
    assert question.locator(".g-opt").all_inner_texts() == ["−1.139", "−0.734", "−0.367", "+0.734"]


def test_a_round_ends_with_its_result_and_starts_anew(page: Page, address: str) -> None:
    page.goto(address + TERM)
    deck = panel(page, QUIZ)
    for right, sure in ((True, True), (True, False), (False, True), (False, False), (True, True)):
        answer_quiz(current(deck), right=right, sure=sure)
        current(deck).get_by_role("button", name="Next").click()
    expect(deck.locator(".g-done .g-say")).to_have_text("You got 3 of 5 right, 1 by guessing.")
    # What the head of the page covers would count as too small.
    deck.evaluate("(deck) => deck.scrollIntoView({ block: 'center' })")
    assert violations(page, "g-deck") == []
    deck.get_by_role("button", name="Try again").click()
    expect(deck.locator(".g-study__head .g-note")).to_have_text("1 of 5")
    expect(current(deck).locator("input:visible")).to_have_count(4)
    expect(current(deck).get_by_role("status")).to_be_empty()
    expect(current(deck).locator(".g-opt__why:visible")).to_have_count(0)


def test_an_answer_is_forgotten(desktop: Page, address: str) -> None:
    desktop.goto(address + TERM)
    question = current(panel(desktop, QUIZ))
    answer_quiz(question, right=True, sure=True)
    question.get_by_role("button", name="Forget this item").click()
    assert kept(desktop) == {}
    expect(question.locator("input:visible")).to_have_count(4)
