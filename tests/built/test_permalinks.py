"""What the ledger promises stands in the built site, and what was moved leads on."""

from __future__ import annotations

from pathlib import Path

import pytest
from engine import built, configure
from lxml import html
from project import ROOT, accept_all, copy_base, glossary_of, problems_of, replace_once
from termbase.pages.study import index
from termbase.permalinks.ledger import Ledger, read_ledger

TOMBSTONE = "---\nretired: 2026-11-21\nsee: [alpha]\nformerly: [third]\n---\n# Gamma\n\n> It is the third.\n"


def ledger_of(root: Path) -> Ledger:
    return read_ledger("", (root / "glossary" / "permalinks.tsv").read_text(encoding="utf-8"))[0]


def dead(site: Path, ledger: Ledger) -> list[str]:
    """Return the addresses of a ledger that a site does not have, a page that is moved counting as its target."""
    ids: dict[str, set[str]] = {}
    for address in ledger.rows:
        page, _, anchor = address.partition("#")
        file = site / page / "index.html" if page.endswith("/") else site / page
        if not file.is_file():
            ids[page] = set()
        elif anchor and page not in ids:
            ids[page] = set(html.document_fromstring(file.read_bytes()).xpath("//@id"))
    return [
        address
        for address in ledger.rows
        if (found := ids.get(address.partition("#")[0])) is not None
        and (not found or ("#" in address and address.partition("#")[2] not in found))
    ]


def test_every_address_of_the_ledger_is_in_the_real_site(real_site: Path) -> None:
    assert dead(real_site, ledger_of(ROOT)) == []


