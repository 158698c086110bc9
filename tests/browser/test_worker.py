"""The service worker on a tiny site that is published again and again."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from browsing import PATIENCE, context_of, served, watch
from playwright.sync_api import Browser, BrowserContext, Page, expect
from playwright.sync_api import Error as BrowserError
from working import OWN, build_shown, kept, publish, until, visit, wait_until_kept

IS_WAITING = "navigator.serviceWorker.ready.then((registration) => registration.waiting)"
IS_ALONE = "caches.keys().then((names) => names.length === 1)"


@pytest.fixture
def host(tmp_path: Path) -> Iterator[str]:
    """The address of a host whose folder ``g`` will be the site."""
    # Builds follow each other within a second, which the dates of files do not tell apart.
    with served(tmp_path, Cache_Control="no-store") as address:
        yield address


@pytest.fixture
def reader(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser that lets service workers in."""
    context = context_of(chromium, 1280, "light", service_workers="allow")
    yield context
    context.close()


def test_pages_that_were_opened_go_on_without_a_network(tmp_path: Path, host: str, reader: BrowserContext) -> None:
    build = publish(tmp_path, "one")
    page = reader.new_page()
    seen = watch(page)
    visit(page, f"{host}g/a/")
    visit(page, f"{host}g/terms/softmax/")
    assert set(kept(page)) == {OWN + build}
    wait_until_kept(page, f"{host}g/study/softmax.js")
    reader.set_offline(True)
    page.reload()
    expect(page.locator("h1")).to_have_text("terms/softmax/ one")
    for address in ("g/a/", "g/a/index.html", "g/a/?q=1#x", "g/a"):
        page.goto(host + address)
        expect(page.locator("h1")).to_have_text("a/ one")
        assert build_shown(page) == {"one"}
    assert page.url == f"{host}g/a/"
    assert seen.errors == []


def test_the_page_that_was_there_before_the_worker_is_kept_too(
    tmp_path: Path, host: str, reader: BrowserContext
) -> None:
    publish(tmp_path, "one")
    page = reader.new_page()
    page.goto(f"{host}g/")
    page.get_by_text("to a").click()
    for address in ("g/", "g/a/"):
        wait_until_kept(page, host + address)


def test_a_page_that_was_never_opened_says_so_at_its_own_address(
    tmp_path: Path, host: str, reader: BrowserContext
) -> None:
    publish(tmp_path, "one")
    page = reader.new_page()
    visit(page, f"{host}g/a/")
    reader.set_offline(True)
    page.goto(f"{host}g/terms/softmax/")
    expect(page.locator("h1")).to_have_text("offline/ one")
    assert build_shown(page) == {"one"}
    assert page.evaluate("page.root.href") == f"{host}g/"
    assert page.get_by_text("to a").get_attribute("href") == f"{host}g/a/"
    # Relative to the script, wherever the page stands.
    assert page.locator("script").get_attribute("data-root") == ".."
    reader.set_offline(False)
    page.reload()
    expect(page.locator("h1")).to_have_text("terms/softmax/ one")


def test_a_new_build_takes_over_whole(tmp_path: Path, host: str, reader: BrowserContext) -> None:
    publish(tmp_path, "one")
    page = reader.new_page()
    for address in ("g/", "g/a/", "g/b/"):
        visit(page, host + address)
    build = publish(tmp_path, "two")
    page.goto(f"{host}g/a/")
    assert build_shown(page) == {"two"}
    # The new worker waits until a page that it belongs to asks it in; no page is loaded again for it.
    until(page, IS_WAITING)
    visit(page, f"{host}g/a/", build)
    until(page, IS_ALONE)
    assert set(kept(page)) == {OWN + build}
    assert not [
        address for address in kept(page)[OWN + build] if "site." in address and not (tmp_path / address[1:]).exists()
    ]
    reader.set_offline(True)
    for address in ("g/", "g/a/", "g/b/"):
        page.goto(host + address)
        assert build_shown(page) == {"two"}


