"""A real browser on the real site, served over HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import PATIENCE, context_of, served
from hovering import Course, policy
from playwright.sync_api import Browser, Page, expect

PHONE, DESKTOP = 390, 1280

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def address(real_site: Path) -> Iterator[str]:
    """The address of the real site."""
    with served(real_site) as found:
        yield found


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


@pytest.fixture(scope="session")
def glossary(real_site: Path) -> Iterator[str]:
    """The address of the glossary, whose data pages of other origins may read."""
    with served(real_site, Access_Control_Allow_Origin="*") as found:
        yield found


@pytest.fixture
def course(tmp_path: Path, glossary: str) -> Iterator[Course]:
    """A course page under a strict policy."""
    (tmp_path / "favicon.ico").touch()
    with served(tmp_path, Content_Security_Policy=policy(glossary)) as address:
        yield Course(tmp_path, address, glossary)


@pytest.fixture
def touch(chromium: Browser) -> Iterator[Page]:
    """A phone."""
    context = context_of(chromium, 390, "light", has_touch=True, is_mobile=True)
    yield context.new_page()
    context.close()
