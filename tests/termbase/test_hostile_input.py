"""Input that once crashed, hung or fooled the core. Each case is small to state and was large in effect."""

from __future__ import annotations

import json
import os
from html import escape
from pathlib import Path

import pytest
from project import accept_all, copy_base, problems_of, replace_once, report_of
from termbase.checks.items import said
from termbase.fmt import format_entry
from termbase.maths import BrokenTex, to_mathml
from termbase.parse.entry import parse_entry
from termbase.problems import Problem, advice, as_json
from termbase.render import addresses, render
from termbase.text import Text

HEADER = "---\nlevel: beginner\nsources: []\nreviewed: 2026-11-21\n---\n# Title\n\n> Plain.\n\n"
MANY = 40_000


def html_of(markdown: str) -> str:
    """Return a block as the page ``terms/x/`` shows it."""
    return str(render([(markdown, False)], addresses("glossary/x.md", "terms/x/")).block(Text(markdown, 1)))


@pytest.mark.parametrize("tex", ["{" * 60_000, r"\left(" * 5_000, "{" * 500 + "}" * 500, "x" * 5_000])
def test_tex_that_overflows_the_stack_of_the_converter_is_refused(tex: str) -> None:
    with pytest.raises(BrokenTex):
        to_mathml(tex, display=False)


def test_tex_that_is_long_but_flat_is_set() -> None:
    assert to_mathml("+".join(["a_{1}"] * 100), display=False).count("<msub>") == 100


@pytest.mark.parametrize(
    "body",
    [
        "```a\n" * MANY,
        "~~~a\n" * MANY,
        "[a](" + " " * 200_000,
        "## Quiz\n" + "<!-- a -->" * 30 + " x",
        "## Formula\n\n- " + "$a$," * 30 + "x",
        "## " + "<!--" * MANY,
        "## Review questions\n### a <!-- id: a" + " " * 200_000 + "b -->",
        "## In your own words\n### Tell.\n- [ ] a" + " " * 200_000 + "b",
        "<!-- id:" * MANY,
        "$" * MANY,
        "[" * MANY,
        "` `` " * MANY,
        '![a](b "c' * MANY,
        '![a](b "' + "\\" * 200_000,
        "![a](b)" * MANY,
        "![a](b)\n\n" * MANY,
    ],
    ids=lambda body: body[:24],
)
def test_a_file_of_openers_is_read_in_linear_time(body: str) -> None:
    # A quadratic reading of these takes minutes, an exponential one for ever.
    entry, problems = parse_entry("glossary/x.md", HEADER + body)
    assert entry.title.text == "Title"
    assert all(1 <= problem.line <= (HEADER + body).count("\n") + 1 for problem in problems)


def test_comments_are_stripped_in_linear_time() -> None:
    assert said(Text("<!--" * MANY + "a", 1)).endswith("a")


@pytest.mark.parametrize(
    "markdown", ["&#xE000;99&#xE001;", "&#57344;0&#57345;", "a\n\n&#xE002;\n\nb", "[a](b%EE%80%8099%EE%80%81)"]
)
def test_the_marks_of_the_renderer_cannot_be_written(markdown: str) -> None:
    out = html_of(markdown)
    assert not any("\ue000" <= character <= "\ue003" for character in out)


@pytest.mark.parametrize("mark", ["&amp;#xe00{};", r"&\#xe00{};", "&amp;#5734{};"])
def test_the_marks_of_the_renderer_cannot_be_written_in_a_caption(mark: str) -> None:
    start, end, cut, line = (mark.format(4 + n if "5734" in mark else n) for n in range(4))
    figure = (f'![a](a.svg "$x$ {start}70{end} {cut} {line}")', False)
    out = render([figure], addresses("glossary/x.md", "terms/x/"), lambda *_: "<svg></svg>").html[figure]
    assert out.startswith('<figure class="g-figure"><svg></svg><figcaption><math>')
    assert "70" in out
    assert not any("\ue000" <= character <= "\ue003" for character in out)


def test_a_script_address_does_not_come_back_by_unquoting() -> None:
    assert addresses("docs/index.md", "")("javascript%3Aalert(1)") == "./javascript%3Aalert%281%29"
    assert addresses("glossary/a.md", "terms/a/")("a%20b.md") == "../a%20b/"


