"""What every figure file keeps to, so that it can be put into a page, shown alone, and drawn again."""

from __future__ import annotations

import gzip
import os
import re
import subprocess
import sys
from pathlib import Path

import draw
import pytest
from drawing.scenes import FIGURES
from drawing.style import CLASSES, DARK, LIGHT, sheet
from lxml import etree
from project import ROOT

FOLDER = ROOT / "docs/assets/figures"
FILES = sorted(FOLDER.glob("*.svg"))
SVG = "{http://www.w3.org/2000/svg}"
GEOMETRY = {
    "path": {"d"},
    "rect": {"x", "y", "width", "height", "rx"},
    "circle": {"cx", "cy", "r"},
    "ellipse": {"cx", "cy", "rx", "ry"},
    "text": {"x", "y", "text-anchor"},
}
KIB = 1024

each = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


@each
def test_a_file_holds_the_allowed_elements_only(file: Path) -> None:
    root = etree.fromstring(file.read_bytes())
    assert (root.tag, set(root.attrib), root.get("class")) == (f"{SVG}svg", {"viewBox", "class"}, "g-fig")
    style, *parts = root
    assert (style.tag, style.text) == (f"{SVG}style", sheet())
    assert not style.attrib
    for part in parts:
        allowed = GEOMETRY[str(part.tag).removeprefix(SVG)] | {"class", "transform"}
        assert set(part.attrib) <= allowed
        assert not list(part)
        assert set(part.get("class", "").split()) <= set(CLASSES)


@each
def test_a_file_is_narrow_and_small(file: Path) -> None:
    data = file.read_bytes()
    root = etree.fromstring(data)
    left, top, width, height = map(float, root.attrib["viewBox"].split())
    assert (left, top) == (0, 0)
    assert width <= 400
    assert height <= 400
    assert len(data) < 8 * KIB
    assert len(gzip.compress(data)) < 2.5 * KIB


@each
def test_coordinates_have_one_decimal_at_most_and_no_negative_zero(file: Path) -> None:
    root = etree.fromstring(file.read_bytes())
    for part in root.iter():
        for name, value in part.attrib.items():
            if name != "class":
                assert not re.search(r"\.\d\d|-0(?![.\d])|\de|nan|inf", value)


@each
def test_words_are_set_in_sentences_that_fit_a_line(file: Path) -> None:
    root = etree.fromstring(file.read_bytes())
    for part in root.iter(f"{SVG}text"):
        assert part.text
        assert part.text == part.text.strip()


def test_names_are_slugs() -> None:
    assert all(re.fullmatch(r"[a-z0-9-]+", name) for name in FIGURES)


def test_every_class_is_used() -> None:
    used = {
        name for file in FILES for found in re.findall(r'class="([^"]+)"', file.read_text()) for name in found.split()
    }
    assert used - {"g-fig"} == set(CLASSES)


def test_the_files_are_what_the_scripts_draw() -> None:
    assert list(draw.problems(FOLDER, FIGURES)) == []


def test_drawing_again_gives_the_same_bytes_in_another_process() -> None:
    done = subprocess.run([sys.executable, FOLDER / "draw.py", "--check"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_stale_missing_and_orphaned_files_are_named(tmp_path: Path) -> None:
    figures = {"one": lambda: "1\n", "two": lambda: "2\n", "three": lambda: "3\n"}
    draw.write(tmp_path, figures)
    assert list(draw.problems(tmp_path, figures)) == []
    (tmp_path / "one.svg").write_text("old\n")
    (tmp_path / "two.svg").unlink()
    (tmp_path / "four.svg").touch()
    assert list(draw.problems(tmp_path, figures)) == [
        "one.svg: stale",
        "two.svg: missing",
        "four.svg: orphaned, no script draws it",
    ]


def test_other_arguments_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert draw.run(["--verify"]) == 2
    assert capsys.readouterr().err == "usage: draw.py [--check]\n"


@pytest.mark.parametrize("arguments", [[], ["--check"]])
def test_without_numpy_it_says_what_to_install(tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "numpy.py").write_text("raise ModuleNotFoundError(name='numpy')\n")
    done = subprocess.run(
        [sys.executable, FOLDER / "draw.py", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
    )
    message = "figures need the development requirements: make check installs them\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", message)


def roles(scheme: str) -> dict[str, str]:
    """Return the colours of a scheme in the style sheet of the site, by role."""
    style = (ROOT / "docs/assets/css/roles.css").read_text(encoding="utf-8")
    block = style.partition(f"[data-md-color-scheme={scheme}]")[2].partition("}")[0]
    return dict(re.findall(r"--g-([a-z0-9-]+): (#\w+);", block))


@pytest.mark.parametrize(("scheme", "ours"), [("default", LIGHT), ("slate", DARK)])
def test_a_figure_alone_has_the_colours_of_the_site(scheme: str, ours: dict[str, str]) -> None:
    assert dict(ours).items() <= ({"on-hl": "#1b1d22"} | roles(scheme)).items()
