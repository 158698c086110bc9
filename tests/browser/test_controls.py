"""The small scripts, driven by real keys and clicks."""

from __future__ import annotations

from browsing import violations
from playwright.sync_api import Browser, Page, expect
from project import ROOT, glossary_of

GLOSSARY = glossary_of(ROOT)
TERM = "terms/minimax-loss/"
# The paper of the two schemes: --g-paper in docs/assets/css/roles.css.
LIGHT, DARK = "rgb(255, 255, 255)", "rgb(21, 23, 27)"


def paper(page: Page) -> str:
    """Return the colour that the page stands on."""
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def titles(level: str, topic: str) -> list[str]:
    """Return the names of the terms of a level and a topic; of the advanced ones there are several."""
    found = [entry.title.text for entry in GLOSSARY.in_topic(topic) if entry.level == level]
    assert 1 < len(found) < len(GLOSSARY.entries)
    return found


def shown(page: Page) -> list[str]:
    """Return the names of the terms that the list shows."""
    return page.locator(".g-entry:visible > a").all_inner_texts()


def test_the_list_is_filtered_by_name_blind_to_case_and_hyphens(page: Page, address: str) -> None:
    page.goto(address + "terms/")
    page.get_by_label("Name").fill("CROSS ENTRO")
    assert shown(page) == ["Cross-entropy"]
    expect(page.locator("g-term-filter [role=status]")).to_have_text("1 term, 2 other names")
    expect(page.locator("section.g-letter:visible")).to_have_count(2)


def test_the_list_is_filtered_by_level_and_topic_together(page: Page, address: str) -> None:
    page.goto(address + "terms/")
    page.get_by_text("Advanced", exact=True).first.click()
    page.get_by_label("Topic").select_option(label="Generative models")
    assert shown(page) == titles("advanced", "generative-models")
    page.get_by_role("button", name="Clear the filters").click()
    expect(page.locator(".g-entry:visible")).to_have_count(len(GLOSSARY.entries))


def test_a_filtered_list_has_an_address_of_its_own(desktop: Page, address: str) -> None:
    desktop.goto(address + "terms/")
    desktop.get_by_label("Topic").select_option("training")
    desktop.get_by_text("Advanced", exact=True).first.click()
    assert desktop.url.endswith("terms/?level=advanced&topic=training")
    desktop.reload()
    assert shown(desktop) == titles("advanced", "training")


def test_a_filter_that_matches_nothing_says_so(desktop: Page, address: str) -> None:
    desktop.goto(address + "terms/?q=zzz")
    expect(desktop.locator("g-term-filter [role=status]")).to_have_text(
        "No term matches. Clear the filters to see all."
    )


def test_levels_are_chosen_by_arrow_keys_with_a_visible_focus(desktop: Page, address: str) -> None:
    desktop.goto(address + "terms/")
    desktop.get_by_label("Name").focus()
    desktop.keyboard.press("Tab")
    desktop.keyboard.press("ArrowRight")
    expect(desktop.get_by_role("radio", name="Beginner")).to_be_checked()
    chip = desktop.locator(".g-chip:has(input:checked)")
    assert chip.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"


def test_the_address_of_a_term_is_copied_and_said(page: Page, address: str) -> None:
    page.goto(address + TERM)
    page.get_by_role("link", name="Copy link").click()
    expect(page.locator("g-cite [role=status]")).to_have_text("Link copied")
    assert page.evaluate("navigator.clipboard.readText()").endswith("/terms/minimax-loss/")


def test_the_citation_opens_by_keyboard(desktop: Page, address: str) -> None:
    desktop.goto(address + TERM)
    desktop.locator("details.g-cite > summary").focus()
    desktop.keyboard.press("Enter")
    expect(desktop.locator("details.g-cite > div")).to_contain_text("“Minimax loss”, Study glossary, checked")


def test_every_form_of_a_link_is_copied_and_said(page: Page, address: str) -> None:
    page.goto(address + TERM)
    page.get_by_text("Link or cite").click()
    for row in page.locator("g-cite dd").all():
        row.get_by_role("button", name="Copy ").click()
        name = row.locator("xpath=preceding-sibling::dt[1]").text_content()
        expect(page.locator("g-cite [role=status]")).to_have_text(f"{name} copied")
        assert page.evaluate("navigator.clipboard.readText()") == row.locator("code").text_content()


def test_the_forms_close_by_escape_and_by_a_click_elsewhere(desktop: Page, address: str) -> None:
    desktop.goto(address + TERM)
    forms = desktop.locator("details.g-cite")
    summary = forms.locator("summary")
    summary.click()
    desktop.get_by_role("button", name="Copy Permalink").focus()
    desktop.keyboard.press("Escape")
    expect(forms).not_to_have_attribute("open", "")
    expect(summary).to_be_focused()
    summary.click()
    desktop.locator("h1").click()
    expect(forms).not_to_have_attribute("open", "")


