"""The linking guide shows what the example projects do, and names addresses that exist."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
import yaml
from hosting import HOSTS, PUBLISHED
from lxml import html
from project import ROOT

GUIDE = (ROOT / "docs" / "linking-guide.md").read_text(encoding="utf-8")
# The example projects whose lines the blocks of a section are.
SHOWN = {
    "Sphinx and Jupyter Book 1": ["sphinx/conf.py", "sphinx/index.rst", "myst_parser/index.md"],
    "MyST and Jupyter Book 2": ["mystmd/myst.yml", "mystmd/index.md"],
    "MkDocs": ["mkdocs/mkdocs.yml", "mkdocs/docs/index.md"],
    "Quarto and Pandoc": ["pandoc/lecture.md"],
}
# Which tool runs the filter is said where it is run.
QUARTO = "filters: [glossary.lua]"
PARTS = dict(re.findall(r"^## (.*)\n((?:(?!## ).*\n)*)", GUIDE, re.MULTILINE))


def blocks(section: str, language: str = r"\w+") -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PARTS[section], re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("section", SHOWN)
def test_a_recipe_is_what_the_example_project_does(section: str) -> None:
    done = "".join((HOSTS / name).read_text(encoding="utf-8") for name in SHOWN[section])
    jupyter_book = [block for block in blocks(section) if block.startswith("sphinx:")]
    shown = [line for block in blocks(section) if block not in jupyter_book for line in block.splitlines()]
    assert shown
    assert [line for line in shown if line not in done and line != QUARTO] == []


def test_jupyter_book_is_told_the_same_as_sphinx() -> None:
    (block,) = (block for block in blocks("Sphinx and Jupyter Book 1", "yaml"))
    told = yaml.safe_load(block)["sphinx"]
    conf: dict[str, object] = {}
    exec((HOSTS / "sphinx" / "conf.py").read_text(encoding="utf-8"), conf)  # noqa: S102 - our own file
    assert told["extra_extensions"] == conf["extensions"]
    assert told["config"]["nitpicky"] is conf["nitpicky"]
    assert {name: tuple(where) for name, where in told["config"]["intersphinx_mapping"].items()} == conf[
        "intersphinx_mapping"
    ]


def exists(site: Path, address: str) -> bool:
    path, _, anchor = unquote(address).partition("#")
    file = site / path.partition("?")[0].removeprefix("/")
    file = file / "index.html" if file.is_dir() else file
    if not file.is_file():
        return False
    return not anchor or anchor in html.document_fromstring(file.read_bytes()).xpath("//@id")


def test_every_address_in_the_guide_exists(real_site: Path) -> None:
    whole = re.findall(rf"{PUBLISHED}(/[^\s\"')`>,]*)", GUIDE)
    rows = re.findall(r"`(/[^`]*)`", GUIDE)
    assert len(rows) > 10
    assert [address for address in (*whole, *rows) if "…" not in address and not exists(real_site, address)] == []


def test_every_section_that_the_guide_names_is_on_a_term_page(real_site: Path) -> None:
    (row,) = re.findall(r"^\| `/terms/softmax/#common-mistake` \| a section: (.*) \|$", GUIDE, re.MULTILINE)
    named = re.findall(r"`([a-z-]+)`", row)
    assert len(named) == 12
    assert [name for name in named if not exists(real_site, f"/terms/softmax/#{name}")] == []
