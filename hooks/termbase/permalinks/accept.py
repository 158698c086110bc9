"""Writes what is published into the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from termbase.glossary import Glossary
from termbase.load import LEDGER_FILE
from termbase.permalinks.ledger import Row, ledger_text
from termbase.permalinks.published import published
from termbase.permalinks.redirects import redirects


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A new ledger, and the addresses in it that the old one did not have."""

    text: str
    added: tuple[str, ...]


def acceptance(glossary: Glossary, today: date) -> Acceptance:
    """Return the ledger of ``glossary`` with every address that it publishes, the new ones since ``today``.

    Rows that are there stay, with their days; where a redirect leads is brought up to date.
    """
    known = glossary.ledger.rows if glossary.ledger else {}
    rows = dict(known)
    added = []
    for each in published(redirects(glossary)):
        row = known.get(each.address)
        rows[each.address] = Row(each.address, row.since if row else today.isoformat(), each.target, 0)
        if not row:
            added.append(each.address)
    return Acceptance(ledger_text(rows.values()), tuple(sorted(added)))


def write_ledger(root: Path, text: str) -> None:
    """Put a ledger in its place, so that a crash leaves either the old file or the new one."""
    file = root / LEDGER_FILE
    aside = file.with_name(f".{file.name}.new")
    aside.write_text(text, encoding="utf-8", newline="\n")
    aside.replace(file)
