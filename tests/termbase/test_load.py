from __future__ import annotations

import random
from pathlib import Path

import pytest
from project import copy_base, problems_of, report_of
from termbase import load as module
from termbase.load import MAX_BYTES, NotAProject, load, read_text
from termbase.problems import Problem

NAME = "glossary/made.md"
EMPTY = "1  empty-file  the file is empty  write the entry (`python -m termbase new` starts one) or delete the file"
TOO_LARGE = "the file has 2,000,000 bytes; an entry has at most 262,144"
NOISE = random.Random(1).randbytes(2_000_000)  # noqa: S311 - the same noise on every run


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_base(tmp_path)


def link(file: Path, target: Path) -> None:
    try:
        file.symlink_to(target)
    except OSError:
        pytest.skip("this platform lets only some users make links")


def reported(root: Path) -> list[str]:
    return [str(problem) for problem in load(root).problems]


@pytest.mark.parametrize(
    ("data", "report"),
    [
        (b"", EMPTY),
        (b"\xef\xbb\xbf \r\n\t\n", EMPTY),
        (b"caf\xe9", "1  not-utf8  the file is not UTF-8: byte 0xE9  save it as UTF-8"),
        (b"---\r\nlevel: beginner\r\n\xff\xfe", "3  not-utf8  the file is not UTF-8: byte 0xFF  save it as UTF-8"),
        ("# Ä\n# Ä\n".encode() + b"\xc3", "3  not-utf8  the file is not UTF-8: byte 0xC3  save it as UTF-8"),
        (b"a\x00".decode().encode("utf-16"), "1  not-utf8  the file is not UTF-8: byte 0xFF  save it as UTF-8"),
        (NOISE, f"1  too-large  {TOO_LARGE}  split it, or move data out of it"),
    ],
    ids=["no bytes", "only white space", "latin-1", "third line", "cut character", "utf-16", "noise"],
)
def test_file_that_holds_no_text_is_reported_and_not_parsed(root: Path, data: bytes, report: str) -> None:
    (root / NAME).write_bytes(data)
    assert reported(root) == [f"{NAME}:{report}"]
    assert [entry.slug for entry in load(root).entries] == ["alpha", "beta", "gamma"]


def test_file_of_the_largest_size_is_read(root: Path) -> None:
    (root / NAME).write_bytes(b"x" * MAX_BYTES)
    assert "too-large" not in {problem.code for problem in load(root).problems}


def test_link_out_of_the_project_is_not_followed(root: Path) -> None:
    secret = root.parent / "secret.md"
    secret.write_text("# Secret\n")
    link(root / NAME, secret)
    message = "the file is a link to a place outside the project  put the file itself here instead of a link"
    assert reported(root) == [f"{NAME}:1  outside-project  {message}"]


def test_linked_folder_is_not_entered(root: Path) -> None:
    (root.parent / "more").mkdir()
    (root.parent / "more" / "secret.md").write_text("# Secret\n")
    link(root / "docs" / "more", root.parent / "more")
    assert reported(root) == []
    assert not [path for path in load(root).files if "secret" in path]


def test_link_within_the_project_is_read(root: Path) -> None:
    link(root / NAME, root / "glossary" / "alpha.md")
    assert reported(root) == []
    assert "made" in {entry.slug for entry in load(root).entries}


def test_link_to_nothing_is_unreadable(root: Path) -> None:
    link(root / NAME, root / "glossary" / "gone.md")
    assert reported(root) == [f"{NAME}:1  unreadable-file  the file cannot be read: No such file or directory"]


def test_folder_in_place_of_a_file_is_unreadable(root: Path) -> None:
    (root / NAME).mkdir()
    problems: list[Problem] = []
    assert read_text(root, NAME, problems) is None
    assert [(p.path, p.line, p.code) for p in problems] == [(NAME, 1, "unreadable-file")]


def test_file_that_may_not_be_read_is_unreadable(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_bytes = Path.read_bytes

    def refuse(file: Path) -> bytes:
        if file.name == "beta.md":
            raise PermissionError(13, "Permission denied")
        return read_bytes(file)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert reported(root) == ["glossary/beta.md:1  unreadable-file  the file cannot be read: Permission denied"]


def test_missing_folder_of_pages_is_unreadable(root: Path) -> None:
    (root / "docs").rename(root / "pages")
    assert reported(root) == ["docs:1  unreadable-file  the folder cannot be read: No such file or directory"]


def test_names_that_differ_only_in_case_clash(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (root / "glossary" / "beta.md").read_text(encoding="utf-8")
    walk = module._walk
    if (root / "glossary" / "BETA.md").exists():
        # This file system holds only one of the two: show the loader both.
        monkeypatch.setattr(
            module, "_walk", lambda *asked: [*walk(*asked), *(["glossary/Beta.md"] if asked[1] == "glossary" else [])]
        )
    else:
        (root / "glossary" / "Beta.md").write_text(text, encoding="utf-8")
    clash = "the name differs from `glossary/Beta.md` only in case  windows and mac see one file; rename one"
    assert f"glossary/beta.md:1  case-clash  {clash}" in reported(root)


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["CRLF", "CR"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["bare", "BOM"])
def test_line_ends_and_byte_order_marks_change_nothing(root: Path, end: str, mark: str) -> None:
    file = root / "glossary" / "alpha.md"
    text = file.read_text(encoding="utf-8").replace("## Quiz\n", "## Quizz\n")
    file.write_bytes(text.encode())
    before = load(root)
    file.write_bytes((mark + text.replace("\n", end)).encode())
    assert load(root).entries == before.entries
    assert load(root).problems == before.problems
    assert [problem.line for problem in before.problems] == [text[: text.index("## Quizz")].count("\n") + 1]


def test_pages_are_sorted_into_what_they_are(root: Path) -> None:
    (root / "glossary" / ".hidden.md").write_text("x")
    (root / "docs" / ".git").mkdir()
    loaded = load(root)
    assert [entry.path for entry in loaded.entries] == [f"glossary/{name}.md" for name in ("alpha", "beta", "gamma")]
    assert [topic.slug for topic in loaded.topics] == ["greek"]
    assert [course.slug for course in loaded.courses] == ["letters"]
    assert [article.path for article in loaded.articles] == ["docs/about.md"]
    assert loaded.home is not None
    assert loaded.home.article.path == "docs/index.md"
    assert loaded.files == {"docs/about.md", "docs/index.md", "docs/courses/letters.md", "docs/topics/greek.md"}
    assert loaded.problems == ()


def test_folder_without_a_glossary_is_no_project(tmp_path: Path) -> None:
    with pytest.raises(NotAProject) as failure:
        load(tmp_path)
    assert str(failure.value) == f"there is no folder `glossary` in {tmp_path}"


@pytest.mark.parametrize("name", ["My page.md", "a#b.md", "who?.md", "über.md"])
def test_the_name_of_a_guide_can_be_part_of_an_address(tmp_path: Path, name: str) -> None:
    root = copy_base(tmp_path)
    (root / "docs" / name).write_text("# Mine\n", encoding="utf-8")
    (problem,) = (problem for problem in problems_of(root) if problem.code == "bad-file-name")
    assert problem.path == f"docs/{name}"


def test_no_entry_is_the_list_of_all_terms(tmp_path: Path) -> None:
    root = copy_base(tmp_path)
    (root / "glossary" / "alpha.md").rename(root / "glossary" / "index.md")
    assert "glossary/index.md:1  reserved-name  `index` is the list of all terms" in "\n".join(report_of(root))
