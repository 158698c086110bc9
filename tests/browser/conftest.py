"""A real browser on the real site, served over HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import PATIENCE, context_of, launched, served
from playwright.sync_api import Browser, Page, expect

PHONE, DESKTOP = 390, 1280

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def address(real_site: Path) -> Iterator[str]:
    """The address of the real site."""
    with served(real_site) as found:
        yield found


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser of all tests."""
    with launched() as browser:
        yield browser


@pytest.fixture(params=[(w, s) for w in (PHONE, DESKTOP) for s in ("light", "dark")], ids=lambda p: f"{p[0]}-{p[1]}")
def page(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Page]:
    """A page in each of two widths and two schemes."""
    context = context_of(chromium, *request.param)
    yield context.new_page()
    context.close()


@pytest.fixture
def desktop(chromium: Browser) -> Iterator[Page]:
    """A wide page in the light scheme."""
    context = context_of(chromium, DESKTOP, "light")
    yield context.new_page()
    context.close()


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    """A narrow page in the light scheme, with touch."""
    context = context_of(chromium, PHONE, "light", has_touch=True)
    yield context.new_page()
    context.close()


@pytest.fixture
def without_scripts(chromium: Browser) -> Iterator[Page]:
    """A wide page whose browser runs no scripts."""
    context = context_of(chromium, DESKTOP, "light", java_script_enabled=False)
    yield context.new_page()
    context.close()
