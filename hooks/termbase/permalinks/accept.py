"""Writes what is published into the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from termbase.glossary import Glossary
from termbase.load import LEDGER_FILE
from termbase.permalinks.ledger import Row, ledger_text
from termbase.permalinks.published import published


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A new ledger, the addresses in it that the old one did not have, and whether anything in it is new."""

    text: str
    added: tuple[str, ...]
    changed: bool


def acceptance(glossary: Glossary, today: date) -> Acceptance:
    """Return the ledger of ``glossary`` with every address that it publishes, the new ones since ``today``.

    Rows that are there stay, with their days; where a redirect leads is brought up to date.
    """
    known = glossary.ledger.rows if glossary.ledger else {}
    rows = dict(known)
    added = []
    for each in published(glossary):
        row = known.get(each.address)
        if not row or row.target != each.target:
            rows[each.address] = Row(each.address, row.since if row else today.isoformat(), each.target, 0)
        if not row:
            added.append(each.address)
    same = glossary.ledger is not None and glossary.ledger.intact and rows == dict(known)
    return Acceptance(ledger_text(rows.values()), tuple(sorted(added)), not same)


def write_ledger(root: Path, text: str) -> None:
    """Put a ledger in its place, so that a crash leaves either the old file or the new one."""
    file = root / LEDGER_FILE
    aside = file.with_name(f".{file.name}.new")
    aside.write_text(text, encoding="utf-8", newline="\n")
    aside.replace(file)
