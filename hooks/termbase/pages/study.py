"""What the study tools need: the HTML of each item, and the index from which sittings and quizzes are put together.

The scripts of the site read both as plain scripts that set one value, because a page opened from a file may load
scripts but no data.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from markupsafe import Markup

from termbase.articles import Article
from termbase.course_anchors import former_anchors, unit_anchors
from termbase.glossary import Glossary
from termbase.model import Card, Entry, Filled, Prompt, QuizQuestion, StudyItem
from termbase.options import ascending
from termbase.pages import lists
from termbase.parse.fields import LEVELS
from termbase.permalinks.live import LivePage
from termbase.render import Rendered, spoken
from termbase.text import SLUG, Text, compact_json

INDEX = "review/index.js"
MOVED = "study/moved.js"
# Loaded before the scripts of every page, where progress may stand under old names.
MOVING = (MOVED, "assets/js/moved.js")

Draw = Callable[..., Markup]


def kind(item: StudyItem) -> str:
    """Return the tool that an item is studied with: ``card``, ``quiz`` or ``own``."""
    return "card" if isinstance(item, Card) else "quiz" if isinstance(item, QuizQuestion) else "own"


def drawn(filled: Filled, entry: Entry, md: Rendered, draw: Draw) -> list[tuple[StudyItem, Markup]]:
    """Return the study items of a section with their HTML, cards by level; ``draw`` sets one item."""
    body = filled.body if isinstance(filled.body, tuple) else ()
    items = [item for item in body if isinstance(item, StudyItem)]
    items.sort(key=lambda item: LEVELS.index(item.level) if isinstance(item, Card) and item.level in LEVELS else 0)
    return [(item, _drawn(item, entry, md, draw)) for item in items]


def levels(items: Iterable[tuple[StudyItem, Markup]]) -> list[tuple[str, int]]:
    """Return the levels of drawn cards with their numbers of cards, in order; empty for other items."""
    return list(Counter(item.level for item, _ in items if isinstance(item, Card)).items())


def _drawn(item: StudyItem, entry: Entry, md: Rendered, draw: Draw) -> Markup:
    # Progress is kept under names of this form only; an entry that is being mended may have others.
    named = SLUG.fullmatch(entry.slug) and SLUG.fullmatch(item.id.text)
    key = f"{entry.slug}/{item.id.text}" if named else ""
    fixed = ascending(item.options) if isinstance(item, QuizQuestion) else ()
    options = fixed or (item.options if isinstance(item, QuizQuestion) else ())
    return draw(md, kind(item), item, key, options, bool(fixed))


def items_file(slug: str) -> str:
    """Return the address of the items of an entry, relative to the site's root."""
    return f"study/{slug}.js"


def items_script(slug: str, found: Iterable[tuple[StudyItem, Markup]]) -> str:
    """Return the script that gives the HTML of each item of an entry by its id. Items without an id are left out."""
    by_id = {item.id.text: html for item, html in found if item.id}
    return _script(f"(globalThis.studyItems??={{}})[{json.dumps(slug)}]", by_id)


def index_script(glossary: Glossary) -> str:
    """Return the script that gives ``index``."""
    return _script("globalThis.studyIndex", index(glossary))


def moved_script(pages: Iterable[LivePage]) -> str:
    """Return the script that says under which names progress was kept before, or ``""`` where it never changed.

    A pair is the old and the new name: ``old-slug/`` and ``slug/`` of an entry, ``slug/old-id`` and ``slug/id`` of an
    item, ``@course/old-slug`` and ``@course/slug``.
    """
    pairs = [pair for page in pages for pair in _moved(page)]
    return _script("globalThis.studyMoved", pairs) if pairs else ""


def _moved(page: LivePage) -> Iterator[tuple[str, str]]:
    folder, _, slug = page.address.rstrip("/").rpartition("/")
    for former in page.formerly:
        whole = not former.old_anchor and not former.anchor
        if whole and folder == "courses":
            yield f"@course/{former.address.text}", f"@course/{slug}"
        elif whole and folder == "terms" and not page.retired:
            yield f"{former.address.text}/", f"{slug}/"
    if folder == "terms":
        for old, now in page.old_anchors.items():
            yield f"{slug}/{old}", f"{slug}/{now}"


def _script(name: str, value: Any) -> str:
    return f"{name}={compact_json(value)};\n"


def index(glossary: Glossary) -> dict[str, Any]:
    """Return what there is to study.

    ``terms`` holds for each slug its title, the ids of its cards (by level), quiz questions and own-words prompts, and
    the terms near it; ``decks`` the title and terms of each course, unit and topic by its address; ``courses`` the
    slugs of the courses. Ids and slugs are joined by spaces.
    """
    return {
        "terms": {slug: _term(glossary, entry) for slug, entry in glossary.entries.items()},
        "decks": {name: {"title": spoken(title), "terms": " ".join(t)} for name, title, t in _decks(glossary)},
        "courses": list(glossary.courses),
    }


def _term(glossary: Glossary, entry: Entry) -> dict[str, Any]:
    items = entry.study_items
    return {
        "title": spoken(entry.title) or entry.slug,
        "cards": [_ids(i for i in items if isinstance(i, Card) and i.level == level) for level in LEVELS],
        "quiz": _ids(i for i in items if isinstance(i, QuizQuestion)),
        "own": _ids(i for i in items if isinstance(i, Prompt)),
        "near": " ".join(dict.fromkeys(glossary.relations[entry.slug].all())),
    }


def _ids(items: Iterable[StudyItem]) -> str:
    return " ".join(item.id.text for item in items)


def _decks(glossary: Glossary) -> Iterator[tuple[str, Text, list[str]]]:
    """Yield the name, title and terms of each deck, under the former names of courses, units and topics too."""
    for course in glossary.courses.values():
        units = [(unit, [t.text for t in unit.terms if t.text in glossary.entries]) for unit in course.units]
        every = list(dict.fromkeys(slug for _, terms in units for slug in terms))
        before = [(former.anchor.text, former.old_anchor) for former in former_anchors(course)]
        for name in _names("courses", course.article):
            yield name, course.article.title, every
            for (unit, terms), anchors in zip(units, unit_anchors(course), strict=True):
                for anchor in (anchors.heading, *(old for now, old in before if now == anchors.heading)):
                    yield f"{name}/{anchor}", unit.title, terms
    for topic in glossary.topics.values():
        terms = [entry.slug for _, found in lists.by_level(glossary, topic.slug) for entry in found]
        for name in _names("topics", topic):
            yield name, topic.title, terms


def _names(folder: str, article: Article) -> Iterator[str]:
    yield f"{folder}/{article.slug}"
    yield from (f"{folder}/{former.address.text}" for former in article.formerly if not former.old_anchor)
