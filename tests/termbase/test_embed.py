"""The page of an entry for frames on other sites."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin

from lxml import html
from project import BASE, ROOT, copy_base, glossary_of, replace_once
from termbase.embed import embed_parts
from termbase.glossary import Glossary
from termbase.pages import Around, site

TEMPLATES = ROOT / "hooks" / "templates" / "pages"
HOME = "https://glossary.example/g/"
AROUND = Around(site_name="Letters & more", canonical_url=f"{HOME}terms/alpha/")


def made(glossary: Glossary, around: Around = AROUND) -> html.HtmlElement:
    """Return the parsed page of alpha."""
    whole = site(glossary, TEMPLATES)
    files = whole.made(whole.pages["terms/alpha.md"], around).files
    return html.document_fromstring(str(files["embed/alpha/index.html"]))


def targets(document: html.HtmlElement, path: str) -> list[str]:
    """Return where the addresses at an XPath lead from the page, by the base that it names."""
    (base,) = document.xpath("//base/@href")
    return [urljoin(urljoin(f"{HOME}embed/alpha/index.html", base), str(found)) for found in document.xpath(path)]


def test_the_page_has_each_part_once_and_names_them() -> None:
    document = made(glossary_of(BASE))
    parts = [str(part) for part in document.xpath("//@data-part")]
    assert parts == ["definition", "facts", "cards", "quiz"]
    assert document.get("data-parts") == " ".join(parts)
    assert document.xpath("count(//g-own)") == 0


def test_a_part_that_an_entry_lacks_is_not_offered(tmp_path: Path) -> None:
    project = copy_base(tmp_path)
    file = project / "glossary" / "alpha.md"
    start = file.read_text(encoding="utf-8").index("## Flashcards")
    file.write_text(file.read_text(encoding="utf-8")[:start], encoding="utf-8")
    glossary = glossary_of(project)
    assert list(embed_parts(glossary.entries["alpha"])) == ["definition", "facts"]
    assert [str(part) for part in made(glossary).xpath("//@data-part")] == ["definition", "facts"]


def test_links_lead_to_the_pages_of_the_site_and_open_outside_the_frame(tmp_path: Path) -> None:
    project = copy_base(tmp_path)
    links = "[here](#quiz), [there](beta.md#quiz)"
    replace_once(project / "glossary" / "alpha.md", "[beta](beta.md)", links)
    document = made(glossary_of(project))
    inner = targets(document, "//*[@data-part='definition']//a/@href")
    assert inner == [f"{HOME}terms/alpha/#quiz", f"{HOME}terms/beta/#quiz"]
    assert document.xpath("//base/@target") == ["_blank"]
    assert document.xpath("//a/@target") == []


def test_styles_and_scripts_are_those_of_the_site() -> None:
    document = made(glossary_of(BASE))
    assert targets(document, "//link[@rel='stylesheet']/@href") == [f"{HOME}assets/css/embed.css"]
    assert targets(document, "//script/@src") == [f"{HOME}assets/js/embed.js"]


def test_the_page_says_where_it_is_from_and_leaves_the_search_to_the_entry() -> None:
    document = made(glossary_of(BASE))
    (foot,) = document.xpath("//footer")
    assert foot.text_content() == "From Letters & more · CC BY 4.0"
    assert foot.xpath("a/@href")[0] == AROUND.canonical_url
    assert document.xpath("//link[@rel='canonical']/@href") == [AROUND.canonical_url]
    assert document.xpath("//meta[@name='robots']/@content") == ["noindex"]


def test_a_site_without_an_address_links_to_the_entry_all_the_same() -> None:
    document = made(glossary_of(BASE), Around())
    assert targets(document, "//footer/a/@href")[0] == f"{HOME}terms/alpha/"
    assert document.xpath("//link[@rel='canonical']") == []


def test_nothing_that_a_writer_types_can_run(tmp_path: Path) -> None:
    project = copy_base(tmp_path)
    evil = '<script>alert(1)</script> <img src=x onerror=alert(1)> "><svg onload=alert(1)> [x](javascript:alert(1))'
    for old in ("# Alpha", "> The first letter", "The **alpha** is"):
        replace_once(project / "glossary" / "alpha.md", f"\n{old}", f"\n{old} {evil}")
    document = made(glossary_of(project), Around(site_name=evil))
    assert not [text for text in document.xpath("//script/text()") if "alert" in text]
    assert document.xpath("//@onerror | //@onload") == []
    assert not [found for found in document.xpath("//@href | //@src") if str(found).startswith("javascript:")]
