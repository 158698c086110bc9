"""Progress: shown on the pages, taken along, forgotten, and safe whatever happens to it."""

from __future__ import annotations

import json
import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from browsing import watch
from playwright.sync_api import Locator, Page, Route, expect
from studying import (
    CARDS,
    COURSE,
    OWN,
    REVIEW,
    TERM,
    answer_card,
    current,
    keep,
    kept,
    panel,
    record,
    today,
    violations,
)

KEY = "minimax-loss/card-term"
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


def lead(page: Page) -> Locator:
    """Return the line that says what is due."""
    return page.locator("[data-view]:visible .g-plain")


def exported(page: Page) -> dict[str, Any]:
    file: dict[str, Any] = json.loads(page.evaluate("progress.dump()"))
    return file


def bring(page: Page, tmp_path: Path, text: str) -> None:
    """Import a file with some text on the review page."""
    file = tmp_path / "progress.json"
    file.write_text(text, encoding="utf-8")
    page.locator("g-keep input").set_input_files(file)


def items_of(page: Page, slug: str) -> list[str]:
    keys: list[str] = page.evaluate(
        "slug => [...sitting.catalogue(studyIndex).keys()].filter((key) => key.startsWith(slug))", slug
    )
    return keys


@pytest.mark.parametrize(
    ("answered", "stability", "word", "symbol"),
    [(1, 3.0, "Seen", "p1"), (8, 3.0, "Learning", "p2"), (14, 30.0, "Known", "p3")],
)
def test_how_far_a_term_is_shows_in_words_and_shapes(
    page: Page, address: str, answered: int, stability: float, word: str, symbol: str
) -> None:
    page.goto(address + REVIEW)
    keys = items_of(page, "minimax-loss")
    assert len(keys) == 14
    keep(page, {key: record(today(page) + 9, s=stability) for key in keys[:answered]})
    page.goto(f"{address}courses/{COURSE}/")
    mark = page.locator("main g-mark[term=minimax-loss]")
    expect(mark).to_have_text(word)
    expect(mark.locator("use")).to_have_attribute("href", f"#i-{symbol}")
    expect(page.locator(".g-legend")).to_contain_text(f"{word} 1")
    assert violations(page) == []
    page.goto(f"{address}terms/generator/")
    expect(page.locator(".g-card g-mark[term=minimax-loss] .g-mark__words")).to_have_text(word)
    assert violations(page) == []


def test_nothing_is_marked_before_the_first_answer(desktop: Page, address: str) -> None:
    desktop.goto(address + TERM, wait_until="networkidle")
    assert desktop.locator("g-mark > *").count() == 0
    expect(desktop.locator(".g-top .g-count")).not_to_be_visible()


def test_what_is_due_shows_on_every_page_and_at_home(page: Page, address: str) -> None:
    page.goto(address + REVIEW)
    keep(page, {KEY: record(today(page)), "minimax-loss/compute-v": record(today(page) + 1)})
    page.goto(address)
    expect(page.locator(".g-strip")).to_contain_text("1 due today.")
    assert violations(page) == []
    page.locator(".g-strip").get_by_role("link", name="Review").click()
    expect(page.get_by_role("button", name="Start")).to_be_visible()


def test_progress_is_exported_and_imported_elsewhere(desktop: Page, address: str, tmp_path: Path) -> None:
    desktop.goto(address + TERM)
    answer_card(current(panel(desktop, CARDS)), "Good")
    panel(desktop, OWN).locator("textarea").fill("My words")
    desktop.keyboard.press("Tab")
    desktop.goto(address + REVIEW)
    desktop.get_by_role("button", name="Follow this course").click()
    before = kept(desktop)
    assert len(before) == 3
    with desktop.expect_download() as download:
        desktop.get_by_role("button", name="Export").click()
    assert re.fullmatch(r"study-progress-\d{4}-\d\d-\d\d\.json", download.value.suggested_filename)
    file = tmp_path / "exported.json"
    download.value.save_as(file)
    desktop.evaluate("localStorage.clear()")
    desktop.reload()
    bring(desktop, tmp_path, file.read_text(encoding="utf-8"))
    expect(desktop.locator("g-keep [role=status]")).to_have_text("3 parts of the file imported.")
    assert kept(desktop) == before
    expect(desktop.get_by_role("button", name="Follow this course")).to_have_attribute("aria-pressed", "true")
    bring(desktop, tmp_path, file.read_text(encoding="utf-8"))
    expect(desktop.locator("g-keep [role=status]")).to_have_text("Nothing in the file is newer than what is here.")
    assert kept(desktop) == before


