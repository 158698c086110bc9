"""The values everything else works on: entries with their sections, items, relations and links."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from termbase.text import Text


class Holds(StrEnum):
    """What the body of a section is made of."""

    PROSE = "prose"
    FORMULA = "formula"
    MISTAKES = "mistakes"
    FACTS = "facts"
    QUESTIONS = "questions"
    CARDS = "cards"
    QUIZ = "quiz"
    PROMPTS = "prompts"


@dataclass(frozen=True, slots=True)
class Section:
    """One row of the section table. ``anchor`` is part of every permalink into the section and never changes."""

    heading: str
    holds: Holds
    required: bool = True

    @property
    def anchor(self) -> str:
        """The id on the page; the same that code hosts give the heading."""
        return self.heading.lower().replace(" ", "-")


SECTIONS = (
    Section("Formula", Holds.FORMULA, required=False),
    Section("Example", Holds.PROSE),
    Section("Common mistake", Holds.MISTAKES),
    Section("Must-know facts", Holds.FACTS),
    Section("Review questions", Holds.QUESTIONS),
    Section("Flashcards", Holds.CARDS),
    Section("Quiz", Holds.QUIZ),
    Section("In your own words", Holds.PROMPTS),
)

PAGE_ANCHORS = (
    "definition",
    "not-to-be-confused-with",
    "related-terms",
    "recall-and-review",
    "mentioned-in",
    "sources",
)

SECTION_BY_HEADING = {section.heading: section for section in SECTIONS}


@dataclass(frozen=True, slots=True)
class Key:
    """The symbols of a formula with their meanings."""

    rows: tuple[tuple[Text, Text], ...]


@dataclass(frozen=True, slots=True)
class Mistake:
    """A belief learners hold (``claim``, empty where none is quoted) and what is true."""

    claim: Text
    truth: Text


@dataclass(frozen=True, slots=True)
class Question:
    """A review question with its model answer."""

    id: Text
    prompt: Text
    answer: Text


@dataclass(frozen=True, slots=True)
class Card:
    """A flashcard. ``level`` is the heading it stands under, lower-case."""

    id: Text
    prompt: Text
    level: str
    answer: Text


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose in a quiz question, with the feedback a learner gets for choosing it."""

    text: Text
    right: bool
    feedback: Text


@dataclass(frozen=True, slots=True)
class QuizQuestion:
    """A multiple-choice question."""

    id: Text
    prompt: Text
    options: tuple[Option, ...]
    explanation: Text


@dataclass(frozen=True, slots=True)
class Concept:
    """A key concept of an own-words answer; ``hear`` are the words that suggest it was said."""

    text: Text
    hear: Text


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt to explain something in one's own words."""

    id: Text
    prompt: Text
    hint: Text
    concepts: tuple[Concept, ...]


StudyItem = Card | QuizQuestion | Prompt
Item = Question | StudyItem
BodyPart = Text | Key | Mistake | Item
Body = Text | tuple[BodyPart, ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """A section as an entry fills it."""

    section: Section
    line: int
    body: Body


class LinkKind(StrEnum):
    """How a link was written."""

    INLINE = "inline"
    REFERENCE = "reference"


class Link(NamedTuple):
    """A link in running text. ``start``/``end`` bound the target in the text that was scanned."""

    label: str
    target: str
    line: int
    kind: LinkKind = LinkKind.INLINE
    start: int = 0
    end: int = 0


class Image(NamedTuple):
    """An image in running text, ``![alt](target "caption")``. ``start``/``end`` bound it in the text that was scanned.

    It is ``alone`` where it is a paragraph. Its target is empty where it refers to a definition.
    """

    alt: str
    target: str
    line: int
    alone: bool = True
    start: int = 0
    end: int = 0


class Maths(NamedTuple):
    """A TeX formula in running text."""

    tex: str
    display: bool
    line: int


@dataclass(frozen=True, slots=True)
class Inline:
    """What running text refers to, and what in it looks like a slip, found in one scan.

    ``bracketed`` are words in brackets without a target, ``bare_targets`` targets without brackets before them
    (``word(page.md)``), ``html`` tags, ``loading`` those that name another host, which a browser may ask for something,
    ``gaps`` what the skeleton of an entry leaves to be filled in.
    """

    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    maths: tuple[Maths, ...] = ()
    comments: tuple[Text, ...] = ()
    definitions: frozenset[str] = frozenset()
    unclosed: tuple[Text, ...] = ()
    bracketed: tuple[Text, ...] = ()
    bare_targets: tuple[Text, ...] = ()
    html: tuple[Text, ...] = ()
    loading: tuple[Text, ...] = ()
    gaps: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """A typed relation as written in a header. ``note`` is the sentence of a contrast."""

    kind: str
    target: Text
    note: Text


@dataclass(frozen=True, slots=True)
class Source:
    """A work that backs an entry."""

    title: Text
    authors: Text
    year: Text
    where: Text
    url: Text


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing of ``docs/assets/figures``: its path, its size in bytes, and what the build puts on a page.

    ``markup`` is the elements of the drawing, safe in any HTML, empty where the file is no drawing; ``width`` and
    ``height`` are in its own units.
    """

    path: str
    size: int
    width: float = 0
    height: float = 0
    markup: str = ""


@dataclass(frozen=True, slots=True)
class Former:
    """An address that a page had before: the name of a page, or ``#`` and an anchor of this one.

    ``anchor`` says where on this page it leads; it is empty for a page that was only renamed.
    """

    address: Text
    anchor: Text

    @property
    def old_anchor(self) -> str:
        """The anchor that this page had; empty for the former address of a page."""
        return self.address.text[1:] if self.address.text.startswith("#") else ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One term: everything that its file says, in the order it says it."""

    slug: str
    path: str
    title: Text
    plain: Text
    definition: Text
    aliases: tuple[Text, ...] = ()
    variants: tuple[Text, ...] = ()
    formerly: tuple[Former, ...] = ()
    topics: tuple[Text, ...] = ()
    level: str = ""
    relations: tuple[Relation, ...] = ()
    asked: tuple[Text, ...] = ()
    sources: tuple[Source, ...] = ()
    reviewed: str = ""
    sections: tuple[Filled, ...] = ()
    inline: Inline = field(default_factory=Inline)
    notes: tuple[Inline, ...] = ()

    @property
    def inlines(self) -> tuple[Inline, ...]:
        """What the entry's text refers to: its body, and the sentences of its contrasts that hold markup."""
        return (self.inline, *self.notes)

    def body(self, holds: Holds) -> tuple[BodyPart, ...]:
        """Return what stands in the sections of one kind, joined in order; ``()`` where there is none."""
        found = [filled.body for filled in self.sections if filled.section.holds is holds]
        return tuple(part for body in found for part in ((body,) if isinstance(body, Text) else body))

    @property
    def items(self) -> tuple[Item, ...]:
        """Every study item, in order."""
        parts = [filled.body for filled in self.sections if isinstance(filled.body, tuple)]
        return tuple(part for body in parts for part in body if isinstance(part, Item))

    @property
    def study_items(self) -> tuple[StudyItem, ...]:
        """The items that a learner's progress is kept for: those with an id, review questions apart."""
        return tuple(item for item in self.items if isinstance(item, StudyItem) and item.id)

    @property
    def anchors(self) -> frozenset[str]:
        """Every id that a link may point to on the entry's page."""
        sections = (filled.section.anchor for filled in self.sections)
        return frozenset([*PAGE_ANCHORS, *sections, *(item.id.text for item in self.items if item.id)])
