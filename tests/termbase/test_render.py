from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import spaced
from termbase.render import addresses, relative, render, words
from termbase.text import Text

ADDRESS = addresses("glossary/x.md", "terms/x/")
MATHS = '<div class="g-math" tabindex="0" role="group" aria-label="Formula">'


def block(text: str) -> str:
    return str(render([(text, False)], ADDRESS).block(Text(text, 1)))


def line(text: str) -> str:
    return str(render([(text, True)], ADDRESS).line(Text(text, 1)))


def test_an_empty_corner_of_a_table_is_no_heading() -> None:
    made = block("| | a |\n|---|--:|\n| b | 1 |")
    assert '<td></td>\n<th class="r">a</th>' in made
    assert '<td class="r"></td>' in block("| a | |\n|---|--:|\n| b | 1 |")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a *b*", "<p>a <em>b</em></p>\n"),
        ("a $x$ b", "<p>a <math><mi>x</mi></math> b</p>\n"),
        ("$$x$$", f'{MATHS}<math display="block"><mi>x</mi></math></div>\n'),
        ("64.", "<p>64.</p>\n"),
        ("7) <!-- check: 3 + 4 == 7 -->", "<p>7)</p>\n"),
        ("a\n\n64.\n\nb", "<p>a</p>\n<p>64.</p>\n<p>b</p>\n"),
        ("64. a", '<ol start="64">\n<li>a</li>\n</ol>\n'),
        ("1. a\n2.", "<ol>\n<li>a</li>\n<li></li>\n</ol>\n"),
        ("a $$x$$ b", '<p>a <math display="block"><mi>x</mi></math> b</p>\n'),
        ("$x$", "<p><math><mi>x</mi></math></p>\n"),
        (r"$\broken<$", "<p><code>\\broken&lt;</code></p>\n"),
        ("`$x$`", "<p><code>$x$</code></p>\n"),
        ("is 6. <!-- check: 2 * 3 == 6 -->", "<p>is 6.</p>\n"),
        ("a\n\n<!-- b\n\nc -->\n\nd", "<p>a</p>\n<p>d</p>\n"),
        ("a <b>c</b>", "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
        ("[a](y.md#quiz)", '<p><a href="../y/#quiz">a</a></p>\n'),
        ("[a](../docs/about.md)", '<p><a href="../../about/">a</a></p>\n'),
        ("[a](#quiz)", '<p><a href="#quiz">a</a></p>\n'),
        ('[a](https://b.c/?d&e=f "g")', '<p><a href="https://b.c/?d&amp;e=f" title="g">a</a></p>\n'),
        ("![a *b*](../docs/assets/b.svg)", "<p>a b</p>\n"),
        ('a ![b](https://c.d/e.svg "f") g', "<p>a b g</p>\n"),
        ("[![a](b.svg)](y.md)", '<p><a href="../y/">a</a></p>\n'),
        ("\ue000" + "0\ue001 \ue002", "<p>\ufffd0\ufffd \ufffd</p>\n"),
        ("", ""),
    ],
)
def test_block(text: str, html: str) -> None:
    assert block(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a *b*", "a <em>b</em>"),
        ("1. a", "1. a"),
        ("# a #", "# a #"),
        ("- a\n> b", "- a &gt; b"),
        ("$$x$$", '<math display="block"><mi>x</mi></math>'),
        ("a <!-- id: b -->", "a"),
        ("a\\", "a\\"),
        ("```a", "```a"),
        ("", ""),
    ],
)
def test_line(text: str, html: str) -> None:
    assert line(text) == html


def test_table_stands_in_a_frame_and_its_columns_keep_their_side() -> None:
    html = block("|a|b|c|\n|:-:|-:|:-|\n|d|e|f|")
    assert re.match(r'<div [^<>]*tabindex="0"[^<>]*><table[^<>]*>', html)
    assert html.endswith("</table></div>\n")
    assert re.findall(r"<t[hd][^<>]*>.", html) == [
        *('<th class="c">a', '<th class="r">b', "<th>c"),
        *('<td class="c">d', '<td class="r">e', "<td>f"),
    ]


