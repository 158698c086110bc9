"""One training step of the generator in the entry's example, on the slope of the fixed discriminator."""

from drawing.canvas import arrow, figure, rect, text
from drawing.plot import Plot
from drawing.scenes.sigmoid import sigmoid

RATE = 0.5


def judge(x: float) -> float:
    """Return the discriminator's rating of the number x."""
    return sigmoid(x - 4)


def step() -> tuple[float, float]:
    """Return the fake for the noise 1 before and after one step: G(z) = a z + b, loss -log D(G(z))."""
    a, b, z = 0.5, 2.0, 1.0
    fake = a * z + b
    slope = judge(fake) - 1
    return fake, (a - RATE * slope * z) * z + (b - RATE * slope)


def draw() -> str:
    """Draw the rating curve, the range of the real numbers, and the fake climbing the curve."""
    plot = Plot(x=(1, 8), y=(0, 1), left=34, top=26, width=332, height=170)
    before, after = step()
    low, _ = plot.at(4, 0)
    high, _ = plot.at(6, 0)
    x1, y1 = plot.at(before, judge(before))
    x2, y2 = plot.at(after, judge(after))
    parts = [
        rect(low, plot.top, high - low, plot.height, "hb"),
        text(4, 14, "rating by the discriminator", "t2", anchor="start"),
        *plot.y_axis([(0, "0"), (0.5, "0.5"), (1, "1")]),
        *plot.x_axis([(value, str(value)) for value in range(1, 9)]),
        text((low + high) / 2, plot.top + 18, "real examples"),
        text(200, 231, "number that is rated", "t2"),
        plot.curve(judge, "b", pieces=8),
        arrow([(x1 + 1, y1 - 8), (x2 - 9, y2 - 7)], "a"),
        plot.circle(before, judge(before), 4.5, "pa"),
        plot.circle(after, judge(after), 4.5, "pa"),
        text(x1 + 10, y1 + 15, f"fake {before:g}, rated {judge(before):.3f}", anchor="start"),
        text(x2 + 12, y2 + 9, f"{after:.3f}, rated {judge(after):.3f}", "ta", anchor="start"),
    ]
    return figure(380, 240, *parts)
