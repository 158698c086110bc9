"""The site as an archive that is unpacked anywhere and opened by a double-click."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from html import escape
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from termbase.offline.folder import in_folder
from termbase.text import WINDOWS_RESERVED, slugify

START = "START HERE.html"
FILES = "files"
# The first date that an archive can hold: none of a build gets in.
_DATE = (1980, 1, 1, 0, 0, 0)
# For servers, other sites and programs: nothing of it works in a folder, or nobody there asks for it.
_LEFT_OUT = re.compile(
    r"404\.html|sw\.js|robots\.txt|sitemap\.xml(\.gz)?|opensearch\.xml|feed\.xml|objects\.inv|llms\.txt"
    r"|manifest\.webmanifest|assets/icons/.*|offline/.*|assets/js/kept[^/]*"
    r"|.*\.myst\.json|myst\.xref\.json|.*/oembed\.json|moodle-glossary\.xml|schemas/.*|embed/.*"
    r"|assets/(js|css)/embed[^/]*"
)
_CARD = re.compile(r"(?<=/card)\.json$")
_SCRIPT = re.compile(r"assets/(js/)?folder(\.[0-9a-f]+)?\.js")
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)"')


def archive_name(site_name: str) -> str:
    """Return the file name of the archive of a site."""
    return f"{slugify(site_name) or 'glossary'}-offline.zip"


def contents(addresses: Iterable[str], read: Callable[[str], bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield what the folder of a site holds, by its address and in order of the addresses.

    ``addresses`` are those of the files of the built site, of which ``read`` returns each. Links lead to files, and
    what scripts ask a server for stands in a script of its own beside it: a page that is opened from a file may load
    scripts but no data. A page that is not UTF-8 is none of ours and stays as it is.
    """
    inside = {_CARD.sub(".js", address): address for address in addresses if not _LEFT_OUT.fullmatch(address)}
    script = next(filter(_SCRIPT.fullmatch, inside), "")
    home = _CANONICAL.search(read("index.html").decode(errors="replace"))
    for address, source in sorted(inside.items()):
        held = read(source)
        if address != source:
            yield address, _as_script(held)
        elif address.endswith(".html") and (page := _decoded(held)):
            yield address, in_folder(page, address, inside, home[1] if home else "", script).encode()
        else:
            yield address, held


def _decoded(page: bytes) -> str:
    try:
        return page.decode()
    except UnicodeDecodeError:
        return ""


def _as_script(data: bytes) -> bytes:
    return b"(globalThis.folderData??={})[document.currentScript.src]=" + data.strip() + b";\n"


def write_archive(to: BinaryIO, site_name: str, files: Iterable[tuple[str, bytes]]) -> None:
    """Write an archive with one folder: a page to begin with, and ``files``. The same files give the same bytes."""
    start = (
        f'<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>{escape(site_name)}</title>\n'
        f'<meta http-equiv="refresh" content="0; url={FILES}/index.html">\n'
        f'<p><a href="{FILES}/index.html">{escape(site_name)}</a></p>\n'
    )
    folder = _folder(site_name)
    with ZipFile(to, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        _write(archive, f"{folder}/{START}", start.encode())
        for address, held in files:
            _write(archive, f"{folder}/{FILES}/{address}", held)


def _folder(site_name: str) -> str:
    """Return a name for the folder of a site that every file system takes."""
    name = re.sub(r'[<>:"/\\|?*\x00-\x1f]', "", site_name).strip(" .") or "Glossary"
    # Windows takes no file whose name is reserved up to the first point.
    return f"Glossary {name}" if name.partition(".")[0].strip().lower() in WINDOWS_RESERVED else name


def _write(archive: ZipFile, name: str, held: bytes) -> None:
    entry = ZipInfo(name, _DATE)
    entry.compress_type = ZIP_DEFLATED
    # As from a Unix system, whatever packs it: readable by all.
    entry.create_system = 3
    entry.external_attr = 0o100644 << 16
    archive.writestr(entry, held)
