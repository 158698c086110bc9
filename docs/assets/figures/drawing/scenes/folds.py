"""The three rounds of cross-validation on the six puppies of the entry on cross-validation."""

from collections.abc import Callable, Sequence
from statistics import fmean

from drawing.canvas import figure, line, rect, text

WEIGHTS = {1: 1.0, 2: 2.0, 3: 3.0, 4: 3.0, 5: 4.0, 6: 5.0}
"""Kilograms by age in weeks."""
FOLDS = ((1, 4), (2, 5), (3, 6))

Candidate = Callable[[int, Sequence[int]], float]


def mean(_: int, known: Sequence[int]) -> float:
    """Predict the average weight of the known puppies."""
    return fmean(WEIGHTS[other] for other in known)


def neighbour(age: int, known: Sequence[int]) -> float:
    """Predict the weight at the nearest known age, or the average of two that are equally near."""
    near = min(abs(age - other) for other in known)
    return fmean(WEIGHTS[other] for other in known if abs(age - other) == near)


def errors(candidate: Candidate) -> list[float]:
    """Return the mean squared error on each fold."""
    return [
        fmean((WEIGHTS[age] - candidate(age, [other for other in WEIGHTS if other not in fold])) ** 2 for age in fold)
        for fold in FOLDS
    ]


def draw() -> str:
    """Draw the puppies of each round, the two that are held out marked, beside the errors of both candidates."""
    left, cell, top, step = 68, 30, 54, 42
    candidates = ((300, "mean", mean), (376, "neighbor", neighbour))
    parts = [
        text(left + 3 * cell, 16, "ages of the puppies", "t2"),
        text(376, 16, "error on the fold", "t2", anchor="end"),
        *(text(x, 40, name, "h", anchor="end") for x, name, _ in candidates),
    ]
    for row, fold in enumerate(FOLDS):
        y = top + step * row
        parts.append(text(4, y + 20, f"round {row + 1}", anchor="start"))
        for column, age in enumerate(WEIGHTS):
            x, held = left + cell * column, age in fold
            parts += [
                rect(x + 1.5, y, cell - 3, 30, "here" if held else "box thin", round_=3),
                text(x + cell / 2, y + 20, str(age), "h" if held else "t2"),
            ]
        parts += [
            text(x, y + 20, f"{errors(candidate)[row]:.3f}".rstrip("0").rstrip("."), anchor="end")
            for x, _, candidate in candidates
        ]
    foot = top + step * len(FOLDS)
    parts += [
        line(268, foot, 376, foot, "ax"),
        text(left + 1, foot + 20, "marked: held out", "t2", anchor="start"),
        text(250, foot + 20, "average", "t2", anchor="end"),
        *(
            text(x, foot + 20, f"{fmean(errors(candidate)):.3f}".rstrip("0"), "h", anchor="end")
            for x, _, candidate in candidates
        ),
    ]
    return figure(380, foot + 32, *parts)