def test_a_page_that_is_open_keeps_its_worker(tmp_path: Path, host: str, reader: BrowserContext) -> None:
    old = publish(tmp_path, "one")
    first, second = reader.new_page(), reader.new_page()
    visit(first, f"{host}g/a/")
    new = publish(tmp_path, "two")
    second.goto(f"{host}g/b/", referer=f"{host}g/")
    until(second, IS_WAITING)
    second.reload()
    wait_until_kept(second, f"{host}g/b/", old)
    assert build_shown(first) == {"one"}
    assert set(kept(second)) == {OWN + old, OWN + new}
    # What is read meanwhile is whole, though it is of the new build.
    reader.set_offline(True)
    second.reload()
    assert build_shown(second) == {"two"}
    reader.set_offline(False)
    first.close()
    visit(second, f"{host}g/b/", new)
    until(second, IS_ALONE)


class Moody(SimpleHTTPRequestHandler):
    """A server that answers only while it is ``awake``, and with ``status`` for what begins with ``ill``."""

    ill = ""
    status = 503
    awake = threading.Event()
    refused = threading.Event()

    def do_GET(self) -> None:
        """Answer as the mood is."""
        self.awake.wait()
        if self.ill and self.path.startswith(self.ill):
            self.send_error(self.status)
            self.refused.set()
        else:
            super().do_GET()

    def end_headers(self) -> None:
        """Let nothing be kept but by the worker, and name where to go with a status that needs it."""
        self.send_header("Cache-Control", "no-store")
        self.send_header("Location", "/g/a/")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the standard library's
        pass


@pytest.fixture
def moody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a host as above, that is ``Moody``."""
    for name in ("ill", "status"):
        monkeypatch.setattr(Moody, name, getattr(Moody, name))
    Moody.awake.set()
    Moody.refused.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Moody, directory=str(tmp_path))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        Moody.awake.set()
        server.shutdown()


def test_a_server_that_fails_or_does_not_answer_is_as_none(tmp_path: Path, moody: str, reader: BrowserContext) -> None:
    publish(tmp_path, "one")
    page = reader.new_page()
    visit(page, f"{moody}g/a/")
    Moody.ill = "/g/"
    page.goto(f"{moody}g/a/")
    assert build_shown(page) == {"one"}
    answer = page.goto(f"{moody}g/b/")
    assert answer
    assert answer.status == 503
    Moody.awake.clear()
    page.goto(f"{moody}g/a/")
    assert build_shown(page) == {"one"}


def carried_over(tmp_path: Path, moody: str, page: Page, status: int) -> str:
    """Open a page of a new build whose server answers ``status`` for another that was kept; return the build's id."""
    publish(tmp_path, "one")
    for address in ("b/", "a/"):
        visit(page, f"{moody}g/{address}")
    build = publish(tmp_path, "two")
    Moody.ill, Moody.status = "/g/b/", status
    page.goto(f"{moody}g/a/")
    until(page, IS_WAITING)
    visit(page, f"{moody}g/a/", build)
    return build


@pytest.mark.parametrize("status", [403, 429, 503])
def test_pages_of_the_build_before_stay_until_the_server_is_well(
    tmp_path: Path, moody: str, reader: BrowserContext, status: int
) -> None:
    page = reader.new_page()
    build = carried_over(tmp_path, moody, page, status)
    assert Moody.refused.wait(PATIENCE / 1000)
    Moody.ill = ""
    visit(page, f"{moody}g/a/", build)
    until(page, IS_ALONE)
    assert "/g/b/" in kept(page)[OWN + build]


@pytest.mark.parametrize("status", [302, 404, 410])
def test_pages_that_are_no_longer_there_go(tmp_path: Path, moody: str, reader: BrowserContext, status: int) -> None:
    page = reader.new_page()
    build = carried_over(tmp_path, moody, page, status)
    until(page, IS_ALONE)
    assert Moody.refused.is_set()
    assert [address for address in kept(page)[OWN + build] if address.endswith("/")] == ["/g/offline/", "/g/a/"]


