"""What the built pages hold: everything that the files hold, in the right place, safely."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from engine import configure, run_engine
from lxml import html
from project import ROOT, copy_base, glossary_of, replace_once
from termbase.model import Card, Prompt, Question, QuizQuestion
from termbase.render import spoken
from termbase.text import Text

GLOSSARY = glossary_of(ROOT)


def page(site: Path, address: str) -> html.HtmlElement:
    """Return the parsed page at ``address``."""
    return html.document_fromstring((site / address / "index.html").read_text(encoding="utf-8"))


def seen(element: html.HtmlElement) -> str:
    """Return the words of an element on one line."""
    return " ".join(element.text_content().split())


def article(document: html.HtmlElement) -> html.HtmlElement:
    """Return the part of a page that is not the site around it."""
    found: html.HtmlElement
    (found,) = document.xpath("//article")
    return found


def targets(element: html.HtmlElement, path: str) -> list[str]:
    """Return the addresses that the links at an XPath under ``element`` lead to."""
    return [str(address) for address in element.xpath(f"{path}/@href")]


def one_line(text: Text) -> str:
    """Return the words that a line of Markdown shows, comments and markup gone."""
    return " ".join(spoken(Text(re.sub(r"\s*<!--.*?-->", "", text.text), text.line)).split())


@pytest.mark.parametrize("slug", list(GLOSSARY.entries))
def test_nothing_of_an_entry_is_lost(real_site: Path, slug: str) -> None:
    entry = GLOSSARY.entries[slug]
    words = seen(article(page(real_site, f"terms/{slug}")))
    wanted = [entry.title, entry.plain, *entry.aliases, *entry.variants, *entry.asked]
    wanted += [text for source in entry.sources for text in (source.title, source.authors, source.where) if text]
    wanted += [relation.note for relation in entry.relations if relation.note]
    for filled in entry.sections:
        if filled.section.heading == "Must-know facts" and isinstance(filled.body, tuple):
            wanted += [part for part in filled.body if isinstance(part, Text)]
    for item in entry.items:
        wanted.append(item.prompt)
        if isinstance(item, QuizQuestion):
            wanted += [text for option in item.options for text in (option.text, option.feedback)]
        elif isinstance(item, Prompt):
            wanted += [item.hint, *(concept.text for concept in item.concepts)]
    assert [text.text for text in wanted if one_line(text) not in words] == []


@pytest.mark.parametrize("slug", list(GLOSSARY.entries))
def test_every_answer_stands_on_the_page(real_site: Path, slug: str) -> None:
    words = seen(article(page(real_site, f"terms/{slug}")))
    for item in GLOSSARY.entries[slug].items:
        if isinstance(item, Question | Card):
            for paragraph in re.split(r"\n\s*\n", item.answer.text):
                if not paragraph.lstrip().startswith(("|", "-", "1.", "$$")):
                    assert one_line(Text(paragraph, 0)) in words


def test_the_list_of_terms_holds_every_name(real_site: Path) -> None:
    document = page(real_site, "terms")
    entries = {seen(row[0]): targets(row, "a")[0] for row in document.xpath("//*[@class='g-entry']")}
    see = {seen(row).partition(", see ")[0]: targets(row, "a")[0] for row in document.xpath("//*[@class='g-see']")}
    for slug, entry in GLOSSARY.entries.items():
        assert entries[one_line(entry.title)] == f"{slug}/"
        for name in (*entry.aliases, *entry.variants):
            assert see[one_line(name)] == f"{slug}/"


def test_parts_of_a_term_page_come_in_the_order_of_the_design(real_site: Path) -> None:
    document = page(real_site, "terms/minimax-loss")
    order = [str(anchor) for anchor in document.xpath("//article//h2/@id")]
    assert order == [
        "formula",
        "example",
        "not-to-be-confused-with",
        "common-mistake",
        "related-terms",
        "must-know-facts",
        "review-questions",
        "recall-and-review",
        "mentioned-in",
        "sources",
    ]


def test_every_internal_link_and_anchor_of_the_site_resolves(real_site: Path) -> None:
    broken = []
    documents = {file: html.document_fromstring(file.read_text(encoding="utf-8")) for file in real_site.rglob("*.html")}
    ids = {file: set(document.xpath("//@id")) for file, document in documents.items()}
    for file, document in documents.items():
        if file.name == "404.html":
            continue
        folder = file.parent.joinpath(*document.xpath("//base/@href"))
        for target in document.xpath("//a/@href | //link/@href | //script/@src | //img/@src"):
            path, _, anchor = str(target).partition("#")
            path = path.partition("?")[0]
            if "://" in path or path.startswith("mailto:"):
                continue
            to = (folder / path).resolve() if path else file
            to = to / "index.html" if to.is_dir() else to
            if not to.exists() or (anchor and to in ids and anchor not in ids[to]):
                broken.append(f"{file.relative_to(real_site)}: {target}")
    assert broken == []


def test_no_id_stands_twice_on_a_page(real_site: Path) -> None:
    for file in real_site.rglob("*.html"):
        found = html.document_fromstring(file.read_text(encoding="utf-8")).xpath("//@id")
        assert len(found) == len(set(found)), file


def test_edit_links_lead_to_the_file(real_site: Path) -> None:
    for address, source in (
        ("terms/softmax", "glossary/softmax.md"),
        ("courses/neural-networks-and-fuzzy-systems", "docs/courses/neural-networks-and-fuzzy-systems.md"),
        ("topics/training", "docs/topics/training.md"),
    ):
        (href,) = targets(article(page(real_site, address)), ".//a[contains(., 'Edit this page')]")
        assert re.sub(r"docs/\.\./", "", href).endswith(f"/edit/main/{source}")
        assert (ROOT / source).exists()


def test_the_page_of_a_course_lists_its_terms_in_order(real_site: Path) -> None:
    for course in GLOSSARY.courses.values():
        document = page(real_site, f"courses/{course.slug}")
        listed = targets(document, "//ul[@class='g-steps']/li/a")
        taught = [f"../../terms/{term.text}/" for unit in course.units for term in unit.terms]
        # Before them stands what the course needs first.
        assert listed[-len(taught) :] == taught
        assert not set(listed[: -len(taught)]) & set(taught)


def test_terms_stay_out_of_the_sidebar_but_for_the_part_of_the_course(real_site: Path) -> None:
    (sidebar,) = page(real_site, "terms/minimax-loss").xpath("//nav[@id='g-drawer']")
    listed = {slug for target in targets(sidebar, ".//a") if (slug := target.split("/")[-2]) in GLOSSARY.entries}
    place = GLOSSARY.places["minimax-loss"][0]
    assert listed == {term.text for term in place.part.terms} - {"minimax-loss"}


def test_no_script_of_a_writer_reaches_the_page(tmp_path: Path) -> None:
    project = copy_base(tmp_path)
    evil = '<script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:alert(1)) "><svg onload=alert(1)>'
    replace_once(project / "glossary" / "alpha.md", "# Alpha", f"# Alpha {evil}")
    replace_once(project / "glossary" / "alpha.md", "aliases: [first letter]", f"aliases: ['{evil}']")
    replace_once(project / "glossary" / "alpha.md", "In words: the letter", f"{evil} $\\text{{{evil}}}$ the letter")
    replace_once(project / "docs" / "topics" / "greek.md", "# Greek letters", f"# Greek {evil}")
    replace_once(project / "docs" / "courses" / "letters.md", "# Letters", f"# Letters {evil}")
    config = configure(project)
    config.write_text(config.read_text(encoding="utf-8") + "strict: false\n", encoding="utf-8")
    assert run_engine(config, tmp_path / "site").returncode == 0
    for file in (tmp_path / "site").rglob("*.html"):
        document = html.document_fromstring(file.read_text(encoding="utf-8"))
        # Structured data is no program; it holds what a writer typed as words.
        programs = document.xpath("//script[not(@type='application/ld+json')]/text()")
        assert not [s for s in programs if "alert(1)" in s and "__config" not in s], file
        assert not document.xpath("//@onerror | //@onload"), file
        assert not [a for a in document.xpath("//@href | //@src") if str(a).startswith("javascript:")], file


def test_hand_written_pages_link_to_the_pages_of_terms(small_site: Path) -> None:
    assert targets(article(page(small_site, "about")), ".//a")[:3] == ["../terms/beta/", "../courses/letters/", "#why"]


def test_an_empty_glossary_makes_a_site_that_says_so(tmp_path: Path) -> None:
    project = tmp_path / "project"
    (project / "glossary").mkdir(parents=True)
    (project / "docs").mkdir()
    (project / "docs" / "index.md").write_text("---\nexample: none\n---\n# Home\n\nText.\n", encoding="utf-8")
    config = configure(project)
    done = run_engine(config, tmp_path / "site")
    assert done.returncode == 0, done.stderr
    assert "There are no terms yet" in seen(page(tmp_path / "site", "terms"))
    assert "There are no courses yet" in seen(page(tmp_path / "site", "courses"))
