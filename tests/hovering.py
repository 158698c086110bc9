"""What the tests of the cards share: a course page on a host of its own, and where the cards are on it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from browsing import Seen
from playwright.sync_api import Locator, Page

OPEN = "Open in the glossary"
PLAIN = "It turns a list of scores into shares of one whole, and the highest score gets the biggest share."
# Longer than a card takes to open and to close, in milliseconds.
LONG = 700


@dataclass(frozen=True)
class Course:
    """A page of a course on a host of its own, whose policy lets in nothing but the glossary's scripts and data."""

    folder: Path
    address: str
    glossary: str

    def page(self, body: str, script: str = "", head: str = "") -> str:
        """Write the page and return its address. In ``body`` and ``head`` an address starts with ``~/``."""
        html = (
            '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A course</title>'
            '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">'
            f"{head}</head><body><main><h1>A course</h1>{body}</main>"
            f'<script src="~/embed/cards.js" defer {script}></script></body></html>'
        )
        (self.folder / "index.html").write_text(html.replace("~/", self.glossary), encoding="utf-8")
        return self.address


TWO_LINKS = (
    '<p>On <a id="first" href="~/terms/softmax/">softmax</a> and'
    ' <a id="second" href="~/terms/minimax-loss/?from=course#formula">the minimax loss</a>.</p>'
)


def policy(glossary: str) -> str:
    """Return the strictest policy under which the cards work."""
    return (
        f"default-src 'none'; script-src {glossary}; connect-src {glossary}; style-src 'none';"
        " require-trusted-types-for 'script'; trusted-types 'none'"
    )


def card(page: Page, name: str = "Softmax") -> Locator:
    """Return the card of a term."""
    return page.get_by_role("group", name=name, exact=True)


def cards(page: Page) -> Locator:
    """Return all cards, on their way or open."""
    return page.locator("glossary-card")


def data(seen: Seen) -> list[str]:
    """Return the cards that were asked for, by slug."""
    return [url.split("/")[-2] for url in seen.requests if url.endswith("/card.json")]


def focused(page: Page) -> str:
    """Return the words of what has the focus, in a shadow tree too."""
    found: str = page.evaluate("(document.activeElement.shadowRoot ?? document).activeElement.textContent")
    return found
