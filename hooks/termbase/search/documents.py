"""What is searched: one document an entry, its texts as plain words, each with the place that it leads to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from termbase.glossary import Glossary
from termbase.model import SECTIONS, Entry, Holds, Mistake, Question
from termbase.parse.inline import Kind, Span, scan
from termbase.render import spoken
from termbase.text import Text, single_spaced

# A posting has room for seven sections beside the top of the page.
_SEARCHED = (Holds.PROSE, Holds.MISTAKES, Holds.FACTS, Holds.QUESTIONS)
PLACES: tuple[tuple[str, str], ...] = (
    ("", "Learners ask"),
    ("definition", "Definition"),
    *((section.anchor, section.heading) for section in SECTIONS if section.holds in _SEARCHED),
)
_NUMBER = {anchor: number for number, (anchor, _) in enumerate(PLACES)}

_HARD_TEX = re.compile(r"\\(?!(?:mathbf|mathrm|mathit|text|hat|bar|tilde)\b)|[{}]{2}")
_TEX_MARK = re.compile(r"\\[a-z]+|[\\{}$]")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_EMPHASIS = re.compile(r"(?<!\\)\*+(?=\S)|(?<=[^\s\\])\*+|(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w)")
_LINE_MARK = re.compile(r"^ *\|[-:| ]+\n|^ *(?:[-*+>] |\d+[.)] |#+ |\| *)|(?<! ) *\| *$", re.MULTILINE)
_BLOCKS = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph. ``place`` is an index into ``PLACES``, ``anchor`` the id on the page that it leads to."""

    place: int
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """One entry as the search sees it; ``links`` is how many other pages and relations lead to it."""

    slug: str
    title: str
    aliases: tuple[str, ...] = ()
    level: str = ""
    topics: tuple[str, ...] = ()
    courses: tuple[str, ...] = ()
    links: int = 0
    plain: str = ""
    asked: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()


def document(glossary: Glossary, entry: Entry) -> Document:
    """Return ``entry`` as the search sees it."""
    related = dict.fromkeys(glossary.relations[entry.slug].all())
    return Document(
        slug=entry.slug,
        title=spoken(entry.title) or entry.slug,
        aliases=tuple(spoken(name) for name in (*entry.aliases, *entry.variants)),
        level=entry.level,
        topics=tuple(topic.text for topic in entry.topics if topic.text in glossary.topics),
        courses=tuple(dict.fromkeys(place.course.slug for place in glossary.places[entry.slug])),
        links=len(glossary.mentions[entry.slug]) + len(related),
        plain=spoken(entry.plain),
        asked=tuple(spoken(asked) for asked in entry.asked),
        passages=tuple(_passages(entry)),
    )


def _passages(entry: Entry) -> Iterator[Passage]:
    yield from _blocks("definition", "definition", entry.definition)
    for filled in entry.sections:
        if filled.section.holds in _SEARCHED:
            for part in (filled.body,) if isinstance(filled.body, Text) else filled.body:
                yield from _part(filled.section.anchor, part)


def _part(place: str, part: object) -> Iterator[Passage]:
    if isinstance(part, Text):
        yield from _blocks(place, place, part)
    elif isinstance(part, Mistake):
        yield from _blocks(place, place, part.claim)
        yield from _blocks(place, place, part.truth)
    elif isinstance(part, Question):
        yield from _blocks(place, part.id.text or place, part.prompt)
        yield from _blocks(place, part.id.text or place, part.answer)


def _blocks(place: str, anchor: str, text: Text) -> Iterator[Passage]:
    for block in _BLOCKS.split(prose(text.text)):
        words = single_spaced(block)
        if words:
            yield Passage(_NUMBER[place], anchor, words)


def prose(markdown: str) -> str:
    """Return the words of some Markdown, blocks apart. Linear in the text.

    Formulas on a line of their own are left out; those that plain characters cannot say become an ellipsis.
    """
    scanned = scan(markdown)
    cuts = [(span.start, span.end, _words(span)) for span in scanned.spans]
    for start, link in scanned.links:
        first, last = link.span("label")
        cuts += [(start, first, ""), (last, link.end(), "")]
    for start, image in scanned.images:
        first, last = _shown(image)
        cuts += [(start - 1, first, ""), (last, image.end(), "")]
    parts = []
    position = 0
    for start, end, instead in sorted(cuts):
        if start >= position:
            parts += [markdown[position:start], instead]
            position = end
    text = "".join([*parts, markdown[position:]])
    return _ESCAPE.sub(r"\1", _EMPHASIS.sub("", _LINE_MARK.sub("", text).replace(" | ", " · ")))


def _shown(image: re.Match[str]) -> tuple[int, int]:
    """Return where the words of an image stand that are read on the page: its caption, without the quotes."""
    first, last = image.span("title")
    return (first + 1, last - 1) if image["title"] else (image.end(), image.end())


def _words(span: Span) -> str:
    if span.kind is Kind.MATHS:
        return "…" if _HARD_TEX.search(span.inner) else _TEX_MARK.sub("", span.inner)
    return span.inner if span.kind in (Kind.CODE, Kind.AUTOLINK) else ""
