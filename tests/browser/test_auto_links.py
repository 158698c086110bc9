"""`embed/cards.js` links the first mention of each term on somebody else's page, and nothing that it should not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from browsing import context_of, served, watch
from hovering import Course, card, policy
from playwright.sync_api import Browser, Page, expect

NAMES = {
    "softmax": ["Softmax", "softmax function"],
    "cross-entropy": ["Cross-entropy", "cross-entropy loss", "binary cross-entropy"],
    "loss-function": ["Loss function", "loss"],
    "generative-adversarial-network": ["Generative adversarial network", "GAN"],
    "bayes-theorem": ["Bayes' theorem"],
    "naive-bayes": ["Naïve Bayes"],
    "epoch": ["Epoch"],
}


def a(slug: str, words: str) -> str:
    """Return a link as the script makes it."""
    return f'<a href="~/terms/{slug}/" class="glossary-term">{words}</a>'


SKIPPED = (
    "<h2>Softmax</h2><a>softmax</a><code>softmax</code><pre>softmax</pre><kbd>softmax</kbd><samp>softmax</samp>"
    '<math><mtext>softmax</mtext></math><script type="text/x">softmax</script><textarea>softmax</textarea>'
    "<button>softmax</button><details><summary>softmax</summary></details><label>softmax</label>"
    '<svg><text>softmax</text></svg><p contenteditable="true">softmax</p><p data-no-terms="">softmax</p>'
    '<span class="math inline">softmax</span><span class="katex">softmax</span>'
    "<mjx-container>softmax</mjx-container>"
)
# What stands in a container, and what becomes of it; ``None`` where nothing does.
CASES: dict[str, tuple[str, str | None]] = {
    "a name": ("<p>The softmax is.</p>", f"<p>The {a('softmax', 'softmax')} is.</p>"),
    "the first mention": ("<p>Softmax, softmax</p>", f"<p>{a('softmax', 'Softmax')}, softmax</p>"),
    "the longest name": (
        "a softmax function, softmax",
        f"a {a('softmax', 'softmax function')}, softmax",
    ),
    "the longest name wherever it starts": (
        "binary cross-entropy loss",
        f"{a('cross-entropy', 'binary cross-entropy')} {a('loss-function', 'loss')}",
    ),
    "no part of a longer name said before": (
        "cross-entropy loss, then cross-entropy loss",
        f"{a('cross-entropy', 'cross-entropy loss')}, then cross-entropy loss",
    ),
    "hyphens and spaces": ("cross entropy", a("cross-entropy", "cross entropy")),
    "a non-breaking hyphen": ("cross\u2011entropy", a("cross-entropy", "cross\u2011entropy")),
    "a line break": ("cross\nentropy", a("cross-entropy", "cross\nentropy")),
    "two sentences": ("Mind the cross. Entropy grows.", None),
    "capitals": ("SOFTMAX", a("softmax", "SOFTMAX")),
    "an acronym": ("gan, Gan, GAN", f"gan, Gan, {a('generative-adversarial-network', 'GAN')}"),
    "plurals": (
        "GANs, losses, epochs",
        f"{a('generative-adversarial-network', 'GANs')}, {a('loss-function', 'losses')}, {a('epoch', 'epochs')}",
    ),
    "whole words": ("glossy softmaxed lossy presoftmax soft_softmax", None),
    "letters of all scripts": ("Éepoch epochя naïve Bayes", f"Éepoch epochя {a('naive-bayes', 'naïve Bayes')}"),
    "an apostrophe": ("Bayes’ theorem", a("bayes-theorem", "Bayes’ theorem")),
    "an address": ("see https://example.org/softmax or x", None),
    "TeX": (r"\(softmax\) $loss$ $$epoch$$ \[GAN\]", None),
    "two nodes": ("cross-<b>entropy</b>", None),
    "several in one text": (
        "An epoch of softmax loss.",
        f"An {a('epoch', 'epoch')} of {a('softmax', 'softmax')} {a('loss-function', 'loss')}.",
    ),
    "what is linked already": ('softmax <a href="~/terms/softmax/#x">see</a>', None),
    "skipped": (SKIPPED, None),
    "what stands after what is skipped": (
        "<h2>Softmax</h2><p>softmax</p>",
        f"<h2>Softmax</h2><p>{a('softmax', 'softmax')}</p>",
    ),
    "markup in a text": ("&lt;b&gt;softmax&lt;/b&gt;", f"&lt;b&gt;{a('softmax', 'softmax')}&lt;/b&gt;"),
}


@pytest.fixture(scope="module")
def linked(glossary: str, chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What becomes of the containers of all cases, on one page."""
    folder = tmp_path_factory.mktemp("linked")
    with served(folder, Content_Security_Policy=policy(glossary)) as host:
        boxes = "".join(f'<div class="auto" id="{name}">{html}</div>' for name, (html, _) in CASES.items())
        address = Course(folder, host, glossary).page(boxes, 'data-auto=".auto"')
        context = context_of(chromium, 1280, "light")
        page = context.new_page()
        with_names(page)
        seen = watch(page)
        page.goto(address)
        expect(page.locator("#capitals a")).to_have_count(1)
        boxes_after = "Object.fromEntries([...document.querySelectorAll('.auto')].map((b) => [b.id, b.innerHTML]))"
        found: dict[str, str] = page.evaluate(boxes_after)
        context.close()
    assert seen.errors == []
    return {name: html.replace(glossary, "~/") for name, html in found.items()}


