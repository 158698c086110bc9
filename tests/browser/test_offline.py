"""The real site without a network, and as an app."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import context_of, served, violations, watch
from playwright.sync_api import Browser, Page, expect
from studying import QUIZ, answer_card, answer_quiz, current, panel
from working import until, visit, wait_until_kept

TERMS = ("terms/minimax-loss/", "terms/softmax/")


@pytest.fixture(scope="module")
def site(real_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the real site in a folder of its host."""
    host = tmp_path_factory.mktemp("host")
    shutil.copytree(real_site, host / "g")
    with served(host) as address:
        yield f"{address}g/"


@pytest.fixture
def reader(chromium: Browser) -> Iterator[Page]:
    """A page whose browser lets service workers in."""
    context = context_of(chromium, 1280, "light", service_workers="allow")
    yield context.new_page()
    context.close()


def test_a_first_visit_keeps_the_page_and_fetches_little_for_later(reader: Page, site: str) -> None:
    asked: list[str] = []
    # Of the page and of the worker.
    reader.context.on("request", lambda request: asked.append(request.url.removeprefix(site)))
    reader.goto(site + TERMS[0])
    wait_until_kept(reader, site + TERMS[0])
    assert {address for address in asked if not address.startswith("assets/")} <= {
        *(TERMS[0], f"{TERMS[0]}card.json", "study/minimax-loss.js"),
        *("manifest.webmanifest", "sw.js", "offline/"),
    }
    reader.context.set_offline(True)
    reader.reload()
    expect(reader.locator("h1")).to_have_text("Minimax loss")


def test_pages_tools_and_search_go_on(reader: Page, site: str) -> None:
    seen = watch(reader)
    for address in TERMS:
        visit(reader, site + address)
    reader.goto(site + TERMS[0])
    answer_quiz(current(panel(reader, QUIZ)), right=False, sure=True)
    wait_until_kept(reader, f"{site}study/minimax-loss.js")
    wait_until_kept(reader, f"{site}review/")
    reader.context.set_offline(True)
    for address, name in zip(TERMS, ("Minimax loss", "Softmax"), strict=True):
        reader.goto(site + address)
        expect(reader.locator("h1")).to_have_text(name)
    reader.keyboard.press("/")
    reader.keyboard.type("backpropagation")
    expect(reader.locator(".g-hit").first).to_contain_text("Backpropagation")
    reader.keyboard.press("Enter")
    reader.wait_for_url("**/terms/backpropagation/")
    expect(reader.get_by_role("heading", name="You are offline")).to_be_visible()
    expect(reader.locator("[data-kept]")).to_contain_text("Minimax loss")
    assert violations(reader) == []
    reader.get_by_role("link", name="Review").first.click()
    reader.get_by_role("button", name="Start").click()
    answer_quiz(current(reader.locator("g-deck")), right=True, sure=True)
    reader.get_by_role("button", name="Next").click()
    expect(reader.get_by_role("heading", name="Done for now")).to_be_visible()
    assert seen.errors == []


def test_a_sitting_asks_what_can_be_fetched(reader: Page, site: str) -> None:
    visit(reader, f"{site}terms/misinformation/")
    wait_until_kept(reader, f"{site}study/misinformation.js")
    wait_until_kept(reader, f"{site}review/index.js")
    reader.context.set_offline(True)
    reader.goto(f"{site}review/?cards=topics/society")
    reader.get_by_role("button", name="All").click()
    answer_card(current(reader.locator("g-deck")), "Good")
    froms = reader.locator("[data-items] .g-from").all_inner_texts()
    assert froms
    assert {text.removeprefix("From ") for text in froms} == {"Misinformation"}
    reader.goto(f"{site}review/?cards=topics/representations")
    reader.get_by_role("button", name="All").click()
    expect(reader.get_by_text("The questions could not be fetched.")).to_be_visible()


def test_the_site_can_be_installed(reader: Page, site: str) -> None:
    visit(reader, site + TERMS[0])
    reader.reload()
    until(reader, "navigator.serviceWorker.controller")
    browser = reader.context.new_cdp_session(reader)
    found = browser.send("Page.getAppManifest")
    assert found["url"] == f"{site}manifest.webmanifest"
    assert found["errors"] == []
    # A private window, which each test has, never installs anything.
    errors = browser.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [error["errorId"] for error in errors if error["errorId"] != "in-incognito"] == []
