"""Joins what was loaded into one immutable value: names, the link graph with its inverses, backlinks, order."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from urllib.parse import unquote

from termbase.articles import Article, Course, Home, Part, Retired, Unit
from termbase.graph import order
from termbase.load import DOCS, GLOSSARY, Loaded
from termbase.model import Entry, Figure, Inline
from termbase.permalinks.ledger import Ledger
from termbase.problems import Problem
from termbase.standard import Standard
from termbase.text import Text, folded, name_key


class NameKind(StrEnum):
    """How an entry holds a name."""

    TITLE = "title"
    ALIAS = "alias"
    VARIANT = "variant"


@dataclass(frozen=True, slots=True)
class Name:
    """A name and the entry that holds it."""

    text: str
    kind: NameKind
    slug: str
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Contrast:
    """A term that another is confused with. ``writer`` is the slug of the entry that holds the sentence."""

    slug: str
    sentence: Text
    writer: str


@dataclass(frozen=True, slots=True)
class Relations:
    """What one entry is to others, written and derived, as slugs."""

    broader: tuple[str, ...] = ()
    narrower: tuple[str, ...] = ()
    prerequisites: tuple[str, ...] = ()
    leads_to: tuple[str, ...] = ()
    contrasts: tuple[Contrast, ...] = ()
    related: tuple[str, ...] = ()

    def all(self) -> Iterator[str]:
        """Yield every slug related in any way, with repeats."""
        yield from (*self.broader, *self.narrower, *self.prerequisites, *self.leads_to)
        yield from (contrast.slug for contrast in self.contrasts)
        yield from self.related


@dataclass(frozen=True, slots=True)
class Place:
    """Where a term stands in a course."""

    course: Course
    unit: Unit
    part: Part
    previous: str
    next: str


@dataclass(frozen=True, slots=True, eq=False)
class Glossary:
    """Everything known about the project. Entries, topics and courses stand in the order of their titles.

    A glossary is equal to itself only, so that what is worked out from one can be kept for it.

    ``retired`` are the tombstones and ``figures`` the drawings, by the paths of their files. ``ledger`` and
    ``standard`` are None where there is none. ``updated`` is the newest day on which an entry was reviewed,
    ``YYYY-MM-DD``; empty without entries.
    """

    entries: Mapping[str, Entry]
    names: Mapping[str, tuple[Name, ...]]
    relations: Mapping[str, Relations]
    mentions: Mapping[str, tuple[str, ...]]
    articles: Mapping[str, Article]
    topics: Mapping[str, Article]
    courses: Mapping[str, Course]
    home: Home | None
    places: Mapping[str, tuple[Place, ...]]
    order: tuple[str, ...]
    retired: Mapping[str, Retired]
    ledger: Ledger | None
    standard: Standard | None
    figures: Mapping[str, Figure]
    updated: str
    files: frozenset[str]
    problems: tuple[Problem, ...]

    def in_topic(self, topic: str) -> tuple[Entry, ...]:
        """Return the entries of a topic, by title."""
        return tuple(entry for entry in self.entries.values() if any(t.text == topic for t in entry.topics))

    def texts(self) -> Iterator[tuple[str, Inline]]:
        """Yield what each text of an entry refers to, with the path of its file."""
        for entry in self.entries.values():
            for inline in entry.inlines:
                yield entry.path, inline


def build(loaded: Loaded) -> Glossary:
    """Join ``loaded`` into a glossary. Relations to entries that do not exist are left to the checks."""
    entries = {entry.slug: entry for entry in sorted(loaded.entries, key=_by_title)}
    relations = _relations(entries)
    articles = {a.path: a for a in (*loaded.articles, *loaded.topics, *(c.article for c in loaded.courses))}
    if loaded.home:
        articles[loaded.home.article.path] = loaded.home.article
    needs = {slug: relations[slug].prerequisites for slug in entries}
    return Glossary(
        entries=MappingProxyType(entries),
        names=MappingProxyType(_names(entries.values())),
        relations=MappingProxyType(relations),
        mentions=MappingProxyType(_mentions(entries, articles)),
        articles=MappingProxyType(articles),
        topics=MappingProxyType({topic.slug: topic for topic in sorted(loaded.topics, key=_by_title)}),
        courses=MappingProxyType(
            {c.slug: c for c in sorted(loaded.courses, key=lambda course: _by_title(course.article))}
        ),
        home=loaded.home,
        places=MappingProxyType(_places(loaded.courses, entries)),
        order=order(needs, lambda slug: (_LEVEL_RANK.get(entries[slug].level, 1), folded(entries[slug].title.text))),
        retired=MappingProxyType({r.article.path: r for r in loaded.retired}),
        ledger=loaded.ledger,
        standard=loaded.standard,
        figures=MappingProxyType({figure.path: figure for figure in loaded.figures}),
        updated=max((entry.reviewed for entry in entries.values()), default=""),
        files=loaded.files,
        problems=loaded.problems,
    )


def _by_title(titled: Entry | Article) -> tuple[str, str]:
    return folded(titled.title.text), titled.slug


_LEVEL_RANK = {"beginner": 0, "intermediate": 1, "advanced": 2}


def entry_names(entry: Entry) -> Iterator[Name]:
    """Yield the names of ``entry``: title, aliases, variants."""
    yield Name(entry.title.text, NameKind.TITLE, entry.slug, entry.path, entry.title.line)
    for kind, texts in ((NameKind.ALIAS, entry.aliases), (NameKind.VARIANT, entry.variants)):
        for text in texts:
            yield Name(text.text, kind, entry.slug, entry.path, text.line)


def _names(entries: Iterable[Entry]) -> dict[str, tuple[Name, ...]]:
    names: dict[str, list[Name]] = defaultdict(list)
    for entry in entries:
        for name in entry_names(entry):
            if name.text:
                names[name_key(name.text)].append(name)
    return {key: tuple(names[key]) for key in sorted(names)}


def _relations(entries: Mapping[str, Entry]) -> dict[str, Relations]:
    found: dict[str, dict[str, list[str]]] = {slug: defaultdict(list) for slug in entries}
    contrasts: dict[str, list[Contrast]] = defaultdict(list)
    inverse = {"broader": "narrower", "prerequisites": "leads_to", "related": "related"}
    for entry in entries.values():
        for relation in entry.relations:
            target = relation.target.text
            if target not in entries or target == entry.slug:
                continue
            if relation.kind == "contrasts":
                contrasts[entry.slug].append(Contrast(target, relation.note, entry.slug))
                contrasts[target].append(Contrast(entry.slug, relation.note, entry.slug))
            else:
                found[entry.slug][relation.kind].append(target)
                found[target][inverse[relation.kind]].append(entry.slug)
    return {
        slug: Relations(
            **{kind: tuple(dict.fromkeys(targets)) for kind, targets in kinds.items()},
            contrasts=tuple(contrasts.get(slug, ())),
        )
        for slug, kinds in found.items()
    }


def _mentions(entries: Mapping[str, Entry], articles: Mapping[str, Article]) -> dict[str, tuple[str, ...]]:
    """Return, for each slug, the paths of the files whose text links to it, entries first."""
    found: dict[str, dict[str, None]] = {slug: {} for slug in entries}
    texts = [(entry.path, inline) for entry in entries.values() for inline in entry.inlines]
    for path, inline in (*texts, *((article.path, article.inline) for article in articles.values())):
        for target in linked(path, [inline]):
            if target in found and entries[target].path != path:
                found[target][path] = None
    return {slug: tuple(paths) for slug, paths in found.items()}


def linked(path: str, texts: Iterable[Inline]) -> Iterator[str]:
    """Yield the slug in each link of the texts of a file to an entry, which need not exist."""
    for inline in texts:
        for link in inline.links:
            slug = slug_of(resolve(path, link.target)[0])
            if slug:
                yield slug


def slug_of(file: str) -> str:
    """Return the slug of the entry that a file is or would be, or ``""`` for any other file."""
    inside = file.startswith(f"{GLOSSARY}/") and file.endswith(".md")
    return file.removeprefix(f"{GLOSSARY}/").removesuffix(".md") if inside else ""


def resolve(path: str, target: str) -> tuple[str, str]:
    """Return ``(file, anchor)`` of a link in ``path``.

    The file is relative to the project, or ``""`` where the link leaves the site (an address with a scheme or host); a
    link that climbs out of the project starts with ``..``.
    """
    file, _, anchor = target.partition("#")
    if "://" in file or file.startswith(("//", "mailto:")):
        return "", anchor
    if not file:
        return path, anchor
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(file))), anchor


def _places(courses: Iterable[Course], entries: Mapping[str, Entry]) -> dict[str, tuple[Place, ...]]:
    places: dict[str, list[Place]] = {slug: [] for slug in entries}
    for course in courses:
        steps = [(u, p, t.text) for u in course.units for p in u.parts for t in p.terms if t.text in entries]
        for index, (unit, part, slug) in enumerate(steps):
            before = steps[index - 1][2] if index else ""
            after = steps[index + 1][2] if index + 1 < len(steps) else ""
            places[slug].append(Place(course, unit, part, before, after))
    return {slug: tuple(found) for slug, found in places.items()}


def page_of(path: str) -> str:
    """Return the address of the page made from a file, relative to the site's root: ``terms/softmax/``."""
    if path.startswith(f"{GLOSSARY}/"):
        path = f"terms/{path.removeprefix(f'{GLOSSARY}/')}"
    else:
        path = path.removeprefix(f"{DOCS}/")
    stem = path.removesuffix(".md")
    folder, _, name = stem.rpartition("/")
    return f"{folder}/".removeprefix("/") if name in ("index", "README") else f"{stem}/"