def with_names(page: Page) -> None:
    """Give a page the names of these tests."""
    headers = {"Access-Control-Allow-Origin": "*"}
    body = json.dumps({"version": 1, "names": NAMES})
    page.route("**/embed/names.json", lambda route: route.fulfill(headers=headers, body=body))


@pytest.mark.parametrize("name", CASES)
def test_mentions_are_linked(linked: dict[str, str], name: str) -> None:
    before, after = CASES[name]
    assert linked[name] == (before if after is None else after)


def test_linked_mentions_have_cards_and_text_that_comes_later_is_linked(course: Course, desktop: Page) -> None:
    seen = watch(desktop)
    desktop.goto(course.page("<p>Softmax, then the GAN.</p>", "data-auto"))
    desktop.get_by_role("link", name="Softmax").hover()
    expect(card(desktop)).to_be_visible()
    desktop.evaluate("document.querySelector('main').append('softmax and the minimax loss')")
    expect(desktop.locator("main > a")).to_have_text(["minimax loss"])
    # A container that is put in place of another is found again.
    desktop.evaluate(
        """() => { const main = document.createElement("main");
          main.textContent = "an embedding"; document.querySelector("main").replaceWith(main); }"""
    )
    expect(desktop.locator("main > a")).to_have_text(["embedding"])
    assert seen.errors == []
    assert [url for url in seen.requests if url.endswith("names.json")] == [f"{course.glossary}embed/names.json"]


def test_a_text_that_a_framework_holds_stays_in_its_place(course: Course, desktop: Page) -> None:
    desktop.goto(course.page("<p></p>", "data-auto"))
    desktop.evaluate("document.querySelector('p').append((globalThis.held = new Text('The softmax.')))")
    expect(desktop.locator("main a")).to_have_count(1)
    assert desktop.evaluate("held.isConnected && held.data") == "The "


@pytest.mark.parametrize("body", ["", "null", '{"version":2,"names":{}}'])
def test_without_names_the_text_stays_as_it_is(course: Course, desktop: Page, body: str) -> None:
    headers = {"Access-Control-Allow-Origin": "*"}
    seen = watch(desktop)
    desktop.route("**/embed/names.json", lambda route: route.fulfill(headers=headers, body=body))
    desktop.goto(course.page("<p>The softmax.</p>", "data-auto"), wait_until="networkidle")
    assert desktop.locator("p").inner_html() == "The softmax."
    assert seen.errors == []


def test_no_term_is_linked_on_its_own_page(real_site: Path, tmp_path: Path, desktop: Page) -> None:
    page = tmp_path / "terms" / "softmax"
    page.mkdir(parents=True)
    (tmp_path / "embed").mkdir()
    for file in ("embed/cards.js", "embed/names.json"):
        (tmp_path / file).write_bytes((real_site / file).read_bytes())
    (page / "index.html").write_text(
        '<!doctype html><main>Softmax and the GAN</main><script src="../../embed/cards.js" data-auto></script>',
        encoding="utf-8",
    )
    with served(tmp_path) as address:
        desktop.goto(f"{address}terms/softmax/")
        expect(desktop.locator("main a")).to_have_text(["GAN"])
