"""Normal forms of names, texts and queries. The specification is ``normal-form.md``, beside this file.

The same is written in JavaScript in ``docs/assets/js/search/normal.js``.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = frozenset("'’‘`ʼ")
_WORD = re.compile(r"[a-z]+")
_VOWEL = re.compile(r"[aeiouy]")

_BRITISH = tuple(
    (re.compile(pattern), american)
    for pattern, american in (
        (r"([a-z]{3,})is(ations?|e|ed|ers?|es|ing|able)", r"\1iz\2"),
        (r"([a-z]{3,})ys(e|ed|ers?|es|ing)", r"\1yz\2"),
        (r"([a-z]{3,})our(|s|ed|ing|al|able|ite|hoods?)", r"\1or\2"),
        (r"([a-z]+[aeiou])ll(ed|ing|ers?)", r"\1l\2"),
        (r"([a-z]{2,})tre(s?)", r"\1ter\2"),
        (r"([a-z]{3,})ogue(s?)", r"\1og\2"),
    )
)
_AMERICAN = {
    "artefact": "artifact",
    "artefacts": "artifacts",
    "grey": "gray",
    "licence": "license",
    "programme": "program",
    "programmes": "programs",
}

_OWN_STEM = frozenset(["bias", "embed", "lens", "series"])
_PLURAL = tuple(
    (re.compile(pattern), singular)
    for pattern, singular in ((r"(..+)ies", r"\1y"), (r"(.+(?:ss|x|ch|sh))es", r"\1"), (r"(.{2,}[^sui])s", r"\1"))
)
_IFY = re.compile(r"(..+)if(?:ied|ication)")
_IZE = re.compile(r"(.{4,})iz(?:ational|ation|able|ing|ed|er|e)")
_ATE = re.compile(r"(.{4,})at(?:ional|ion|ive|ing|ed|or|e)")
_VERB = re.compile(r"(...+)(?:ing|ed)")
_DOER = re.compile(r"(.{4,})(?:er|or)")
_DOUBLED = re.compile(r"(.*([bdgmnprt]))\2")
_MANNER = re.compile(r"(.{6,}?)(?:ally|al|ly)|(.{5,})ive")
_ION = re.compile(r"(...+[st])ion")

_STOP_WORDS = (
    "a an and are as at be by can define definition do does explain for from how i if in into is it its me"
    " mean meaning means my of on or please should so stand stands tell than that the then there this to versus"
    " vs was we what when where which while who why will with work works you your"
)
STOP = frozenset(_STOP_WORDS.split())


class _Folds(dict[int, str]):
    """What each character becomes, for ``str.translate``: worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = unicodedata.normalize("NFKD", chr(code).lower()).lower()
        self[code] = "".join(_folded(character) for character in folded)
        return self[code]


def _folded(character: str) -> str:
    if character in _APOSTROPHES:
        return ""
    if character == "+":
        return " plus "
    kind = unicodedata.category(character)[0]
    return "" if kind == "M" else "σ" if character == "ς" else character if kind in "LN" else " "


_FOLDS = _Folds()


def fold(text: str) -> str:
    """Return ``text`` as words of letters and numbers with one space between them, spelled as they were."""
    return " ".join(text.translate(_FOLDS).split())


def normal(text: str) -> str:
    """Return the normal form of ``text``: ``fold``, spelled the American way."""
    return " ".join(map(_american, text.translate(_FOLDS).split()))


@lru_cache(maxsize=100_000)
def _american(word: str) -> str:
    if not _WORD.fullmatch(word):
        return word
    for pattern, american in _BRITISH:
        if found := pattern.fullmatch(word):
            return found.expand(american)
    return _AMERICAN.get(word, word)


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return the stem of one word of a normal form."""
    if len(word) < 4 or not _WORD.fullmatch(word) or word in _OWN_STEM:
        return word
    word = _without_ending(_ize_less(_singular(word)))
    if len(word) < 4:
        return word
    if word.endswith(("e", "ll")):
        return word[:-1]
    return f"{word[:-1]}i" if word.endswith("y") else word


def _singular(word: str) -> str:
    for pattern, singular in _PLURAL:
        if found := pattern.fullmatch(word):
            return found.expand(singular)
    return word


def _ize_less(word: str) -> str:
    if found := _IFY.fullmatch(word):
        word = f"{found[1]}ify"
    return found[1] if (found := _IZE.fullmatch(word)) else word


def _without_ending(word: str) -> str:
    if found := _ATE.fullmatch(word):
        word = found[1]
    else:
        word = _verb_less(word)
    if found := _MANNER.fullmatch(word):
        word = found[1] or found[2]
    return found[1] if (found := _ION.fullmatch(word)) else word


def _verb_less(word: str) -> str:
    found = _VERB.fullmatch(word)
    if not (found and _VOWEL.search(found[1])):
        found = _DOER.fullmatch(word)
    if not found:
        return word
    doubled = _DOUBLED.fullmatch(found[1])
    return doubled[1] if doubled else found[1]
