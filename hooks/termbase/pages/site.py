"""The list of all pages, and the HTML of one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import Any

import jinja2

from termbase.articles import Article, Course, Part, Unit
from termbase.course_anchors import unit_anchors
from termbase.embed import embed_file, embed_parts
from termbase.exports import Publication, entry_files, site_files, table, terms_json
from termbase.glossary import Glossary, page_of
from termbase.load import DOCS, GLOSSARY
from termbase.model import Entry
from termbase.pages import guide, lists, study, term
from termbase.pages.cite import snippets
from termbase.pages.moved import redirect_files, with_old_anchors
from termbase.pages.page import Alternate, Around, Group, Made, Page, PageKind, SideItem, TocItem
from termbase.pages.structured import structured
from termbase.permalinks.published import old_anchors
from termbase.permalinks.redirects import Redirects, redirects
from termbase.problems import counted
from termbase.render import addresses, relative, render, spoken
from termbase.search import SearchFiles, searchable
from termbase.text import Text

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
    redirects: Redirects

    @property
    def files(self) -> Mapping[str, str | bytes]:
        """What the site holds besides pages: what is in each file by its address."""
        return {
            study.INDEX: study.index_script(self.glossary),
            **({study.MOVED: moved} if (moved := study.moved_script(self.redirects.pages.values())) else {}),
            **self.search.files,
            **dict(site_files(self.glossary, self.publication)),
            **dict(chain.from_iterable(map(self._moved, _set_by_the_engine(self.glossary, self.pages)))),
        }

    def made(self, page: Page, around: Around = NOWHERE) -> Made:
        """Return ``page`` as it is written: its body, from the title down, and the files that go with it."""
        shared = {"page": page, "around": around, "url": lambda to: relative(page.url, to)}
        context = {**shared, **_CONTEXTS[page.kind](self, page)}
        files: dict[str, str | bytes] = dict(self._moved((page.url, page.title)))
        if page.kind is PageKind.TERM:
            draw = self.environment.get_template("_study.html").module.item  # type: ignore[attr-defined]
            drawn = [study.drawn(filled, context["entry"], context["md"], draw) for filled in context["study"]]
            tools = zip(context["study"], drawn, map(study.levels, drawn), strict=True)
            context["study"] = list(tools)
            passages = self.search.passages[page.slug]
            files |= {
                study.items_file(page.slug): study.items_script(page.slug, chain(*drawn)),
                passages.address: passages.text,
                embed_file(page.slug): self._set("embed", {**context, "parts": list(embed_parts(context["entry"]))}),
                **dict(entry_files(self.glossary, context["entry"], self.publication)),
            }
        data = structured(self.glossary, self.publication, page, context["md"])
        body = self.anchored(page.url, self._set(page.kind, context))
        return Made(body, files, data, tuple(_alternates(page, files, self.publication)))

    def _set(self, template: str, context: Context) -> str:
        return self.environment.get_template(f"{template}.html").render(context)

    def anchored(self, url: str, body: str) -> str:
        """Return the body of the page at ``url`` with an id for every anchor that links from outside may rely on."""
        page = self.redirects.pages.get(url)
        return with_old_anchors(body, page.anchors, old_anchors(self.glossary, self.redirects, page)) if page else body

    def _moved(self, page: tuple[str, str]) -> Iterator[tuple[str, str]]:
        """Yield the redirects to a page, given by its url and title."""
        url, title = page
        template = self.environment.get_template("moved.html")
        return redirect_files(self.redirects.into.get(url, ()), title, self.publication.base_url, template)


def site(glossary: Glossary, templates: Path, publication: Publication = NOT_PUBLISHED) -> Site:
    """Return the site of ``glossary``, set with the Jinja templates of the folder ``templates``."""
    found = redirects(glossary)
    moving = {page.address for page in found.pages.values() if study.moved_script([page])}
    pages = {
        page.uri: replace(page, scripts=(*page.scripts, *study.MOVING)) if _needs(page, moving) else page
        for page in (*_pages(glossary), *_choices(glossary, found))
    }
    return Site(glossary, MappingProxyType(pages), environment(templates), searchable(glossary), publication, found)


def _needs(page: Page, moving: set[str]) -> bool:
    """Tell whether progress may stand under old names where ``page`` shows it."""
    return page.url in moving or (page.kind is PageKind.REVIEW and bool(moving))


def _set_by_the_engine(glossary: Glossary, pages: Mapping[str, Page]) -> Iterator[tuple[str, str]]:
    """Yield the url and title of each hand-written page that is none of ``pages``."""
    for article in glossary.articles.values():
        if _uri(article.path) not in pages:
            yield page_of(article.path), spoken(article.title)


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
        # What the engine's pages and ours share stands in the folder above.
        loader=jinja2.FileSystemLoader([templates, templates.parent]),
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
        sidebar, toc = (_units(course), _topics(glossary)), guide.contents(glossary, course)
        yield _article_page(glossary, PageKind.COURSE, course.article, sidebar=sidebar, toc=toc)
    for entry in glossary.entries.values():
        yield _term_page(glossary, entry)
    for tombstone in glossary.retired.values():
        yield _article_page(glossary, PageKind.RETIRED, tombstone.article)


def _choices(glossary: Glossary, found: Redirects) -> Iterator[Page]:
    for address, choice in found.choices.items():
        title = spoken(Text(choice.name, 0))
        about = f"{title} can mean more than one thing."
        uri = f"{address.rstrip('/')}.md"
        yield Page(PageKind.CHOICE, address, uri, address, title, about, "", glossary.updated, listed=False)


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
    return Page(
        kind=kind,
        slug=article.slug,
        uri=_uri(article.path),
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


def _uri(path: str) -> str:
    """Return the Markdown file that an engine expects for a page made from the file at ``path``."""
    return path.removeprefix(f"{DOCS}/").replace(f"{GLOSSARY}/", "terms/", 1)


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


def _units(course: Course) -> Group:
    url = f"courses/{course.slug}/"
    units = zip(course.units, unit_anchors(course), strict=True)
    items = tuple(SideItem(spoken(unit.title), f"{url}#{anchors.heading}") for unit, anchors in units)
    return Group(spoken(course.article.title), url, "Units", items)


def _topics(glossary: Glossary, current: str = "") -> Group:
    items = tuple(SideItem(spoken(t.title), f"topics/{t.slug}/", t.slug == current) for t in glossary.topics.values())
    return Group("Topics", "topics/", "", items)


def _hubs(glossary: Glossary) -> tuple[Group, ...]:
    items = tuple(SideItem(spoken(c.article.title), f"courses/{c.slug}/") for c in glossary.courses.values())
    return (Group("Courses", "courses/", "", items), _topics(glossary))


def _term_context(site: Site, page: Page) -> Context:
    entry = site.glossary.entries[page.slug]
    rendered = render(term.fragments(site.glossary, entry), addresses(entry.path, page.url))
    return {"md": rendered, "snippets": snippets(entry, site.publication), **term.context(site.glossary, entry)}


def _article_context(article: Article, page: Page, texts: Iterable[tuple[str, bool]]) -> Context:
    fragments = [(article.title.text, True), (article.plain.text, True), (article.text.text, False), *texts]
    return {"md": render(fragments, addresses(article.path, page.url)), "article": article}


def _home_context(site: Site, page: Page) -> Context:
    context = lists.home(site.glossary)
    article = site.glossary.articles[page.source]
    return {**_article_context(article, page, lists.fragments(context)), **context}


def _topic_context(site: Site, page: Page) -> Context:
    context = lists.topic(site.glossary, page.slug)
    return {**_article_context(site.glossary.topics[page.slug], page, lists.fragments(context)), **context}


def _course_context(site: Site, page: Page) -> Context:
    course = site.glossary.courses[page.slug]
    context = guide.context(site.glossary, course)
    return {**_article_context(course.article, page, guide.fragments(context)), **context}


def _retired_context(site: Site, page: Page) -> Context:
    tombstone = site.glossary.retired[page.source]
    see = [site.glossary.entries[slug.text] for slug in tombstone.see if slug.text in site.glossary.entries]
    made = _article_context(tombstone.article, page, lists.fragments({"see": see}))
    return {**made, "tombstone": tombstone, "see": see}


def _choice_context(site: Site, page: Page) -> Context:
    choice = site.redirects.choices[page.url]
    see = [site.glossary.entries[slug] for slug in choice.slugs]
    return {"md": render(lists.fragments({"see": see}), addresses("glossary/index.md", page.url)), "see": see}


def _list_context(make: Callable[[Glossary], Context]) -> Callable[[Site, Page], Context]:
    def context(site: Site, page: Page) -> Context:
        made = make(site.glossary)
        return {"md": render(lists.fragments(made), addresses("glossary/index.md", page.url)), **made}

    return context


_CONTEXTS: dict[PageKind, Callable[[Site, Page], Context]] = {
    PageKind.HOME: _home_context,
    PageKind.TERMS: _list_context(lists.terms),
    PageKind.TOPICS: _list_context(lists.topics),
    PageKind.COURSES: _list_context(lists.courses),
    PageKind.REVIEW: _list_context(lists.courses),
    PageKind.TOPIC: _topic_context,
    PageKind.COURSE: _course_context,
    PageKind.TERM: _term_context,
    PageKind.CHOICE: _choice_context,
    PageKind.RETIRED: _retired_context,
}
