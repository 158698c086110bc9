from __future__ import annotations

import zlib
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from mkdocstrings import Inventory
from named import named
from project import BASE, ROOT, copy_base, glossary_of, replace_once
from sphinx.util.inventory import InventoryFile
from termbase.exports import Publication
from termbase.exports.inventory import Line, files, lines, packed
from termbase.glossary import Glossary

REAL = glossary_of(ROOT)
SITE = "https://glossary.example/"
# What Python and the format take for the end of a line, and what the format separates by.
STRANGE = "\n\r\v\f\x1c\x85\u2028\u3000\xa0\t"


def packed_of(glossary: Glossary) -> bytes:
    """Return the bytes of the inventory of a glossary."""
    ((address, content),) = files(glossary, Publication("Study glossary"))
    assert address == "objects.inv"
    return content


def as_sphinx_reads(content: bytes) -> set[Line]:
    """Return the lines that Sphinx finds in an inventory, their addresses on ``SITE``."""
    return {
        Line(role, name, item.uri, item.display_name)
        for role, items in InventoryFile.loads(content, uri=SITE).data.items()
        for name, item in items.items()
    }


def found_in(glossary: Glossary, role: str) -> dict[str, tuple[str, str]]:
    """Return the address and the text of each name of a role."""
    return {line.name: (line.address, line.text) for line in lines(glossary) if line.role == role}


def test_the_header_names_the_project_and_no_version() -> None:
    header, _, body = packed("Study\n  glossary", [Line("std:doc", "terms", "terms/", "Terms")]).partition(b"zlib.\n")
    assert header.decode().split("\n") == [
        "# Sphinx inventory version 2",
        "# Project: Study glossary",
        "# Version: ",
        "# The remainder of this file is compressed using ",
    ]
    assert zlib.decompress(body) == b"terms std:doc -1 terms/ Terms\n"


def test_a_label_leads_to_the_entry_and_shows_its_title() -> None:
    labels = found_in(glossary_of(BASE), "std:label")
    assert labels["alpha"] == labels["first-letter"] == ("terms/alpha/", "Alpha")
    assert labels["small-beta"] == ("terms/beta/", "Beta")


def test_a_label_with_a_full_stop_leads_to_a_section_or_a_study_item() -> None:
    labels = found_in(glossary_of(BASE), "std:label")
    alpha = {name.removeprefix("alpha."): text for name, (_, text) in labels.items() if name.startswith("alpha.")}
    assert labels["alpha.quiz"] == ("terms/alpha/#quiz", "Alpha: quiz")
    assert (
        alpha.items()
        >= {
            "definition": "Alpha: definition",
            "formula": "Alpha: formula",
            "not-to-be-confused-with": "Alpha: not to be confused with",
            "common-mistake": "Alpha: common mistake",
            "related-terms": "Alpha: related terms",
            "recall-and-review": "Alpha: recall and review",
            "in-your-own-words": "Alpha: in your own words",
            "sources": "Alpha: sources",
        }.items()
    )
    assert set(alpha.values()) >= {
        "Alpha: review question",
        "Alpha: flashcard",
        "Alpha: quiz question",
        "Alpha: own words",
    }
    assert "mentioned-in" not in alpha


def test_a_section_that_the_page_does_not_have_has_no_label() -> None:
    assert found_in(named({"alone": ["Alone"]}), "std:label").keys() == {"alone", "alone.definition"}


def test_terms_show_what_the_author_wrote() -> None:
    terms = found_in(glossary_of(BASE), "std:term")
    assert terms["Alpha"] == terms["alpha"] == terms["first letter"] == ("terms/alpha/", "-")


def test_every_page_is_a_document() -> None:
    documents = found_in(glossary_of(BASE), "std:doc")
    assert documents == {
        "index": ("./", "Letters, one at a time"),
        "about": ("about/", "About"),
        "courses": ("courses/", "Courses"),
        "courses/letters": ("courses/letters/", "Letters"),
        "map": ("map/", "Map"),
        "review": ("review/", "Review"),
        "terms": ("terms/", "Terms A–Z"),
        "terms/alpha": ("terms/alpha/", "Alpha"),
        "terms/beta": ("terms/beta/", "Beta"),
        "terms/gamma": ("terms/gamma/", "Gamma"),
        "topics": ("topics/", "Topics"),
        "topics/greek": ("topics/greek/", "Greek letters"),
    }


