"""The smallest autoencoder, of the entry on autoencoders: two numbers, one, two again."""

from drawing.canvas import Point, arrow, circle, figure, lines, shown, text

PAIR: Point = (4, 6)


def encode(pair: Point) -> float:
    """Return the code, the mean of the two numbers."""
    return (pair[0] + pair[1]) / 2


def decode(code: float) -> Point:
    """Return a pair of equal numbers."""
    return code, code


def error(pair: Point) -> float:
    """Return the squared distance between a pair and its reconstruction."""
    return sum((a - b) ** 2 for a, b in zip(pair, decode(encode(pair)), strict=True))


def draw() -> str:
    """Draw the pair, its code and what the decoder makes of it, with the halves between them as an hourglass."""
    middle, gap, radius = 104.0, 38.0, 19
    places = ((34.0, "input", PAIR), (190.0, "code", (encode(PAIR),)), (346.0, "output", decode(encode(PAIR))))
    upper, lower = middle - 72, middle + 72
    parts = [
        lines([(62, upper), (160, middle - 28), (160, middle + 28), (62, lower)], "l fa", closed=True),
        lines([(318, upper), (220, middle - 28), (220, middle + 28), (318, lower)], "l fa", closed=True),
        text(108, middle + 5, "encoder"),
        text(272, middle + 5, "decoder"),
        text(108, middle + 24, "mean", "t2"),
        text(272, middle + 24, "twice", "t2"),
        text(190, middle - 56, "bottleneck", "t2"),
    ]
    for x, name, values in places:
        parts.append(text(x, 14, name, "h"))
        for row, value in enumerate(values):
            y = middle + gap * (2 * row - (len(values) - 1))
            parts += [circle(x, y, radius, "here" if name == "code" else "box"), text(x, y + 5, shown(value), "h")]
    (first, second), (again, other) = PAIR, decode(encode(PAIR))
    foot = 210
    parts += [
        arrow([(34, lower - 14), (34, foot), (92, foot)], "l dash", bend=10),
        arrow([(346, lower - 14), (346, foot), (288, foot)], "l dash", bend=10),
        text(190, foot - 4, "squared error", "t2"),
        text(190, foot + 14, f"{shown((first - again) ** 2)} + {shown((second - other) ** 2)} = {shown(error(PAIR))}"),
    ]
    return figure(380, 232, *parts)
