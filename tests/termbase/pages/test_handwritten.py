"""Hand-written pages in the form that the engine understands."""

from __future__ import annotations

from termbase.pages.handwritten import prepare

TEXT = (
    "Paste `https://glossary.example/terms/` or {url: https://glossary.example}: [it](../glossary/softmax.md#quiz).\n"
)


def test_links_to_entries_lead_to_their_pages() -> None:
    assert "[it](terms/softmax.md#quiz)" in prepare("docs/about.md", TEXT, {})


def test_what_is_to_be_copied_has_the_address_of_the_site() -> None:
    made = prepare("docs/about.md", TEXT, {}, "https://x.example/g/")
    assert "`https://x.example/g/terms/`" in made
    assert "{url: https://x.example/g}" in made


def test_a_site_without_an_address_shows_the_example() -> None:
    assert "`https://glossary.example/terms/`" in prepare("docs/about.md", TEXT, {})
