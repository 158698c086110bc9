"""Words in figures, measured in a browser: inside the figure, and clear of one another."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from drawing.scenes import FIGURES
from playwright.sync_api import Browser, Page

# The boxes of all words, without the room for accents and descenders that few of them use, and a little wider, since
# each system has its own letters.
MEASURE = """() => {
  const svg = document.querySelector("svg");
  const room = svg.getBoundingClientRect();
  return [...svg.querySelectorAll("text")].map((text) => {
    const box = text.getBoundingClientRect();
    const slack = {start: 0, middle: 0.02, end: 0.04}[text.getAttribute("text-anchor") ?? "start"] * box.width;
    const left = box.left - room.left - slack, top = box.top - room.top + 2;
    return {words: text.textContent, turned: text.hasAttribute("transform"), left, top,
            right: left + 1.04 * box.width, bottom: top + box.height - 4};
  });
}"""


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 800, "height": 600})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", FIGURES)
def test_words_have_room(name: str, page: Page) -> None:
    page.set_content(f'<body style="margin:0"><div style="width:380px">{FIGURES[name]()}</div>')
    boxes = page.evaluate(MEASURE)
    height = page.evaluate("document.querySelector('svg').getBoundingClientRect().height")
    assert boxes
    for box in boxes:
        assert box["left"] >= 0, box
        assert box["right"] <= 380, box
        assert box["top"] >= 0, box
        assert box["bottom"] <= height, box
    for index, one in enumerate(boxes):
        for other in boxes[:index]:
            apart = (
                one["right"] <= other["left"]
                or other["right"] <= one["left"]
                or one["bottom"] <= other["top"]
                or other["bottom"] <= one["top"]
            )
            assert apart or one["turned"] or other["turned"], (one, other)
