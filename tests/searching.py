"""What tests and measurements of the search share: the queries of the project, and ways to put them to the real search."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page
from project import ROOT
from termbase.bundles import bundles
from termbase.search.documents import Document
from termbase.search.files import SearchFiles, search_files
from termbase.search.names import Labels

QUERIES = ROOT / "tests" / "queries.tsv"

_FIND = """async ([start, queries, shown]) => {
  const finder = new Finder(start, async (name) => searchData[name]);
  await finder.complete;
  const answer = async (query) => {
    const { hits, complete } = finder.byName(query);
    const found = complete ? hits : await finder.byText(query);
    return [complete, found.slice(0, shown).map(({ entry }) => finder.names.slugs[entry])];
  };
  return Promise.all(queries.map(answer));
}"""


@dataclass(frozen=True, slots=True)
class Query:
    """What a learner types, and the slugs of the entries that are a right first answer."""

    kind: str
    text: str
    slugs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the search gives: whether a name accounts for the whole query, and slugs, best first."""

    by_name: bool
    slugs: tuple[str, ...]


def queries(file: Path = QUERIES) -> list[Query]:
    """Return the queries of a file: lines of kind, query and slugs, with tabs between them; ``#`` starts a comment."""
    rows = [line.split("\t") for line in file.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return [Query(kind, text, tuple(slugs.split())) for kind, text, slugs in rows]


def answers(page: Page, documents: Iterable[Document], asked: Sequence[Query], shown: int = 5) -> list[Answer]:
    """Return what the real search answers about ``documents``, in the browser."""
    found = search_files(documents, Labels())
    open_search(page, found)
    given: list[Any] = page.evaluate(_FIND, [found.start, [query.text for query in asked], shown])
    return [Answer(by_name, tuple(slugs)) for by_name, slugs in given]


def open_search(page: Page, files: SearchFiles) -> None:
    """Load the code of the search and its files into an empty page."""
    page.goto("about:blank")
    page.set_content('<meta name="glossary-root" content="."><base href="https://glossary.example/">')
    served = dict(bundles(lambda part: (ROOT / "docs" / part).read_text("utf-8")))
    for script in (served["assets/js/site.js"], served["assets/js/search.js"], *files.files.values()):
        page.add_script_tag(content=script)


def share(asked: Sequence[Query], given: Sequence[Answer], most: int = 1) -> float:
    """Return the share of queries whose first ``most`` answers hold a right one (recall at ``most``)."""
    right = sum(bool(set(query.slugs) & set(answer.slugs[:most])) for query, answer in zip(asked, given, strict=True))
    return right / len(asked)
