"""The search field: finding, keys, pointer and touch, filters, what was opened last, and what can go wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from browsing import violations, watch
from playwright.sync_api import Dialog, Locator, Page, Route, expect
from project import ROOT, glossary_of

TERM = "terms/softmax/"
SEARCH_FILES = "**/search/**"
REAL = glossary_of(ROOT)
DESCRIPTION = "why do all the outputs add up to one"
CORNERS = "([a, b]) => a.getBoundingClientRect().bottom <= b.getBoundingClientRect().top + 1"
STEADY = "Promise.all(document.getAnimations().map((one) => one.finished))"


def field(page: Page) -> Locator:
    """Return the search field that is shown."""
    return page.locator("g-search:visible input").first


def rows(page: Page) -> Locator:
    return page.locator("g-search [role=option]")


def status(page: Page) -> Locator:
    return page.locator("g-search .g-pop__foot > span:visible").first


def names(page: Page) -> list[str]:
    return page.locator("g-search .g-hit__name:visible").all_inner_texts()


def look_for_without_waiting(page: Page, query: str) -> None:
    """Type a query once the search is there."""
    field(page).focus()
    page.wait_for_function("document.querySelector('g-search.is-open')?.panel?.finder")
    field(page).fill(query)


def look_for(page: Page, query: str) -> None:
    """Type a query and wait for what is found."""
    look_for_without_waiting(page, query)
    settled(page)


def hold(page: Page, pattern: str) -> list[Route]:
    """Hold back what is asked for, and return where it is noted."""
    held: list[Route] = []

    def note(route: Route) -> None:
        held.append(route)

    page.route(pattern, note)
    return held


def settled(page: Page) -> None:
    """Wait for the answer to what was typed last."""
    page.evaluate("document.querySelector('g-search.is-open').panel.answered")


def test_the_field_stands_where_the_link_to_all_terms_was(page: Page, address: str) -> None:
    seen = watch(page)
    page.goto(address + TERM)
    expect(field(page)).to_have_role("combobox")
    expect(field(page)).to_have_accessible_name("Search terms")
    expect(page.locator("g-search a[href$='terms/']")).to_have_count(0)
    assert violations(page, "g-search") == []
    assert not [url for url in seen.requests if "search" in url.rpartition("/")[2] or "/search/" in url]


def test_without_scripts_the_field_is_a_link_to_all_terms(without_scripts: Page, address: str) -> None:
    without_scripts.goto(address + TERM)
    without_scripts.get_by_role("link", name="Find a term").click()
    expect(without_scripts.get_by_role("heading", level=1)).to_have_text("Terms A–Z")


def test_a_name_is_found_with_its_alias_its_level_and_its_plain_line(page: Page, address: str) -> None:
    seen = watch(page)
    page.goto(address + TERM)
    look_for(page, "gan")
    expect(status(page)).to_have_text("1 term")
    expect(page.locator("g-search > [role=status]").last).to_have_text("1 term")
    row = rows(page).first
    expect(row.locator(".g-hit__name")).to_have_text("Generative adversarial network")
    expect(row.locator(".g-hit__as")).to_have_text("alias “GAN”")
    expect(row.locator("mark")).to_have_text("GAN")
    expect(row.locator(".g-level")).to_have_text("Intermediate")
    expect(row.locator(".g-hit__plain")).to_have_text(REAL.entries["generative-adversarial-network"].plain.text)
    page.evaluate(STEADY)
    assert violations(page) == []
    assert seen.errors == []


@pytest.mark.parametrize("place", ["", TERM])
@pytest.mark.parametrize(
    "size", [(320, 640), (390, 900), (768, 900), (1000, 700), (1219, 700), (1220, 900), (1600, 500)]
)
def test_the_list_lies_under_the_field_and_within_the_window(
    desktop: Page, address: str, place: str, size: tuple[int, int]
) -> None:
    page = desktop
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(address + place)
    look_for(page, "g")
    page.evaluate(STEADY)
    box = page.locator("g-search.is-open .g-search__box")
    pop = page.locator("g-search.is-open .g-pop")
    assert page.evaluate(CORNERS, [box.element_handle(), pop.element_handle()])
    found = pop.bounding_box()
    assert found
    assert found["x"] >= 0
    assert found["x"] + found["width"] <= size[0]
    assert found["y"] + found["height"] <= size[1]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_keys_choose_and_open(page: Page, address: str) -> None:
    page.goto(address + TERM)
    look_for(page, "gradient")
    found = rows(page)
    count = found.count()
    assert count >= 3
    expect(found.nth(0)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowUp")
    expect(found.nth(count - 1)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(found.nth(1)).to_have_attribute("aria-selected", "true")
    expect(page.locator("g-search [aria-selected=true]")).to_have_count(1)
    chosen = found.nth(1).get_attribute("id") or ""
    expect(field(page)).to_have_attribute("aria-activedescendant", chosen)
    name = found.nth(1).locator(".g-hit__name").inner_text()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def test_enter_waits_for_what_was_typed_last(desktop: Page, address: str) -> None:
    desktop.goto(address + TERM)
    field(desktop).focus()
    desktop.keyboard.type("backprop")
    desktop.keyboard.press("Enter")
    expect(desktop.get_by_role("heading", level=1)).to_have_text("Backpropagation")


def test_escape_closes_then_clears_then_leaves(page: Page, address: str) -> None:
    page.goto(address + TERM)
    look_for(page, "loss")
    expect(field(page)).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(page.locator("g-search .g-pop:visible")).to_have_count(0)
    expect(field(page)).to_have_attribute("aria-expanded", "false")
    expect(field(page)).to_have_value("loss")
    expect(field(page)).to_be_focused()
    page.keyboard.press("Escape")
    expect(field(page)).to_have_value("")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(field(page)).not_to_be_focused()


def test_the_examples_beside_the_field_are_not_covered_when_they_have_the_focus(desktop: Page, address: str) -> None:
    desktop.goto(address)
    field(desktop).focus()
    expect(desktop.locator("g-search .g-pop:visible")).to_have_count(1)
    desktop.locator("[data-ask]").first.focus()
    expect(desktop.locator("g-search .g-pop:visible")).to_have_count(0)


def test_the_landmarks_of_the_list_of_all_terms_are_told_apart(desktop: Page, address: str) -> None:
    desktop.goto(address + "terms/")
    expect(desktop.get_by_role("search", name="Glossary")).to_be_visible()
    expect(desktop.get_by_role("search", name="This list")).to_be_visible()
    assert violations(desktop) == []


@pytest.mark.parametrize("place", ["", TERM, "terms/", "review/"])
def test_slash_goes_to_the_field_but_not_while_typing(desktop: Page, address: str, place: str) -> None:
    desktop.goto(address + place)
    desktop.keyboard.press("/")
    expect(field(desktop)).to_be_focused()
    desktop.keyboard.type("a/b")
    expect(field(desktop)).to_have_value("a/b")


def test_slash_with_another_key_is_left_to_the_browser(desktop: Page, address: str) -> None:
    desktop.goto(address + TERM)
    desktop.keyboard.press("Control+/")
    expect(field(desktop)).not_to_be_focused()


def test_tab_goes_through_the_panel_and_leaving_closes_it(desktop: Page, address: str) -> None:
    desktop.goto(address + TERM)
    look_for(desktop, "loss")
    desktop.keyboard.press("Tab")
    expect(desktop.get_by_role("button", name="Clear the search")).to_be_focused()
    for label in ("Level", "Topic", "Course"):
        desktop.keyboard.press("Tab")
        expect(desktop.get_by_role("combobox", name=label, exact=True)).to_be_focused()
    expect(rows(desktop).first).to_be_visible()
    desktop.keyboard.press("Tab")
    expect(desktop.locator("g-search .g-pop:visible")).to_have_count(0)


def test_a_click_opens_and_a_click_beside_closes(desktop: Page, address: str) -> None:
    desktop.goto(address + TERM)
    look_for(desktop, "loss")
    desktop.mouse.click(640, 850)
    expect(desktop.locator("g-search .g-pop:visible")).to_have_count(0)
    field(desktop).click()
    rows(desktop).first.click()
    expect(desktop.get_by_role("heading", level=1)).to_have_text("Loss function")


def test_a_row_is_a_link_that_can_be_opened_beside(desktop: Page, address: str) -> None:
    desktop.goto(address + TERM)
    look_for(desktop, "embedding layer")
    with desktop.context.expect_page() as opened:
        rows(desktop).first.click(modifiers=["ControlOrMeta"])
    expect(opened.value.get_by_role("heading", level=1)).to_have_text("Embedding layer")
    expect(rows(desktop).first).to_be_visible()
    with desktop.context.expect_page() as opened:
        field(desktop).press("ControlOrMeta+Enter")
    expect(opened.value.get_by_role("heading", level=1)).to_have_text("Embedding layer")


def test_touch(phone: Page, address: str) -> None:
    phone.goto(address + TERM)
    phone.locator("g-search:visible .g-search__box").first.tap()
    phone.keyboard.type("deepf")
    expect(rows(phone)).to_have_count(1)
    phone.locator("g-search .g-search__x").first.tap()
    expect(field(phone)).to_have_value("")
    expect(field(phone)).to_be_focused()
    phone.keyboard.type("vae")
    rows(phone).first.tap()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Variational autoencoder")


def test_on_a_phone_the_field_is_a_sign_until_it_is_used(phone: Page, address: str) -> None:
    phone.goto(address + TERM)
    box = phone.locator(".g-head .g-search__box")
    closed = box.bounding_box()
    assert closed
    assert closed["width"] < 60
    assert closed["height"] >= 24
    box.tap()
    phone.evaluate(STEADY)
    opened = box.bounding_box()
    assert opened
    assert opened["width"] > 360


def test_a_description_leads_to_the_section_that_answers(page: Page, address: str) -> None:
    seen = watch(page)
    page.goto(address)
    look_for(page, "espresso coffee tea and hammer")
    expect(status(page)).to_contain_text("No term has this name")
    row = rows(page).filter(has_text="Embedding").first
    expect(row.locator(".g-hit__as")).not_to_be_empty()
    expect(row.locator("mark").first).to_be_visible()
    page.evaluate(STEADY)
    assert violations(page) == []
    anchor = (row.get_attribute("href") or "").partition("#")[2]
    assert anchor in REAL.entries["embedding"].anchors
    row.click()
    expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()
    assert seen.errors == []


def test_the_words_of_an_excerpt_stand_in_the_section(desktop: Page, address: str) -> None:
    desktop.goto(address)
    look_for(desktop, "which measure ignores the length of vectors")
    row = rows(desktop).filter(has_text="Embedding").first
    expect(row.locator("mark").first).to_be_visible()
    words = row.locator(".g-hit__plain").inner_text().strip("… ")
    row.click()
    expect(desktop.locator("article")).to_contain_text(words[:40])


def test_an_unknown_word_is_met_with_help(page: Page, address: str) -> None:
    page.goto(address + TERM)
    look_for(page, "qwertzuiop & zzz")
    expect(page.locator(".g-pop__say:visible")).to_contain_text("Nothing found for “qwertzuiop & zzz”.")
    expect(status(page)).to_contain_text("Nothing found")
    expect(field(page)).to_have_attribute("aria-expanded", "false")
    ask = page.get_by_role("link", name="Ask for this term")
    expect(ask).to_have_attribute("href", "https://git.example/study-glossary/issues/new?title=qwertzuiop%20%26%20zzz")
    expect(page.get_by_role("link", name="See all terms")).to_be_visible()
    page.evaluate(STEADY)
    assert violations(page) == []


def test_names_close_to_an_unknown_word_are_offered_but_not_chosen(desktop: Page, address: str) -> None:
    desktop.goto(address + TERM)
    look_for(desktop, "xradixxt")
    expect(rows(desktop).first.locator(".g-hit__name")).to_have_text("Gradient")
    expect(desktop.locator("g-search [aria-selected=true]")).to_have_count(0)
    assert violations(desktop) == []


def test_a_slip_is_named_as_one(desktop: Page, address: str) -> None:
    desktop.goto(address + TERM)
    look_for(desktop, "backpropogation")
    expect(status(desktop)).to_have_text("No term is spelled so; close to it: 1 term")
    assert names(desktop) == ["Backpropagation"]


def test_filters_narrow_what_is_found_and_can_be_cleared(page: Page, address: str) -> None:
    page.goto(address + TERM)
    look_for(page, "dropout")
    everything = names(page)
    page.get_by_role("combobox", name="Level", exact=True).select_option("Advanced")
    expect(status(page)).to_contain_text("No term has this name with these filters")
    field(page).fill("qwertzuiop")
    expect(page.locator(".g-pop__say:visible")).to_contain_text("with these filters")
    page.evaluate(STEADY)
    assert violations(page) == []
    page.get_by_role("button", name="Clear the filters").click()
    field(page).fill("dropout")
    expect(rows(page)).to_have_count(len(everything))
    expect(field(page)).to_be_focused()
    field(page).fill("loss")
    page.get_by_role("combobox", name="Topic", exact=True).select_option("Generative models")
    expect(status(page)).to_have_text("2 terms")
    assert sorted(names(page)) == ["Minimax loss", "Wasserstein loss"]


def test_a_slip_is_not_put_down_to_a_name_that_a_filter_hides(desktop: Page, address: str) -> None:
    desktop.goto(address + TERM)
    look_for(desktop, "generators")
    desktop.get_by_role("combobox", name="Topic", exact=True).select_option("Training")
    settled(desktop)
    expect(status(desktop)).to_contain_text("with these filters")


def test_filters_hold_for_texts_too(desktop: Page, address: str) -> None:
    desktop.goto(address + TERM)
    look_for(desktop, DESCRIPTION)
    desktop.get_by_role("combobox", name="Level", exact=True).select_option("Beginner")
    expect(desktop.locator("g-search .g-level:visible").first).to_have_text("Beginner")
    assert set(desktop.locator("g-search .g-level:visible").all_inner_texts()) == {"Beginner"}


def test_what_was_opened_last_is_offered_before_anything_is_typed(page: Page, address: str) -> None:
    page.goto(address + TERM)
    field(page).focus()
    expect(page.locator(".g-pop__say:visible")).to_contain_text("a question in your own words")
    for query in ("vae", "deepfake"):
        look_for(page, query)
        page.keyboard.press("Enter")
        page.wait_for_url("**/terms/*/")
        expect(page.locator("g-search.is-open")).to_have_count(0)
    field(page).focus()
    expect(rows(page)).to_have_count(2)
    assert names(page) == ["Deepfake", "Variational autoencoder"]
    page.evaluate(STEADY)
    assert violations(page) == []
    page.keyboard.press("ArrowDown")
    page.get_by_role("button", name="Forget these").click()
    expect(rows(page)).to_have_count(0)
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('search:'))") == []


def test_enter_opens_what_was_chosen_among_the_last(desktop: Page, address: str) -> None:
    desktop.goto(address + TERM)
    desktop.evaluate("localStorage.setItem('search:/:recent', JSON.stringify(['deepfake', 'gone', 'softmax']))")
    field(desktop).focus()
    expect(rows(desktop)).to_have_count(2)
    desktop.keyboard.press("Enter")
    expect(rows(desktop)).to_have_count(2)
    desktop.keyboard.press("ArrowDown")
    desktop.keyboard.press("Enter")
    expect(desktop.get_by_role("heading", level=1)).to_have_text("Deepfake")


@pytest.mark.parametrize("kept", ["no json", "{}", "null", "7", '[1, {"a": 2}, "softmax"]'])
def test_damage_to_what_was_kept_does_no_harm(desktop: Page, address: str, kept: str) -> None:
    seen = watch(desktop)
    desktop.goto(address + TERM)
    desktop.evaluate("kept => localStorage.setItem('search:/:recent', kept)", kept)
    look_for(desktop, "gan")
    expect(rows(desktop)).to_have_count(1)
    assert seen.errors == []


def test_the_address_can_hold_a_query(page: Page, address: str) -> None:
    page.goto(f"{address}?q=cost+function")
    expect(rows(page).first.locator(".g-hit__name")).to_have_text("Loss function")
    expect(field(page)).to_have_value("cost function")
    expect(field(page)).to_be_focused()


def test_the_list_of_all_terms_keeps_its_own_query(desktop: Page, address: str) -> None:
    seen = watch(desktop)
    desktop.goto(f"{address}terms/?q=loss")
    expect(desktop.get_by_label("Name")).to_have_value("loss")
    expect(field(desktop)).to_have_value("")
    assert not [url for url in seen.requests if "/search/" in url]


def test_the_first_page_has_one_big_field_with_examples(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator("g-search input:visible")).to_have_count(1)
    assert violations(page, "g-search") == []
    example = page.locator("[data-ask]").first
    example.click()
    expect(field(page)).to_have_value(example.inner_text())
    expect(rows(page).first).to_be_visible()


def test_browsers_can_add_the_search(desktop: Page, address: str) -> None:
    desktop.goto(address + TERM)
    link = desktop.locator("link[rel=search]")
    found = desktop.request.get(str(link.evaluate("element => element.href")))
    assert found.ok
    assert "{searchTerms}" in found.text()


def test_the_search_works_from_a_folder_of_files(desktop: Page, real_site: Path) -> None:
    seen = watch(desktop)
    desktop.goto((real_site / TERM / "index.html").as_uri())
    look_for(desktop, "hidden layer")
    expect(rows(desktop).first.locator(".g-hit__plain")).not_to_be_empty()
    look_for(desktop, DESCRIPTION)
    expect(rows(desktop).first.locator(".g-hit__plain")).not_to_be_empty()
    look_for(desktop, "hidden layer")
    expect(status(desktop)).to_have_text("1 term")
    desktop.keyboard.press("Enter")
    desktop.wait_for_url("**/terms/hidden-layer/index.html")
    expect(desktop.get_by_role("heading", level=1)).to_have_text("Hidden layer")
    assert seen.errors == []


@pytest.mark.parametrize("missing", ["**/assets/js/search.*.js", "**/search/terms.*.js"])
def test_where_the_search_cannot_be_loaded_the_list_is_offered(desktop: Page, address: str, missing: str) -> None:
    desktop.goto(address + TERM)
    desktop.route(missing, lambda route: route.abort())
    field(desktop).focus()
    expect(desktop.locator("g-search .g-pop")).to_contain_text("The search could not be loaded.")
    expect(desktop.get_by_role("link", name="Open the list of all terms")).to_be_visible()
    assert violations(desktop, "g-search") == []
    desktop.unroute(missing)
    field(desktop).fill("gan")
    expect(rows(desktop)).to_have_count(1)


def test_names_are_found_where_the_texts_cannot_be_loaded(desktop: Page, address: str) -> None:
    desktop.goto(address + TERM)
    desktop.route("**/search/words-*", lambda route: route.abort())
    desktop.route("**/search/rows-*", lambda route: route.abort())
    look_for(desktop, "gan")
    expect(rows(desktop)).to_have_count(1)
    field(desktop).fill(DESCRIPTION)
    expect(desktop.locator("g-search .g-pop")).to_contain_text("The search could not be loaded.")
    desktop.unroute("**/search/words-*")
    desktop.unroute("**/search/rows-*")
    field(desktop).fill(f"{DESCRIPTION}?")
    expect(rows(desktop).first).to_be_visible()


def test_where_the_search_does_not_come_the_message_goes_when_the_field_is_left(page: Page, address: str) -> None:
    page.goto(address + TERM)
    page.route("**/assets/js/search.*.js", lambda route: route.abort())
    message = page.locator("g-search .g-pop__say:visible").filter(has_text="The search could not be loaded.")
    field(page).focus()
    expect(message).to_be_visible()
    page.keyboard.press("Escape")
    expect(message).to_have_count(0)
    page.unroute("**/assets/js/search.*.js")
    look_for(page, "gan")
    expect(rows(page)).to_have_count(1)


def test_who_leaves_before_the_search_has_come_is_not_called_back(desktop: Page, address: str) -> None:
    desktop.goto(address + TERM)
    held = hold(desktop, "**/assets/js/search.*.js")
    field(desktop).focus()
    expect(desktop.locator("g-search .g-pop__say:visible")).to_have_text("Loading the search …")
    desktop.keyboard.press("Tab")
    expect(desktop.locator("g-search .g-pop:visible")).to_have_count(0)
    held[0].continue_()
    desktop.wait_for_function("document.querySelector('.g-head g-search').panel")
    expect(desktop.locator("g-search .g-pop:visible")).to_have_count(0)
    look_for(desktop, "gan")
    expect(rows(desktop)).to_have_count(1)


def test_an_older_answer_never_replaces_a_newer_one(desktop: Page, address: str) -> None:
    desktop.goto(address + TERM)
    held = hold(desktop, "**/search/words-*")
    look_for_without_waiting(desktop, DESCRIPTION)
    expect(status(desktop)).to_have_text("Looking into the texts …")
    field(desktop).fill("gan")
    expect(status(desktop)).to_have_text("1 term")
    for route in held:
        route.continue_()
    desktop.wait_for_function("SearchPanel.finder.words.shards.loaded.size > 0")
    desktop.evaluate("Promise.all([...SearchPanel.finder.words.shards.loaded.values()])")
    settled(desktop)
    assert names(desktop) == ["Generative adversarial network"]


def test_enter_is_for_what_stood_in_the_field_then(desktop: Page, address: str) -> None:
    desktop.goto(address + TERM)
    held = hold(desktop, "**/search/words-*")
    look_for_without_waiting(desktop, DESCRIPTION)
    desktop.keyboard.press("Enter")
    field(desktop).fill("loss")
    for route in held:
        route.continue_()
    expect(rows(desktop).first.locator(".g-hit__name")).to_have_text("Loss function")
    expect(desktop.get_by_role("heading", level=1)).to_have_text("Softmax")


def test_keys_that_compose_a_character_do_nothing_else(desktop: Page, address: str) -> None:
    desktop.goto(address + TERM)
    look_for(desktop, "gan")
    for key in ("Enter", "Escape", "ArrowDown"):
        init = {"key": key, "isComposing": True, "bubbles": True, "cancelable": True}
        taken = field(desktop).evaluate(
            "(field, init) => !field.dispatchEvent(new KeyboardEvent('keydown', init))", init
        )
        assert not taken
    expect(rows(desktop)).to_have_count(1)
    expect(desktop.get_by_role("heading", level=1)).to_have_text("Softmax")


def test_shift_with_an_arrow_selects_text(desktop: Page, address: str) -> None:
    desktop.goto(address + TERM)
    look_for(desktop, "gradient")
    desktop.keyboard.press("Shift+ArrowUp")
    assert field(desktop).evaluate("field => field.selectionEnd - field.selectionStart") == len("gradient")
    expect(rows(desktop).first).to_have_attribute("aria-selected", "true")


HOSTILE = [
    "<img src=x onerror=alert(1)>",
    '"><script>alert(1)</script>',
    "${alert(1)} {{7*7}} `",
    "javascript:alert(1)",
    "(((((((((( [a-z]+* ^$ \\ | ?",
    "a" * 10_000,
    "loss " * 2_000,
    "\u0000\u0001\u0007\u001b[31m\ufffe\uffff",
    "\ud83d\ude00 👩‍🔬 🏳️‍🌈" * 50,
    "\u202eנוירון עברית العربية\u202c",
    "̀" * 5_000,
    "ﷺ" * 500,
    "%00%0d%0a../../etc/passwd",
    "__proto__ constructor hasOwnProperty toString",
    "ＬＯＳＳ　ＦＵＮＣＴＩＯＮ",
    "' OR 1=1 --",
    "q" * 199 + "😀 and more",
]


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_that_is_typed_does_harm(desktop: Page, address: str, query: str) -> None:
    seen = watch(desktop)
    dialogs: list[str] = []

    def note(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    desktop.on("dialog", note)
    desktop.goto(address + TERM)
    look_for(desktop, "gan")
    before = desktop.evaluate("document.querySelectorAll('g-search script, g-search img').length")
    field(desktop).fill(query)
    desktop.evaluate("document.querySelector('.g-head g-search').panel.answered")
    assert desktop.evaluate("document.querySelectorAll('g-search script, g-search img').length") == before == 0
    assert desktop.evaluate("document.documentElement.scrollWidth <= innerWidth")
    field(desktop).fill("gan")
    expect(rows(desktop)).to_have_count(1)
    assert seen.errors == []
    assert dialogs == []


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_in_an_address_does_harm(desktop: Page, address: str, query: str) -> None:
    seen = watch(desktop)
    desktop.goto(address + TERM)
    desktop.evaluate("query => history.replaceState(null, '', `?q=${encodeURIComponent(query.slice(0, 1000))}`)", query)
    desktop.reload()
    expect(desktop.locator("g-search.is-open")).to_have_count(1)
    desktop.wait_for_function("document.querySelector('.g-head g-search').panel?.answered")
    desktop.evaluate("document.querySelector('.g-head g-search').panel.answered")
    assert desktop.evaluate("document.querySelectorAll('g-search script, g-search img').length") == 0
    assert seen.errors == []


def test_high_contrast_shows_the_chosen_row(desktop: Page, address: str) -> None:
    desktop.emulate_media(forced_colors="active")
    desktop.goto(address + TERM)
    look_for(desktop, "gradient")
    chosen = desktop.locator("g-search [aria-selected=true]")
    assert chosen.evaluate("element => getComputedStyle(element).outlineStyle") == "solid"
    assert violations(desktop, "g-search") == []


def test_the_page_for_what_does_not_exist_looks_for_what_the_address_says(page: Page, address: str) -> None:
    page.goto(f"{address}terms/gradient_descnet/")
    expect(rows(page).first).to_contain_text("Gradient descent")
    page.keyboard.press("Enter")
    page.wait_for_url("**/terms/gradient-descent/")
