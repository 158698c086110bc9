"""The archive of a site."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from termbase.offline.archive import archive_name, contents, write_archive

PAGE = (
    '<html><head><link rel="canonical" href="https://glossary.example/g/"><script src="x.js"></script></head>{}</html>'
)
SITE = {
    "index.html": PAGE.format('<a href="terms/softmax/">one</a> <a href="feed.xml">two</a>'),
    "terms/softmax/index.html": PAGE.format("<p>Text.</p>"),
    "terms/softmax/card.json": '{"version":1}\n',
    "terms/softmax/term.myst.json": "{}",
    "assets/js/folder.1a2b3c4d.js": "fetch",
    "assets/site.js": "site",
    "embed/softmax/index.html": "frame",
    "embed/cards.js": "cards",
    "embed/cards-own.js": "own",
    "sw.js": "worker",
    "offline/index.html": "offline",
    "feed.xml": "feed",
}


def packed(site: Mapping[str, str]) -> dict[str, str]:
    """Return what the folder of a site holds."""
    return {address: held.decode() for address, held in contents(site, lambda address: site[address].encode())}


def archive(name: str, files: Mapping[str, bytes]) -> bytes:
    """Return the bytes of an archive."""
    to = BytesIO()
    write_archive(to, name, sorted(files.items()))
    return to.getvalue()


def test_what_no_reader_of_a_folder_asks_for_is_left_out() -> None:
    assert list(packed(SITE)) == [
        "assets/js/folder.1a2b3c4d.js",
        "assets/site.js",
        "index.html",
        "terms/softmax/card.js",
        "terms/softmax/index.html",
    ]


def test_pages_lead_to_files_and_to_the_site_for_what_is_left_out() -> None:
    page = packed(SITE)["index.html"]
    assert 'href="terms/softmax/index.html"' in page
    assert 'href="https://glossary.example/g/feed.xml"' in page
    assert '<script src="assets/js/folder.1a2b3c4d.js" defer></script></head>' in page


def test_data_stands_in_a_script() -> None:
    card = packed(SITE)["terms/softmax/card.js"]
    assert card == '(globalThis.folderData??={})[document.currentScript.src]={"version":1};\n'


def test_the_archive_is_one_folder_with_a_page_to_begin_with() -> None:
    with ZipFile(BytesIO(archive('A/B: "<Letters>"', {"index.html": b"home", "ä/x.js": b"x"}))) as found:
        assert found.namelist() == [
            "AB Letters/START HERE.html",
            "AB Letters/files/index.html",
            "AB Letters/files/ä/x.js",
        ]
        assert b'<a href="files/index.html">A/B: &quot;&lt;Letters&gt;&quot;</a>' in found.read(found.namelist()[0])


@pytest.mark.parametrize(
    ("name", "folder"),
    [("CON", "Glossary CON"), ("Aux.", "Glossary Aux"), ("nul.b", "Glossary nul.b"), ("Contrast", "Contrast")],
)
def test_the_folder_is_one_that_windows_takes(name: str, folder: str) -> None:
    with ZipFile(BytesIO(archive(name, {"index.html": b"home"}))) as found:
        assert found.namelist() == [f"{folder}/START HERE.html", f"{folder}/files/index.html"]


def test_a_page_that_cannot_be_decoded_stays_as_it_is() -> None:
    site = {"index.html": b"<p>", "old.html": b'<a href="terms/">\xe9</a>', "terms/index.html": b""}
    assert dict(contents(site, lambda address: site[address])) == site


def test_the_archive_is_named_for_the_site() -> None:
    assert archive_name("Study glossary") == "study-glossary-offline.zip"
    assert archive_name("词汇") == "glossary-offline.zip"


@given(st.dictionaries(st.text("abc/ü", min_size=1, max_size=8), st.binary(max_size=40), max_size=5))
def test_the_same_files_give_the_same_bytes_and_come_out_again(files: dict[str, bytes]) -> None:
    made = archive("Letters", files)
    assert archive("Letters", dict(reversed(files.items()))) == made
    with ZipFile(BytesIO(made)) as found:
        assert {name: found.read(f"Letters/files/{name}") for name in files} == files
        assert {entry.date_time for entry in found.infolist()} == {(1980, 1, 1, 0, 0, 0)}
