"""What is kept stays safe whatever happens to the browser's storage, the clock, a file or the site."""

from __future__ import annotations

import json
import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from browsing import violations, watch
from playwright.sync_api import Page, Route, expect
from studying import (
    CARDS,
    KEY,
    REVIEW,
    TERM,
    answer_card,
    bring,
    current,
    exported,
    file_of,
    keep,
    kept,
    lead,
    panel,
    record,
    today,
)

# Of the same origin, but without a script that would look at what is kept.
NO_PAGE = "assets/favicon.svg"
BLOCKED = """Object.defineProperty(window, "localStorage", {
  configurable: true, get() { throw new DOMException("denied", "SecurityError") },
})"""
# Leaves less room than an answer needs.
FILL = """() => {
  let size = 4_000_000;
  for (let part = 0; size > 20; ) {
    try { localStorage.setItem(`fill${part++}`, "x".repeat(size)); } catch { size = Math.floor(size / 2); }
  }
}"""


def test_storage_is_blocked(page: Page, address: str) -> None:
    seen = watch(page)
    page.add_init_script(BLOCKED)
    page.goto(address + TERM)
    deck = panel(page, CARDS)
    answer_card(current(deck), "Good")
    notice = page.locator(".g-notice")
    expect(notice).to_contain_text("This browser keeps no data for this site")
    assert violations(page) == []
    page.evaluate("page.notice('Another')")
    expect(notice.locator("p")).to_have_count(2)
    notice.get_by_role("button", name="Close").first.click()
    expect(notice).to_have_text("AnotherClose")
    answer_card(current(deck), "Again")
    expect(notice.locator("p")).to_have_count(1)
    assert len(exported(page)["values"]) == 2
    expect(page.locator("main g-mark, .g-top .g-count").first).to_be_attached()
    assert seen.errors == []


def test_what_memory_holds_can_be_exported_at_once(desktop: Page, address: str) -> None:
    desktop.add_init_script(BLOCKED)
    desktop.goto(address + TERM)
    answer_card(current(panel(desktop, CARDS)), "Good")
    with desktop.expect_download() as download:
        desktop.locator(".g-notice").get_by_role("button", name="Export").click()
    values = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))["values"]
    assert len(values) == 1


def test_storage_is_full(desktop: Page, address: str) -> None:
    seen = watch(desktop)
    desktop.goto(address + TERM)
    keep(desktop, {"a/kept": record(today(desktop))})
    desktop.evaluate(FILL)
    deck = panel(desktop, CARDS)
    answer_card(current(deck), "Good")
    expect(desktop.locator(".g-notice")).to_contain_text("The storage of this browser is full")
    assert len(exported(desktop)["values"]) == 2
    desktop.evaluate(
        "Object.keys(localStorage).filter((k) => k.startsWith('fill')).forEach((k) => localStorage.removeItem(k))"
    )
    answer_card(current(deck), "Good")
    assert len(exported(desktop)["values"]) == 3
    assert seen.errors == []


@pytest.mark.parametrize(
    "damage",
    [
        "",
        '{"s":',
        "null",
        "[]",
        "5",
        '{"s":"x","d":5,"t":1,"due":1,"n":1,"at":1}',
        '{"s":1e999,"d":5,"t":1,"due":1,"n":1,"at":1}',
        '{"s":1,"d":50,"t":1,"due":1,"n":1,"at":1}',
        '{"s":1,"d":5,"t":1.5,"due":1,"n":1,"at":1}',
        '{"s":1,"d":5,"t":1,"due":1,"n":1}',
    ],
)
def test_an_item_is_corrupted(desktop: Page, address: str, damage: str) -> None:
    # A page without an icon of its own makes the browser ask for one.
    desktop.route("**/favicon.ico", lambda route: route.fulfill(status=204))
    seen = watch(desktop)
    desktop.goto(address + NO_PAGE)
    keep(desktop, {KEY: damage, "minimax-loss/compute-v": record(9)})
    desktop.goto(address + REVIEW)
    expect(lead(desktop)).to_contain_text("1 item due today")
    expect(desktop.locator(".g-notice")).to_contain_text("Something kept in this browser could not be read.")
    assert desktop.evaluate("localStorage.getItem('study:/:@broken/minimax-loss/card-term')") == damage
    assert list(exported(desktop)["values"]) == ["minimax-loss/compute-v"]
    desktop.reload()
    expect(lead(desktop)).to_contain_text("1 item due today")
    expect(desktop.locator(".g-notice")).to_be_empty()
    assert seen.errors == []


def test_two_tabs_write(desktop: Page, address: str) -> None:
    desktop.goto(address + TERM)
    other = desktop.context.new_page()
    other.goto(address + TERM)
    answer_card(current(panel(desktop, CARDS)), "Again")
    expect(other.locator(".g-top .g-count")).to_have_text("1 due today")
    deck = panel(other, CARDS)
    answer_card(current(deck), "Good")
    answer_card(current(deck), "Again")
    # The browser carries a write from one tab to the other in its own time.
    desktop.wait_for_function("progress.records().size === 2", polling=100)
    records = kept(desktop)
    assert sorted(value["n"] for value in records.values()) == [1, 2]
    assert records == kept(other)
    expect(desktop.locator(".g-top .g-count")).to_have_text("1 due today")
    other.goto(address + REVIEW)
    for _ in range(2):
        answer_card(current(panel(desktop, CARDS)), "Again")
    expect(lead(other)).to_contain_text("2 items due today")


