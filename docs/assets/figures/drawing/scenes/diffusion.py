"""The numbers -1 and 1 of the entry on diffusion models: their distribution as noise is added in two steps."""

import math
from functools import partial

from drawing.canvas import arrow, figure, line, shown, text
from drawing.plot import Plot

SCHEDULE = (0.36, 0.4375)
"""How much noise each step adds, as a variance."""


def left(step: int) -> float:
    """Return the share of the clean variance that is left after a step."""
    return math.prod(1 - noise for noise in SCHEDULE[:step])


def normal(x: float) -> float:
    """Return the density of the standard normal distribution."""
    return math.exp(-x * x / 2) / math.sqrt(2 * math.pi)


def density(x: float, step: int) -> float:
    """Return the density of the noisy number after a step, from the first on."""
    shrink, size = math.sqrt(left(step)), math.sqrt(1 - left(step))
    return sum(normal((x - sign * shrink) / size) / size for sign in (-1, 1)) / 2


def chance(x: float, step: int) -> float:
    """Return the probability that 1 is hidden in the noisy number x."""
    shrink, size = math.sqrt(left(step)), math.sqrt(1 - left(step))
    plus, minus = (normal((x - sign * shrink) / size) for sign in (1, -1))
    return plus / (plus + minus)


def draw() -> str:
    """Draw the clean distribution and what two steps of noise make of it, one below the other."""
    high, gap = 68, 96
    plots = [Plot(x=(-3.2, 3.2), y=(0, 0.42), left=84, top=22 + gap * row, width=230, height=high) for row in range(3)]
    parts = []
    for step, plot in enumerate(plots):
        level = plot.at(0, 0)[1]
        parts += [
            line(plot.left, level, plot.left + plot.width, level, "ax"),
            text(4, level - 24, "data" if not step else f"step {step}", "h", anchor="start"),
            *([] if step else [text(4, level - 7, "−1 or 1", "t2", anchor="start")]),
            *([text(4, level - 7, f"noise {shown(1 - left(step))}", "t2", anchor="start")] if step else []),
        ]
    for sign in (-1, 1):
        parts += [
            plots[0].lines([(sign, 0), (sign, 0.33)], "a"),
            plots[0].circle(sign, 0.33, 4, "pa"),
            plots[0].text(sign, 0.33, "1/2", shift=(0, -10)),
        ]
    parts += [
        plots[2].curve(normal, "l dash"),
        *(plots[step].curve(partial(density, step=step), "a") for step in (1, 2)),
        plots[2].text(1.1, normal(1.1), "pure noise", "t2", shift=(9, -6), anchor="start"),
    ]
    foot = plots[2].at(0, 0)[1]
    parts += [text(plots[2].at(x, 0)[0], foot + 18, shown(x), "t2") for x in (-3, -2, -1, 0, 1, 2, 3)]
    top = plots[0].top + 6
    parts += [
        arrow([(338, top), (338, foot - 4)], "l"),
        arrow([(372, foot - 4), (372, top)], "a dash"),
        text(329, (top + foot) / 2, "add noise", turn=-90),
        text(364, (top + foot) / 2, "remove noise", "ta", turn=-90),
    ]
    return figure(380, foot + 26, *parts)
