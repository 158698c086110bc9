"""``terms.csv``: a line for each term, for spreadsheets (RFC 4180; UTF-8)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from termbase.exports.publication import Publication
from termbase.glossary import Glossary, page_of
from termbase.model import Entry
from termbase.text import Text
from termbase.wording import plain_line

ADDRESS = "terms.csv"
HEADER = ("slug", "term", "plain", "aliases", "variants", "level", "topics", "courses", "reviewed", "url")
# Between the parts of one cell.
BETWEEN = "; "
# What spreadsheets read as a formula (OWASP, CSV Injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def files(glossary: Glossary, publication: Publication) -> Iterator[tuple[str, bytes]]:
    """Yield the table. It is bytes, so that no system turns its CRLF into something else."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADER)
    writer.writerows(map(_safe, _cells(glossary, entry, publication)) for entry in glossary.entries.values())
    yield ADDRESS, out.getvalue().encode()


def _cells(glossary: Glossary, entry: Entry, publication: Publication) -> tuple[str, ...]:
    courses = dict.fromkeys(place.course.slug for place in glossary.places[entry.slug])
    return (
        entry.slug,
        plain_line(entry.title),
        plain_line(entry.plain),
        _joined(entry.aliases),
        _joined(entry.variants),
        entry.level,
        _joined(entry.topics),
        BETWEEN.join(courses),
        entry.reviewed,
        publication.absolute(page_of(entry.path)),
    )


def _joined(texts: Iterable[Text]) -> str:
    return BETWEEN.join(map(plain_line, texts))


def _safe(cell: str) -> str:
    """Return ``cell`` with an apostrophe before what a spreadsheet would read as a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
