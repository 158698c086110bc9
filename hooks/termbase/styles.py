"""Style sheets made small, and those of a theme cut down to what a site uses."""

from __future__ import annotations

import re
from collections.abc import Collection

from lightningcss import process_stylesheet

# The oldest browsers that are written for: those of 2022 and 2023.
_BROWSERS = ["chrome 109", "firefox 115", "safari 16"]
# The classes of the theme that our templates give to a text and to what is around it.
FRAME_CLASSES = frozenset({"md-content", "md-content__inner", "md-typeset"})

_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_KEYFRAMES = re.compile(r"@(?:-webkit-)?keyframes\s+([\w-]+)")
_CLASSES_OF_TAG = re.compile(r"<[^<>]*\sclass=[\"']?([^\"'<>]*)")
_READ = re.compile(r"var\((--[\w-]+)")
_DECLARED = re.compile(r"(--[\w-]+):")


def minified(sheet: str) -> str:
    """Return a style sheet that means the same in fewer characters.

    Raises:
        ValueError: The sheet is no CSS.

    """
    return process_stylesheet(sheet, browsers_list=_BROWSERS)


def classes_of(html: str) -> frozenset[str]:
    """Return every class that an element of ``html`` has."""
    return frozenset(name for names in _CLASSES_OF_TAG.findall(html) for name in names.split())


def purged(sheet: str, used: Collection[str]) -> str:
    """Return ``sheet`` without the rules that only ask for classes not ``used``, and without what no rule then reads.

    Raises:
        ValueError: The sheet is no CSS.

    """
    kept = _without(sheet, {*_CLASS.findall(sheet)}.difference(used))
    unread = {*_DECLARED.findall(kept)}.difference(_READ.findall(kept))
    unplayed = {name for name in _KEYFRAMES.findall(kept) if len(re.findall(rf"\b{re.escape(name)}\b", kept)) == 1}
    return _without(kept, unread | unplayed)


def _without(sheet: str, symbols: set[str]) -> str:
    return process_stylesheet(sheet, unused_symbols=symbols, browsers_list=_BROWSERS)
