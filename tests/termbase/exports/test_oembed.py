"""The answer to a site that asks for a frame with an entry."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from lxml import html
from project import BASE, copy_base, glossary_of, replace_once
from termbase.exports import Publication, entry_files
from termbase.glossary import Glossary

HERE = Publication("Letters", "About letters", "https://glossary.example/g/")
HOSTILE = '"><script>alert(1)</script> & <i'


def answer(glossary: Glossary, slug: str = "alpha") -> dict[str, Any]:
    """Return the answer for an entry."""
    files = dict(entry_files(glossary, glossary.entries[slug], HERE))
    found: dict[str, Any] = json.loads(files[f"terms/{slug}/oembed.json"])
    return found


def test_an_answer_has_what_the_specification_asks_of_the_rich_type() -> None:
    found = answer(glossary_of(BASE))
    assert (found["version"], found["type"]) == ("1.0", "rich")
    assert (found["title"], found["provider_name"]) == ("Alpha", "Letters")
    assert found["provider_url"] == "https://glossary.example/g/"
    assert {type(found[key]) for key in ("width", "height", "cache_age")} == {int}


def test_the_frame_shows_the_page_for_frames_in_the_size_that_is_told() -> None:
    found = answer(glossary_of(BASE))
    frame = html.fragment_fromstring(found["html"])
    assert frame.tag == "iframe"
    assert dict(frame.attrib) == {
        "src": "https://glossary.example/g/embed/alpha/",
        "width": str(found["width"]),
        "height": str(found["height"]),
        "title": "Alpha",
        "frameborder": "0",
    }


def test_a_title_cannot_leave_the_frame(tmp_path: Path) -> None:
    project = copy_base(tmp_path)
    replace_once(project / "glossary" / "alpha.md", "# Alpha", f"# {HOSTILE}")
    found = answer(glossary_of(project))
    frame = html.fragment_fromstring(found["html"])
    assert frame.get("title") == found["title"] == HOSTILE
    assert sorted(frame.attrib) == ["frameborder", "height", "src", "title", "width"]
    assert len(frame) == 0


def test_without_an_address_there_is_no_answer() -> None:
    glossary = glossary_of(BASE)
    files = dict(entry_files(glossary, glossary.entries["alpha"], Publication("Letters")))
    assert "terms/alpha/oembed.json" not in files
