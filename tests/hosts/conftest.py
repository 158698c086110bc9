"""The real glossary as a course page finds it: at an address."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import served

# mystmd needs Node, which this project does not: its example is built where a `myst` is installed. What mystmd reads is
# tested everywhere in termbase/exports/test_myst.py.
collect_ignore = [] if shutil.which("myst") else ["test_mystmd.py"]


@pytest.fixture(scope="session")
def address(real_site: Path) -> Iterator[str]:
    """The address of the real site."""
    with served(real_site) as found:
        yield found
