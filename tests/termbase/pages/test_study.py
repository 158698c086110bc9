"""The data from which the study tools work."""

from __future__ import annotations

import json
import re
from pathlib import Path

from project import BASE, ROOT, copy_base, glossary_of, replace_once
from termbase.model import Card, Prompt, QuizQuestion
from termbase.pages import site
from termbase.pages.study import index, index_script, items_file

SMALL = glossary_of(BASE)
REAL = glossary_of(ROOT)
TEMPLATES = ROOT / "hooks" / "templates" / "pages"


def items_of(slug: str) -> dict[str, str]:
    """Return what the items script of an entry sets."""
    made = site(SMALL, TEMPLATES)
    files = made.made(made.pages[f"terms/{slug}.md"]).files
    assert items_file(slug) in files
    script = str(files[items_file(slug)])
    found = re.fullmatch(r'\(globalThis\.studyItems\?\?=\{\}\)\["([a-z-]+)"\]=(.*);\n', script)
    assert found
    assert found[1] == slug
    items: dict[str, str] = json.loads(found[2])
    return items


def test_the_index_names_the_items_of_a_term_by_kind_and_level() -> None:
    assert index(SMALL)["terms"]["alpha"] == {
        "title": "Alpha",
        "cards": ["card-place", "", "card-why"],
        "quiz": "place",
        "own": "tell",
        "near": "gamma beta",
    }


def test_the_index_names_the_terms_of_courses_units_and_topics() -> None:
    assert index(SMALL)["courses"] == ["letters"]
    assert index(SMALL)["decks"] == {
        "courses/letters": {"title": "Letters", "terms": "alpha beta gamma"},
        "courses/letters/first-steps": {"title": "First steps", "terms": "alpha beta"},
        "courses/letters/next-steps": {"title": "Next steps", "terms": "gamma"},
        "topics/greek": {"title": "Greek letters", "terms": "alpha beta gamma"},
    }


def test_every_study_item_of_the_glossary_is_in_the_index() -> None:
    terms = index(REAL)["terms"]
    for slug, entry in REAL.entries.items():
        found = terms[slug]
        named = " ".join([*found["cards"], found["quiz"], found["own"]]).split()
        assert sorted(named) == sorted(
            item.id.text for item in entry.items if isinstance(item, Card | QuizQuestion | Prompt)
        )


def test_the_index_is_one_script_that_sets_one_value() -> None:
    text = index_script(SMALL)
    assert json.loads(text.removeprefix("globalThis.studyIndex=").removesuffix(";\n")) == index(SMALL)


def test_items_hold_no_ids_of_their_own() -> None:
    items = items_of("alpha")
    assert sorted(items) == ["card-place", "card-why", "place", "tell"]
    assert not [html for html in items.values() if re.search(r"\sid=", html)]


def test_an_item_names_its_key_and_its_tool() -> None:
    items = items_of("alpha")
    assert items["card-why"].strip().startswith('<g-card key="alpha/card-why" level="advanced">')
    assert items["place"].strip().startswith('<g-quiz key="alpha/place" fixed>')
    assert items["tell"].strip().startswith('<g-own key="alpha/tell">')


def test_numeric_options_are_sorted_with_their_reasons() -> None:
    place = items_of("alpha")["place"]
    assert place.index("Place 1<") < place.index("Place 7<")
    assert place.index("Yes, by custom.") < place.index("That is eta.")
    assert re.search(r"<li data-right>\s*<b>Right\.</b>", place)


def test_progress_survives_rewording_because_ids_stay(tmp_path: Path) -> None:
    project = copy_base(tmp_path)
    replace_once(project / "glossary" / "alpha.md", "#### Why place 1?", "#### Who gave it place 1, and why?")
    assert index(glossary_of(project)) == index(SMALL)


def test_an_item_whose_name_no_progress_can_be_kept_under_has_no_key(tmp_path: Path) -> None:
    project = copy_base(tmp_path)
    replace_once(project / "glossary" / "alpha.md", "<!-- id: place -->", "<!-- id: Not An Id -->")
    made = site(glossary_of(project), TEMPLATES)
    html = made.made(made.pages["terms/alpha.md"]).html
    assert '<g-quiz key="" fixed>' in html
    assert 'name="line-' in html
