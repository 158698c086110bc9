"""The order of a quiz question's options: numbers stand in ascending order, all else may be shuffled."""

from __future__ import annotations

import re
from fractions import Fraction

from termbase.model import Option

_NUMBER = re.compile(
    r"(?P<sign>[-−+]?)(?P<digits>\d[\d,]*(?:\.\d+)?|\.\d+)"
    r"(?:/(?P<parts>[1-9]\d{0,9})|[eE](?P<shift>[-−+]?\d{1,3})|\^\{?(?P<power>[-−]?\d{1,3})\}?)?"
)
_AROUND = "$*_ "


def ascending(options: tuple[Option, ...]) -> tuple[Option, ...]:
    """Return ``options`` by the numbers that they are, or ``()`` where they are not all numbers.

    They are numbers if each starts with one ("3, one for each class"), or if they differ in one only ("Place 3").
    """
    texts = [option.text.text.strip(_AROUND) for option in options]
    found = [_NUMBER.match(text) for text in texts]
    if not all(found):
        alone = [list(_NUMBER.finditer(text)) for text in texts]
        found = [numbers[0] if len(numbers) == 1 else None for numbers in alone]
        if not all(found) or len({_NUMBER.sub("", text) for text in texts}) > 1:
            return ()
    values = [_value(number) for number in found if number]
    if len(set(values)) < len(values):
        return ()
    return tuple(option for _, option in sorted(zip(values, options, strict=True), key=lambda pair: pair[0]))


def _value(number: re.Match[str]) -> Fraction:
    size = Fraction(number["digits"].replace(",", "")) / int(number["parts"] or 1)
    if number["shift"]:
        size *= Fraction(10) ** _whole(number["shift"])
    if number["power"]:
        # A power of zero may not exist, and then it is no answer that anything depends on.
        size = size ** _whole(number["power"]) if size else size
    return -size if number["sign"] in ("-", "−") else size


def _whole(digits: str) -> int:
    return int(digits.replace("−", "-"))
