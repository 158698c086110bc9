"""The service worker, the page that it shows and the manifest, as they are built."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from engine import built, configure
from lxml import html
from project import ROOT, copy_base

PATIENCE = 60


def made(script: str) -> dict[str, Any]:
    """Return what a worker is told of its build."""
    found: dict[str, Any] = json.loads(script.partition("const made=")[2].partition(";\n")[0])
    return found


def test_the_worker_fetches_first_what_is_there(real_site: Path) -> None:
    told = made((real_site / "sw.js").read_text(encoding="utf-8"))
    assert re.fullmatch("[0-9a-f]{16}", told["build"])
    for address in told["first"]:
        assert (real_site / address / ("index.html" if address.endswith("/") else "")).is_file(), address
    assert sorted(["", *(path.name for path in real_site.iterdir())]) == told["names"]
    start = html.document_fromstring((real_site / "index.html").read_text(encoding="utf-8"))
    assert start.xpath("string(//meta[@name='glossary-search']/@content)") in told["first"]


def test_one_text_makes_one_build_and_another_text_another(tmp_path: Path) -> None:
    config = configure(copy_base(tmp_path))
    builds = [made((built(config, tmp_path / name) / "sw.js").read_text("utf-8"))["build"] for name in ("one", "two")]
    page = config.parent / "docs" / "about.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    builds.append(made((built(config, tmp_path / "three") / "sw.js").read_text("utf-8"))["build"])
    assert builds[0] == builds[1] != builds[2]


def test_a_site_may_do_without_a_worker(tmp_path: Path) -> None:
    config = configure(copy_base(tmp_path))
    config.write_text(config.read_text(encoding="utf-8") + "extra: {offline: false}\n", encoding="utf-8")
    told = made((built(config, tmp_path / "site") / "sw.js").read_text(encoding="utf-8"))
    assert told == {"build": "", "first": [], "names": []}


def fetched(address: str) -> str:
    """Return what stands at an address, as soon as its server is there."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            with urllib.request.urlopen(address) as answer:  # noqa: S310 - our own preview
                text: str = answer.read().decode()
                return text
        except OSError:
            assert time.monotonic() < end
            time.sleep(0.1)


@pytest.fixture
def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def test_a_preview_takes_away_the_worker_of_a_site_that_stood_there(tmp_path: Path, free_port: int) -> None:
    config = configure(copy_base(tmp_path))
    command = [sys.executable, "-m", "mkdocs", "serve", "-q", "-f", str(config), "-a", f"127.0.0.1:{free_port}"]
    preview = subprocess.Popen(
        command, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}, stderr=subprocess.DEVNULL, cwd=ROOT
    )
    try:
        # MkDocs serves under the path of `site_url`, which here is the root.
        told = made(fetched(f"http://127.0.0.1:{free_port}/sw.js"))
    finally:
        preview.terminate()
        preview.wait()
    assert told == {"build": "", "first": [], "names": []}


def test_the_page_for_no_network_is_for_nobody_to_find(real_site: Path) -> None:
    page = html.document_fromstring((real_site / "offline" / "index.html").read_text(encoding="utf-8"))
    assert page.xpath("string(//meta[@name='robots']/@content)") == "noindex"
    assert "/offline/" not in (real_site / "sitemap.xml").read_text(encoding="utf-8")


def test_every_page_names_the_manifest_and_the_icon(real_site: Path) -> None:
    for address in ("index.html", "terms/softmax/index.html", "how-to-study/index.html"):
        page = html.document_fromstring((real_site / address).read_text(encoding="utf-8"))
        for relation in ("manifest", "apple-touch-icon"):
            (href,) = page.xpath(f"//link[@rel='{relation}']/@href")
            assert (real_site / address).parent.joinpath(str(href)).is_file()
