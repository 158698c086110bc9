from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import spaced
from termbase.model import Image, Link, LinkKind, Maths
from termbase.parse.inline import Kind, Lines, blank, label_key, read_inline, scan
from termbase.text import Text

SPANS: list[tuple[str, list[tuple[Kind, str]]]] = [
    ("a `b` c", [(Kind.CODE, "b")]),
    ("``a ` b``", [(Kind.CODE, "a ` b")]),
    ("`a\n\nb`", []),
    ("\\`a`", []),
    ("```\n$x$\n```", [(Kind.CODE, "")]),
    ("~~~ py\n[a](b)\n~~~~ ", [(Kind.CODE, "")]),
    ("    ```\na", []),
    ("a $x$ b", [(Kind.MATHS, "x")]),
    ("$x$y", [(Kind.MATHS, "x")]),
    ("$5 and $6", []),
    ("$ x$", []),
    ("$x $", []),
    ("$x$5", []),
    (r"\$x$", []),
    (r"$a \$ b$", [(Kind.MATHS, r"a \$ b")]),
    ("$a\nb$", []),
    ("$$a\nb$$", [(Kind.DISPLAY, "a\nb")]),
    ("$$a\n\nb$$", []),
    ("$`$`", [(Kind.MATHS, "`")]),
    ("`$`$`", [(Kind.CODE, "$")]),
    ("<!-- a -->", [(Kind.COMMENT, "a")]),
    ("<!-- a\n\nb -->", [(Kind.COMMENT, "a\n\nb")]),
    ("<!-- a <!-- b -->", [(Kind.COMMENT, "b")]),
    ("`<!--` a -->", [(Kind.CODE, "<!--")]),
    ("<https://a.b/$x$>", [(Kind.AUTOLINK, "https://a.b/$x$")]),
    ("<https://a b>", []),
    ("[`a`](b$c$)", [(Kind.CODE, "a"), (Kind.MATHS, "c")]),
]
UNCLOSED = [
    ("$5", [(0, "$")]),
    ("a $x\n$y", [(2, "$"), (5, "$")]),
    ("$$x\n\ny", [(0, "$$")]),
    ("<!-- a <!-- b", [(0, "<!--"), (7, "<!--")]),
    ("a\n```\nb", [(2, "```")]),
    ("````\na\n```\nb", [(0, "````"), (7, "```")]),
    ("`a", []),
    ("[a](b", []),
]
LINKS = [
    ("[a](b.md)", Link("a", "b.md", 1, LinkKind.INLINE, 4, 8)),
    ("[a](<b c.md>)", Link("a", "b c.md", 1, LinkKind.INLINE, 5, 11)),
    ('[a]( b.md "c" )', Link("a", "b.md", 1, LinkKind.INLINE, 5, 9)),
    ("[a](b(c).md)", Link("a", "b(c).md", 1, LinkKind.INLINE, 4, 11)),
    ("[a]()", Link("a", "", 1, LinkKind.INLINE, 4, 4)),
    ("[a [b] c](d)", Link("a [b] c", "d", 1, LinkKind.INLINE, 10, 11)),
    (r"[a\] b](c)", Link(r"a\] b", "c", 1, LinkKind.INLINE, 8, 9)),
    ("[a\nb](c)", Link("a\nb", "c", 1, LinkKind.INLINE, 6, 7)),
    ("[A  b][C]", Link("A  b", "c", 1, LinkKind.REFERENCE)),
    ("[A  b][]", Link("A  b", "a b", 1, LinkKind.REFERENCE)),
]


@pytest.mark.parametrize(("text", "spans"), SPANS)
def test_spans(text: str, spans: list[tuple[Kind, str]]) -> None:
    assert [(span.kind, span.inner) for span in scan(text).spans] == spans


@pytest.mark.parametrize(("text", "unclosed"), UNCLOSED)
def test_openers_that_nothing_closes(text: str, unclosed: list[tuple[int, str]]) -> None:
    assert list(scan(text).unclosed) == unclosed


@pytest.mark.parametrize(("text", "link"), LINKS)
def test_links(text: str, link: Link) -> None:
    assert read_inline(text, 1).links == (link,)


