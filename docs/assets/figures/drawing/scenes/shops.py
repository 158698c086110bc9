"""Two runs of k-means on the six shops of the entry on k-means: one good stop and one poor one."""

from collections.abc import Sequence

from drawing.canvas import circle, figure, line, path, rect, shown, text, trace

SHOPS = (0.0, 1.0, 10.0, 11.0, 20.0, 21.0)
STARTS = {"start A": (0.0, 10.0, 20.0), "start B": (0.0, 1.0, 10.0)}


def clusters(centres: Sequence[float]) -> list[list[float]]:
    """Return for each centre the shops that are nearest to it."""
    found: list[list[float]] = [[] for _ in centres]
    for shop in SHOPS:
        gaps = [abs(shop - centre) for centre in centres]
        found[gaps.index(min(gaps))].append(shop)
    return found


def run(centres: Sequence[float]) -> list[float]:
    """Return the centres at which the two steps of Lloyd's algorithm come to rest."""
    moved = [sum(cluster) / len(cluster) for cluster in clusters(centres)]
    return moved if moved == list(centres) else run(moved)


def cost(centres: Sequence[float]) -> float:
    """Return the sum of squared distances to the nearest centre."""
    return sum(
        (shop - centre) ** 2 for centre, cluster in zip(centres, clusters(centres), strict=True) for shop in cluster
    )


def draw() -> str:
    """Draw for each start the clusters and the centres at the end, and what they cost."""
    parts: list[str] = []
    for row, (name, start) in enumerate(STARTS.items()):
        top, centres = 14 + 112 * row, run(start)
        level = top + 44
        parts += [
            text(4, top, f"{name}, at rest", "h", anchor="start"),
            text(376, top, f"cost {shown(cost(centres))}", "h", anchor="end"),
            *(text(_x(shop + 0.5), top + 21, f"{shown(shop)}, {shown(shop + 1)}", "t2") for shop in SHOPS[::2]),
        ]
        for index, cluster in enumerate(clusters(centres)):
            left, right = _x(cluster[0]) - 8, _x(cluster[-1]) + 8
            parts.append(rect(left, level - 11, right - left, 22, "l hb" if index % 2 else "l fa", round_=8))
        parts.append(line(2, level, 378, level, "ax"))
        parts += [circle(_x(shop), level, 4.5, "pb") for shop in SHOPS]
        for centre in centres:
            x = _x(centre)
            parts.append(path(trace([(x - 5, level + 23), (x + 5, level + 23), (x, level + 15)], closed=True), "pa"))
            parts.append(text(x, level + 38, shown(centre), "ta"))
    parts.append(text(190, 238, "triangles: centroids; numbers: kilometers", "t2"))
    return figure(380, 248, *parts)


def _x(kilometre: float) -> float:
    return 14 + 16.8 * kilometre
