"""``llms.txt``: where a language model finds what (https://llmstxt.org)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.exports import feed, table, terms_json
from termbase.exports.publication import LICENSE_URL, Publication
from termbase.glossary import Glossary, page_of
from termbase.model import Entry
from termbase.text import Text
from termbase.wording import plain_line

ADDRESS = "llms.txt"

_LINK_MARK = re.compile(r"[\\\[\]]")


def files(glossary: Glossary, publication: Publication) -> Iterator[tuple[str, str]]:
    """Yield the file: name, what it is about, then sections of links with a plain line each."""

    def link(title: Text, path: str, plain: Text) -> str:
        return _link(plain_line(title), publication.absolute(page_of(path)), plain_line(plain))

    articles = [course.article for course in glossary.courses.values()]
    sections = [
        ("Courses", [link(article.title, article.path, article.plain) for article in articles]),
        ("Topics", [link(topic.title, topic.path, topic.plain) for topic in glossary.topics.values()]),
        *(
            (f"Terms: {title}", [link(entry.title, entry.path, entry.plain) for entry in entries])
            for title, entries in _by_first_topic(glossary)
        ),
        ("Optional", list(_data(publication))),
    ]
    head = [f"# {publication.name}", f"> {publication.about}" if publication.about else "", _ABOUT]
    blocks = [*head, *("\n".join([f"## {title}", "", *links]) for title, links in sections if links)]
    yield ADDRESS, "\n\n".join(filter(None, blocks)) + "\n"


_ABOUT = (
    "Each page defines one term, shows it with a worked example, sets it apart from what it is confused with, and names"
    f" its sources. Addresses of terms are permanent: cite them. The text is under [CC BY 4.0]({LICENSE_URL})."
)


def _by_first_topic(glossary: Glossary) -> Iterator[tuple[str, list[Entry]]]:
    """Yield each topic's title with its terms; a term stands under the first of its topics only."""
    groups: dict[str, list[Entry]] = {slug: [] for slug in (*glossary.topics, "")}
    for entry in glossary.entries.values():
        groups[next((topic.text for topic in entry.topics if topic.text in glossary.topics), "")].append(entry)
    for slug, entries in groups.items():
        yield plain_line(glossary.topics[slug].title) if slug else "others", entries


def _data(publication: Publication) -> Iterator[str]:
    yield _link("All terms as JSON", publication.absolute(terms_json.ADDRESS), "definitions, facts and relations")
    yield _link("All terms as CSV", publication.absolute(table.ADDRESS), "a line for each term, for spreadsheets")
    if publication.base_url:
        yield _link("Feed", publication.absolute(feed.ADDRESS), "the entries that were written or checked last")


def _link(title: str, address: str, about: str) -> str:
    name = _LINK_MARK.sub(r"\\\g<0>", title)
    return f"- [{name}]({address})" + (f": {about}" if about else "")
