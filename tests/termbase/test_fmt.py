from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from project import copy_base
from samples import ENTRIES, HEADER, OPENING, damaged, shuffled
from termbase.fmt import format_entry, format_project
from termbase.load import NotAProject
from termbase.parse.entry import parse_entry

STAMP = re.compile(r"[ \t]*<!-- id: [a-z0-9-]+ -->$")


def formatted(text: str) -> str:
    return format_entry("glossary/x.md", text)[0]


def prose(text: str) -> Counter[str]:
    """Return the lines of a text without stamps and blank lines, which fmt may add and take."""
    return Counter(STAMP.sub("", line).rstrip() for line in text.split("\n") if line.strip())


def codes(text: str) -> Counter[str]:
    return Counter(problem.code for problem in parse_entry("glossary/x.md", text)[1])


@pytest.mark.parametrize("path", ENTRIES)
def test_entries_keep_their_prose_and_stay_in_order(path: str) -> None:
    once = formatted(ENTRIES[path])
    assert prose(once) == prose(ENTRIES[path])
    assert formatted(once) == once


@pytest.mark.parametrize(
    ("body", "stamped", "ids"),
    [
        ("## Quiz\n\n### What is it?\n", "### What is it? <!-- id: what-is-it -->", "what-is-it"),
        ("## Quiz\n\n### Why $x$?   \n", "### Why $x$? <!-- id: why-x -->", "why-x"),
        ("## Quiz\n\n### 一?\n", "### 一? <!-- id: item -->", "item"),
        ("## Quiz\n\n### Quiz\n", "### Quiz <!-- id: quiz-2 -->", "quiz-2"),
        ("## Quiz\n\n### A <!-- id: b -->\n\n### B\n", "### B <!-- id: b-2 -->", "b-2"),
        ("## Quiz\n\n### A\n\n### A\n", "### A <!-- id: a-2 -->", "a, a-2"),
        ("## Flashcards\n\n### Beginner\n\n#### A?\n", "#### A? <!-- id: a -->", "a"),
        (f"## Quiz\n\n### {'word ' * 10}\n", f"<!-- id: {'-'.join(['word'] * 8)} -->", "-".join(["word"] * 8)),
        (f"## Quiz\n\n### {'w' * 60}\n", f"<!-- id: {'w' * 40} -->", "w" * 40),
    ],
)
def test_missing_ids_are_stamped(body: str, stamped: str, ids: str) -> None:
    text, actions = format_entry("glossary/x.md", OPENING + body)
    assert stamped in text
    assert actions == [f"stamped {'2 ids' if ', ' in ids else '1 id'}: {ids}"]


@pytest.mark.parametrize(
    "body",
    ["## Quiz\n\n### \n", "## Example\n\n### A\n", "## Unknown\n\n### A\n", "```\n## Quiz\n\n### A\n```\n", "### A\n"],
    ids=["no words", "no items here", "unknown section", "in code", "no section"],
)
def test_other_headings_get_no_id(body: str) -> None:
    assert format_entry("glossary/x.md", OPENING + body) == (OPENING + body, [])


def test_fields_are_put_in_the_order_of_the_table_with_their_comments() -> None:
    first = "# of the file\nreviewed: 2026-11-21  # today\nsources:\n  - {title: T, authors: A}\n\n"
    header = f"{first}# how hard\nlevel: beginner\n# end"
    text, actions = format_entry("glossary/x.md", f"---\n{header}\n---\n# T\n")
    assert actions == ["put the fields in order"]
    assert text.split("\n")[:10] == [
        "---",
        "# how hard",
        "level: beginner",
        "sources:",
        "  - {title: T, authors: A}",
        "",
        "# of the file",
        "reviewed: 2026-11-21  # today",
        "# end",
        "---",
    ]


@pytest.mark.parametrize(
    "header",
    ["reviewed: 2026-11-21\nfoo: 1\nlevel: beginner", "reviewed: x\nreviewed: y\nlevel: z", "reviewed: [\nlevel: a"],
    ids=["unknown field", "repeated field", "broken"],
)
def test_header_with_problems_is_left_alone(header: str) -> None:
    text = f"---\n{header}\n---\n# T\n"
    assert format_entry("glossary/x.md", text) == (text, [])


def test_sections_are_put_in_the_order_of_the_table() -> None:
    text, actions = format_entry("glossary/x.md", f"{OPENING}## Quiz\n\n\n## Example\nOne.\n\n## Formula\n\n$$x$$")
    assert text == f"{OPENING}## Formula\n\n$$x$$\n\n## Example\nOne.\n\n## Quiz\n"
    assert actions == ["put the sections in order"]


@pytest.mark.parametrize("text", ["", "# T\n", "---\nlevel: x\n", f"{HEADER}# T\n\n## Quiz\n\n## Odd\n\n## Formula\n"])
def test_what_cannot_be_told_apart_is_left_alone(text: str) -> None:
    assert format_entry("glossary/x.md", text) == (text, [])


@given(shuffled())
def test_shuffled_entries_are_put_in_order_without_loss(text: str) -> None:
    once = formatted(text)
    assert formatted(once) == once
    assert prose(once) == prose(text)
    assert not codes(once) - codes(text)


@given(damaged())
def test_damaged_entries_do_not_raise(text: str) -> None:
    formatted(text)


def test_project_is_written_only_where_asked_and_in_its_own_line_ends(tmp_path: Path) -> None:
    root = copy_base(tmp_path)
    file = root / "glossary" / "beta.md"
    data = file.read_bytes().replace(b" <!-- id: what -->", b"").replace(b"\n", b"\r\n")
    file.write_bytes(b"\xef\xbb\xbf" + data)
    changes = [("glossary/beta.md", ["stamped 1 id: what-is-beta"])]
    assert list(format_project(root, write=False)) == changes
    assert file.read_bytes() == b"\xef\xbb\xbf" + data
    assert list(format_project(root, write=True)) == changes
    assert file.read_bytes() == b"\xef\xbb\xbf" + data.replace(b"beta?\r", b"beta? <!-- id: what-is-beta -->\r", 1)
    assert list(format_project(root, write=True)) == []
    assert sorted(f.name for f in file.parent.iterdir()) == ["alpha.md", "beta.md", "gamma.md", "permalinks.tsv"]


def test_folder_without_a_glossary_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotAProject):
        list(format_project(tmp_path, write=False))
