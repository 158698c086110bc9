"""What mystmd and Jupyter Book read to link to a term, to preview it and to embed it.

``myst.xref.json`` lists what can be linked to, in version 1 of the form that mystmd writes for its own sites; each row
names a data file that holds the content as a MyST syntax tree (https://mystmd.org/spec). Here a term is one such file.
Addresses start with ``/`` and are relative to the address of the site that an author writes into ``myst.yml``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import quote

from termbase.articles import Article, Retired
from termbase.exports.naming import identifiers, shown
from termbase.exports.places import sections
from termbase.exports.publication import Publication
from termbase.glossary import Glossary, entry_names, page_of
from termbase.load import GLOSSARY
from termbase.model import Entry
from termbase.render import spoken
from termbase.text import SLUG, Text, compact_json, first_paragraph, slugify

ADDRESS = "myst.xref.json"
HOME_DATA = "index.myst.json"
# The version of mystmd whose form the files follow, and were tried with.
_MYST = "1.8.3"

Node = dict[str, Any]


def files(glossary: Glossary, publication: Publication) -> Iterator[tuple[str, str]]:
    """Yield the list of what can be linked to, and the data of the home page, from which it has its title."""
    rows = [{"kind": "page", "data": f"/{HOME_DATA}", "url": "/"}]
    rows += [{"kind": "page", **_place(entry.path)} for entry in glossary.entries.values()]
    # Every name leads to the heading of the page, whose id is the slug. mystmd takes the first row that has what it
    # looks for as its identifier or as its id, so the slug stands before the other names.
    for name, slug in sorted(identifiers(glossary).items(), key=lambda found: (found[0] != found[1], found[0])):
        place = _place(f"{GLOSSARY}/{slug}.md")
        rows.append({"identifier": name, "html_id": slug, "kind": "definitionTerm", **place})
    for entry in glossary.entries.values():
        rows += [_section(entry, anchor) for anchor in sections(glossary, entry)]
    yield ADDRESS, _json({"version": "1", "myst": _MYST, "references": rows})
    yield HOME_DATA, _json(_page("index", "/", publication.name, []))


def _place(path: str) -> dict[str, str]:
    return {"data": f"/{quote(data_file(path))}", "url": f"/{quote(page_of(path))}"}


def _section(entry: Entry, anchor: str) -> Node:
    # What is implicit is found with its page only: every term has a quiz.
    return {"identifier": anchor, "kind": "heading", **_place(entry.path), "implicit": True}


def data_file(path: str) -> str:
    """Return the address of the data file of the term at ``path``, relative to the site's root."""
    return f"{page_of(path)}term.myst.json"


def entry_files(glossary: Glossary, entry: Entry, publication: Publication) -> Iterator[tuple[str, str]]:
    """Yield the data file of an entry: a definition list with its names, then a heading for each section."""
    names = [Text(name.text, name.line) for name in entry_names(entry)]
    told = (entry.plain, Text(first_paragraph(entry.definition.text), entry.definition.line))
    yield _data(entry, names, told, sections(glossary, entry), publication)


def tombstone_files(tombstone: Retired, publication: Publication) -> Iterator[tuple[str, str]]:
    """Yield the data file of a term that was taken away, which says why."""
    article = tombstone.article
    yield _data(article, [article.title, *tombstone.names], (article.plain,), {}, publication)


def _data(
    page: Entry | Article,
    names: Iterable[Text],
    told: Iterable[Text],
    parts: Mapping[str, str],
    publication: Publication,
) -> tuple[str, str]:
    title = shown(page.title, page.slug)
    described = _description(page, title, told, publication)
    definitions = {"type": "definitionList", "children": [*_names(page.slug, title, names), described]}
    headings = [_heading(anchor, f"{title}: {what}") for anchor, what in parts.items()]
    content = [{"type": "glossary", "children": [definitions]}, *headings]
    return data_file(page.path), _json(_page(page.slug, _place(page.path)["url"], title, content))


def _names(slug: str, title: str, names: Iterable[Text]) -> Iterator[Node]:
    found = {slug: title} if SLUG.fullmatch(slug) else {}
    for name in names:
        words = spoken(name)
        found.setdefault(slugify(words), words)
    for identifier, words in found.items():
        if identifier:
            yield {"type": "definitionTerm", **_target(identifier, slug), "children": [_text(words)]}


def _description(page: Entry | Article, title: str, told: Iterable[Text], publication: Publication) -> Node:
    """Return a line for each text that is told, and the source."""
    # A reference within the page: wherever it is shown, mystmd makes it one to the site that the file came from.
    place = _place(page.path)
    source = {
        "type": "crossReference",
        **_target(page.slug, page.slug),
        "url": place["url"],
        "dataUrl": place["data"],
        "children": [_text(publication.name or title)],
    }
    lines = [_paragraph(_text(words)) for text in told if (words := spoken(text))]
    return {"type": "definitionDescription", "children": [*lines, _paragraph(_text("Source: "), source)]}


def _heading(anchor: str, words: str) -> Node:
    return {"type": "heading", "depth": 2, **_target(anchor, anchor), "implicit": True, "children": [_text(words)]}


def _target(identifier: str, html_id: str) -> Node:
    return {"identifier": identifier, "label": identifier, "html_id": html_id}


def _paragraph(*children: Node) -> Node:
    return {"type": "paragraph", "children": [*children]}


def _text(words: str) -> Node:
    return {"type": "text", "value": words}


def _page(slug: str, location: str, title: str, content: list[Node]) -> Node:
    # No version of the syntax tree is named: it holds only what is the same in all, and needs no migration.
    return {
        "kind": "Article",
        "slug": slug,
        "location": location,
        "dependencies": [],
        "frontmatter": {"title": title},
        "mdast": {"type": "root", "children": [{"type": "block", "children": content}]},
        "references": {"cite": {"order": [], "data": {}}},
    }


def _json(value: Node) -> str:
    return compact_json(value) + "\n"
