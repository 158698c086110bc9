"""The filter for Pandoc and Quarto, run by Pandoc itself."""

from __future__ import annotations

import json
import subprocess
import zipfile
from pathlib import Path

import pypandoc
import pytest
from lxml import html
from project import ROOT, glossary_of
from termbase.glossary import entry_names
from termbase.permalinks.redirects import name_address

FILTER = ROOT / "docs" / "embed" / "glossary.lua"
HOST = ROOT / "tests" / "fixtures" / "hosts" / "pandoc"
LECTURE = (HOST / "lecture.md").read_text(encoding="utf-8")
BASE = "https://glossary.example/ml/"


def pandoc(text: str, to: str, *options: str) -> subprocess.CompletedProcess[str]:
    """Run a text of Markdown through the filter."""
    command = [pypandoc.get_pandoc_path(), "--from=markdown", f"--to={to}", f"--lua-filter={FILTER}", *options]
    return subprocess.run(command, input=text, capture_output=True, text=True, check=False, encoding="utf-8", cwd=HOST)


def links(text: str, *options: str, to: str = "html") -> list[tuple[str, str, str]]:
    """Return the words, address and class of each link of a text that is set without a word of warning."""
    done = pandoc(text, to, *options)
    assert (done.returncode, done.stderr) == (0, "")
    found = html.fragment_fromstring(done.stdout, create_parent=True).iter("a")
    return [(a.text_content(), a.get("href", ""), a.get("class", "")) for a in found]


def header(**fields: str) -> str:
    """Return the header of a document."""
    return "---\n" + "".join(f"{name.replace('_', '-')}: {value}\n" for name, value in fields.items()) + "---\n\n"


def test_terms_become_links_to_the_glossary() -> None:
    assert links(LECTURE) == [
        ("softmax", f"{BASE}terms/softmax/", "glossary-term"),
        ("overfitting", f"{BASE}terms/overfitting/", "glossary-term"),
        ("GAN loss", f"{BASE}terms/gan-loss/", "glossary-term"),
        ("quiz", f"{BASE}terms/softmax/#quiz", "glossary-term"),
        ("Elsewhere", "https://example.org/term:softmax", ""),
    ]


@pytest.mark.parametrize("options", [(), ("--standalone",)])
@pytest.mark.parametrize("to", ["html", "revealjs"])
def test_cards_are_asked_for_once_and_in_html(to: str, options: tuple[str, ...]) -> None:
    script = f'<script src="{BASE}embed/cards.js" defer></script>'
    assert pandoc(LECTURE, to, *options).stdout.count(script) == 1
    assert script not in pandoc(LECTURE.replace("glossary-cards: true\n", ""), to, *options).stdout
    assert script not in pandoc(header(glossary_url=BASE, glossary_cards="true") + "No terms.", to, *options).stdout


def test_paper_gets_plain_absolute_links() -> None:
    tex = pandoc(LECTURE, "latex").stdout
    assert rf"\href{{{BASE}terms/overfitting/}}{{overfitting}}" in tex
    assert "cards.js" not in tex


def test_word_gets_plain_absolute_links(tmp_path: Path) -> None:
    done = pandoc(LECTURE, "docx", f"--output={tmp_path / 'lecture.docx'}")
    assert (done.returncode, done.stderr) == (0, "")
    with zipfile.ZipFile(tmp_path / "lecture.docx") as parts:
        targets = parts.read("word/_rels/document.xml.rels").decode()
    assert f'Target="{BASE}terms/softmax/#quiz"' in targets


@pytest.mark.parametrize("url", ["https://g.example", "https://g.example/", "https://g.example//"])
def test_the_address_of_the_glossary_may_end_with_a_slash(url: str) -> None:
    assert links(header(glossary_url=url) + "[a](term:b)") == [("a", "https://g.example/terms/b/", "glossary-term")]


