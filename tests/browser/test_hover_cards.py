"""`embed/cards.js` on somebody else's page: another origin, a strict policy, pointer, keyboard and touch."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from browsing import served, violations, watch
from hovering import LONG, OPEN, PLAIN, TWO_LINKS, Course, card, cards, data, focused
from playwright.sync_api import Locator, Page, Route, expect


def test_a_pointer_opens_a_card_and_nothing_is_asked_for_before(course: Course, desktop: Page) -> None:
    seen = watch(desktop)
    desktop.goto(course.page(TWO_LINKS), wait_until="networkidle")
    assert [url for url in seen.requests if url != course.address] == [f"{course.glossary}embed/cards.js"]
    desktop.locator("#first").hover()
    expect(card(desktop)).to_contain_text(PLAIN)
    expect(card(desktop)).to_contain_text("Intermediate", ignore_case=True)
    expect(card(desktop).get_by_role("link", name=OPEN)).to_have_attribute("href", f"{course.glossary}terms/softmax/")
    assert seen.requests[2:] == [f"{course.glossary}terms/softmax/card.json"]
    assert seen.errors == []


def test_a_card_leads_where_its_link_leads(course: Course, desktop: Page) -> None:
    desktop.goto(course.page(TWO_LINKS.replace("<a ", '<a target="_blank" rel="noopener" ')))
    desktop.locator("#second").hover()
    link = card(desktop, "Minimax loss").get_by_role("link", name=OPEN)
    expect(link).to_have_attribute("href", f"{course.glossary}terms/minimax-loss/?from=course#formula")
    with desktop.expect_popup() as opened:
        link.click()
    expect(opened.value.get_by_role("heading", level=1)).to_have_text("Minimax loss")


def test_a_card_stays_while_the_pointer_is_on_it(course: Course, desktop: Page) -> None:
    desktop.goto(course.page(TWO_LINKS))
    desktop.locator("#first").hover()
    card(desktop).get_by_text(PLAIN).hover()
    desktop.wait_for_timeout(LONG)
    expect(card(desktop)).to_be_visible()
    desktop.get_by_role("heading").hover()
    expect(cards(desktop)).to_have_count(0)


def test_a_card_goes_by_escape_while_pointer_and_focus_stay(course: Course, desktop: Page) -> None:
    desktop.goto(course.page(TWO_LINKS))
    desktop.locator("#second").focus()
    desktop.locator("#first").hover()
    expect(card(desktop)).to_be_visible()
    desktop.keyboard.press("Escape")
    desktop.wait_for_timeout(LONG)
    expect(cards(desktop)).to_have_count(0)
    expect(desktop.locator("#second")).to_be_focused()


def test_a_card_opens_by_keyboard_and_is_the_next_stop_of_tab(course: Course, desktop: Page) -> None:
    desktop.goto(course.page(TWO_LINKS))
    desktop.keyboard.press("Tab")
    expect(card(desktop)).to_contain_text(PLAIN)
    expect(desktop.locator("#first")).to_be_focused()
    desktop.keyboard.press("Tab")
    assert focused(desktop) == OPEN
    desktop.wait_for_timeout(LONG)
    expect(card(desktop)).to_be_visible()
    desktop.keyboard.press("Shift+Tab")
    expect(desktop.locator("#first")).to_be_focused()
    desktop.keyboard.press("Tab")
    desktop.keyboard.press("Tab")
    expect(desktop.locator("#second")).to_be_focused()
    expect(card(desktop)).to_have_count(0)
    expect(card(desktop, "Minimax loss")).to_be_visible()


def test_escape_within_a_card_goes_back_to_its_link(course: Course, desktop: Page) -> None:
    desktop.goto(course.page(TWO_LINKS))
    desktop.keyboard.press("Tab")
    expect(card(desktop)).to_be_visible()
    desktop.keyboard.press("Tab")
    desktop.keyboard.press("Escape")
    expect(desktop.locator("#first")).to_be_focused()
    desktop.wait_for_timeout(LONG)
    expect(cards(desktop)).to_have_count(0)


def test_a_card_is_said_by_a_region_that_stood_there_before(course: Course, desktop: Page) -> None:
    desktop.goto(course.page(TWO_LINKS))
    desktop.route("**/card.json", lambda _: None)
    desktop.keyboard.press("Tab")
    status = cards(desktop).get_by_role("status")
    expect(status).to_be_empty()
    assert cards(desktop).evaluate("card => card.previousElementSibling.id") == "first"


def test_the_first_tap_opens_the_card_and_the_second_follows_the_link(course: Course, touch: Page) -> None:
    seen = watch(touch)
    address = course.page(TWO_LINKS)
    touch.goto(address)
    touch.locator("#first").tap()
    expect(card(touch)).to_contain_text(PLAIN)
    assert touch.url == address
    touch.locator("#first").tap()
    expect(touch).to_have_url(f"{course.glossary}terms/softmax/")
    assert seen.errors == []


def test_a_tapped_card_is_closed_by_its_button_and_by_a_tap_elsewhere(course: Course, touch: Page) -> None:
    touch.goto(course.page(TWO_LINKS))
    touch.locator("#first").tap()
    card(touch).get_by_role("button", name="Close").tap()
    expect(cards(touch)).to_have_count(0)
    touch.locator("#first").tap()
    card(touch).get_by_text(PLAIN).tap()
    touch.wait_for_timeout(LONG)
    expect(card(touch)).to_be_visible()
    touch.locator("#second").tap()
    expect(card(touch, "Minimax loss")).to_be_visible()
    expect(cards(touch)).to_have_count(1)
    touch.get_by_role("heading").tap()
    expect(cards(touch)).to_have_count(0)


def test_what_a_tapped_card_offers_is_large_enough_to_hit(course: Course, touch: Page) -> None:
    touch.goto(course.page(TWO_LINKS))
    touch.locator("#first").tap()
    for control in (card(touch).get_by_role("link"), card(touch).get_by_role("button")):
        box = control.bounding_box()
        assert box is not None
        assert box["height"] >= 44
    card(touch).get_by_role("link", name=OPEN).tap()
    expect(touch).to_have_url(f"{course.glossary}terms/softmax/")


def test_a_click_by_mouse_or_with_a_modifier_follows_the_link(course: Course, desktop: Page) -> None:
    desktop.goto(course.page(TWO_LINKS))
    with desktop.context.expect_page() as opened:
        desktop.locator("#first").click(modifiers=["ControlOrMeta"])
    assert opened.value.url == f"{course.glossary}terms/softmax/"
    desktop.locator("#first").click()
    expect(desktop).to_have_url(f"{course.glossary}terms/softmax/")


def test_enter_follows_the_link_after_a_tap_too(course: Course, touch: Page) -> None:
    touch.goto(course.page(TWO_LINKS))
    touch.get_by_role("heading").tap()
    touch.locator("#first").focus()
    touch.keyboard.press("Enter")
    expect(touch).to_have_url(f"{course.glossary}terms/softmax/")


def follows(page: Page, link: Locator) -> None:
    """Show that a link whose card cannot be had does what it did without the script, and nothing else."""
    page.route(link.evaluate("link => link.href"), lambda route: route.fulfill(body="followed"))
    link.hover()
    page.wait_for_timeout(LONG)
    expect(cards(page).locator(".open")).to_have_count(0)
    link.tap()
    expect(page.locator("body")).to_have_text("followed")


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param({"status": 404, "json": {"version": 1, "term": "Gone", "plain": "Gone"}}, id="no such term"),
        pytest.param({"status": 404, "body": "<h1>Not found</h1>"}, id="a page instead"),
        pytest.param({"body": '{"version":1,'}, id="half"),
        pytest.param({"body": "null"}, id="null"),
        pytest.param({"json": {"version": 2, "term": "Softmax", "plain": PLAIN}}, id="a later version"),
    ],
)
def test_a_wrong_answer_leaves_the_plain_link(course: Course, touch: Page, answer: dict[str, object]) -> None:
    headers = {"Access-Control-Allow-Origin": "*"}
    touch.route("**/card.json", lambda route: route.fulfill(headers=headers, **answer))
    touch.goto(course.page(TWO_LINKS))
    follows(touch, touch.locator("#first"))


def test_an_unknown_term_leaves_the_plain_link(course: Course, touch: Page) -> None:
    touch.goto(course.page('<p><a href="~/terms/no-such-term/">a term</a></p>'))
    follows(touch, touch.get_by_role("link", name="a term"))


def test_a_glossary_that_is_down_leaves_the_plain_link(real_site: Path, tmp_path: Path, touch: Page) -> None:
    with served(real_site, Access_Control_Allow_Origin="*") as glossary, served(tmp_path) as address:
        touch.goto(Course(tmp_path, address, glossary).page(TWO_LINKS))
    follows(touch, touch.locator("#first"))


def test_a_glossary_that_does_not_answer_leaves_the_plain_link(course: Course, touch: Page) -> None:
    touch.route("**/card.json", lambda _: None)
    touch.goto(course.page(TWO_LINKS))
    follows(touch, touch.locator("#first"))


def test_a_glossary_that_shares_nothing_leaves_the_plain_link(address: str, tmp_path: Path, touch: Page) -> None:
    with served(tmp_path) as host:
        touch.goto(Course(tmp_path, host, address).page(TWO_LINKS))
        follows(touch, touch.locator("#first"))


def test_a_policy_that_refuses_the_data_leaves_the_plain_link(glossary: str, tmp_path: Path, touch: Page) -> None:
    with served(tmp_path, Content_Security_Policy=f"default-src 'none'; script-src {glossary}") as host:
        touch.goto(Course(tmp_path, host, glossary).page(TWO_LINKS))
        follows(touch, touch.locator("#first"))


@pytest.mark.parametrize("missing", ["fetch", "CSSStyleSheet", "Element.prototype.attachShadow"])
def test_a_browser_that_lacks_something_leaves_the_plain_link(course: Course, touch: Page, missing: str) -> None:
    touch.add_init_script(f"delete {missing if '.' in missing else f'globalThis.{missing}'}")
    failures: list[str] = []
    touch.on("pageerror", lambda failure: failures.append(str(failure)))
    touch.goto(course.page(TWO_LINKS))
    follows(touch, touch.locator("#first"))
    assert failures == []


def test_a_browser_without_popovers_shows_cards_too(course: Course, desktop: Page) -> None:
    desktop.add_init_script("delete HTMLElement.prototype.popover; delete HTMLElement.prototype.showPopover")
    desktop.goto(course.page(TWO_LINKS))
    desktop.locator("#first").hover()
    expect(card(desktop)).to_be_visible()
    link, box = desktop.locator("#first").bounding_box(), card(desktop).bounding_box()
    assert link is not None
    assert box is not None
    assert 0 < box["y"] - link["y"] - link["height"] < 10


def test_a_failure_is_not_kept(course: Course, desktop: Page) -> None:
    desktop.goto(course.page(TWO_LINKS))
    desktop.route("**/card.json", lambda route: route.abort(), times=1)
    with desktop.expect_event("requestfailed"):
        desktop.locator("#first").hover()
    expect(cards(desktop)).to_have_count(0)
    desktop.get_by_role("heading").hover()
    desktop.locator("#first").hover()
    expect(card(desktop)).to_be_visible()


def test_an_answer_that_comes_after_the_pointer_has_left_opens_nothing(course: Course, desktop: Page) -> None:
    held: list[Route] = []
    desktop.goto(course.page(TWO_LINKS))
    desktop.route("**/card.json", lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks what it calls
    with desktop.expect_request("**/card.json"):
        desktop.locator("#first").hover()
    desktop.get_by_role("heading").hover()
    held[0].continue_()
    desktop.wait_for_timeout(LONG)
    expect(cards(desktop)).to_have_count(0)
    # It is kept, though.
    desktop.locator("#first").hover()
    expect(card(desktop)).to_be_visible()
    assert len(held) == 1


def painted(page: Page) -> None:
    """Give a page the paper that its colour scheme implies: axe takes a page without any for white."""
    page.evaluate("document.body.style.background = 'Canvas'")


@pytest.mark.parametrize("way", ["pointer", "keyboard"])
def test_axe_finds_nothing_with_a_card_open(course: Course, page: Page, way: str) -> None:
    page.goto(course.page(TWO_LINKS))
    painted(page)
    if way == "pointer":
        page.locator("#first").hover()
    else:
        page.keyboard.press("Tab")
    expect(card(page)).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_with_a_tapped_card_open(
    course: Course, touch: Page, scheme: Literal["light", "dark"]
) -> None:
    touch.emulate_media(color_scheme=scheme)
    touch.goto(course.page(TWO_LINKS))
    painted(touch)
    touch.locator("#first").tap()
    expect(card(touch)).to_be_visible()
    assert violations(touch) == []


def test_a_card_keeps_its_edge_in_forced_colours(course: Course, desktop: Page) -> None:
    desktop.emulate_media(forced_colors="active")
    desktop.goto(course.page(TWO_LINKS))
    desktop.locator("#first").hover()
    expect(card(desktop)).to_be_visible()
    assert card(desktop).evaluate("card => getComputedStyle(card).borderTopStyle") == "solid"
    assert violations(desktop) == []


def test_a_card_follows_the_colour_scheme_of_the_page(course: Course, desktop: Page) -> None:
    desktop.emulate_media(color_scheme="dark")
    address = course.page(TWO_LINKS)
    for scheme, paper in (("dark", "rgb(18, 18, 18)"), ("only light", "rgb(255, 255, 255)")):
        desktop.goto(address)
        desktop.evaluate("scheme => document.documentElement.style.setProperty('color-scheme', scheme)", scheme)
        desktop.locator("#first").hover()
        expect(card(desktop)).to_have_css("background-color", paper)
        desktop.mouse.move(0, 0)


def test_styles_of_the_page_do_not_reach_into_a_card(glossary: str, tmp_path: Path, desktop: Page) -> None:
    hostile = (
        "<style>* { all: unset !important; display: none; position: static !important; font-size: 60px; opacity: 0 }"
        " html, body, main, p, a { display: block; font-size: 16px; opacity: 1; text-transform: uppercase }</style>"
    )
    with served(tmp_path) as host:
        desktop.goto(Course(tmp_path, host, glossary).page(TWO_LINKS, head=hostile))
        desktop.locator("#first").hover()
        expect(card(desktop)).to_be_visible()
        assert card(desktop).inner_text().startswith("Softmax")
        assert card(desktop).evaluate("card => getComputedStyle(card).fontSize") == "16px"


def overlap(one: Locator, other: Locator) -> bool:
    """Whether two boxes cover one another."""
    a, b = one.bounding_box(), other.bounding_box()
    assert a is not None
    assert b is not None
    return not (
        a["x"] + a["width"] <= b["x"]
        or b["x"] + b["width"] <= a["x"]
        or a["y"] + a["height"] <= b["y"]
        or b["y"] + b["height"] <= a["y"]
    )


@pytest.mark.parametrize("size", [(1280, 900), (320, 256), (390, 844)], ids=str)
@pytest.mark.parametrize("place", ["top", "bottom", "end of the line", "long", "right to left"])
def test_a_card_lies_within_the_window_and_beside_its_link(
    course: Course, desktop: Page, size: tuple[int, int], place: str
) -> None:
    body = {
        "top": TWO_LINKS,
        "bottom": "<p>…</p>" * 60 + TWO_LINKS,
        "end of the line": f'<div dir="rtl"><div dir="ltr">{TWO_LINKS}</div></div>' + "<p>…</p>" * 9,
        "long": TWO_LINKS.replace(">softmax<", ">" + "a long name " * 12 + "<"),
        "right to left": f'<div dir="rtl">{TWO_LINKS}</div>',
    }[place]
    desktop.set_viewport_size({"width": size[0], "height": size[1]})
    desktop.goto(course.page(body))
    desktop.keyboard.press("Tab")
    link = desktop.locator("#first")
    expect(card(desktop)).to_be_visible()
    box = card(desktop).bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["y"] >= 0
    assert box["x"] + box["width"] <= size[0]
    assert box["y"] + box["height"] <= size[1]
    assert not overlap(card(desktop), link)


def test_a_card_follows_its_link_when_the_page_scrolls(course: Course, desktop: Page) -> None:
    desktop.goto(course.page("<p>…</p>" * 20 + TWO_LINKS + "<p>…</p>" * 60))
    desktop.locator("#first").focus()
    desktop.keyboard.press("Shift")
    desktop.locator("#first").hover()
    expect(card(desktop)).to_be_visible()
    before = card(desktop).bounding_box()
    desktop.evaluate("scrollBy(0, 40)")
    desktop.wait_for_function("scrollY === 40")
    after = card(desktop).bounding_box()
    assert before is not None
    assert after is not None
    assert before["y"] - after["y"] == 40


def test_five_hundred_links_ask_for_what_is_pointed_at_and_show_one_card(course: Course, desktop: Page) -> None:
    slugs = ["softmax", "embedding", "generator", "gradient", "backpropagation"]
    links = "".join(f'<li><a href="~/terms/{slugs[i % 5]}/#{i}">link {i}</a></li>' for i in range(500))
    seen = watch(desktop)
    desktop.goto(course.page(f"<ul>{links}</ul>"), wait_until="networkidle")
    assert len(seen.requests) == 2
    # Passing over links asks for nothing.
    desktop.evaluate(
        """() => { for (const link of document.links) {
          for (const type of ["pointerover", "pointerout"])
            link.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerType: "mouse" }));
        } }"""
    )
    for name, term in (("link 0", "Softmax"), ("link 1", "Embedding"), ("link 20", "Softmax"), ("link 6", "Embedding")):
        desktop.get_by_role("link", name=name, exact=True).hover()
        expect(card(desktop, term)).to_be_visible()
        expect(cards(desktop)).to_have_count(1)
        desktop.mouse.move(1000, 5)
        expect(cards(desktop)).to_have_count(0)
    assert data(seen) == ["softmax", "embedding"]
    assert seen.errors == []


def test_links_that_come_later_have_cards(course: Course, desktop: Page) -> None:
    desktop.goto(course.page("<p></p>"))
    desktop.evaluate(
        """href => document.querySelector("p").append(
          Object.assign(document.createElement("a"), { href, textContent: "late" }))""",
        f"{course.glossary}terms/softmax/index.html?x=1",
    )
    desktop.get_by_role("link", name="late").hover()
    expect(card(desktop)).to_be_visible()


def test_a_card_within_a_modal_dialog_can_be_reached_and_goes_first(course: Course, desktop: Page) -> None:
    desktop.goto(course.page(f'<dialog aria-label="A dialog">{TWO_LINKS}</dialog>'))
    desktop.evaluate("document.querySelector('dialog').showModal()")
    desktop.locator("#first").hover()
    card(desktop).get_by_text(PLAIN).hover()
    desktop.keyboard.press("Escape")
    expect(cards(desktop)).to_have_count(0)
    expect(desktop.get_by_role("dialog")).to_be_visible()
    desktop.keyboard.press("Escape")
    expect(desktop.get_by_role("dialog")).to_have_count(0)


def test_a_click_in_a_card_is_none_on_what_the_link_stands_in(course: Course, touch: Page) -> None:
    touch.goto(course.page(TWO_LINKS))
    touch.evaluate("addEventListener('click', () => document.title += '!')")
    touch.locator("#first").tap()
    card(touch).get_by_text(PLAIN).tap()
    card(touch).get_by_role("button", name="Close").tap()
    expect(cards(touch)).to_have_count(0)
    expect(touch).to_have_title("A course")
    touch.get_by_role("heading").tap()
    expect(touch).to_have_title("A course!")


def test_a_base_address_on_the_page_does_not_matter(course: Course, desktop: Page) -> None:
    body = TWO_LINKS.replace("~/terms/softmax/", "softmax/")
    desktop.goto(course.page(body, head='<base href="~/terms/">'))
    desktop.locator("#first").hover()
    expect(card(desktop)).to_be_visible()


def test_a_script_that_stands_there_twice_acts_once(course: Course, touch: Page) -> None:
    again = '<script src="~/embed/cards.js?again" defer></script>'
    address = course.page(TWO_LINKS, head=again)
    seen = watch(touch)
    touch.goto(address)
    touch.locator("#first").tap()
    expect(card(touch)).to_be_visible()
    expect(cards(touch)).to_have_count(1)
    assert data(seen) == ["softmax"]
    assert touch.url == address


def test_no_name_leaks_into_the_page(course: Course, desktop: Page) -> None:
    names = "() => [...Object.getOwnPropertyNames(window), ...Object.keys(document)].sort()"
    address = course.page(TWO_LINKS, script='data-auto="main"')
    desktop.route("**/embed/cards.js", lambda route: route.abort(), times=1)
    desktop.goto(address)
    before = desktop.evaluate(names)
    desktop.goto(address)
    desktop.locator("#first").hover()
    expect(card(desktop)).to_be_visible()
    assert desktop.evaluate(names) == before
    # What a script declares by `const` is no property of the window.
    assert desktop.evaluate("[typeof base, typeof linkAt, typeof lexicon]") == ["undefined"] * 3


@pytest.mark.parametrize(
    ("body", "script"),
    [
        pytest.param('<p data-no-cards><a href="~/terms/softmax/">x</a></p>', "", id="refused"),
        pytest.param('<p><a href="~/terms/softmax/">x</a></p>', 'data-within="article, .notes"', id="outside"),
        pytest.param('<p contenteditable="true"><a href="~/terms/softmax/">x</a></p>', "", id="being written"),
        pytest.param('<p><a href="~/terms/">x</a></p>', "", id="list"),
        pytest.param('<p><a href="~/terms/softmax/card.json">x</a></p>', "", id="file"),
        pytest.param('<p><a href="~/topics/training/">x</a></p>', "", id="topic"),
        pytest.param('<p><a href="/terms/softmax/">x</a></p>', "", id="other host"),
        pytest.param(
            '<svg width="99" height="99"><a href="~/terms/softmax/"><text y="20">x</text></a></svg>', "", id="svg"
        ),
    ],
)
def test_other_links_have_no_card(course: Course, desktop: Page, body: str, script: str) -> None:
    seen = watch(desktop)
    desktop.goto(course.page(body, script))
    desktop.locator("main a").hover()
    desktop.wait_for_timeout(LONG)
    expect(cards(desktop)).to_have_count(0)
    assert data(seen) == []
    assert seen.errors == []


def test_a_pointer_that_selects_text_opens_nothing(course: Course, desktop: Page) -> None:
    desktop.goto(course.page(TWO_LINKS))
    desktop.get_by_role("heading").hover()
    desktop.mouse.down()
    desktop.locator("#first").hover()
    desktop.wait_for_timeout(LONG)
    expect(cards(desktop)).to_have_count(0)


def test_a_card_is_not_printed(course: Course, desktop: Page) -> None:
    desktop.goto(course.page(TWO_LINKS))
    desktop.locator("#first").hover()
    expect(card(desktop)).to_be_visible()
    desktop.emulate_media(media="print")
    expect(card(desktop)).not_to_be_visible()


def test_our_own_pages_show_cards_for_links_in_running_text(page: Page, address: str) -> None:
    seen = watch(page)
    page.goto(f"{address}terms/minimax-loss/", wait_until="networkidle")
    assert data(seen) == []
    link = page.locator(".g-def a").first
    link.hover()
    shown = cards(page).get_by_role("group")
    expect(shown.get_by_role("link", name="Open the page")).to_be_visible()
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    expect(shown).to_have_css("background-color", paper)
    assert violations(page) == []
    assert seen.errors == []


@pytest.mark.parametrize(
    ("where", "link"),
    [
        ("terms/", ".g-entry a"),
        ("terms/", ".g-see a"),
        ("terms/minimax-loss/", ".g-crumb a >> nth=-1"),
        ("terms/minimax-loss/", "a.g-card"),
        ("terms/minimax-loss/", ".g-pn a"),
        ("terms/minimax-loss/", ".g-vs h3 a"),
        ("courses/neural-networks-and-fuzzy-systems/", ".g-steps a"),
        ("", ".g-start a >> nth=-1"),
    ],
)
def test_our_own_lists_show_none(desktop: Page, address: str, where: str, link: str) -> None:
    seen = watch(desktop)
    desktop.goto(address + where)
    desktop.locator(link).first.hover()
    desktop.wait_for_timeout(LONG)
    assert data(seen) == []


def test_our_own_pages_follow_the_switch_of_colours(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}terms/minimax-loss/")
    desktop.get_by_role("button", name="Dark colours").click()
    desktop.locator(".g-def a").first.hover()
    expect(cards(desktop).get_by_role("group")).to_have_css("background-color", "rgb(21, 23, 27)")
