"""The list of all pages, and the HTML of one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import Any

import jinja2

from termbase.articles import Article, Course, Part, Unit
from termbase.exports import Publication, entry_files, site_files, table, terms_json
from termbase.glossary import Glossary, page_of
from termbase.load import DOCS
from termbase.model import Entry
from termbase.pages import lists, study, term
from termbase.pages.page import Alternate, Around, Group, Made, Page, PageKind, SideItem, TocItem
from termbase.pages.structured import structured
from termbase.problems import counted
from termbase.render import addresses, relative, render, spoken
from termbase.search import SearchFiles, searchable

Context = dict[str, Any]
NOWHERE = Around()
NOT_PUBLISHED = Publication()


@dataclass(frozen=True, slots=True)
class Site:
    """All pages of a glossary. ``pages`` maps each page's uri to the page, in a fixed order."""

    glossary: Glossary
    pages: Mapping[str, Page]
    environment: jinja2.Environment
    search: SearchFiles
    publication: Publication

    @property
    def files(self) -> Mapping[str, str | bytes]:
        """What the site holds besides pages: what is in each file by its address."""
        return {
            study.INDEX: study.index_script(self.glossary),
            **self.search.files,
            **dict(site_files(self.glossary, self.publication)),
        }

    def made(self, page: Page, around: Around = NOWHERE) -> Made:
        """Return ``page`` as it is written: its body, from the title down, and the files that go with it."""
        context = _CONTEXTS[page.kind](self.glossary, page)
        files: dict[str, str | bytes] = {}
        if page.kind is PageKind.TERM:
            draw = self.environment.get_template("_study.html").module.item  # type: ignore[attr-defined]
            drawn = [study.drawn(filled, context["entry"], context["md"], draw) for filled in context["study"]]
            tools = zip(context["study"], drawn, map(study.levels, drawn), strict=True)
            context["study"] = list(tools)
            passages = self.search.passages[page.slug]
            files = {
                study.items_file(page.slug): study.items_script(page.slug, chain(*drawn)),
                passages.address: passages.text,
                **dict(entry_files(self.glossary, context["entry"], self.publication)),
            }
        template = self.environment.get_template(f"{page.kind}.html")
        body = template.render(page=page, around=around, url=lambda to: relative(page.url, to), **context)
        data = structured(self.glossary, self.publication, page, context["md"])
        return Made(body, files, data, tuple(_alternates(page, files, self.publication)))


def site(glossary: Glossary, templates: Path, publication: Publication = NOT_PUBLISHED) -> Site:
    """Return the site of ``glossary``, set with the Jinja templates of the folder ``templates``."""
    pages = {page.uri: page for page in _pages(glossary)}
    return Site(glossary, MappingProxyType(pages), environment(templates), searchable(glossary), publication)


def _alternates(page: Page, files: Iterable[str], publication: Publication) -> Iterator[Alternate]:
    """Yield the other forms of a page: the data files of the list of terms, and those of a term by their names."""
    if page.kind is PageKind.TERMS:
        files = (terms_json.ADDRESS, table.ADDRESS)
    for address in files:
        media_type = _ALTERNATES.get(address.rpartition("/")[2])
        if media_type:
            yield Alternate(publication.absolute(address), media_type)


_ALTERNATES = {
    terms_json.ADDRESS: "application/json",
    table.ADDRESS: "text/csv",
    "card.json": "application/json",
    "oembed.json": "application/json+oembed",
}


def environment(templates: Path) -> jinja2.Environment:
    """Return the template environment: every value is escaped, an unknown name is an error."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["day"] = day
    made.filters["counted"] = counted
    made.filters["page_of"] = page_of
    return made


def day(iso: str) -> str:
    """Return ``2026-11-21`` as ``21 November 2026``, in English whatever the machine's language."""
    found = date.fromisoformat(iso)
    return f"{found.day} {_MONTHS[found.month - 1]} {found.year}"


_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def _pages(glossary: Glossary) -> Iterator[Page]:
    if glossary.home:
        article = glossary.home.article
        yield _article_page(glossary, PageKind.HOME, article, wide=True)
    about = "Every term of the glossary with its plain line, and every other name with the term it leads to."
    yield _index(glossary, PageKind.TERMS, "Terms A–Z", about)
    yield _index(glossary, PageKind.TOPICS, "Topics", "The terms of the glossary by subject.")
    yield _index(glossary, PageKind.COURSES, "Courses", "Study guides: the terms of a course in teaching order.")
    yield _index(glossary, PageKind.REVIEW, "Review", "What is due today, decks and quizzes, and your progress.")
    for topic in glossary.topics.values():
        yield _article_page(glossary, PageKind.TOPIC, topic, sidebar=(_topics(glossary, topic.slug),))
    for course in glossary.courses.values():
        sidebar = (_units(course), _topics(glossary))
        yield _article_page(glossary, PageKind.COURSE, course.article, sidebar=sidebar, toc=tuple(_parts(course)))
    for entry in glossary.entries.values():
        yield _term_page(glossary, entry)


