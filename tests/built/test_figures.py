"""Figures on built pages, in frames, in what others read, and in the folder that is published."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from engine import built, configure
from figured import ALT, FIGURE, SVG, figured
from lxml import html


@pytest.fixture(scope="module")
def figured_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project with a figure as MkDocs builds it."""
    folder = tmp_path_factory.mktemp("figured")
    return built(configure(figured(folder)), folder / "site")


def figure(site: Path, address: str) -> html.HtmlElement:
    """Return the one figure of a page."""
    document = html.document_fromstring((site / address / "index.html").read_text(encoding="utf-8"))
    found: html.HtmlElement
    (found,) = document.xpath("//figure[contains(@class, 'g-figure')]")
    return found


@pytest.mark.parametrize(
    ("address", "caption", "link"),
    [
        ("terms/alpha", "From x to beta, as in gamma.", "../gamma/"),
        ("embed/alpha", "From x to beta, as in gamma.", "../gamma/"),
        ("about", "See beta.", "../terms/beta/"),
    ],
)
def test_a_page_draws_the_figure_with_its_words(figured_site: Path, address: str, caption: str, link: str) -> None:
    found = figure(figured_site, address)
    (drawing,) = found.xpath("svg")
    assert drawing.get("role") == "img"
    assert drawing.get("aria-label") == ALT
    assert drawing.xpath("string(.//text)") == "alpha & beta"
    assert not drawing.xpath("style")
    assert " ".join(found.xpath("string(figcaption)").split()) == caption
    assert found.xpath("figcaption/a/@href") == [link]


def test_the_drawing_is_published_as_it_is_and_nothing_beside_it(figured_site: Path) -> None:
    published = figured_site / FIGURE.removeprefix("docs/")
    assert published.read_text(encoding="utf-8") == SVG
    assert {file.suffix for file in published.parent.iterdir()} == {".svg"}


def test_others_get_an_image_of_the_file(figured_site: Path) -> None:
    address = "https://glossary.example/assets/figures/steps.svg"
    terms = json.loads((figured_site / "terms.json").read_text(encoding="utf-8"))["terms"]
    (definition,) = (term["definition_html"] for term in terms if term["slug"] == "alpha")
    assert f'<img src="{address}" alt="A line' in definition
    for name in ("feed.xml", "moodle-glossary.xml"):
        assert address in (figured_site / name).read_text(encoding="utf-8")
    page = html.document_fromstring((figured_site / "terms/alpha/index.html").read_text(encoding="utf-8"))
    (data,) = page.xpath("//script[@type='application/ld+json']/text()")
    (term,) = (node for node in json.loads(data)["@graph"] if node["@type"] == "DefinedTerm")
    assert term["image"] == [address]


def test_the_search_knows_the_caption(figured_site: Path) -> None:
    passages = "".join(file.read_text(encoding="utf-8") for file in (figured_site / "search").rglob("*.js"))
    assert "From x to beta, as in gamma." in passages
    assert "A line that goes up" not in passages
