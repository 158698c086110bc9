"""What goes with a page when it is written."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from project import BASE, ROOT, glossary_of
from publishing import PUBLISHED
from termbase import exports
from termbase.exports import Export, Publication
from termbase.glossary import Glossary
from termbase.model import Entry
from termbase.pages import site
from termbase.pages.page import Alternate

GLOSSARY = glossary_of(BASE)
TEMPLATES = ROOT / "hooks" / "templates" / "pages"


def forms(_: Glossary, entry: Entry, __: Publication) -> Iterator[Export]:
    """Yield files about an entry, as an export does."""
    for name in ("card.json", "oembed.json", "other.txt"):
        yield f"terms/{entry.slug}/{name}", "text"


@pytest.mark.parametrize("publication", [PUBLISHED, Publication()])
def test_a_page_names_the_forms_that_are_written_with_it(
    monkeypatch: pytest.MonkeyPatch, publication: Publication
) -> None:
    monkeypatch.setattr(exports, "_ENTRY", (forms,))
    made = site(GLOSSARY, TEMPLATES, publication)
    assert made.made(made.pages["terms/alpha.md"]).alternates == (
        Alternate(f"{publication.base_url}terms/alpha/card.json", "application/json"),
        Alternate(f"{publication.base_url}terms/alpha/oembed.json", "application/json+oembed"),
    )
    assert made.made(made.pages["topics/greek.md"]).alternates == ()
