"""``feed.xml``: the entries that were written or checked last, as an Atom feed (RFC 4287)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from xml.etree import ElementTree as ET

from termbase.exports.everywhere import set_everywhere
from termbase.exports.publication import LANGUAGE, LICENSE_URL, Publication
from termbase.glossary import Glossary, page_of
from termbase.model import Entry
from termbase.wording import plain_line, without_mathml

ADDRESS = "feed.xml"
NEWEST = 50
# A feed must name a day (section 4.1.1), also before its first entry.
_BEFORE = "1970-01-01"

_ATOM = "http://www.w3.org/2005/Atom"

Since = Callable[[str], str]


def files(glossary: Glossary, publication: Publication) -> Iterator[tuple[str, bytes]]:
    """Yield the feed, where the site has an address."""
    if publication.base_url:
        yield ADDRESS, atom(glossary, publication, glossary.ledger.since if glossary.ledger else _never)


def _never(_: str) -> str:
    return ""


def atom(glossary: Glossary, publication: Publication, since: Since) -> bytes:
    """Return the feed of a glossary that has an address.

    ``since`` gives the day, ``YYYY-MM-DD``, on which an address was first published, or ``""`` where it is not known.
    """
    # ElementTree has no default namespace beside plain attributes, so the declaration is written as one.
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": LANGUAGE})
    _add(root, "id", publication.absolute(""))
    _add(root, "title", publication.name)
    if publication.about:
        _add(root, "subtitle", publication.about)
    _add(root, "updated", _instant(glossary.updated or _BEFORE))
    _add(_add(root, "author"), "name", publication.name)
    _add(root, "link", rel="self", type="application/atom+xml", href=publication.absolute(ADDRESS))
    _add(root, "link", rel="alternate", type="text/html", href=publication.absolute(""))
    # RFC 4946
    _add(root, "link", rel="license", href=LICENSE_URL)
    for entry in newest(glossary):
        _item(root, glossary, entry, publication, since(page_of(entry.path)))
    made: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return made + b"\n"


def newest(glossary: Glossary) -> list[Entry]:
    """Return the entries of the feed: by day, the newest first, then by title."""
    checked = [entry for entry in glossary.entries.values() if entry.reviewed]
    return sorted(checked, key=lambda entry: entry.reviewed, reverse=True)[:NEWEST]


def _item(feed: ET.Element, glossary: Glossary, entry: Entry, publication: Publication, since: str) -> None:
    permalink = publication.absolute(page_of(entry.path))
    title = plain_line(entry.title)
    item = _add(feed, "entry")
    _add(item, "id", permalink)
    _add(item, "title", f"New: {title}" if since == entry.reviewed else title)
    # An entry may be accepted after it was checked, and nothing is changed before it is published.
    _add(item, "updated", _instant(max(entry.reviewed, since)))
    if since:
        _add(item, "published", _instant(since))
    _add(item, "link", rel="alternate", type="text/html", href=permalink)
    _add(item, "summary", plain_line(entry.plain))
    _add(item, "content", _html(glossary, entry, publication), type="html")


def _html(glossary: Glossary, entry: Entry, publication: Publication) -> str:
    """Return the plain line and the definition; a formula is one line of text, since feed readers drop MathML."""
    fragments = [(entry.plain.text, True), (entry.definition.text, False)]
    rendered = set_everywhere(glossary, entry, publication, fragments)
    html = f"<p><strong>{rendered.line(entry.plain)}</strong></p>\n{rendered.block(entry.definition)}"
    return without_mathml(html).strip()


def _instant(day: str) -> str:
    return f"{day}T00:00:00Z"


def _add(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> ET.Element:
    made = ET.SubElement(parent, tag, attributes)
    made.text = text or None
    return made
