"""Drawings: what may stand in one, what is said of the rest, and that only the first ever reaches a page."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from figured import INNER, SVG
from hypothesis import given
from hypothesis import strategies as st
from termbase.parse.figure import parse_figure

PATH = "docs/assets/figures/x.svg"
OPENING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 380 100" class="g-fig"><style>.g-fig .a{fill:#fff}</style>'
)


def reported(text: str) -> list[str]:
    """Return the problems of a drawing, without the path."""
    return [str(problem).removeprefix(f"{PATH}:") for problem in parse_figure(PATH, text)[1]]


def test_a_drawing_is_its_elements_without_style_sheet_comments_and_space() -> None:
    figure, problems = parse_figure(PATH, SVG)
    assert problems == ()
    assert (figure.path, figure.size, figure.width, figure.height) == (PATH, len(SVG.encode()), 380, 100)
    assert figure.markup == INNER


@pytest.mark.parametrize(
    ("element", "report"),
    [
        ("<script>x</script>", "`<script>` may not stand in `<svg>`  a drawing is made of "),
        ("<g>\n<rct/></g>", "`<rct>` may not stand in `<g>`  did you mean `rect`?"),
        ("<foreignObject><g/></foreignObject>", "`<foreignObject>` may not stand in `<svg>`"),
        ("<tspan>a</tspan>", "`<tspan>` may not stand in `<svg>`"),
        ("<path><path/></path>", "`<path>` may not stand in `<path>`"),
        ("<svg:path/>", "`<svg:path>` may not stand in `<svg>`"),
        ("<svg/>", "`<svg>` may not stand in `<svg>`"),
        ("<path onclick='x'/>", "`<path>` may not have `onclick`  remove it; a `class` carries the look"),
        ("<path style='fill:red'/>", "`<path>` may not have `style`"),
        ("<path id='x'/>", "`<path>` may not have `id`"),
        ("<g xml:space='preserve'/>", "`<g>` may not have `xml:space`"),
        ("<path clas='a'/>", "`<path>` may not have `clas`  did you mean `class`?"),
        ("<path d='M0 0 url(x)'/>", "`d` of `<path>` may not be `M0 0 url(x)`"),
        ("<rect x='1e9'/>", "`x` of `<rect>` may not be `1e9`"),
        ("<rect x='99999999'/>", "`x` of `<rect>` may not be `99999999`"),
        ("<circle cx='१२'/>", "`cx` of `<circle>` may not be `१२`"),
        ("<g transform='url(#x)'/>", "`transform` of `<g>` may not be `url(#x)`"),
        ("<g class='a bb'/>", "the style sheet of the drawing has no class `bb`  use one that it has"),
        ("words", "the words `words` stand in no `<text>`  put them into one, or remove them"),
        ("<style>.b{}</style>", "`<style>` stands once, as the first element  remove this one"),
        ("<text>a\ue0000\ue001</text>", "`a 0 ` holds a character that no font has  remove it"),
        ("<?x y?>", "a drawing holds no `<?x …?>`  remove it"),
    ],
)
def test_what_is_not_on_the_list_is_reported_and_left_out(element: str, report: str) -> None:
    text = f"{OPENING}\n{element}<circle r='1'/></svg>"
    (found,) = reported(text)
    line = 3 if "\n" in element else 2
    assert found.startswith(f"{line}  bad-figure  {report}")
    kept = parse_figure(PATH, text)[0].markup
    assert kept.endswith('<circle r="1"/>')
    assert not any(
        word in kept for word in ("\ue000", "script", "foreign", "onclick", "style", "id=", "url", "words", "svg")
    )


@pytest.mark.parametrize(
    ("text", "reports"),
    [
        (f"{OPENING}<path></svg>", ["1  bad-figure  the drawing is not well-formed: mismatched tag"]),
        (f"{OPENING}\n<path d=M0/></svg>", ["2  bad-figure  the drawing is not well-formed: not well-formed (inv"]),
        (f"{OPENING}<text>&nbsp;</text></svg>", ["1  bad-figure  the drawing is not well-formed: undefined entity"]),
        (
            f'<!DOCTYPE svg [<!ENTITY a "b">]>\n{OPENING}<text>&a;</text></svg>',
            ["1  bad-figure  a drawing declares no document type  remove `<!DOCTYPE …>`"],
        ),
        (f"{OPENING}</svg>", ["1  bad-figure  nothing is drawn  draw something, or delete the file"]),
    ],
)
def test_a_file_that_is_no_drawing_has_no_markup(text: str, reports: list[str]) -> None:
    assert [found[: len(report)] for found, report in zip(reported(text), reports, strict=True)] == reports
    assert parse_figure(PATH, text)[0].markup == ""


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("d", "M0 0"),
        ("d", " m-1.5.5,2 3L4 5 6 7h1-1V2C1 2 3 4 5 6q1 2 3 4T5 6A1 1 0 01 5 6a1,1,0,0,1,5,6Z m1 1z "),
        ("points", "0,0 1,1"),
        ("points", "0 0 1-1 .5.5"),
        ("transform", "translate(1) rotate(-21.8 254.8 100.9)"),
        ("transform", "matrix(1,0,0,1,0,0)"),
        ("x", "-.5"),
        ("x", "999999"),
    ],
)
def test_a_value_of_the_grammar_is_kept(name: str, value: str) -> None:
    figure, problems = parse_figure(PATH, f'{OPENING}<path {name}="{value}"/></svg>')
    assert problems == ()
    assert f' {name}="{value}"' in figure.markup


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("d", "0 0"),
        ("d", "L0 0"),
        ("d", "M0"),
        ("d", "M0 0 1"),
        ("d", "M,0 0"),
        ("d", "M0 0,"),
        ("d", "M0 0C1 2 3 4 5"),
        ("d", "M0 0A1 1 0 2 1 5 6"),
        ("d", "M0 0z1"),
        ("d", "M1e9 0"),
        ("d", "M1000000 0"),
        ("d", "M--1 0"),
        ("d", "M१ 0"),
        ("d", "M0 0" + "1 " * 100_000 + "x"),
        ("d", "M" + "1" * 100_000),
        ("points", "0"),
        ("points", "0 0 1"),
        ("points", "१,१"),
        ("transform", "translate()"),
        ("transform", "rotate(1 2)"),
        ("transform", "scale(9999999)"),
        ("x", "१"),
        ("x", "1000000"),
        ("width", "9" * 400),
        ("opacity", "nan"),
    ],
    ids=lambda value: value[:20],
)
def test_a_value_that_is_not_of_the_grammar_is_left_out(name: str, value: str) -> None:
    text = f'{OPENING}<path {name}="{value}"/></svg>'
    (found,) = reported(text)
    assert found.startswith(f"1  bad-figure  `{name}` of `<path>` may not be ")
    assert parse_figure(PATH, text)[0].markup == "<path/>"


def test_a_declaration_is_refused_for_the_encoding_that_it_may_name() -> None:
    declared = f'<?xml version="1.0" encoding="iso-2022-jp"?>{OPENING}<g/></svg>'
    assert reported(declared) == ["1  bad-figure  a drawing holds no `<?xml …?>`  remove it"]


@pytest.mark.parametrize(
    ("root", "reports"),
    [
        ("<html>", ["`<html>` may not stand as the whole drawing", "nothing is drawn"]),
        ('<svg viewBox="0 0 9 9" class="g-fig">', ["`<svg>` has no `xmlns` or a wrong one"]),
        ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">', ["`<svg>` has no `class` or a wrong one"]),
        (
            OPENING.partition("<style>")[0].replace("380", "401"),
            ["the `viewBox` is not `0 0 width height`, at most 400"],
        ),
        (OPENING.partition("<style>")[0].replace("100", "0"), ["the `viewBox` is not `0 0 width height`, at most 400"]),
        (OPENING.partition("<style>")[0].replace("100", "801"), ["the `viewBox` is not `0 0 width height`"]),
        (OPENING.partition("<style>")[0].replace("100", "9" * 400), ["the `viewBox` is not `0 0 width height`"]),
        (OPENING.partition("<style>")[0].replace("100", "१००"), ["the `viewBox` is not `0 0 width height`"]),
        (OPENING.partition("<style>")[0][:-1] + ' onload="x">', ["`<svg>` may not have `onload`  remove it"]),
    ],
)
def test_the_root_says_what_it_is(root: str, reports: list[str]) -> None:
    text = f"{root}<style>.a{{}}</style><g/></{root[1:5].rstrip()}>"
    found = reported(text)
    assert [line.removeprefix("1  bad-figure  ")[: len(r)] for line, r in zip(found, reports, strict=True)] == reports


@pytest.mark.parametrize(
    "sheet",
    [
        "@import 'https://a.b/c.css';",
        ".a{fill:url(https://a.b/c)}",
        ".a{background:image-set('https://a.b/c' 1x)}",
        r".a{fill:u\72l(x)}",
        "@font-face{src:x}",
        "@media (prefers-color-scheme:dark) and (min-width:9px){}",
    ],
)
def test_a_style_sheet_asks_for_nothing(sheet: str) -> None:
    text = f"{OPENING.partition('<style>')[0]}<style>{sheet}</style><g/></svg>"
    (found,) = reported(text)
    assert "the style sheet of the drawing may ask for something elsewhere" in found


def test_a_drawing_starts_with_its_style_sheet() -> None:
    first, second = reported(f"{OPENING.partition('<style>')[0]}\n<path class='a'/><path/><style/></svg>")
    assert first.startswith("2  bad-figure  the drawing does not start with its `<style>`")
    assert second.startswith("2  bad-figure  `<style>` stands once, as the first element")


def test_a_drawing_without_a_size_is_not_shown() -> None:
    assert parse_figure(PATH, OPENING.replace("0 0 380 100", "0 0 0 100") + "<g/></svg>")[0].markup == ""


ELEMENTS = {"path", "line", "polyline", "polygon", "circle", "ellipse", "rect", "g", "text", "tspan"}
NAMES = [
    *sorted(ELEMENTS),
    "svg",
    "style",
    "script",
    "a",
    "image",
    "use",
    "animate",
    "foreignObject",
    "svg:g",
    "SCRIPT",
]
ATTRIBUTES = ["d", "x", "class", "points", "transform", "text-anchor", "onclick", "href", "xlink:href", "style", "id"]
VALUES = st.sampled_from(
    ["M0 0", "1", "a", "url(#x)", "javascript:alert(1)", "&quot;&gt;&lt;script&gt;", "translate(1)", "x&#10;y", "a b"]
)
TEXTS = st.sampled_from(
    ["", " ", "&lt;script&gt;", "<![CDATA[<script>]]>", "<!-- <g> -->", "a", "\n", "&amp;lt;", "]]&gt;"]
)


@st.composite
def elements(draw: st.DrawFn, depth: int = 3) -> str:
    name = draw(st.sampled_from(NAMES))
    attributes = draw(st.dictionaries(st.sampled_from(ATTRIBUTES), VALUES, max_size=3))
    opening = name + "".join(f' {key}="{value}"' for key, value in attributes.items())
    inside = draw(st.lists(elements(depth - 1) | TEXTS, max_size=3)) if depth else [draw(TEXTS)]
    return f"<{opening}>{''.join(inside)}</{name}>"


class Tags(HTMLParser):
    """Gathers the elements of some HTML, and the names and values of their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.names: set[str] = set()
        self.values: set[str] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.names.update(name for name, _ in attrs)
        self.values.update(value or "" for _, value in attrs)


@given(st.lists(elements() | TEXTS, max_size=4).map("".join), st.sampled_from([OPENING, "<svg>", "", "<g>"]))
def test_nothing_but_drawing_gets_through(inside: str, opening: str) -> None:
    root = "g" if opening == "<g>" else "svg"
    found = Tags(parse_figure(PATH, f"{opening}{inside}" + (f"</{root}>" if opening else ""))[0].markup)
    assert found.elements <= ELEMENTS
    assert found.names <= {"d", "x", "class", "points", "transform", "text-anchor"}
    assert not any(":" in value or "url" in value or "<" in value for value in found.values)


@given(st.text(alphabet=st.sampled_from(list("<>/=\"'&;! -?[]gax svgtext\n#\x1b")), max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    figure, problems = parse_figure(PATH, OPENING + text)
    assert problems or figure.markup


@pytest.mark.parametrize("height", ["801", "1000000000", "9" * 400, "0"])
def test_a_drawing_is_of_a_size_that_fits_a_page(height: str) -> None:
    (found,) = reported(OPENING.replace("380 100", f"380 {height}") + "<circle r='1'/></svg>")
    assert "at most 400 wide and 800 high" in found
