"""In your own words: written, compared, ticked; never graded by the page."""

from __future__ import annotations

import pytest
from browsing import violations
from playwright.sync_api import Page, expect
from studying import OWN, TERM, keep, kept, panel, record

DRAFT = "@draft/minimax-loss/one-number"
WORDS = "The discriminator raises the value and the forger lowers it."


def test_words_are_compared_with_the_key_concepts(page: Page, address: str) -> None:
    page.goto(address + TERM)
    tool = panel(page, OWN)
    concepts = tool.get_by_role("checkbox")
    expect(concepts).to_have_count(0)
    assert violations(page, "g-deck") == []
    tool.locator("textarea").fill(WORDS)
    tool.get_by_role("button", name="Compare").click()
    expect(concepts).to_have_count(3)
    expect(concepts.first).to_be_focused()
    expect(tool.get_by_role("status")).to_have_text("Tick what your words say.")
    concepts.nth(0).check()
    concepts.nth(1).check()
    expect(tool.get_by_role("status")).to_have_text("You got 2 of 3 concepts. It comes back tomorrow.")
    assert violations(page, "g-deck") == []
    concepts.nth(2).check()
    expect(tool.get_by_role("status")).to_have_text("You got 3 of 3 concepts. It comes back in 2 days.")
    tool.get_by_role("button", name="Go on").click()
    expect(tool.locator(".g-done .g-say")).to_have_text("You got 3 of 3 concepts.")
    assert list(kept(page)) == ["minimax-loss/one-number"]
    assert kept(page)["minimax-loss/one-number"]["s"] == pytest.approx(2.3065)
    assert violations(page, "g-deck") == []


def test_the_page_asks_back_only_where_a_ticked_concept_is_not_heard(page: Page, address: str) -> None:
    page.goto(address + TERM)
    tool = panel(page, OWN)
    asks = tool.get_by_text("Which of your words say this?")
    tool.locator("textarea").fill(WORDS)
    tool.get_by_role("button", name="Compare").click()
    expect(asks.locator("visible=true")).to_have_count(0)
    tool.get_by_role("checkbox").nth(0).check()
    expect(asks.locator("visible=true")).to_have_count(0)
    tool.get_by_role("checkbox").nth(2).check()
    expect(asks.nth(2)).to_be_visible()
    tool.locator("textarea").press_sequentially(" What one gains, the other loses.")
    page.keyboard.press("Tab")
    expect(asks.nth(2)).not_to_be_visible()


def test_words_come_before_the_concepts_but_are_not_forced(desktop: Page, address: str) -> None:
    desktop.goto(address + TERM)
    tool = panel(desktop, OWN)
    tool.get_by_role("button", name="Compare").click()
    expect(tool.get_by_role("status")).to_have_text(
        "Write it first, if only a sentence: then there is something to compare."
    )
    expect(tool.locator("textarea")).to_be_focused()
    tool.get_by_role("button", name="Compare").click()
    expect(tool.get_by_role("checkbox")).to_have_count(3)


def test_a_draft_is_kept_at_every_key_until_it_is_emptied(desktop: Page, address: str) -> None:
    desktop.goto(address + TERM)
    panel(desktop, OWN).locator("textarea").press_sequentially("Two play")
    desktop.reload()
    expect(panel(desktop, OWN).locator("textarea")).to_have_value("Two play")
    panel(desktop, OWN).locator("textarea").fill("")
    assert kept(desktop) == {}


def test_a_second_tab_does_not_lose_the_draft_of_the_first(desktop: Page, address: str) -> None:
    desktop.goto(address + TERM)
    other = desktop.context.new_page()
    other.goto(address + TERM)
    panel(desktop, OWN)
    panel(other, OWN).locator("textarea").fill(WORDS)
    for _ in range(2):
        panel(desktop, OWN).get_by_role("button", name="Compare").click()
    panel(desktop, OWN).get_by_role("checkbox").first.check()
    assert kept(other)[DRAFT]["text"] == WORDS


def test_the_next_try_starts_from_nothing(desktop: Page, address: str) -> None:
    desktop.goto(address + TERM)
    tool = panel(desktop, OWN)
    tool.locator("textarea").fill(WORDS)
    tool.get_by_role("button", name="Compare").click()
    tool.get_by_role("button", name="Go on").click()
    assert DRAFT not in kept(desktop)
    tool.get_by_role("button", name="Try again").click()
    expect(tool.locator("textarea")).to_have_value("")
    expect(tool.locator("textarea")).to_be_focused()


def test_forgetting_takes_the_words_along(desktop: Page, address: str) -> None:
    desktop.goto(address + TERM)
    keep(desktop, {"minimax-loss/one-number": record(9), DRAFT: {"text": WORDS, "at": 1}})
    tool = panel(desktop, OWN)
    tool.get_by_role("button", name="Compare").click()
    tool.get_by_role("button", name="Forget this item").click()
    assert kept(desktop) == {}
    expect(tool.locator("textarea")).to_have_value("")


def test_the_hint_is_shown_on_demand(page: Page, address: str) -> None:
    page.goto(address + TERM)
    tool = panel(page, OWN)
    expect(tool.get_by_text("think of a tug of war")).not_to_be_visible()
    tool.get_by_text("Hint").click()
    expect(tool.get_by_text("think of a tug of war")).to_be_visible()


@pytest.mark.parametrize(
    ("words", "expression", "heard"),
    [
        ("The discriminator wins", "discriminator", True),
        ("THE DISCRIMINATOR!", "discriminator", True),
        ("two discriminators", "discriminator", False),
        ("it raises V", "rais*|up", True),
        ("it goes up", "rais*|up", True),
        ("an upper bound", "rais*|up", False),
        ("the judge raises it", "judge|critic + rais*", True),
        ("the judge sleeps", "judge|critic + rais*", False),
        ("a zero-sum game", "zero sum", True),
        ("a zero sum game", "zero-sum", True),
        ("zero is the sum", "zero sum", False),
        ("it doesn’t learn", "doesn't learn", True),
        ("Größe", "größe", True),
        ("a.b (c) [d] $^ \\", "e", False),
        ("", "up", False),
        ("anything", "", True),
    ],
)
def test_what_is_heard(desktop: Page, address: str, words: str, expression: str, heard: bool) -> None:
    desktop.goto(address + TERM)
    assert desktop.evaluate("([words, expression]) => heard(words, expression)", [words, expression]) is heard
