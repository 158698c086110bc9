"""Markdown to HTML, one pass an entry.

All fragments of an entry that hold markup are set as one document, with marks between them, and cut apart again: the
CommonMark parser starts once an entry and not once a fragment. The HTML is safe by construction: the parser escapes raw
HTML and refuses script addresses, and everything put in afterwards is made here.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote

from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from termbase.figures import Picture, no_picture, with_figures
from termbase.glossary import page_of, resolve
from termbase.load import DOCS
from termbase.maths import BrokenTex, to_mathml
from termbase.parse.inline import Kind, Span, scan
from termbase.text import Text, single_spaced

# Private-use characters: a writer cannot type them (the check `bad-character`, and `_source` below).
_OPEN, _CLOSE, _CUT, _LINE = "\ue000", "\ue001", "\ue002", "\ue003"
_MARKS = re.compile("[\ue000-\ue003]")
_PARSER = MarkdownIt("commonmark", {"html": False}).enable("table")
# What CommonMark reads as plain text wherever it stands in a line.
_PLAIN = re.compile(r"[^\\`*_\[\]<>&!$\n\ue000-\ue003]*")
_SEPARATOR = f"\n\n{_CUT}\n\n"
_CUT_HTML = f"<p>{_CUT}</p>\n"
_LINE_HTML = re.compile(rf"<h1>(.*){_LINE}</h1>\n?", re.DOTALL)
_HELD = re.compile(rf"<p>{_OPEN}(\d+){_CLOSE}</p>|{_OPEN}(\d+){_CLOSE}|<[^<>]*{_OPEN}[^<>]*>")
_HELD_IN_TAG = re.compile(rf"{_OPEN}(\d+){_CLOSE}")
# The same marks, written as character references (U+E000 is 57344).
_MARK_REFERENCE = re.compile(r"&#(?:0*5734[4-7]|x0*e00[0-3]);", re.IGNORECASE)
_ADDRESS = re.compile(r'<a href="([^"]*)"')
# An answer such as "64." is no list with nothing in it.
_LONE_NUMBER = re.compile(r"((?:\A|(?<=\n\n)) {0,3}\d{1,9})(?=[.)][ \t]*(?:<!--[^\n]*-->[ \t]*)*(?:\n\n|\n?\Z))")
_ALIGN = re.compile(r'(<t[hd]) style="text-align:(left|center|right)"')
_ALIGN_CLASS = {"left": "", "center": ' class="c"', "right": ' class="r"'}
_EMPTY_HEADING = re.compile(r"<th((?: class| style)=\"[^\"]*\"|)></th>")
_TABLE = '<div class="g-eg" tabindex="0" role="group" aria-label="Table"><table class="g-table">'
_TAGS = re.compile(r"<[^>]*>")

Fragment = tuple[str, bool]
Address = Callable[[str], str]
Formula = Callable[[Span], str]


def lines(*texts: Text) -> Iterator[Fragment]:
    """Yield each text as a fragment of one line."""
    return ((text.text, True) for text in texts)


@dataclass(frozen=True, slots=True)
class Rendered:
    """The fragments of a page as HTML, looked up by their Markdown."""

    html: Mapping[Fragment, Markup]

    def block(self, text: Text) -> Markup:
        """Return ``text`` as block elements."""
        return self.html[text.text, False]

    def line(self, text: Text) -> Markup:
        """Return ``text`` as phrasing content, without a paragraph around it."""
        return self.html[text.text, True]


def formula(span: Span) -> str:
    """Return a formula as MathML; one that cannot be set is shown as its source."""
    try:
        return to_mathml(span.inner, span.kind is Kind.DISPLAY)
    except BrokenTex:
        return f"<code>{html.escape(span.inner)}</code>"


def render(
    fragments: Iterable[Fragment], address: Address, picture: Picture = no_picture, maths: Formula = formula
) -> Rendered:
    """Return every fragment as HTML.

    A fragment is Markdown and whether it is one line; ``address`` maps the target of a link to the page's ``href``,
    ``picture`` returns the element of a figure, ``maths`` a formula as HTML.
    """
    wanted = dict.fromkeys(fragments)
    rendered = {
        fragment: escape(single_spaced(fragment[0]))
        for fragment in wanted
        if fragment[1] and _PLAIN.fullmatch(fragment[0])
    }
    marked = [fragment for fragment in wanted if fragment not in rendered]
    setting = _Setting(address, picture, maths)
    pieces = _convert(marked, setting)
    if len(pieces) != len(marked):
        # A fence that is never closed ran over the marks: such an entry is set piece by piece.
        pieces = ["".join(_convert([fragment], setting)) for fragment in marked]
    for fragment, piece in zip(marked, pieces, strict=True):
        rendered[fragment] = Markup(_unwrapped(piece) if fragment[1] else piece)  # noqa: S704 - see the module's docstring
    return Rendered(rendered)


@dataclass(frozen=True, slots=True)
class _Setting:
    """How what a page refers to is shown on it."""

    address: Address
    picture: Picture
    maths: Formula


def _convert(fragments: list[Fragment], setting: _Setting) -> list[str]:
    document = _SEPARATOR.join(_source(text, one_line=one_line) for text, one_line in fragments)
    held: list[Span] = []
    out: str = _PARSER.render(_hold(document, held))
    out = _ALIGN.sub(lambda found: found[1] + _ALIGN_CLASS[found[2]], out)
    out = framed(out)
    out = with_figures(out, setting.picture, _caption)
    out = _ADDRESS.sub(lambda found: f'<a href="{_escaped_address(found[1], setting.address)}"', out)
    out = _HELD.sub(lambda found: _released(found, held, setting.maths), out)
    return out.split(_CUT_HTML)


def framed(out: str) -> str:
    """Return HTML with each table in a frame that can be scrolled, by keyboard too. An empty corner is no heading."""
    out = out.replace("<table>", _TABLE).replace("</table>", "</table></div>")
    return _EMPTY_HEADING.sub(r"<td\1></td>", out)


def _source(text: str, *, one_line: bool) -> str:
    clean = _MARK_REFERENCE.sub("\ufffd", _MARKS.sub("\ufffd", text))
    clean = _LONE_NUMBER.sub(r"\1\\", clean)
    # A heading holds phrasing content only, whatever its text starts with; the mark keeps closing `#`s.
    return f"# {single_spaced(clean)}{_LINE}" if one_line else clean


def _caption(text: str) -> str:
    """Return the caption of a figure as HTML. What was an escaped reference in its source is a reference now."""
    html_of: str = _PARSER.renderInline(_MARK_REFERENCE.sub("\ufffd", text))
    return html_of


def _unwrapped(piece: str) -> str:
    found = _LINE_HTML.fullmatch(piece)
    return found[1] if found else piece.replace(_LINE, "")


def _hold(document: str, held: list[Span]) -> str:
    """Return ``document`` without comments and with its formulas held back, so that Markdown does not touch them."""
    parts = []
    position = 0
    for span in scan(document).spans:
        if span.kind is Kind.COMMENT:
            parts.append(document[position : span.start].rstrip(" \t"))
        elif span.kind in (Kind.DISPLAY, Kind.MATHS):
            parts += [document[position : span.start], f"{_OPEN}{len(held)}{_CLOSE}"]
            held.append(span)
        else:
            continue
        position = span.end
    return "".join([*parts, document[position:]])


def _released(found: re.Match[str], held: list[Span], maths: Formula) -> str:
    if found[2]:
        return maths(held[int(found[2])])
    if not found[1]:
        # An attribute holds text: a formula in it stays as it was written.
        return _HELD_IN_TAG.sub(lambda mark: html.escape(held[int(mark[1])].inner), found[0])
    alone = maths(held[int(found[1])])
    if not alone.startswith('<math display="block"'):
        return f"<p>{alone}</p>"
    return f'<div class="g-math" tabindex="0" role="group" aria-label="Formula">{alone}</div>'


def _escaped_address(target: str, address: Address) -> str:
    return html.escape(address(html.unescape(target)))


def addresses(path: str, page: str) -> Address:
    """Return the function that turns a link target written in ``path`` into an ``href`` on the page ``page``."""

    def address(target: str) -> str:
        file, anchor = resolve(path, target)
        if not file or (target.startswith("#") and page == page_of(path)):
            return target
        to = page_of(file) if file.endswith(".md") else file.removeprefix(f"{DOCS}/")
        steps = quote(relative(page, to))
        # A colon in the first step would make the rest of the path an address with a scheme.
        start = "./" if ":" in unquote(steps.partition("/")[0]) else ""
        return start + steps + (f"#{anchor}" if anchor else "")

    return address


def relative(page: str, to: str) -> str:
    """Return the address of ``to`` as seen from ``page``, both relative to the site's root (``terms/softmax/``)."""
    path = posixpath.relpath(f"/{to}", f"/{page.rpartition('/')[0]}")
    return path + "/" if to.endswith("/") or not to else path


def words(markup: str) -> str:
    """Return the text of some HTML, for places that hold no markup."""
    return html.unescape(_TAGS.sub("", markup)).strip()


def spoken(text: Text) -> str:
    """Return Markdown of one line as plain words, for places that hold no markup."""
    if not any(mark in text.text for mark in "*_`[$<\\&"):
        return text.text
    return words(render([(text.text, True)], lambda target: target).line(text))
