"""Rules about courses, topics and the home page."""

from __future__ import annotations

from collections.abc import Iterator

from termbase.checks.nearest import entry_hint
from termbase.exports import manifest
from termbase.glossary import Glossary
from termbase.load import DOCS
from termbase.offline.worker import WORKER
from termbase.permalinks.published import DATA, FILTER
from termbase.problems import Problem, advice, error

UNKNOWN_TERM = error("unknown-term")
REPEATED_TERM = error("repeated-term")
COURSE_ORDER = advice("course-order")
MISSING_HOME = error("missing-home")
PAGE_CLASH = error("page-clash")

_HUBS = ("terms", "topics", "courses", "map", "review", "offline")
_FOLDERS = ("terms/", "map/", "review/", "offline/", "study/", "search/", "embed/", "schemas/")
_GENERATED = tuple(f"{DOCS}/{name}" for name in (*_FOLDERS, *(f"{hub}.md" for hub in _HUBS)))
_MADE = ("topics/index.md", "courses/index.md", WORKER, manifest.ADDRESS, *sorted(DATA - {FILTER}))
_FILES = frozenset(f"{DOCS}/{name}" for name in _MADE)


def terms(glossary: Glossary) -> Iterator[Problem]:
    """A course lists an entry that does not exist, or one twice."""
    for course in glossary.courses.values():
        first: dict[str, int] = {}
        for unit in course.units:
            for term in unit.terms:
                path = course.article.path
                if term.text not in glossary.entries:
                    hint = entry_hint(glossary, term.text, "write that entry first, or remove it from the course")
                    yield UNKNOWN_TERM.at(path, term.line, f"the course lists `{term.text}`, which is no entry", hint)
                elif term.text in first:
                    message = f"the course lists `{term.text}` twice; the first is on line {first[term.text]}"
                    yield REPEATED_TERM.at(path, term.line, message, "keep the place where it is taught")
                first.setdefault(term.text, term.line)


def course_order(glossary: Glossary) -> Iterator[Problem]:
    """A course teaches a term before one of its prerequisites."""
    for course in glossary.courses.values():
        listed = [term for unit in course.units for term in unit.terms if term.text in glossary.entries]
        position = {term.text: index for index, term in reversed(list(enumerate(listed)))}
        for term in listed:
            for needed in glossary.relations[term.text].prerequisites:
                if position.get(needed, -1) > position[term.text]:
                    message = f"`{term.text}` is taught before `{needed}`, which it needs"
                    yield COURSE_ORDER.at(course.article.path, term.line, message, f"move it after `{needed}`")


def home(glossary: Glossary) -> Iterator[Problem]:
    """There is no home page, or its example or its start is no entry."""
    if glossary.home is None:
        hint = "write a title and a few lines about the site"
        yield MISSING_HOME.at(f"{DOCS}/index.md", 1, "the home page is missing", hint)
        return
    for what, term in (("example", glossary.home.example), ("start", glossary.home.start)):
        if term and term.text not in glossary.entries:
            path = glossary.home.article.path
            hint = entry_hint(glossary, term.text, "name an entry")
            yield UNKNOWN_TERM.at(path, term.line, f"the {what} is `{term.text}`, which is no entry", hint)


def page_clash(glossary: Glossary) -> Iterator[Problem]:
    """A file of ``docs`` would be replaced by a page that the build makes."""
    for path in sorted(glossary.files):
        if (path.startswith(_GENERATED) and path != f"{DOCS}/{FILTER}") or path in _FILES:
            yield PAGE_CLASH.at(path, 1, "the build makes a page at this address", "move or rename the file")


RULES = (terms, course_order, home, page_clash)
