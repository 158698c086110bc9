"""The files of the search, from the documents of a glossary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from termbase.glossary import Glossary
from termbase.render import spoken
from termbase.search.documents import PLACES, Document, document
from termbase.search.names import Labels, columns, ranked, split
from termbase.search.passages import passages_file
from termbase.search.postings import postings
from termbase.search.shards import Shard, shards
from termbase.text import single_spaced


@dataclass(frozen=True, slots=True)
class SearchFiles:
    """The files of the search.

    ``files`` holds the text of each by its address, ``start`` the address of the one from which the browser learns of
    all others, ``passages`` the file of each single entry by its slug.
    """

    start: str
    files: Mapping[str, str]
    passages: Mapping[str, Shard]


def search_files(documents: Iterable[Document], labels: Labels) -> SearchFiles:
    """Return what the search of ``documents`` loads."""
    ordered = ranked(documents)
    passages = {found.slug: passages_file(found) for found in ordered}
    head, tail = split(ordered)
    words, words_directory = shards("search/words", postings(ordered))
    rows, rows_directory = shards("search/rows", (_row(found, passages[found.slug]) for found in ordered))
    rest = [Shard.of("search/more-terms", columns(tail, labels))] if tail else []
    start = Shard.of(
        "search/terms",
        {
            **columns(head, labels),
            "labels": {"topics": labels.topics, "courses": labels.courses},
            "places": PLACES,
            "words": words_directory,
            "rows": rows_directory,
            "rest": rest[0].hash if rest else "",
        },
    )
    made = (start, *rest, *words, *rows)
    files = {shard.address: shard.text for shard in made}
    return SearchFiles(start.address, MappingProxyType(files), MappingProxyType(passages))


def searchable(glossary: Glossary) -> SearchFiles:
    """Return the files of the search for a glossary."""
    labels = Labels(
        topics=tuple((topic.slug, spoken(topic.title)) for topic in glossary.topics.values()),
        courses=tuple((course.slug, spoken(course.article.title)) for course in glossary.courses.values()),
    )
    return search_files((document(glossary, entry) for entry in glossary.entries.values()), labels)


def _row(document: Document, passages: Shard) -> tuple[str, str]:
    """Return what is shown beside a name, by slug: the hash of the passages' file, and the plain line."""
    return document.slug, f"{passages.hash}\t{single_spaced(document.plain)}"
