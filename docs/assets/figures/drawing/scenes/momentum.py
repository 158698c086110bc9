"""The six steps of the entry on momentum, beside plain descent, on the loss w²."""

from drawing.canvas import figure, text
from drawing.plot import Plot

RATE, MEMORY, START = 0.1, 0.5, 1.0


def weights(memory: float, steps: int) -> list[float]:
    """Return the weight at the start and after each step; without memory this is plain descent."""
    found, velocity = [START], 0.0
    for _ in range(steps):
        velocity = memory * velocity + 2 * found[-1]
        found.append(found[-1] - RATE * velocity)
    return found


def draw() -> str:
    """Draw both weights over the steps."""
    steps = 10
    plot = Plot(x=(0, steps), y=(-0.15, 1), left=40, top=30, width=322, height=210)
    fast, plain = weights(MEMORY, steps), weights(0, steps)
    parts = [
        text(4, 13, "w", "t2", anchor="start"),
        *plot.y_axis([(0.5, "0.5"), (1, "1")]),
        plot.text(0, 0, "0", "t2", shift=(-6, 4), anchor="end"),
        plot.lines([(0, 0), (steps, 0)], "ax"),
        *(plot.text(step, plot.y[0], str(step), "t2", shift=(0, 17)) for step in range(steps + 1)),
        plot.text(steps / 2, plot.y[0], "step", "t2", shift=(0, 36)),
        plot.lines(list(enumerate(plain)), "b"),
        plot.lines(list(enumerate(fast)), "a"),
        *(plot.circle(step, w, 3.5, "pb") for step, w in enumerate(plain)),
        *(plot.circle(step, w, 3.5, "pa") for step, w in enumerate(fast)),
        plot.text(5, plain[5], "without momentum", shift=(6, -12), anchor="start"),
        plot.text(2.5, (fast[2] + fast[3]) / 2, "with", "ta", shift=(-12, 14), anchor="end"),
        plot.text(6, fast[6], "overshoots", "ta", shift=(-10, 12), anchor="end"),
        plot.text(0.2, 0, "lowest loss", "t2", shift=(0, -10), anchor="start"),
    ]
    return figure(380, 288, *parts)