@pytest.fixture(scope="module")
def moved_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in which beta was renamed, an item and a section of alpha got other ids, and gamma was taken away."""
    root = copy_base(tmp_path_factory.mktemp("moved"))
    glossary = root / "glossary"
    (glossary / "beta.md").rename(glossary / "second.md")
    replace_once(glossary / "second.md", "---\naliases", "---\nformerly: [beta]\naliases")
    (glossary / "gamma.md").write_text(TOMBSTONE, encoding="utf-8")
    alpha = glossary / "alpha.md"
    text = alpha.read_text(encoding="utf-8").replace("beta.md", "second.md").replace("[beta]", "[second]")
    text = text.replace("contrasts:\n  gamma: Alpha opens the alphabet; gamma comes third.\n", "")
    text = text.replace("<!-- id: place -->", "<!-- id: which-place -->")
    text = text.replace("aliases:", 'formerly: ["#place": which-place]\naliases:', 1).replace("first letter]", "LDA]")
    text = text.replace("formerly: [", "formerly: [first-letter, ")
    alpha.write_text(text, encoding="utf-8")
    replace_once(glossary / "second.md", "second letter]", "second letter, LDA]")
    replace_once(root / "docs" / "courses" / "letters.md", "[alpha, beta]", "[alpha, second]")
    replace_once(root / "docs" / "courses" / "letters.md", "terms: [gamma]", "terms: [alpha]")
    replace_once(root / "docs" / "courses" / "letters.md", "---\nunits", "---\nformerly: [abc]\nunits")
    (root / "docs" / "topics" / "greek.md").write_text(TOMBSTONE.replace("third", "old-greek"), encoding="utf-8")
    for page in (root / "docs").rglob("*.md"):
        page.write_text(page.read_text(encoding="utf-8").replace("beta.md", "second.md"), encoding="utf-8")
    return built(configure(root), root.parent / "site", "mkdocs", strict=False)


def page(site: Path, address: str) -> html.HtmlElement:
    return html.document_fromstring((site / address / "index.html").read_text(encoding="utf-8"))


def test_a_renamed_page_its_frame_and_its_card_lead_on(moved_site: Path) -> None:
    assert page(moved_site, "terms/beta").xpath("//a/@href") == ["../second/"]
    assert page(moved_site, "embed/beta").xpath("//a/@href") == ["../second/"]
    ours = (moved_site / "terms" / "second" / "card.json").read_bytes()
    assert (moved_site / "terms" / "beta" / "card.json").read_bytes() == ours


def test_an_old_id_stays_before_what_has_its_place(moved_site: Path) -> None:
    (old,) = page(moved_site, "terms/alpha").xpath("//*[@id='place']")
    assert old.get("data-now") == "which-place"
    assert old.getnext().get("id") == "which-place"


def test_a_tombstone_says_why_and_offers_what_to_read(moved_site: Path) -> None:
    document = page(moved_site, "terms/gamma")
    assert document.xpath("//meta[@name='robots']/@content") == ["noindex"]
    (article,) = document.xpath("//article")
    assert "It is the third." in article.text_content()
    assert article.xpath(".//a[@class='g-card']/@href") == ["../alpha/"]
    assert page(moved_site, "terms/third").xpath("//a/@href") == ["../gamma/"]
    assert page(moved_site, "embed/gamma").xpath("//a/@href") == ["../../terms/gamma/"]
    assert (moved_site / "terms" / "gamma" / "card.json").is_file()


def test_a_map_goes_where_its_course_or_topic_goes(moved_site: Path) -> None:
    assert page(moved_site, "map/courses/abc").xpath("//a/@href") == ["../letters/"]
    assert page(moved_site, "map/topics/greek").xpath("//a/@href") == ["../../../topics/greek/"]


def test_a_frame_of_what_is_no_term_now_leads_to_what_is_there(moved_site: Path) -> None:
    assert page(moved_site, "embed/lda").xpath("//a/@href") == ["../../terms/lda/"]


def test_decks_are_found_under_former_names(tmp_path: Path) -> None:
    course = copy_base(tmp_path) / "docs" / "courses" / "letters.md"
    replace_once(course, "---\nunits:", "---\nformerly: [abc]\nunits:")
    replace_once(course, "title: First steps", "title: Start\n    formerly: [First steps]")
    decks = index(glossary_of(tmp_path / "project"))["decks"]
    assert decks["courses/abc"] == decks["courses/letters"]
    assert decks["courses/abc/first-steps"] == decks["courses/letters/first-steps"] == decks["courses/letters/start"]


def test_a_name_of_several_terms_offers_them_all(moved_site: Path) -> None:
    (article,) = page(moved_site, "terms/lda").xpath("//article")
    assert article.xpath(".//a[@class='g-card']/@href") == ["../alpha/", "../second/"]


def test_neither_is_listed(moved_site: Path) -> None:
    sitemap = (moved_site / "sitemap.xml").read_text(encoding="utf-8")
    assert "/terms/alpha/" in sitemap
    assert [name for name in ("gamma", "lda", "beta", "embed") if f"/{name}/" in sitemap] == []
    assert "gamma" not in page(moved_site, "terms").xpath("string(//article)").lower()


def test_moved_progress_is_looked_for_where_it_may_be(moved_site: Path) -> None:
    wanted = "study/moved.js"
    for address in ("terms/second", "review", "terms", "courses/letters"):
        assert any(wanted in source for source in page(moved_site, address).xpath("//script/@src")), address
    assert (moved_site / wanted).read_text(encoding="utf-8") == (
        'globalThis.studyMoved=[["@course/abc","@course/letters"],["first-letter/","alpha/"],'
        '["alpha/place","alpha/which-place"],["beta/","second/"]];\n'
    )


def test_a_site_where_nothing_moved_has_no_script_for_it(small_site: Path) -> None:
    assert not (small_site / "study" / "moved.js").exists()


def test_nothing_is_published_while_an_address_is_lost(tmp_path: Path) -> None:
    root = copy_base(tmp_path)
    accept_all(root)
    replace_once(root / "glossary" / "alpha.md", "aliases: [first letter]\n", "")
    assert [problem.code for problem in problems_of(root)] == ["lost-permalink"]
    with pytest.raises(AssertionError, match="lost-permalink"):
        built(configure(root), tmp_path / "site")
