"""Progress: shown on the pages, taken along, and forgotten."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from browsing import violations
from playwright.sync_api import Page, expect
from studying import (
    CARDS,
    COURSE,
    KEY,
    OWN,
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
    expect(mark.locator("use")).to_have_attribute("xlink:href", f"#i-{symbol}")
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
    desktop.get_by_role("button", name="Follow this course : Neural networks and fuzzy systems", exact=True).click()
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
    expect(
        desktop.get_by_role("button", name="Follow this course : Neural networks and fuzzy systems", exact=True)
    ).to_have_attribute("aria-pressed", "true")
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
    page.evaluate("localStorage.setItem('/scheme', 'slate')")
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
    assert page.evaluate("localStorage.getItem('/scheme')") == "slate"
