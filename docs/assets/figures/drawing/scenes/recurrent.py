"""The one hidden unit of the entry on recurrent neural networks: as a loop, and unrolled over three steps."""

import math
from collections.abc import Sequence
from itertools import pairwise

from drawing.canvas import Point, arrow, circle, figure, rect, shown, text

INPUT, STATE = 1.0, 0.5
"""The weights from input to state and from state to state; there is no bias."""
SEQUENCE = (1.0, 0.0, 0.0)


def states(inputs: Sequence[float]) -> list[float]:
    """Return the state after each step, from a state of 0."""
    found, state = [], 0.0
    for value in inputs:
        state = math.tanh(INPUT * value + STATE * state)
        found.append(state)
    return found


SIDE = 22
"""Half the side of the square that holds a state."""


def _cell(x: float, y: float, state: str, value: str, name: str) -> list[str]:
    """Return a state with the input below it."""
    return [
        rect(x - SIDE, y - SIDE, 2 * SIDE, 2 * SIDE, "box", round_=6),
        text(x, y + 5, state),
        arrow([(x, y + 75), (x, y + SIDE + 4)], "l"),
        text(x + 7, y + 53, f"×\u202f{shown(INPUT)}", "t2", anchor="start"),
        circle(x, y + 94, 16, "box"),
        text(x, y + 98.5, value),
        text(x, y + 130, name, "t2"),
    ]


def draw() -> str:
    """Draw the loop on the left, and the chain of three steps with the numbers of sequence A on the right."""
    y, loop, places = 98.0, 50.0, (178.0, 264.0, 350.0)
    around: Sequence[Point] = (
        (loop + SIDE, y), (loop + 42, y), (loop + 42, y - 46), (loop - 42, y - 46), (loop - 42, y), (loop - SIDE - 4, y)
    )  # fmt: skip
    parts = [
        text(loop, 16, "a loop", "h"),
        text(places[1], 16, "the same loop, unrolled", "h"),
        arrow(around, "a", bend=10),
        text(loop, y - 54, f"×\u202f{shown(STATE)}", "ta"),
        *_cell(loop, y, "state", "x", "input"),
        text(122, y + 5, "0"),
        arrow([(131, y), (places[0] - SIDE - 4, y)], "a"),
    ]
    for before, after in pairwise(places):
        parts += [
            arrow([(before + SIDE, y), (after - SIDE - 4, y)], "a"),
            text((before + after) / 2, y - 9, f"×\u202f{shown(STATE)}", "ta"),
        ]
    for step, (x, value, state) in enumerate(zip(places, SEQUENCE, states(SEQUENCE), strict=True), 1):
        parts += _cell(x, y, f"{state:.3f}", shown(value), f"step {step}")
    parts.append(text(places[1], 56, "state = tanh of the sum", "t2"))
    return figure(380, 238, *parts)
