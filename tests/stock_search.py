"""Asks Material for MkDocs' own stock search, through its own interface, as a yardstick for ours.

The search lives in a worker, which the bundle starts on every page view. The messages between the two have a ``type``:
0 sets the index up, 1 says ready, 2 asks, 3 answers. Once ready, the page asks for the empty text of its input, so the
first answer says that page and worker are ready. The page asks on ``keyup``, not on ``input``, without a delay and
never twice in a row for the same text. Each question gets one answer, in order; the page renders it, up to ten results
and an item for each page, while it handles the message.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from browsing import context_of
from engine import run_engine
from playwright.sync_api import Browser, Page
from synthetic_site import write

MOST = 10
# In milliseconds: the worker makes its index on every page view, which takes minutes for thousands of pages.
PATIENCE = 900_000

# No fonts from elsewhere, so that nothing measured waits for a network. A default nav of thousands of pages would take
# quadratic time to build.
CONFIG = (
    "site_name: Stock search\nsite_url: https://glossary.example/\ntheme: {name: material, font: false}\n"
    "plugins: [search]\nnav: [index.md]\nnot_in_nav: terms/\n"
)
INDEX = "---\nsearch: {exclude: true}\n---\n# Home\n"

HOOK = """
window.stock = { answers: 0, heard() {} };
window.Worker = class extends Worker {
  constructor(...given) {
    super(...given);
    this.addEventListener('message', ({ data }) => {
      if (data.type !== 3) return;
      stock.answers += 1;
      stock.heard();
    });
  }
};
"""
# A task posted in a frame's callback runs after style, layout and paint of that frame.
ASK = """async ([query, patience]) => {
  const input = document.querySelector('.md-search__input');
  const typed = text => new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`no answer to "${text}"`)), patience);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { clearTimeout(late); port1.close(); resolve(); };
    stock.heard = () => requestAnimationFrame(() => port2.postMessage(null));
    input.value = text;
    input.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true }));
  });
  if (input.value) await typed('');
  const start = performance.now();
  await typed(query);
  const milliseconds = performance.now() - start;
  const items = [...document.querySelectorAll('.md-search-result__item')];
  return [milliseconds, items.map(item => item.querySelector('a').href)];
}"""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, the slugs of its results in the order shown, ten at most, and the milliseconds until they were shown."""

    query: str
    slugs: tuple[str, ...]
    milliseconds: float


def stock_site(pages: Mapping[str, str], folder: Path) -> Path:
    """Build a plain site of ``pages``, Markdown by slug, in ``folder`` and return the folder of the site.

    Each page is at ``terms/<slug>/``. Raises ``RuntimeError`` with what MkDocs said if the build fails.
    """
    for slug, text in pages.items():
        write(folder / "docs" / "terms" / f"{slug}.md", text)
    write(folder / "docs" / "index.md", INDEX)
    write(folder / "mkdocs.yml", CONFIG)
    # Not strict: a text may link to what is no page here.
    done = run_engine(folder / "mkdocs.yml", folder / "site", "mkdocs", "--quiet")
    if done.returncode:
        raise RuntimeError(f"MkDocs exited with {done.returncode}:\n{(done.stdout + done.stderr)[-4_000:]}")
    return folder / "site"


def opened(browser: Browser, address: str) -> Page:
    """Open the home page of the site at ``address``, in a context of its own, with its search open and ready.

    Raises Playwright's ``Error`` if the tab crashes: the worker has a few GB of memory for its index, however many the
    machine has.
    """
    page = context_of(browser, 1280, "light").new_page()
    page.add_init_script(HOOK)
    page.goto(address)
    page.wait_for_function("stock.answers", timeout=PATIENCE)
    page.locator(".md-search__input").click()
    page.wait_for_selector(".md-search-result__list[role=list]", state="attached")
    return page


def ask(page: Page, query: str) -> Asked:
    """Type ``query``, which is not empty, into the cleared search of a page from ``opened``.

    The time is taken in the browser: from one keystroke that completes the query to the end of the frame that shows
    the results.
    """
    milliseconds, addresses = page.evaluate(ASK, [query, PATIENCE])
    return Asked(query, slugs_of(addresses)[:MOST], milliseconds)


def slugs_of(addresses: Iterable[str]) -> tuple[str, ...]:
    """Return the slugs of pages at ``…/terms/<slug>/``, whatever section is named, each once and in order."""
    return tuple(dict.fromkeys(urlsplit(address).path.rstrip("/").rpartition("/")[2] for address in addresses))


def first_bytes(site: Path) -> dict[str, int]:
    """Return the bytes, by gzip -9, of the files that the search of ``site`` fetches, by their paths.

    The browser fetches both on every page view, whether or not anybody searches.
    """
    files = [site / "search" / "search_index.json", *site.glob("assets/javascripts/workers/search.*.min.js")]
    return {file.relative_to(site).as_posix(): len(gzip.compress(file.read_bytes(), 9)) for file in files}
