from __future__ import annotations

from pathlib import Path

import pytest
from project import ROOT, copy_base, glossary_of, replace_once
from termbase.pages.lists import home


@pytest.mark.parametrize(
    ("header", "first"),
    [("example: alpha", "alpha"), ("example: alpha\nstart: gamma", "gamma"), ("example: alpha\nstart: none", "alpha")],
)
def test_newcomers_start_where_the_home_page_says_or_with_a_course(header: str, first: str, tmp_path: Path) -> None:
    root = copy_base(tmp_path)
    replace_once(root / "docs" / "index.md", "example: alpha", header)
    assert home(glossary_of(root))["first"].slug == first


def test_the_site_starts_with_what_needs_nothing() -> None:
    glossary = glossary_of(ROOT)
    first = home(glossary)["first"]
    assert glossary.home
    assert first.slug == glossary.home.start.text
    assert glossary.relations[first.slug].prerequisites == ()