def test_one_text_may_be_wanted_as_line_and_as_block() -> None:
    found = render([("- a", True), ("- a", False), ("- a", True)], ADDRESS)
    assert found.line(Text("- a", 1)) == "- a"
    assert found.block(Text("- a", 9)) == "<ul>\n<li>a</li>\n</ul>\n"


@pytest.mark.parametrize(
    "opener", ["```", "~~~~", "<!--", "<script>", "$$", "`", "- a\n  - b", "> a", "    code", "[a"]
)
def test_what_one_fragment_leaves_open_does_not_reach_the_next(opener: str) -> None:
    found = render([("before", False), (opener, False), ("after *x*", False), ("```", False), ("$", True)], ADDRESS)
    assert found.html["before", False] == "<p>before</p>\n"
    assert found.html["after *x*", False] == "<p>after <em>x</em></p>\n"
    assert found.html["$", True] == "$"


class Tags(HTMLParser):
    """Gathers the tags of some HTML and the names of its attributes, and fails on a script."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.attributes: set[str] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in {"script", "style", "iframe", "object", "embed", "form", "base", "meta", "link"}
        for name, value in attrs:
            assert not name.startswith("on"), f"{name}={value}"
            assert not re.match(r"\s*(?:javascript|vbscript|data):", value or "", re.IGNORECASE), f"{name}={value}"
            self.attributes.add(name)


PLAIN = ["a ", "\n", "\n\n", "# ", "- ", "> ", "1. ", "    ", *spaced("é * ** _ ` ``` ~~~ | |-| \\ &amp; &#60;")]
HTML = spaced("<script> </script> <img/src=x/onerror=alert(1)> <a/onclick='x'> <!-- --> <b > <![CDATA[ <?")
ADDRESSES = spaced("[ ]( ) ](javascript:alert(1)) <javascript:x> ](y.md) ![ ]:javascript:x \" '")
LINKS = ["[a](b 'c\" onclick=d')", *ADDRESSES]
MARKDOWN = st.lists(st.sampled_from([*PLAIN, *HTML, *LINKS]) | st.text(max_size=3), max_size=15).map("".join)
FORMULAS = st.lists(
    st.sampled_from([*PLAIN, *HTML, "$", "$$", "$x$", "$$y$$", "$<$", "\ue000", "\ue001"]), max_size=15
).map("".join)
ATTRIBUTES = {"href", "src", "alt", "title", "class", "tabindex", "role", "aria-label", "start"}


def encodable(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


@given(st.lists(st.tuples(MARKDOWN.map(encodable), st.booleans()), max_size=4))
def test_no_markup_gets_scripts_or_marks_through(fragments: list[tuple[str, bool]]) -> None:
    found = render(fragments, ADDRESS).html
    assert set(found) == set(fragments)
    for html in found.values():
        assert not re.search("[\ue000-\ue003]", html)
        assert Tags(html).attributes <= ATTRIBUTES


@given(st.lists(st.tuples(FORMULAS, st.booleans()), max_size=4))
def test_no_formula_gets_scripts_or_marks_through(fragments: list[tuple[str, bool]]) -> None:
    found = render(fragments, ADDRESS).html
    assert set(found) == set(fragments)
    for html in found.values():
        assert not re.search("[\ue000-\ue003]", html)
        Tags(html)


@given(st.text(alphabet="ab c.,é", min_size=1, max_size=20).filter(str.strip))
def test_plain_words_stay(text: str) -> None:
    assert words(block(text)).split() == text.split()


@pytest.mark.parametrize(
    ("page", "to", "href"),
    [
        ("terms/softmax/", "terms/gradient/", "../gradient/"),
        ("terms/softmax/", "", "../../"),
        ("", "terms/softmax/", "terms/softmax/"),
        ("", "", "./"),
        ("terms/", "assets/a.svg", "../assets/a.svg"),
        ("404.html", "terms/a/", "terms/a/"),
        ("terms/a/", "terms/a/", "./"),
    ],
)
def test_relative(page: str, to: str, href: str) -> None:
    assert relative(page, to) == href


def test_words_are_what_a_reader_sees() -> None:
    assert words("<p>a <em>b</em> &amp; c</p>\n") == "a b & c"
