"""What browser tests of the study tools share: finding the tools, and reading and setting what is kept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

TERM = "terms/minimax-loss/"
REVIEW = "review/"
KEY = "minimax-loss/card-term"
COURSE = "neural-networks-and-fuzzy-systems"
CARDS, QUIZ, OWN = range(3)


def panel(page: Page, number: int) -> Locator:
    """Return a study panel of a term page, scrolled to, so that it has started."""
    found = page.locator("g-deck").nth(number)
    found.scroll_into_view_if_needed()
    expect(found).to_have_attribute("data-on", "")
    return found


def current(deck: Locator) -> Locator:
    """Return the item that a panel shows."""
    return deck.locator(".g-item:visible")


def kept(page: Page) -> dict[str, Any]:
    """Return everything that is kept under the path of the site, by its name."""
    stored: dict[str, str] = page.evaluate("({...localStorage})")
    return {
        name.removeprefix("study:/:"): json.loads(text) for name, text in stored.items() if name.startswith("study:/:")
    }


def keep(page: Page, values: dict[str, Any]) -> None:
    """Put values where the site keeps them. The page must be open."""
    page.evaluate(
        "values => { for (const name in values) localStorage.setItem(`study:/:${name}`, values[name]) }",
        {name: value if isinstance(value, str) else json.dumps(value) for name, value in values.items()},
    )


def today(page: Page) -> int:
    """Return the day's number as the page counts it."""
    day: int = page.evaluate("progress.today()")
    return day


def record(due: int, *, t: int = 0, s: float = 3.0, at: int = 1) -> dict[str, float]:
    """Return the record of an item that is due on a day."""
    return {"s": s, "d": 5.0, "t": t or due - 3, "due": due, "n": 1, "at": at}


def answer_card(item: Locator, grade: str) -> None:
    """Turn a flashcard and grade it: "Again" or "Good"."""
    item.locator("summary").click()
    item.get_by_role("button", name=grade).click()


def answer_quiz(item: Locator, *, right: bool, sure: bool) -> None:
    """Choose the right or a wrong option of a quiz question and submit it."""
    wanted = item.locator(".g-whys > li").evaluate_all(
        "(list, right) => list.findIndex((why) => why.hasAttribute('data-right') === right)", right
    )
    item.locator(f"input[value='{wanted}']").check()
    item.get_by_role("button", name="I am sure" if sure else "I am guessing").click()


def lead(page: Page) -> Locator:
    """Return the line that says what is due."""
    return page.locator("[data-view]:visible .g-plain")


def exported(page: Page) -> dict[str, Any]:
    """Return what an export would hold."""
    file: dict[str, Any] = json.loads(page.evaluate("progress.dump()"))
    return file


def bring(page: Page, tmp_path: Path, text: str) -> None:
    """Import a file with some text on the review page."""
    file = tmp_path / "progress.json"
    file.write_text(text, encoding="utf-8")
    page.locator("g-keep input").set_input_files(file)


def file_of(values: dict[str, Any], version: int = 1) -> str:
    """Return the text of a progress file."""
    return json.dumps({"format": "study-progress", "version": version, "values": values})
