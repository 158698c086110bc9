"""The list of all pages: what each is made from, where it stands, and what stands beside it."""

from __future__ import annotations

from collections.abc import Iterator

from termbase.articles import Article, Course, Part, Unit
from termbase.course_anchors import unit_anchors
from termbase.glossary import Glossary, page_of
from termbase.load import DOCS, GLOSSARY
from termbase.model import Entry
from termbase.offline.worker import OFFLINE
from termbase.pages import guide, study, term
from termbase.pages.page import Group, Page, PageKind, SideItem, TocItem
from termbase.permalinks.addresses import HUBS, MAPS, map_of
from termbase.permalinks.redirects import Redirects
from termbase.render import spoken
from termbase.text import Text


def plan(glossary: Glossary, found: Redirects) -> Iterator[Page]:
    """Yield every page of ``glossary``, in a fixed order; ``found`` are its redirects."""
    if glossary.home:
        article = glossary.home.article
        yield _article_page(glossary, PageKind.HOME, article, wide=True)
    about = "Every term of the glossary with its plain line, and every other name with the term it leads to."
    yield _index(glossary, PageKind.TERMS, about)
    yield _index(glossary, PageKind.TOPICS, "The terms of the glossary by subject.")
    yield _index(glossary, PageKind.COURSES, "Study guides: the terms of a course in teaching order.")
    yield _index(glossary, PageKind.MAPS, "What to learn before what: a map of each course and topic.")
    yield _index(glossary, PageKind.REVIEW, "What is due today, decks and quizzes, and your progress.")
    for topic in glossary.topics.values():
        yield _article_page(glossary, PageKind.TOPIC, topic, sidebar=(_topics(glossary, topic.slug),))
        yield _map_page(glossary, topic)
    for course in glossary.courses.values():
        sidebar, toc = (_units(course), _topics(glossary)), guide.contents(glossary, course)
        yield _article_page(glossary, PageKind.COURSE, course.article, sidebar=sidebar, toc=toc)
        yield _map_page(glossary, course.article)
    for entry in glossary.entries.values():
        yield _term_page(glossary, entry)
    for tombstone in glossary.retired.values():
        yield _article_page(glossary, PageKind.RETIRED, tombstone.article)
    for address, choice in found.choices.items():
        title = spoken(Text(choice.name, 0))
        about = f"{title} can mean more than one thing."
        uri = f"{address.rstrip('/')}.md"
        yield Page(PageKind.CHOICE, address, uri, address, title, about, "", glossary.updated, listed=False)
    about = "What is shown without a network instead of a page that was never opened."
    scripts = ("assets/js/kept.js",)
    yield Page(
        PageKind.OFFLINE, "", "offline.md", OFFLINE, "You are offline", about, "", "", scripts=scripts, listed=False
    )


def _index(glossary: Glossary, kind: PageKind, description: str) -> Page:
    alone = kind in (PageKind.TERMS, PageKind.REVIEW)
    sidebar = () if alone else (_maps(glossary),) if kind is PageKind.MAPS else _hubs(glossary)
    return Page(
        kind,
        "",
        f"{kind}/index.md",
        f"{kind}/",
        HUBS[f"{kind}/"],
        description,
        "",
        glossary.updated,
        sidebar=sidebar,
        wide=alone,
        scripts=(study.INDEX,) if kind is PageKind.REVIEW else (),
    )


def _article_page(
    glossary: Glossary,
    kind: PageKind,
    article: Article,
    *,
    sidebar: tuple[Group, ...] = (),
    toc: tuple[TocItem, ...] = (),
    wide: bool = False,
) -> Page:
    return Page(
        kind=kind,
        slug=article.slug,
        uri=uri_of(article.path),
        url=page_of(article.path),
        title=spoken(article.title),
        description=spoken(article.plain) or spoken(article.title),
        source=article.path,
        updated=glossary.updated,
        sidebar=sidebar,
        toc=toc,
        wide=wide,
        listed=kind is not PageKind.RETIRED,
    )


def _map_page(glossary: Glossary, article: Article) -> Page:
    title = spoken(article.title)
    url = map_of(page_of(article.path))
    return Page(
        kind=PageKind.LEARNING_MAP,
        slug=article.slug,
        uri=f"{url.removesuffix('/')}.md",
        url=url,
        title=f"Map of {title}",
        description=f"What to learn before what: the terms of {title} in steps.",
        source=article.path,
        updated=glossary.updated,
        sidebar=(_maps(glossary, article.path),),
    )


def uri_of(path: str) -> str:
    """Return the Markdown file that an engine expects for a page made from the file at ``path``."""
    return path.removeprefix(f"{DOCS}/").replace(f"{GLOSSARY}/", "terms/", 1)


def _term_page(glossary: Glossary, entry: Entry) -> Page:
    places = glossary.places[entry.slug]
    unit = (_part(glossary, places[0].course, places[0].unit, places[0].part, entry.slug),) if places else ()
    return Page(
        kind=PageKind.TERM,
        slug=entry.slug,
        uri=f"terms/{entry.slug}.md",
        url=page_of(entry.path),
        title=spoken(entry.title) or entry.slug,
        description=spoken(entry.plain),
        source=entry.path,
        updated=entry.reviewed,
        toc=term.contents(glossary, entry),
        sidebar=(*unit, _topics_of(glossary, entry)),
    )


def _part(glossary: Glossary, course: Course, unit: Unit, part: Part, slug: str) -> Group:
    items = tuple(
        _side_term(glossary.entries[t.text], current=t.text == slug) for t in part.terms if t.text in glossary.entries
    )
    subtitle = " · ".join(spoken(title) for title in (unit.title, part.title) if title)
    return Group(spoken(course.article.title), f"courses/{course.slug}/", subtitle, items)


def _side_term(entry: Entry, *, current: bool) -> SideItem:
    return SideItem(spoken(entry.title), page_of(entry.path), current, entry.slug, len(entry.study_items))


def _units(course: Course) -> Group:
    url = f"courses/{course.slug}/"
    units = zip(course.units, unit_anchors(course), strict=True)
    items = tuple(SideItem(spoken(unit.title), f"{url}#{anchors.heading}") for unit, anchors in units)
    return Group(spoken(course.article.title), url, "Units", items)


def _topics(glossary: Glossary, current: str = "") -> Group:
    items = tuple(SideItem(spoken(t.title), f"topics/{t.slug}/", t.slug == current) for t in glossary.topics.values())
    return Group("Topics", "topics/", "", items)


def _topics_of(glossary: Glossary, entry: Entry) -> Group:
    """Return the topics of an entry alone: however many there are, the keyboard has few stops before the text."""
    own = (glossary.topics[topic.text] for topic in entry.topics if topic.text in glossary.topics)
    return Group("Topics", "topics/", "", tuple(SideItem(spoken(t.title), f"topics/{t.slug}/") for t in own))


def _maps(glossary: Glossary, current: str = "") -> Group:
    mapped = (*(course.article for course in glossary.courses.values()), *glossary.topics.values())
    items = tuple(SideItem(spoken(a.title), map_of(page_of(a.path)), a.path == current) for a in mapped)
    return Group("Map", MAPS, "", items)


def _hubs(glossary: Glossary) -> tuple[Group, ...]:
    items = tuple(SideItem(spoken(c.article.title), f"courses/{c.slug}/") for c in glossary.courses.values())
    return (Group("Courses", "courses/", "", items), _topics(glossary))
