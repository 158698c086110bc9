"""The pages of a site as they must be in a folder of files, where no server finds the index of a folder."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Container, Iterator
from html import escape, unescape
from html.parser import HTMLParser
from itertools import accumulate
from urllib.parse import unquote

INDEX = "index.html"
# Which attribute of an element leads to a page.
_LEADING = {"a": "href", "area": "href", "link": "href", "form": "action", "iframe": "src"}
# HTML Standard, 13.1.2.3: a name, then perhaps a value, which may stand in quotes.
_ATTRIBUTE = re.compile(r"""([^\s=/>"']+)(?:(\s*=\s*)("[^"]*"|'[^']*'|[^\s"'>]+))?""")
_REFRESH = re.compile(r"(\s*\d+\s*;\s*url\s*=\s*)(.*)", re.IGNORECASE | re.DOTALL)
# A path that starts at the page, and what follows it.
_RELATIVE = re.compile(r"(?![a-z][a-z0-9+.-]*:|/)([^?#]+)(.*)", re.IGNORECASE | re.DOTALL)


def in_folder(html: str, address: str, files: Container[str], online: str = "", script: str = "") -> str:
    """Return the page at ``address`` with links that lead to files: ``../softmax/`` becomes ``../softmax/index.html``.

    ``files`` are the addresses of all files in the folder. A ``<link>`` to what is not among them goes; any other link
    to it leads to the site at ``online``, if that has an address. ``script`` is the address of a script that pages with
    scripts get. All else stays as it is, character for character.
    """
    found = _Tags(html)
    put = []
    for start, end, tag in found.starts:
        text = html[start:end]
        is_gone = tag == "link" and not all(leads(link, address, files) for link in _values(text, tag, "href"))
        put.append((start, end, "" if is_gone else _led(text, tag, address, files, online)))
    if script and found.head_end >= 0 and found.has_scripts:
        src = posixpath.relpath(script, posixpath.dirname(address) or ".")
        put.append((found.head_end, found.head_end, f'<script src="{escape(src)}" defer></script>'))
    return "".join(_spliced(html, sorted(put)))


def leads(link: str, address: str, files: Container[str]) -> bool:
    """Tell whether a link on the page at ``address`` leads to one of ``files``, or out of the site."""
    target = _target(link, address)
    return target is None or target in files or posixpath.join(target, INDEX) in files


def led(link: str, address: str, files: Container[str], online: str = "") -> str:
    """Return a link on the page at ``address`` so that it leads to one of ``files``, else to the site at ``online``."""
    match, target = _RELATIVE.fullmatch(link), _target(link, address)
    if match is None or target is None or (target in files and not match[1].endswith("/")):
        return link
    if posixpath.join(target, INDEX) in files:
        return posixpath.join(match[1], INDEX) + match[2]
    slash = "/" if match[1].endswith("/") else ""
    return f"{online}{target}{slash}{match[2]}" if online else link


def _target(link: str, address: str) -> str | None:
    """Return what a link leads to, from the root of the site: ``""`` for the root, ``None`` if it leaves the site."""
    match = _RELATIVE.fullmatch(link)
    if not match:
        return None
    target = posixpath.normpath(posixpath.join(posixpath.dirname(address), unquote(match[1])))
    return "" if target == "." else target


def _led(text: str, tag: str, address: str, files: Container[str], online: str) -> str:
    """Return a tag with its links led to files."""
    wanted = "content" if tag == "meta" and "refresh" in text else _LEADING.get(tag)

    def attribute(match: re.Match[str]) -> str:
        name, equals, quoted = match.groups()
        if name.lower() != wanted or not quoted:
            return match[0]
        value = _value(quoted)
        refresh = _REFRESH.fullmatch(value) if tag == "meta" else None
        before, link = refresh.groups() if refresh else ("", value)
        new = led(link, address, files, online)
        return match[0] if new == link else f'{name}{equals}"{escape(before + new)}"'

    name_end = 1 + len(tag)
    return text[:name_end] + _ATTRIBUTE.sub(attribute, text[name_end:]) if wanted else text


def _values(text: str, tag: str, name: str) -> list[str]:
    return [
        _value(match[3]) for match in _ATTRIBUTE.finditer(text[1 + len(tag) :]) if match[1].lower() == name and match[3]
    ]


def _value(quoted: str) -> str:
    return unescape(quoted[1:-1] if quoted[0] in "\"'" else quoted)


def _spliced(text: str, put: list[tuple[int, int, str]]) -> Iterator[str]:
    last = 0
    for start, end, new in put:
        yield text[last:start]
        yield new
        last = end
    yield text[last:]


class _Tags(HTMLParser):
    """Where the tags of a page stand. What looks like a tag in a script or a comment is none."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.lines = [0, *accumulate(len(line) + 1 for line in html.split("\n"))]
        self.starts: list[tuple[int, int, str]] = []
        self.head_end = -1
        self.has_scripts = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start = self._offset()
        self.starts.append((start, start + len(self.get_starttag_text() or ""), tag))
        self.has_scripts |= tag == "script" and any(name == "src" for name, _ in attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag == "head":
            self.head_end = self._offset()

    def _offset(self) -> int:
        line, column = self.getpos()
        return self.lines[line - 1] + column
