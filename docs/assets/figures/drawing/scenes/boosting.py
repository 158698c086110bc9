"""The four homes of the entry on gradient boosting: the sum of trees after each round."""

from dataclasses import dataclass

from drawing.canvas import figure, text
from drawing.plot import Plot

ROOMS = (1, 2, 3, 4)
PRICES = (10.0, 13.0, 19.0, 30.0)
RATE = 0.5


@dataclass(frozen=True, slots=True)
class Round:
    """Predictions after a round, their mean squared error, and the question of its tree (0 at the start)."""

    predictions: tuple[float, ...]
    error: float
    limit: int


def rounds(count: int) -> list[Round]:
    """Return the start, then each round: half the one-question tree that fits the residuals best."""
    sums = [sum(PRICES) / len(PRICES)] * len(PRICES)
    found = [Round(tuple(sums), _error(sums), 0)]
    for _ in range(count):
        residuals = [price - value for price, value in zip(PRICES, sums, strict=True)]
        limit = min(ROOMS[:-1], key=lambda split: _misfit(residuals, split))
        tree = _leaves(residuals, limit)
        sums = [value + RATE * leaf for value, leaf in zip(sums, tree, strict=True)]
        found.append(Round(tuple(sums), _error(sums), limit))
    return found


def _leaves(residuals: list[float], limit: int) -> list[float]:
    """For each home the mean residual of its leaf, when the tree asks for more than `limit` rooms."""
    low, high = residuals[:limit], residuals[limit:]
    return [sum(low) / len(low)] * len(low) + [sum(high) / len(high)] * len(high)


def _misfit(residuals: list[float], limit: int) -> float:
    return sum((r - leaf) ** 2 for r, leaf in zip(residuals, _leaves(residuals, limit), strict=True))


def _error(sums: list[float]) -> float:
    return sum((price - value) ** 2 for price, value in zip(PRICES, sums, strict=True)) / len(PRICES)


def draw() -> str:
    """Draw three panels: the mean, the sum after one tree, and after two; residuals stand as lines."""
    parts = [text(4, 14, "price", "t2", anchor="start")]
    for index, (state, title) in enumerate(
        zip(rounds(2), ("start: mean", "after tree 1", "after tree 2"), strict=True)
    ):
        plot = Plot(x=(0.5, 4.5), y=(6, 32), left=30 + 118 * index, top=24, width=108, height=164)
        if index == 0:
            parts += plot.y_axis([(value, str(value)) for value in (10, 20, 30)])
        else:
            parts += [plot.lines([(0.5, value), (4.5, value)], "gr") for value in (10, 20, 30)]
        parts += plot.x_axis([(rooms, str(rooms)) for rooms in ROOMS])
        stairs = [
            (rooms + side, value) for rooms, value in zip(ROOMS, state.predictions, strict=True) for side in (-0.5, 0.5)
        ]
        parts += [
            *(
                plot.lines([(x, value), (x, price)], "l dash")
                for x, value, price in zip(ROOMS, state.predictions, PRICES, strict=True)
            ),
            plot.lines(stairs, "a"),
            *(plot.circle(rooms, price, 4, "pb") for rooms, price in zip(ROOMS, PRICES, strict=True)),
            text(plot.left + 54, 14, title, "h"),
            text(plot.left + 54, 221, "rooms", "t2"),
            text(plot.left + 54, 245, "mean squared", "t2"),
            text(plot.left + 54, 261, f"error {state.error:.1f}"),
        ]
    return figure(380, 270, *parts)
