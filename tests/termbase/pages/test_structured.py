"""What pages say of themselves to machines, held to the vocabulary of schema.org."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from project import BASE, ROOT, copy_base, glossary_of, replace_once
from publishing import PUBLISHED
from termbase.exports import Publication
from termbase.glossary import Glossary
from termbase.pages import site
from termbase.pages.structured import handwritten
from vocabulary import Node, everything, faults

GLOSSARY = glossary_of(BASE)
TEMPLATES = ROOT / "hooks" / "templates" / "pages"
BASE_URL = PUBLISHED.base_url
ALPHA = f"{BASE_URL}terms/alpha/"
PAGES = [
    "index.md",
    "terms/index.md",
    "topics/index.md",
    "courses/index.md",
    "review/index.md",
    "topics/greek.md",
    "courses/letters.md",
    "terms/alpha.md",
    "terms/gamma.md",
]


def script(uri: str, glossary: Glossary = GLOSSARY, publication: Publication = PUBLISHED) -> str:
    """Return the script element of a page."""
    made = site(glossary, TEMPLATES, publication)
    return made.made(made.pages[uri]).structured


def graph(element: str) -> list[Node]:
    """Return the nodes in a script element."""
    start, end = '<script type="application/ld+json">', "</script>"
    assert element.startswith(start)
    assert element.endswith(end)
    data = json.loads(element.removeprefix(start).removesuffix(end))
    assert data["@context"] == "https://schema.org"
    return data["@graph"]  # type: ignore[no-any-return]


def the(kind: str, nodes: list[Node], **having: Any) -> Node:
    """Return the one node of a type, not a nested one, with some properties."""
    (found,) = [n for n in nodes if n["@type"] == kind and all(n.get(name) == held for name, held in having.items())]
    return found


@pytest.mark.parametrize("uri", PAGES)
def test_types_properties_and_ranges_are_those_of_schema_org(uri: str) -> None:
    assert faults(graph(script(uri))) == []


@pytest.mark.parametrize(
    ("node", "fault"),
    [
        ({"@type": "Quizz"}, "there is no type Quizz"),
        ({"@type": "Quiz", "question": "?"}, "Quiz has no question"),
        ({"@type": "Quiz", "hasPart": {"@type": "DefinedTerm"}}, "Quiz.hasPart may not be {'@type': 'DefinedTerm'}"),
        ({"@type": "Quiz", "dateModified": "today"}, "Quiz.dateModified may not be 'today'"),
    ],
)
def test_faults_are_found(node: Node, fault: str) -> None:
    assert faults([node]) == [fault]


@pytest.mark.parametrize("uri", PAGES)
def test_every_reference_leads_to_something_with_a_type_or_a_page(uri: str) -> None:
    nodes = graph(script(uri))
    pages = {BASE_URL + page.url for page in site(GLOSSARY, TEMPLATES, PUBLISHED).pages.values()}
    typed = {node["@id"] for node in everything(nodes) if "@id" in node and "@type" in node}
    bare = {node["@id"] for node in everything(nodes) if "@id" in node and "@type" not in node}
    assert bare <= typed | pages


def test_a_term_is_defined_in_the_set() -> None:
    assert the("DefinedTerm", graph(script("terms/alpha.md"))) == {
        "@type": "DefinedTerm",
        "@id": ALPHA,
        "name": "Alpha",
        "alternateName": ["first letter"],
        "description": "The first letter, said in everyday words.",
        "url": ALPHA,
        "termCode": "alpha",
        "inDefinedTermSet": {"@type": "DefinedTermSet", "@id": f"{BASE_URL}terms/", "name": PUBLISHED.name},
    }
    listed = the("DefinedTermSet", graph(script("terms/index.md")))
    assert listed["@id"] == f"{BASE_URL}terms/"
    assert {"@type": "DefinedTerm", "@id": ALPHA, "name": "Alpha"} in listed["hasDefinedTerm"]
    assert [file["contentUrl"] for file in listed["encoding"]] == [f"{BASE_URL}terms.json", f"{BASE_URL}terms.csv"]


def test_the_page_of_a_term_teaches_it() -> None:
    resource = the("LearningResource", graph(script("terms/alpha.md")))
    assert resource["teaches"] == {"@id": ALPHA}
    assert resource["educationalLevel"] == "Beginner"
    assert resource["dateModified"] == "2026-11-21"
    assert resource["license"] == "https://creativecommons.org/licenses/by/4.0/"
    course = {"@type": "Course", "@id": f"{BASE_URL}courses/letters/", "name": "Letters"}
    assert course in resource["isPartOf"]
    assert resource["citation"][0] == {
        "@type": "CreativeWork",
        "name": "A Book of Letters",
        "creditText": "Writer",
        "url": "https://example.org/letters",
    }


def test_what_a_term_needs_is_named(tmp_path: Path) -> None:
    project = copy_base(tmp_path)
    replace_once(project / "glossary" / "alpha.md", "related: [beta]", "prerequisites: [beta]")
    resource = the("LearningResource", graph(script("terms/alpha.md", glossary_of(project))))
    beta = {"@type": "DefinedTerm", "@id": f"{BASE_URL}terms/beta/", "name": "Beta"}
    assert resource["competencyRequired"] == [beta]


def test_quiz_questions_have_the_form_of_practice_problems() -> None:
    quiz = the("Quiz", graph(script("terms/alpha.md")), name="Quiz: Alpha")
    assert (quiz["@id"], quiz["about"]["@id"], quiz["educationalLevel"]) == (f"{ALPHA}#quiz", ALPHA, "Beginner")
    assert quiz["hasPart"] == [
        {
            "@type": "Question",
            "@id": f"{ALPHA}#place",
            "text": "Which place has alpha in the alphabet?",
            "eduQuestionType": "Multiple choice",
            "learningResourceType": "Practice problem",
            "acceptedAnswer": [
                {
                    "@type": "Answer",
                    "position": 1,
                    "text": "Place 1",
                    "comment": {"@type": "Comment", "text": "Yes, by custom."},
                    "answerExplanation": {"@type": "Comment", "text": "Count from the start."},
                }
            ],
            "suggestedAnswer": [
                {
                    "@type": "Answer",
                    "position": 0,
                    "text": "Place 7",
                    "comment": {"@type": "Comment", "text": "That is eta."},
                }
            ],
        }
    ]


def test_flashcards_have_the_form_of_education_questions() -> None:
    cards = the("Quiz", graph(script("terms/alpha.md")), name="Flashcards: Alpha")
    assert cards["educationalAlignment"] == [
        {"@type": "AlignmentObject", "alignmentType": "educationalSubject", "targetName": "Greek letters"}
    ]
    assert cards["hasPart"][0] == {
        "@type": "Question",
        "@id": f"{ALPHA}#card-place",
        "text": "Which place has alpha?",
        "eduQuestionType": "Flashcard",
        "acceptedAnswer": {"@type": "Answer", "text": "Place 1."},
    }


def test_a_course_has_its_units_as_syllabus() -> None:
    course = the("Course", graph(script("courses/letters.md")))
    assert [(unit["name"], unit["url"]) for unit in course["syllabusSections"]] == [
        ("First steps", f"{BASE_URL}courses/letters/#first-steps"),
        ("Next steps", f"{BASE_URL}courses/letters/#next-steps"),
    ]
    assert [term["name"] for term in course["syllabusSections"][0]["teaches"]] == ["Alpha", "Beta"]


def test_a_topic_lists_its_terms() -> None:
    page = the("CollectionPage", graph(script("topics/greek.md")))
    items = page["mainEntity"]["itemListElement"]
    assert [(item["position"], item["name"]) for item in items] == [(1, "Alpha"), (2, "Beta"), (3, "Gamma")]


def test_the_first_page_is_the_site_and_can_be_searched() -> None:
    website = the("WebSite", graph(script("index.md")))
    assert (website["@id"], website["name"]) == (BASE_URL, PUBLISHED.name)
    assert website["potentialAction"]["target"]["urlTemplate"] == f"{BASE_URL}?q={{query}}"


@pytest.mark.parametrize(
    ("uri", "names"),
    [
        ("terms/index.md", ["Terms A–Z"]),
        ("topics/greek.md", ["Topics", "Greek letters"]),
        ("courses/letters.md", ["Courses", "Letters"]),
        ("terms/alpha.md", ["Terms A–Z", "Greek letters", "Alpha"]),
    ],
)
def test_breadcrumbs_lead_from_the_first_page_to_this_one(uri: str, names: list[str]) -> None:
    items = the("BreadcrumbList", graph(script(uri)))["itemListElement"]
    assert [item["name"] for item in items] == [PUBLISHED.name, *names]
    assert [item["position"] for item in items] == list(range(1, len(items) + 1))
    assert items[0]["item"] == {"@id": BASE_URL}


def test_a_page_that_the_engine_renders_is_a_web_page() -> None:
    nodes = graph(handwritten(PUBLISHED, "About </script>", "about/", "What this is."))
    assert faults(nodes) == []
    assert the("WebPage", nodes)["url"] == f"{BASE_URL}about/"


def test_no_text_closes_the_script(tmp_path: Path) -> None:
    project = copy_base(tmp_path)
    evil = "`</script><script>alert(1)</script>` <!-- & -->"
    replace_once(project / "glossary" / "alpha.md", "#### Which place has alpha?", f"#### Which place? {evil}")
    element = script("terms/alpha.md", glossary_of(project))
    assert element.count("<") == 2
    cards = the("Quiz", graph(element), name="Flashcards: Alpha")
    assert cards["hasPart"][0]["text"] == "Which place? </script><script>alert(1)</script>"


def test_a_site_without_an_address_says_nothing() -> None:
    assert script("terms/alpha.md", publication=Publication("Letters")) == ""
    assert handwritten(Publication("Letters"), "About", "about/", "") == ""
