"""A tiny site with the real service worker, published build after build, and what its browser keeps."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable
from pathlib import Path

from browsing import PATIENCE
from playwright.sync_api import Page
from project import ROOT
from rjsmin import jsmin
from termbase.offline.worker import build_id, names, worker

SCRIPTS = ROOT / "docs" / "assets" / "js"
PAGES = ("", "a/", "b/", "terms/softmax/", "offline/")
OWN = "glossary:/g/:"


def script(name: str) -> str:
    """Return a script of the site as it is served."""
    text: str = jsmin((SCRIPTS / name).read_text(encoding="utf-8"))
    return text


def publish(root: Path, name: str, pages: Iterable[str] = PAGES, *, off: bool = False) -> str:
    """Put a build into the folder ``g`` under ``root``, in the place of the one before, and return its id.

    Every page says ``name`` three times: in its text, by its style sheet and by its script.
    """
    tag = f"document.documentElement.dataset.script={name!r};"
    style, code = f"h1::after{{content:{name!r}}}", script("page.js") + script("offline.js") + tag
    style_file, code_file = (
        f"assets/site.{hashlib.sha256(text.encode()).hexdigest()[:8]}.{kind}"
        for text, kind in ((style, "css"), (code, "js"))
    )
    files = {style_file: style, code_file: code, "study/softmax.js": f"study={name!r}", "sw.js": script("worker.js")}
    files["terms/softmax/card.json"] = "{}"
    for page in pages:
        up = "../" * page.count("/") or "./"
        files[f"{page}index.html"] = (
            f'<!doctype html><meta name="glossary-root" content="{up.rstrip("/")}"><title>{page}</title>'
            f'<link rel="stylesheet" href="{up}{style_file}"><link rel="icon" href="data:,">'
            f'<script src="{up}{code_file}" defer data-root=".."></script>'
            f'<h1>{page or "home"} {name} </h1><a href="{up}a/">to a</a>'
        )
    build = build_id((address, text.encode()) for address, text in sorted(files.items()))
    first = ["offline/", style_file]
    files["sw.js"] = worker(files["sw.js"], "" if off else build, [] if off else first, [] if off else names(files))
    shutil.rmtree(root / "g", ignore_errors=True)
    for address, text in files.items():
        file = root / "g" / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return build


def build_shown(page: Page) -> set[str]:
    """Return the names of the builds that the text, the style sheet and the script of a page come from."""
    page.wait_for_function("document.documentElement.dataset.script")
    return {
        page.locator("h1").inner_text().split()[-1],
        page.locator("h1").evaluate("e => getComputedStyle(e, '::after').content.slice(1, -1)"),
        page.locator("html").get_attribute("data-script") or "",
    }


def kept(page: Page) -> dict[str, list[str]]:
    """Return the addresses that are kept, by the name of their cache."""
    found: dict[str, list[str]] = page.evaluate(
        """async () => Object.fromEntries(await Promise.all((await caches.keys()).map(async (name) =>
        [name, (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)])))"""
    )
    return found


def until(page: Page, asked: str) -> None:
    """Wait until an expression, which may give a promise, is true. ``wait_for_function`` takes any promise for true."""
    page.evaluate(
        """async ([asked, patience]) => {
          const end = Date.now() + patience;
          while (!(await eval(asked))) {
            if (Date.now() > end) throw Error("never true: " + asked);
            await new Promise((then) => setTimeout(then, 20));
          }
        }""",
        [asked, PATIENCE],
    )


def wait_until_kept(page: Page, address: str, build: str = "") -> None:
    """Wait until an address is kept, in the cache of a build if one is given."""
    where = json.dumps({"cacheName": OWN + build} if build else {})
    until(page, f"caches.match({json.dumps(address)}, {where})")


def visit(page: Page, address: str, build: str = "") -> None:
    """Open a page as a reader does who comes from another page of the site, and wait until it is kept."""
    page.goto(address, referer=address)
    page.evaluate("navigator.serviceWorker.ready")
    wait_until_kept(page, address, build)
