"""The editorial standard of a glossary: the limits that its entries are measured against.

The engine measures; what is enough or too much is the glossary's own decision, in ``glossary/standard.yml``. A glossary
without that file has no standard, and nothing is measured.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Limit:
    """How much there may be of something: from ``least`` to ``most``, each None where it is open."""

    least: int | None = None
    most: int | None = None

    def broken_by(self, amount: float) -> str:
        """Return what a broken limit says, such as ``at most 30``; ``""`` where ``amount`` keeps it."""
        if self.least is not None and amount < self.least:
            return f"at least {self.least}"
        if self.most is not None and amount > self.most:
            return f"at most {self.most}"
        return ""


NO_LIMIT = Limit()


@dataclass(frozen=True, slots=True)
class Standard:
    """The limits by name (see ``termbase.parse.fields.STANDARD``), and two lists of lower-case words.

    ``plain_words`` are names of entries that need no link where they are used as everyday words; ``loaded_words`` are
    adjectives that claim without saying anything.
    """

    limits: Mapping[str, Limit] = field(default_factory=lambda: MappingProxyType({}))
    plain_words: frozenset[str] = frozenset()
    loaded_words: frozenset[str] = frozenset()

    def broken(self, name: str, amount: float) -> str:
        """Return what limit ``name`` says if ``amount`` breaks it, else ``""``."""
        return self.limits.get(name, NO_LIMIT).broken_by(amount)
