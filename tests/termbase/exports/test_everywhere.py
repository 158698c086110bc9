"""Links that hold outside the site."""

from __future__ import annotations

import pytest
from publishing import PUBLISHED
from termbase.exports import Publication
from termbase.exports.everywhere import everywhere


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("beta.md", "terms/beta/"),
        ("beta.md#quiz", "terms/beta/#quiz"),
        ("#quiz", "terms/alpha/#quiz"),
        ("../docs/index.md", ""),
        ("../docs/assets/a b.svg", "assets/a%20b.svg"),
    ],
)
def test_a_link_within_the_site_gets_the_address_of_the_site(target: str, address: str) -> None:
    assert everywhere("glossary/alpha.md", PUBLISHED)(target) == PUBLISHED.base_url + address


def test_a_link_to_another_site_stays() -> None:
    assert everywhere("glossary/alpha.md", PUBLISHED)("https://example.org/x?y#z") == "https://example.org/x?y#z"


def test_without_an_address_links_start_at_the_root() -> None:
    assert everywhere("glossary/alpha.md", Publication())("beta.md#quiz") == "terms/beta/#quiz"
