"""The file for language models, read as https://llmstxt.org describes it."""

from __future__ import annotations

import re
from pathlib import Path

from markdown_it import MarkdownIt
from project import BASE, copy_base, glossary_of, replace_once
from publishing import PUBLISHED
from termbase.exports import Publication, llms
from termbase.glossary import Glossary

GLOSSARY = glossary_of(BASE)
ROOT = PUBLISHED.base_url
ITEM = re.compile(r"- \[((?:[^\\\]]|\\.)+)\]\(([^ )]+)\)(?:: (.+))?")

Link = tuple[str, str, str]


def parsed(glossary: Glossary, publication: Publication = PUBLISHED) -> tuple[str, dict[str, list[Link]]]:
    """Return the part before the first section, and the links of each section."""
    ((address, text),) = llms.files(glossary, publication)
    assert address == "llms.txt"
    head, *sections = text.split("\n## ")
    found = {}
    for section in sections:
        title, blank, *lines = section.rstrip("\n").split("\n")
        assert blank == ""
        found[title] = [match.groups(default="") for line in lines if (match := ITEM.fullmatch(line))]
        assert len(found[title]) == len(lines)
    return head, found  # type: ignore[return-value]


def test_it_starts_with_the_name_and_what_the_site_is() -> None:
    tokens = MarkdownIt().parse(parsed(GLOSSARY)[0])
    assert [token.type for token in tokens if token.level == 0 and token.nesting >= 0] == [
        "heading_open",
        "blockquote_open",
        "paragraph_open",
    ]
    assert [token.content for token in tokens if token.type == "inline"][:2] == [PUBLISHED.name, PUBLISHED.about]


def test_sections_list_courses_topics_terms_and_data() -> None:
    assert parsed(GLOSSARY)[1] == {
        "Courses": [("Letters", f"{ROOT}courses/letters/", "From the first to the third.")],
        "Topics": [("Greek letters", f"{ROOT}topics/greek/", "The letters of an old alphabet.")],
        "Terms: Greek letters": [
            ("Alpha", f"{ROOT}terms/alpha/", "The first letter, said in everyday words."),
            ("Beta", f"{ROOT}terms/beta/", "The second letter, said in everyday words."),
            ("Gamma", f"{ROOT}terms/gamma/", "The third letter, said in everyday words."),
        ],
        "Optional": [
            ("All terms as JSON", f"{ROOT}terms.json", "definitions, facts and relations"),
            ("All terms as CSV", f"{ROOT}terms.csv", "a line for each term, for spreadsheets"),
            ("Feed", f"{ROOT}feed.xml", "the entries that were written or checked last"),
        ],
    }


def test_a_term_without_a_topic_is_not_lost(tmp_path: Path) -> None:
    project = copy_base(tmp_path)
    replace_once(project / "glossary" / "alpha.md", "topics: [greek]", "topics: []")
    assert [link[0] for link in parsed(glossary_of(project))[1]["Terms: others"]] == ["Alpha"]


def test_brackets_in_a_name_do_not_end_the_link(tmp_path: Path) -> None:
    project = copy_base(tmp_path)
    replace_once(project / "glossary" / "alpha.md", "# Alpha", r"# Alpha \[first]")
    assert parsed(glossary_of(project))[1]["Terms: Greek letters"][0][0] == r"Alpha \[first\]"


def test_without_an_address_links_are_relative_and_no_feed_is_named() -> None:
    sections = parsed(GLOSSARY, Publication("Letters"))[1]
    assert [address for _, address, _ in sections["Optional"]] == ["terms.json", "terms.csv"]
    assert sections["Courses"][0][1] == "courses/letters/"