@pytest.mark.parametrize(
    "text", ["[a]", "[a] (b)", "[a](b", "`[a](b)`", "<!-- [a](b) -->", r"\[a](b)", "$[a](b)$", "[a](b c)"]
)
def test_what_is_no_link(text: str) -> None:
    assert read_inline(text, 1).links == ()


@pytest.mark.parametrize(
    ("text", "image"),
    [
        ("![a](b.svg)", Image("a", "b.svg", 1, True, 0, 11)),
        ("![a](<b c.svg>)", Image("a", "b c.svg", 1, True, 0, 15)),
        ('![a](b.svg "c")', Image("a", "b.svg", 1, True, 0, 15)),
        ("![a](b.svg 'c')", Image("a", "b.svg", 1, True, 0, 15)),
        ('![a\nb](c.svg\n"d \\"e\\"\nf")', Image("a\nb", "c.svg", 1, True, 0, 25)),
        ("![a](b.svg (c))", Image("a", "b.svg", 1, True, 0, 15)),
        ('![a](b.svg "c\\\nd")', Image("a", "b.svg", 1, True, 0, 18)),
        ("![a][b]", Image("a", "", 1, True, 0, 7)),
        ("![a]", Image("a", "", 1, True, 0, 4)),
        ("![a]\n\n[a]: b.svg", Image("a", "", 1, True, 0, 4)),
        ('![a](b.svg "c\n\nd")', Image("a", "", 1, False, 0, 4)),
        (f"![{'a' * 401}](b.svg)", Image("", "", 1, False, 0, 2)),
        ("a\n\n![b](c.svg)\n\nd", Image("b", "c.svg", 3, True, 3, 14)),
        ("## a\n![b](c.svg)", Image("b", "c.svg", 2, True, 5, 16)),
        ("<!-- a -->\n![b](c.svg)", Image("b", "c.svg", 2, True, 11, 22)),
        ("\n![b](c.svg)  \n  ", Image("b", "c.svg", 2, True, 1, 12)),
        ("a\n![b](c.svg)", Image("b", "c.svg", 2, False, 2, 13)),
        ("#a\n![b](c.svg)", Image("b", "c.svg", 2, False, 3, 14)),
        ("![b](c.svg)\na", Image("b", "c.svg", 1, False, 0, 11)),
        ("![b](c.svg) a", Image("b", "c.svg", 1, False, 0, 11)),
        ("a ![b](c.svg)", Image("b", "c.svg", 1, False, 2, 13)),
        (" ![b](c.svg)", Image("b", "c.svg", 1, False, 1, 12)),
        ("> ![b](c.svg)", Image("b", "c.svg", 1, False, 2, 13)),
        ("[![a](b.png)](c.md)", Image("a", "b.png", 1, False, 1, 12)),
    ],
)
def test_image(text: str, image: Image) -> None:
    assert read_inline(text, 1).images == (image,)


@pytest.mark.parametrize("text", [r"\![a](b.svg)", "`![a](b.svg)`", "! [a](b.svg)", "$n![k]$"])
def test_what_is_no_image(text: str) -> None:
    assert read_inline(text, 1).images == ()


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ('a <img src="https://b.c/d.png"> e', ['<img src="https://b.c/d.png">']),
        ("<IFRAME\nSRC=//b.c/d></iframe>", ["<IFRAME\nSRC=//b.c/d>"]),
        (r"<script src='/\b.c/d.js'>", [r"<script src='/\b.c/d.js'>"]),
        ('<img alt="<i>" src="&#104;t\ntps:b.c">', ['<img alt="<i>" src="&#104;t\ntps:b.c">']),
        ('<a title="<img src=https://b.c/d>">', ['<a title="<img src=https://b.c/d>">']),
        ('<source srcset="a.png, //b.c/d.png 2x">', ['<source srcset="a.png, //b.c/d.png 2x">']),
        ('<img src="a.svg"> https://b.c <a href="https://b.c">d</a> <https://b.c>', []),
        ('<svg xmlns="http://www.w3.org/2000/svg"> `<img src="https://b.c">`', []),
    ],
)
def test_a_tag_that_names_another_host(text: str, tags: list[str]) -> None:
    assert [tag.text for tag in read_inline(text, 1).loading] == tags


