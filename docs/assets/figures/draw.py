"""Draw the figures of the glossary: `python docs/assets/figures/draw.py` writes them, `--check` compares.

The files stand beside this script. With `--check` nothing is written; stale, missing and orphaned files are named, and
the exit status is 1 if there are any. It is 2 where the command line or the installation will not do.
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

try:
    from drawing.scenes import FIGURES
except ModuleNotFoundError as failure:
    if failure.name != "numpy":
        raise
    sys.stderr.write("figures need the development requirements: make check installs them\n")
    sys.exit(2)

HERE = Path(__file__).parent


def problems(folder: Path, figures: Mapping[str, Callable[[], str]]) -> Iterator[str]:
    """Return what differs between the files of a folder and the figures, one line each."""
    for name, draw in sorted(figures.items()):
        file = folder / f"{name}.svg"
        if not file.exists():
            yield f"{file.name}: missing"
        elif file.read_text(encoding="utf-8") != draw():
            yield f"{file.name}: stale"
    for file in sorted(folder.glob("*.svg")):
        if file.stem not in figures:
            yield f"{file.name}: orphaned, no script draws it"


def write(folder: Path, figures: Mapping[str, Callable[[], str]]) -> None:
    """Write every figure into the folder."""
    for name, draw in figures.items():
        (folder / f"{name}.svg").write_text(draw(), encoding="utf-8", newline="\n")


def run(arguments: list[str]) -> int:
    """Do what the command line asks; return the exit status."""
    if arguments == ["--check"]:
        found = list(problems(HERE, FIGURES))
        sys.stderr.writelines(f"{line}\n" for line in found)
        return 1 if found else 0
    if arguments:
        sys.stderr.write(f"usage: {Path(__file__).name} [--check]\n")
        return 2
    write(HERE, FIGURES)
    return 0


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
