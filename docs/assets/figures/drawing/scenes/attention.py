"""One query over the three words of the entry on attention: weights, and the value that they mix."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from drawing.canvas import arrow, figure, line, rect, shown, text
from drawing.scenes.softmax import softmax

Vector = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A word with its key and its value, and how its bars look."""

    word: str
    key: Vector
    value: Vector
    look: str


QUERY: Vector = (2, 0, 2, 0)
ITEMS: Sequence[Item] = (
    Item("cat", (1, 0, 1, 0), (10, 0), "l fa"),
    Item("sleeps", (0, 1, 1, 0), (0, 10), "l hb"),
    Item("The", (0, 1, 0, 1), (5, 5), "l"),
)


def dot(first: Vector, second: Vector) -> float:
    """Return the dot product."""
    return sum(a * b for a, b in zip(first, second, strict=True))


def weights() -> list[float]:
    """Return the attention weight of each item."""
    return softmax([dot(QUERY, item.key) / math.sqrt(len(QUERY)) for item in ITEMS])


def parts_of(entry: int) -> list[float]:
    """Return what each item adds to one entry of the output."""
    return [weight * item.value[entry] for weight, item in zip(weights(), ITEMS, strict=True)]


def output() -> Vector:
    """Return the weighted average of the values."""
    return tuple(sum(parts_of(entry)) for entry in range(len(ITEMS[0].value)))


def _vector(vector: Vector) -> str:
    return f"({', '.join(map(shown, vector))})"


def draw() -> str:
    """Draw a weight for each key as a bar, and the two entries of the mixed value as stacked bars."""
    left, unit, stack = 146, 160, 33
    parts = [
        text(4, 16, f"query {_vector(QUERY)}", "h", anchor="start"),
        text(58, 44, "key", "t2", anchor="start"),
        text(left, 44, "weight", "t2", anchor="start"),
        text(376, 44, "value", "t2", anchor="end"),
    ]
    for row, (item, weight) in enumerate(zip(ITEMS, weights(), strict=True)):
        y = 54 + 32 * row
        parts += [
            text(4, y + 16, item.word, anchor="start"),
            text(58, y + 16, _vector(item.key), "t2", anchor="start"),
            rect(left, y, unit * weight, 23, item.look),
            text(left + unit * weight + 7, y + 16, f"{weight:.3f}", "h", anchor="start"),
            text(376, y + 16, _vector(item.value), anchor="end"),
        ]
    parts += [
        arrow([(190, 152), (190, 176)], "l"),
        text(4, 192, "mixed value", "h", anchor="start"),
    ]
    for entry, total in enumerate(output()):
        y, x = 204 + 34 * entry, 62.0
        parts.append(text(4, y + 17, ("first", "second")[entry], "t2", anchor="start"))
        for item, weight, part in zip(ITEMS, weights(), parts_of(entry), strict=True):
            if not part:
                continue
            parts.append(rect(x, y, stack * part, 25, item.look))
            if part > 1:
                words = f"{weight:.3f} × {shown(item.value[entry])}"
                parts.append(text(x + stack * part / 2, y + 17, words, "t2"))
            x += stack * part
        parts.append(text(x + 7, y + 17, f"{total:.2f}", "h", anchor="start"))
    parts.append(line(62, 198, 62, 268, "ax"))
    return figure(380, 274, *parts)
