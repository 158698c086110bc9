"""Sphinx and MyST-Parser find the glossary's names through intersphinx, and say which they do not find."""

from __future__ import annotations

from pathlib import Path
from string import capwords

import pytest
from hosting import host, links, said, sphinx
from project import ROOT, glossary_of
from termbase.glossary import entry_names

GLOSSARY = glossary_of(ROOT)
NAMES = [name for entry in GLOSSARY.entries.values() for name in entry_names(entry)]


def test_a_sphinx_project_links_to_terms_sections_and_pages(tmp_path: Path, address: str) -> None:
    project = host("sphinx", tmp_path, address)
    done = sphinx(project)
    assert done.returncode == 0, said(done)
    assert links(project, address) == [
        ("Backpropagation", "terms/backpropagation/"),
        ("gradient", "terms/gradient/"),
        ("loss", "terms/loss-function/"),
        ("gradient descent", "terms/gradient-descent/"),
        ("GAN", "terms/generative-adversarial-network/"),
        ("neural net", "terms/neural-network/"),
        ("GANs", "terms/generative-adversarial-network/"),
        ("softmax", "terms/softmax/"),
        ("cross entropy", "terms/cross-entropy/"),
        ("Softmax", "terms/softmax/"),
        ("Softmax: common mistake", "terms/softmax/#common-mistake"),
        ("the quiz", "terms/softmax/#quiz"),
        ("Embedding", "terms/embedding/"),
        ("Minimax loss", "terms/minimax-loss/"),
        ("How to study with it", "how-to-study/"),
        ("all terms", "terms/"),
    ]


def test_a_myst_parser_project_links_to_terms_sections_and_pages(tmp_path: Path, address: str) -> None:
    project = host("myst_parser", tmp_path, address)
    done = sphinx(project)
    assert done.returncode == 0, said(done)
    assert links(project, address) == [
        ("Backpropagation", "terms/backpropagation/"),
        ("gradient", "terms/gradient/"),
        ("loss", "terms/loss-function/"),
        ("gradient descent", "terms/gradient-descent/"),
        ("GAN", "terms/generative-adversarial-network/"),
        ("neural net", "terms/neural-network/"),
        ("GANs", "terms/generative-adversarial-network/"),
        ("gradients", "terms/gradient/"),
        ("Cross-entropy", "terms/cross-entropy/"),
        ("Minimax loss", "terms/minimax-loss/"),
        ("the loss of a GAN", "terms/minimax-loss/"),
        ("Softmax", "terms/softmax/"),
        ("Softmax: common mistake", "terms/softmax/#common-mistake"),
        ("the quiz", "terms/softmax/#quiz"),
        ("Minimax loss", "terms/minimax-loss/"),
        ("How to study with it", "how-to-study/"),
    ]


@pytest.mark.parametrize(
    ("name", "page", "role"), [("sphinx", "index.rst", ":term:"), ("myst_parser", "index.md", "{term}")]
)
def test_every_name_of_every_entry_resolves_in_any_case_and_shows_as_written(
    tmp_path: Path, address: str, name: str, page: str, role: str
) -> None:
    project = host(name, tmp_path, address)
    written = [
        (form, f"terms/{found.slug}/")
        for found in NAMES
        for form in (found.text, found.text.lower(), found.text.capitalize(), capwords(found.text), found.text.upper())
    ]
    body = "\n\n".join(f"{role}`{form}`" for form, _ in written)
    (project / page).write_text(f"Names\n=====\n\n{body}\n", encoding="utf-8")
    done = sphinx(project)
    assert done.returncode == 0, said(done)
    # Sphinx sets the apostrophe of a name as printers do.
    assert [(words.replace("’", "'"), target) for words, target in links(project, address)] == written


@pytest.mark.parametrize(
    ("name", "page", "reference", "words"),
    [
        ("sphinx", "index.rst", ":term:`gradient ascend`", "term not in glossary: 'gradient ascend'"),
        ("sphinx", "index.rst", ":ref:`softmax.kwiz`", "undefined label: 'softmax.kwiz'"),
        ("sphinx", "index.rst", ":doc:`glossary:terms/softmacks`", "unknown document: 'glossary:terms/softmacks'"),
        ("myst_parser", "index.md", "{term}`gradient ascend`", "term not in glossary: 'gradient ascend'"),
        ("myst_parser", "index.md", "<inv:glossary:std:label#softmacks>", "'glossary:std:label:softmacks'"),
    ],
)
def test_an_unknown_name_stops_the_build_and_is_named(
    tmp_path: Path, address: str, name: str, page: str, reference: str, words: str
) -> None:
    project = host(name, tmp_path, address)
    with (project / page).open("a", encoding="utf-8") as file:
        file.write(f"\n{reference}\n")
    done = sphinx(project)
    assert done.returncode != 0
    assert words in said(done)
