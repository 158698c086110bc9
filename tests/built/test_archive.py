"""The archive of the real site: whole, and the same at every build."""

from __future__ import annotations

import posixpath
from pathlib import Path
from urllib.parse import unquote
from zipfile import ZipFile

import offline
import pytest
from lxml import html

FOLDER = "Study glossary/files/"
TARGETS = "//a/@href | //link/@href | //script/@src | //img/@src | //form/@action"


@pytest.fixture(scope="module")
def archive(real_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of the real site."""
    return offline.pack(real_site, tmp_path_factory.mktemp("archive"))


def test_every_link_of_the_archive_leads_to_a_file_in_it(archive: Path) -> None:
    with ZipFile(archive) as found:
        names = set(found.namelist())
        broken = []
        for name in names:
            if not name.endswith(".html"):
                continue
            for target in map(str, html.document_fromstring(found.read(name)).xpath(TARGETS)):
                path = unquote(target.partition("#")[0].partition("?")[0])
                to = posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
                if path and "://" not in path and to not in names:
                    broken.append(f"{name}: {target}")
    assert broken == []


def test_the_archive_holds_every_page_of_a_term_and_what_its_tools_load(archive: Path, real_site: Path) -> None:
    with ZipFile(archive) as found:
        names = set(found.namelist())
    for folder, pattern in (("terms", "*/index.html"), ("study", "*.js"), ("search", "**/*.js"), ("review", "*")):
        files = [file.relative_to(real_site).as_posix() for file in (real_site / folder).glob(pattern)]
        assert files
        assert {FOLDER + file for file in files} <= names
    assert "Study glossary/START HERE.html" in names


def test_two_archives_of_a_site_are_equal(archive: Path, real_site: Path, tmp_path: Path) -> None:
    assert offline.pack(real_site, tmp_path).read_bytes() == archive.read_bytes()
    assert [file.name for file in tmp_path.iterdir()] == ["study-glossary-offline.zip"]


def test_the_command_packs_a_built_site_and_says_where(
    real_site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert offline.main(["--root", str(tmp_path), "--site", str(real_site)]) == 0
    assert "packed study-glossary-offline.zip" in capsys.readouterr().out


def test_the_command_says_what_is_in_the_way(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert offline.main(["--root", str(tmp_path), "--site", str(tmp_path)]) == 2
    assert "could not run" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "manifest",
    [b"", b"{", b"{}", b"[]", b"null", b'{"name":null}', b'{"name":"\\ud800"}', b"\xff", b"[" * 100_000],
    ids=lambda manifest: repr(manifest[:9]),
)
def test_a_manifest_without_a_name_is_said_in_a_line(
    manifest: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "manifest.webmanifest").write_bytes(manifest)
    assert offline.main(["--root", str(tmp_path), "--site", str(tmp_path)]) == 2
    message = "manifest.webmanifest of the site is no manifest with a name: build the site again"
    assert capsys.readouterr().err == f"could not run: {message}\n"


def test_a_link_out_of_the_site_is_not_followed(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "terms").mkdir(parents=True)
    (site / "manifest.webmanifest").write_text('{"name":"Letters"}', encoding="utf-8")
    (site / "index.html").write_text("<p>", encoding="utf-8")
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "index.html").write_text("secret", encoding="utf-8")
    try:
        (site / "secret.txt").symlink_to(tmp_path / "secret")
        (site / "terms" / "a").symlink_to(tmp_path / "other", target_is_directory=True)
        (site / "same.html").symlink_to("index.html")
        (site / "loop").symlink_to("loop")
    except OSError:
        pytest.skip("this platform lets only some users make links")
    with ZipFile(offline.pack(site, tmp_path)) as found:
        names = found.namelist()
    assert names == ["Letters/START HERE.html", "Letters/files/index.html", "Letters/files/same.html"]
