"""Pages of the glossary in frames on other sites: what they show, how high they are, and whom they listen to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browsing import context_of, served, violations, watch
from playwright.sync_api import Browser, Frame, FrameLocator, Locator, Page, expect
from studying import answer_card, answer_quiz, current

DIGEST = re.compile(r"(?<=\.)[0-9a-f]{8}\.")
TERM = "embed/softmax/"
PARTS = ("definition", "facts", "cards", "quiz")
POLICY = "default-src 'none'; script-src {0}; frame-src {0}"
# A page of a course: what it says of itself, and where it starts.
Course = Callable[[str], str]


@pytest.fixture
def course(tmp_path: Path) -> Iterator[Course]:
    """Write a page with some markup on a site of its own, and give its address."""
    (tmp_path / "favicon.ico").touch()
    with served(tmp_path) as host:

        def write(markup: str) -> str:
            page = f'<!doctype html><html lang="en"><title>Course</title>{markup}</html>'
            (tmp_path / "index.html").write_text(page, encoding="utf-8")
            return host

        yield write


def framed(address: str, query: str = "", **attributes: str) -> str:
    """Return the markup of a frame."""
    more = "".join(f' {name.replace("_", "-")}="{value}"' for name, value in attributes.items())
    return f'<iframe src="{address}{TERM}{query}" title="Softmax" width="400" height="300"{more}></iframe>'


def script(address: str) -> str:
    """Return the markup of the script that gives frames their height."""
    return f'<script src="{address}embed/frames.js"></script>'


def inner(page: Page) -> Frame:
    """Return the frame of a page, its scripts run."""
    frame = page.frames[1]
    frame.wait_for_load_state()
    return frame


def held(page: Page) -> FrameLocator:
    """Return the contents of the frame of a page."""
    return page.frame_locator("iframe")


def height(page: Page) -> float:
    """Return the height that the only frame of a page has for what is in it."""
    found: float = page.locator("iframe").evaluate("frame => frame.clientHeight")
    return found


def expect_fit(page: Page) -> None:
    """Wait until the frame is as high as the page in it."""
    wanted = inner(page).evaluate("Math.ceil(document.body.getBoundingClientRect().height)")
    page.wait_for_function("wanted => document.querySelector('iframe').clientHeight === wanted", arg=wanted)


def shown(page: Page) -> list[str]:
    """Return the parts that can be seen."""
    parts: list[str] = page.locator("[data-part]:visible").evaluate_all("list => list.map((part) => part.dataset.part)")
    return parts


@pytest.mark.parametrize("late", [False, True])
def test_a_frame_is_as_high_as_its_page_under_a_strict_policy(
    desktop: Page, address: str, course: Course, late: bool
) -> None:
    seen = watch(desktop)
    policy = f'<meta http-equiv="Content-Security-Policy" content="{POLICY.format(address.rstrip("/"))}">'
    markup = framed(address, "?show=quiz")
    desktop.goto(course(policy + (markup if late else script(address) + markup)))
    if late:
        inner(desktop)
        desktop.add_script_tag(url=f"{address}embed/frames.js")
    expect_fit(desktop)
    before = height(desktop)
    assert before != 300
    question = current(held(desktop).locator("g-deck:visible"))
    answer_in(question)
    expect(question.get_by_role("button", name="Next")).to_be_visible()
    expect_fit(desktop)
    assert height(desktop) > before
    question.get_by_role("button", name="Next").click()
    expect(held(desktop).locator(".g-study__head:visible .g-note")).to_have_text("2 of 5")
    expect_fit(desktop)
    assert seen.errors == []


def answer_in(question: Locator) -> None:
    """Answer a quiz question rightly."""
    answer_quiz(question, right=True, sure=True)


def test_a_frame_at_an_old_name_gets_its_height_too(desktop: Page, address: str, course: Course) -> None:
    desktop.goto(course(script(address) + framed(address).replace("/softmax/", "/full-softmax/")))
    desktop.wait_for_function("document.querySelector('iframe').style.height")


def test_each_frame_gets_a_height_of_its_own(desktop: Page, address: str, course: Course) -> None:
    desktop.goto(course(script(address) + framed(address, "?show=quiz") + framed(address, "?show=facts")))
    desktop.wait_for_function("[...document.querySelectorAll('iframe')].every((frame) => frame.style.height)")
    heights = desktop.locator("iframe").evaluate_all("list => list.map((frame) => frame.style.height)")
    assert len(set(heights)) == 2


def test_without_the_script_a_frame_keeps_its_height_and_scrolls(desktop: Page, address: str, course: Course) -> None:
    desktop.goto(course(framed(address)))
    assert inner(desktop).evaluate("document.documentElement.scrollHeight > innerHeight")
    assert height(desktop) == 300


ABSURD = ("0", "-400", "49", "20001", "1e9", "Infinity", "NaN", "'400'", "400.5", "[400]", "null")


# The last message in each test is one that counts: when it has arrived, those before it have been passed over.
@pytest.mark.parametrize("absurd", ABSURD)
def test_an_absurd_height_is_ignored(desktop: Page, address: str, course: Course, absurd: str) -> None:
    desktop.goto(course(script(address) + framed(address)))
    expect_fit(desktop)
    desktop.evaluate(
        """() => {
            window.heights = [];
            const frame = document.querySelector("iframe");
            new MutationObserver(() => heights.push(frame.style.height)).observe(frame, { attributes: true });
        }"""
    )
    say(inner(desktop), absurd)
    say(inner(desktop), "777")
    desktop.wait_for_function("heights.at(-1) === '777px'")
    assert desktop.evaluate("heights") == ["777px"]


def say(frame: Frame, value: str, kind: str = "glossary-embed") -> None:
    """Have the page in a frame tell its host a height, a JavaScript expression."""
    frame.evaluate(f"parent.postMessage({{ type: '{kind}', slug: 'softmax', height: {value} }}, '*')")


def test_only_embeds_of_the_glossary_are_heard(
    desktop: Page, address: str, course: Course, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("other") / "embed" / "softmax"
    folder.mkdir(parents=True)
    (folder / "index.html").write_text("<title>Another site</title>", encoding="utf-8")
    with served(folder.parent.parent) as other:
        inside = f'<iframe src="{address}terms/softmax/" title="No embed" height="300"></iframe>'
        desktop.goto(course(script(address) + framed(other) + inside + framed(address)))
        desktop.wait_for_function("document.querySelectorAll('iframe')[2].style.height")
        stranger, page, embed = desktop.frames[1:]
        say(stranger, "444")
        say(page, "444")
        say(desktop.main_frame, "444")
        say(embed, "444", "another-message")
        # A page of the glossary that is no embed speaks for the frame beside it.
        say(embed, "555")
        desktop.wait_for_function("document.querySelectorAll('iframe')[2].style.height === '555px'")
        heights = desktop.locator("iframe").evaluate_all("list => list.map((frame) => frame.style.height)")
        assert heights == ["", "", "555px"]


def test_the_height_is_told_to_the_site_that_led_to_the_frame_alone(
    desktop: Page, address: str, course: Course
) -> None:
    elsewhere = "Object.defineProperty(document, 'referrer', { get: () => 'https://elsewhere.example/' })"
    desktop.add_init_script(f"if (parent !== window) {elsewhere}")
    with desktop.expect_console_message(lambda message: "https://elsewhere.example" in message.text):
        desktop.goto(course(script(address) + framed(address)))
    assert height(desktop) == 300


def test_a_site_that_does_not_name_itself_hears_the_height_too(desktop: Page, address: str, course: Course) -> None:
    desktop.goto(course(script(address) + framed(address, referrerpolicy="no-referrer")))
    expect_fit(desktop)
    assert height(desktop) != 300


@pytest.mark.parametrize(
    ("query", "part"),
    [
        ("", "definition"),
        ("?show=", "definition"),
        ("?show=definition", "definition"),
        ("?show=facts", "facts"),
        ("?show=cards", "cards"),
        ("?show=quiz", "quiz"),
        ("?show=own", "definition"),
        ("?show=constructor", "definition"),
        ("?show=QUIZ", "definition"),
        ("?show=quiz%20facts", "definition"),
    ],
)
def test_a_frame_shows_the_part_that_is_asked_for(desktop: Page, address: str, query: str, part: str) -> None:
    # What the first script does holds before anything is painted, whatever becomes of the others.
    desktop.route("**/embed.*.js", lambda route: route.abort())
    desktop.goto(f"{address}{TERM}{query}", wait_until="commit")
    expect(desktop.locator(f"[data-part={part}]")).to_be_visible()
    assert shown(desktop) == [part]


@pytest.mark.parametrize("show", PARTS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 800])
def test_axe_finds_nothing(chromium: Browser, address: str, width: int, scheme: str, show: str) -> None:
    context = context_of(chromium, width, scheme)
    page = context.new_page()
    page.goto(f"{address}{TERM}?show={show}")
    assert violations(page) == []
    if show == "quiz":
        answer_in(current(page.locator("g-deck:visible")))
        assert violations(page) == []
    if show == "cards":
        page.locator("g-deck:visible summary:visible").click()
        assert violations(page) == []
    context.close()


@pytest.mark.parametrize("show", PARTS)
@pytest.mark.parametrize("width", [200, 320, 900])
def test_nothing_is_wider_than_the_frame(desktop: Page, address: str, width: int, show: str) -> None:
    desktop.set_viewport_size({"width": width, "height": 400})
    for term in ("softmax", "generative-adversarial-network"):
        desktop.goto(f"{address}embed/{term}/?show={show}")
        assert desktop.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("show", PARTS)
def test_a_frame_makes_no_errors_and_few_requests_to_one_host(desktop: Page, address: str, show: str) -> None:
    seen = watch(desktop)
    desktop.goto(f"{address}{TERM}?show={show}", wait_until="networkidle")
    assert seen.errors == []
    (page, *others) = [url.removeprefix(address) for url in seen.requests]
    assert page == f"{TERM}?show={show}"
    assert {DIGEST.sub("", other) for other in others} <= {
        "assets/css/embed.css",
        "assets/js/embed.js",
        "assets/fonts/stix-two-math.woff2",
        "assets/favicon.svg",
    }


def test_signs_are_drawn_though_the_page_names_a_base(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}{TERM}?show=cards")
    assert desktop.locator("g-card:visible svg.g-i use").first.evaluate("sign => sign.getBBox().width") > 0


def test_cards_are_turned_and_graded(desktop: Page, address: str, course: Course) -> None:
    desktop.goto(course(framed(address, "?show=cards")))
    deck = held(desktop).locator("g-deck:visible")
    answer_card(current(deck), "Good")
    expect(deck.locator(".g-study__head .g-note")).to_have_text("2 of 9")


@pytest.mark.parametrize("sandbox", ["allow-scripts", "allow-scripts allow-popups"])
def test_where_the_browser_keeps_nothing_the_quiz_works_and_says_so(
    desktop: Page, address: str, course: Course, sandbox: str
) -> None:
    seen = watch(desktop)
    desktop.goto(course(framed(address, "?show=quiz", sandbox=sandbox)))
    frame = held(desktop)
    answer_in(current(frame.locator("g-deck:visible")))
    expect(frame.get_by_text("Right. You were sure, so it comes back in 2 days.")).to_be_visible()
    notice = frame.locator(".g-notice")
    expect(notice).to_contain_text("This browser keeps no data for this site")
    notice.get_by_role("button", name="Close").click()
    expect(notice).to_be_empty()
    frame.get_by_role("button", name="Next").locator("visible=true").click()
    expect(frame.locator(".g-study__head:visible .g-note")).to_have_text("2 of 5")
    assert seen.errors == []


@pytest.mark.parametrize(
    ("query", "scheme", "background"),
    [
        ("", "light", "rgb(255, 255, 255)"),
        ("", "dark", "rgb(21, 23, 27)"),
        ("?theme=dark", "light", "rgb(21, 23, 27)"),
        ("?theme=light", "dark", "rgb(255, 255, 255)"),
        ("?theme=blue", "dark", "rgb(21, 23, 27)"),
        ("?theme=constructor", "dark", "rgb(21, 23, 27)"),
    ],
)
def test_the_scheme_is_that_of_the_system_or_of_the_host(
    chromium: Browser, address: str, query: str, scheme: str, background: str
) -> None:
    context = context_of(chromium, 390, scheme)
    page = context.new_page()
    page.goto(f"{address}{TERM}{query}")
    expect(page.locator("body")).to_have_css("background-color", background)
    context.close()


def test_the_scheme_changes_with_the_system(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}{TERM}")
    desktop.emulate_media(color_scheme="dark")
    expect(desktop.locator("body")).to_have_css("background-color", "rgb(21, 23, 27)")


def test_links_open_outside_the_frame_on_the_pages_of_the_site(desktop: Page, address: str, course: Course) -> None:
    desktop.goto(course(framed(address)))
    with desktop.context.expect_page() as opened:
        held(desktop).get_by_role("link", name="neural network").click()
    opened.value.wait_for_load_state()
    assert opened.value.url == f"{address}terms/neural-network/"
    assert opened.value.evaluate("opener") is None
    assert inner(desktop).url == f"{address}{TERM}"


def test_without_scripts_every_part_is_there(without_scripts: Page, address: str) -> None:
    without_scripts.goto(f"{address}{TERM}?show=quiz")
    for part in PARTS:
        expect(without_scripts.locator(f"[data-part={part}]")).to_be_visible()
    expect(without_scripts.get_by_role("button").locator("visible=true")).to_have_count(0)
    for item in without_scripts.locator(".g-item").all():
        item.locator("details.g-q > summary").click()
        expect(item.locator(".g-a")).to_be_visible()


@pytest.mark.parametrize("body", [None, "const broken = ;"])
def test_where_the_scripts_fail_every_answer_can_be_read(desktop: Page, address: str, body: str | None) -> None:
    desktop.route("**/embed.*.js", lambda route: route.abort() if body is None else route.fulfill(body=body))
    desktop.goto(f"{address}{TERM}?show=quiz")
    expect(desktop.locator(".g-item:visible")).to_have_count(5)
    expect(desktop.locator(".g-study__foot:visible")).to_have_count(0)
    desktop.locator("g-quiz details.g-q > summary").first.click()
    expect(desktop.locator("g-quiz .g-a").first).to_be_visible()


def test_paper_has_the_questions_and_then_the_answers(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}{TERM}?show=quiz")
    desktop.emulate_media(media="print")
    questions, answers = desktop.locator(".g-ask:visible"), desktop.locator(".g-a:visible")
    expect(questions).to_have_count(5)
    expect(answers).to_have_count(5)
    heading = top(desktop.get_by_role("heading", name="Answers"))
    assert top(questions.last) < heading < top(answers.first)
    expect(desktop.get_by_role("button").locator("visible=true")).to_have_count(0)


def top(element: Locator) -> float:
    """Return where an element starts."""
    found: float = element.evaluate("element => element.getBoundingClientRect().top")
    return found


def test_paper_has_no_sheet_of_answers_where_nothing_is_asked(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}{TERM}?show=facts")
    desktop.emulate_media(media="print")
    expect(desktop.get_by_role("heading", name="Must-know facts")).to_be_visible()
    expect(desktop.get_by_role("heading", name="Answers")).to_be_hidden()


def test_forced_colours_show_where_one_is(chromium: Browser, address: str) -> None:
    context = context_of(chromium, 390, "light", forced_colors="active")
    page = context.new_page()
    page.goto(f"{address}{TERM}?show=quiz")
    option = page.locator(".g-opt:visible").first
    option.locator("input").check()
    expect(option).to_have_css("outline-style", "solid")
    context.close()


def test_wordpress_hears_the_height_and_follows_links(desktop: Page, address: str, course: Course) -> None:
    """WordPress keeps frames from opening windows, and finds them by a word that it put at the end of their address."""
    listening = "<script>heard = []; onmessage = (event) => heard.push(event.data)</script>"
    desktop.goto(course(listening + framed(address, "#?secret=aB3x", sandbox="allow-scripts")))
    held(desktop).get_by_role("link", name="neural network").click()
    desktop.wait_for_function("heard.some((data) => data.message === 'link')")
    heard = [message for message in desktop.evaluate("heard") if "secret" in message]
    assert {message["secret"] for message in heard} == {"aB3x"}
    first, *_, last = heard
    assert first["message"] == "height"
    assert first["value"] > 300
    assert last == {"message": "link", "value": f"{address}terms/neural-network/", "secret": "aB3x"}
