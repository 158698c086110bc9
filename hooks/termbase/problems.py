"""Problems: what is wrong in a writer's file, where, and the likely repair."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from difflib import get_close_matches
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters: an error fails a strict build, advice never does."""

    ERROR = "error"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding. Ordered by path, line, code and text, which is the order of every report."""

    path: str
    line: int
    code: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        place = f"{fold(self.path)}:{self.line}"
        hint = f"advice: {self.hint}" if self.hint and self.severity is Severity.ADVICE else self.hint
        return "  ".join(part for part in (place, self.code, self.message, hint) if part)


@dataclass(frozen=True, slots=True)
class Code:
    """A stable name for one kind of problem. Every code has a case file and a paragraph in the writing guide."""

    name: str
    severity: Severity = Severity.ERROR

    def at(self, path: str, line: int, message: str, hint: str = "") -> Problem:
        """Return a problem of this kind at ``path:line``. Line breaks in the parts are folded to spaces."""
        return Problem(path, line, self.name, fold(message), fold(hint), self.severity)


def error(name: str) -> Code:
    """Declare a code that fails a strict build."""
    return Code(name)


def advice(name: str) -> Code:
    """Declare a code that informs and never fails a build."""
    return Code(name, Severity.ADVICE)


def fold(text: str) -> str:
    """Return ``text`` on one line, without control characters that could disturb a terminal."""
    return "".join(c if c.isprintable() else " " for c in text).strip()


def shorten(text: str, length: int = 60) -> str:
    """Return the writer's words for a message, at most ``length`` characters long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= length else flat[: length - 1].rstrip() + "…"


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word nearest to ``word``, ``""`` where none is near."""
    # difflib is quadratic in the length of a word: a 2 MB "name" must not hang the report.
    return next(iter(get_close_matches(word[:100], list(known), n=1, cutoff=0.75)), "")


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """Return ``did you mean `x`?`` for the known word nearest to ``word``, else ``otherwise``."""
    near = nearest(word, known)
    return f"did you mean `{near}`?" if near else otherwise


def failed(problems: Iterable[Problem]) -> bool:
    """Tell whether any problem is an error."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def as_text(problems: Sequence[Problem], entries: int) -> str:
    """Return the report for people: one line a problem, then a count."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    counts = [counted(errors, "error"), counted(len(problems) - errors, "piece", "pieces") + " of advice"]
    return "\n".join([*map(str, problems), f"{', '.join(counts)} in {counted(entries, 'entry', 'entries')}"])


def as_json(problems: Sequence[Problem], entries: int) -> str:
    """Return the same report as data: ``{"entries": n, "problems": [{path, line, code, …}]}``."""
    return json.dumps({"entries": entries, "problems": [asdict(p) for p in problems]}, indent=2)


def counted(number: int, one: str, many: str = "") -> str:
    """Return ``1 entry`` or ``2 entries``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
