"""mystmd is tried where Node is, and nowhere does the lack of it stop the other tests."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import myst_setup
import pytest


def test_without_node_there_is_no_mystmd(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("shutil.which", lambda *_, **__: None)
    myst_setup.main()
    assert capsys.readouterr().out.endswith("mystmd is not tried: there is no Node here\n")


def test_a_registry_that_cannot_be_reached_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def refuse(command: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(command, 1, "", "npm error ENOTFOUND\n")

    monkeypatch.setattr("shutil.which", lambda name, **_: None if name == "myst" else f"/usr/bin/{name}")
    monkeypatch.setattr(myst_setup, "FOLDER", tmp_path / "mystmd")
    monkeypatch.setattr("subprocess.run", refuse)
    myst_setup.main()
    assert capsys.readouterr().out.endswith("mystmd is not tried: npm error ENOTFOUND\n")


def test_one_that_is_there_is_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    made = tmp_path / "node_modules" / ".bin" / "myst"
    made.parent.mkdir(parents=True)
    made.write_text("#!/bin/sh\n", encoding="utf-8")
    made.chmod(0o755)
    monkeypatch.setattr(myst_setup, "FOLDER", tmp_path)
    monkeypatch.setenv("PATH", "")
    assert myst_setup.find_myst() == made
