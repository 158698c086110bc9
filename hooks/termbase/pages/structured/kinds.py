"""What a page of each kind is, as schema.org values, and the way to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from termbase.articles import Unit
from termbase.course_anchors import unit_anchors
from termbase.exports import table, terms_json
from termbase.exports.publication import Publication
from termbase.figures import figures_of
from termbase.glossary import Glossary, page_of
from termbase.load import DOCS
from termbase.model import Entry, Source
from termbase.pages import lists, maps
from termbase.pages.page import Page, PageKind
from termbase.pages.structured.nodes import Node, Place, defined_term, listed, published, term_set, website
from termbase.pages.structured.study import quizzes
from termbase.permalinks.addresses import HUBS, MAPS, TERMS, map_of
from termbase.render import Rendered
from termbase.text import Text
from termbase.wording import plain_line

# A term has the address of its page; what teaches it has that of the element in which it stands.
_CONTENT = "#g-content"
_TERMS, _TOPICS, _COURSES, _MAPS = ((HUBS[hub], hub) for hub in (TERMS, "topics/", "courses/", MAPS))


@dataclass(frozen=True, slots=True)
class Subject:
    """A page of a published glossary; ``md`` holds the texts on it."""

    glossary: Glossary
    publication: Publication
    page: Page
    md: Rendered

    @property
    def common(self) -> Node:
        """The properties that every page has."""
        page = self.page
        return published(self.publication, page.url, page.description, page.updated)

    def place(self, title: Text, path: str) -> Place:
        """Return the name and address of the page made from the file ``path``."""
        return plain_line(title), page_of(path)


def nodes(subject: Subject) -> Iterator[Node]:
    """Yield what the page is."""
    yield from _NODES.get(subject.page.kind, _page)(subject)


def trail(subject: Subject) -> Iterator[Place]:
    """Yield the pages on the way to the page, and itself; nothing for the first page."""
    page, glossary = subject.page, subject.glossary
    if page.kind is PageKind.HOME:
        return
    if page.kind is PageKind.TOPIC:
        yield _TOPICS
    elif page.kind is PageKind.COURSE:
        yield _COURSES
    elif page.kind is PageKind.LEARNING_MAP:
        yield _MAPS
    elif page.kind is PageKind.TERM:
        yield _TERMS
        topics = [glossary.topics[t.text] for t in glossary.entries[page.slug].topics if t.text in glossary.topics]
        broader = [glossary.entries[slug] for slug in glossary.relations[page.slug].broader]
        yield from (subject.place(topic.title, topic.path) for topic in topics[:1])
        yield from (subject.place(entry.title, entry.path) for entry in broader[:1])
    yield page.title, page.url


def _page(subject: Subject) -> Iterator[Node]:
    yield {"@type": "WebPage", "name": subject.page.title, **subject.common}


def _home(subject: Subject) -> Iterator[Node]:
    publication = subject.publication
    template = f"{publication.base_url}?q={{query}}"
    search = {"@type": "SearchAction", "target": {"@type": "EntryPoint", "urlTemplate": template}}
    common = {name: value for name, value in subject.common.items() if name != "isPartOf"}
    about = publication.about or subject.page.description
    yield {**website(publication), **common, "description": about, "potentialAction": search}


def _terms(subject: Subject) -> Iterator[Node]:
    publication = subject.publication
    files = ((terms_json.ADDRESS, "application/json"), (table.ADDRESS, "text/csv"))
    yield {
        **term_set(publication),
        **subject.common,
        "encoding": [
            {"@type": "MediaObject", "contentUrl": publication.absolute(address), "encodingFormat": media}
            for address, media in files
        ],
        "hasDefinedTerm": [defined_term(entry, publication) for entry in subject.glossary.entries.values()],
    }


def _term(subject: Subject) -> Iterator[Node]:
    glossary, publication = subject.glossary, subject.publication
    entry = glossary.entries[subject.page.slug]
    term = defined_term(entry, publication)
    permalink = term["@id"]
    aliases = [plain_line(alias) for alias in entry.aliases]
    yield {
        **term,
        **({"alternateName": aliases} if aliases else {}),
        "description": subject.page.description,
        "url": permalink,
        "termCode": entry.slug,
        "inDefinedTermSet": term_set(publication),
        **_images(subject, entry),
    }
    level = {"educationalLevel": entry.level.capitalize()} if entry.level else {}
    study = list(quizzes(entry, permalink, {**level, **_matter(subject, entry, term)}, subject.md))
    yield {
        "@type": "LearningResource",
        "@id": f"{permalink}{_CONTENT}",
        "name": subject.page.title,
        **subject.common,
        **level,
        "learningResourceType": "Glossary entry",
        "teaches": {"@id": permalink},
        **_needs(subject, entry),
        "isPartOf": [website(publication), *_courses(subject, entry)],
        **({"hasPart": [{"@id": quiz["@id"]} for quiz in study]} if study else {}),
        **({"citation": [_citation(source) for source in entry.sources]} if entry.sources else {}),
    }
    yield from study


def _matter(subject: Subject, entry: Entry, term: Node) -> Node:
    """Return what the quizzes of an entry share: subjects, and the term that they are about."""
    topics = [subject.glossary.topics[t.text] for t in entry.topics if t.text in subject.glossary.topics]
    subjects = [
        {"@type": "AlignmentObject", "alignmentType": "educationalSubject", "targetName": plain_line(topic.title)}
        for topic in topics
    ]
    common = {name: value for name, value in subject.common.items() if name in ("inLanguage", "license")}
    return {**common, "about": term, "assesses": {"@id": term["@id"]}, "educationalAlignment": subjects}


def _images(subject: Subject, entry: Entry) -> Node:
    paths = [figure.path.removeprefix(f"{DOCS}/") for figure in figures_of(subject.glossary, entry)]
    return {"image": [subject.publication.absolute(path) for path in paths]} if paths else {}


def _needs(subject: Subject, entry: Entry) -> Node:
    glossary = subject.glossary
    needs = [glossary.entries[slug] for slug in glossary.relations[entry.slug].prerequisites]
    return {"competencyRequired": [defined_term(other, subject.publication) for other in needs]} if needs else {}


def _courses(subject: Subject, entry: Entry) -> Iterator[Node]:
    for course in {place.course.slug: place.course for place in subject.glossary.places[entry.slug]}.values():
        address = subject.publication.absolute(page_of(course.article.path))
        yield {"@type": "Course", "@id": address, "name": plain_line(course.article.title)}


def _citation(source: Source) -> Node:
    return {
        "@type": "CreativeWork",
        "name": plain_line(source.title),
        "creditText": plain_line(source.authors),
        **({"url": source.url.text} if source.url else {}),
    }


def _course(subject: Subject) -> Iterator[Node]:
    course = subject.glossary.courses[subject.page.slug]
    yield {
        "@type": "Course",
        "@id": subject.publication.absolute(subject.page.url),
        "name": subject.page.title,
        **subject.common,
        "syllabusSections": [
            _syllabus(subject, unit, anchors.heading)
            for unit, anchors in zip(course.units, unit_anchors(course), strict=True)
        ],
    }


def _syllabus(subject: Subject, unit: Unit, anchor: str) -> Node:
    entries = subject.glossary.entries
    taught = dict.fromkeys(term.text for term in unit.terms if term.text in entries)
    return {
        "@type": "Syllabus",
        "name": plain_line(unit.title),
        **({"description": plain_line(unit.goal)} if unit.goal else {}),
        "url": subject.publication.absolute(f"{subject.page.url}#{anchor}"),
        "teaches": [defined_term(entries[slug], subject.publication) for slug in taught],
    }


def _collection(places: Callable[[Subject], Iterable[Place]]) -> Callable[[Subject], Iterator[Node]]:
    def collection(subject: Subject) -> Iterator[Node]:
        yield {
            "@type": "CollectionPage",
            "name": subject.page.title,
            **subject.common,
            "mainEntity": listed(subject.publication, places(subject)),
        }

    return collection


def _topic_terms(subject: Subject) -> Iterator[Place]:
    for _, entries in lists.by_level(subject.glossary, subject.page.slug):
        for entry in entries:
            yield subject.place(entry.title, entry.path)


def _all_maps(subject: Subject) -> Iterator[Place]:
    glossary = subject.glossary
    for article in (*(course.article for course in glossary.courses.values()), *glossary.topics.values()):
        yield f"Map of {plain_line(article.title)}", map_of(page_of(article.path))


_NODES: Mapping[PageKind, Callable[[Subject], Iterator[Node]]] = {
    PageKind.HOME: _home,
    PageKind.TERMS: _terms,
    PageKind.TERM: _term,
    PageKind.TOPICS: _collection(lambda s: (s.place(t.title, t.path) for t in s.glossary.topics.values())),
    PageKind.TOPIC: _collection(_topic_terms),
    PageKind.COURSES: _collection(
        lambda s: (s.place(c.article.title, c.article.path) for c in s.glossary.courses.values())
    ),
    PageKind.COURSE: _course,
    PageKind.MAPS: _collection(_all_maps),
    PageKind.LEARNING_MAP: _collection(
        lambda s: (s.place(entry.title, entry.path) for entry in maps.mapped(s.glossary, s.page))
    ),
}
