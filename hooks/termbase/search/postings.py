"""The full text: for each stem the entries that hold it, with an impact and the place where it weighs most.

Ranking is BM25 with weighted fields (Robertson, Zaragoza and Taylor 2004, "Simple BM25 extension to multiple weighted
fields", but for lengths, which count every word once), worked out at build: a reader's browser only adds up (Anh and
Moffat 2006, "Pruned query evaluation using pre-computed impacts").
"""

from __future__ import annotations

import math
from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence

from termbase.search.documents import Document
from termbase.search.normal import STOP, normal, stem

NAME, ALIAS, PLAIN, ASKED = 5.0, 4.0, 4.0, 4.0
PLACE_WEIGHTS = (0.0, 1.0, 0.5, 0.7, 1.0, 0.5)
K1, B = 2.5, 0.5
# Postings of a stem beyond these are of entries that it says least about: a share of all, at least MANY. What most
# entries say in passing tells nothing, and yet a common word may be the one that learners ask an entry by.
MOST_SHARE, MANY, MOST_POSTINGS = 0.25, 50, 500
# An impact and a place fill two digits of base 36: 8 × 161 + 7 is the last number below 36². A greater impact counts as
# the greatest.
PLACES, MOST_IMPACT, IMPACT_SCALE = 8, 161, 9.0
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_PAIRS = tuple(a + b for a in _DIGITS for b in _DIGITS)


def postings(documents: Sequence[Document]) -> Iterator[tuple[str, str]]:
    """Yield ``(stem, postings)``, in no order. Linear in the text.

    A posting is the distance from the entry before, in base 36 and left out where it is 1, then impact and place as two
    digits of base 36 (``impact * 8 + place``). Entries count from 0, so the first distance is the number plus 1.
    """
    found: dict[str, array[float]] = defaultdict(lambda: array("d"))
    lengths = []
    for number, document in enumerate(documents):
        length, weights = _weights(document)
        lengths.append(length)
        for word, (weight, _, place) in weights.items():
            found[word].extend((number, weight, place))
    mean = sum(lengths) / len(lengths) if any(lengths) else 1.0
    norms = [K1 * (1 - B + B * length / mean) for length in lengths]
    for word, flat in found.items():
        yield word, _packed(_impacts(flat, norms))


def _weights(document: Document) -> tuple[float, dict[str, list[float]]]:
    """Return how many stems a document has, and for each its weight, its greatest single weight and the place of it."""
    weights: dict[str, list[float]] = {}
    length = 0
    for text, weight, place in _fields(document):
        for word in normal(text).split():
            if word in STOP:
                continue
            length += 1
            one = stem(word)
            if (known := weights.get(one)) is None:
                weights[one] = [weight, weight, place]
            else:
                known[0] += weight
                if weight > known[1]:
                    known[1:] = weight, place
    return length, weights


def _fields(document: Document) -> Iterator[tuple[str, float, int]]:
    yield document.title, NAME, 0
    for alias in document.aliases:
        yield alias, ALIAS, 0
    yield document.plain, PLAIN, 0
    for asked in document.asked:
        yield asked, ASKED, 0
    for passage in document.passages:
        yield passage.text, PLACE_WEIGHTS[passage.place], passage.place


def _impacts(flat: array[float], norms: Sequence[float]) -> list[tuple[int, int, int]]:
    """Return ``(number, impact, place)`` of each entry that holds a stem, of the highest impacts only.

    ``norms`` is what the length of each entry takes from its scores.
    """
    total, count = len(norms), len(flat) // 3
    rarity = math.log(1 + (total - count + 0.5) / (count + 0.5))
    scored = []
    for index in range(0, len(flat), 3):
        number, weight, place = int(flat[index]), flat[index + 1], int(flat[index + 2])
        scored.append((rarity * weight * (K1 + 1) / (weight + norms[number]), number, place))
    most = min(MOST_POSTINGS, max(MANY, round(MOST_SHARE * total)))
    if len(scored) > most:
        scored = sorted(sorted(scored, key=lambda posting: -posting[0])[:most], key=lambda posting: posting[1])
    return [(number, max(1, min(MOST_IMPACT, round(score * IMPACT_SCALE))), place) for score, number, place in scored]


def _packed(impacts: list[tuple[int, int, int]]) -> str:
    parts = []
    before = -1
    for number, impact, place in impacts:
        step = number - before
        parts.append(("" if step == 1 else _base36(step)) + _PAIRS[impact * PLACES + place])
        before = number
    return " ".join(parts)


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits
