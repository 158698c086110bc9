"""What the head of a page tells machines, and the data files beside the pages."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import atoma
import pytest
from engine import built, configure
from jsonschema import Draft202012Validator
from lxml import html
from project import ROOT, copy_base, glossary_of, replace_once
from termbase.exports.feed import NEWEST
from vocabulary import everything, faults, graph_of

GLOSSARY = glossary_of(ROOT)
SITE = "https://glossary.example/"
EXPORTS = ("terms.json", "terms.csv", "feed.xml", "llms.txt")


def head(site: Path, address: str) -> html.HtmlElement:
    """Return the head of the page at ``address``."""
    found: html.HtmlElement
    (found,) = html.document_fromstring((site / address / "index.html").read_text(encoding="utf-8")).xpath("//head")
    return found


def pages_of(site: Path) -> list[Path]:
    """Return the pages of a site, without those for frames and those that only lead on."""
    found = sorted(site.rglob("index.html"))
    return [page for page in found if '<meta name="generator"' in page.read_text(encoding="utf-8")]


def links(element: html.HtmlElement, relation: str) -> list[tuple[str, str]]:
    """Return the media type and the address of each link of a relation."""
    found = element.xpath(f"link[@rel='{relation}']")
    return [(str(link.get("type", "")), str(link.get("href"))) for link in found]


def properties(element: html.HtmlElement) -> dict[str, str]:
    """Return the Open Graph properties of a page."""
    return {str(meta.get("property")): str(meta.get("content")) for meta in element.xpath("meta[@property]")}


def sitemap(site: Path) -> list[str]:
    """Return the addresses in the sitemap."""
    root = ET.parse(site / "sitemap.xml").getroot()  # noqa: S314 - our own file
    return [str(loc.text) for loc in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]


def test_structured_data_of_every_page_follows_schema_org(real_site: Path) -> None:
    pages = pages_of(real_site)
    graphs = {page: graph_of(page) for page in pages}
    assert {page: found for page, nodes in graphs.items() if (found := faults(nodes))} == {}
    ids = [node["@id"] for nodes in graphs.values() for node in nodes if node["@type"] == "DefinedTerm"]
    assert sorted(ids) == sorted(f"{SITE}terms/{slug}/" for slug in GLOSSARY.entries)


def test_structured_data_holds_words_only(real_site: Path) -> None:
    for page in pages_of(real_site):
        for node in everything(graph_of(page)):
            for value in node.values():
                # A dollar before a number is money; one that opens or closes a formula is not.
                assert not (isinstance(value, str) and re.search(r"<!--|\\|\$(?!\d)", value)), page


def test_a_term_page_is_to_be_cited_by_its_permalink(real_site: Path) -> None:
    found = head(real_site, "terms/softmax")
    assert links(found, "canonical") == links(found, "cite-as") == [("", f"{SITE}terms/softmax/")]
    assert links(found, "license") == [("", "https://creativecommons.org/licenses/by/4.0/")]
    assert properties(found) == {
        "og:type": "article",
        "og:title": "Softmax",
        "og:description": GLOSSARY.entries["softmax"].plain.text,
        "og:url": f"{SITE}terms/softmax/",
        "og:site_name": "Study glossary",
        "og:locale": "en_US",
        "article:modified_time": GLOSSARY.entries["softmax"].reviewed,
    }


@pytest.mark.parametrize("address", ["", "terms", "how-to-study", "topics/training"])
def test_other_pages_are_no_articles_and_are_not_cited(real_site: Path, address: str) -> None:
    found = head(real_site, address)
    assert links(found, "cite-as") == []
    assert properties(found)["og:type"] == "website"
    assert properties(found)["og:url"] == links(found, "canonical")[0][1]
    assert "article:modified_time" not in properties(found)


def test_every_page_leads_to_the_feed(real_site: Path) -> None:
    for page in pages_of(real_site):
        found = head(real_site, str(page.parent.relative_to(real_site)))
        (address,) = [href for kind, href in links(found, "alternate") if kind == "application/atom+xml"]
        assert (page.parent / address).resolve() == (real_site / "feed.xml").resolve()


def test_the_list_of_terms_leads_to_the_data(real_site: Path) -> None:
    assert links(head(real_site, "terms"), "alternate")[:2] == [
        ("application/json", f"{SITE}terms.json"),
        ("text/csv", f"{SITE}terms.csv"),
    ]


def test_the_data_follows_the_published_schema(real_site: Path) -> None:
    data = json.loads((real_site / "terms.json").read_text(encoding="utf-8"))
    assert data["$schema"].startswith(SITE)
    schema = json.loads((real_site / data["$schema"].removeprefix(SITE)).read_text(encoding="utf-8"))
    assert schema["$id"] == data["$schema"]
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(data)
    assert [term["slug"] for term in data["terms"]] == list(GLOSSARY.entries)


def test_the_table_has_a_line_for_each_term(real_site: Path) -> None:
    with (real_site / "terms.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    assert [row["slug"] for row in rows] == list(GLOSSARY.entries)
    assert all(None not in row and None not in row.values() for row in rows)


def test_the_feed_can_be_read(real_site: Path) -> None:
    read = atoma.parse_atom_bytes((real_site / "feed.xml").read_bytes())
    given = [entry.id_ for entry in read.entries]
    assert len(set(given)) == len(given) == min(NEWEST, len(GLOSSARY.entries))
    assert set(given) <= {f"{SITE}terms/{slug}/" for slug in GLOSSARY.entries}


@pytest.mark.parametrize("name", EXPORTS)
def test_no_comment_and_no_tex_reaches_a_reader(real_site: Path, name: str) -> None:
    text = (real_site / name).read_text(encoding="utf-8")
    assert "<!--" not in text
    assert "&lt;!--" not in text
    assert "check:" not in text
    assert "$" not in text.replace('"$schema"', "")


@pytest.mark.parametrize("name", EXPORTS)
def test_every_address_of_the_site_in_a_data_file_exists(real_site: Path, name: str) -> None:
    text = (real_site / name).read_text(encoding="utf-8")
    found = {address.partition("#")[0] for address in addresses_in(text)}
    assert found
    missing = [address for address in found if not (real_site / address).exists()]
    assert missing == []


def addresses_in(text: str) -> set[str]:
    """Return what follows the site's address wherever it stands in a file."""
    ends = str.maketrans(dict.fromkeys('"\\<>),\r', "\n"))
    return {part.partition("\n")[0].partition(" ")[0] for part in text.translate(ends).split(SITE)[1:]}


