"""What a writer elsewhere pastes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from project import BASE, glossary_of
from termbase.exports import Publication
from termbase.pages.cite import bibtex, latex, markdown, snippets
from termbase.text import Text

ALPHA = glossary_of(BASE).entries["alpha"]
SITE = Publication("Letters & more", "About", "https://x.example/g/")
HOSTILE = replace(ALPHA, title=Text('<b>"A" & [B]</b> 100%_#1', 1))


def pasted(label: str) -> str:
    return next(snippet.text for snippet in snippets(HOSTILE, SITE) if snippet.label == label)


def test_every_form_names_the_permalink() -> None:
    found = {snippet.label: snippet.text for snippet in snippets(ALPHA, SITE)}
    assert found == {
        "Permalink": "https://x.example/g/terms/alpha/",
        "Markdown": "[Alpha](https://x.example/g/terms/alpha/)",
        "HTML": '<a href="https://x.example/g/terms/alpha/">Alpha</a>',
        "Sphinx": ":ref:`alpha`",
        "MyST in Sphinx": "{ref}`alpha`",
        "MyST": "[](xref:glossary#alpha)",
        "LaTeX": r"\href{https://x.example/g/terms/alpha/}{Alpha}",
        "BibTeX": found["BibTeX"],
        "Frame": '<iframe src="https://x.example/g/embed/alpha/" title="Alpha" width="100%" height="420"></iframe>',
    }


def test_a_reference_has_the_day_of_the_version() -> None:
    assert bibtex(ALPHA, "Letters & more", "https://x.example/terms/alpha/") == (
        "@misc{alpha,\n"
        "  title = {{Alpha}},\n"
        "  author = {{Letters \\& more}},\n"
        "  howpublished = {\\url{https://x.example/terms/alpha/}},\n"
        "  year = 2026,\n"
        "  month = 11,\n"
        "  note = {Version of 2026-11-21},\n"
        "}"
    )


def test_an_entry_without_a_day_has_a_reference_without_one() -> None:
    assert "year" not in bibtex(replace(ALPHA, reviewed=""), "S", "u")


def test_a_site_without_an_address_offers_nothing() -> None:
    assert snippets(ALPHA, Publication("S")) == ()


def test_signs_are_escaped_in_each_language() -> None:
    assert ">&lt;b&gt;&quot;A&quot; &amp; [B]&lt;/b&gt; 100%_#1</a>" in pasted("HTML")
    assert 'title="&lt;b&gt;&quot;A&quot;' in pasted("Frame")
    assert pasted("Markdown").startswith(r'[\<b\>"A" & \[B\]\</b\> 100%\_#1](')
    assert r"{<b>\"A\" \& [B]</b> 100\%\_\#1}".replace('\\"', '"') in pasted("LaTeX")


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a\\b", r"a\textbackslash{}b"),
        ("{~^}", r"\textbraceleft{}\textasciitilde{}\textasciicircum{}\textbraceright{}"),
    ],
)
def test_latex(text: str, escaped: str) -> None:
    assert latex(text) == escaped


def test_markdown() -> None:
    assert markdown("a*b`c") == r"a\*b\`c"
