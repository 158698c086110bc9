"""The search where names come in two files."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from browsing import served, watch
from playwright.sync_api import Page, expect
from project import ROOT, glossary_of
from searching import put_search
from termbase.search import document
from termbase.search.documents import Document
from termbase.search.names import HEAD, WHOLE

LAST = "Zugzwang estimator"


@pytest.fixture(scope="module")
def large(real_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The first page of the real site with the search of a glossary of more entries than one file of names holds."""
    real = glossary_of(ROOT)
    entries = [document(real, entry) for entry in real.entries.values()]
    made = [Document(f"made-{n}", f"Made {n:04}", links=1, plain=f"The made term {n}.") for n in range(WHOLE)]
    last = Document("zugzwang-estimator", LAST, ("ZE",), plain="It comes in the second file.")
    site = tmp_path_factory.mktemp("large") / "site"
    shutil.copytree(real_site, site)
    # Among the many, the entries of the real glossary are the most linked to.
    put_search(site, [*(replace(found, links=found.links + 10) for found in entries), *made, last])
    with served(site) as address:
        yield address


def test_names_of_the_second_file_are_found_when_it_has_come(desktop: Page, large: str) -> None:
    seen = watch(desktop)
    desktop.goto(large)
    field = desktop.locator("g-search input:visible")
    field.fill("zugzwang")
    expect(desktop.locator("g-search .g-hit__name").first).to_have_text(LAST)
    expect(desktop.locator("g-search .g-hit__plain").first).to_have_text("It comes in the second file.")
    assert [url for url in seen.requests if "/search/more-terms." in url]
    assert seen.errors == []


def test_names_of_the_first_file_do_not_wait_for_the_second(desktop: Page, large: str) -> None:
    desktop.route("**/search/more-terms.*", lambda route: route.abort())
    desktop.goto(large)
    desktop.locator("g-search input:visible").fill("gan")
    expect(desktop.locator("g-search .g-hit__name").first).to_have_text("Generative adversarial network")
    assert desktop.evaluate("SearchPanel.finder.names.size") == HEAD
    desktop.locator("g-search input:visible").fill("which one comes in the second file")
    expect(desktop.locator("g-search .g-hit__name").first).to_be_visible()
    expect(desktop.locator("g-search .g-hit__name").filter(has_text=LAST)).to_have_count(0)


def test_a_text_leads_to_entries_of_both_files(desktop: Page, large: str) -> None:
    desktop.goto(large)
    field = desktop.locator("g-search input:visible")
    field.focus()
    desktop.wait_for_function(f"typeof SearchPanel === 'function' && SearchPanel.finder?.names.size > {WHOLE}")
    field.fill("which one comes in the second file")
    expect(desktop.locator("g-search .g-hit__name").first).to_have_text(LAST)