def test_an_image_is_no_link_and_may_hold_some() -> None:
    found = read_inline('![a [b](c.md)](d.svg "[e](f.md)")', 1)
    assert [link.target for link in found.links] == ["c.md", "f.md"]
    assert [image.target for image in found.images] == ["d.svg"]


def test_everything_has_its_line() -> None:
    found = read_inline("a\n$x$ [b](c)\n\n<!-- d -->\n$$\ny\n$$\n$5\n[E  f]: g\n", 10)
    assert found.maths == (Maths("x", False, 11), Maths("y", True, 14))
    assert [(link.target, link.line) for link in found.links] == [("c", 11)]
    assert found.comments == (Text("d", 13),)
    assert found.unclosed == (Text("$", 17),)
    assert found.definitions == {"e f"}


def test_lines() -> None:
    lines = Lines("ab\n\nc", 5)
    assert [lines.at(offset) for offset in range(5)] == [5, 5, 5, 6, 7]


def test_label_key_is_blind_to_case_and_spaces() -> None:
    assert label_key(" Straße \n B ") == "strasse b"


MARKS = ["\n", "\n\n", " ", *spaced("` `` ``` ~~~ $ $$ <!-- --> [ ]( ) ][ ] ! \\ a 1 <https://a> é")]
TEXTS = st.lists(st.sampled_from(MARKS), max_size=30).map("".join) | st.text()


@given(TEXTS)
def test_spans_are_ordered_and_apart_and_blanking_moves_nothing(text: str) -> None:
    found = scan(text)
    ends = [0, *(edge for span in found.spans for edge in (span.start, span.end)), len(text)]
    assert ends == sorted(ends)
    assert all(span.start < span.end and span.inner in text[span.start : span.end] for span in found.spans)
    plain = blank(text, found.spans)
    assert [len(line) for line in plain.split("\n")] == [len(line) for line in text.split("\n")]
    assert all(new in (old, " ") for old, new in zip(text, plain, strict=True))
    assert all(
        text.startswith(mark, offset) or mark in text[offset:].lstrip(" ")[: len(mark)]
        for offset, mark in found.unclosed
    )


@given(TEXTS, st.integers(1, 1000))
def test_lines_of_what_is_found_are_within_the_text(text: str, first: int) -> None:
    found = read_inline(text, first)
    lines = [link.line for link in found.links] + [maths.line for maths in found.maths]
    lines += [part.line for part in (*found.comments, *found.unclosed, *found.bracketed, *found.html, *found.gaps)]
    assert all(first <= line <= first + text.count("\n") for line in lines)
    assert all(
        text[link.start : link.end] == link.target for link in found.links if link.kind is not LinkKind.REFERENCE
    )


SIZE = 200_000
WORST = [
    "` ",
    "`a\n\n",
    "$a ",
    "$1$1",
    "$a\\$ ",
    "$a\n",
    "$$ ",
    "$$a\n\n",
    "<!--",
    "-->",
    "<https:",
    "<https:a ",
    "[",
    "[a [b] ",
    "[a](",
    "[a](<",
    "[a](b(c",
    "[a][b",
    "[a]: ",
    "![a [b] ",
    "![a](b (c",
    "![a](b (\\",
    '<a b="',
    "<i b='",
    "<i b=  ",
    "\\",
    "\n \n",
    " ",
]


@pytest.mark.parametrize("part", WORST)
def test_a_long_text_of_openers_is_read_in_time(part: str) -> None:
    read_inline(part * (SIZE // len(part)), 1)


@pytest.mark.parametrize(
    "text",
    [
        "".join("`" * length + " " for length in range(1, 630)),
        "<!--" * (SIZE // 4) + "-->",
        "$a " + r"\$" * (SIZE // 2),
        "[a](b" + "()" * (SIZE // 2),
        "[" + "[aaaa] " * (SIZE // 7),
    ],
    ids=["ticks of every length", "one end for many comments", "one dollar", "one target", "one label"],
)
def test_one_long_construct_is_read_in_time(text: str) -> None:
    read_inline(text, 1)
