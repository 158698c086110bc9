"""The glossary as Moodle's import reads it."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.parsers import expat

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from project import BASE, ROOT, copy_base, glossary_of, replace_once
from termbase.exports import Publication, site_files
from termbase.exports.moodle import ADDRESS, _tag
from termbase.glossary import Glossary
from termbase.render import spoken

HERE = Publication("Letters & more", "About <letters>", "https://glossary.example/g/")


def xmlize(text: str) -> dict[str, Any]:
    """Read a file as ``core_xml_parser`` in Moodle's lib/xmlize.php does.

    An element becomes the list of its namesakes' contents: text, or the elements within. The parser is fed 4,096 bytes
    at a time; each piece of text that it finds counts by itself, and one of white space only is dropped.
    """
    root: dict[str, Any] = {}
    stack: list[tuple[dict[str, Any], list[str]]] = [(root, [])]

    def start(_name: str, _attributes: dict[str, str]) -> None:
        stack.append(({}, []))

    def end(name: str) -> None:
        inner, pieces = stack.pop()
        stack[-1][0].setdefault(name, []).append(inner or "".join(pieces))

    def piece(data: str) -> None:
        if data.strip():
            stack[-1][1].append(data)

    parser = expat.ParserCreate("UTF-8")
    parser.buffer_text = False
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, piece
    data = text.strip().encode()
    for position in range(0, len(data), 4096):
        parser.Parse(data[position : position + 4096])
    parser.Parse(b"", True)
    return root


def imported(glossary: Glossary) -> dict[str, Any]:
    """Return what Moodle's import finds under ``INFO``."""
    found: dict[str, Any] = xmlize(str(dict(site_files(glossary, HERE))[ADDRESS]))["GLOSSARY"][0]["INFO"][0]
    return found


def entries(glossary: Glossary) -> dict[str, dict[str, Any]]:
    """Return the imported entries by their concepts."""
    return {entry["CONCEPT"][0]: entry for entry in imported(glossary)["ENTRIES"][0]["ENTRY"]}


def names(entry: dict[str, Any], group: str, one: str) -> list[str]:
    """Return the names of the aliases or categories of an imported entry."""
    return [item["NAME"][0] for outer in entry.get(group, []) for item in outer[one]]


def test_every_entry_arrives_with_its_other_names_and_topics() -> None:
    glossary = glossary_of(ROOT)
    found = entries(glossary)
    assert len(found) == len(glossary.entries)
    for entry in glossary.entries.values():
        arrived = found[spoken(entry.title)]
        assert names(arrived, "ALIASES", "ALIAS") == [spoken(alias) for alias in entry.aliases]
        topics = [spoken(glossary.topics[topic.text].title) for topic in entry.topics]
        assert names(arrived, "CATEGORIES", "CATEGORY") == topics


def test_a_definition_starts_with_the_plain_line_and_ends_with_the_way_back() -> None:
    definition = entries(glossary_of(BASE))["Alpha"]["DEFINITION"][0]
    whole = html.fragment_fromstring(definition, create_parent=True)
    first, last = whole[0], whole[-1]
    assert first.text_content() == "The first letter, said in everyday words."
    assert last.text_content() == "Alpha, Letters & more (CC BY 4.0)"
    assert last.xpath("a/@href") == ["https://glossary.example/g/terms/alpha/"]


def test_every_link_is_absolute() -> None:
    for entry in entries(glossary_of(ROOT)).values():
        for target in html.fragment_fromstring(entry["DEFINITION"][0], create_parent=True).xpath("//@href | //@src"):
            assert str(target).startswith("https://")


def test_the_settings_are_those_that_the_import_reads() -> None:
    info = imported(glossary_of(BASE))
    assert info["NAME"] == ["Letters & more"]
    assert info["INTRO"] == ["<p>About &lt;letters&gt;</p>"]
    flags = ("ALLOWDUPLICATEDENTRIES", "SHOWSPECIAL", "SHOWALPHABET", "SHOWALL", "ALLOWCOMMENTS", "USEDYNALINK")
    assert [info[flag][0] for flag in (*flags, "DEFAULTAPPROVAL", "GLOBALGLOSSARY")] == list("01110110")
    alpha = entries(glossary_of(BASE))["Alpha"]
    assert [alpha[flag][0] for flag in ("FORMAT", "USEDYNALINK", "CASESENSITIVE", "FULLMATCH")] == list("1101")


def test_formulas_stay_tex(tmp_path: Path) -> None:
    project = copy_base(tmp_path)
    line = "The **alpha** is a letter"
    replace_once(project / "glossary" / "alpha.md", line, f"{line} with $a<b$ and\n\n$$x \\in \\{{1\\}}$$\n\nand so on")
    definition = entries(glossary_of(project))["Alpha"]["DEFINITION"][0]
    assert r"with \(a&lt;b\) and" in definition
    assert r"<p>\[x \in \{1\}\]</p>" in definition
    assert "<math" not in definition


def test_spaces_between_tags_and_lines_of_code_survive_the_import(tmp_path: Path) -> None:
    project = copy_base(tmp_path)
    line = "The **alpha** is a letter"
    text = f"**one** *two*\nthree\n\n```\nif x:\n    y\n```\n\n{line}"
    replace_once(project / "glossary" / "alpha.md", line, text)
    definition = entries(glossary_of(project))["Alpha"]["DEFINITION"][0]
    assert "<strong>one</strong> <em>two</em> three" in definition
    assert "if x:<br>    y" in definition


@pytest.mark.parametrize("hostile", ["a]]>b", "<script>alert(1)</script> & <b> x", "</CONCEPT>", "&lt;"])
def test_a_name_arrives_as_it_is(tmp_path: Path, hostile: str) -> None:
    project = copy_base(tmp_path)
    replace_once(project / "glossary" / "beta.md", "# Beta", f"# `{hostile}`")
    arrived = entries(glossary_of(project))
    assert hostile in arrived
    assert "<script>" not in arrived[hostile]["DEFINITION"][0]


@given(st.text(st.characters(blacklist_categories=["Cs"]), min_size=1))
def test_any_text_makes_a_file_that_can_be_read(text: str) -> None:
    (found,) = xmlize(_tag("NAME", text))["NAME"]
    assert found.split() == "".join(c if _in_xml(c) else "\ufffd" for c in text).split()


def _in_xml(character: str) -> bool:
    return character in "\t\n\r" or (character >= " " and character not in "\ufffe\uffff")


def test_without_an_address_there_is_no_file() -> None:
    assert ADDRESS not in dict(site_files(glossary_of(BASE), Publication("Letters")))
