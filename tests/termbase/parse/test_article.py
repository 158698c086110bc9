from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown.extensions import toc  # type: ignore[import-untyped]
from termbase.articles import Heading
from termbase.parse.article import heading_slug, parse_article, parse_course, parse_home, unique
from termbase.text import Text

COURSE = """\
---
units:
  - title: One
    goal: Know a.
    terms: [a, b]
  - title: Two
    parts:
      - {title: X, terms: [c]}
---
# Course
"""


def test_article() -> None:
    article, problems = parse_article(
        "docs/about.md", "---\ntitle: x\n---\n# About *us*\n\n> One\n> line.\n\nText [a](b.md).\n"
    )
    assert problems == ()
    assert (article.slug, article.path) == ("about", "docs/about.md")
    assert article.title == Text("About *us*", 4)
    assert article.plain == Text("One line.", 6)
    assert article.text == Text("Text [a](b.md).", 9)
    assert [(link.target, link.line) for link in article.inline.links] == [("b.md", 9)]


def test_article_without_a_header_or_a_quote() -> None:
    article = parse_article("docs/about.md", "# About\n\nText.\n\n> Quote.\n")[0]
    assert (article.plain.text, article.text) == ("", Text("Text.\n\n> Quote.", 3))


@pytest.mark.parametrize("text", ["Text.\n", "---\na: b\n---\n## Two\n", "```\n# a\n```\n"])
def test_article_without_a_title_is_reported(text: str) -> None:
    (problem,) = parse_article("docs/about.md", text)[1]
    line = 4 if text.startswith("---") else 1
    assert (
        str(problem)
        == f"docs/about.md:{line}  missing-title  the title is missing  write `# Title` as the first line of the page"
    )


def test_headings_have_the_anchors_of_the_site() -> None:
    text = "# A\n## B & `c` [d](e.md)\n## B c d\n## F {#own .x}\n## F { .x }\n## Größe <!-- x -->\n## A\n"
    assert parse_article("docs/x.md", text)[0].headings == (
        Heading(1, "A", "a", 1),
        Heading(2, "B & c d", "b-c-d", 2),
        Heading(2, "B c d", "b-c-d_1", 3),
        Heading(2, "F", "own", 4),
        Heading(2, "F", "f", 5),
        Heading(2, "Größe", "groe", 6),
        Heading(2, "A", "a_1", 7),
    )


@given(st.text())
def test_slug_of_a_heading_is_the_engine_s(text: str) -> None:
    assert heading_slug(text) == toc.slugify(text, "-")


@given(st.lists(st.sampled_from(["a", "b", "", "a-b"]), max_size=8))
def test_repeated_anchors_are_counted_like_the_engine_does(anchors: list[str]) -> None:
    ours: dict[str, int] = {}
    theirs: set[str] = set()
    assert [unique(anchor, ours) for anchor in anchors] == [toc.unique(anchor, theirs) for anchor in anchors]


def test_course() -> None:
    course, problems = parse_course("docs/courses/x.md", COURSE)
    assert problems == ()
    assert course.slug == "x"
    assert [(unit.title, unit.goal.text, unit.line) for unit in course.units] == [
        (Text("One", 3), "Know a.", 3),
        (Text("Two", 6), "", 6),
    ]
    assert [[part.title.text for part in unit.parts] for unit in course.units] == [[""], ["X"]]
    assert [term for unit in course.units for term in unit.terms] == [Text("a", 5), Text("b", 5), Text("c", 8)]


@pytest.mark.parametrize(
    ("text", "report"),
    [
        ("# C\n", "1  no-header  the header is missing  start the file with `---`, the fields, and `---` again"),
        ("---\n---\n# C\n", "2  missing-field  `units` is missing  The units of the course, in order."),
        (
            "---\nunits:\n  - title: One\n---\n# C\n",
            "3  empty-unit  the unit `One` lists no terms  add `terms: [first-term, second-term]`",
        ),
        (
            "---\nunits: [{titel: One, title: O, terms: [a]}]\n---\n# C\n",
            "2  unknown-field  unknown field `titel`  did you mean `title`?",
        ),
        (
            COURSE.replace("# Course", "Course"),
            "10  missing-title  the title is missing  write `# Title` as the first line of the page",
        ),
    ],
)
def test_problem_of_a_course(text: str, report: str) -> None:
    assert [str(p) for p in parse_course("docs/courses/x.md", text)[1]] == [f"docs/courses/x.md:{report}"]


def test_home() -> None:
    home, problems = parse_home("docs/index.md", "---\nexample: alpha\n---\n# Home\n\nWords.\n")
    assert problems == ()
    assert home.example == Text("alpha", 2)
    assert home.article.text == Text("Words.", 6)
    assert home.start == Text("", 1)
    assert parse_home("docs/index.md", "---\nexample: a\nstart: b\n---\n# Home\n")[0].start == Text("b", 3)
    missing = parse_home("docs/index.md", "---\n---\n# Home\n")[1]
    assert [str(p) for p in missing] == [
        "docs/index.md:2  missing-field  `example` is missing  The entry that the home page shows as an example."
    ]


@given(
    st.lists(st.sampled_from(["---\n", "units:", " [", "]", "{title: a}", "# a\n", "## b\n", "> c\n", "\n", "é"])).map(
        "".join
    )
)
def test_any_text_is_read(text: str) -> None:
    for parse in (parse_article, parse_course, parse_home):
        assert all(1 <= problem.line <= text.count("\n") + 2 for problem in parse("docs/x.md", text)[1])
