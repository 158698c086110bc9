"""One residual block of the entry on residual connections: values forward, the gradient back."""

from drawing.canvas import arrow, circle, figure, lines, rect, shown, text

SLOPE, INPUT, BLOCKS = 0.1, 2.0, 3
"""The block computes SLOPE times its input; the entry stacks three of them."""


def forward(value: float, blocks: int, *, around: bool) -> float:
    """Return what leaves a stack of blocks, with or without the path around each."""
    for _ in range(blocks):
        value = SLOPE * value + (value if around else 0)
    return value


def gradient(blocks: int, *, around: bool) -> float:
    """Return the slope of what leaves the stack for what enters it."""
    return (SLOPE + (1 if around else 0)) ** blocks


RADIUS = 18


def _block(y: float, start: str, end: str) -> list[str]:
    """Return the nodes of a block: input, function, sum, output."""
    return [
        circle(30, y, RADIUS, "box"), text(30, y + 5, start, "h"),
        rect(136, y - 19, 86, 38, "box", round_=6), text(179, y + 5, f"F(x) = {shown(SLOPE)}x"),
        circle(290, y, 12, "box"), text(290, y + 5, "+"),
        circle(352, y, RADIUS, "box"), text(352, y + 5, end, "h"),
    ]  # fmt: skip


def draw() -> str:
    """Draw the block twice: what flows forward, and what flows back."""
    first, second, rise = 96.0, 250.0, 54
    change = SLOPE * INPUT
    parts = [
        text(4, 14, "forward: values", "h", anchor="start"),
        arrow([(50, first), (132, first)], "l"),
        arrow([(222, first), (275, first)], "l"),
        arrow([(302, first), (330, first)], "l"),
        arrow([(84, first), (84, first - rise), (290, first - rise), (290, first - 15)], "a", bend=12),
        text(187, first - rise - 8, f"around: {shown(INPUT)}, unchanged", "ta"),
        text(248, first - 8, shown(change)),
        *_block(first, shown(INPUT), shown(forward(INPUT, 1, around=True))),
        text(30, first + 36, "x", "t2"),
        text(352, first + 36, "y", "t2"),
        text(4, 168, "backward: gradient", "h", anchor="start"),
        arrow([(332, second), (305, second)], "l dash"),
        arrow([(278, second), (226, second)], "l dash"),
        lines([(136, second), (84, second)], "l dash"),
        arrow([(84, second), (52, second)], "a"),
        arrow([(290, second - 12), (290, second - rise), (84, second - rise), (84, second - 3)], "a", bend=12),
        text(187, second - rise - 8, "around: × 1", "ta"),
        text(252, second - 8, "1", "t2"),
        text(110, second + 19, shown(SLOPE)),
        *_block(second, shown(gradient(1, around=True)), "1"),
        text(179, second + 36, f"through F: × {shown(SLOPE)}", "t2"),
    ]
    return figure(380, 294, *parts)
