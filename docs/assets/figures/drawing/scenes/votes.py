"""The five rated fruits of the entry on k-nearest neighbors, and the circles that take in the first k of them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from drawing.canvas import Point, circle, figure, text
from drawing.plot import Plot


@dataclass(frozen=True, slots=True)
class Fruit:
    """Sweetness and crunch, and whether it is a pear; else it is an apple."""

    place: Point
    pear: bool


FRUITS: Sequence[Fruit] = (
    Fruit((4, 4), pear=True), Fruit((2, 5), pear=False), Fruit((4, 8), pear=False),
    Fruit((8, 5), pear=True), Fruit((7, 9), pear=True),
)  # fmt: skip
QUERY: Point = (4, 5)
SIZES = (1, 3, 5)


def nearest(fruits: Sequence[Fruit], query: Point, k: int) -> list[Fruit]:
    """Return the k fruits closest to the query, the closest first."""
    return sorted(fruits, key=lambda fruit: math.dist(fruit.place, query))[:k]


def vote(fruits: Sequence[Fruit]) -> tuple[str, int]:
    """Return the label that wins, and how many votes it has."""
    pears = sum(fruit.pear for fruit in fruits)
    return ("pear", pears) if 2 * pears > len(fruits) else ("apple", len(fruits) - pears)


def draw() -> str:
    """Draw the fruits, the new one, and a circle through the last neighbor of each k with the result of its vote."""
    plot = Plot(x=(-1.2, 9.2), y=(-0.3, 10.2), left=26, top=26, width=260, height=262.5)
    unit = plot.scale[0]
    parts = [
        text(4, 13, "crunch", "t2", anchor="start"),
        *plot.y_axis([(value, str(value)) for value in range(0, 11, 2)]),
        *plot.x_axis([(value, str(value)) for value in range(0, 9, 2)]),
        plot.text(4, -0.3, "sweetness", "t2", shift=(0, 36)),
    ]
    for k, look in zip(SIZES, ("l", "a", "l dash"), strict=True):
        near = nearest(FRUITS, QUERY, k)
        radius = math.dist(near[-1].place, QUERY)
        label, votes = vote(near)
        x, y = QUERY[0] - radius * math.sqrt(0.5), QUERY[1] - radius * math.sqrt(0.5)
        top = 40 + 50 * SIZES.index(k)
        parts += [
            plot.circle(*QUERY, unit * radius, look),
            plot.text(x, y, f"k = {k}", "ta on" if look == "a" else "on", shift=(-1, 11), anchor="end")
            if k == SIZES[0]
            else plot.text(x, y, f"k = {k}", "ta on" if look == "a" else "on", shift=(0, 5)),
            text(292, top, f"k = {k}: {label}", "ta" if look == "a" else "", anchor="start"),
            text(292, top + 17, f"votes: {votes} of {k}", "t2", anchor="start"),
        ]
    parts += [
        *(plot.circle(*fruit.place, 5, "pa" if fruit.pear else "pb") for fruit in FRUITS),
        plot.circle(*QUERY, 10, "hl"),
        plot.text(*QUERY, "?", "th", shift=(0, 5)),
        circle(302, 252, 5, "pa"), text(314, 256.5, "pear", "t2", anchor="start"),
        circle(302, 274, 5, "pb"), text(314, 278.5, "apple", "t2", anchor="start"),
    ]  # fmt: skip
    return figure(380, 330, *parts)
