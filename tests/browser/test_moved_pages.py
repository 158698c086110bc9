"""Old addresses in a real browser: redirects, old anchors, tombstones and progress under old names."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from browsing import served, violations, watch
from engine import built, configure
from playwright.sync_api import Page, expect
from project import accept_all, copy_base, replace_once

TOMBSTONE = "---\nretired: 2026-11-21\nsee: [alpha]\n---\n# Delta\n\n> It was the fourth.\n"


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site in which beta was called second, was joined with another page, and has an item under another id."""
    root = copy_base(tmp_path_factory.mktemp("moved"))
    formerly = 'formerly: [second, {joined: example}, {"#where": place}]\n'
    replace_once(root / "glossary" / "beta.md", "---\naliases", f"---\n{formerly}aliases")
    replace_once(root / "glossary" / "beta.md", "second letter]", "second letter, LDA]")
    replace_once(root / "glossary" / "alpha.md", "first letter]", "first letter, LDA]")
    (root / "glossary" / "delta.md").write_text(TOMBSTONE, encoding="utf-8")
    accept_all(root)
    with served(built(configure(root), root.parent / "site")) as address:
        yield address


def test_a_redirect_keeps_query_and_hash(desktop: Page, moved: str) -> None:
    desktop.goto(f"{moved}terms/second/?a=1&b=%20#quiz")
    desktop.wait_for_url(f"{moved}terms/beta/?a=1&b=%20#quiz")


def test_a_redirect_leaves_nothing_to_go_back_to(desktop: Page, moved: str) -> None:
    desktop.goto(f"{moved}terms/")
    desktop.goto(f"{moved}terms/second-letter/")
    desktop.wait_for_url(f"{moved}terms/beta/")
    desktop.go_back()
    assert desktop.url == f"{moved}terms/"


def test_a_joined_page_leads_to_its_part_unless_another_is_named(desktop: Page, moved: str) -> None:
    desktop.goto(f"{moved}terms/joined/")
    desktop.wait_for_url(f"{moved}terms/beta/#example")
    desktop.goto(f"{moved}terms/joined/#quiz")
    desktop.wait_for_url(f"{moved}terms/beta/#quiz")


def test_a_redirect_works_without_scripts(without_scripts: Page, moved: str) -> None:
    without_scripts.goto(f"{moved}terms/second/")
    without_scripts.wait_for_url(f"{moved}terms/beta/")


def test_the_data_of_a_card_is_at_every_name(desktop: Page, moved: str) -> None:
    ours = desktop.request.get(f"{moved}terms/beta/card.json").json()
    for name in ("second", "second-letter", "joined"):
        assert desktop.request.get(f"{moved}terms/{name}/card.json").json() == ours


def test_a_link_to_an_old_id_opens_what_has_its_place(desktop: Page, moved: str) -> None:
    seen = watch(desktop)
    desktop.goto(f"{moved}terms/second/#where")
    desktop.wait_for_url(f"{moved}terms/beta/#place")
    expect(desktop.locator("#place")).to_be_in_viewport()
    assert seen.errors == []


def test_an_old_id_is_found_without_scripts(without_scripts: Page, moved: str) -> None:
    without_scripts.goto(f"{moved}terms/beta/#where")
    expect(without_scripts.locator("#place")).to_be_in_viewport()


@pytest.mark.parametrize("address", ["terms/delta/", "terms/lda/", "terms/beta/"])
def test_axe_finds_nothing(page: Page, moved: str, address: str) -> None:
    page.goto(moved + address)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]  # type: ignore[index]


def test_progress_goes_on_under_the_new_names(desktop: Page, moved: str) -> None:
    desktop.goto(f"{moved}404.html")
    kept = {
        "second/card-place": {"s": 3, "d": 5, "t": 1, "due": 9, "n": 1, "at": 5},
        "beta/where": {"s": 3, "d": 5, "t": 1, "due": 9, "n": 2, "at": 5},
        "@draft/second/tell": {"text": "mine", "at": 4},
        "second/card-why": {"s": 1, "d": 5, "t": 1, "due": 9, "n": 1, "at": 5},
        "beta/card-why": {"s": 2, "d": 5, "t": 1, "due": 9, "n": 7, "at": 6},
        "alpha/place": {"s": 3, "d": 5, "t": 1, "due": 9, "n": 3, "at": 5},
        "@course/letters": {"on": True, "at": 5},
        "second/spoilt": "?",
    }
    desktop.evaluate(
        "kept => { for (const [name, value] of Object.entries(kept))"
        " localStorage.setItem('study:/:' + name, JSON.stringify(value)) }",
        kept,
    )
    desktop.goto(f"{moved}review/")
    stored = desktop.evaluate("Object.fromEntries(Object.entries(localStorage))")
    found = {k.removeprefix("study:/:"): json.loads(v) for k, v in stored.items() if k.startswith("study:/:")}
    assert found["beta/card-place"] == kept["second/card-place"]
    assert found["beta/place"] == kept["beta/where"]
    assert found["@draft/beta/tell"] == kept["@draft/second/tell"]
    assert found["beta/card-why"] == kept["beta/card-why"]
    assert found["alpha/place"] == kept["alpha/place"]
    assert found["@course/letters"] == kept["@course/letters"]
    assert not [name for name in found if name.startswith(("second/", "@draft/second"))]