def _index(glossary: Glossary, kind: PageKind, title: str, description: str) -> Page:
    alone = kind in (PageKind.TERMS, PageKind.REVIEW)
    return Page(
        kind,
        "",
        f"{kind}/index.md",
        f"{kind}/",
        title,
        description,
        "",
        glossary.updated,
        sidebar=() if alone else _hubs(glossary),
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
    uri = article.path.removeprefix(f"{DOCS}/")
    return Page(
        kind=kind,
        slug=article.slug,
        uri=uri,
        url=page_of(article.path),
        title=spoken(article.title),
        description=spoken(article.plain) or spoken(article.title),
        source=article.path,
        updated=glossary.updated,
        sidebar=sidebar,
        toc=toc,
        wide=wide,
    )


def _term_page(glossary: Glossary, entry: Entry) -> Page:
    places = glossary.places[entry.slug]
    unit = (_part(glossary, places[0].course, places[0].unit, places[0].part, entry.slug),) if places else ()
    current = entry.topics[0].text if entry.topics else ""
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
        sidebar=(*unit, _topics(glossary, current)),
    )


def _part(glossary: Glossary, course: Course, unit: Unit, part: Part, slug: str) -> Group:
    items = tuple(
        _side_term(glossary.entries[t.text], current=t.text == slug) for t in part.terms if t.text in glossary.entries
    )
    subtitle = " · ".join(spoken(title) for title in (unit.title, part.title) if title)
    return Group(spoken(course.article.title), f"courses/{course.slug}/", subtitle, items)


def _side_term(entry: Entry, *, current: bool) -> SideItem:
    return SideItem(spoken(entry.title), page_of(entry.path), current, entry.slug, len(entry.study_items))


def _parts(course: Course) -> Iterator[TocItem]:
    for number, unit in enumerate(course.units, 1):
        anchor = lists.unit_anchor(unit, number)
        yield TocItem(anchor, spoken(unit.title))
        for part in unit.parts:
            if part.title:
                yield TocItem(lists.part_anchor(anchor, part), spoken(part.title))


def _units(course: Course) -> Group:
    url = f"courses/{course.slug}/"
    items = tuple(SideItem(spoken(u.title), f"{url}#{lists.unit_anchor(u, n)}") for n, u in enumerate(course.units, 1))
    return Group(spoken(course.article.title), url, "Units", items)


def _topics(glossary: Glossary, current: str = "") -> Group:
    items = tuple(SideItem(spoken(t.title), f"topics/{t.slug}/", t.slug == current) for t in glossary.topics.values())
    return Group("Topics", "topics/", "", items)


def _hubs(glossary: Glossary) -> tuple[Group, ...]:
    items = tuple(SideItem(spoken(c.article.title), f"courses/{c.slug}/") for c in glossary.courses.values())
    return (Group("Courses", "courses/", "", items), _topics(glossary))


def _term_context(glossary: Glossary, page: Page) -> Context:
    entry = glossary.entries[page.slug]
    rendered = render(term.fragments(glossary, entry), addresses(entry.path, page.url))
    return {"md": rendered, **term.context(glossary, entry)}


def _article_context(article: Article, page: Page, texts: Iterable[tuple[str, bool]]) -> Context:
    fragments = [(article.title.text, True), (article.plain.text, True), (article.text.text, False), *texts]
    return {"md": render(fragments, addresses(article.path, page.url)), "article": article}


def _home_context(glossary: Glossary, page: Page) -> Context:
    context = lists.home(glossary)
    article = glossary.articles[page.source]
    return {**_article_context(article, page, lists.fragments(context)), **context}


def _topic_context(glossary: Glossary, page: Page) -> Context:
    context = lists.topic(glossary, page.slug)
    return {**_article_context(glossary.topics[page.slug], page, lists.fragments(context)), **context}


def _course_context(glossary: Glossary, page: Page) -> Context:
    context = lists.course(glossary, page.slug)
    return {**_article_context(glossary.courses[page.slug].article, page, lists.fragments(context)), **context}


def _list_context(make: Callable[[Glossary], Context]) -> Callable[[Glossary, Page], Context]:
    def context(glossary: Glossary, page: Page) -> Context:
        made = make(glossary)
        return {"md": render(lists.fragments(made), addresses("glossary/index.md", page.url)), **made}

    return context


_CONTEXTS: dict[PageKind, Callable[[Glossary, Page], Context]] = {
    PageKind.HOME: _home_context,
    PageKind.TERMS: _list_context(lists.terms),
    PageKind.TOPICS: _list_context(lists.topics),
    PageKind.COURSES: _list_context(lists.courses),
    PageKind.REVIEW: _list_context(lists.courses),
    PageKind.TOPIC: _topic_context,
    PageKind.COURSE: _course_context,
    PageKind.TERM: _term_context,
}
