"""Measures the search beside Material's own, on the same entries: `python tests/bench_search.py`.

For each size it prints how often the right entry comes first, how long a keystroke takes, and what goes over the wire,
with a verdict for each goal; exit code 0 if every goal is met, 1 if one is missed. The entries are those of the real
glossary, filled up with made ones. The queries are those of the quality gate (tests/queries.tsv).
"""

from __future__ import annotations

import argparse
import gzip
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from urllib.parse import urlsplit

from browsing import context_of, launched, served, watch
from engine import built
from playwright.sync_api import Browser, Page
from project import ROOT, glossary_of
from searching import Answer, Query, answers, put_search, queries, share, slips
from stock_search import ask, first_bytes, opened, stock_site
from synthetic_site import write_project
from termbase.search import document
from termbase.search.documents import PLACES, Document

SIZES = (0, 1_000, 10_000)
# Material's index of more whole pages than this crashes the browser: V8 runs out of memory.
MOST_WHOLE_PAGES = 3_000
SLOWDOWNS = (1, 4)
NAMED = ("exact", "alias", "acronym", "typo1", "typo2", "spacing", "prefix", "inflection", "slips-1", "slips-2")
# Every keystroke of each of these many queries is timed: as they are spread over all kinds, a few hundred are enough.
TYPED_EVERY = 15
FIRST, TWO_EDITS, DESCRIBED = 0.98, 0.95, 0.70
KEYSTROKE = {1: 16.0, 4: 50.0}
BYTES = {1_000: 40_000, 10_000: 60_000}

# A keystroke as the page takes it, until the rows that answer it are laid out. What a query of words has to load first
# is counted too; the frame that is painted next is not.
_TYPE = """async (query) => {
  const field = [...document.querySelectorAll("g-search")].find((one) => one.isShown);
  const times = [];
  for (let end = 1; end <= query.length; end++) {
    await new Promise((then) => setTimeout(then));
    const start = performance.now();
    field.input.value = query.slice(0, end);
    field.input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await field.panel.answered;
    field.pop.getBoundingClientRect();
    times.push(performance.now() - start);
  }
  return times;
}"""


@dataclass(frozen=True, slots=True)
class Ours:
    """What was measured of our search: answers by query, milliseconds a keystroke by slowdown, bytes over the wire."""

    given: Sequence[Answer]
    keystrokes: Mapping[int, Sequence[float]]
    seconds_to_build: float
    viewed_bytes: int
    first_bytes: int
    all_bytes: int


@dataclass(frozen=True, slots=True)
class Stock:
    """The same of Material's search; its milliseconds are to the end of the frame that shows the results."""

    given: Sequence[Answer]
    milliseconds: Sequence[float]
    first_bytes: int


def asked(documents: Iterable[Document]) -> list[Query]:
    """Return the queries: the project's own, and every name with one slip and with two."""
    names = [(name, found.slug) for found in documents for name in (found.title, *found.aliases)]
    return [*queries(), *slips(names, 1), *slips(names, 2)]


def real_documents() -> list[Document]:
    """Return the entries of the real glossary as the search sees them."""
    glossary = glossary_of(ROOT)
    return [document(glossary, entry) for entry in glossary.entries.values()]


def made_documents(count: int) -> list[Document]:
    """Return ``count`` made entries as the search sees them."""
    if not count:
        return []
    with scratch() as folder:
        write_project(folder, count)
        glossary = glossary_of(folder)
        return [document(glossary, entry) for entry in glossary.entries.values()]


def pages_of(documents: Sequence[Document]) -> dict[str, str]:
    """Return documents as the Markdown of plain pages by slug: the same texts that our search knows.

    Of very many, the names and the plain line alone.
    """
    return {found.slug: _page(found, whole=len(documents) <= MOST_WHOLE_PAGES) for found in documents}


def _page(found: Document, *, whole: bool) -> str:
    parts = [f"# {found.title}", ", ".join(found.aliases), found.plain]
    if not whole:
        return "\n\n".join(filter(None, parts))
    parts += [f"- {question}" for question in found.asked]
    for place, passages in groupby(found.passages, key=lambda passage: passage.place):
        parts += [f"## {PLACES[place][1]}", *(passage.text for passage in passages)]
    return "\n\n".join(filter(None, parts))


