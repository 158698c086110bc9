from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from named import named
from project import copy_base, glossary_of, replace_once
from termbase.exports.inventory import lines
from termbase.exports.naming import identifiers, spellings, term_names
from termbase.glossary import Glossary
from termbase.text import folded


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Softmax", ["Softmax", "softmax"]),
        ("gradient vector", ["gradient vector", "Gradient vector"]),
        ("GAN loss", ["GAN loss", "gan loss"]),
        ("Wasserstein GAN", ["Wasserstein GAN", "wasserstein GAN", "wasserstein gan"]),
        ("Cross-entropy", ["Cross-entropy", "cross-entropy", "Cross entropy", "cross entropy"]),
        ("t-SNE", ["t-SNE", "T-SNE", "t-sne", "t SNE", "T SNE", "t sne"]),
        ("Rényi–Hartley entropy", [*("Rényi–Hartley entropy", "rényi–hartley entropy"), *("Rényi-Hartley entropy",)]),
        ("L1", ["L1", "l1"]),
    ],
)
def test_names_are_found_in_the_forms_that_people_write(name: str, forms: list[str]) -> None:
    found = list(spellings(name))
    assert set(forms) <= set(found)
    assert len(found) == len(set(found))
    assert found[0] == name


def test_a_term_is_found_by_title_and_alias() -> None:
    assert term_names(named({"gan": ["Generative adversarial network", "GAN"]})) == {
        "Generative adversarial network": "gan",
        "generative adversarial network": "gan",
        "GAN": "gan",
        "gan": "gan",
    }


def test_markup_is_no_part_of_a_name() -> None:
    found = term_names(named({"k-means": ["$k$-means"], "stop": ["*Early* stopping"]}))
    assert {"k-means": "k-means", "K-means": "k-means", "early stopping": "stop"}.items() <= found.items()


def test_a_shared_acronym_leads_nowhere_and_the_other_names_still_lead() -> None:
    found = term_names(named({"error": ["Mean squared error", "MSE"], "study": ["Multiple systems estimation", "MSE"]}))
    assert set(found) == {
        *("Mean squared error", "mean squared error"),
        *("Multiple systems estimation", "multiple systems estimation"),
    }


def test_a_title_beats_an_alias_and_a_written_name_beats_a_form_of_another() -> None:
    found = term_names(
        named({"adam": ["Adam"], "moment": ["Moment method", "ADAM"], "re-sign": ["Re-sign"], "re": ["RE", "re sign"]})
    )
    assert {name: slug for name, slug in found.items() if folded(name) == "adam"} == {"Adam": "adam", "adam": "adam"}
    assert found["re-sign"] == "re-sign"
    assert found["re sign"] == "re"


def test_of_two_equal_titles_neither_leads_anywhere() -> None:
    assert term_names(named({"one": ["Kernel"], "two": ["kernel"]})) == {}


def test_identifiers_are_the_slug_and_the_names_as_slugs() -> None:
    glossary = named({"gan": ["Generative adversarial network", "GAN", "adversarial net"], "café": ["Café"]})
    assert identifiers(glossary) == {
        "gan": "gan",
        "generative-adversarial-network": "gan",
        "adversarial-net": "gan",
        "cafe": "café",
    }


def test_a_slug_is_the_identifier_of_its_own_entry_whatever_others_are_called() -> None:
    glossary = named({"embedding": ["Vector"], "layer": ["Layer", "embedding"], "one": ["A", "X"], "two": ["B", "X"]})
    found = identifiers(glossary)
    assert (found["embedding"], found["layer"]) == ("embedding", "layer")
    assert (found["one"], found["two"]) == ("one", "two")
    assert "x" not in found


NAMES = st.text(st.sampled_from("aAbBéÉßİΣ1-– $*`[]_<&"), min_size=1, max_size=6)


@given(st.dictionaries(st.sampled_from(["a", "b", "c"]), st.lists(NAMES, min_size=1, max_size=3)))
def test_names_that_differ_in_case_only_lead_to_one_entry(names: dict[str, list[str]]) -> None:
    found = term_names(named(names))
    owners: dict[str, str] = {}
    for name, slug in found.items():
        assert owners.setdefault(name.lower(), slug) == slug


def moved(tmp_path: Path) -> Glossary:
    """Return the small glossary after alpha became aleph, and gamma was taken away."""
    root = copy_base(tmp_path)
    former = '---\nformerly: [alpha, aleph-letter, "#old": quiz]\naliases'
    replace_once(root / "glossary" / "alpha.md", "---\naliases", former)
    (root / "glossary" / "alpha.md").rename(root / "glossary" / "aleph.md")
    (root / "glossary" / "gamma.md").write_text(
        "---\nretired: 2026-11-21\nsee: [alpha]\naliases: [third letter]\nformerly: [gimel]\n---\n# Gamma\n\n> Gone.\n",
        encoding="utf-8",
    )
    return glossary_of(root)


def test_names_that_were_given_up_still_lead(tmp_path: Path) -> None:
    glossary = moved(tmp_path)
    found = {"aleph-letter": "aleph", "alpha": "aleph", "gimel": "gamma", "gamma": "gamma", "third-letter": "gamma"}
    assert found.items() <= identifiers(glossary).items()
    terms = {"aleph letter": "aleph", "Aleph letter": "aleph", "Third letter": "gamma", "gamma": "gamma"}
    assert terms.items() <= term_names(glossary).items()


def test_labels_of_places_are_kept_under_former_names(tmp_path: Path) -> None:
    found = {(line.role, line.name): (line.address, line.text) for line in lines(moved(tmp_path))}
    assert found["std:label", "aleph.quiz"] == ("terms/aleph/#quiz", "Alpha: quiz")
    assert found["std:label", "alpha.quiz"] == ("terms/aleph/#quiz", "Alpha")
    assert found["std:label", "aleph.old"] == ("terms/aleph/#old", "Alpha: quiz")
    assert found["std:label", "gamma"] == found["std:label", "gamma.quiz"] == ("terms/gamma/", "Gamma")
    assert found["std:doc", "terms/gamma"] == ("terms/gamma/", "Gamma")
    assert found["std:doc", "terms/alpha"] == ("terms/aleph/", "Alpha")
