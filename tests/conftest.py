"""What every test runs under: property tests draw the same examples on every machine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import launched
from engine import built
from hypothesis import settings
from playwright.sync_api import Browser
from project import ROOT

settings.register_profile("default", derandomize=True, deadline=None)
settings.load_profile("default")


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real glossary as MkDocs builds it."""
    return built(ROOT / "mkdocs.yml", tmp_path_factory.mktemp("real") / "site")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser of all tests: a process can drive one at a time."""
    with launched() as browser:
        yield browser
