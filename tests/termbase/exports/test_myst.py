from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import html
from myst_tree import Node, nodes, words
from named import named
from project import BASE, ROOT, copy_base, glossary_of, replace_once
from termbase.exports import Publication
from termbase.exports.myst import entry_files, files
from termbase.exports.naming import identifiers
from termbase.glossary import Glossary

REAL = glossary_of(ROOT)
PUBLICATION = Publication("Study glossary")


def rows_of(glossary: Glossary) -> list[Node]:
    """Return the rows of ``myst.xref.json``."""
    rows: list[Node] = json.loads(dict(files(glossary, PUBLICATION))["myst.xref.json"])["references"]
    return rows


def data_of(glossary: Glossary, slug: str, publication: Publication = PUBLICATION) -> Node:
    """Return the data file of an entry."""
    ((address, content),) = entry_files(glossary, glossary.entries[slug], publication)
    assert address == f"terms/{slug}/term.myst.json"
    data: Node = json.loads(content)
    return data


def looked_up(rows: list[Node], identifier: str, page: str = "") -> Node | None:
    """Return the row that mystmd 1.8.3 takes for ``xref:glossary{page}#{identifier}``."""
    for row in rows:
        if row["url"] != page if page else row.get("implicit"):
            continue
        if identifier in (row.get("identifier"), row.get("html_id")):
            return row
    return None


def test_every_identifier_leads_to_its_own_row_and_page() -> None:
    rows = rows_of(REAL)
    for identifier, slug in identifiers(REAL).items():
        assert looked_up(rows, identifier) == {
            "identifier": identifier,
            "html_id": slug,
            "kind": "definitionTerm",
            "data": f"/terms/{slug}/term.myst.json",
            "url": f"/terms/{slug}/",
        }


def test_a_section_is_found_with_its_page_only() -> None:
    rows = rows_of(glossary_of(BASE))
    assert looked_up(rows, "quiz") is None
    assert looked_up(rows, "quiz", "/terms/alpha/") == {
        "identifier": "quiz",
        "kind": "heading",
        "data": "/terms/alpha/term.myst.json",
        "url": "/terms/alpha/",
        "implicit": True,
    }


def test_a_name_of_two_entries_is_not_listed() -> None:
    rows = rows_of(named({"error": ["Mean squared error", "MSE"], "study": ["Multiple systems estimation", "MSE"]}))
    assert looked_up(rows, "mse") is None
    assert looked_up(rows, "error") is not None


def test_the_home_page_has_the_name_of_the_site() -> None:
    made = dict(files(glossary_of(BASE), PUBLICATION))
    assert rows_of(glossary_of(BASE))[0] == {"kind": "page", "data": "/index.myst.json", "url": "/"}
    assert json.loads(str(made["index.myst.json"]))["frontmatter"] == {"title": "Study glossary"}


@pytest.mark.parametrize("slug", list(REAL.entries))
def test_the_data_of_an_entry_holds_all_that_is_listed_of_it(slug: str) -> None:
    held = {(node["identifier"], node["type"]) for node in nodes(data_of(REAL, slug)["mdast"]) if "identifier" in node}
    listed = [row for row in rows_of(REAL) if row["url"] == f"/terms/{slug}/" and "identifier" in row]
    assert {(row["identifier"], row["kind"]) for row in listed} <= held


def test_a_term_is_a_definition_with_its_names_its_plain_line_and_its_source() -> None:
    data = data_of(glossary_of(BASE), "beta")
    assert (data["frontmatter"], data["location"]) == ({"title": "Beta"}, "/terms/beta/")
    (definitions,) = (node for node in nodes(data["mdast"]) if node["type"] == "definitionList")
    *names, description = definitions["children"]
    assert [(node["identifier"], node["html_id"], words(node)) for node in names] == [
        ("beta", "beta", "Beta"),
        ("second-letter", "beta", "second letter"),
        ("small-beta", "beta", "small beta"),
    ]
    assert [words(paragraph) for paragraph in description["children"]] == [
        "The second letter, said in everyday words.",
        "The beta is a letter that stands before gamma in the alphabet.",
        "Source: Study glossary",
    ]
    (source,) = (node for node in nodes(description) if node["type"] == "crossReference")
    assert (source["url"], source["html_id"]) == ("/terms/beta/", "beta")


def test_a_site_without_a_name_is_shown_by_the_title() -> None:
    assert "Source: Beta" in words(data_of(glossary_of(BASE), "beta", Publication())["mdast"])


def test_what_is_missing_in_an_entry_that_is_being_mended_is_left_out(tmp_path: Path) -> None:
    root = copy_base(tmp_path)
    replace_once(root / "glossary" / "beta.md", "# Beta\n", "")
    data = data_of(glossary_of(root), "beta")
    assert data["frontmatter"] == {"title": "beta"}
    assert all(node["value"] for node in nodes(data["mdast"]) if node["type"] == "text")


def test_a_title_that_gives_no_identifier_has_that_of_the_slug_only() -> None:
    data = data_of(named({"alpha-sign": ["α"]}), "alpha-sign")
    terms = [node for node in nodes(data["mdast"]) if node["type"] == "definitionTerm"]
    assert [(node["identifier"], words(node)) for node in terms] == [("alpha-sign", "α")]


def test_every_address_exists_on_the_site(real_site: Path) -> None:
    rows = json.loads((real_site / "myst.xref.json").read_text(encoding="utf-8"))["references"]
    assert rows == rows_of(REAL)
    for row in rows:
        assert (real_site / row["data"].removeprefix("/")).is_file()
    for page in {row["url"] for row in rows}:
        document = html.document_fromstring((real_site / page[1:] / "index.html").read_text(encoding="utf-8"))
        anchors = {row.get("html_id", row.get("identifier")) for row in rows if row["url"] == page} - {None}
        assert anchors <= set(map(str, document.xpath("//@id"))), page