def test_what_goes_with_a_page_is_as_new_as_the_page(tmp_path: Path, moody: str, reader: BrowserContext) -> None:
    old = publish(tmp_path, "one")
    first, second = reader.new_page(), reader.new_page()
    visit(first, f"{moody}g/a/")
    term = f"{moody}g/terms/softmax/"
    visit(second, term, old)
    publish(tmp_path, "two")
    kept_anew = (
        f"caches.match('%s', {{ cacheName: '{OWN}{old}' }})"
        ".then((found) => found.text()).then((text) => text.includes('two'))"
    )
    Moody.ill = "/g/study/"
    second.reload()
    until(second, IS_WAITING)
    # The page goes with an older file if there is no other.
    until(second, kept_anew % term)
    assert Moody.refused.is_set()
    assert not second.evaluate(kept_anew % f"{moody}g/study/softmax.js")
    Moody.ill = ""
    second.reload()
    until(second, kept_anew % f"{moody}g/study/softmax.js")


def test_a_build_that_comes_back_finds_what_it_kept(tmp_path: Path, host: str, reader: BrowserContext) -> None:
    old = publish(tmp_path, "one")
    first, second = reader.new_page(), reader.new_page()
    visit(first, f"{host}g/a/")
    new = publish(tmp_path, "two")
    second.goto(f"{host}g/b/")
    until(second, IS_WAITING)
    wait_until_kept(second, f"{host}g/b/", old)
    assert publish(tmp_path, "one") == old
    second.evaluate("navigator.serviceWorker.ready.then((registration) => registration.update())")
    until(second, "navigator.serviceWorker.ready.then((registration) => !registration.installing)")
    assert set(kept(second)) == {OWN + old, OWN + new}
    assert {"/g/a/", "/g/b/", "/g/offline/"} <= set(kept(second)[OWN + old])
    first.close()
    # What the build between them kept goes, though it is the younger.
    visit(second, f"{host}g/a/")
    until(second, IS_ALONE)
    assert set(kept(second)) == {OWN + old}


def test_what_is_not_its_own_is_left_alone(tmp_path: Path, host: str, reader: BrowserContext) -> None:
    publish(tmp_path, "one")
    (tmp_path / "index.html").write_text("another site", encoding="utf-8")
    page = reader.new_page()
    page.goto(host)
    page.evaluate("Promise.all(['glossary:/:old', 'other'].map((name) => caches.open(name)))")
    visit(page, f"{host}g/a/")
    publish(tmp_path, "two")
    visit(page, f"{host}g/b/")
    statuses = "Promise.all(['missing/', 'a/card.json'].map((a) => fetch('/g/' + a).then((r) => r.status)))"
    assert page.evaluate(statuses) == [404, 404]
    assert page.evaluate("fetch('/g/a/', { method: 'POST' }).then((answer) => answer.status)") == 501
    assert page.evaluate("fetch('/g/a/', { headers: { Range: 'bytes=0-3' } }).then((answer) => answer.ok)")
    page.goto(f"{host}g/missing/")
    expect(page.locator("body")).to_contain_text("404")
    page.goto(host)
    found = kept(page)
    assert found.pop("glossary:/:old") == found.pop("other") == []
    addresses = {address for held in found.values() for address in held}
    assert not addresses & {"/", "/g/missing/", "/g/a/card.json"}
    reader.set_offline(True)
    with pytest.raises(BrowserError, match="ERR_INTERNET_DISCONNECTED"):
        page.goto(f"{host}other.html")


