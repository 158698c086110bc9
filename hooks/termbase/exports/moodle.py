"""A file that Moodle's glossary activity imports: each entry with its other names, its topics and a link back.

The form is that of Moodle's own export (``glossary_generate_export_file`` in mod/glossary/lib.php), as its import reads
it (mod/glossary/import.php, by ``xmlize`` in lib/xmlize.php). Two habits of these readers shape the file:

- ``xmlize`` drops each piece of text that is nothing but white space, and its parser starts a new piece at every
  reference (``&lt;``) and line end. So texts stand in CDATA sections and hold no line ends.
- Moodle cleans what it shows of MathML, so formulas stay TeX, between the marks that its MathJax filter knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from termbase.exports.everywhere import set_everywhere
from termbase.exports.publication import Publication
from termbase.glossary import Glossary, page_of
from termbase.model import Entry
from termbase.parse.inline import Kind, Span
from termbase.render import spoken
from termbase.text import Text

ADDRESS = "moodle-glossary.xml"
# FORMAT_HTML in lib/weblib.php.
_HTML = "1"
# What the import sets where the file is made a new activity; "1" is yes.
_SETTINGS = {
    "ALLOWDUPLICATEDENTRIES": "0",
    "DISPLAYFORMAT": "dictionary",
    "SHOWSPECIAL": "1",
    "SHOWALPHABET": "1",
    "SHOWALL": "1",
    "ALLOWCOMMENTS": "0",
    "USEDYNALINK": "1",
    "DEFAULTAPPROVAL": "1",
    "GLOBALGLOSSARY": "0",
    "ENTBYPAGE": "10",
}
_CODE = re.compile(r"<pre>.*?</pre>", re.DOTALL)
# What XML 1.0 (section 2.2) has no place for, even in a CDATA section.
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def files(glossary: Glossary, publication: Publication) -> Iterator[tuple[str, str]]:
    """Yield the file; none where the site has no address yet, because every entry links back."""
    if publication.base_url:
        info = [
            _tag("NAME", publication.name),
            _tag("INTRO", f"<p>{escape(publication.about)}</p>"),
            _tag("INTROFORMAT", _HTML),
            *(_tag(name, value) for name, value in _SETTINGS.items()),
            _nest("ENTRIES", *(_entry(glossary, entry, publication) for entry in glossary.entries.values())),
        ]
        body = _nest("GLOSSARY", _nest("INFO", *info))
        yield ADDRESS, f'<?xml version="1.0" encoding="UTF-8"?>\n{body}'


def _entry(glossary: Glossary, entry: Entry, publication: Publication) -> str:
    topics = (glossary.topics[topic.text] for topic in entry.topics if topic.text in glossary.topics)
    return _nest(
        "ENTRY",
        _tag("CONCEPT", spoken(entry.title) or entry.slug),
        _tag("DEFINITION", _definition(glossary, entry, publication)),
        _tag("FORMAT", _HTML),
        # Moodle links the concept and its aliases wherever a course names them, as whole words in any case.
        _tag("USEDYNALINK", "1"),
        _tag("CASESENSITIVE", "0"),
        _tag("FULLMATCH", "1"),
        _tag("TEACHERENTRY", "1"),
        _nest("ALIASES", *(_nest("ALIAS", _tag("NAME", spoken(alias))) for alias in entry.aliases)),
        _nest("CATEGORIES", *(_category(topic.title) for topic in topics)),
    )


def _category(title: Text) -> str:
    # The name of a topic is a common word: as a link it would lead away from the text.
    return _nest("CATEGORY", _tag("NAME", spoken(title)), _tag("USEDYNALINK", "0"))


def _definition(glossary: Glossary, entry: Entry, publication: Publication) -> str:
    fragments = [(entry.title.text, True), (entry.plain.text, True), (entry.definition.text, False)]
    md = set_everywhere(glossary, entry, publication, fragments, _tex)
    page = escape(publication.absolute(page_of(entry.path)))
    more = f'<p><a href="{page}">{md.line(entry.title)}</a>, {escape(publication.name)} (CC BY 4.0)</p>'
    return f"<p><em>{md.line(entry.plain)}</em></p>{md.block(entry.definition)}{more}"


def _tex(span: Span) -> str:
    start, end = (r"\[", r"\]") if span.kind is Kind.DISPLAY else (r"\(", r"\)")
    return escape(f"{start}{span.inner.strip()}{end}")


def _nest(name: str, *inner: str) -> str:
    return f"<{name}>\n{''.join(inner)}</{name}>\n" if inner else ""


def _tag(name: str, text: str) -> str:
    code_kept = _CODE.sub(lambda code: code[0].replace("\n", "<br>"), _NO_XML.sub("\ufffd", text))
    # The one sign that a section cannot hold ends one and starts the next.
    held = " ".join(code_kept.splitlines()).strip().replace("]]>", "]]]]><![CDATA[>")
    return f"<{name}><![CDATA[{held}]]></{name}>\n"
