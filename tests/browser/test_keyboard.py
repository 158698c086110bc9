"""The keyboard alone: every page from its first stop to its last, with the focus always in sight."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from kinds import KINDS
from playwright.sync_api import Page

MOST = 600
# What has the focus: which element of the page it is, its words, and how much of it stands above or under the window,
# or behind the header that stays in sight.
_FOCUS = """() => {
  const at = document.activeElement;
  if (at === document.body) return null;
  const box = at.getBoundingClientRect();
  const top = at.closest(".g-header, .g-skip") ? 0 : document.querySelector(".g-header").getBoundingClientRect().bottom;
  return {
    number: [...document.querySelectorAll("*")].indexOf(at),
    words: `${at.localName} ${at.getAttribute("aria-label") || at.textContent.trim().slice(0, 40)}`,
    isSeen: box.width > 0 && box.bottom > top && box.top < innerHeight,
    isFoot: !!at.closest(".g-foot"),
  };
}"""


def walk(page: Page, key: str) -> list[dict[str, Any]]:
    """Press a key until the focus leaves the page; return where it stood after each press."""
    stops: list[dict[str, Any]] = []
    for _ in range(MOST):
        page.keyboard.press(key)
        stop = page.evaluate(_FOCUS)
        if stop is None:
            break
        stops.append(stop)
    return stops


@pytest.mark.parametrize("kind", KINDS)
def test_tab_goes_through_the_page_and_never_stands_still(desktop: Page, address: str, kind: str) -> None:
    desktop.goto(address + KINDS[kind])
    stops = walk(desktop, "Tab")
    assert len(stops) < MOST
    still = [a["words"] for a, b in pairwise(stops) if a["number"] == b["number"]]
    assert still == []
    assert stops[0]["words"] == "a Skip to content"
    assert stops[-1]["isFoot"]
    assert [stop["words"] for stop in stops if not stop["isSeen"]] == []


def test_the_way_back_hides_nothing_behind_the_header(desktop: Page, address: str) -> None:
    desktop.goto(address + KINDS["term"])
    desktop.locator(".g-foot a").last.focus()
    stops = walk(desktop, "Shift+Tab")
    assert len(stops) > 20
    assert [stop["words"] for stop in stops if not stop["isSeen"]] == []


def test_few_stops_stand_before_the_text_and_a_link_skips_them(desktop: Page, address: str) -> None:
    desktop.goto(address + KINDS["term"])
    desktop.keyboard.press("Tab")
    desktop.keyboard.press("Enter")
    assert desktop.evaluate("document.activeElement.id") == "g-content"
    desktop.keyboard.press("Tab")
    assert desktop.evaluate("document.activeElement.closest('main') !== null")
    before = desktop.evaluate("""() => {
      const text = document.querySelector("h1");
      const isBefore = (stop) => text.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_PRECEDING;
      const stops = [...document.querySelectorAll("a, button, input, select")];
      return stops.filter((stop) => isBefore(stop) && stop.checkVisibility()).length;
    }""")
    assert before <= 30
