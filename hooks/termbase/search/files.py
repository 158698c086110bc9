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


@dataclass(frozen=True, slots=True)
class SearchFiles:
    """The text of each file by its address, and the address of the one from which the browser learns of all others."""

    start: str
    files: Mapping[str, str]


def search_files(documents: Iterable[Document], labels: Labels) -> SearchFiles:
    """Return what the search loads, the passages of single entries apart (``passages_file``)."""
    ordered = ranked(documents)
    head, tail = split(ordered)
    words, words_directory = shards("search/words", postings(ordered))
    rows, rows_directory = shards("search/rows", map(_row, ordered))
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
    return SearchFiles(start.address, MappingProxyType({shard.address: shard.text for shard in made}))


def searchable(glossary: Glossary) -> SearchFiles:
    """Return the files of the search for a glossary."""
    labels = Labels(
        topics=tuple((topic.slug, spoken(topic.title)) for topic in glossary.topics.values()),
        courses=tuple((course.slug, spoken(course.article.title)) for course in glossary.courses.values()),
    )
    return search_files((document(glossary, entry) for entry in glossary.entries.values()), labels)


def _row(document: Document) -> tuple[str, str]:
    """Return what is shown beside a name, by slug: the hash of the passages' file, and the plain line."""
    return document.slug, f"{passages_file(document).hash}\t{' '.join(document.plain.split())}"
