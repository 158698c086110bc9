"""Writes a made glossary as a project of this site, and the same text as plain pages for MkDocs and Material."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

from engine import configure
from project import accept_all
from synthetic import TOPICS, Entry, Term, entries, make_term, make_text

COURSE_SIZE = 40
UNIT_SIZE = 10
HOME = "Terms of a made glossary"


def as_file(entry: Entry) -> str:
    """Return an entry as the file a writer would have written."""
    lines = [f"{field}: [{', '.join(values)}]" for field, values in entry.names.items() if values]
    lines.append(f"level: {entry.level}")
    for kind, terms in entry.relations.items():
        if kind == "contrasts" and terms:
            lines += ["contrasts:", *(f"  {term.slug}: {entry.notes[term.slug]}" for term in terms)]
        elif terms:
            lines.append(f"{kind}: [{', '.join(term.slug for term in terms)}]")
    lines += ["asked:", *(f"  - {question}" for question in entry.asked), "sources:"]
    for source in entry.sources:
        lines.append(f"  - {{{', '.join(f'{key}: {json.dumps(value)}' for key, value in source.items())}}}")
    return "\n".join(["---", *lines, "reviewed: 2026-11-21", "---", entry.body])


def as_plain_page(entry: Entry) -> str:
    """Return an entry as a page without a header: the same body, and the header's words as paragraphs under it."""
    parts = [entry.body.rstrip()]
    parts += [f"{field.capitalize()}: {', '.join(values)}" for field, values in entry.names.items() if values]
    parts.append(f"Level: {entry.level}")
    for kind, terms in entry.relations.items():
        if terms:
            links = (f"[{term.title}]({term.slug}.md) {entry.notes.get(term.slug, '')}".strip() for term in terms)
            parts.append(f"{kind.capitalize()}: {', '.join(links)}")
    parts += entry.asked
    parts += [", ".join(str(value) for value in source.values()) for source in entry.sources]
    return "\n\n".join([*parts, "Reviewed: 2026-11-21"]) + "\n"


def write_project(folder: Path, size: int) -> Path:
    """Write a project of this site with ``size`` entries into ``folder`` and return its configuration."""
    for entry in entries(size):
        write(folder / "glossary" / f"{entry.term.slug}.md", as_file(entry))
    for name, title, units in courses(size):
        lines = [f"  - title: {unit}\n    terms: [{', '.join(t.slug for t in terms)}]" for unit, terms in units]
        header = "\n".join(["---", "units:", *lines, "---", ""])
        write(folder / "docs" / "courses" / f"{name}.md", header + article(title))
    write(folder / "docs" / "index.md", f"---\nexample: {make_term(0).slug}\n---\n{article(HOME)}")
    write_topics(folder)
    accept_all(folder)
    return configure(folder)


def write_plain(folder: Path, size: int) -> Path:
    """Write the same text as plain pages for MkDocs and Material into ``folder`` and return their configuration."""
    for entry in entries(size):
        write(folder / "docs" / "terms" / f"{entry.term.slug}.md", as_plain_page(entry))
    for name, title, units in courses(size):
        lists = [
            "\n".join([f"## {unit}", "", *(f"- [{term.title}](../terms/{term.slug}.md)" for term in terms)])
            for unit, terms in units
        ]
        write(folder / "docs" / "courses" / f"{name}.md", "\n\n".join([article(title), *lists, ""]))
    write(folder / "docs" / "index.md", article(HOME))
    write_topics(folder)
    config = folder / "mkdocs.yml"
    write(
        config,
        "site_name: Study glossary\nsite_url: https://glossary.example/\ntheme: {name: material}\n"
        "plugins: [search]\nmarkdown_extensions: [tables, attr_list, toc]\n",
    )
    return config


def courses(size: int) -> Iterator[tuple[str, str, list[tuple[str, list[Term]]]]]:
    """Yield file name, title and units of each course; an entry stands in one, after all it needs."""
    for number, start in enumerate(range(0, size, COURSE_SIZE), start=1):
        stop = min(start + COURSE_SIZE, size)
        units = [
            (f"Unit from {first}", [make_term(term) for term in range(first, min(first + UNIT_SIZE, stop))])
            for first in range(start, stop, UNIT_SIZE)
        ]
        yield f"course-{number}", f"Course {number}", units


def write_topics(folder: Path) -> None:
    """Write the page of each topic."""
    for topic in TOPICS:
        write(folder / "docs" / "topics" / f"{topic}.md", article(topic.replace("-", " ").capitalize()))


def article(title: str) -> str:
    """Return a short page."""
    return f"# {title}\n\n> All there is to know about it.\n\n{make_text(4, Random(title))}\n"  # noqa: S311 - the same words on every run


def write(file: Path, text: str) -> None:
    """Write a file and the folders it stands in."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
