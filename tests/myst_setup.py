"""Find mystmd for the test of its example project, and install it where there is Node.

Run as ``python tests/myst_setup.py`` before pytest. The project needs no Node: without it, or without its registry, the
other tests stand alone, and what mystmd reads is tested in termbase/exports/test_myst.py.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

MYSTMD = "mystmd@1.8.3"
FOLDER = Path(sys.prefix) / "mystmd"
# Where the registry cannot be reached, npm must give up soon.
OPTIONS = ("--no-audit", "--no-fund", "--loglevel=error", "--fetch-retries=1", "--fetch-timeout=20000")
INSTALL_SECONDS = 180


def find_myst() -> Path | None:
    """Return the ``myst`` on the PATH, or the one that ``install`` made; None where there is none."""
    found = shutil.which("myst") or shutil.which("myst", path=str(FOLDER / "node_modules" / ".bin"))
    return Path(found) if found else None


def install() -> str:
    """Install mystmd beside the packages of this Python. Return what stood in the way, ``""`` where nothing did."""
    npm = shutil.which("npm")
    if not npm or not shutil.which("node"):
        return "there is no Node here"
    FOLDER.mkdir(parents=True, exist_ok=True)
    command = [npm, "install", "--prefix", str(FOLDER), *OPTIONS, MYSTMD]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=INSTALL_SECONDS)
    except (OSError, subprocess.TimeoutExpired) as failure:
        return str(failure)
    return done.stderr.strip() if done.returncode else ""


def main() -> None:
    """Say whether mystmd is tried."""
    if find_myst():
        return
    print(f"Installing {MYSTMD} for the test of its example project", flush=True)
    trouble = install()
    if trouble:
        print(f"mystmd is not tried: {trouble}")


if __name__ == "__main__":
    main()
