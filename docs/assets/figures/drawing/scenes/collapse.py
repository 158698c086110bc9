"""Three turns of the chase in the entry on mode collapse: fakes, ratings, and where the generator hops."""

from collections.abc import Sequence

from drawing.canvas import arrow, figure, line, rect, text

KINDS = ("A", "B", "C")
REAL = 1 / 3
"""The share of each kind in the real data."""
START = (0.2, 0.3, 0.5)


def rating(fake: float) -> float:
    """Return the best possible rating of a kind whose share among the fakes is given."""
    return REAL / (REAL + fake)


def turns(count: int) -> list[tuple[float, ...]]:
    """Return the shares of the fakes: in each turn all go to the kind rated highest so far, the first of equals."""
    found = [tuple(START)]
    for _ in range(count):
        ratings = [rating(fake) for fake in found[-1]]
        best = ratings.index(max(ratings))
        found.append(tuple(float(kind == best) for kind in range(len(KINDS))))
    return found


def _turn(left: float, name: str, fakes: Sequence[float]) -> list[str]:
    """Return the bars of one turn with the rating of each kind below."""
    floor, tall, wide = 150, 96, 30
    ratings = [rating(fake) for fake in fakes]
    best = ratings.index(max(ratings))
    level = floor - tall * REAL
    parts = [text(left + 1.5 * 36, 16, name, "h")]
    for kind, (letter, fake) in enumerate(zip(KINDS, fakes, strict=True)):
        x = left + 36 * kind + 3
        if fake:
            parts.append(rect(x, floor - tall * fake, wide, tall * fake, "l fa"))
        if kind == best:
            parts.append(rect(x - 2, floor + 24, wide + 4, 22, "hl", round_=4))
        words = f"{ratings[kind]:.3f}".removeprefix("0") if ratings[kind] < 1 else "1"
        parts += [
            text(x + wide / 2, floor + 17, letter),
            text(x + wide / 2, floor + 39, words, "th" if kind == best else "t2"),
        ]
    return [*parts, line(left, level, left + 108, level, "b thin"), line(left, floor, left + 108, floor, "ax")]


def draw() -> str:
    """Draw the mix of the example, then all fakes in A, then all in B."""
    names = ("a mix", "all in A", "all in B")
    parts: list[str] = []
    for index, (name, fakes) in enumerate(zip(names, turns(2), strict=True)):
        parts += _turn(8 + 126 * index, name, fakes)
    parts += [
        arrow([(118, 16), (134, 16)], "l"),
        arrow([(244, 16), (260, 16)], "l"),
        text(62, 84, "real: 1/3 each", "t2"),
        text(190, 214, "bars: fakes; below: the rating of each kind", "t2"),
        text(190, 232, "the next fakes go where it is highest", "t2"),
    ]
    return figure(380, 240, *parts)