def test_a_name_that_a_line_cannot_hold_is_left_out_and_its_label_stays() -> None:
    glossary = named({"norm": ["Norm of order 2", "norm: two", "Llama 2"]})
    assert found_in(glossary, "std:term").keys() == {"norm: two", "Norm: two", "Llama 2", "llama 2"}
    assert found_in(glossary, "std:label").keys() >= {"norm", "norm-of-order-2", "norm-two", "llama-2"}


def test_the_file_of_an_entry_with_an_odd_name_has_an_address_without_spaces(tmp_path: Path) -> None:
    root = copy_base(tmp_path)
    (root / "glossary" / "alpha.md").rename(root / "glossary" / "Ünder $core.md")
    assert found_in(glossary_of(root), "std:term")["alpha"] == ("terms/%C3%9Cnder%20%24core/", "-")


def test_an_entry_without_a_title_is_shown_by_its_slug(tmp_path: Path) -> None:
    root = copy_base(tmp_path)
    replace_once(root / "glossary" / "alpha.md", "# Alpha\n", "")
    assert found_in(glossary_of(root), "std:label")["alpha"] == ("terms/alpha/", "alpha")


def test_sphinx_reads_every_line_as_it_was_meant() -> None:
    assert as_sphinx_reads(packed_of(REAL)) == {line._replace(address=f"{SITE}{line.address}") for line in lines(REAL)}


def test_mkdocstrings_reads_every_name() -> None:
    read = Inventory.parse_sphinx(BytesIO(packed_of(REAL)), domain_filter=["std"])
    addresses = {line.name: line.address for line in lines(REAL)}
    assert {name: item.uri for name, item in read.items()} == addresses


NAMES = st.text(st.characters(codec="utf-8"), max_size=12)
WORDS = st.lists(st.sampled_from(["2", "-1", "std:term", "a", "A$", "$", *STRANGE]), max_size=5).map(" ".join)


@given(st.dictionaries(st.sampled_from(["a", "b", "1-c"]), st.lists(NAMES | WORDS, min_size=1, max_size=3)))
def test_whatever_a_name_holds_its_lines_read_back(names: dict[str, list[str]]) -> None:
    glossary = named(names)
    meant = list(lines(glossary))
    assert len({(line.role, line.name) for line in meant}) == len(meant)
    read = as_sphinx_reads(packed_of(glossary))
    assert read == {line._replace(address=f"{SITE}{line.address}") for line in meant}
    # Sphinx looks names up in any case where it does not find the one that was written.
    anyhow = {(line.role, line.name.lower()): (line.address, line.text) for line in meant}
    assert all(anyhow[line.role, line.name.lower()] == (line.address, line.text) for line in meant)


def test_the_bytes_are_the_same_every_time() -> None:
    assert packed_of(glossary_of(ROOT)) == packed_of(REAL)


@pytest.mark.parametrize("role", ["std:doc", "std:label", "std:term"])
def test_every_address_exists_on_the_site(real_site: Path, role: str) -> None:
    ids: dict[str, set[str]] = {}
    for name, (address, _) in found_in(REAL, role).items():
        page, _, anchor = address.partition("#")
        if page not in ids:
            file = real_site / unquote(page) / "index.html"
            ids[page] = set(map(str, html.document_fromstring(file.read_text(encoding="utf-8")).xpath("//@id")))
        assert not anchor or anchor in ids[page], name


def test_the_text_of_a_page_is_its_heading(real_site: Path) -> None:
    for name, (address, text) in found_in(REAL, "std:doc").items():
        document = html.document_fromstring((real_site / address / "index.html").read_text(encoding="utf-8"))
        assert " ".join(document.xpath("//h1")[0].text_content().split()) == text, name
