"""What tests and measurements of the search share: the project's queries, and ways to put them to the real search."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from playwright.sync_api import Page
from project import ROOT
from termbase.bundles import bundles
from termbase.search.documents import Document
from termbase.search.files import SearchFiles, search_files
from termbase.search.names import Labels

SPECIFICATION = ROOT / "hooks" / "termbase" / "search" / "normal-form.md"
QUERIES = ROOT / "tests" / "queries.tsv"

_START = re.compile(r'(<meta name="glossary-search" content=")[^"]*')

_LAB = "https://glossary.example/lab/"
_FIND = """async ([start, queries, shown]) => {
  const finder = new Finder(start, async (name) => searchData[name]);
  await finder.complete;
  const answer = async (query) => {
    const { byName, hits } = await finder.find(query);
    return [byName, hits.slice(0, shown).map(({ entry }) => finder.names.slugs[entry])];
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


def examples() -> list[tuple[str, str, str]]:
    """Return the examples of the specification of normal forms: text, normal form, stems."""
    table = SPECIFICATION.read_text("utf-8").partition("## Examples")[2]
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines() if line.startswith("|")
    ]
    return [(text, form, stems) for text, form, stems in rows[2:]]


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
    empty = '<!doctype html><meta name="glossary-root" content=".">'
    page.route(_LAB, lambda route: route.fulfill(body=empty, content_type="text/html"))
    page.goto(_LAB)
    served = {made.name: made.text for made in bundles(lambda part: (ROOT / "docs" / part).read_text("utf-8"))}
    for script in (served["assets/js/site.js"], served["assets/js/search.js"], *files.files.values()):
        page.add_script_tag(content=script)


def share(asked: Sequence[Query], given: Sequence[Answer], most: int = 1) -> float:
    """Return the share of queries whose first ``most`` answers hold a right one (recall at ``most``)."""
    right = sum(bool(set(query.slugs) & set(answer.slugs[:most])) for query, answer in zip(asked, given, strict=True))
    return right / len(asked)


def slips(names: Iterable[tuple[str, str]], edits: int) -> Iterator[Query]:
    """Yield each name of ``(name, slug)`` pairs with slips of the fingers in it, the same on every run.

    Names are long enough that as many edits leave them recognizable: five letters for one edit, nine for two. Edits
    that make another name are left out.
    """
    pairs = [(name, slug) for name, slug in names if len(name) >= (5 if edits == 1 else 9)]
    known = {name.casefold() for name, _ in pairs}
    for name, slug in pairs:
        draw = Random(f"{name} {edits}")  # noqa: S311 - the same slips every time
        text = name.casefold()
        for _ in range(edits):
            text = _slip(text, draw)
        if text not in known:
            yield Query(f"slips-{edits}", text, (slug,))


def _slip(text: str, draw: Random) -> str:
    """Return ``text`` with a letter left out, doubled, wrong, or swapped with its neighbour; the first stays."""
    place = draw.choice([i for i in range(1, len(text) - 1) if text[i].isalpha() and text[i + 1].isalpha()])
    before, letter, after = text[:place], text[place], text[place + 1 :]
    kind = draw.choice(("left out", "doubled", "wrong", "swapped"))
    if kind == "left out":
        return before + after
    if kind == "doubled":
        return before + letter * 2 + after
    if kind == "wrong":
        return before + draw.choice("abcdefghijklmnopqrstuvwxyz".replace(letter, "")) + after
    return before + after[0] + letter + after[1:]


def put_search(site: Path, documents: Iterable[Document]) -> SearchFiles:
    """Give the first page of a built site the search of other documents, and return its files."""
    found = search_files(documents, Labels())
    made = {**found.files, **{shard.address: shard.text for shard in found.passages.values()}}
    shutil.rmtree(site / "search")
    for address, text in made.items():
        file = site / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    home = site / "index.html"
    page, count = _START.subn(rf"\g<1>{found.start}", home.read_text("utf-8"))
    assert count == 1
    home.write_text(page, encoding="utf-8")
    return found
