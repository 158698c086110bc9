"""The only reader of files: a project folder to parsed entries, pages and problems.

glossary/*.md           entries
glossary/permalinks.tsv the permalink ledger
glossary/standard.yml   the editorial standard
docs/index.md           the home page
docs/courses/*.md       courses      docs/topics/*.md   topics
docs/assets/figures/*.svg   drawings
docs/**/*.md            other hand-written pages

An entry, topic or course whose header says `retired` is a tombstone.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from errno import ELOOP
from pathlib import Path
from stat import S_ISREG
from types import MappingProxyType

from termbase.articles import Article, Course, Home, Retired
from termbase.model import Entry, Figure
from termbase.parse.article import is_retired, parse_article, parse_course, parse_home, parse_retired
from termbase.parse.entry import parse_entry
from termbase.parse.figure import parse_figure
from termbase.parse.standard import parse_standard
from termbase.permalinks.ledger import RESTORE, Ledger, read_ledger
from termbase.problems import Problem, advice, error, shorten
from termbase.standard import Standard
from termbase.text import RESERVED, SLUG, slugify

NOT_UTF8 = error("not-utf8")
EMPTY_FILE = error("empty-file")
TOO_LARGE = error("too-large")
OUTSIDE = error("outside-project")
UNREADABLE = error("unreadable-file")
BAD_FILE_NAME = error("bad-file-name")
RESERVED_NAME = error("reserved-name")
CASE_CLASH = error("case-clash")
STRAY_FILE = advice("stray-file")

_PAGE_NAME = re.compile(r"[A-Za-z0-9._/-]+")
MAX_BYTES = 256 * 1024
# About 50 bytes an address, and 35 addresses an entry.
MAX_LEDGER_BYTES = 64 * 1024 * 1024
GLOSSARY, DOCS = "glossary", "docs"
SCHEMA_FILE = f"{GLOSSARY}/entry.schema.json"
LEDGER_FILE = f"{GLOSSARY}/permalinks.tsv"
STANDARD_FILE = f"{GLOSSARY}/standard.yml"
FIGURES = f"{DOCS}/assets/figures"


class NotAProject(Exception):
    """The folder holds no glossary. The message says what was looked for."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """Everything read from a project, before it is joined. ``files`` are all paths under ``docs``."""

    entries: tuple[Entry, ...]
    topics: tuple[Article, ...]
    courses: tuple[Course, ...]
    articles: tuple[Article, ...]
    home: Home | None
    retired: tuple[Retired, ...]
    ledger: Ledger | None
    standard: Standard | None
    figures: tuple[Figure, ...]
    files: frozenset[str]
    problems: tuple[Problem, ...]


def load(root: Path) -> Loaded:
    """Read the project at ``root``. Raises ``NotAProject`` where there is no ``glossary`` folder."""
    problems: list[Problem] = []
    entries = []
    retired = []
    for path, text in entry_texts(root, problems):
        if is_retired(path, text):
            tombstone, found = parse_retired(path, text)
            retired.append(tombstone)
        else:
            entry, found = parse_entry(path, text)
            entries.append(entry)
        problems += found
    files = frozenset(_walk(root, DOCS, problems))
    pages = _Pages(root, problems)
    for path in sorted(files):
        if path.endswith(".md"):
            pages.add(path)
    return Loaded(
        tuple(entries),
        tuple(pages.topics),
        tuple(pages.courses),
        tuple(pages.articles),
        pages.home,
        (*retired, *pages.retired),
        _ledger(root, problems),
        _standard(root, problems),
        tuple(_figures(root, files, problems)),
        files,
        tuple(problems),
    )


def _ledger(root: Path, problems: list[Problem]) -> Ledger | None:
    if not (root / LEDGER_FILE).exists():
        return None
    unreadable: list[Problem] = []
    text = read_text(root, LEDGER_FILE, unreadable, MAX_LEDGER_BYTES)
    problems += [replace(problem, hint=RESTORE) for problem in unreadable]
    if text is None:
        return Ledger(MappingProxyType({}), intact=False)
    ledger, found = read_ledger(LEDGER_FILE, text)
    problems += found
    return ledger


def _standard(root: Path, problems: list[Problem]) -> Standard | None:
    if not (root / STANDARD_FILE).exists():
        return None
    text = read_text(root, STANDARD_FILE, problems)
    if text is None:
        return None
    standard, found = parse_standard(STANDARD_FILE, text)
    problems += found
    return standard


def _figures(root: Path, files: frozenset[str], problems: list[Problem]) -> Iterator[Figure]:
    for path in sorted(files):
        folder, _, name = path.rpartition("/")
        if folder == FIGURES and name.endswith(".svg"):
            _check_name(path, problems)
            text = read_text(root, path, problems)
            if text is not None:
                figure, found = parse_figure(path, text)
                problems += found
                yield figure


def entry_texts(root: Path, problems: list[Problem]) -> Iterator[tuple[str, str]]:
    """Yield the path and text of every entry that can be read; ``problems`` takes what is wrong with the files.

    Raises ``NotAProject`` where there is no ``glossary`` folder.
    """
    if not (root / GLOSSARY).is_dir():
        raise NotAProject(f"there is no folder `{GLOSSARY}` in {root}")
    for path in _entry_paths(root, problems):
        text = read_text(root, path, problems)
        if text is not None:
            yield path, text


class _Pages:
    """Sorts the hand-written pages into what they are."""

    def __init__(self, root: Path, problems: list[Problem]) -> None:
        self.root = root
        self.problems = problems
        self.topics: list[Article] = []
        self.courses: list[Course] = []
        self.articles: list[Article] = []
        self.home: Home | None = None
        self.retired: list[Retired] = []

    def add(self, path: str) -> None:
        text = read_text(self.root, path, self.problems)
        if text is None:
            return
        folder, _, name = path.rpartition("/")
        if not _PAGE_NAME.fullmatch(path):
            message = f"the name `{shorten(name)}` cannot be part of an address"
            hint = f"rename it to `{folder}/{slugify(name.removesuffix('.md')) or 'page'}.md`"
            self.problems.append(BAD_FILE_NAME.at(path, 1, message, hint))
        if folder in (f"{DOCS}/courses", f"{DOCS}/topics"):
            _check_name(path, self.problems)
        if folder in (f"{DOCS}/courses", f"{DOCS}/topics") and is_retired(path, text):
            tombstone, found = parse_retired(path, text)
            self.retired.append(tombstone)
        elif folder == f"{DOCS}/courses":
            course, found = parse_course(path, text)
            self.courses.append(course)
        elif path == f"{DOCS}/index.md":
            self.home, found = parse_home(path, text)
        else:
            article, found = parse_article(path, text)
            (self.topics if folder == f"{DOCS}/topics" else self.articles).append(article)
        self.problems += found


def read_text(root: Path, path: str, problems: list[Problem], most: int = MAX_BYTES) -> str | None:
    r"""Return the text of a file with ``\n`` line ends, or None after adding a problem."""
    file = root / path
    try:
        # Folders that are links are never walked into, so only the file itself can lead away.
        if file.is_symlink() and not _target(file).is_relative_to(root.resolve()):
            hint = "put the file itself here instead of a link"
            problems.append(OUTSIDE.at(path, 1, "the file is a link to a place outside the project", hint))
            return None
        status = file.stat()
        if not S_ISREG(status.st_mode):
            problems.append(UNREADABLE.at(path, 1, "this is no file", "put a text file here"))
            return None
        size = status.st_size
        if size > most:
            message = f"the file has {size:,} bytes; an entry has at most {most:,}"
            problems.append(TOO_LARGE.at(path, 1, message, "split it, or move data out of it"))
            return None
        data = file.read_bytes()
    except OSError as failure:
        problems.append(UNREADABLE.at(path, 1, f"the file cannot be read: {failure.strerror or failure}"))
        return None
    return _decoded(path, data, problems)


def _target(link: Path) -> Path:
    try:
        return link.resolve()
    except RuntimeError:
        # Python 3.11 reports a link that leads to itself this way; later ones as an OSError.
        raise OSError(ELOOP, "the link leads to itself") from None


def _decoded(path: str, data: bytes, problems: list[Problem]) -> str | None:
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as failure:
        # Without its byte order mark, if there was one: positions count in what was decoded.
        before = failure.object[: failure.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        line = before.count(b"\n") + 1
        message = f"the file is not UTF-8: byte 0x{failure.object[failure.start]:02X}"
        problems.append(NOT_UTF8.at(path, line, message, "save it as UTF-8"))
        return None
    if not text.strip():
        hint = "write the entry (`python -m termbase new` starts one) or delete the file"
        problems.append(EMPTY_FILE.at(path, 1, "the file is empty", hint))
        return None
    return text


def _entry_paths(root: Path, problems: list[Problem]) -> Iterator[str]:
    paths = sorted(_walk(root, GLOSSARY, problems))
    spellings: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        name = path.removeprefix(f"{GLOSSARY}/")
        if path in (SCHEMA_FILE, LEDGER_FILE, STANDARD_FILE):
            continue
        if "/" in name or not name.endswith(".md"):
            hint = "entries are `glossary/<name>.md`; move or rename the file"
            problems.append(STRAY_FILE.at(path, 1, "the file is not read", hint))
            continue
        _check_name(path, problems)
        spellings[name.casefold()].append(path)
        yield path
    for same in spellings.values():
        for path in same[1:]:
            message = f"the name differs from `{same[0]}` only in case"
            problems.append(CASE_CLASH.at(path, 1, message, "windows and mac see one file; rename one"))


def _check_name(path: str, problems: list[Problem]) -> None:
    folder, _, name = path.rpartition("/")
    stem, _, ending = name.rpartition(".")
    if not SLUG.fullmatch(stem):
        message = f"the name `{stem}` is not made of lower-case letters, digits and hyphens"
        hint = f"rename it to `{folder}/{slugify(stem) or 'new-name'}.{ending}`"
        problems.append(BAD_FILE_NAME.at(path, 1, message, hint))
    elif stem in RESERVED and not (stem == "index" and folder.startswith(DOCS)):
        hint = f"rename it to `{folder}/{stem}-term.{ending}`"
        why = "`index` is the list of all terms" if stem == "index" else f"windows cannot have a file named `{stem}`"
        problems.append(RESERVED_NAME.at(path, 1, why, hint))


def _walk(root: Path, folder: str, problems: list[Problem]) -> Iterator[str]:
    """Yield the files under ``folder``, relative to ``root`` with ``/``; hidden ones are passed over."""

    def report(failure: OSError) -> None:
        place = Path(failure.filename).relative_to(root).as_posix()
        problems.append(UNREADABLE.at(place, 1, f"the folder cannot be read: {failure.strerror}"))

    for directory, folders, names in os.walk(root / folder, onerror=report):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield (Path(directory) / name).relative_to(root).as_posix()
