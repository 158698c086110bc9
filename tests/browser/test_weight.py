"""What a first visit costs: bytes over the wire, requests, and how far the page moves while it comes."""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from browsing import watch
from kinds import KINDS
from playwright.sync_api import Browser, Page

MOST_BYTES = 90_000
MOST_REQUESTS = 9
MOST_SHIFT = 0.01
# Formats that are packed already.
PACKED = {".woff2", ".png"}
_SHIFT = """() => new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value; })
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(sum), 300);
})"""


def weight(file: Path) -> int:
    """Return the bytes of a file as a host sends it, packed where that helps."""
    held = file.read_bytes()
    return len(held) if file.suffix in PACKED else len(gzip.compress(held, 9))


def file_of(site: Path, address: str) -> Path:
    """Return the file that a host sends for ``address``."""
    path = unquote(urlsplit(address).path).lstrip("/")
    return site / path / "index.html" if path.endswith("/") or not path else site / path


@pytest.mark.parametrize("kind", KINDS)
def test_a_first_visit_is_light(desktop: Page, address: str, real_site: Path, kind: str) -> None:
    seen = watch(desktop)
    desktop.goto(address + KINDS[kind], wait_until="networkidle")
    asked = {file_of(real_site, url) for url in seen.requests if url.startswith(address)}
    assert len(asked) <= MOST_REQUESTS, sorted(asked)
    weights = {file.relative_to(real_site).as_posix(): weight(file) for file in asked}
    assert sum(weights.values()) <= MOST_BYTES, weights


def test_every_term_page_is_light(real_site: Path) -> None:
    """Without a browser, for all of them: the page, and what every page of a term asks for."""
    assets = real_site / "assets"
    names = ("css/site.*.css", "js/site.*.js", "fonts/stix-two-math.woff2", "favicon.svg")
    others = sum(weight(file) for name in names for file in assets.glob(name))
    pages = [page for page in (real_site / "terms").glob("*/index.html") if "g-plain" in page.read_text("utf-8")]
    heavy = {page.parent.name: weight(page) + others for page in pages if weight(page) + others > MOST_BYTES}
    assert len(pages) > 20
    assert heavy == {}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("width", [390, 1280])
def test_a_page_stays_where_it_is_while_it_comes(chromium: Browser, address: str, kind: str, width: int) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(address + KINDS[kind], wait_until="networkidle")
    assert page.evaluate(_SHIFT) <= MOST_SHIFT
    context.close()
