"""Links of pages that are opened from a folder of files."""

from __future__ import annotations

import posixpath
from html import escape
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from termbase.offline.folder import in_folder, leads, led

FILES = frozenset(
    ["index.html", "terms/index.html", "terms/softmax/index.html", "terms/ähre/index.html", "terms.json", "a.css"]
)
ONLINE = "https://glossary.example/"


@pytest.mark.parametrize(
    ("link", "wanted"),
    [
        ("../softmax/", "../softmax/index.html"),
        ("../softmax", "../softmax/index.html"),
        ("../softmax/#formula", "../softmax/index.html#formula"),
        ("../?q=a/b#c", "../index.html?q=a/b#c"),
        ("..", "../index.html"),
        ("../..", "../../index.html"),
        ("../../", "../../index.html"),
        (".", "./index.html"),
        ("./", "./index.html"),
        ("../%C3%A4hre/", "../%C3%A4hre/index.html"),
        ("index.html", "index.html"),
        ("../../terms.json", "../../terms.json"),
        ("#formula", "#formula"),
        ("?q=1", "?q=1"),
        ("", ""),
        ("https://other.example/x/", "https://other.example/x/"),
        ("//other.example/x/", "//other.example/x/"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("../../feed.xml#x", "https://glossary.example/feed.xml#x"),
        ("../../embed/softmax/", "https://glossary.example/embed/softmax/"),
    ],
)
def test_links_lead_to_files(link: str, wanted: str) -> None:
    assert led(link, "terms/softmax/index.html", FILES, ONLINE) == wanted


def test_links_from_the_first_page() -> None:
    assert [led(link, "index.html", FILES) for link in (".", "terms/", "a.css")] == [
        "./index.html",
        "terms/index.html",
        "a.css",
    ]


def test_a_link_to_what_is_left_out_stays_where_the_site_has_no_address() -> None:
    assert led("feed.xml", "index.html", FILES) == "feed.xml"
    assert not leads("feed.xml", "index.html", FILES)


def test_only_what_is_a_link_is_changed() -> None:
    page = """<!DOCTYPE html>
<html><head><!-- <a href="terms/"> --><link rel='canonical' href='https://glossary.example/'>
<LINK REL=stylesheet HREF=a.css><link rel="alternate" href="feed.xml"><link
 rel="next" title="&lt;a href='terms/'>" href="terms/">
<script>const link = '<a href="terms/">';</script></head>
<body><p title="href='terms/'">&amp; <a class=x href=terms/>one</a> <a href = 'terms/?q=1&amp;p=2'>two</a>
<noscript><meta http-equiv="refresh" content="0; url=terms/"></noscript><use xlink:href="#i"/><br/></p></body></html>
"""
    wanted = (
        page.replace('<link rel="alternate" href="feed.xml">', "")
        .replace("""'>" href="terms/\"""", """'>" href="terms/index.html\"""")
        .replace("href=terms/>one", 'href="terms/index.html">one')
        .replace("href = 'terms/?q=1&amp;p=2'", 'href = "terms/index.html?q=1&amp;p=2"')
        .replace("url=terms/", "url=terms/index.html")
    )
    assert in_folder(page, "index.html", FILES) == wanted


def test_a_page_with_scripts_gets_one_more_and_no_other_does() -> None:
    page = '<html><head><script src="x.js"></script></head></html>'
    made = in_folder(page, "terms/softmax/index.html", FILES, script="assets/js/folder.js")
    assert made == page.replace("</head>", '<script src="../../assets/js/folder.js" defer></script></head>')
    plain = "<html><head><script>1</script></head></html>"
    assert in_folder(plain, "index.html", FILES, script="assets/js/folder.js") == plain


PATHS = st.sampled_from(
    ["a/", "b", ".", "..", "../a/", "../../", "x.json", "c d/", "ü/", "#x", "?q=/", "https://e.example/"]
)
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=8)


@given(st.lists(st.tuples(PATHS, TEXTS), max_size=6), st.sampled_from(["index.html", "a/index.html", "a/b/index.html"]))
def test_every_link_to_a_page_names_a_file_and_nothing_else_changes(links: list[tuple[str, str]], address: str) -> None:
    files = {posixpath.join(folder, "index.html") for folder in ("", "a", "b", "a/a", "a/b", "a/b/a", "c d", "ü")}
    pieces = [f'<a title="href=\'{link}\'" href="{link}">{escape(text)}</a>' for link, text in links]
    made = in_folder(f"<body>{''.join(pieces)}</body>", address, files)
    after = html.document_fromstring(made).xpath("//a")
    for (link, text), element in zip(links, after, strict=True):
        assert (element.get("title"), element.text or "") == (f"href='{link}'", text)
        href = element.get("href")
        if leads(link, address, files) and not href.startswith(("#", "?", "https:")):
            path = posixpath.join(posixpath.dirname(address), unquote(href.partition("?")[0]))
            assert posixpath.normpath(path) in files
        else:
            assert href == link
    assert in_folder(made, address, files) == made
