"""How wide words are, and names set on a few lines.

The font is the reader's, so widths are those of Inter Medium, the widest of the usual interface fonts, rounded up.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import lru_cache
from itertools import combinations, pairwise

ELLIPSIS = "…"
_PLAIN, _OTHER, _WIDE = 0.62, 0.68, 1.0
_ADVANCES = {
    **dict.fromkeys(" !',.:;Iijl|", 0.3),
    **dict.fromkeys('"()-/[\\]frt{}', 0.42),
    **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZ", 0.75),
    **dict.fromkeys("mw%", 0.89),
    **dict.fromkeys("MW@", 1.0),
}


def width(text: str) -> float:
    """Return how wide ``text`` is, in units of its font size."""
    return sum(_ADVANCES.get(character) or _advance(character) for character in text)


def _advance(character: str) -> float:
    if character.isascii():
        return _PLAIN
    if unicodedata.combining(character):
        return 0.0
    return _WIDE if unicodedata.east_asian_width(character) in "WF" else _OTHER


@lru_cache(maxsize=1024)
def wrapped(name: str, room: float, most: int) -> tuple[str, ...]:
    """Return ``name`` on as few lines as it needs, the widest as narrow as may be, and on no more than ``most``.

    ``room`` is the width of a line in units of the font size. A name that needs more ends in an ellipsis.
    """
    words = name.split()
    # Lines filled one after the other are the fewest. Only a name that fits is cut in all ways: it has few words.
    filled = _shortened(words, room, most)
    if " ".join(filled) != " ".join(words):
        return filled
    cuts = combinations(range(1, len(words)), len(filled) - 1)
    return min((_cut(words, places) for places in cuts), key=_widest)


def _cut(words: list[str], places: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(" ".join(words[start:end]) for start, end in pairwise((0, *places, len(words))))


def _widest(lines: tuple[str, ...]) -> float:
    return max(map(width, lines))


def _shortened(words: list[str], room: float, most: int) -> tuple[str, ...]:
    """Fill the lines one after the other, and cut what is too long."""
    lines = [""]
    for word in words:
        longer = f"{lines[-1]} {word}".lstrip()
        if width(longer) <= room or not lines[-1]:
            lines[-1] = longer
        elif len(lines) < most:
            lines.append(word)
        else:
            lines[-1] = longer + ELLIPSIS
            break
    return tuple(line if width(line) <= room else _fitting(line, room) for line in lines)


def _fitting(line: str, room: float) -> str:
    kept = line.removesuffix(ELLIPSIS)
    end = bisect_right(range(len(kept) + 1), room, key=lambda end: width(kept[:end] + ELLIPSIS)) - 1
    return kept[: max(0, end)].rstrip() + ELLIPSIS
