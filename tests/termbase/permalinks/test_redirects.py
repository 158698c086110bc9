"""Where the other names of terms and the former addresses of pages lead."""

from __future__ import annotations

from pathlib import Path

import pytest
from project import apply_edits, copy_base, glossary_of, replace_once
from termbase.permalinks.redirects import Choice, Redirects, name_address, redirects

ALPHA, BETA = "glossary/alpha.md", "glossary/beta.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_base(tmp_path)


def found(root: Path) -> Redirects:
    return redirects(glossary_of(root))


def leads(root: Path) -> dict[str, str]:
    """Return where each redirect leads."""
    return {r.address: r.target + (f"#{r.anchor}" if r.anchor else "") for r in found(root).by_address.values()}


def formerly(root: Path, path: str, value: str) -> None:
    """Give a page former addresses."""
    file = root / path
    text = file.read_text(encoding="utf-8")
    rest = text.removeprefix("---\n") if text.startswith("---\n") else f"---\n{text}"
    file.write_text(f"---\nformerly: {value}\n{rest}", encoding="utf-8")


def test_other_names_lead_to_the_term(root: Path) -> None:
    assert leads(root) == {
        "terms/first-letter/": "terms/alpha/",
        "terms/second-letter/": "terms/beta/",
        "terms/small-beta/": "terms/beta/",
    }


def test_a_title_that_is_not_the_file_name_leads_to_the_term(root: Path) -> None:
    replace_once(root / ALPHA, "# Alpha", "# The letter alpha")
    assert leads(root)["terms/the-letter-alpha/"] == "terms/alpha/"


def test_former_names_lead_to_pages_of_every_kind(root: Path) -> None:
    formerly(root, ALPHA, "[a, old-alpha]")
    formerly(root, "docs/courses/letters.md", "[abc]")
    formerly(root, "docs/topics/greek.md", "[hellenic]")
    formerly(root, "docs/about.md", "[imprint]")
    assert {
        "terms/a/": "terms/alpha/",
        "terms/old-alpha/": "terms/alpha/",
        "courses/abc/": "courses/letters/",
        "topics/hellenic/": "topics/greek/",
        "imprint/": "about/",
    }.items() <= leads(root).items()


def test_a_page_that_was_joined_into_a_part_leads_there(root: Path) -> None:
    formerly(root, ALPHA, '[{aleph: example}, {alef: old}, {"#old": quiz}]')
    assert leads(root)["terms/aleph/"] == "terms/alpha/#example"
    assert leads(root)["terms/alef/"] == "terms/alpha/#quiz"


def test_names_of_a_tombstone_lead_to_it(root: Path) -> None:
    apply_edits(
        root,
        [
            "@@ glossary/omega.md new",
            "+ ---",
            "+ retired: 2026-11-21",
            "+ see: [alpha]",
            "+ aliases: [last letter]",
            "+ formerly: [mega]",
            "+ ---",
            "+ # Omega",
            "+",
            "+ > It is the last.",
        ],
    )
    assert leads(root)["terms/last-letter/"] == "terms/omega/"
    assert leads(root)["terms/mega/"] == "terms/omega/"


def test_a_name_that_an_entry_takes_over_from_a_tombstone_leads_to_the_entry(root: Path) -> None:
    (root / "glossary" / "gamma.md").write_text(
        "---\nretired: 2026-11-21\nsee: [alpha]\naliases: [letter c]\n---\n# Gamma\n\n> Gone.\n", encoding="utf-8"
    )
    replace_once(root / ALPHA, "aliases: [first letter]", "aliases: [first letter, letter c]")
    assert leads(root)["terms/letter-c/"] == "terms/alpha/"
    assert dict(found(root).choices) == {}


def test_a_redirect_never_takes_the_place_of_a_file(root: Path) -> None:
    (root / "docs" / "old").mkdir()
    (root / "docs" / "old" / "index.html").write_text("Mine", encoding="utf-8")
    formerly(root, "docs/about.md", "[old]")
    assert clashes(root) == [("old/", "docs/about.md:2", "docs/old/index.html")]


def test_an_acronym_of_several_entries_is_a_choice(root: Path) -> None:
    replace_once(root / ALPHA, "aliases: [first letter]", "aliases: [first letter, LDA]")
    replace_once(root / BETA, "aliases: [second letter]", "aliases: [second letter, LDA]")
    assert dict(found(root).choices) == {"terms/lda/": Choice("LDA", ("alpha", "beta"))}
    assert "terms/lda/" not in leads(root)


def clashes(root: Path) -> list[tuple[str, str, str]]:
    return [(c.address, f"{c.path}:{c.line}", c.holder) for c in found(root).clashes]


def test_a_redirect_never_takes_the_place_of_a_page(root: Path) -> None:
    formerly(root, ALPHA, "[beta]")
    assert clashes(root) == [("terms/beta/", f"{ALPHA}:2", f"{BETA}:12")]
    assert "terms/beta/" not in leads(root)


def test_an_address_leads_to_one_page(root: Path) -> None:
    formerly(root, ALPHA, "[old]")
    formerly(root, BETA, "[old]")
    assert clashes(root) == [("terms/old/", f"{BETA}:2", f"{ALPHA}:2")]
    assert leads(root)["terms/old/"] == "terms/alpha/"


def test_a_name_cannot_have_the_former_address_of_another_entry(root: Path) -> None:
    formerly(root, BETA, "[first-letter]")
    assert clashes(root) == [("terms/first-letter/", f"{ALPHA}:2", f"{BETA}:2")]


def test_a_name_that_became_a_former_address_is_no_clash(root: Path) -> None:
    formerly(root, ALPHA, "[first-letter]")
    assert clashes(root) == []


def test_two_pages_that_name_each_other_are_both_reported(root: Path) -> None:
    formerly(root, ALPHA, "[beta]")
    formerly(root, BETA, "[alpha]")
    assert [address for address, _, _ in clashes(root)] == ["terms/beta/", "terms/alpha/"]


def test_redirects_are_listed_by_target(root: Path) -> None:
    formerly(root, ALPHA, "[b, a]")
    assert [r.address for r in found(root).into["terms/alpha/"]] == ["terms/a/", "terms/b/", "terms/first-letter/"]


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("full softmax", "terms/full-softmax/"),
        ("Naïve Bayes", "terms/naive-bayes/"),
        ("A/B test", "terms/a-b-test/"),
        ("`nn.Embedding`", "terms/nn-embedding/"),
        (r"$\beta$-VAE", "terms/beta-vae/"),
        ("β-VAE", ""),
        ("k-means++", ""),
        ("C#", ""),
        ("∇", ""),
        ("CON", ""),
        ("INDEX", ""),
        ("a" * 201, ""),
    ],
)
def test_a_name_makes_an_address_unless_a_slug_would_distort_it(name: str, address: str) -> None:
    assert name_address(name) == address
