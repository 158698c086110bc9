"""A site as a value: its pages, the HTML of one, and the files beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import Any

import jinja2

from termbase.articles import Article
from termbase.embed import embed_parts
from termbase.exports import Publication, entry_files, site_files, table, terms_json, tombstone_files
from termbase.figures import drawn
from termbase.glossary import Glossary, page_of
from termbase.pages import guide, lists, maps, study, term
from termbase.pages.cite import snippets
from termbase.pages.moved import left_over, redirect_files, under_old_names, with_old_anchors
from termbase.pages.page import Alternate, Around, Made, Page, PageKind
from termbase.pages.plan import plan, uri_of
from termbase.pages.structured import structured
from termbase.pages.templates import environment
from termbase.permalinks.addresses import frame_of, is_term
from termbase.permalinks.published import old_anchors
from termbase.permalinks.redirects import Redirects, redirects
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
    redirects: Redirects

    @property
    def files(self) -> Mapping[str, str | bytes]:
        """What the site holds besides pages: what is in each file by its address."""
        return {
            study.INDEX: study.index_script(self.glossary),
            **({study.MOVED: moved} if (moved := study.moved_script(self.redirects.pages.values())) else {}),
            **self.search.files,
            **dict(site_files(self.glossary, self.publication)),
            **dict(chain.from_iterable(self._moved(page).items() for page in _set_by_the_engine(self))),
        }

    def made(self, page: Page, around: Around = NOWHERE) -> Made:
        """Return ``page`` as it is written: its body, from the title down, and the files that go with it."""
        shared = {"page": page, "around": around, "url": lambda to: relative(page.url, to)}
        context = {**shared, **_CONTEXTS[page.kind](self, page)}
        files: dict[str, str | bytes] = {}
        if page.kind is PageKind.TERM:
            context["study"] = self._tools(context)
            files = self._of_term(page, context)
        elif page.kind is PageKind.RETIRED and is_term(page.url):
            files = dict(tombstone_files(context["tombstone"], self.publication))
        data = structured(self.glossary, self.publication, page, context["md"])
        body = self.anchored(page.url, self._set(page.kind, context))
        alternates = tuple(_alternates(page, files, self.publication))
        files |= self._moved((page.url, page.title)) | under_old_names(self.redirects.into.get(page.url, ()), files)
        return Made(body, files, data, alternates)

    def _tools(self, context: Context) -> list[Any]:
        """Return the sections to study with, each with its items and their HTML, and the levels of its cards."""
        draw = self.environment.get_template("_study.html").module.item  # type: ignore[attr-defined]
        drawn = [study.drawn(filled, context["entry"], context["md"], draw) for filled in context["study"]]
        return list(zip(context["study"], drawn, map(study.levels, drawn), strict=True))

    def _of_term(self, page: Page, context: Context) -> dict[str, str | bytes]:
        items = chain.from_iterable(drawn for _, drawn, _ in context["study"])
        parts = list(embed_parts(context["entry"]))
        passages = self.search.passages[page.slug]
        return {
            study.items_file(page.slug): study.items_script(page.slug, items),
            passages.address: passages.text,
            f"{frame_of(page.url)}index.html": self._set("embed", {**context, "parts": parts}),
            **dict(entry_files(self.glossary, context["entry"], self.publication)),
        }

    def _set(self, template: str, context: Context) -> str:
        return self.environment.get_template(f"{template}.html").render(context)

    def anchored(self, url: str, body: str) -> str:
        """Return the body of the page at ``url`` with an id for every anchor that links from outside may rely on."""
        page = self.redirects.pages.get(url)
        return with_old_anchors(body, page.anchors, old_anchors(self.glossary, page)) if page else body

    def _moved(self, page: tuple[str, str]) -> dict[str, str]:
        """Return the redirects to a page, given by its url and title."""
        url, title = page
        template = self.environment.get_template("moved.html")
        found = [*self.redirects.into.get(url, ()), *left_over(self.redirects, url)]
        return dict(redirect_files(found, title, self.publication.base_url, template))


def site(
    glossary: Glossary,
    templates: Path,
    publication: Publication = NOT_PUBLISHED,
    assets: Mapping[str, str] = MappingProxyType({}),
) -> Site:
    """Return the site of ``glossary``, set with the Jinja templates of the folder ``templates``.

    ``assets`` maps the names of scripts and style sheets to the addresses that they are served at.
    """
    found = redirects(glossary)
    # Progress may stand under old names wherever a page shows it.
    moving = study.MOVING if study.moved_script(found.pages.values()) else ()
    pages = {page.uri: replace(page, scripts=(*page.scripts, *moving)) for page in plan(glossary, found)}
    return Site(
        glossary, MappingProxyType(pages), environment(templates, assets), searchable(glossary), publication, found
    )


def _set_by_the_engine(site: Site) -> Iterator[tuple[str, str]]:
    """Yield the url and title of each hand-written page that is none of ours."""
    for article in site.glossary.articles.values():
        if uri_of(article.path) not in site.pages:
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


def _term_context(site: Site, page: Page) -> Context:
    entry = site.glossary.entries[page.slug]
    picture = drawn(site.glossary.figures, entry.path)
    rendered = render(term.fragments(site.glossary, entry), addresses(entry.path, page.url), picture)
    return {"md": rendered, "snippets": snippets(entry, site.publication), **term.context(site.glossary, entry)}


def _article_context(site: Site, article: Article, page: Page, texts: Iterable[tuple[str, bool]]) -> Context:
    fragments = [(article.title.text, True), (article.plain.text, True), (article.text.text, False), *texts]
    picture = drawn(site.glossary.figures, article.path)
    return {"md": render(fragments, addresses(article.path, page.url), picture), "article": article}


def _home_context(site: Site, page: Page) -> Context:
    context = lists.home(site.glossary)
    article = site.glossary.articles[page.source]
    return {**_article_context(site, article, page, lists.fragments(context)), **context}


def _topic_context(site: Site, page: Page) -> Context:
    context = lists.topic(site.glossary, page.slug)
    return {**_article_context(site, site.glossary.topics[page.slug], page, lists.fragments(context)), **context}


def _course_context(site: Site, page: Page) -> Context:
    course = site.glossary.courses[page.slug]
    context = guide.context(site.glossary, course)
    return {**_article_context(site, course.article, page, guide.fragments(context)), **context}


def _map_context(site: Site, page: Page) -> Context:
    context = maps.context(site.glossary, page)
    return {"md": render(lists.fragments(context), addresses("glossary/index.md", page.url)), **context}


def _retired_context(site: Site, page: Page) -> Context:
    tombstone = site.glossary.retired[page.source]
    see = [site.glossary.entries[slug.text] for slug in tombstone.see if slug.text in site.glossary.entries]
    made = _article_context(site, tombstone.article, page, lists.fragments({"see": see}))
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
    PageKind.MAPS: _list_context(maps.hub),
    PageKind.LEARNING_MAP: _map_context,
    PageKind.REVIEW: _list_context(lists.courses),
    PageKind.TOPIC: _topic_context,
    PageKind.COURSE: _course_context,
    PageKind.TERM: _term_context,
    PageKind.CHOICE: _choice_context,
    PageKind.RETIRED: _retired_context,
    PageKind.OFFLINE: _list_context(lambda _glossary: {}),
}
