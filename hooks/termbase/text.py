"""Text with its place in a file, and the normal forms that names are compared by."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

SLUG = re.compile(r"[a-z0-9-]+")
WINDOWS_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))]
)
# What no entry, topic or course can be called: Windows has no such files, and `index` is the list of them all.
RESERVED = WINDOWS_RESERVED | {"index"}
# File systems take names of 255 bytes.
LONGEST_SLUG = 200
_BLIND = re.compile(r"[\s\-\u2010-\u2015\u2212_]+")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Text:
    """Words a writer typed and the line they start on (1 is the first line of the file)."""

    text: str
    line: int

    def __bool__(self) -> bool:
        return bool(self.text)


def comments(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the HTML comments of ``text``: where each starts and ends, and its words. Linear, whatever the text."""
    end = 0
    while (start := text.find("<!--", end)) >= 0 and (close := text.find("-->", start + 4)) >= 0:
        end = close + 3
        yield start, end, text[start + 4 : close].strip()


def without_comments(text: str) -> str:
    """Return ``text`` without HTML comments and the spaces before them."""
    if "<!--" not in text:
        return text.strip()
    parts = []
    position = 0
    for start, end, _ in comments(text):
        parts.append(text[position:start].rstrip(" \t"))
        position = end
    return "".join([*parts, text[position:]]).strip()


def single_spaced(text: str) -> str:
    """Return ``text`` with every run of white space as one space, none at the ends."""
    return " ".join(text.split())


def first_paragraph(text: str) -> str:
    """Return what stands before the first blank line."""
    return text.partition("\n\n")[0]


def compact_json(value: Any) -> str:
    """Return ``value`` as JSON on one line, in as few characters as may be."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def folded(name: str) -> str:
    """Return ``name`` in NFC, case-folded, with runs of white space as one space."""
    if name.isascii():
        return " ".join(name.lower().split())
    # Folding can leave a form that is not NFC, so the name is normalised on both sides (Unicode 3.13, D145).
    return " ".join(unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold()).split())


def name_key(name: str) -> str:
    """Return the key under which a name is looked up: ``folded``, and blind to hyphens and spaces."""
    return unicodedata.normalize("NFC", _BLIND.sub("", folded(name)))


def singular(key: str) -> str:
    """Return a name key without an English plural ending, for spotting near-duplicates only."""
    if key.endswith("ies") and len(key) > 5:
        return key[:-3] + "y"
    if key.endswith(("ches", "shes", "sses", "xes")):
        return key[:-2]
    if key.endswith("s") and not key.endswith(("ss", "us", "is")) and len(key) > 3:
        return key[:-1]
    return key


def slugify(name: str) -> str:
    """Return ``name`` as a slug of ``[a-z0-9-]``; accents and apostrophes are dropped, other signs become hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower().replace("'", "")
    return _NOT_SLUG.sub("-", plain).strip("-")
