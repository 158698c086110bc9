from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from termbase.text import SLUG, Text, folded, name_key, singular, slugify, without_comments

# Letters whose case and forms are regular; a hyphen between a letter and a combining accent is no word of anybody's.
WORDS = st.text(alphabet="abzABZ09éÉüñÅßñÇ一", min_size=1, max_size=5)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Gradient Descent", "gradientdescent"),
        ("gradient-descent", "gradientdescent"),
        ("gradient\u2010\u2011\u2013\u2014\u2212descent", "gradientdescent"),
        ("  Gradient \t descent ", "gradientdescent"),
        ("word_2_vec", "word2vec"),
        ("Straße", "strasse"),
        ("", ""),
        ("- -", ""),
    ],
)
def test_name_key(name: str, key: str) -> None:
    assert name_key(name) == key


@given(st.lists(WORDS, min_size=1, max_size=4), st.sampled_from(["-", " ", "\u2011", "  ", "_", ""]))
def test_name_key_is_blind_to_case_form_hyphens_and_spaces(words: list[str], joint: str) -> None:
    key = name_key(" ".join(words))
    assert name_key(joint.join(words)) == key
    assert name_key("-".join(words).upper()) == key
    assert name_key(unicodedata.normalize("NFD", joint.join(words))) == key
    assert name_key(key) == key


def test_name_key_is_blind_to_the_order_of_accents() -> None:
    # Case folding turns the small iota under a letter into a letter of its own, which must come after the accent.
    assert name_key("α\u0345\u0301") == name_key("α\u0301\u0345") == name_key("\u1fb4")


@given(st.text(alphabet=st.characters(exclude_categories=["M", "Cs"])))
def test_name_key_is_idempotent(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name)


@given(st.text())
def test_folded_is_idempotent(name: str) -> None:
    assert folded(folded(name)) == folded(name)


@pytest.mark.parametrize(
    ("key", "one"),
    [
        ("gradients", "gradient"),
        ("entropies", "entropy"),
        ("losses", "loss"),
        ("boxes", "box"),
        ("batches", "batch"),
        ("loss", "loss"),
        ("bias", "bia"),
        ("corpus", "corpus"),
        ("analysis", "analysis"),
        ("ties", "tie"),
        ("gas", "gas"),
        ("", ""),
    ],
)
def test_singular(key: str, one: str) -> None:
    assert singular(key) == one


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Wasserstein loss", "wasserstein-loss"),
        ("  k-means++ ", "k-means"),
        ("Rényi divergence", "renyi-divergence"),
        ("L² norm", "l2-norm"),
        ("a_b.c/d", "a-b-c-d"),
        ("Lloyd's algorithm", "lloyds-algorithm"),
        ("Earth mover’s distance", "earth-movers-distance"),
        ("一", ""),
        ("—", ""),
    ],
)
def test_slugify(name: str, slug: str) -> None:
    assert slugify(name) == slug


@given(st.text())
def test_slug_is_empty_or_matches_the_pattern_and_stays(name: str) -> None:
    slug = slugify(name)
    assert not slug or SLUG.fullmatch(slug)
    assert slugify(slug) == slug


def test_text_is_true_where_it_has_words() -> None:
    assert Text("a", 1)
    assert not Text("", 1)


def test_without_comments() -> None:
    assert without_comments(" a <!-- b --> c  <!-- d -->") == "a c"
