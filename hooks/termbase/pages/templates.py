"""How the templates of pages are read: what they may call, and that every value in them is escaped."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

import jinja2

from termbase.glossary import page_of
from termbase.problems import counted


def environment(templates: Path, assets: Mapping[str, str] = MappingProxyType({})) -> jinja2.Environment:
    """Return the template environment: every value is escaped, an unknown name is an error.

    ``assets`` maps the names of scripts and style sheets to the addresses that they are served at.
    """
    made = jinja2.Environment(
        # What the engine's pages and ours share stands in the folder above.
        loader=jinja2.FileSystemLoader([templates, templates.parent]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["day"] = day
    made.filters["counted"] = counted
    made.filters["page_of"] = page_of
    made.globals["asset"] = lambda name: assets.get(name, name)
    return made


def day(iso: str) -> str:
    """Return ``2026-11-21`` as ``21 November 2026``, in English whatever the machine's language."""
    found = date.fromisoformat(iso)
    return f"{found.day} {_MONTHS[found.month - 1]} {found.year}"


_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