def test_the_newest_wins_whichever_side_it_is_on(desktop: Page, address: str, tmp_path: Path) -> None:
    desktop.goto(address + REVIEW)
    now = today(desktop)
    here = {"a/old": record(now, at=20), "a/new": record(now, at=50), "a/same": record(now, at=30, s=4.0)}
    there = {"a/old": record(now, at=40), "a/new": record(now, at=10), "a/same": record(now, at=30, s=5.0)}
    keep(desktop, here)
    bring(desktop, tmp_path, file_of(there))
    expect(desktop.locator("g-keep [role=status]")).to_have_text("1 part of the file imported.")
    after = exported(desktop)["values"]
    assert after == {"a/old": there["a/old"], "a/new": here["a/new"], "a/same": here["a/same"]}


def test_everything_is_forgotten_only_after_asking(page: Page, address: str) -> None:
    page.goto(address + REVIEW)
    keep(page, {KEY: record(today(page)), "@draft/a/b": {"text": "x", "at": 1}})
    page.reload()
    page.get_by_role("button", name="Forget everything…").click()
    dialog = page.get_by_role("dialog", name="Forget everything?")
    expect(dialog).to_be_visible()
    assert violations(page) == []
    dialog.get_by_role("button", name="Keep my progress").click()
    assert len(kept(page)) == 2
    page.get_by_role("button", name="Forget everything…").click()
    page.keyboard.press("Escape")
    assert len(kept(page)) == 2
    page.get_by_role("button", name="Forget everything…").click()
    dialog.get_by_role("button", name="Forget everything").click()
    expect(page.locator("g-keep [role=status]")).to_have_text("Everything is forgotten.")
    expect(lead(page)).to_contain_text("What you answer on any term page comes back here")
    assert kept(page) == {}
    assert page.evaluate("localStorage.length") > 0 or page.evaluate("localStorage.getItem('/.__palette')") is None


def test_fault_storage_is_blocked(page: Page, address: str) -> None:
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


def test_fault_what_memory_holds_can_be_exported_at_once(desktop: Page, address: str) -> None:
    desktop.add_init_script(BLOCKED)
    desktop.goto(address + TERM)
    answer_card(current(panel(desktop, CARDS)), "Good")
    with desktop.expect_download() as download:
        desktop.locator(".g-notice").get_by_role("button", name="Export").click()
    values = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))["values"]
    assert len(values) == 1


def test_fault_storage_is_full(desktop: Page, address: str) -> None:
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
def test_fault_an_item_is_corrupted(desktop: Page, address: str, damage: str) -> None:
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


def test_fault_two_tabs_write(desktop: Page, address: str) -> None:
    desktop.goto(address + TERM)
    other = desktop.context.new_page()
    other.goto(address + TERM)
    answer_card(current(panel(desktop, CARDS)), "Again")
    expect(other.locator(".g-top .g-count")).to_have_text("1 due today")
    deck = panel(other, CARDS)
    answer_card(current(deck), "Good")
    answer_card(current(deck), "Again")
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


def file_of(values: dict[str, Any], version: int = 1) -> str:
    """Return the text of a progress file."""
    return json.dumps({"format": "study-progress", "version": version, "values": values})


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
def test_fault_a_foreign_or_damaged_file_is_imported(
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


def test_fault_the_clock_is_set_back_a_day(desktop: Page, address: str) -> None:
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


def test_fault_a_clock_that_was_far_ahead_does_not_postpone_for_years(desktop: Page, address: str) -> None:
    desktop.goto(address + REVIEW)
    now = today(desktop)
    keep(desktop, {KEY: record(now + 20_002, t=now + 20_000)})
    assert desktop.evaluate("key => progress.dueDay(progress.get(key))", KEY) == now + 2


def test_fault_two_tabs_of_different_days_of_the_site_do_not_chase_each_other(desktop: Page, address: str) -> None:
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


def test_fault_an_item_is_gone_from_the_site(desktop: Page, address: str) -> None:
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
