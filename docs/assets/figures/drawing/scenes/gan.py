"""The game of a generative adversarial network, and what its smallest contest does over many rounds."""

from drawing.canvas import arrow, figure, rect, text
from drawing.plot import Plot
from drawing.scenes.sigmoid import sigmoid


def draw() -> str:
    """Draw how noise becomes a fake, fake and real example are rated, and the rating teaches both networks."""
    parts = [
        text(100, 16, "random noise z", "t2"),
        arrow([(100, 23), (100, 44)], "l"),
        rect(38, 46, 124, 40, "box", round_=5),
        text(100, 71, "generator G"),
        rect(236, 40, 112, 40, "soft", round_=2),
        rect(230, 46, 112, 40, "box thin", round_=2),
        text(286, 71, "real examples"),
        arrow([(100, 86), (100, 122), (166, 122), (166, 150)], "l", bend=10),
        text(107, 112, "fake G(z)", "t2", anchor="start"),
        arrow([(286, 86), (286, 122), (214, 122), (214, 150)], "l", bend=10),
        text(279, 112, "real x", "t2", anchor="end"),
        rect(122, 152, 136, 40, "box", round_=5),
        text(190, 177, "discriminator D"),
        arrow([(190, 192), (190, 222)], "l"),
        rect(120, 224, 140, 32, "hl", round_=5),
        text(190, 245, "how real, 0 to 1?", "th"),
        arrow([(120, 240), (14, 240), (14, 66), (36, 66)], "a dash", bend=12),
        arrow([(260, 240), (330, 240), (330, 172), (260, 172)], "b dash", bend=12),
        text(22, 146, "fakes should", "ta", anchor="start"),
        text(22, 162, "rate higher", "ta", anchor="start"),
        text(322, 208, "tell them", anchor="end"),
        text(322, 223, "apart", anchor="end"),
        text(190, 278, "dashed: the learning signal for each network", "t2"),
    ]
    return figure(380, 288, *parts)


def rounds(count: int) -> list[tuple[float, float]]:
    """Weight w and fake g at the start and after each round of the entry's smallest contest, with learning rate 1.

    The discriminator is D(x) = sigmoid(w x); its gradient is D(g) g, and the generator's is -(1 - D(g)) w.
    """
    states = [(0.0, 1.0)]
    for _ in range(count):
        w, g = states[-1]
        w -= sigmoid(w * g) * g
        g += (1 - sigmoid(w * g)) * w
        states.append((w, g))
    return states


def draw_rounds() -> str:
    """Draw how the fake swings around the real value and comes to rest slowly."""
    plot = Plot(x=(0, 48), y=(-1, 1), left=34, top=32, width=332, height=150)
    fakes = [(float(index), g) for index, (_, g) in enumerate(rounds(40))]
    parts = [
        text(4, 13, "number that the generator puts out", "t2", anchor="start"),
        *plot.y_axis([(-1, "−1"), (0, "0"), (1, "1")]),
        rect(plot.left, plot.at(0, 0)[1] - 3, plot.width, 6, "hl"),
        *plot.x_axis([(value, str(value)) for value in (0, 3, 10, 20, 30, 40)], at=-1),
        plot.lines(fakes, "a thin"),
        *(plot.circle(x, y, 2.6, "pa") for x, y in fakes),
        plot.text(1, fakes[1][1], "0.689", shift=(8, 3), anchor="start"),
        plot.text(2, fakes[2][1], "0.192", shift=(8, -1), anchor="start"),
        plot.text(48, 0, "real: 0", "h", shift=(0, -9), anchor="end"),
        text(200, 219, "round", "t2"),
    ]
    return figure(380, 228, *parts)
