"""Softmax at three temperatures, on the scores of the entry."""

import math
from collections.abc import Sequence

from drawing.canvas import figure, line, rect, text

SCORES = {"cat": 2.0, "dog": 1.0, "fox": 0.0}
LOOKS = ("pa", "fa a thin", "box thin")
TALL = 150


def softmax(scores: Sequence[float], temperature: float = 1) -> list[float]:
    """Shares of one whole: exp(score / temperature), each divided by their sum."""
    powers = [math.exp(score / temperature) for score in scores]
    return [power / sum(powers) for power in powers]


def draw() -> str:
    """Draw one group of bars for each temperature."""
    floor = 192
    parts = [text(190, 14, "scores: cat 2, dog 1, fox 0", "t2")]
    for group, (temperature, name, effect) in enumerate(
        [(0.5, "T = 0.5", "further apart"), (1, "T = 1", "plain softmax"), (2, "T = 2", "closer together")]
    ):
        left = 8 + 126 * group
        if temperature == 1:
            parts.append(rect(left - 6, 24, 124, floor + 36, "hb", round_=6))
        for bar, (animal, share) in enumerate(zip(SCORES, softmax(list(SCORES.values()), temperature), strict=True)):
            x = left + 2 + 37 * bar
            parts += [
                rect(x + 3, floor - TALL * share, 29, TALL * share, LOOKS[bar]),
                text(x + 17.5, floor - TALL * share - 6, f"{share:.3f}".removeprefix("0")),
                text(x + 17.5, floor + 16, animal, "t2"),
            ]
        parts += [
            line(left, floor, left + 112, floor, "ax"),
            text(left + 56, floor + 37, name, "h"),
            text(left + 56, floor + 53, effect, "t2"),
        ]
    return figure(380, 254, *parts)
