"""The browser makes the same normal forms as the build, on what the glossary holds and on all of Unicode."""

from __future__ import annotations

import random
import sys
import unicodedata
from collections.abc import Iterator

import pytest
from browsing import context_of
from playwright.sync_api import Browser, Page
from project import ROOT, glossary_of
from samples import spaced
from searching import examples, open_search, queries
from termbase.glossary import entry_names
from termbase.search import searchable
from termbase.search.documents import document
from termbase.search.names import derived_slug
from termbase.search.normal import STOP, fold, normal, stem

REAL = glossary_of(ROOT)
# What Python's Unicode knows: a browser may know newer characters.
ASSIGNED = [
    chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) not in ("Cn", "Co", "Cs")
]
FORMS = """texts => texts.map((text) => {
  const form = normalForm.of(text);
  const words = form.split(" ");
  const stems = words.map(normalForm.stem);
  return [normalForm.fold(text), form, stems.join(" "), normalForm.meant(words).join(" "), normalForm.slug(text)];
})"""
# What the rules look at, so that random words meet them often.
ENDINGS = spaced(
    "ise ised isation yse our ours ourhood lled ller tre ogue ies sses xes ches shes s ified ification ize ized ization"
    " izational ate ated ation ational ative ing ed er or ally al ly ive ion sion tion e y ee ss us is ffing nned pper"
)


@pytest.fixture(scope="module")
def lab(chromium: Browser) -> Iterator[Page]:
    """An empty page with the code of the search."""
    context = context_of(chromium, 1280, "light")
    page = context.new_page()
    open_search(page, searchable(REAL))
    yield page
    context.close()


def forms(text: str) -> list[str]:
    form = normal(text)
    words = form.split(" ")
    meant = [word for word in words if word not in STOP] or words
    return [fold(text), form, " ".join(map(stem, words)), " ".join(meant), derived_slug(text)]


def check(lab: Page, texts: list[str]) -> None:
    found = lab.evaluate(FORMS, texts)
    assert len(found) == len(texts) > 0
    for text, browser in zip(texts, found, strict=True):
        assert browser == forms(text), repr(text)


def test_on_the_examples_of_the_specification(lab: Page) -> None:
    check(lab, [text for text, _, _ in examples()])


def test_on_every_name_and_query(lab: Page) -> None:
    names = [name.text for entry in REAL.entries.values() for name in entry_names(entry)]
    check(lab, [*names, *(query.text for query in queries())])


def test_on_every_word_of_the_glossary(lab: Page) -> None:
    documents = [document(REAL, entry) for entry in REAL.entries.values()]
    texts = [passage.text for found in documents for passage in found.passages]
    check(lab, [*texts, *(found.plain for found in documents)])


def test_on_random_words_with_the_endings_that_rules_look_at(lab: Page) -> None:
    draw = random.Random(4)  # noqa: S311 - the same words every time
    check(
        lab,
        [
            "".join(draw.choices("abcdefghilmnoprstuy", k=draw.randint(1, 6))) + draw.choice(ENDINGS)
            for _ in range(10_000)
        ],
    )


def test_on_every_character(lab: Page) -> None:
    texts = [f"a{character}b" for character in ASSIGNED]
    check(lab, [" ".join(texts[start : start + 100]) for start in range(0, len(texts), 100)])


def test_on_random_unicode(lab: Page) -> None:
    draw = random.Random(4)  # noqa: S311 - the same strings every time
    near = [character for character in ASSIGNED if ord(character) < 0x600]
    strange = ["".join(draw.choices(ASSIGNED, k=draw.randint(1, 12))) for _ in range(5_000)]
    common = ["".join(draw.choices([*near, *"abcdeiosty '+-"], k=draw.randint(1, 12))) for _ in range(5_000)]
    check(lab, [*strange, *common])