def weight(text: str) -> int:
    """Return the bytes that go over the wire."""
    return len(gzip.compress(text.encode(), 9))


def measure_ours(browser: Browser, plain: Path, documents: Sequence[Document], wanted: Sequence[Query]) -> Ours:
    """Put the queries to our search on the first page of the built site ``plain``."""
    with scratch() as folder:
        site = folder / "site"
        shutil.copytree(plain, site)
        start = time.perf_counter()
        found = put_search(site, documents)
        seconds = time.perf_counter() - start
        code = next((site / "assets" / "js").glob("search.*.js")).read_text("utf-8")
        context = context_of(browser, 1280, "light")
        given = answers(context.new_page(), documents, wanted)
        with served(site) as address:
            viewed_bytes = viewed(context.new_page(), address, site)
            keystrokes = {slowdown: typed(context.new_page(), address, wanted, slowdown) for slowdown in SLOWDOWNS}
        context.close()
    return Ours(
        given,
        keystrokes,
        seconds,
        viewed_bytes,
        weight(code) + weight(found.files[found.start]),
        sum(weight(text) for text in found.files.values()),
    )


def viewed(page: Page, address: str, site: Path) -> int:
    """Return the bytes of the search that a view of a page fetches, without any use of it."""
    seen = watch(page)
    page.goto(address, wait_until="networkidle")
    page.close()
    paths = [urlsplit(url).path.lstrip("/") for url in seen.requests]
    return sum(weight((site / path).read_text("utf-8")) for path in paths if "search" in path)


def typed(page: Page, address: str, wanted: Sequence[Query], slowdown: int) -> list[float]:
    """Return the milliseconds of each keystroke, with the names all loaded."""
    page.goto(address)
    page.locator("g-search input:visible").focus()
    page.wait_for_function("typeof SearchPanel === 'function' && SearchPanel.finder?.labels")
    page.evaluate("SearchPanel.finder.complete")
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
    times = []
    for query in wanted[::TYPED_EVERY]:
        times += page.evaluate(_TYPE, query.text)
    page.close()
    return times


def measure_stock(browser: Browser, documents: Sequence[Document], wanted: Sequence[Query]) -> Stock:
    """Build a plain site of the same texts and put the same queries to Material's search."""
    with scratch() as folder:
        site = stock_site(pages_of(documents), folder)
        with served(site) as address:
            page = opened(browser, address)
            found = [ask(page, query.text) for query in wanted]
            page.context.close()
        return Stock(
            [Answer(bool(one.slugs), one.slugs) for one in found],
            [one.milliseconds for one in found],
            sum(first_bytes(site).values()),
        )


