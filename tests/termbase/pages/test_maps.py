"""What the pages of maps hold, and the picture on the page of a term."""

from __future__ import annotations

from pathlib import Path

from lxml import html
from project import BASE, ROOT, copy_base, glossary_of, replace_once, report_of
from publishing import PUBLISHED
from termbase.glossary import Glossary
from termbase.pages import site
from termbase.permalinks.published import published

TEMPLATES = ROOT / "hooks" / "templates" / "pages"
SMALL = glossary_of(BASE)
RTL = "خوارزمية التعلم العميق للشبكات العصبية الاصطناعية متعددة الطبقات جدا جدا"


def page_of(uri: str, glossary: Glossary = SMALL) -> html.HtmlElement:
    made = site(glossary, TEMPLATES, PUBLISHED)
    return html.document_fromstring(made.made(made.pages[uri]).html)


def seen(document: html.HtmlElement, path: str) -> list[str]:
    """Return the words of each element at an XPath."""
    return [" ".join(element.text_content().split()) for element in document.xpath(path)]


def many(folder: Path, size: int, title: str = "Number") -> Glossary:
    """Return the small glossary with more terms: each needs alpha, and the one with half its number."""
    project = copy_base(folder)
    text = (project / "glossary" / "beta.md").read_text(encoding="utf-8")
    for number in range(1, size + 1):
        need = f"prerequisites: [{f'n{number // 2}, ' if number > 1 else ''}alpha]\naliases: [{number}th]"
        own = text.replace("aliases: [second letter]", need).replace("variants: [small beta]\n", "")
        own = own.replace("# Beta", f"# {title} {number}")
        (project / "glossary" / f"n{number}.md").write_text(own, encoding="utf-8")
    return glossary_of(project)


def test_the_list_of_maps_leads_to_each() -> None:
    document = page_of("map/index.md")
    assert seen(document, "//h2") == ["Courses", "Topics"]
    assert document.xpath("//ul[@class='g-rows']//a/@href") == ["courses/letters/", "topics/greek/"]


def test_a_map_lists_the_steps_with_each_plain_line_and_what_it_comes_after() -> None:
    document = page_of("map/courses/letters.md")
    assert seen(document, "//section/h2") == ["Step 1", "Step 2"]
    beta, gamma = document.xpath("//*[@class='g-path']//li")
    assert (beta.get("id"), gamma.get("id")) == ("term-beta", "term-gamma")
    assert gamma.xpath("a/@href") == ["../../../terms/gamma/"]
    assert seen(gamma, "p") == ["The third letter, said in everyday words. After Beta."]
    assert (len(beta.xpath("svg")), len(gamma.xpath("svg[@aria-hidden='true']"))) == (0, 1)
    assert seen(document, "//ul[@class='g-steps']/li/a") == ["Alpha"]


def test_what_a_map_builds_on_is_listed_before_it(tmp_path: Path) -> None:
    project = copy_base(tmp_path)
    replace_once(project / "docs" / "courses" / "letters.md", "[alpha, beta]", "[alpha]")
    document = page_of("map/courses/letters.md", glossary_of(project))
    assert seen(document, "//section[h2='Before you start']//li") == ["Beta"]
    assert seen(document, "//ul[@class='g-steps']/li/a") == ["Alpha", "Gamma"]


def test_a_map_without_terms_says_so(tmp_path: Path) -> None:
    project = copy_base(tmp_path)
    (project / "docs" / "topics" / "empty.md").write_text("# Empty\n\n> Nothing yet.\n", encoding="utf-8")
    assert "There are no terms here yet" in page_of("map/topics/empty.md", glossary_of(project)).text_content()


def test_a_circle_is_reported_and_drawn(tmp_path: Path) -> None:
    project = copy_base(tmp_path)
    replace_once(project / "glossary" / "beta.md", "topics: [greek]", "topics: [greek]\nprerequisites: [gamma]")
    assert any("prerequisite-cycle" in line for line in report_of(project))
    assert seen(page_of("map/topics/greek.md", glossary_of(project)), "//section/h2") == ["Step 1", "Step 2"]


def test_courses_topics_and_terms_lead_to_their_maps() -> None:
    for uri, target in (
        ("courses/letters.md", "../../map/courses/letters/"),
        ("topics/greek.md", "../../map/topics/greek/"),
    ):
        assert page_of(uri).xpath("//a[contains(., 'Map')]/@href") == [target]
    links = page_of("terms/gamma.md").xpath("//figcaption/a/@href")
    assert links == ["../../map/courses/letters/#term-gamma"]


def test_three_hundred_terms_stand_on_one_map(tmp_path: Path) -> None:
    glossary = many(tmp_path, 300)
    document = page_of("map/topics/greek.md", glossary)
    ids = document.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {f"term-n{number}" for number in range(1, 301)} < set(ids)
    # Of the many that alpha leads to, its own page shows the first few.
    picture = page_of("terms/alpha.md", glossary).xpath("//figure[@class='g-near']")[0]
    assert len(picture.xpath(".//a[starts-with(@href, '../n')]")) == 3
    assert seen(picture, ".//a[@href='#related-terms']") == ["+ 297 more"]
    assert " and 297 more." in seen(picture, "figcaption")[0]


def test_a_picture_of_long_names_holds_them_whole(tmp_path: Path) -> None:
    document = page_of("terms/n1.md", many(tmp_path, 3, RTL))
    labels = document.xpath("//figure//a/@aria-label")
    assert labels == [f"{RTL} 2", f"{RTL} 3"]
    assert seen(document, "//figure//a[@aria-label]")[0].endswith("…")


def test_the_words_of_a_picture_are_those_of_its_terms() -> None:
    document = page_of("terms/gamma.md")
    assert seen(document, "//figure//a")[:-1] == ["Beta", "Alpha"]
    assert seen(document, "//figcaption/span") == ["Gamma among related terms. Learn Beta first."]


def test_the_addresses_of_maps_are_published() -> None:
    found = {each.address for each in published(SMALL)}
    assert {"map/", "map/courses/letters/", "map/topics/greek/"} < found


def test_a_map_describes_itself_to_machines() -> None:
    made = site(SMALL, TEMPLATES, PUBLISHED)
    data = made.made(made.pages["map/topics/greek.md"]).structured
    assert '"@type":"CollectionPage","name":"Map of Greek letters"' in data
    assert data.index("terms/beta/") < data.index("terms/gamma/")
    assert '"name":"Map","item":{"@id":"https://glossary.example/letters/map/"}' in data
