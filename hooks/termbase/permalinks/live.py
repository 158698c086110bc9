"""The pages that a glossary has now, each with the anchors that links may rely on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from termbase.articles import Article, Course
from termbase.course_anchors import anchors, former_anchors
from termbase.glossary import Glossary, page_of
from termbase.model import Former
from termbase.permalinks.addresses import HUBS


@dataclass(frozen=True, slots=True)
class LivePage:
    """A page at its address, and the file that it is made from (empty for a list of all terms, topics or courses).

    ``anchors`` are promised. ``headings`` are there too, for now.
    """

    address: str
    path: str
    line: int = 1
    anchors: frozenset[str] = frozenset()
    headings: frozenset[str] = frozenset()
    formerly: tuple[Former, ...] = ()
    retired: bool = False

    @property
    def old_anchors(self) -> Mapping[str, str]:
        """The former anchors of the page, each with the one that it leads to now, whatever steps lie between.

        One that leads round in a circle leads to the top of the page, ``""``.
        """
        steps = {former.old_anchor: former.anchor.text for former in self.formerly if former.old_anchor}
        return {old: self._settled(old, steps) for old in steps if old not in self.targets}

    @property
    def targets(self) -> frozenset[str]:
        """What a former address may lead to."""
        return self.anchors | self.headings

    def _settled(self, old: str, steps: Mapping[str, str]) -> str:
        seen = {old}
        anchor = steps[old]
        while anchor not in self.targets and anchor in steps:
            if anchor in seen:
                return ""
            seen.add(anchor)
            anchor = steps[anchor]
        return anchor


def live_pages(glossary: Glossary) -> dict[str, LivePage]:
    """Return every page by its address, the home page apart, in the order of the addresses."""
    return {page.address: page for page in sorted(_pages(glossary), key=lambda page: page.address)}


def _pages(glossary: Glossary) -> Iterator[LivePage]:
    for hub in HUBS:
        yield LivePage(hub, "")
    home = glossary.home.article.path if glossary.home else ""
    courses = {course.article.path: course for course in glossary.courses.values()}
    for article in glossary.articles.values():
        if article.path != home:
            yield _course(courses[article.path]) if article.path in courses else _article(glossary, article)
    for entry in glossary.entries.values():
        address, line = page_of(entry.path), entry.title.line
        yield LivePage(address, entry.path, line, entry.anchors, formerly=entry.formerly)
    for tombstone in glossary.retired.values():
        article = tombstone.article
        yield LivePage(page_of(article.path), article.path, article.title.line, formerly=article.formerly, retired=True)


def _course(course: Course) -> LivePage:
    article = course.article
    formerly = (*article.formerly, *former_anchors(course))
    return LivePage(
        page_of(article.path), article.path, article.title.line, frozenset(anchors(course)), formerly=formerly
    )


def _article(glossary: Glossary, article: Article) -> LivePage:
    # Of a topic the template gives no ids to headings.
    own = frozenset() if article.slug in glossary.topics else frozenset(h.anchor for h in article.headings)
    return LivePage(page_of(article.path), article.path, article.title.line, headings=own, formerly=article.formerly)
