"""What the maps show: the list of them, and the learning path of a course or topic."""

from __future__ import annotations

from typing import Any

from termbase.articles import Article
from termbase.glossary import Glossary, page_of
from termbase.maps.learning import learning_map
from termbase.model import Entry
from termbase.pages import guide
from termbase.pages.page import Page
from termbase.permalinks.addresses import map_of


def hub(glossary: Glossary) -> dict[str, Any]:
    """Return the maps of courses and of topics: what each is of, its address and its number of terms."""
    return {
        "groups": [
            ("Courses", [_row(glossary, course.article) for course in glossary.courses.values()]),
            ("Topics", [_row(glossary, topic) for topic in glossary.topics.values()]),
        ]
    }


def _row(glossary: Glossary, article: Article) -> tuple[Article, str, int]:
    return article, map_of(page_of(article.path)), len(listed(glossary, article))


def listed(glossary: Glossary, article: Article) -> list[str]:
    """Return the slugs of the entries of a course or topic, in learning order."""
    course = glossary.courses.get(article.slug)
    if course and course.article.path == article.path:
        chosen = {term.text for unit in course.units for term in unit.terms}
    else:
        chosen = {entry.slug for entry in glossary.in_topic(article.slug)}
    return [slug for slug in glossary.order if slug in chosen]


def mapped(glossary: Glossary, page: Page) -> list[Entry]:
    """Return the entries on the map that ``page`` shows, in learning order."""
    return [glossary.entries[slug] for slug in listed(glossary, glossary.articles[page.source])]


def context(glossary: Glossary, page: Page) -> dict[str, Any]:
    """Return what the template of a map shows."""
    article = glossary.articles[page.source]
    slugs = listed(glossary, article)
    made = learning_map(glossary, slugs)
    return {
        "article": article,
        "term_count": len(slugs),
        "steps": [(step, [(box, glossary.entries[box.slug]) for box in step.boxes]) for step in made.steps],
        "rows": made.rows,
        "apart": [glossary.entries[slug] for slug in made.apart],
        "needed": guide.needed(glossary, slugs),
        "entries": glossary.entries,
    }
