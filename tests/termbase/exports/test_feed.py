"""The feed, read by a strict reader of RFC 4287 and by the reader that most programs use."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import atoma
import feedparser
import pytest
from project import BASE, copy_base, glossary_of, replace_once
from publishing import PUBLISHED
from termbase.exports import Publication, feed

GLOSSARY = glossary_of(BASE)
ROOT = PUBLISHED.base_url
DAY = datetime(2026, 11, 21, tzinfo=UTC)


def never(_: str) -> str:
    """Nothing is published yet."""
    return ""


def test_the_feed_says_whose_it_is() -> None:
    read = atoma.parse_atom_bytes(feed.atom(GLOSSARY, PUBLISHED, never))
    assert (read.id_, read.title.value, read.updated) == (ROOT, PUBLISHED.name, DAY)
    assert read.subtitle.value == PUBLISHED.about
    assert [author.name for author in read.authors] == [PUBLISHED.name]
    assert {link.rel: link.href for link in read.links} == {
        "self": f"{ROOT}feed.xml",
        "alternate": ROOT,
        "license": "https://creativecommons.org/licenses/by/4.0/",
    }


def test_an_entry_is_known_by_its_permalink() -> None:
    entry = atoma.parse_atom_bytes(feed.atom(GLOSSARY, PUBLISHED, never)).entries[0]
    assert (entry.id_, entry.title.value) == (f"{ROOT}terms/alpha/", "Alpha")
    assert (entry.updated, entry.published) == (DAY, None)
    assert [(link.rel, link.href) for link in entry.links] == [("alternate", f"{ROOT}terms/alpha/")]
    assert entry.summary.value == "The first letter, said in everyday words."


def test_a_reader_shows_the_definition_with_links_that_hold() -> None:
    read = feedparser.parse(feed.atom(GLOSSARY, PUBLISHED, never))
    assert not read.bozo
    content = read.entries[0].content[0]
    assert content.type == "text/html"
    assert "<strong>The first letter, said in everyday words.</strong>" in content.value
    assert f'<a href="{ROOT}terms/beta/">beta</a>' in content.value


def test_formulas_are_lines_of_text_and_comments_are_gone(tmp_path: Path) -> None:
    project = copy_base(tmp_path)
    text = r"The **alpha** $\frac{a}{b} < 1$ <!-- check: 1 == 1 --> is"
    replace_once(project / "glossary" / "alpha.md", "The **alpha** is", text)
    read = feedparser.parse(feed.atom(glossary_of(project), PUBLISHED, never))
    assert "<p>The <strong>alpha</strong> a/b &lt; 1 is a letter" in read.entries[0].content[0].value


def test_the_first_day_of_an_address_makes_an_entry_new() -> None:
    days = {"terms/alpha/": "2026-11-21", "terms/beta/": "2026-01-02"}
    read = atoma.parse_atom_bytes(feed.atom(GLOSSARY, PUBLISHED, lambda address: days.get(address, "")))
    found = [(entry.title.value, entry.published) for entry in read.entries]
    assert found == [("New: Alpha", DAY), ("Beta", datetime(2026, 1, 2, tzinfo=UTC)), ("Gamma", None)]


def test_the_newest_stand_first_and_older_ones_fall_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = copy_base(tmp_path)
    replace_once(project / "glossary" / "alpha.md", "reviewed: 2026-11-21", "reviewed: 2026-11-19")
    glossary = glossary_of(project)
    assert [entry.slug for entry in feed.newest(glossary)] == ["beta", "gamma", "alpha"]
    monkeypatch.setattr(feed, "NEWEST", 2)
    assert [entry.slug for entry in feed.newest(glossary)] == ["beta", "gamma"]


def test_a_glossary_without_entries_has_a_feed_without_entries(tmp_path: Path) -> None:
    (tmp_path / "glossary").mkdir()
    (tmp_path / "docs").mkdir()
    assert atoma.parse_atom_bytes(feed.atom(glossary_of(tmp_path), PUBLISHED, never)).entries == []


def test_a_site_without_an_address_has_no_feed() -> None:
    assert list(feed.files(GLOSSARY, Publication("Letters"))) == []
