"""The classic face swap of the entry on deepfakes: one shared encoder, one decoder for each person."""

from drawing.canvas import arrow, figure, rect, text


def draw() -> str:
    """Training uses both ways straight through; the swap takes the face of A to the decoder of B."""
    parts = [
        rect(2, 22, 64, 34, "box", round_=5), text(34, 44, "face A"),
        rect(2, 122, 64, 34, "box", round_=5), text(34, 144, "face B"),
        rect(104, 68, 74, 42, "box", round_=5), text(141, 86, "shared"), text(141, 102, "encoder"),
        rect(200, 72, 30, 34, "soft"), text(215, 94, "code", "t2"),
        rect(252, 18, 124, 42, "box", round_=5), text(314, 44, "decoder A"),
        rect(252, 118, 124, 42, "here", round_=5), text(314, 144, "decoder B"),
        arrow([(66, 46), (104, 76)], "a"), arrow([(66, 132), (104, 102)], "l"),
    ]  # fmt: skip
    return figure(380, 180, *parts)
