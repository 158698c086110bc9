"""What browser tests share: a served site, a browser, fresh contexts, and what is noted while a page is open."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from browser_setup import ensure_chromium
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

HEIGHT = 900
# In milliseconds: a busy machine is slow, not wrong.
PATIENCE = 30_000
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@dataclass
class Seen:
    """What a page did besides showing itself."""

    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


def watch(page: Page) -> Seen:
    """Note every error and request of ``page`` from now on."""
    seen = Seen()
    page.on("console", lambda message: seen.errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda failure: seen.errors.append(str(failure)))
    page.on("request", lambda request: seen.requests.append(request.url))
    return seen


def context_of(browser: Browser, width: int, scheme: str, **options: Any) -> BrowserContext:
    """Return a fresh context: no storage, one width, one colour scheme."""
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHT},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
        permissions=["clipboard-read", "clipboard-write"],
        # No page sees what a worker fetches: only the tests of ours let it in.
        **{"service_workers": "block", **options},
    )
    context.set_default_timeout(PATIENCE)
    return context


def violations(page: Page, within: str = "html") -> list[str]:
    """Return what axe finds in the parts of a page that a selector names, a line a rule with the first places."""
    found: list[dict[str, Any]] = Axe().run(page, context=within, options=RULES).response["violations"]
    return [f"{v['id']}: {v['help']}: {[node['target'] for node in v['nodes'][:3]]}" for v in found]


class _Quiet(SimpleHTTPRequestHandler):
    def __init__(self, *args: Any, headers: Mapping[str, str], **options: Any) -> None:
        self.added = headers
        super().__init__(*args, **options)

    def end_headers(self) -> None:
        for name, value in self.added.items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Send the page of the site for what does not exist, as hosts do."""
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is the standard library's
        pass


@contextmanager
def served(site: Path, **headers: str) -> Iterator[str]:
    """Serve a folder, with headers besides the usual (``Content_Security_Policy="…"``), and give its address."""
    added = {name.replace("_", "-"): value for name, value in headers.items()}
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site), headers=added)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


@contextmanager
def launched() -> Iterator[Browser]:
    """Give a Chromium without sounds, extensions and calls home."""
    flags = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        flags.append("--no-sandbox")  # Chromium refuses its sandbox to root
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(ensure_chromium()), args=flags)
        yield browser
        browser.close()
