"""Redirect pages, and the ids of old anchors."""

from __future__ import annotations

from lxml import html
from project import ROOT
from termbase.pages.moved import redirect_files, with_old_anchors
from termbase.pages.templates import environment
from termbase.permalinks.redirects import Redirect

TEMPLATE = environment(ROOT / "hooks" / "templates" / "pages").get_template("moved.html")
BODY = '<h1 id="x">X</h1>\n<h2 id="quiz">Quiz</h2>\n<details class="g-q" id="why"><summary>Why?</summary></details>'


def pages(*found: Redirect, title: str = "Softmax", base_url: str = "") -> dict[str, html.HtmlElement]:
    files = redirect_files(found, title, base_url, TEMPLATE)
    return {address: html.document_fromstring(text) for address, text in files}


def test_a_redirect_leads_on_with_and_without_scripts() -> None:
    made = pages(Redirect("terms/full-softmax/", "terms/softmax/", "", "", 1), base_url="https://x.example/")
    page = made["terms/full-softmax/index.html"]
    assert page.xpath("//a/@href") == ["../softmax/"]
    assert page.xpath("//noscript/meta/@content") == ["0; url=../softmax/"]
    assert page.xpath("//link[@rel='canonical']/@href") == ["https://x.example/terms/softmax/"]
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]


def test_a_frame_goes_with_a_term_and_a_map_with_a_course() -> None:
    assert list(pages(Redirect("terms/a/", "terms/b/", "", "", 1))) == ["terms/a/index.html", "embed/a/index.html"]
    made = pages(Redirect("courses/a/", "courses/b/", "part", "", 1))
    assert list(made) == ["courses/a/index.html", "map/courses/a/index.html"]
    assert made["map/courses/a/index.html"].xpath("//a/@href") == ["../b/"]
    assert list(pages(Redirect("a/", "b/", "", "", 1))) == ["a/index.html"]


def test_the_anchor_of_a_joined_page_is_for_the_page_alone() -> None:
    made = pages(Redirect("terms/a/", "terms/b/", "example", "", 1))
    assert made["terms/a/index.html"].xpath("//a/@href") == ["../b/#example"]
    assert made["terms/a/index.html"].xpath("//link[@rel='canonical']/@href") == ["../b/"]
    assert made["embed/a/index.html"].xpath("//a/@href") == ["../b/"]


def test_a_title_is_escaped() -> None:
    made = pages(Redirect("terms/a/", "terms/b/", "", "", 1), title="<script>alert(1)</script>")
    assert made["terms/a/index.html"].xpath("//title/text()") == ["<script>alert(1)</script>"]
    assert "alert(1)" not in "".join(made["terms/a/index.html"].xpath("//script/text()"))


def test_an_old_anchor_stands_before_what_has_its_place() -> None:
    made = with_old_anchors(BODY, (), {"because": "why"})
    assert '<span class="g-old" id="because" data-now="why"></span><details class="g-q" id="why">' in made


def test_an_anchor_that_the_page_has_nothing_for_is_at_its_top() -> None:
    assert with_old_anchors(BODY, ["quiz", "sources"], {"round": ""}) == (
        f'<span class="g-old" id="round"></span><span class="g-old" id="sources"></span>{BODY}'
    )


def test_no_anchor_can_hold_markup() -> None:
    assert with_old_anchors(BODY, ['"><script>'], {}) == BODY
