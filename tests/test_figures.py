"""The drawings and the pages that they stand on are two halves of one: the same classes, the same look."""

from __future__ import annotations

import re

from project import ROOT

DOCS = ROOT / "docs"
RULE = re.compile(r"(?<=\.g-fig )([.a-z0-9-]+)\{([^{}]*)\}")


def rules(css: str) -> list[tuple[str, set[str]]]:
    """Return what is declared for what stands in a drawing, in order, but for the rules of media."""
    plain = re.sub(r"/\*.*?\*/|@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", css, flags=re.DOTALL)
    small = re.sub(r"\s*([{};:,])\s*", r"\1", plain)
    return [(selector, set(filter(None, body.split(";")))) for selector, body in RULE.findall(small)]


def page_rules() -> str:
    """Return the style sheet that figures have on a page."""
    return (DOCS / "assets" / "css" / "figure.css").read_text(encoding="utf-8")


def roles() -> dict[str, str]:
    """Return the colours of the light scheme by their roles."""
    css = (DOCS / "assets" / "css" / "roles.css").read_text(encoding="utf-8")
    return dict(re.findall(r"(--g-[a-z0-9-]+): (#\w+);", css.partition("}")[0]))


def test_every_drawing_has_the_same_style_sheet_and_pages_have_its_rules() -> None:
    drawings = [file.read_text(encoding="utf-8") for file in (DOCS / "assets" / "figures").glob("*.svg")]
    (sheet,) = {drawing.partition("<style>")[2].partition("</style>")[0] for drawing in drawings}
    coloured = re.sub(r"var\((--g-[a-z0-9-]+)\)", lambda found: roles().get(found[1], found[0]), page_rules())
    assert rules(sheet) == rules(coloured)


def test_every_colour_of_a_drawing_has_a_forced_one() -> None:
    usual, _, forced = page_rules().partition("@media (forced-colors: active)")
    used = set(re.findall(r"var\((--g-[a-z0-9-]+)\)", usual)) & roles().keys()
    assert used == set(re.findall(r"(--g-[a-z0-9-]+):", forced))
