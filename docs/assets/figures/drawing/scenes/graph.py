"""The small network of the entry on backpropagation: values forward, slopes backward."""

from collections.abc import Mapping
from dataclasses import dataclass

from drawing.canvas import Point, arrow, circle, figure, rect, shown, text

X, TARGET = 2.0, 4.0
HIDDEN, OUTPUT = (1.0, 0.5), (3.0, -1.0)
"""The weights from the input to the two hidden units, and from these to the output."""


@dataclass(frozen=True, slots=True)
class Pass:
    """Numbers at the nodes, and at the arrows between them, by name."""

    nodes: Mapping[str, float]
    arrows: Mapping[str, float]


def forward() -> Pass:
    """Return the value of every node, and the weight at every arrow."""
    h1, h2 = (max(0.0, weight * X) for weight in HIDDEN)
    y = OUTPUT[0] * h1 + OUTPUT[1] * h2
    nodes = {"x": X, "h₁": h1, "h₂": h2, "ŷ": y, "L": (y - TARGET) ** 2}
    return Pass(nodes, dict(zip(("xh₁", "xh₂", "h₁ŷ", "h₂ŷ"), HIDDEN + OUTPUT, strict=True)))


def backward() -> Pass:
    """Return the slope of the loss for every node and every weight, by the chain rule; both hidden units are active."""
    value = forward().nodes
    y = 2 * (value["ŷ"] - TARGET)
    h1, h2 = (y * weight for weight in OUTPUT)
    nodes = {"x": h1 * HIDDEN[0] + h2 * HIDDEN[1], "h₁": h1, "h₂": h2, "ŷ": y, "L": 1.0}
    slopes = {"xh₁": h1 * X, "xh₂": h2 * X, "h₁ŷ": y * value["h₁"], "h₂ŷ": y * value["h₂"]}
    return Pass(nodes, slopes)


PLACES: Mapping[str, Point] = {"x": (30, 78), "h₁": (138, 38), "h₂": (138, 118), "ŷ": (252, 78), "L": (346, 78)}
EDGES = (("x", "h₁"), ("x", "h₂"), ("h₁", "ŷ"), ("h₂", "ŷ"), ("ŷ", "L"))
RADIUS = 17


def _between(start: Point, end: Point, gap: float) -> tuple[Point, Point]:
    """Return the way from one node to another without the circles."""
    (x1, y1), (x2, y2) = start, end
    length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
    ux, uy = (x2 - x1) / length * gap, (y2 - y1) / length * gap
    return (x1 + ux, y1 + uy), (x2 - ux, y2 - uy)


def _half(top: float, numbers: Pass, *, back: bool) -> list[str]:
    """One of the two passes, drawn from `top` down."""
    parts: list[str] = []
    places = {name: (x, y + top) for name, (x, y) in PLACES.items()}
    for first, second in EDGES:
        start, end = _between(places[first], places[second], RADIUS + 3)
        parts.append(arrow([end, start], "a dash") if back else arrow([start, end], "l"))
        if first + second in numbers.arrows:
            label = shown(numbers.arrows[first + second])
            x, y = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
            upper = "h₁" in (first, second)
            label_y = y - 9 if upper else y + 19
            parts += [rect(x - 15, label_y - 13, 30, 18, "hl", round_=4)] if back else []
            parts.append(text(x, label_y, label if back else f"× {label}", "th" if back else ""))
    for name, (x, y) in places.items():
        parts += [circle(x, y, RADIUS, "box"), text(x, y + 5, shown(numbers.nodes[name]), "ta" if back else "h")]
        parts.append(text(x, y - RADIUS - 6 if name == "h₁" else y + RADIUS + 15, name, "t2"))
    return parts


def draw() -> str:
    """Draw the forward pass above the backward pass."""
    return figure(
        380,
        380,
        text(4, 14, "forward: values", "h", anchor="start"),
        text(300, 80, "(ŷ − 4)²", "t2"),
        *_half(10, forward(), back=False),
        text(4, 190, "backward: slopes", "ta", anchor="start"),
        *_half(186, backward(), back=True),
        text(190, 356, "slopes of the loss L: highlighted for the weights,", "t2"),
        text(190, 372, "in the circles for the values", "t2"),
    )
