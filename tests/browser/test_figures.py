"""Figures in the browser: their colours are those of the page, they have a name, and they fit."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from browsing import served, violations
from engine import built, configure
from figured import ALT, figured
from playwright.sync_api import Page, expect

STROKE = "path => getComputedStyle(path).stroke"
ROLE = "(path, role) => { path.style.color = `var(${role})`; return getComputedStyle(path).color }"


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the small project with a figure."""
    folder = tmp_path_factory.mktemp("figured")
    with served(built(configure(figured(folder)), folder / "site")) as address:
        yield address


@pytest.mark.parametrize("address", ["terms/alpha/", "embed/alpha/", "about/"])
def test_a_figure_has_a_name_and_axe_finds_nothing(page: Page, figures: str, address: str) -> None:
    page.goto(figures + address)
    expect(page.get_by_role("img", name=ALT, exact=True)).to_be_visible()
    assert violations(page, "figure") == []


def test_a_figure_has_the_colours_of_the_scheme(page: Page, figures: str) -> None:
    page.goto(f"{figures}terms/alpha/")
    line = page.locator(".g-fig .a")
    before = line.evaluate(STROKE)
    assert before == line.evaluate(ROLE, "--g-act")
    page.evaluate(
        "({ dataset }) => (dataset.mdColorScheme = dataset.mdColorScheme === 'slate' ? 'default' : 'slate')",
        page.locator("[data-md-color-scheme]").first.element_handle(),
    )
    after = line.evaluate(STROKE)
    assert after == line.evaluate(ROLE, "--g-act") != before


def test_a_figure_prints_in_the_colours_of_paper_and_in_one_piece(page: Page, figures: str) -> None:
    page.goto(f"{figures}terms/alpha/")
    page.emulate_media(media="print")
    assert page.locator(".g-fig .a").evaluate(STROKE) == "rgb(31, 71, 180)"
    assert page.locator(".g-figure").evaluate("figure => getComputedStyle(figure).breakInside") == "avoid"


def test_a_figure_takes_forced_colours(desktop: Page, figures: str) -> None:
    desktop.emulate_media(forced_colors="active")
    desktop.goto(f"{figures}terms/alpha/")
    line = desktop.locator(".g-fig .a")
    assert line.evaluate(STROKE) == line.evaluate(
        "path => { path.style.color = 'LinkText'; return getComputedStyle(path).color }"
    )


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_a_figure_fits_its_column_and_is_never_large(desktop: Page, figures: str, width: int) -> None:
    desktop.set_viewport_size({"width": width, "height": 800})
    desktop.goto(f"{figures}terms/alpha/")
    assert desktop.evaluate("document.documentElement.scrollWidth") <= width
    box = desktop.locator(".g-figure > svg").bounding_box()
    assert box is not None
    # The heights of drawings follow from their widths: this one is 380 by 100.
    assert abs(box["height"] - box["width"] * 100 / 380) < 1
    assert min(500, width - 80) <= round(box["width"]) <= 500
