"""One entry file, from its text to an ``Entry``."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any

from termbase.model import SECTION_BY_HEADING, SECTIONS, Entry, Filled, Inline, Relation, Section, Source
from termbase.parse.bodies import READERS
from termbase.parse.boxes import Reading
from termbase.parse.fields import ENTRY, RELATION_FIELDS
from termbase.parse.inline import read_inline
from termbase.parse.kinds import Record
from termbase.parse.outline import STRAY_HEADING, Block, Split, outline, quoted, split_header, trimmed
from termbase.parse.scalars import Where
from termbase.parse.yamltree import read_yaml
from termbase.problems import Problem, did_you_mean, error, shorten
from termbase.text import Text

UNKNOWN_SECTION = error("unknown-section")
REPEATED_SECTION = error("repeated-section")
SECTION_ORDER = error("section-order")
MISSING_TITLE = error("missing-title")
BAD_CHARACTER = error("bad-character")

# Controls, and the private-use characters that the renderer sets as its own marks.
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ue000-\uf8ff\ufeff\ufffe\uffff]")


@lru_cache(maxsize=16_384)
def parse_entry(path: str, text: str) -> tuple[Entry, tuple[Problem, ...]]:
    r"""Return the entry that ``text`` holds, as far as it can be read, and the problems met.

    ``path`` is relative to the project, with ``/``. Line ends must be ``\n`` already. Pure, and therefore cached: a
    preview parses only what changed.
    """
    split, problems = split_header(path, text)
    problems += _bad_characters(path, text)
    head = read_record(path, split, ENTRY, problems)
    blocks, scanned, outline_problems = outline(path, split.body, split.body_line)
    problems += outline_problems
    reading = Reading(path, problems)
    title, plain, definition, rest = _opening(blocks, reading)
    relations = _relations(head)
    return (
        Entry(
            slug=PurePosixPath(path).stem,
            path=path,
            title=title,
            plain=plain,
            definition=definition,
            aliases=head.get("aliases", ()),
            variants=head.get("variants", ()),
            formerly=head.get("formerly", ()),
            topics=head.get("topics", ()),
            level=head["level"].text if "level" in head else "",
            relations=relations,
            asked=head.get("asked", ()),
            sources=tuple(_source(values) for values in head.get("sources", ())),
            reviewed=head["reviewed"].text if "reviewed" in head else "",
            sections=_sections(rest, reading),
            inline=read_inline(split.body, split.body_line, scanned),
            notes=_notes(relations),
        ),
        tuple(problems),
    )


def read_record(path: str, split: Split, record: Record, problems: list[Problem]) -> dict[str, Any]:
    """Return the fields of a file's header that could be read; an unreadable or absent header gives none."""
    if not split.header and problems:
        return {}
    tree, found = read_yaml(path, split.header, split.header_line)
    problems += found
    return (record.read(tree, Where(path, "", problems)) if tree else None) or {}


def _bad_characters(path: str, text: str) -> list[Problem]:
    found = None if text.replace("\n", " ").isprintable() else _UNSEEN.search(text)
    if not found:
        return []
    line = text.count("\n", 0, found.start()) + 1
    message = f"a character that cannot be shown: U+{ord(found[0]):04X}"
    return [BAD_CHARACTER.at(path, line, message, "remove it; it often comes from copying")]


def _relations(head: dict[str, Any]) -> tuple[Relation, ...]:
    relations = []
    for kind in RELATION_FIELDS:
        for value in head.get(kind, ()):
            target, note = value if kind == "contrasts" else (value, Text("", value.line))
            relations.append(Relation(kind, target, note))
    return tuple(relations)


def _notes(relations: tuple[Relation, ...]) -> tuple[Inline, ...]:
    notes = (relation.note for relation in relations if any(mark in relation.note.text for mark in "[$`<"))
    return tuple(read_inline(note.text, note.line) for note in notes)


def _source(values: dict[str, Any]) -> Source:
    blank = Text("", values["line"])
    return Source(*(values.get(name, blank) for name in ("title", "authors", "year", "where", "url")))


def _opening(blocks: list[Block], reading: Reading) -> tuple[Text, Text, Text, list[Block]]:
    """Return title, plain line and definition, and the blocks from the first section on."""
    before = trimmed(blocks[0].text, blocks[0].text_line)
    if before:
        reading.stray(before.line, before.text, "the first line after the header is `# Title`")
    rest = blocks[1:]
    if not rest or rest[0].level != 1 or not rest[0].title:
        line = rest[0].title.line if rest else blocks[0].text_line
        hint = "write `# Title` as the first line after the header"
        reading.problems.append(MISSING_TITLE.at(reading.path, line, "the title is missing", hint))
        empty = Text("", line)
        return empty, empty, empty, rest[1:] if rest and rest[0].level == 1 else rest
    plain, definition = quoted(trimmed(rest[0].text, rest[0].text_line))
    return rest[0].title, plain, definition, rest[1:]


def _sections(blocks: list[Block], reading: Reading) -> tuple[Filled, ...]:
    filled: list[Filled] = []
    first: dict[str, int] = {}
    for block, under in _grouped(blocks, reading):
        section = _section(block, reading)
        if section is None:
            continue
        if section.heading in first:
            message = f"the section `{section.heading}` is written twice; the first is on line {first[section.heading]}"
            reading.problems.append(REPEATED_SECTION.at(reading.path, block.title.line, message, "join the two"))
        elif filled and SECTIONS.index(section) < max(SECTIONS.index(f.section) for f in filled):
            message = f"the section `{section.heading}` stands too late"
            hint = "run `python -m termbase fmt`, which moves it"
            reading.problems.append(SECTION_ORDER.at(reading.path, block.title.line, message, hint))
        first.setdefault(section.heading, block.title.line)
        filled.append(Filled(section, block.title.line, READERS[section.holds](block, under, reading)))
    return tuple(sorted(filled, key=lambda f: SECTIONS.index(f.section)))


def _grouped(blocks: list[Block], reading: Reading) -> list[tuple[Block, list[Block]]]:
    """Return each section block with the deeper blocks under it."""
    groups: list[tuple[Block, list[Block]]] = []
    for block in blocks:
        if block.level == 2:
            groups.append((block, []))
        elif block.level > 2 and groups:
            groups[-1][1].append(block)
        else:
            message = f"the heading `{shorten(block.title.text)}` has no place here"
            hint = "an entry has one `#` title, and `##` sections after the definition"
            reading.problems.append(STRAY_HEADING.at(reading.path, block.title.line, message, hint))
    return groups


def _section(block: Block, reading: Reading) -> Section | None:
    section = SECTION_BY_HEADING.get(block.title.text)
    if section is None:
        message = f"unknown section `{shorten(block.title.text)}`"
        hint = did_you_mean(block.title.text, SECTION_BY_HEADING, f"the sections are {', '.join(SECTION_BY_HEADING)}")
        reading.problems.append(UNKNOWN_SECTION.at(reading.path, block.title.line, message, hint))
    return section
