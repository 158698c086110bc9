"""The three kinds of coin of the entry on the discriminator, and the best rating of each."""

from drawing.canvas import figure, line, rect, text

REAL = {"A": 0.6, "B": 0.4, "C": 0.0}
FAKE = {"A": 0.2, "B": 0.4, "C": 0.4}


def rating(kind: str) -> float:
    """Return the share of real ones among coins of this kind, when real and fake coins are equally many."""
    return REAL[kind] / (REAL[kind] + FAKE[kind])


def draw() -> str:
    """Draw bars for real coins and fakes side by side, and below them the share of the real ones as a filled bar."""
    floor, tall = 130, 150
    parts: list[str] = []
    for index, kind in enumerate(REAL):
        left = 74 + 104 * index
        real, fake = tall * REAL[kind], tall * FAKE[kind]
        parts += [
            rect(left, floor - real, 38, real, "pa"),
            rect(left + 44, floor - fake, 38, fake, "box thin"),
            text(left + 19, floor - real - 6, f"{REAL[kind]:g}"),
            text(left + 63, floor - fake - 6, f"{FAKE[kind]:g}"),
            line(left - 6, floor, left + 88, floor, "ax"),
            text(left + 41, floor + 19, f"coin {kind}", "h"),
            rect(left, floor + 36, 82, 20, "box thin", round_=3),
            rect(left, floor + 36, 82 * rating(kind), 20, "hl", round_=3),
            text(left + 41, floor + 73, f"{rating(kind):g}", "h"),
        ]
    parts += [
        text(4, 74, "real", "ta", anchor="start"),
        text(4, 92, "and fake", anchor="start"),
        text(4, floor + 43, "best", anchor="start"),
        text(4, floor + 59, "rating", anchor="start"),
    ]
    return figure(380, 212, *parts)
