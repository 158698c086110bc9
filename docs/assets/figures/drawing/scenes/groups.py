"""The rounds of k-means on the five listeners of the entry on unsupervised learning."""

from drawing.canvas import circle, figure, line, path, rect, text, trace

HOURS = (1.0, 3.0, 8.0, 10.0, 12.0)


def assign(centres: tuple[float, float]) -> list[int]:
    """For each listener the nearer centre, 0 or 1."""
    return [int(abs(hours - centres[1]) < abs(hours - centres[0])) for hours in HOURS]


def means(groups: list[int]) -> tuple[float, float]:
    """Return the mean of each of the two groups."""
    first, second = ([h for h, group in zip(HOURS, groups, strict=True) if group == wanted] for wanted in (0, 1))
    return sum(first) / len(first), sum(second) / len(second)


def draw() -> str:
    """Draw two rounds, each with the centres before it, the groups, and the centres after it."""
    parts: list[str] = []
    centres = (1.0, 3.0)
    for row, name in enumerate(("round 1", "round 2")):
        top = 8 + 104 * row
        groups = assign(centres)
        moved = means(groups)
        parts.append(text(4, top + 54, name, "h", anchor="start"))
        for group in (0, 1):
            members = [_x(hours) for hours, mine in zip(HOURS, groups, strict=True) if mine == group]
            parts.append(
                rect(members[0] - 12, top + 38, members[-1] - members[0] + 24, 24, "fa" if group else "hb", round_=12)
            )
        parts.append(line(_x(0), top + 50, _x(13), top + 50, "ax"))
        parts += [circle(_x(h), top + 50, 5, "pa" if group else "pb") for h, group in zip(HOURS, groups, strict=True)]
        parts += [_mark(_x(centre), top + 32, "l") for centre in centres]
        parts += [text(_x(centre), top + 20, f"{centre:g}", "t2") for centre in centres]
        parts += [_mark(_x(centre), top + 68, "l", up=True) for centre in moved]
        parts += [text(_x(centre), top + 92, f"{centre:g}", "h") for centre in moved]
        centres = moved
    parts += [text(376, 28, "centers before", "t2", anchor="end"), text(376, 100, "centers after", "t2", anchor="end")]
    parts += [text(_x(hours), 236, f"{hours:g}", "t2") for hours in HOURS]
    parts.append(text(4, 236, "hours", "t2", anchor="start"))
    return figure(380, 244, *parts)


def _x(hours: float) -> float:
    return 68 + 23 * hours


def _mark(x: float, y: float, classes: str, *, up: bool = False) -> str:
    """Return a small triangle that points down at, or up from, the line."""
    sign = -1 if up else 1
    return path(trace([(x - 5, y), (x + 5, y), (x, y + sign * 7)], closed=True), classes)
