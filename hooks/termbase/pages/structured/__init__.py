"""What a page says of itself to machines: a graph of schema.org values in JSON-LD.

Every address in it is absolute, so a site without an address has none.
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from termbase.exports.publication import Publication
from termbase.glossary import Glossary
from termbase.pages.page import Page
from termbase.pages.structured import kinds
from termbase.pages.structured.nodes import Node, breadcrumbs, published
from termbase.render import Rendered
from termbase.text import compact_json


def structured(glossary: Glossary, publication: Publication, page: Page, md: Rendered) -> Markup:
    """Return the script element for a page; ``md`` holds the texts on it. Empty where the site has no address."""
    if not publication.base_url:
        return Markup("")
    subject = kinds.Subject(glossary, publication, page, md)
    return _script([*kinds.nodes(subject), *breadcrumbs(publication, kinds.trail(subject))])


def handwritten(publication: Publication, title: str, address: str, description: str) -> Markup:
    """Return the script element for a page that the engine itself renders. Empty where the site has no address."""
    if not publication.base_url:
        return Markup("")
    page = {"@type": "WebPage", "name": title, **published(publication, address, description, "")}
    return _script([page, *breadcrumbs(publication, [(title, address)])])


def _script(nodes: Iterable[Node]) -> Markup:
    graph = {"@context": "https://schema.org", "@graph": list(nodes)}
    # Without a `<`, no text can close the element or open a comment in it (HTML, 4.12.1.3).
    text = compact_json(graph).replace("<", "\\u003c")
    return Markup(f'<script type="application/ld+json">{text}</script>')  # noqa: S704 - see above
