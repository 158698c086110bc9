"""Figures in HTML, and which of an entry's images are figures."""

from __future__ import annotations

from pathlib import Path

import pytest
from figured import ALT, FIGURE, IMAGE, INNER, SVG, figured
from project import accept_all, glossary_of, replace_once, report_of
from termbase.checks.figures import MAX_FIGURE_BYTES
from termbase.figures import drawn, figures_of, linked, placed
from termbase.model import Figure
from termbase.parse.figure import parse_figure
from termbase.render import addresses, render
from termbase.text import Text

FIGURES = {FIGURE: parse_figure(FIGURE, SVG)[0]}
PAGE = addresses("glossary/alpha.md", "terms/alpha/")
LABEL = "A line that goes up from &quot;alpha&quot; and down to beta."
DRAWN = f'<svg class="g-fig" viewBox="0 0 380 100" role="img" aria-label="{LABEL}">{INNER}</svg>'


def block(text: str) -> str:
    """Return a block of the entry alpha as its page shows it."""
    return str(render([(text, False)], PAGE, drawn(FIGURES, "glossary/alpha.md")).block(Text(text, 1)))


def test_a_figure_is_drawn_with_its_words_and_caption() -> None:
    caption = 'From <math><mi>x</mi></math> to <em>beta</em>, as in <a href="../gamma/">gamma</a>.'
    assert block(f"a\n\n{IMAGE}\n\nb") == (
        f'<p>a</p>\n<figure class="g-figure">{DRAWN}<figcaption>{caption}</figcaption></figure>\n<p>b</p>\n'
    )


def test_a_figure_without_a_caption_has_none() -> None:
    assert block(f"![{ALT}](../{FIGURE})") == f'<figure class="g-figure">{DRAWN}</figure>\n'


@pytest.mark.parametrize(
    "text",
    [
        "![a](../docs/assets/figures/gone.svg)",
        "![a](https://b.c/steps.svg)",
        "![a](//b.c/steps.svg)",
        "![a](../../docs/assets/figures/steps.svg)",
        "![a](steps.svg)",
    ],
)
def test_an_image_that_is_no_figure_is_its_words(text: str) -> None:
    assert block(text) == "<p>a</p>\n"


def test_a_figure_in_a_line_is_its_words() -> None:
    assert block(f"b ![a](../{FIGURE}) c") == "<p>b a c</p>\n"
    assert render([(f"![a](../{FIGURE})", True)], PAGE, drawn(FIGURES, "glossary/alpha.md")).line(
        Text(f"![a](../{FIGURE})", 1)
    ) == ("a")


def test_an_image_in_a_caption_is_its_words() -> None:
    assert "<figcaption>b</figcaption>" in block(f'![a](../{FIGURE} "![b](https://c.d/e.png)")')


def test_nothing_in_words_or_caption_is_markup() -> None:
    out = block(f"![\"><script>](../{FIGURE} '<img src=x onerror=y> [a](javascript:b)')")
    assert 'aria-label="&quot;&gt;&lt;script&gt;"' in out
    assert "<figcaption>&lt;img src=x onerror=y&gt; [a](javascript:b)</figcaption>" in out


def test_a_narrow_drawing_has_the_scale_of_the_others() -> None:
    narrow = {FIGURE: Figure(FIGURE, 9, 190, 90.5, "<g></g>")}
    element = drawn(narrow, "glossary/alpha.md")(f"../{FIGURE}", "a")
    assert element.startswith('<svg class="g-fig" viewBox="0 0 190 90.5" width="50%" ')


def test_a_broken_drawing_is_not_shown() -> None:
    assert drawn({FIGURE: Figure(FIGURE, 9)}, "glossary/alpha.md")(f"../{FIGURE}", "a") == ""


def test_elsewhere_a_figure_is_an_image_of_its_file() -> None:
    picture = linked(FIGURES, "glossary/alpha.md", lambda target: f"https://x.example/{target[8:]}")
    image = f'<img src="https://x.example/assets/figures/steps.svg" alt="{LABEL}">'
    assert picture(f"../{FIGURE}", ALT) == image
    assert picture("https://b.c/d.svg", ALT) == ""
    out = render([(IMAGE, False)], PAGE, picture).block(Text(IMAGE, 1))
    assert out.startswith(f'<figure class="g-figure">{image}<figcaption>From ')


def test_figures_stand_in_what_explains_the_term(tmp_path: Path) -> None:
    root = figured(tmp_path)
    glossary = glossary_of(root)
    entry = glossary.entries["alpha"]
    assert [image.target for image in placed(entry)] == [f"../{FIGURE}"]
    assert figures_of(glossary, entry) == (glossary.figures[FIGURE],)
    assert figures_of(glossary, glossary.entries["beta"]) == ()
    assert report_of(root) == []


def test_a_heavy_drawing_is_reported(tmp_path: Path) -> None:
    root = figured(tmp_path)
    replace_once(root / FIGURE, "<!-- two points -->", f"<!--{'x' * (MAX_FIGURE_BYTES - len(SVG.encode()) + 12)}-->")
    assert report_of(root) == []
    replace_once(root / FIGURE, "<!--x", "<!--xx")
    message = "the drawing has 12,001 bytes; a figure has at most 12,000"
    hint = "draw fewer points, and round coordinates to one decimal"
    assert report_of(root) == [f"{FIGURE}:1  heavy-figure  {message}  {hint}"]


def test_a_link_out_of_the_project_is_no_figure(tmp_path: Path) -> None:
    root = figured(tmp_path)
    (tmp_path / "secret.svg").write_text(SVG.replace("beta", "secret"), encoding="utf-8")
    (root / FIGURE).unlink()
    try:
        (root / FIGURE).symlink_to(tmp_path / "secret.svg")
    except OSError:
        pytest.skip("this platform lets only some users make links")
    glossary = glossary_of(root)
    assert dict(glossary.figures) == {}
    assert [problem.code for problem in glossary.problems] == ["outside-project"]


def test_only_the_folder_of_figures_is_read(tmp_path: Path) -> None:
    root = figured(tmp_path)
    for place in ("docs/other.svg", "docs/assets/figures/more/other.svg"):
        (root / place).parent.mkdir(exist_ok=True)
        (root / place).write_text(SVG, encoding="utf-8")
    assert list(glossary_of(root).figures) == [FIGURE]


def test_the_name_of_a_figure_can_be_part_of_an_address(tmp_path: Path) -> None:
    root = figured(tmp_path)
    (root / FIGURE).with_name("Two Steps.svg").write_text(SVG, encoding="utf-8")
    accept_all(root)
    assert report_of(root)[0].endswith("rename it to `docs/assets/figures/two-steps.svg`")