def test_hyphens_of_the_address_stay_hyphens() -> None:
    found = links(header(glossary_url="https://xn--e1afmkfd.example/a---b") + "[a](term:b)")
    assert found == [("a", "https://xn--e1afmkfd.example/a---b/terms/b/", "glossary-term")]


def test_an_address_cannot_leave_its_script() -> None:
    options = ('--metadata=glossary-url:https://g.example/">&', "--metadata=glossary-cards:true")
    made = pandoc("[a](term:b)", "html", *options).stdout
    assert '<script src="https://g.example/&quot;>&amp;/embed/cards.js" defer></script>' in made


def test_without_an_address_the_words_stay_and_the_author_is_told() -> None:
    done = pandoc("[softmax](term:) and [*x*](term:y)", "html")
    assert done.stdout == "<p>softmax and <em>x</em></p>\n"
    assert done.stderr.count("[WARNING]") == 1
    assert "set `glossary-url` in the header" in done.stderr


def test_a_document_without_terms_needs_nothing() -> None:
    assert links("[a](https://example.org)") == [("a", "https://example.org", "")]


def test_words_become_the_addresses_that_the_glossary_gives_them() -> None:
    names = [name.text for entry in glossary_of(ROOT).entries.values() for name in entry_names(entry)]
    names += ["Rényi entropy", "naïve Bayes", "Kullback–Leibler", "0-1 loss", "L1/L2", "what’s a gradient?"]
    text = header(glossary_url=BASE) + "\n\n".join(f"[{name}](term:)" for name in names)
    expected = [f"{BASE}{name_address(name)}" for name in names]
    differing = {(n, got, e) for n, (_, got, _), e in zip(names, links(text), expected, strict=True) if got != e}
    assert differing == set()


@pytest.mark.parametrize("name", ["C++", "C#", "k-means++", "ŁÓDŹ", "α-divergence", "日本", "∇"])
def test_words_that_a_slug_would_distort_stay_words_and_are_told(name: str) -> None:
    assert name_address(name) == ""
    done = pandoc(header(glossary_url=BASE) + f"[{name}](term:)", "html")
    assert "<a" not in done.stdout
    assert f'no entry is named "{name}"' in done.stderr


def test_a_name_of_several_entries_stays_words_and_is_told(tmp_path: Path) -> None:
    terms = [{"slug": slug, "term": slug, "aliases": ["LDA"], "variants": []} for slug in ("alpha", "beta")]
    (tmp_path / "terms.json").write_text(json.dumps({"terms": terms}), encoding="utf-8")
    head = header(glossary_url=BASE, glossary_names=(tmp_path / "terms.json").as_posix())
    done = pandoc(f"{head}[LDA](term:)", "html")
    assert "<a" not in done.stdout
    assert 'several entries are named "LDA"' in done.stderr


def test_a_list_of_terms_turns_other_names_into_addresses() -> None:
    found = links(LECTURE, "--metadata=glossary-names:terms.json")
    assert found[2] == ("GAN loss", f"{BASE}terms/minimax-loss/", "glossary-term")


def test_an_unknown_term_is_told_by_name_and_stops_who_wants_that() -> None:
    text = header(glossary_url=BASE, glossary_names="terms.json") + "[the softmx](term:softmx)"
    done = pandoc(text, "html")
    assert done.returncode == 0
    assert 'no entry is named "softmx" (at "the softmx")' in done.stderr
    assert pandoc(text, "html", "--fail-if-warnings").returncode != 0


def test_a_list_of_terms_that_is_not_there_stops_the_document() -> None:
    done = pandoc(header(glossary_url=BASE, glossary_names="none.json") + "[a](term:b)", "html")
    assert done.returncode != 0
    assert "`glossary-names` names none.json, which cannot be read" in done.stderr


def test_the_filter_is_published_as_it_is(real_site: Path) -> None:
    assert (real_site / "embed" / "glossary.lua").read_bytes() == FILTER.read_bytes()
