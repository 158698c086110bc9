"""The real glossary as a course page finds it: at an address."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import served
from myst_setup import find_myst

# mystmd needs Node, which this project does not: `myst_setup.py` says where its example project is not built.
collect_ignore = [] if find_myst() else ["test_mystmd.py"]


@pytest.fixture(scope="session")
def address(real_site: Path) -> Iterator[str]:
    """The address of the real site."""
    with served(real_site) as found:
        yield found