@contextmanager
def scratch() -> Iterator[Path]:
    """Give a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        yield Path(name)


def picked(wanted: Sequence[Query], given: Sequence[Answer], kinds: Iterable[str]) -> tuple[list[Query], list[Answer]]:
    """Return the queries of some kinds with their answers."""
    kept = set(kinds)
    pairs = [(query, answer) for query, answer in zip(wanted, given, strict=True) if query.kind in kept]
    return [query for query, _ in pairs], [answer for _, answer in pairs]


def quantile(values: Sequence[float], part: float) -> float:
    """Return the value below which ``part`` of ``values`` lie."""
    return sorted(values)[min(len(values) - 1, int(len(values) * part))]


def report(size: int, wanted: Sequence[Query], ours: Ours, stock: Stock | None) -> bool:
    """Print the figures of one size, and return whether every goal is met."""
    print(f"\n{size:,} entries, {len(wanted):,} queries; files of the search made in {ours.seconds_to_build:.2f} s")
    print(f"{'':<34}{'ours':>10}{'stock':>10}")
    for kind in (*NAMED, "description", "riddle"):
        most = 5 if kind in ("description", "riddle") else 1
        row(f"{kind}: {'first' if most == 1 else 'among five'}", wanted, (kind,), most, ours, stock)
    row("all names: first", wanted, NAMED, 1, ours, stock)
    print(f"{'unrelated words taken for a name':<34}{found_by_name(wanted, ours.given):>10.3f}", end="")
    print(f"{found_by_name(wanted, stock.given):>10.3f}" if stock else "")
    of_stock = f"{stock.first_bytes:>10,}" if stock else ""
    print(f"{'bytes before the first result':<34}{ours.first_bytes:>10,}{of_stock}")
    print(f"{'bytes on a page view':<34}{ours.viewed_bytes:>10,}{of_stock}")
    print(f"{'all files of the search, bytes':<34}{ours.all_bytes:>10,}")
    for slowdown, times in ours.keystrokes.items():
        label = f"ms a keystroke{f', {slowdown} × slower' if slowdown > 1 else ''}"
        line = f"median {quantile(times, 0.5):.1f}, 95% {quantile(times, 0.95):.1f}, most {max(times):.1f}"
        print(f"{label:<34}{line} of {len(times):,}")
    if stock:
        if size > MOST_WHOLE_PAGES:
            print("stock: names and plain lines alone, as its index of whole pages crashes the browser")
        times = stock.milliseconds
        print(
            f"{'stock: ms a query, with a frame':<34}median {quantile(times, 0.5):.1f}, 95% {quantile(times, 0.95):.1f}"
        )
    return verdict(size, wanted, ours)


def row(label: str, wanted: Sequence[Query], kinds: Sequence[str], most: int, ours: Ours, stock: Stock | None) -> None:
    """Print the recall of some kinds."""
    print(f"{label:<34}{share(*picked(wanted, ours.given, kinds), most):>10.3f}", end="")
    print(f"{share(*picked(wanted, stock.given, kinds), most):>10.3f}" if stock else "")


def found_by_name(wanted: Sequence[Query], given: Sequence[Answer]) -> float:
    """Return the share of unrelated words that the search takes for a name."""
    _, found = picked(wanted, given, ("unrelated",))
    return sum(answer.by_name for answer in found) / len(found)


def verdict(size: int, wanted: Sequence[Query], ours: Ours) -> bool:
    """Print which goals are met."""
    kinds = {kind: share(*picked(wanted, ours.given, (kind,))) for kind in NAMED}
    goals = {
        f"all names first ≥ {FIRST}": share(*picked(wanted, ours.given, NAMED)) >= FIRST,
        f"one edit ≥ {FIRST}": min(kinds["typo1"], kinds["slips-1"]) >= FIRST,
        f"two edits ≥ {TWO_EDITS}": min(kinds["typo2"], kinds["slips-2"]) >= TWO_EDITS,
        f"descriptions among five ≥ {DESCRIBED}": share(*picked(wanted, ours.given, ("description",)), 5) >= DESCRIBED,
    }
    for slowdown, times in ours.keystrokes.items():
        limit = KEYSTROKE[slowdown]
        goals[f"95% of keystrokes < {limit:g} ms, {slowdown} × slower"] = quantile(times, 0.95) < limit
    if size in BYTES:
        goals[f"first result < {BYTES[size]:,} bytes"] = ours.first_bytes < BYTES[size]
    for name, met in goals.items():
        print(f"{'met' if met else 'MISSED':<12}  {name}")
    return all(goals.values())


def main() -> int:
    """Measure, print, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="entries in all; 0: the real ones alone")
    parser.add_argument("--no-stock", action="store_true", help="leave Material's search out")
    options = parser.parse_args()
    real = real_documents()
    wanted = asked(real)
    met = True
    with scratch() as folder, launched() as browser:
        plain = built(ROOT / "mkdocs.yml", folder / "site")
        for size in options.sizes:
            documents = [*real, *made_documents(max(0, size - len(real)))]
            ours = measure_ours(browser, plain, documents, wanted)
            stock = None if options.no_stock else measure_stock(browser, documents, wanted)
            met &= report(len(documents), wanted, ours, stock)
    return int(not met)


if __name__ == "__main__":
    sys.exit(main())
