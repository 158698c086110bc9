"""The quality gate: what learners type, through the real search in the browser, against the real glossary."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from browsing import context_of
from playwright.sync_api import Browser, Page
from project import ROOT, glossary_of
from searching import Query, answers, queries, share, slips
from termbase.search import document
from termbase.search.documents import Document

REAL = glossary_of(ROOT)
DOCUMENTS = [document(REAL, entry) for entry in REAL.entries.values()]
QUERIES = queries()
# Recall at 1, and at 5 where a learner describes what they look for.
NAMED = ("exact", "alias", "acronym", "typo1", "typo2", "spacing", "prefix", "inflection")
FIRST, TWO_EDITS, DESCRIBED, RIDDLES = 0.98, 0.95, 0.70, 0.50
LEAST = 30


@pytest.fixture(scope="module")
def lab(chromium: Browser) -> Iterator[Page]:
    """An empty page."""
    context = context_of(chromium, 1280, "light")
    yield context.new_page()
    context.close()


def of_kind(kind: str) -> list[Query]:
    return [query for query in QUERIES if query.kind == kind]


@pytest.mark.parametrize("kind", [*NAMED, "description", "riddle", "unrelated"])
def test_there_are_enough_queries_of_a_kind(kind: str) -> None:
    found = of_kind(kind)
    assert len(found) >= LEAST
    assert len({query.text for query in found}) == len(found)
    assert all(set(query.slugs) <= set(REAL.entries) for query in found)
    assert all(query.slugs for query in found) is (kind != "unrelated")


def test_no_entry_lists_a_phrasing_that_describes() -> None:
    listed = {asked.text.casefold() for entry in REAL.entries.values() for asked in entry.asked}
    assert not [
        query for query in QUERIES if query.kind in ("description", "riddle") and query.text.casefold() in listed
    ]


@pytest.mark.parametrize("kind", NAMED)
def test_the_right_entry_is_first(lab: Page, kind: str) -> None:
    asked = of_kind(kind)
    given = answers(lab, DOCUMENTS, asked)
    missed = [(q.text, a.slugs[:1]) for q, a in zip(asked, given, strict=True) if not set(a.slugs[:1]) & set(q.slugs)]
    assert share(asked, given) >= (TWO_EDITS if kind == "typo2" else FIRST), missed


@pytest.mark.parametrize(("edits", "least"), [(1, FIRST), (2, TWO_EDITS)])
def test_every_name_is_found_with_slips(lab: Page, edits: int, least: float) -> None:
    names = [(name, found.slug) for found in DOCUMENTS for name in (found.title, *found.aliases)]
    asked = list(slips(names, edits))
    given = answers(lab, DOCUMENTS, asked)
    missed = [(q.text, a.slugs[:1]) for q, a in zip(asked, given, strict=True) if not set(a.slugs[:1]) & set(q.slugs)]
    assert len(asked) >= LEAST
    assert share(asked, given) >= least, missed


@pytest.mark.parametrize(("kind", "least"), [("description", DESCRIBED), ("riddle", RIDDLES)])
def test_a_description_leads_to_the_entry(lab: Page, kind: str, least: float) -> None:
    asked = of_kind(kind)
    assert share(asked, answers(lab, DOCUMENTS, asked), 5) >= least


def test_every_question_that_an_entry_lists_leads_to_it(lab: Page) -> None:
    asked = [Query("asked", text, (found.slug,)) for found in DOCUMENTS for text in found.asked]
    assert share(asked, answers(lab, DOCUMENTS, asked), 5) >= FIRST


def test_an_unrelated_word_is_no_name(lab: Page) -> None:
    asked = of_kind("unrelated")
    assert len(asked) == 100
    given = answers(lab, DOCUMENTS, asked)
    assert [query.text for query, answer in zip(asked, given, strict=True) if answer.by_name] == []


@pytest.mark.parametrize("spare", ["svd", "gpu", "csv", "on my laptop", "is unstable today"])
def test_a_name_with_words_to_spare_is_no_slip(lab: Page, spare: str) -> None:
    asked = [Query("spare", f"{found.title} {spare}", (found.slug,)) for found in DOCUMENTS]
    given = answers(lab, DOCUMENTS, asked)
    assert not [query.text for query, answer in zip(asked, given, strict=True) if answer.by_name]
    assert share(asked, given, 5) >= FIRST


def test_a_title_that_is_the_query_goes_before_any_alias(lab: Page) -> None:
    last = Document("lda", "LDA")
    first = replace(DOCUMENTS[0], aliases=("LDA",), links=1_000)
    (given,) = answers(lab, [first, *DOCUMENTS[1:], last], [Query("acronym", "lda", ())])
    assert given.slugs[:2] == ("lda", first.slug)


def test_what_the_first_page_offers_is_found(lab: Page) -> None:
    assert REAL.home
    asked = [Query("offered", text.text, ()) for text in REAL.home.searches]
    assert asked
    assert all(answer.slugs for answer in answers(lab, DOCUMENTS, asked))


def test_owners_of_one_acronym_all_show(lab: Page) -> None:
    two = [replace(found, aliases=("LDA",)) for found in DOCUMENTS[:2]]
    (given,) = answers(lab, [*two, *DOCUMENTS[2:]], [Query("acronym", "lda", ())])
    assert set(given.slugs[:2]) == {found.slug for found in two}
