"""What of the ledger is kept, and the ids that a page keeps for old links."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from project import accept_all, copy_base, glossary_of, replace_once, report_of
from termbase.glossary import Glossary
from termbase.permalinks.accept import acceptance, write_ledger
from termbase.permalinks.published import lost, moved, old_anchors, published
from termbase.permalinks.redirects import redirects

ALPHA, BETA, GAMMA = "glossary/alpha.md", "glossary/beta.md", "glossary/gamma.md"
TOMBSTONE = "---\nretired: 2026-11-21\nsee: [alpha]\n{more}---\n# Gamma\n\n> Gone.\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_base(tmp_path)


def lost_in(root: Path) -> list[str]:
    return [row.address for row in lost(glossary_of(root))]


def accept(root: Path) -> None:
    """Accept what is new."""
    write_ledger(root, acceptance(glossary_of(root), date(2026, 11, 21)).text)


def kept_ids(glossary: Glossary, address: str) -> dict[str, str]:
    return old_anchors(glossary, redirects(glossary).pages[address])


def head(root: Path, path: str, line: str) -> None:
    """Put a line into a header."""
    file = root / path
    file.write_text(file.read_text(encoding="utf-8").replace("---\n", f"---\n{line}\n", 1), encoding="utf-8")


def join_gamma_into_alpha(root: Path, leads: str) -> None:
    (root / GAMMA).unlink()
    head(root, ALPHA, f"formerly: [{leads}]")


def test_what_is_published_is_not_lost(root: Path) -> None:
    assert lost_in(root) == []


def test_the_frame_and_the_card_of_a_term_are_published_with_it(root: Path) -> None:
    addresses = {each.address for each in published(glossary_of(root))}
    assert {"terms/alpha/", "terms/alpha/#quiz", "embed/alpha/", "terms/alpha/card.json"} <= addresses
    assert not any(address.startswith("embed/terms") or address == "terms/card.json" for address in addresses)


def test_of_a_page_that_is_gone_only_the_page_is_named(root: Path) -> None:
    (root / GAMMA).unlink()
    assert lost_in(root) == ["terms/gamma/"]


def test_a_renamed_page_keeps_its_parts_frame_and_card(root: Path) -> None:
    (root / GAMMA).rename(root / "glossary" / "third.md")
    head(root, "glossary/third.md", "formerly: [gamma]")
    assert lost_in(root) == []


def test_that_the_title_makes_the_old_address_is_not_enough(root: Path) -> None:
    (root / GAMMA).rename(root / "glossary" / "third.md")
    assert lost_in(root) == ["terms/gamma/"]


def test_an_item_lost_in_a_renaming_is_named(root: Path) -> None:
    (root / GAMMA).rename(root / "glossary" / "third.md")
    head(root, "glossary/third.md", "formerly: [gamma]")
    replace_once(root / "glossary" / "third.md", "<!-- id: place -->", "<!-- id: where -->")
    assert lost_in(root) == ["terms/gamma/#place"]


def test_a_joined_page_gives_its_ids_to_the_part_that_took_it_in(root: Path) -> None:
    replace_once(root / GAMMA, "<!-- id: place -->", "<!-- id: third-place -->")
    accept_all(root)
    join_gamma_into_alpha(root, "{gamma: example}")
    assert lost_in(root) == []
    assert kept_ids(glossary_of(root), "terms/alpha/") == {"third-place": "example"}


def test_a_page_joined_without_a_part_must_say_where_its_items_are(root: Path) -> None:
    replace_once(root / GAMMA, "<!-- id: place -->", "<!-- id: third-place -->")
    accept_all(root)
    join_gamma_into_alpha(root, "gamma")
    assert lost_in(root) == ["terms/gamma/#third-place"]


def test_a_tombstone_keeps_all_of_its_page(root: Path) -> None:
    (root / GAMMA).write_text(TOMBSTONE.format(more=""), encoding="utf-8")
    assert lost_in(root) == []


def test_an_alias_that_moves_to_another_entry_is_kept(root: Path) -> None:
    replace_once(root / ALPHA, "aliases: [first letter]\n", "")
    replace_once(root / BETA, "aliases: [second letter]", "aliases: [second letter, first letter]")
    assert lost_in(root) == []


def test_a_redirect_that_loses_its_page_names_the_one_to_mend(root: Path) -> None:
    head(root, GAMMA, "formerly: [third]")
    accept_all(root)
    join_gamma_into_alpha(root, "{gamma: example}")
    assert lost_in(root) == ["terms/third/"]
    (line,) = [line for line in report_of(root) if "lost-permalink" in line]
    assert line.endswith(
        "`terms/third/` was published on 2026-11-21 and is gone  "
        "it led to `terms/gamma/`, which leads to glossary/alpha.md now: add `third: example` to `formerly` there too"
    )


def test_what_was_a_page_never_shows_another(root: Path) -> None:
    (root / GAMMA).rename(root / "glossary" / "third.md")
    head(root, "glossary/third.md", "formerly: [gamma]")
    replace_once(root / "glossary" / "third.md", "# Gamma", "# Third")
    accept(root)
    text = (root / "glossary" / "third.md").read_text(encoding="utf-8").replace("formerly: [gamma]\n", "")
    (root / "glossary" / "third.md").write_text(text, encoding="utf-8")
    (root / GAMMA).write_text(text.replace("# Third", "# Gamma"), encoding="utf-8")
    ledger = (root / "glossary" / "permalinks.tsv").read_text(encoding="utf-8")
    assert "terms/gamma/\t2026-11-21\tterms/third/" in ledger
    found = [(row.address, now, whole) for row, now, whole in moved(glossary_of(root))]
    assert found == [("terms/gamma/", "terms/gamma/", True)]


def test_a_page_that_gets_its_old_name_back_is_where_it_was(root: Path) -> None:
    (root / GAMMA).rename(root / "glossary" / "third.md")
    head(root, "glossary/third.md", "formerly: [gamma]")
    accept(root)
    (root / "glossary" / "third.md").rename(root / GAMMA)
    replace_once(root / GAMMA, "formerly: [gamma]", "formerly: [third]")
    assert list(moved(glossary_of(root))) == []
    assert lost_in(root) == []


def test_a_page_of_old_ids_has_none_that_are_there(root: Path) -> None:
    head(root, ALPHA, 'formerly: ["#old": quiz, "#place": example]')
    assert kept_ids(glossary_of(root), "terms/alpha/") == {"old": "quiz"}


def test_a_unit_that_gets_another_title_keeps_its_links(root: Path) -> None:
    course = root / "docs" / "courses" / "letters.md"
    replace_once(course, "title: Next steps", "title: Later steps\n    formerly: [Next steps]")
    replace_once(course, "title: Third", "title: The third\n        formerly: [Third]")
    assert [address for address in lost_in(root) if "third" not in address] == []
    assert kept_ids(glossary_of(root), "courses/letters/")["next-steps-questions"] == "later-steps-questions"


def test_the_repair_of_a_unit_is_the_one_that_works(root: Path) -> None:
    course = root / "docs" / "courses" / "letters.md"
    replace_once(course, "title: First steps", "title: Start")
    (hint,) = {line.rpartition("  ")[2] for line in report_of(root) if "lost-permalink" in line}
    assert hint == "put the unit or part back, or name its old title: `formerly: [Old title]` in the unit or part"
    replace_once(course, "title: Start", "title: Start\n    formerly: [First steps]")
    assert lost_in(root) == []


def test_the_filter_is_a_promise_while_it_is_there(root: Path) -> None:
    (root / "docs" / "embed").mkdir()
    (root / "docs" / "embed" / "glossary.lua").write_text("--\n", encoding="utf-8")
    accept(root)
    (root / "docs" / "embed" / "glossary.lua").unlink()
    assert lost_in(root) == ["embed/glossary.lua"]


def test_an_edited_ledger_is_reported_whatever_is_missing(root: Path) -> None:
    (root / GAMMA).unlink()
    replace_once(root / "glossary" / "permalinks.tsv", "terms/gamma/\t2026-11-21\n", "")
    assert any("edited-ledger" in line for line in report_of(root))


def test_without_a_ledger_the_own_former_anchors_are_kept(root: Path) -> None:
    (root / "glossary" / "permalinks.tsv").unlink()
    head(root, ALPHA, 'formerly: ["#old": quiz, gone: example]')
    assert kept_ids(glossary_of(root), "terms/alpha/") == {"old": "quiz"}
