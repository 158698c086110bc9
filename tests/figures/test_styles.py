"""A figure looks the same alone and on a page."""

from __future__ import annotations

import re

from drawing.style import CLASSES
from project import ROOT


def test_the_site_declares_what_a_file_declares() -> None:
    style = (ROOT / "docs/assets/css/figure.css").read_text(encoding="utf-8").partition("@media")[0]
    found = {
        name: {re.sub(r"var\(--g-([a-z0-9-]+)\)", r"{\1}", line.strip()) for line in body.split(";") if line.strip()}
        for name, body in re.findall(r"^\.g-fig \.(\w+) \{([^}]*)\}", style, re.MULTILINE)
    }
    wanted = {name: {line.replace(":", ": ", 1) for line in text.split(";")} for name, text in CLASSES.items()}
    assert found.items() >= wanted.items()
    # A later class overrules an earlier one.
    assert [name for name in found if name in wanted] == list(wanted)
