"""Grids of numbers: the kernel of the entry on convolution at one stop, and the windows of the entry on pooling."""

from collections.abc import Callable, Sequence
from statistics import fmean

from drawing.canvas import Point, arrow, figure, line, rect, shown, text

Grid = Sequence[Sequence[float]]

PICTURE: Grid = ((0, 0, 5, 5), (0, 0, 5, 5), (0, 0, 5, 0))
KERNEL: Grid = ((-1, 1), (-1, 1))
STOP = (0, 1)
"""The row and the column, from 0, where the kernel is drawn."""

MAP: Grid = ((1, 3, 0, 2), (4, 2, 1, 1), (0, 0, 5, 6), (1, 0, 7, 8))
SIDE = 2
"""The side of a window, which is the stride as well."""


def window(grid: Grid, row: int, column: int, side: int) -> list[float]:
    """Return the values of a square part, given by its upper left cell, in reading order."""
    return [value for line in grid[row : row + side] for value in line[column : column + side]]


def convolve(picture: Grid, kernel: Grid) -> list[list[float]]:
    """Return the weighted sum at every stop of a square kernel, without a flip, with stride 1 and no padding."""
    side = len(kernel)
    weights = window(kernel, 0, 0, side)
    return [
        [
            sum(w * x for w, x in zip(weights, window(picture, row, column, side), strict=True))
            for column in range(len(picture[0]) - side + 1)
        ]
        for row in range(len(picture) - side + 1)
    ]


def pool(grid: Grid, side: int, summary: Callable[[Sequence[float]], float]) -> list[list[float]]:
    """Return one number for each window; windows do not overlap."""
    return [
        [summary(window(grid, row, column, side)) for column in range(0, len(grid[0]), side)]
        for row in range(0, len(grid), side)
    ]


def _frame(corner: Point, cell: float, rows: int, columns: int, look: str) -> list[str]:
    """Return an empty grid whose upper left corner is given."""
    (x, y), width, height = corner, cell * columns, cell * rows
    return [
        rect(x, y, width, height, look),
        *(line(x, y + cell * row, x + width, y + cell * row, "ax thin") for row in range(1, rows)),
        *(line(x + cell * column, y, x + cell * column, y + height, "ax thin") for column in range(1, columns)),
    ]


def draw_convolution() -> str:
    """Draw the kernel on the picture at one stop, its weights under the values, and the map of all stops."""
    cell, top, left, right = 46, 26, 4, 248
    side, found = len(KERNEL), convolve(PICTURE, KERNEL)
    row, column = STOP
    x, y = left + cell * column, top + cell * row
    small, high = 42, top + (cell * len(PICTURE) - 42 * len(found)) / 2
    parts = [
        *_frame((left, top), cell, len(PICTURE), len(PICTURE[0]), "box"),
        *_frame((right, high), small, len(found), len(found[0]), "box"),
        rect(x, y, cell * side, cell * side, "here"),
        rect(right + small * column, high + small * row, small, small, "here"),
        text(x + 24, 16, "kernel", "h"),
        arrow([(x + 54, 12), (x + cell * side + 34, 12)], "a"),
        arrow([(left + cell * len(PICTURE[0]) + 14, top + 69), (right - 14, top + 69)], "l"),
    ]
    for r, values in enumerate(PICTURE):
        for c, value in enumerate(values):
            inside = row <= r < row + side and column <= c < column + side
            middle, base = left + cell * (c + 0.5), top + cell * r
            parts.append(text(middle, base + (20 if inside else 28), shown(value), "h" if inside else ""))
            if inside:
                parts.append(text(middle, base + 37, f"×\u202f{shown(KERNEL[r - row][c - column])}", "t2"))
    for r, values in enumerate(found):
        for c, value in enumerate(values):
            place = (right + small * (c + 0.5), high + small * (r + 0.5) + 5)
            parts.append(text(*place, shown(value), "h" if (r, c) == STOP else ""))
    foot = top + cell * len(PICTURE)
    parts += [
        text(left + cell * len(PICTURE[0]) / 2, foot + 19, "picture", "t2"),
        text(right + small * len(found[0]) / 2, high - 10, "feature map", "t2"),
        text(376, high + small * len(found) + 22, _sum(), anchor="end"),
    ]
    return figure(380, foot + 28, *parts)


def _sum() -> str:
    """Return the weighted sum at the stop that is drawn, written out; all weights are 1 or -1, the first is -1."""
    side = len(KERNEL)
    pairs = zip(window(KERNEL, 0, 0, side), window(PICTURE, *STOP, side), strict=True)
    terms = " ".join(f"{'−' if weight < 0 else '+'} {shown(value)}" for weight, value in pairs)
    return f"{terms.replace('− ', '−', 1)} = {shown(convolve(PICTURE, KERNEL)[STOP[0]][STOP[1]])}"


def draw_pooling() -> str:
    """Draw the map cut into windows, and what the largest value and the mean of each window make of it."""
    parts = [text(77, 14, "feature map", "t2"), arrow([(164, 99), (186, 99)], "l")]
    for row in range(0, len(MAP), SIDE):
        for column in range(0, len(MAP[0]), SIDE):
            values = window(MAP, row, column, SIDE)
            corner = (4 + 39 * column, 24 + 39 * row)
            parts += _frame(corner, 36, SIDE, SIDE, _look(row // SIDE, column // SIDE))
            for place, value in enumerate(values):
                middle = (corner[0] + 18 + 36 * (place % SIDE), corner[1] + 23 + 36 * (place // SIDE))
                parts.append(text(*middle, shown(value), "h" if value == max(values) else "t2"))
    for left, name, summary in ((198, "largest", max), (292, "mean", fmean)):
        parts.append(text(left + 41, 49, name, "h"))
        for row, means in enumerate(pool(MAP, SIDE, summary)):
            for column, value in enumerate(means):
                x, y = left + 43 * column, 59 + 42 * row
                parts += [rect(x, y, 39, 38, _look(row, column)), text(x + 19.5, y + 24, shown(value))]
    return figure(380, 184, *parts)


def _look(row: int, column: int) -> str:
    """Return the look of a window and of what comes out of it: neighbours differ."""
    return "l fa" if (row + column) % 2 else "l hb"