GOOD_VALUE = {"s": 3, "d": 5, "t": 1, "due": 1, "n": 1, "at": 1}
NO_JSON = "This file cannot be read: it is damaged, or no progress file."
FOREIGN = "This is not a progress file of a study glossary."


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("not JSON", NO_JSON),
        ("", NO_JSON),
        ("null", FOREIGN),
        ('{"format": "anki", "values": {}}', FOREIGN),
        ('{"format": "study-progress", "version": 1}', FOREIGN),
        ('{"format": "study-progress", "values": {}}', FOREIGN),
        (
            file_of({}, version=2),
            "This file comes from a newer version of the glossary: reload the page.",
        ),
        (file_of({"a/b": {"s": 1}, "a/c": 7}), "This file is damaged: 2 of its 2 parts cannot be read."),
        (file_of({"a/b": GOOD_VALUE, "@x": {"on": True}}), "This file is damaged: 1 of its 2 parts cannot be read."),
        (file_of({"a/b c": GOOD_VALUE}), "This file is damaged: 1 of its 1 part cannot be read."),
        (file_of({"__proto__": GOOD_VALUE}), "This file is damaged: 1 of its 1 part cannot be read."),
    ],
)
def test_a_foreign_or_damaged_file_is_imported(
    desktop: Page, address: str, tmp_path: Path, text: str, reason: str
) -> None:
    seen = watch(desktop)
    desktop.goto(address + REVIEW)
    keep(desktop, {KEY: record(today(desktop))})
    before = kept(desktop)
    bring(desktop, tmp_path, text)
    expect(desktop.locator("g-keep [role=status]")).to_have_text(f"{reason} Nothing was imported.")
    assert kept(desktop) == before
    assert seen.errors == []


def test_the_clock_is_set_back_a_day(desktop: Page, address: str) -> None:
    seen = watch(desktop)
    now = datetime(2026, 11, 21, 12)  # noqa: DTZ001 - the learner's own clock
    desktop.clock.set_fixed_time(now)
    desktop.goto(address + TERM)
    deck = panel(desktop, CARDS)
    answer_card(current(deck), "Good")
    answer_card(current(deck), "Again")
    day = today(desktop)
    desktop.clock.set_fixed_time(now - timedelta(days=1))
    desktop.goto(address + REVIEW)
    assert today(desktop) == day - 1
    expect(lead(desktop)).to_contain_text("1 item due today")
    expect(desktop.locator("[data-week]")).to_contain_text("1 item more")
    desktop.get_by_role("button", name="Start").click()
    answer_card(current(desktop.locator("g-deck")), "Good")
    assert sorted(value["t"] for value in kept(desktop).values()) == [day - 1, day]
    assert seen.errors == []


def test_a_clock_that_was_far_ahead_does_not_postpone_for_years(desktop: Page, address: str) -> None:
    desktop.goto(address + REVIEW)
    now = today(desktop)
    keep(desktop, {KEY: record(now + 20_002, t=now + 20_000)})
    assert desktop.evaluate("key => progress.dueDay(progress.get(key))", KEY) == now + 2


def test_two_tabs_of_different_days_of_the_site_do_not_chase_each_other(desktop: Page, address: str) -> None:
    desktop.goto(address + NO_PAGE)
    keep(desktop, {KEY: record(9), "minimax-loss/compute-v": record(9)})
    desktop.goto(address + REVIEW)
    other = desktop.context.new_page()
    other.route("**/review/index.js", lambda route: route.fulfill(body=older(route)))
    other.goto(address + REVIEW)
    expect(lead(other)).to_contain_text("1 item due today")
    desktop.evaluate("globalThis.heard = 0; addEventListener('storage', () => heard++)")
    other.evaluate("progress.grade('minimax-loss/v-fell', 1)")
    desktop.wait_for_timeout(500)
    assert desktop.evaluate("heard") <= 2


def older(route: Route) -> str:
    """Return the study index as it was before the card was written."""
    text = route.fetch().text()
    assert "card-term" in text
    return text.replace("card-term", "")


def test_an_item_is_gone_from_the_site(desktop: Page, address: str) -> None:
    seen = watch(desktop)
    desktop.goto(address + REVIEW)
    gone = {"minimax-loss/no-such-item": record(today(desktop)), "no-such-term/item": record(today(desktop))}
    keep(desktop, {**gone, KEY: record(today(desktop))})
    desktop.reload()
    expect(lead(desktop)).to_contain_text("1 item due today")
    desktop.goto(address + TERM)
    expect(desktop.locator(".g-top .g-count")).to_have_text("1 due today")
    assert {**kept_items(desktop)} == {**gone, KEY: kept_items(desktop)[KEY]}
    assert set(exported(desktop)["values"]) == {*gone, KEY}
    desktop.goto(address + REVIEW)
    desktop.get_by_role("button", name="Start").click()
    expect(desktop.locator("g-deck .g-item")).to_have_count(1)
    assert seen.errors == []


def kept_items(page: Page) -> dict[str, Any]:
    """Return the records of items, without what else is kept."""
    stored: dict[str, str] = page.evaluate("({...localStorage})")
    names = {name: text for name, text in stored.items() if re.match(r"study:/:[a-z]", name)}
    return {name.removeprefix("study:/:"): json.loads(text) for name, text in names.items()}
