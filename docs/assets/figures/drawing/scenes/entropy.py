"""The entropy of two outcomes, and the split of the eight emails of the entry on entropy."""

import math

from drawing.canvas import figure, text
from drawing.plot import Plot

SPAM, LOW, HIGH = 0.5, 0.25, 0.75
"""The share of spam before the question, and in the two groups, which are equally large."""


def entropy(p: float) -> float:
    """Return the entropy of two outcomes with the probabilities p and 1 - p, in bits."""
    return -sum(share * math.log2(share) for share in (p, 1 - p) if share)


def gain() -> float:
    """Return how far the average entropy of the groups is below the entropy before, in bits."""
    return entropy(SPAM) - (entropy(LOW) + entropy(HIGH)) / 2


def draw() -> str:
    """Draw the curve over the share of spam, and how much the question takes away."""
    plot = Plot(x=(0, 1), y=(0, 1), left=38, top=34, width=326, height=216)
    shares = [(1 - math.cos(math.pi * step / 40)) / 2 for step in range(41)]  # denser where the curve is steep
    after = entropy(LOW)
    parts = [
        text(4, 13, "entropy, bits", "t2", anchor="start"),
        *plot.y_axis([(0, "0"), (0.5, "0.5"), (1, "1")]),
        *plot.x_axis([(value / 4, f"{value / 4:g}") for value in range(5)]),
        plot.text(0.5, 0, "probability of spam", "t2", shift=(0, 36)),
        plot.lines([(p, entropy(p)) for p in shares], "a"),
        plot.lines([(LOW, after), (HIGH, after)], "l dash"),
        plot.lines([(SPAM, after), (SPAM, 1)], "b full"),
        plot.circle(SPAM, 1, 5, "pa"),
        *(plot.circle(p, after, 5, "pb") for p in (LOW, HIGH)),
        plot.text(SPAM, 1, "before: 1", "h", shift=(0, -12)),
        plot.text(SPAM, (1 + after) / 2, f"{gain():.3f}", shift=(7, 5), anchor="start"),
        plot.text(SPAM, after, f"in both groups: {after:.3f}", "h", shift=(0, 20)),
        plot.text(0, 0, "sure:", "t2", shift=(14, -28), anchor="start"),
        plot.text(0, 0, "no spam", "t2", shift=(14, -12), anchor="start"),
        plot.text(1, 0, "sure:", "t2", shift=(-14, -28), anchor="end"),
        plot.text(1, 0, "all spam", "t2", shift=(-14, -12), anchor="end"),
    ]
    return figure(380, 298, *parts)
