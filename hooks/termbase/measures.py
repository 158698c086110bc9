"""What can be measured in a writer's text: words, sentences, how hard it is to read, the symbols of a formula."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.text import without_comments

_WORD = re.compile(r"[^\W_]+(?:[-'’.,/][^\W_]+)*")
_LABEL = r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]"
_IMAGE = re.compile(rf"!{_LABEL}\([^()]*(?:\([^()]*\)[^()]*)*\)")
_LINK = re.compile(rf"{_LABEL}\([^()\s]*\)")
_DISPLAY = re.compile(r"\$\$.*?\$\$", re.DOTALL)
_MATHS = re.compile(r"(?<!\\)\$[^\s$](?:[^$]*[^\s$])?\$")
_TABLE = re.compile(r"^[ \t]*\|.*$", re.MULTILINE)
_MARKUP = re.compile(r"[*`]|^[ \t]*(?:>|[-+]|\d+\.)[ \t]+", re.MULTILINE)
# A full stop within a number or an abbreviation is followed by no capital after a space.
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]*[A-Z])|\n\s*\n")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^laeiouy]es|[^dtaeiouy]ed|[^laeiouy]e)\Z")

_UPRIGHT = re.compile(r"\\(?:text|textbf|textit|mathrm|operatorname\*?|begin|end)\s*\{[^{}]*\}")
_SYMBOL = re.compile(r"\\([A-Za-z]+)|([A-Za-z])")
_GREEK = re.compile(
    r"alpha|beta|[gG]amma|[dD]elta|(?:var)?epsilon|zeta|eta|(?:var)?theta|Theta|iota|kappa|[lL]ambda|mu|nu|[xX]i|[pP]i"
    r"|rho|[sS]igma|tau|[uU]psilon|(?:var)?phi|Phi|chi|[pP]si|[oO]mega|ell"
)
# Euler's number and the d of a derivative are read as signs, not as quantities of the formula.
_SIGNS = frozenset("ed")


def prose(markdown: str) -> str:
    """Return the words that ``markdown`` shows, with each formula in a line as one letter; tables are left out."""
    text = without_comments(markdown)
    text = _MATHS.sub("x", _DISPLAY.sub("", _TABLE.sub("", _IMAGE.sub("", text))))
    return _MARKUP.sub("", _LINK.sub(r"\1", text)).strip()


def words(markdown: str) -> list[str]:
    """Return the words of ``markdown`` as shown; a number or a formula is a word."""
    return _WORD.findall(prose(markdown))


def sentences(markdown: str) -> list[str]:
    """Return the sentences of ``markdown`` as shown."""
    return [part.strip() for part in _SENTENCE_END.split(prose(markdown)) if part.strip()]


def first_sentence(markdown: str) -> str:
    """Return the first sentence of ``markdown`` as written, with its links."""
    return _SENTENCE_END.split(without_comments(markdown), maxsplit=1)[0].strip()


def grade(markdown: str) -> float:
    """Return the school grade (United States) at which ``markdown`` can be read; 0 for no words.

    0.39 words a sentence + 11.8 syllables a word - 15.59: Kincaid, Fishburne, Rogers and Chissom, "Derivation of New
    Readability Formulas for Navy Enlisted Personnel", 1975.
    """
    found = words(markdown)
    if not found:
        return 0.0
    syllables = sum(map(_syllables, found))
    return 0.39 * len(found) / len(sentences(markdown)) + 11.8 * syllables / len(found) - 15.59


def _syllables(word: str) -> int:
    """Count groups of vowels, without endings that are not spoken. A rule of thumb, as the grade is one."""
    lower = word.lower()
    count = len(_VOWELS.findall(lower))
    if count > 1 and _SILENT.search(lower):
        count -= 1
    return max(count, 1)


def symbols(tex: str) -> Iterator[str]:
    """Yield the letters that a formula uses as symbols, Latin ones as they are and Greek ones as commands.

    Accents, fonts and words set upright do not count, nor do e and d, which are signs.
    """
    for command, letter in _SYMBOL.findall(_UPRIGHT.sub(" ", tex)):
        if _GREEK.fullmatch(command):
            yield f"\\{command}"
        elif letter and letter not in _SIGNS:
            yield letter
