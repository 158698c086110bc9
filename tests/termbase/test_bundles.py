"""What the served scripts and the style sheet are made of, and what they weigh."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

from project import ROOT
from rjsmin import jsmin
from termbase.bundles import BUNDLES, bundles

DOCS = ROOT / "docs"
MADE = dict(bundles(lambda part: (DOCS / part).read_text(encoding="utf-8")))
# A template within `${…}` of a template: the minifier takes its words for code and drops their spaces.
NESTED = re.compile(r"\$\{[^{}]*`")


def weight(text: str) -> int:
    """Return the bytes that go over the wire."""
    return len(gzip.compress(text.encode(), 9))


def test_every_script_and_style_sheet_is_in_a_bundle() -> None:
    parts = {part for bundle in BUNDLES.values() for part in bundle}
    files = [*(DOCS / "assets" / "css").rglob("*"), *(DOCS / "assets" / "js").rglob("*")]
    assert parts == {file.relative_to(DOCS).as_posix() for file in files if file.is_file()}


def test_no_bundle_holds_a_part_twice() -> None:
    assert [address for address, parts in BUNDLES.items() if len(parts) != len(set(parts))] == []


def test_parts_stand_in_order_and_their_comments_are_gone() -> None:
    parts = {"a.js": "const a = 1; // why\n", "b.js": "/* why */\nconst b = a + 1;\n"}
    made = dict(bundles(lambda part: parts["b.js"] if part.endswith("marks.js") else parts["a.js"]))
    assert made["assets/js/study.js"].startswith("const a=1;\nconst a=1;\nconst b=a+1;\n")


def test_the_study_scripts_stay_within_their_weight() -> None:
    helpers = jsmin((DOCS / "assets" / "js" / "page.js").read_text(encoding="utf-8"))
    assert weight(helpers + MADE["assets/js/study.js"]) < 10_000
    page = ("assets/js/site.js", "assets/js/study.js", "embed/cards-own.js")
    assert sum(weight(MADE[script]) for script in page) < 16_000


def test_the_cards_stay_within_their_weight() -> None:
    assert weight(MADE["embed/cards.js"]) < 4_000


def test_what_runs_on_other_pages_is_enclosed_and_puts_no_markup_together() -> None:
    for address in ("embed/cards.js", "embed/cards-own.js"):
        assert MADE[address].startswith("(() => {\n")
        assert MADE[address].endswith("})();\n")
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacent|\beval\b|new Function|\.cssText|setAttribute", MADE[address]
        )


def test_the_search_leaves_room_for_the_names() -> None:
    """Beside the names of 1,000 entries, which take 16 to 20 kB, there is room for the code within 40 kB."""
    assert weight(MADE["assets/js/search.js"]) < 12_000


def test_a_page_in_a_frame_and_the_script_for_its_host_are_light() -> None:
    assert weight(MADE["assets/js/embed.js"]) < 6_500
    assert weight(MADE["assets/css/embed.css"]) < 5_500
    assert weight(MADE["embed/frames.js"]) < 1_000


def test_no_script_nests_templates() -> None:
    nested = [
        file.name for file in Path(DOCS / "assets" / "js").rglob("*.js") if NESTED.search(file.read_text("utf-8"))
    ]
    assert nested == []


def test_what_keeps_pages_for_later_is_light() -> None:
    assert weight(MADE["sw.js"]) < 2_200
    assert weight(MADE["assets/js/kept.js"]) < 600
    brings_it_in = jsmin((DOCS / "assets" / "js" / "offline.js").read_text(encoding="utf-8"))
    assert weight(MADE["assets/js/site.js"]) - weight(MADE["assets/js/site.js"].replace(brings_it_in.strip(), "")) < 250