def test_axe_finds_nothing_with_the_forms_open(page: Page, address: str) -> None:
    page.goto(address + TERM)
    page.get_by_text("Link or cite").click()
    assert violations(page) == []


def test_all_answers_of_a_list_open_and_close_together(page: Page, address: str) -> None:
    page.goto(address + TERM)
    fold = page.locator("g-fold").first
    answers = fold.locator("details")
    fold.get_by_role("button", name="Show all answers").click()
    assert answers.evaluate_all("list => list.every((answer) => answer.open)")
    answers.first.locator("summary").click()
    expect(fold.get_by_role("button", name="Show all answers")).to_be_visible()
    fold.get_by_role("button", name="Show all answers").click()
    fold.get_by_role("button", name="Hide all answers").click()
    assert not answers.evaluate_all("list => list.some((answer) => answer.open)")


def test_a_link_to_a_question_opens_its_answer(desktop: Page, address: str) -> None:
    desktop.goto(address + TERM)
    anchor = desktop.locator("#review-questions ~ g-fold details").first.get_attribute("id")
    desktop.goto(f"{address}{TERM}#{anchor}")
    desktop.reload()
    assert desktop.locator(f"details#{anchor}").evaluate("answer => answer.open")


def test_the_drawer_opens_and_closes_by_keyboard(phone: Page, address: str) -> None:
    phone.goto(address + TERM)
    menu = phone.get_by_role("button", name="Menu", exact=True)
    menu.focus()
    phone.keyboard.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(phone.get_by_role("button", name="Close the menu")).to_be_focused()
    phone.keyboard.press("Tab")
    expect(phone.locator("#g-drawer a").first).to_be_focused()
    phone.keyboard.press("Escape")
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(menu).to_be_focused()


def test_the_drawer_takes_the_focus_where_things_move_too(chromium: Browser, address: str) -> None:
    """What is still on its way in cannot be seen by the keyboard, unless the style sheet says so."""
    context = chromium.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(address + TERM)
    page.get_by_role("button", name="Menu", exact=True).focus()
    page.keyboard.press("Enter")
    close = page.get_by_role("button", name="Close the menu")
    expect(close).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#g-drawer")).to_be_hidden()
    expect(page.get_by_role("button", name="Menu", exact=True)).to_be_focused()
    context.close()


def test_a_closed_drawer_takes_no_tab_stops(phone: Page, address: str) -> None:
    phone.goto(address + TERM)
    assert phone.locator("#g-drawer").evaluate("e => getComputedStyle(e).visibility") == "hidden"


def test_the_colour_scheme_is_switched_and_kept(desktop: Page, address: str) -> None:
    desktop.goto(address + TERM)
    switch = desktop.get_by_role("button", name="Dark colours")
    expect(switch).to_have_attribute("aria-pressed", "false")
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "true")
    assert paper(desktop) == DARK
    desktop.goto(address + "terms/")
    assert paper(desktop) == DARK
    expect(switch).to_have_attribute("aria-pressed", "true")


def test_a_choice_that_is_the_systems_is_not_kept(desktop: Page, address: str) -> None:
    """Who switches there and back goes with the system again."""
    desktop.goto(address + TERM)
    switch = desktop.get_by_role("button", name="Dark colours")
    switch.click()
    switch.click()
    assert paper(desktop) == LIGHT
    desktop.emulate_media(color_scheme="dark")
    expect(switch).to_have_attribute("aria-pressed", "true")
    assert paper(desktop) == DARK


def test_another_window_follows_the_choice(desktop: Page, address: str) -> None:
    desktop.goto(address + TERM)
    other = desktop.context.new_page()
    other.goto(address)
    other.get_by_role("button", name="Dark colours").click()
    expect(desktop.get_by_role("button", name="Dark colours")).to_have_attribute("aria-pressed", "true")
    assert paper(desktop) == DARK


def test_the_contents_mark_the_section_that_is_read(desktop: Page, address: str) -> None:
    desktop.goto(address + TERM)
    marked = desktop.locator("g-toc [aria-current]")
    expect(marked).to_have_count(0)
    desktop.locator("#example").evaluate("heading => heading.scrollIntoView()")
    expect(marked).to_have_text("Example")
    desktop.locator("#quiz").evaluate("heading => heading.scrollIntoView()")
    expect(marked).to_have_text("Recall and review")


def test_the_drawer_closes_on_what_lies_behind_it(phone: Page, address: str) -> None:
    phone.goto(address + TERM)
    menu = phone.get_by_role("button", name="Menu", exact=True)
    menu.click()
    phone.locator(".g-veil").click(position={"x": 380, "y": 400})
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(menu).to_be_focused()
    expect(phone.locator("#g-drawer")).to_be_hidden()
