"""MkDocs with autorefs finds the glossary's names through an inventory of mkdocstrings."""

from __future__ import annotations

from pathlib import Path
from string import capwords

from hosting import host, links, mkdocs, said
from project import ROOT, glossary_of
from termbase.glossary import entry_names

GLOSSARY = glossary_of(ROOT)
NAMES = [name for entry in GLOSSARY.entries.values() for name in entry_names(entry)]


def test_a_mkdocs_project_links_to_terms_sections_and_pages(tmp_path: Path, address: str) -> None:
    project = host("mkdocs", tmp_path, address)
    done = mkdocs(project)
    assert done.returncode == 0, said(done)
    assert links(project, address) == [
        ("Backpropagation", "terms/backpropagation/"),
        ("gradient", "terms/gradient/"),
        ("loss", "terms/loss-function/"),
        ("gradient descent", "terms/gradient-descent/"),
        ("GAN", "terms/generative-adversarial-network/"),
        ("neural net", "terms/neural-network/"),
        ("GANs", "terms/generative-adversarial-network/"),
        ("Softmax", "terms/softmax/"),
        ("cross entropy", "terms/cross-entropy/"),
        ("what people get wrong", "terms/softmax/#common-mistake"),
        ("the quiz", "terms/softmax/#quiz"),
        ("minimax loss", "terms/minimax-loss/"),
        ("how to study", "how-to-study/"),
    ]


def test_every_name_of_every_entry_resolves_in_any_case(tmp_path: Path, address: str) -> None:
    project = host("mkdocs", tmp_path, address)
    written = [
        (form, f"terms/{found.slug}/")
        for found in NAMES
        for form in (found.text, found.text.lower(), found.text.capitalize(), capwords(found.text), found.text.upper())
    ]
    body = "\n\n".join(f"[{form}][]" for form, _ in written)
    (project / "docs" / "index.md").write_text(f"Names\n=====\n\n{body}\n", encoding="utf-8")
    done = mkdocs(project)
    assert done.returncode == 0, said(done)
    assert links(project, address) == written


def test_an_unknown_name_stops_the_build_and_is_named(tmp_path: Path, address: str) -> None:
    project = host("mkdocs", tmp_path, address)
    with (project / "docs" / "index.md").open("a", encoding="utf-8") as file:
        file.write("\n[gradient ascend][]\n")
    done = mkdocs(project)
    assert done.returncode != 0
    assert "index.md: Could not find cross-reference target 'gradient ascend'" in said(done)
