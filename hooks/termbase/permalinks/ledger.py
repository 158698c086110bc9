"""The permalink ledger: every address that was ever published, with the day on which it was accepted.

One row an address, in the order of the addresses, sealed in the first line. Only ``termbase accept`` writes it: a row
taken out by hand to silence the check is seen.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from termbase.problems import Problem, error, shorten

EDITED_LEDGER = error("edited-ledger")
BAD_LEDGER_ROW = error("bad-ledger-row")

_HEAD = "# Every address ever published. `python -m termbase accept` writes this file; do not edit it. Seal: "
_ADDRESS = r"[A-Za-z0-9._/-]+(?:#[a-z0-9-]+)?"
_DAY = r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
_ROW = re.compile(rf"({_ADDRESS})\t({_DAY})(?:\t({_ADDRESS}))?")
RESTORE = "restore the file from version control"
_MERGED = f"{RESTORE}; after a merge, look at the rows and run `python -m termbase accept --reseal`"


@dataclass(frozen=True, slots=True)
class Row:
    """A published address, the day since when, and where it led when it was accepted, if it was a redirect.

    Addresses are relative to the site's root: ``terms/softmax/``, ``terms/softmax/#quiz``.
    """

    address: str
    since: str
    target: str
    line: int

    @property
    def page(self) -> str:
        """The address without its anchor."""
        return self.address.partition("#")[0]

    @property
    def anchor(self) -> str:
        """The anchor, empty for a page or file."""
        return self.address.partition("#")[2]


@dataclass(frozen=True, slots=True)
class Ledger:
    """All rows by their addresses. ``intact`` is false where the file is not as ``accept`` wrote it."""

    rows: Mapping[str, Row]
    intact: bool = True

    def since(self, address: str) -> str:
        """Return the day since when ``address`` has been published, ``YYYY-MM-DD``; empty for one that is not."""
        row = self.rows.get(address)
        return row.since if row else ""


def read_ledger(path: str, text: str) -> tuple[Ledger, tuple[Problem, ...]]:
    """Return the ledger that ``text`` holds and where it is not as it was written. Rows that can be read are kept."""
    head, _, body = text.partition("\n")
    rows: dict[str, Row] = {}
    problems = []
    before = ""
    # Not `splitlines`, which ends lines at characters that editors do not.
    for number, line in enumerate(body.removesuffix("\n").split("\n") if body else (), start=2):
        if not line:
            continue
        found = _ROW.fullmatch(line)
        if not found:
            hint = f"take it out if a merge left it, else {RESTORE}"
            problems.append(BAD_LEDGER_ROW.at(path, number, f"`{shorten(line)}` is no row", hint))
            continue
        address = found[1]
        if address <= before:
            message = f"`{shorten(address)}` is not in its place: rows stand in order, each address once"
            problems.append(EDITED_LEDGER.at(path, number, message, _MERGED))
        rows.setdefault(address, Row(address, found[2], found[3] or "", number))
        before = address
    if not problems and head != _HEAD + _seal(body):
        message = "the rows are not those that were sealed: some were changed, added or taken out by hand"
        problems.append(EDITED_LEDGER.at(path, 1, message, _MERGED))
    return Ledger(MappingProxyType(rows), not problems), tuple(problems)


def ledger_text(rows: Iterable[Row]) -> str:
    """Return the text of a ledger with ``rows``, which ``read_ledger`` reads back."""
    ordered = sorted(rows, key=lambda row: row.address)
    lines = ("\t".join(filter(None, (row.address, row.since, row.target))) for row in ordered)
    body = "".join(f"{line}\n" for line in lines)
    return f"{_HEAD}{_seal(body)}\n{body}"


def _seal(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()[:16]
