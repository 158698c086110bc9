"""Losses as curves: cross-entropy, squared and absolute error, and the generator's two choices."""

import math

from drawing.canvas import figure, rect, shown, text
from drawing.plot import Plot
from drawing.scenes.sigmoid import sigmoid

WRONG, FIXED, UNSURE, SURE = 0.05, 0.20, 0.50, 0.80
"""The probabilities that the true classes get in the entry on cross-entropy."""


def log_loss(probability: float) -> float:
    """Minus the natural logarithm of the probability given to the true class."""
    return -math.log(probability)


def draw_cross_entropy() -> str:
    """Draw cross-entropy and squared error over the probability of the true class."""
    plot = Plot(x=(0, 1), y=(0, 3.6), left=30, top=24, width=332, height=200)
    parts = [
        text(4, 13, "loss", "t2", anchor="start"),
        *plot.y_axis([(value, str(value)) for value in range(4)]),
        *plot.x_axis([(value / 5, f"{value / 5:g}") for value in range(6)]),
        text(196, 260, "probability that the model gave to the true class", "t2"),
        plot.curve(lambda p: (1 - p) ** 2, "b", pieces=4),
        plot.curve(log_loss, "a", span=(math.exp(-3.6), 1), pieces=16),
        plot.text(0.025, 0.25, "squared error", anchor="start"),
        plot.text(0.32, log_loss(0.32), "cross-entropy −log p", "ta", shift=(10, -8), anchor="start"),
    ]
    for probability, shift in ((WRONG, (9, 2)), (FIXED, (9, 0)), (UNSURE, (5, -8)), (SURE, (3, -9))):
        parts += [
            plot.circle(probability, log_loss(probability), 4, "pa"),
            plot.text(
                probability, log_loss(probability), f"{log_loss(probability):.3f}", "h", shift=shift, anchor="start"
            ),
        ]
    return figure(380, 270, *parts)


def draw_errors() -> str:
    """Draw squared and absolute error over the error of a prediction, with the misses of the entry's two models."""
    plot = Plot(x=(-5.5, 5.5), y=(0, 28), left=30, top=24, width=332, height=230)
    parts = [
        text(4, 13, "loss", "t2", anchor="start"),
        *plot.y_axis([(value, str(value)) for value in (0, 5, 10, 15, 20, 25)]),
        *plot.x_axis([(value, shown(value)) for value in range(-5, 6)]),
        text(196, 290, "error: prediction minus target, in minutes", "t2"),
        plot.curve(lambda error: error * error, "a", span=(-math.sqrt(28), math.sqrt(28)), pieces=8),
        plot.lines([(-5.5, 5.5), (0, 0), (5.5, 5.5)], "b"),
        plot.text(-4.3, 4.3**2, "squared", "ta", shift=(12, 0), anchor="start"),
        plot.text(-4.3, 1.0, "absolute"),
    ]
    for error, value, label, shift, anchor in (
        (2, 4, "4", (-8, -4), "end"),
        (2, 2, "2", (8, 13), "start"),
        (5, 25, "25", (-9, 2), "end"),
        (5, 5, "5", (0, -9), "middle"),
    ):
        look = "pa" if value == error**2 else "pb"
        parts += [plot.circle(error, value, 4, look), plot.text(error, value, label, "h", shift=shift, anchor=anchor)]
    return figure(380, 300, *parts)


def saturating(score: float) -> float:
    """Return what the generator lowers in the minimax game, log(1 - D), where D is the sigmoid of the raw score."""
    return math.log(1 - sigmoid(score))


def non_saturating(score: float) -> float:
    """Return what it lowers in the usual variant, -log D."""
    return -math.log(sigmoid(score))


def draw_generator() -> str:
    """Draw the generator's two losses over the discriminator's raw score; ratings stand under the scores."""
    plot = Plot(x=(-5.4, 5.4), y=(-5.4, 5.4), left=34, top=26, width=332, height=210)
    easy, _ = plot.at(math.log(0.01 / 0.99), 0)
    parts = [
        rect(easy - 22, plot.top, 44, plot.height, "hb"),
        text(4, 14, "loss of the generator", "t2", anchor="start"),
        *plot.y_axis([(-4, "−4"), (-2, "−2"), (0, "0"), (2, "2"), (4, "4")]),
        *plot.x_axis([(math.log(d / (1 - d)), f"{d:g}") for d in (0.01, 0.1, 0.5, 0.9, 0.99)]),
        text(200, 272, "rating of the fake, evenly spaced by raw score", "t2"),
        plot.curve(non_saturating, "a", pieces=8),
        plot.curve(saturating, "b", pieces=8),
        plot.text(-2.6, non_saturating(-2.6), "non-saturating: −log D", "ta on", shift=(12, -4), anchor="start"),
        plot.text(2.6, saturating(2.6), "minimax: log(1 − D)", "on", shift=(-12, 6), anchor="end"),
    ]
    score = math.log(0.01 / 0.99)
    for value, look, label, place in (
        (non_saturating(score), "pa", f"slope −{1 - sigmoid(score):.2f}", (12, 3)),
        (saturating(score), "pb", f"slope −{sigmoid(score):.2f}", (-6, 20)),
    ):
        parts += [
            plot.circle(score, value, 4, look),
            plot.text(score, value, label, "h on", shift=place, anchor="start"),
        ]
    return figure(380, 282, *parts)