def test_a_page_that_asks_not_to_be_found_is_not_in_the_sitemap(tmp_path: Path) -> None:
    project = copy_base(tmp_path)
    replace_once(project / "docs" / "about.md", "# About", "---\nrobots: noindex\n---\n# About")
    site = built(configure(project), tmp_path / "site")
    assert head(site, "about").xpath("meta[@name='robots']/@content") == ["noindex"]
    assert head(site, "terms/alpha").xpath("meta[@name='robots']") == []
    assert f"{SITE}about/" not in sitemap(site)
    assert f"{SITE}terms/alpha/" in sitemap(site)


def test_a_site_without_an_address_leaves_out_what_needs_one(tmp_path: Path) -> None:
    config = configure(copy_base(tmp_path))
    config.write_text(config.read_text(encoding="utf-8") + "site_url: ''\n", encoding="utf-8")
    site = built(config, tmp_path / "site")
    found = head(site, "terms/alpha")
    assert found.xpath("script[@type='application/ld+json']") == []
    assert properties(found) == {}
    assert links(found, "canonical") == links(found, "cite-as") == []
    assert links(found, "alternate") == [("application/json", "card.json")]
    assert not (site / "feed.xml").exists()
    data = json.loads((site / "terms.json").read_text(encoding="utf-8"))
    assert (site / data["$schema"]).exists()
    assert (site / data["terms"][0]["url"]).exists()
