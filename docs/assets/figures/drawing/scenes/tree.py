"""The decision tree of the café: eight visitors, two questions."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from drawing.canvas import Point, circle, figure, line, rect, text


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whether a visitor waited over ten minutes, has a bonus card, and came back."""

    waited: bool
    card: bool
    back: bool


VISITORS = (
    *(Visitor(waited=False, card=True, back=True) for _ in range(3)),
    Visitor(waited=False, card=False, back=True),
    Visitor(waited=False, card=False, back=False),
    Visitor(waited=True, card=True, back=False),
    *(Visitor(waited=True, card=False, back=False) for _ in range(2)),
)


def entropy(group: Sequence[Visitor]) -> float:
    """Return the entropy of the labels of a group, in bits."""
    share = sum(visitor.back for visitor in group) / len(group)
    return -sum(p * math.log2(p) for p in (share, 1 - share) if p)


def split(group: Sequence[Visitor], question: str) -> tuple[list[Visitor], list[Visitor]]:
    """Return those who answer yes and those who answer no; the question is the name of a field."""
    answers = [(getattr(visitor, question), visitor) for visitor in group]
    return [visitor for yes, visitor in answers if yes], [visitor for yes, visitor in answers if not yes]


def gain(group: Sequence[Visitor], question: str) -> float:
    """Return the information gain of a question, in bits."""
    parts = split(group, question)
    return entropy(group) - sum(len(part) / len(group) * entropy(part) for part in parts)


def _node(middle: Point, width: float, words: str, group: Sequence[Visitor], *, leaf: bool) -> list[str]:
    """Return a box with words and a dot for each visitor who reached it."""
    (x, y), first = middle, middle[0] - 6.5 * (len(group) - 1)
    look = (
        rect(x - width / 2, y - 24, width, 48, "l hb", round_=16)
        if leaf
        else rect(x - width / 2, y - 24, width, 48, "box")
    )
    dots = [circle(first + 13 * i, y + 11, 4.5, "pa" if v.back else "pb") for i, v in enumerate(group)]
    return [look, text(x, y - 5, words, "" if leaf else "h"), *dots]


def _branch(start: Point, end: Point, answer: str) -> list[str]:
    """Return the line from a question to what follows an answer."""
    (x1, y1), (x2, y2) = (start[0], start[1] + 24), (end[0], end[1] - 24)
    return [line(x1, y1, x2, y2, "l"), text((x1 + x2) / 2, (y1 + y2) / 2 + 5, answer, "t2 on")]


def draw() -> str:
    """Draw the tree with its visitors as dots."""
    root, first, second, third, fourth = (172, 28), (82, 126), (262, 126), (178, 224), (317, 224)
    late, soon = split(VISITORS, "waited")
    holders, others = split(soon, "card")
    parts = [
        *_branch(root, first, "yes"), *_branch(root, second, "no"),
        *_branch(second, third, "yes"), *_branch(second, fourth, "no"),
        *_node(root, 214, "Waited over 10 minutes?", VISITORS, leaf=False),
        *_node(first, 160, "does not come back", late, leaf=True),
        *_node(second, 158, "Has a bonus card?", soon, leaf=False),
        *_node(third, 108, "comes back", holders, leaf=True),
        *_node(fourth, 122, "probability 0.5", others, leaf=True),
        circle(10, 216, 4.5, "pa"), text(22, 221, "came back", "t2", anchor="start"),
        circle(10, 238, 4.5, "pb"), text(22, 243, "did not", "t2", anchor="start"),
    ]  # fmt: skip
    return figure(380, 256, *parts)
