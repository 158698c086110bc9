"""Builds a project with a site engine, in a process of its own, as a user does."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from project import ROOT

_GENERATOR = re.compile(rb'<meta name="generator"[^>]*>')


def configure(project: Path) -> Path:
    """Give a project the site's own configuration, with absolute paths to its hooks, and return the file."""
    shutil.copytree(ROOT / "docs" / "assets", project / "docs" / "assets", dirs_exist_ok=True)
    config = project / "mkdocs.yml"
    config.write_text(
        f"INHERIT: {ROOT / 'mkdocs.yml'}\n"
        f"hooks: [{ROOT / 'hooks' / 'main.py'}]\n"
        f"theme: {{custom_dir: {ROOT / 'hooks' / 'templates'}}}\n"
        "watch: []\n"
        "nav: []\n"
        "not_in_nav: '*'\n",
        encoding="utf-8",
    )
    return config


def run_engine(config: Path, out: Path, engine: str = "mkdocs", *options: str) -> subprocess.CompletedProcess[str]:
    """Build the site of ``config`` into ``out`` and return the finished process."""
    command = [sys.executable, "-m", engine, "build", "-f", str(config), "-d", str(out), *options]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "SOURCE_DATE_EPOCH": "1790000000"}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment, encoding="utf-8")


def built(config: Path, out: Path, engine: str = "mkdocs", *, strict: bool = True) -> Path:
    """Build and return ``out``; a build that fails is an error with what the engine said."""
    done = run_engine(config, out, engine, *(["--strict"] if strict else []))
    assert done.returncode == 0, done.stdout + done.stderr
    return out


def files_of(site: Path) -> dict[str, bytes]:
    """Return every file of a site by its path, without the line that names the engine."""
    return {
        file.relative_to(site).as_posix(): _GENERATOR.sub(b"", file.read_bytes())
        for file in sorted(site.rglob("*"))
        if file.is_file()
    }