def test_a_site_at_the_root_of_a_host_leaves_the_sites_below_it_alone(tmp_path: Path, reader: BrowserContext) -> None:
    def publish_both(name: str) -> str:
        build = publish(tmp_path, name)
        other = tmp_path / "g" / "other"
        other.mkdir()
        (other / "index.html").write_text('<title>Another site</title><link rel="icon" href="data:,">', "utf-8")
        return f"glossary:/:{build}"

    publish_both("one")
    with served(tmp_path / "g", Cache_Control="no-store") as host:
        page, other = reader.new_page(), reader.new_page()
        for address in ("", "a/"):
            visit(page, host + address)
        other.goto(f"{host}other/")
        new = publish_both("two")
        page.goto(f"{host}a/")
        until(page, IS_WAITING)
        # Its tab does not keep the old worker in charge, and it is not kept as what the reader comes from.
        page.goto(f"{host}a/", referer=f"{host}other/")
        until(page, f"caches.match('{host}a/', {{cacheName: '{new}'}})")
        until(page, IS_ALONE)
        assert not [address for held in kept(page).values() for address in held if "other" in address]
        reader.set_offline(True)
        with pytest.raises(BrowserError, match="ERR_INTERNET_DISCONNECTED"):
            other.goto(f"{host}other/")
        for address, shown in (("", "home"), ("?q=1", "home"), ("a", "a/"), ("a/nothing/", "offline/")):
            page.goto(host + address)
            expect(page.locator("h1")).to_have_text(f"{shown} two")


def test_a_frame_shows_a_copy_or_nothing(tmp_path: Path, host: str, reader: BrowserContext) -> None:
    publish(tmp_path, "one")
    frames = "".join(f'<iframe src="/g/{name}/"></iframe>' for name in ("a", "b"))
    (tmp_path / "host.html").write_text(f"<h2>Host</h2>{frames}", encoding="utf-8")
    page = reader.new_page()
    visit(page, f"{host}g/a/")
    page.goto(f"{host}host.html")
    expect(page.frame_locator("iframe").nth(1).locator("h1")).to_have_text("b/ one")
    reader.set_offline(True)
    page.evaluate("for (const frame of document.querySelectorAll('iframe')) frame.src += '?again'")
    page.wait_for_timeout(300)
    expect(page.frame_locator("iframe").nth(0).locator("h1")).to_have_text("a/ one")
    expect(page.frame_locator("iframe").nth(1).locator("h1", has_text="one")).to_have_count(0)


def test_the_oldest_visits_go_first(tmp_path: Path, host: str, reader: BrowserContext) -> None:
    publish(tmp_path, "one")
    page = reader.new_page()
    for address in ("g/", "g/a/", "g/b/", "g/a/"):
        visit(page, host + address)
    (worker,) = reader.service_workers
    worker.evaluate("trim(1)")
    (addresses,) = kept(page).values()
    assert [address for address in addresses if address.endswith("/")] == ["/g/offline/", "/g/a/"]


def test_an_installation_that_breaks_off_leaves_the_worker_that_was_there(
    tmp_path: Path, host: str, reader: BrowserContext
) -> None:
    old = publish(tmp_path, "one")
    page = reader.new_page()
    visit(page, f"{host}g/a/")
    publish(tmp_path, "two")
    script = tmp_path / "g" / "sw.js"
    script.write_text(script.read_text("utf-8").replace('"offline/"', '"https://glossary.invalid/"'), encoding="utf-8")
    page.goto(f"{host}g/a/")
    assert page.evaluate(
        "navigator.serviceWorker.ready.then((r) => r.update().then(() => 'updated', () => 'refused'))"
    ) in ("updated", "refused")
    until(page, "navigator.serviceWorker.ready.then((r) => !r.installing && !r.waiting)")
    reader.set_offline(True)
    page.goto(f"{host}g/a/")
    assert build_shown(page) == {"two"}
    assert OWN + old in kept(page)


def test_a_worker_without_a_build_takes_everything_away(tmp_path: Path, host: str, reader: BrowserContext) -> None:
    publish(tmp_path, "one")
    page = reader.new_page()
    visit(page, f"{host}g/a/")
    publish(tmp_path, "two", off=True)
    page.goto(f"{host}g/a/")
    until(page, "caches.keys().then((names) => !names.length)")
    until(page, "navigator.serviceWorker.getRegistrations().then((found) => !found.length)")
    publish(tmp_path, "three", off=True)
    page.goto(f"{host}g/a/")
    assert build_shown(page) == {"three"}
    assert page.evaluate("navigator.serviceWorker.controller") is None
