"""Builds the example projects of ``fixtures/hosts`` with the tools they are written for, in a process of their own.

The projects stand as authors would write them; what changes for a test is the address of the glossary.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from lxml import html
from myst_setup import find_myst
from project import ROOT

HOSTS = ROOT / "tests" / "fixtures" / "hosts"
PUBLISHED = "https://glossary.example"


def host(name: str, folder: Path, address: str) -> Path:
    """Copy an example project into ``folder``, let it ask the glossary at ``address``, and return the copy."""
    project = Path(shutil.copytree(HOSTS / name, folder / name))
    for file in project.rglob("*"):
        if file.is_file():
            text = file.read_text(encoding="utf-8").replace(PUBLISHED, address.rstrip("/"))
            file.write_text(text, encoding="utf-8", newline="\n")
    return project


def sphinx(project: Path) -> subprocess.CompletedProcess[str]:
    """Build a project with Sphinx into its folder ``out``, warnings as errors."""
    return _run(project, sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", str(project), str(project / "out"))


def mkdocs(project: Path) -> subprocess.CompletedProcess[str]:
    """Build a project with MkDocs into its folder ``out``, warnings as errors."""
    config, out = str(project / "mkdocs.yml"), str(project / "out")
    return _run(project, sys.executable, "-m", "mkdocs", "build", "--strict", "-f", config, "-d", out)


def mystmd(project: Path) -> subprocess.CompletedProcess[str]:
    """Build the content of a project with mystmd into its folder ``_build/site/content``, warnings as errors."""
    # The look of the site comes from another host; an empty one does here.
    (project / "look").mkdir(exist_ok=True)
    (project / "look" / "template.yml").write_text("myst: v1\ntitle: Nothing\n", encoding="utf-8")
    config = project / "myst.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("\nsite:\n", "\nsite:\n  template: ./look\n"), encoding="utf-8", newline="\n")
    return _run(project, str(find_myst()), "build", "--site", "--strict")


def _run(project: Path, *command: str) -> subprocess.CompletedProcess[str]:
    # No proxy stands between this machine and itself, and no tool finds what it fetched in another test.
    home = str(project / "home")
    environment = {**os.environ, "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1", "HOME": home, "XDG_CACHE_HOME": home}
    return subprocess.run(
        command, cwd=project, capture_output=True, text=True, check=False, env=environment, encoding="utf-8"
    )


def said(done: subprocess.CompletedProcess[str]) -> str:
    """Return all that a tool said."""
    return done.stdout + done.stderr


def links(project: Path, address: str) -> list[tuple[str, str]]:
    """Return what each link to the glossary shows on the built page of a project, and where it leads there."""
    document = html.document_fromstring((project / "out" / "index.html").read_text(encoding="utf-8"))
    return [
        (link.text_content(), str(link.get("href")).removeprefix(address))
        for link in document.xpath("//a")
        if str(link.get("href")).startswith(address)
    ]
