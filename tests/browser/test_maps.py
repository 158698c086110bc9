"""Maps in the browser: where boxes and lines lie, how the keyboard goes through them, in forced colours, on paper."""

from __future__ import annotations

from browsing import context_of, violations
from playwright.sync_api import Browser, Page, expect
from studying import COURSE

MAP = f"map/courses/{COURSE}/"
TERM = "terms/generative-adversarial-network/"
BOXES = """list => list.map((element) => {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return [left, top, right, bottom];
})"""
# For each line of a map: the boxes that lie at its ends, and those that a point between its ends lies in.
ENDS = """() => {
  const named = (x, y) => [...document.querySelectorAll(".g-path li > a")].filter((box) => {
    const { left, right, top, bottom } = box.getBoundingClientRect();
    return left < x && x < right && top < y && y < bottom;
  }).map((box) => box.parentElement.id);
  return [...document.querySelectorAll(".g-path path")].map((path) => {
    const whole = path.ownerSVGElement.getBoundingClientRect();
    const { width, height } = path.ownerSVGElement.viewBox.baseVal;
    const at = ({ x, y }) => named(whole.left + (x * whole.width) / width, whole.top + (y * whole.height) / height);
    const lines = path.getAttribute("d").split("M").slice(1).map((d) => {
      const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
      line.setAttribute("d", `M${d}`);
      const points = [...Array(101).keys()].map((n) => at(line.getPointAtLength((line.getTotalLength() * n) / 100)));
      return { from: points[0][0], to: points[100][0], through: [...new Set(points.flat())] };
    });
    return { of: path.closest("li").id, lines };
  });
}"""


def focused(page: Page, presses: int) -> list[str]:
    """Return the names of what has the focus after each press of the tab key."""
    names = []
    for _ in range(presses):
        page.keyboard.press("Tab")
        names.append(
            page.evaluate("document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent")
        )
    return [" ".join(name.split()) for name in names]


def test_lines_run_from_box_to_box_and_through_no_other(page: Page, address: str) -> None:
    page.goto(address + MAP)
    found = page.evaluate(ENDS)
    assert len(found) > 10
    for each in found:
        for line in each["lines"]:
            assert line["to"] == each["of"]
            assert set(line["through"]) == {line["from"], line["to"]}


def test_lines_still_meet_their_boxes_when_letters_are_spaced_out(phone: Page, address: str) -> None:
    phone.goto(address + MAP)
    phone.add_style_tag(content="* { letter-spacing: .12em !important; line-height: 2 !important; }")
    assert all(line["to"] == each["of"] for each in phone.evaluate(ENDS) for line in each["lines"])
    assert phone.evaluate(
        "[...document.querySelectorAll('.g-path li > a')].every((e) => e.scrollHeight <= e.clientHeight)"
    )


def test_boxes_lie_apart_and_are_large_enough(page: Page, address: str) -> None:
    page.goto(address + MAP)
    boxes = page.locator(".g-path li > a").evaluate_all(BOXES)
    for number, (left, top, right, bottom) in enumerate(boxes):
        assert right - left > 80
        assert bottom - top >= 44
        others = boxes[number + 1 :]
        assert not [o for o in others if left < o[2] and o[0] < right and top < o[3] and o[1] < bottom]


def test_the_keyboard_goes_through_a_map_row_by_row(without_scripts: Page, address: str) -> None:
    # With scripts a card may open on the way, and has a link of its own.
    without_scripts.goto(address + MAP)
    links = without_scripts.locator(".g-path li > a > span:first-child").all_inner_texts()
    without_scripts.get_by_role("link", name="The page of the course").focus()
    assert focused(without_scripts, 3) == [f"{name}Beginner" for name in links[:3]]
    tops = [(top, left) for left, top, _, _ in without_scripts.locator(".g-path li > a").evaluate_all(BOXES)]
    assert tops == sorted(tops)


def test_who_comes_from_a_term_sees_where_it_stands(desktop: Page, address: str) -> None:
    desktop.goto(address + TERM)
    desktop.locator(".g-near figcaption a").click()
    expect(desktop.locator("li:target > a")).to_contain_text("Generative adversarial network")
    expect(desktop.locator("li:target > a")).to_be_in_viewport()


def test_the_card_of_a_box_says_what_its_term_means(desktop: Page, address: str) -> None:
    desktop.goto(address + MAP)
    desktop.locator("#term-gradient > a").hover()
    expect(desktop.get_by_text("It tells you, for every knob").locator("visible=true").last).to_be_visible()


def test_the_words_of_a_picture_fit_their_boxes(page: Page, address: str) -> None:
    for term in (TERM, "terms/neural-network/", "terms/loss-function/", "terms/softmax/"):
        page.goto(address + term)
        assert page.evaluate(
            """[...document.querySelectorAll(".g-near rect + text")].every((text) => {
              const inner = text.getBoundingClientRect(), outer = text.previousElementSibling.getBoundingClientRect();
              return inner.left >= outer.left && inner.right <= outer.right;
            })"""
        ), term


def test_the_links_of_a_picture_have_names_and_can_be_seen_to_have_the_focus(desktop: Page, address: str) -> None:
    desktop.goto(address + TERM)
    picture = desktop.get_by_role("figure")
    expect(picture.get_by_role("link")).to_have_count(10)
    expect(picture.get_by_role("link", name="Variational autoencoder")).to_have_count(1)
    picture.get_by_role("link").first.focus()
    assert focused(desktop, 3) == ["Discriminator", "Generative model", "Deepfake"]
    outline = desktop.evaluate("getComputedStyle(document.activeElement.querySelector('rect')).strokeWidth")
    assert outline == "3px"
    assert violations(desktop, ".g-near") == []


def test_pictures_hold_in_forced_colours(chromium: Browser, address: str) -> None:
    context = context_of(chromium, 1280, "dark", forced_colors="active")
    page = context.new_page()
    canvas = "getComputedStyle(document.body).backgroundColor"
    for target, line in ((MAP, ".g-path path"), (TERM, ".g-near > svg")):
        page.goto(address + target)
        assert page.locator(line).first.evaluate("e => getComputedStyle(e).stroke") != page.evaluate(canvas)
    context.close()


def test_a_picture_is_printed(desktop: Page, address: str) -> None:
    desktop.goto(address + TERM)
    desktop.emulate_media(media="print")
    expect(desktop.locator(".g-near > svg")).to_be_visible()