def test_a_formula_in_an_attribute_stays_text() -> None:
    assert 'title="x&lt;y"' in html_of('[a](softmax.md "$x<y$")')
    image = ("![$x<y$](a.svg)", False)
    made = render([image], addresses("glossary/x.md", "terms/x/"), lambda _, alt: f'<img alt="{escape(alt)}">')
    assert 'alt="x&lt;y"' in made.html[image]


def test_html_right_after_a_letter_is_seen(tmp_path: Path) -> None:
    root = copy_base(tmp_path)
    replace_once(root / "glossary" / "alpha.md", "Two of them make", "H<sub>2</sub>O and a‹gap› make")
    assert [p.code for p in problems_of(root)] == ["placeholder", "raw-html"]


def test_an_entry_named_x_does_not_make_links_of_boxes(tmp_path: Path) -> None:
    root = copy_base(tmp_path)
    replace_once(root / "glossary" / "beta.md", "aliases: [second letter]", "aliases: [second letter, x]")
    accept_all(root)
    assert report_of(root) == []


def test_a_hash_is_part_of_a_name() -> None:
    entry, _ = parse_entry("glossary/c-sharp.md", HEADER.replace("# Title", "# C#"))
    assert entry.title.text == "C#"
    assert parse_entry("glossary/a.md", HEADER.replace("# Title", "# A ##"))[0].title.text == "A"


def test_a_stray_backtick_swallows_no_heading() -> None:
    entry, _ = parse_entry("glossary/a.md", HEADER + "A ` b\n## Quiz\nc `\n")
    assert [filled.section.heading for filled in entry.sections] == ["Quiz"]


@pytest.mark.parametrize(
    ("heading", "formatted"),
    [
        ("### Why? <!-- id: -->", "### Why? <!-- id: why -->"),
        ("### Why ###", "### Why <!-- id: why -->"),
        ("### Why? <!-- id: x", "### Why? <!-- id: x"),
    ],
)
def test_ids_are_stamped_once_and_cleanly(heading: str, formatted: str) -> None:
    text = f"{HEADER}Definition.\n\n## Review questions\n\n{heading}\n\nAnswer.\n"
    once, _ = format_entry("glossary/a.md", text)
    assert formatted in once.split("\n")
    assert format_entry("glossary/a.md", once)[1] == []


def test_json_is_ascii_whatever_the_words() -> None:
    report = as_json([Problem("glossary/é.md", 1, "x", "“é”")], 1)
    assert report.isascii()
    assert json.loads(report)["problems"][0]["message"] == "“é”"


def test_a_report_line_stays_one_line() -> None:
    assert str(Problem("a\nb\x1b.md", 1, "x", "y")) == "a b .md:1  x  y"
    assert str(advice("x").at("a.md", 1, "y")) == "a.md:1  x  y"


def test_bytes_that_are_not_utf8_are_found_behind_a_mark_and_old_line_ends(tmp_path: Path) -> None:
    root = copy_base(tmp_path)
    (root / "glossary" / "alpha.md").write_bytes(b"\xef\xbb\xbfab\rcd\r\n\xe9")
    assert [str(p) for p in problems_of(root) if p.code == "not-utf8"] == [
        "glossary/alpha.md:3  not-utf8  the file is not UTF-8: byte 0xE9  save it as UTF-8"
    ]


def test_a_link_to_itself_and_a_pipe_are_no_files(tmp_path: Path) -> None:
    root = copy_base(tmp_path)
    loop, pipe = root / "glossary" / "loop.md", root / "glossary" / "pipe.md"
    try:
        loop.symlink_to(loop)
        os.mkfifo(pipe)
    except (OSError, AttributeError):
        pytest.skip("this platform makes no links or pipes")
    assert {p.path for p in problems_of(root) if p.code == "unreadable-file"} == {
        "glossary/loop.md",
        "glossary/pipe.md",
    }


@pytest.mark.parametrize("text", ["---\n---", "---\na: b", "---"])
def test_no_problem_lies_behind_the_end(text: str) -> None:
    _, problems = parse_entry("glossary/a.md", text)
    assert max(problem.line for problem in problems) <= text.count("\n") + 1
