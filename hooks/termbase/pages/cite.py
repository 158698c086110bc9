"""What a writer elsewhere pastes to link to a term or to cite it."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from datetime import date

from termbase.exports import Publication
from termbase.glossary import page_of
from termbase.model import Entry
from termbase.permalinks.addresses import frame_of
from termbase.render import spoken

_LATEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    # BibTeX counts braces, those after a backslash too.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
_MARKDOWN = re.compile(r"([\\`*_\[\]<>])")


@dataclass(frozen=True, slots=True)
class Snippet:
    """Text to copy, and what it is for."""

    label: str
    text: str


def snippets(entry: Entry, publication: Publication) -> tuple[Snippet, ...]:
    """Return what to paste for links to ``entry`` and citations of it; empty where the site has no address yet."""
    if not publication.base_url:
        return ()
    title = spoken(entry.title)
    address = page_of(entry.path)
    url = publication.absolute(address)
    frame = publication.absolute(frame_of(address))
    return (
        Snippet("Permalink", url),
        Snippet("Markdown", f"[{markdown(title)}]({url})"),
        Snippet("HTML", f'<a href="{url}">{html.escape(title)}</a>'),
        # By its label: it holds whatever signs are in the title.
        Snippet("Sphinx", f":ref:`{entry.slug}`"),
        Snippet("MyST in Sphinx", f"{{ref}}`{entry.slug}`"),
        Snippet("MyST", f"[](xref:glossary#{entry.slug})"),
        Snippet("LaTeX", rf"\href{{{latex(url)}}}{{{latex(title)}}}"),
        Snippet("BibTeX", bibtex(entry, publication.name, url)),
        Snippet("Frame", f'<iframe src="{frame}" title="{html.escape(title)}" width="100%" height="420"></iframe>'),
    )


def bibtex(entry: Entry, site: str, url: str) -> str:
    """Return the reference of ``entry`` for BibTeX and biblatex, dated by the day on which it was last checked."""
    lines = [
        f"title = {{{{{latex(spoken(entry.title))}}}}}",
        f"author = {{{{{latex(site)}}}}}",
        rf"howpublished = {{\url{{{url}}}}}",
    ]
    if entry.reviewed:
        day = date.fromisoformat(entry.reviewed)
        lines += [f"year = {day.year}", f"month = {day.month}", f"note = {{Version of {entry.reviewed}}}"]
    body = "".join(f"  {line},\n" for line in lines)
    return f"@misc{{{entry.slug},\n{body}}}"


def markdown(text: str) -> str:
    """Return ``text`` with the signs escaped that mean something within a Markdown link."""
    return _MARKDOWN.sub(r"\\\1", text)


def latex(text: str) -> str:
    """Return ``text`` with the signs escaped that mean something to LaTeX."""
    return "".join(_LATEX.get(character, character) for character in text)
