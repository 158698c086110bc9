"""Flashcards: turned and graded with the pointer or the keyboard, one at a time, by level."""

from __future__ import annotations

import pytest
from browsing import violations, watch
from playwright.sync_api import Page, expect
from studying import CARDS, TERM, answer_card, current, kept, panel


def test_a_card_is_turned_and_graded_by_pointer(page: Page, address: str) -> None:
    page.goto(address + TERM)
    deck = panel(page, CARDS)
    expect(deck.locator(".g-study__head .g-note")).to_have_text("1 of 8")
    card = current(deck)
    expect(card).to_have_count(1)
    expect(card.locator(".g-level")).to_have_text("Beginner")
    expect(card.locator(".g-a")).not_to_be_visible()
    assert violations(page, "g-deck") == []
    card.get_by_text("Show answer").click()
    expect(card.locator(".g-a")).to_be_visible()
    expect(card.get_by_role("button", name="Again")).to_contain_text("later today")
    expect(card.get_by_role("button", name="Good")).to_contain_text("in 2 days")
    assert violations(page, "g-deck") == []
    question = card.locator(".g-face").inner_text()
    card.get_by_role("button", name="Good").click()
    expect(deck.locator(".g-study__head .g-note")).to_have_text("2 of 8")
    assert current(deck).locator(".g-face").inner_text() != question
    (record,) = kept(page).values()
    assert (record["due"] - record["t"], record["n"]) == (2, 1)


def test_a_card_is_turned_and_graded_by_keyboard(page: Page, address: str) -> None:
    page.goto(address + TERM)
    deck = panel(page, CARDS)
    current(deck).locator("summary").focus()
    page.keyboard.press("1")
    assert kept(page) == {}
    page.keyboard.press("Enter")
    expect(current(deck).locator(".g-a")).to_be_visible()
    page.keyboard.press("1")
    expect(deck.locator(".g-study__head .g-note")).to_have_text("2 of 8")
    expect(current(deck).locator("summary")).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("2")
    due = [record["due"] - record["t"] for record in kept(page).values()]
    assert sorted(due) == [0, 2]


def test_the_keys_of_a_card_do_nothing_outside_it(desktop: Page, address: str) -> None:
    desktop.goto(address + TERM)
    deck = panel(desktop, CARDS)
    current(deck).locator("summary").click()
    deck.get_by_role("button", name="All 8").focus()
    desktop.keyboard.press("1")
    desktop.keyboard.press("2")
    expect(current(deck).locator(".g-a")).to_be_visible()
    assert kept(desktop) == {}


def test_only_the_cards_of_a_level_are_asked(page: Page, address: str) -> None:
    page.goto(address + TERM)
    deck = panel(page, CARDS)
    deck.get_by_role("button", name="Advanced 2").click()
    expect(deck.get_by_role("button", name="Advanced 2")).to_have_attribute("aria-pressed", "true")
    expect(deck.locator(".g-study__head .g-note")).to_have_text("1 of 2")
    expect(current(deck).locator(".g-level")).to_have_text("Advanced")


def test_a_round_ends_with_its_result_and_starts_anew(page: Page, address: str) -> None:
    page.goto(address + TERM)
    deck = panel(page, CARDS)
    deck.get_by_role("button", name="Intermediate 3").click()
    for grade in ("Good", "Again", "Good"):
        answer_card(current(deck), grade)
    expect(deck.locator(".g-done .g-say")).to_have_text("You got 2 of 3 right.")
    expect(deck.locator(".g-done .g-say")).to_be_focused()
    assert violations(page, "g-deck") == []
    deck.get_by_role("button", name="Try again").click()
    expect(deck.locator(".g-study__head .g-note")).to_have_text("1 of 3")
    expect(current(deck).locator("summary")).to_be_focused()
    expect(current(deck).locator(".g-a")).not_to_be_visible()


def test_an_item_is_forgotten(desktop: Page, address: str) -> None:
    desktop.goto(address + TERM)
    deck = panel(desktop, CARDS)
    deck.get_by_role("button", name="Advanced 2").click()
    for _ in range(2):
        answer_card(current(deck), "Good")
    deck.get_by_role("button", name="Try again").click()
    current(deck).locator("summary").click()
    current(deck).get_by_role("button", name="Forget this item").click()
    assert len(kept(desktop)) == 1
    expect(desktop.locator(".g-notice")).to_contain_text("Forgotten: this item counts as new.")
    expect(current(deck).locator("summary")).to_be_focused()
    desktop.locator(".g-notice").get_by_role("button", name="Close").click()
    expect(desktop.locator(".g-notice")).to_be_empty()
    expect(desktop.locator("#g-content")).to_be_focused()


def test_a_link_to_a_card_opens_the_deck_at_it(desktop: Page, address: str) -> None:
    desktop.goto(address + TERM)
    anchors = desktop.locator("g-deck").first.locator(".g-item").evaluate_all("list => list.map((item) => item.id)")
    desktop.goto(f"{address}{TERM}#{anchors[4]}")
    desktop.reload()
    expect(desktop.locator(f"#{anchors[4]}")).to_be_visible()
    expect(desktop.locator("g-deck").first.locator(".g-study__head .g-note")).to_have_text("5 of 8")
    desktop.evaluate("anchor => (location.hash = anchor)", anchors[1])
    expect(desktop.locator(f"#{anchors[1]}")).to_be_visible()


def test_nothing_is_done_or_fetched_before_a_panel_comes_near(desktop: Page, address: str) -> None:
    seen = watch(desktop)
    desktop.add_init_script(
        "const set = Storage.prototype.setItem; window.written = [];"
        "Storage.prototype.setItem = function (name, value) { written.push(name); set.call(this, name, value); }"
    )
    desktop.goto(address + TERM, wait_until="networkidle")
    assert desktop.locator("g-deck[data-on]").count() == 0
    assert [name for name in desktop.evaluate("written") if name.startswith("study")] == []
    assert [url for url in seen.requests if "/study/" in url] == []


def test_a_deck_that_has_not_started_looks_as_it_will(desktop: Page, address: str) -> None:
    desktop.goto(address + TERM)
    deck = desktop.locator("g-deck").first
    assert deck.get_attribute("data-on") is None
    assert deck.locator(".g-item").evaluate_all("list => list.filter((e) => e.getClientRects().length).length") == 1


@pytest.mark.parametrize("anchor", ["quiz", "sources", "one-number"])
def test_a_page_opened_at_an_anchor_does_not_jump(page: Page, address: str, anchor: str) -> None:
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver((list) => list.getEntries().forEach((e) => (shift += e.value)))"
        ".observe({ type: 'layout-shift', buffered: true })"
    )
    page.goto(f"{address}{TERM}#{anchor}", wait_until="networkidle")
    page.wait_for_timeout(300)
    assert page.evaluate("shift") < 0.05


def test_a_panel_that_is_moved_counts_an_answer_once(desktop: Page, address: str) -> None:
    desktop.goto(address + TERM)
    deck = panel(desktop, CARDS)
    desktop.evaluate("const deck = document.querySelector('g-deck'); deck.parentElement.insertBefore(deck, deck)")
    answer_card(current(deck), "Good")
    expect(deck.locator(".g-study__head .g-note")).to_have_text("2 of 8")
