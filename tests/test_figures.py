"""The colours of drawings on a page."""

from __future__ import annotations

import re

from project import ROOT


def test_every_colour_of_a_drawing_has_a_forced_one() -> None:
    css = (ROOT / "docs" / "assets" / "css" / "figure.css").read_text(encoding="utf-8")
    usual, _, forced = css.partition("@media (forced-colors: active)")
    used = set(re.findall(r"(?:fill|stroke): var\((--g-[a-z0-9-]+)\)", usual))
    assert used <= set(re.findall(r"(--g-[a-z0-9-]+):", forced))
