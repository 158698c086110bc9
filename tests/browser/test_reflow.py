"""Pages under the reader's own settings: narrow windows, large text, wide spacing, few colours, no motion."""

from __future__ import annotations

import pytest
from browsing import context_of, violations
from kinds import KINDS
from playwright.sync_api import Browser, Page

# Text twice as large while the window stays: WCAG 2.2, 1.4.4.
_LARGE = "document.documentElement.style.fontSize = '250%'"
# WCAG 2.2, 1.4.12.
_SPACED = (
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
    " p { margin-bottom: 2em !important }"
)
# The elements that stand out of the window to the right, but for those in a region that scrolls.
_WIDE = """() => {
  const scrolls = (element) => element !== document.body
    && (["auto", "scroll", "hidden"].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  const isOut = (element) => element.checkVisibility()
    && element.getBoundingClientRect().right > innerWidth + 1 && !scrolls(element.parentElement);
  const out = [...document.body.querySelectorAll("*")].filter(isOut);
  return out.slice(0, 3).map((element) => element.outerHTML.slice(0, 120));
}"""


def too_wide(page: Page) -> list[str]:
    """Return what makes the page scroll sideways."""
    width = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return page.evaluate(_WIDE) or ["something"] if width > 0 else []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("width", [320, 390, 768])
def test_nothing_is_wider_than_the_window(desktop: Page, address: str, kind: str, width: int) -> None:
    desktop.set_viewport_size({"width": width, "height": 800})
    desktop.goto(address + KINDS[kind])
    assert too_wide(desktop) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("width", [390, 1280])
def test_text_twice_as_large_fits(desktop: Page, address: str, kind: str, width: int) -> None:
    desktop.set_viewport_size({"width": width, "height": 800})
    desktop.goto(address + KINDS[kind])
    desktop.evaluate(_LARGE)
    assert too_wide(desktop) == []


@pytest.mark.parametrize("kind", KINDS)
def test_wide_spacing_fits(desktop: Page, address: str, kind: str) -> None:
    desktop.set_viewport_size({"width": 390, "height": 800})
    desktop.goto(address + KINDS[kind])
    desktop.add_style_tag(content=_SPACED)
    assert too_wide(desktop) == []


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_in_forced_colours(chromium: Browser, address: str, kind: str) -> None:
    context = context_of(chromium, 1280, "dark", forced_colors="active")
    page = context.new_page()
    page.goto(address + KINDS[kind])
    assert violations(page) == []
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_moves_for_who_wants_no_motion(desktop: Page, address: str, kind: str) -> None:
    desktop.goto(address + KINDS[kind])
    desktop.evaluate("scrollTo(0, document.body.scrollHeight)")
    desktop.locator("main a:visible").first.hover()
    assert desktop.evaluate("document.getAnimations().length") == 0
    assert desktop.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
