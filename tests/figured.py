"""A small project with a figure: in an entry, on a hand-written page, and in the folder of drawings."""

from __future__ import annotations

from pathlib import Path

from project import accept_all, copy_base, replace_once

FIGURE = "docs/assets/figures/steps.svg"
SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 380 100" class="g-fig">
<style>.g-fig{fill:none}.g-fig .a{stroke:#1f47b4}@media (prefers-color-scheme:dark){.g-fig .a{stroke:#a3bbff}}</style>
<!-- two points -->
<path class="a" d="M10 90L190 10l180 80"/>
<g transform="translate(5 0)">
<text x="190" y="50" text-anchor="middle">alpha &amp; <tspan dy="15">beta</tspan></text>
</g>
</svg>
"""
INNER = (
    '<path class="a" d="M10 90L190 10l180 80"/><g transform="translate(5 0)">'
    '<text x="190" y="50" text-anchor="middle">alpha &amp; <tspan dy="15">beta</tspan></text></g>'
)
ALT = 'A line that goes up from "alpha" and down to beta.'
CAPTION = "From $x$ to *beta*, as in [gamma](gamma.md)."
IMAGE = f'![{ALT}](../{FIGURE} "{CAPTION}")'


def figured(folder: Path) -> Path:
    """Copy the small project into ``folder``, put a figure into it, and return the copy."""
    root = copy_base(folder)
    (root / FIGURE).parent.mkdir(parents=True)
    (root / FIGURE).write_text(SVG, encoding="utf-8", newline="\n")
    (root / FIGURE).with_name("draw.py").write_text("print('not published')\n", encoding="utf-8")
    replace_once(root / "glossary" / "alpha.md", "\n## Formula\n", f"\n{IMAGE}\n\n## Formula\n")
    replace_once(
        root / "docs" / "about.md",
        "\n## ",
        f"\n![{ALT}](assets/figures/steps.svg '*See* [beta](../glossary/beta.md).')\n\n## ",
    )
    accept_all(root)
    return root
