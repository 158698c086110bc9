"""The web app manifest."""

from __future__ import annotations

import json
import re
import struct
from typing import Any

import pytest
from project import BASE, ROOT, glossary_of
from publishing import PUBLISHED
from termbase.exports import Publication, manifest

ROLES = (ROOT / "docs" / "assets" / "css" / "roles.css").read_text(encoding="utf-8")


def manifest_of(publication: Publication) -> dict[str, Any]:
    """Return the manifest of a site."""
    ((address, text),) = manifest.files(glossary_of(BASE), publication)
    assert address == "manifest.webmanifest"
    found: dict[str, Any] = json.loads(text)
    return found


def test_addresses_hold_under_any_folder() -> None:
    found = manifest_of(PUBLISHED)
    addresses = [found[name] for name in ("id", "start_url", "scope")]
    addresses += [icon["src"] for icon in found["icons"]] + [shortcut["url"] for shortcut in found["shortcuts"]]
    assert not [address for address in addresses if address.startswith("/") or ":" in address]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Letters", "Letters"),
        ("Study glossary", "Glossary"),
        ("Wörterverzeichnisse", "Wörterverzei"),
        ("ML Glossary", "ML Glossary"),
        ("A glossary of LoRA", "LoRA"),
        ("", ""),
        (" " * 20, ""),
    ],
)
def test_a_long_name_is_cut_for_launchers(name: str, short: str) -> None:
    assert manifest_of(Publication(name))["short_name"] == short


def test_icons_are_as_large_as_they_say() -> None:
    for icon in manifest_of(PUBLISHED)["icons"]:
        # PNG, 11.2.1: width and height stand behind the signature and the head of the first chunk.
        width, height = struct.unpack(">II", (ROOT / "docs" / icon["src"]).read_bytes()[16:24])
        assert icon["sizes"] == f"{width}x{height}"


def test_colours_are_those_of_the_roles() -> None:
    papers = re.findall(r"--g-paper: (#\w+);", ROLES)
    assert papers[0] == manifest.PAPER
    template = (ROOT / "hooks" / "templates" / "main.html").read_text(encoding="utf-8")
    assert re.findall(r'name="theme-color" content="(#\w+)"', template) == papers
