"""The unpacked archive, opened by a double-click."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

import offline
import pytest
from browsing import watch
from playwright.sync_api import Page, expect
from studying import QUIZ, answer_card, answer_quiz, current, panel


@pytest.fixture(scope="module")
def folder(real_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked archive, in a folder with a space and a sign that addresses escape."""
    into = tmp_path_factory.mktemp("unpacked") / "My files #1 é"
    with ZipFile(offline.pack(real_site, tmp_path_factory.mktemp("packed"))) as archive:
        archive.extractall(into)
    return into / "Study glossary"


def path_of(page: Page) -> str:
    """Return the file that a page shows."""
    return unquote(urlsplit(page.url).path)


def test_a_reader_finds_studies_and_comes_back(desktop: Page, folder: Path) -> None:
    seen = watch(desktop)
    desktop.goto((folder / "START HERE.html").as_uri())
    expect(desktop).to_have_url((folder / "files" / "index.html").as_uri())
    desktop.keyboard.press("/")
    desktop.keyboard.type("minimax")
    desktop.locator(".g-hit").first.click()
    desktop.wait_for_url("**/terms/minimax-loss/index.html")
    answer_quiz(current(panel(desktop, QUIZ)), right=True, sure=True)
    link = desktop.locator("article p a[href^='../']:not([href^='../../'])").first
    link.hover()
    card = desktop.locator("glossary-card [role=group].open")
    expect(card).to_contain_text("Open the page")
    link.click()
    expect(desktop.locator("h1")).to_be_visible()
    desktop.get_by_role("link", name="Review", exact=False).first.click()
    expect(desktop.locator("[data-view]:visible")).to_contain_text("1 item more in the seven days after today")
    assert path_of(desktop) == str(folder / "files" / "review" / "index.html")
    assert seen.errors == []
    assert {urlsplit(address).scheme for address in seen.requests} <= {"file", "data", "blob"}


def test_links_that_scripts_make_lead_to_files(desktop: Page, folder: Path) -> None:
    seen = watch(desktop)
    desktop.goto((folder / "files" / "review" / "index.html").as_uri() + "?cards=topics/training")
    desktop.locator("[data-view=choice]").get_by_role("link").first.click()
    desktop.wait_for_url("**/topics/training/index.html")
    desktop.go_back()
    desktop.get_by_role("button", name="All").click()
    answer_card(current(desktop.locator("g-deck")), "Good")
    made = """list => list.map((link) => {
      link.dispatchEvent(new Event("contextmenu"));
      return link.href;
    })"""
    addresses = desktop.locator("[data-items] a[href*='/terms/']").evaluate_all(made)
    assert len(addresses) >= 20
    assert not [address for address in addresses if not Path(unquote(urlsplit(address).path)).is_file()]
    desktop.goto((folder / "files" / "terms" / "index.html").as_uri())
    desktop.get_by_label("Name", exact=True).fill("softmax")
    desktop.locator("[data-name]:visible a").first.click()
    desktop.wait_for_url("**/terms/softmax/index.html")
    assert seen.errors == []
