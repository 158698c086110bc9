"""Hand-written pages in the form that the engine understands."""

from __future__ import annotations

from termbase.model import Figure
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


def test_a_figure_is_drawn_with_its_caption_and_other_images_stay() -> None:
    figures = {"docs/assets/figures/a.svg": Figure("docs/assets/figures/a.svg", 9, 380, 50, "<g></g>")}
    text = "a\n\n![b](assets/figures/a.svg 'c $x$ [d](../glossary/e.md)')\n\n![f](g.svg) [h](../glossary/e.md)\n"
    assert prepare("docs/about.md", text, figures) == (
        'a\n\n<figure class="g-figure"><svg class="g-fig" viewBox="0 0 380 50" role="img" aria-label="b"><g></g></svg>'
        '<figcaption>c <math><mi>x</mi></math> <a href="../terms/e/">d</a></figcaption></figure>\n\n\n'
        "![f](g.svg) [h](terms/e.md)\n"
    )
