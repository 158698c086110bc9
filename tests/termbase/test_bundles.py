"""What the served scripts and the style sheet are made of, and what they weigh."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

from project import ROOT
from termbase.bundles import BUNDLES, STYLE_SHEET, STYLES, bundles, style_sheet

DOCS = ROOT / "docs"


def read(part: str) -> str:
    return (DOCS / part).read_text(encoding="utf-8")


MADE = {made.name: made.text for made in bundles(read)}
# A template within `${…}` of a template: the minifier takes its words for code and drops their spaces.
NESTED = re.compile(r"\$\{[^{}]*`")


def weight(text: str) -> int:
    """Return the bytes that go over the wire."""
    return len(gzip.compress(text.encode(), 9))


def test_every_script_and_style_sheet_is_in_a_bundle() -> None:
    parts = {part for bundle in (*BUNDLES.values(), STYLES) for part in bundle}
    files = [*(DOCS / "assets" / "css").rglob("*"), *(DOCS / "assets" / "js").rglob("*")]
    assert parts == {file.relative_to(DOCS).as_posix() for file in files if file.is_file()}


def test_no_bundle_holds_a_part_twice() -> None:
    assert [address for address, parts in BUNDLES.items() if len(parts) != len(set(parts))] == []


def test_parts_stand_in_order_and_their_comments_are_gone() -> None:
    parts = {"a.js": "const a = 1; // why\n", "b.js": "/* why */\nconst b = a + 1;\n"}
    texts = {"finder.js": parts["a.js"], "highlight.js": parts["b.js"]}
    made = {made.name: made.text for made in bundles(lambda part: texts.get(part.rpartition("/")[2], ""))}
    assert made["assets/js/search.js"].strip() == "const a=1;\nconst b=a+1;"


def test_addresses_change_with_what_is_served_unless_other_pages_name_them() -> None:
    before = {made.name: made.address for made in bundles(read)}
    after = {
        made.name: made.address for made in bundles(lambda part: read(part) + "\n.a{top:0}" * part.endswith("css"))
    }
    assert {name for name in before if before[name] != after[name]} == {"assets/css/embed.css"}
    assert {name for name in before if before[name] == name} == {"embed/cards.js", "embed/frames.js", "sw.js"}
    assert re.fullmatch(r"assets/js/site\.[0-9a-f]{8}\.js", before["assets/js/site.js"])


def test_the_style_sheet_is_the_theme_s_and_then_ours() -> None:
    made = style_sheet(read, ".theme{top:0}")
    assert made.name == STYLE_SHEET
    assert made.text.startswith(".theme{top:0}:root")
    assert made.address != style_sheet(read, "").address


def test_the_scripts_of_a_page_stay_within_their_weight() -> None:
    assert weight(MADE["assets/js/site.js"]) < 16_000


def test_the_cards_stay_within_their_weight() -> None:
    assert weight(MADE["embed/cards.js"]) < 4_000


def test_what_runs_on_other_pages_is_enclosed_and_puts_no_markup_together() -> None:
    cards = MADE["embed/cards.js"]
    assert cards.startswith("(() => {\n")
    assert cards.endswith("})();\n")
    assert not re.search(r"innerHTML|outerHTML|insertAdjacent|\beval\b|new Function|\.cssText|setAttribute", cards)


def test_cards_are_enclosed_on_our_pages_too() -> None:
    site = MADE["assets/js/site.js"]
    assert site.count("\n(() => {\n") == 1
    assert site.index("\n(() => {\n") < site.index("document.currentScript") < site.rindex("})();\n")


def test_the_search_leaves_room_for_the_names() -> None:
    """Beside the names of 1,000 entries, which take 16 to 20 kB, there is room for the code within 40 kB."""
    assert weight(MADE["assets/js/search.js"]) < 12_000


def test_a_page_in_a_frame_and_the_script_for_its_host_are_light() -> None:
    assert weight(MADE["assets/js/embed.js"]) < 6_500
    assert weight(MADE["assets/css/embed.css"]) < 6_500
    assert weight(MADE["embed/frames.js"]) < 1_000


def test_no_script_nests_templates() -> None:
    nested = [
        file.name for file in Path(DOCS / "assets" / "js").rglob("*.js") if NESTED.search(file.read_text("utf-8"))
    ]
    assert nested == []


def test_what_keeps_pages_for_later_is_light() -> None:
    assert weight(MADE["sw.js"]) < 2_200
    assert weight(MADE["assets/js/kept.js"]) < 600
