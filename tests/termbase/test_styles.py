"""Style sheets made small, and the theme's cut down to what the site uses."""

from __future__ import annotations

import re
from importlib.metadata import distribution
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from project import ROOT
from termbase.styles import FRAME_CLASSES, classes_of, minified, purged

THEME = Path(str(distribution("mkdocs-material").locate_file("material/templates/assets/stylesheets")))


def theme() -> str:
    (sheet,) = THEME.glob("main.*.min.css")
    return sheet.read_text("utf-8")


def test_comments_and_spaces_go() -> None:
    assert minified("/* why */\na {\n  color: #ff0000;\n}\n") == "a{color:red}"


def test_what_is_no_css_is_an_error() -> None:
    with pytest.raises(ValueError, match="Parsing"):
        minified("a { color: red; } }")


def test_rules_of_classes_that_no_page_has_go() -> None:
    sheet = ".used .gone{top:0}.used{left:0}p{right:0}@media print{.gone{top:0}.used{bottom:0}}"
    assert purged(sheet, {"used"}) == ".used{left:0}p{right:0}@media print{.used{bottom:0}}"


def test_variables_that_no_rule_reads_go_and_those_that_one_reads_stay() -> None:
    sheet = ':root{--a:1px;--icon:url("data:image/svg+xml;utf8,<svg/>");--b:var(--a)}.gone{top:var(--c)}p{top:var(--b)}'
    assert purged(sheet, set()) == ":root{--a:1px;--b:var(--a)}p{top:var(--b)}"


def test_movements_that_no_rule_plays_go() -> None:
    sheet = "@keyframes still{to{top:0}}@keyframes spin{to{top:0}}p{animation:spin 1s}"
    assert "spin" in purged(sheet, set())
    assert "still" not in purged(sheet, set())


@given(st.lists(st.sampled_from("abcdef"), unique=True))
def test_every_rule_of_used_classes_alone_stays(used: list[str]) -> None:
    sheet = "".join(f".{name}{{top:{i}px}}" for i, name in enumerate("abcdef", 1))
    assert re.findall(r"\.(\w)\{", purged(sheet, used)) == sorted(used)


def test_classes_are_read_from_any_tag() -> None:
    assert classes_of('<p class=\'a b\'><i id=x class=c>class="d"</i><code class="language-py">') == {
        "a",
        "b",
        "c",
        "language-py",
    }


def test_our_templates_ask_the_theme_for_no_more_than_the_named_classes() -> None:
    known = set(re.findall(r"\.(md-[\w-]+)", theme()))
    templates = "".join(file.read_text("utf-8") for file in (ROOT / "hooks" / "templates").rglob("*.html"))
    assert known & set(re.findall(r"md-[\w-]+", templates)) == FRAME_CLASSES
