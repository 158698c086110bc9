"""The classic face swap of the entry on deepfakes: one shared encoder, one decoder for each person."""

from drawing.canvas import arrow, figure, rect, text


def draw() -> str:
    """Draw one encoder for both faces and a decoder for each; the swap goes from A's frame to B's decoder."""
    parts = [
        rect(34, 4, 120, 34, "box", round_=5),
        text(94, 26, "frame of A"),
        rect(226, 4, 120, 34, "box", round_=5),
        text(286, 26, "frame of B"),
        arrow([(94, 38), (94, 60), (160, 60), (160, 82)], "a", bend=10),
        arrow([(286, 38), (286, 60), (220, 60), (220, 82)], "l dash", bend=10),
        rect(120, 84, 140, 38, "box", round_=5),
        text(190, 108, "shared encoder"),
        arrow([(190, 122), (190, 146)], "a"),
        *(rect(154 + 18 * place, 148, 18, 18, "soft") for place in range(4)),
        text(236, 155, "short code:", "t2", anchor="start"),
        text(236, 170, "pose, expression", "t2", anchor="start"),
        arrow([(166, 166), (166, 188), (94, 188), (94, 210)], "l dash", bend=10),
        arrow([(214, 166), (214, 188), (286, 188), (286, 210)], "a", bend=10),
        rect(34, 212, 120, 38, "box", round_=5),
        text(94, 236, "decoder of A"),
        rect(226, 212, 120, 38, "box", round_=5),
        text(286, 236, "decoder of B"),
        arrow([(94, 250), (94, 276)], "l dash"),
        arrow([(286, 250), (286, 276)], "a"),
        text(94, 298, "A again", "t2"),
        rect(206, 278, 160, 46, "hl", round_=5),
        text(286, 297, "B\u2019s face with", "th"),
        text(286, 314, "A\u2019s expression", "th"),
        text(14, 330, "solid: the swap", "ta", anchor="start"),
        text(14, 346, "dashed: for training", "t2", anchor="start"),
    ]
    return figure(380, 354, *parts)
