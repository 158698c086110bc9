"""Rules about links in running text, of entries and of hand-written pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase import course_anchors
from termbase.checks.nearest import entry_hint, owner_of
from termbase.glossary import Glossary, resolve, slug_of
from termbase.load import DOCS, GLOSSARY
from termbase.model import Inline, Link, LinkKind
from termbase.problems import Problem, did_you_mean, error, shorten
from termbase.text import name_key

BROKEN_LINK = error("broken-link")
BROKEN_ANCHOR = error("broken-anchor")
ALIAS_LINK = error("alias-link")
SELF_LINK = error("self-link")
OUTSIDE_LINK = error("outside-link")
BAD_LINK = error("bad-link")
UNDEFINED_REFERENCE = error("undefined-reference")
LOST_BRACKETS = error("lost-brackets")

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_SAFE = ("http://", "https://", "mailto:")


def links(glossary: Glossary) -> Iterator[Problem]:
    """A link leads to an entry, page or anchor that does not exist, to an alias, to itself, or out of the project."""
    anchors = _Anchors(glossary)
    for path, inline in _texts(glossary):
        for link in inline.links:
            if link.kind is not LinkKind.REFERENCE:
                yield from _target(glossary, anchors, path, link)


def _target(glossary: Glossary, anchors: _Anchors, path: str, link: Link) -> Iterator[Problem]:
    if _SCHEME.match(link.target) or link.target.startswith(("/", "\\")):
        if not link.target.startswith(_SAFE):
            message = f"the link `{shorten(link.target)}` is neither relative nor a web address"
            yield BAD_LINK.at(path, link.line, message, "write `other-term.md` or `https://…`")
        return
    file, anchor = resolve(path, link.target)
    if not link.target:
        yield BROKEN_LINK.at(
            path, link.line, f"the link `[{shorten(link.label)}]()` leads nowhere", "name the entry: `other-term.md`"
        )
    elif file.split("/")[0] not in (GLOSSARY, DOCS):
        message = f"the link `{shorten(link.target)}` leads out of `{GLOSSARY}` and `{DOCS}`"
        yield OUTSIDE_LINK.at(path, link.line, message, "link to an entry, a page of `docs`, or a web address")
    elif not _exists(glossary, file):
        yield _broken(glossary, path, link, file)
    elif file == path and not anchor and path.startswith(GLOSSARY):
        yield SELF_LINK.at(
            path, link.line, f"the link `{shorten(link.target)}` leads to the entry itself", "make it plain text"
        )
    elif anchor and file.endswith(".md") and anchor not in anchors(file):
        message = f"`{shorten(link.target)}`: there is no `#{shorten(anchor)}` in {file}"
        yield BROKEN_ANCHOR.at(
            path, link.line, message, did_you_mean(anchor, anchors(file), "remove the part from `#` on")
        )


def _exists(glossary: Glossary, file: str) -> bool:
    return slug_of(file) in glossary.entries or file in glossary.files


def _broken(glossary: Glossary, path: str, link: Link, file: str) -> Problem:
    slug = file.removeprefix(f"{GLOSSARY}/").removesuffix(".md")
    if file.startswith(f"{GLOSSARY}/"):
        owner = owner_of(glossary, slug)
        if owner:
            message = f"`{shorten(link.target)}` is not a file; `{slug}` is another name of `{owner}`"
            return ALIAS_LINK.at(path, link.line, message, f"write `[{shorten(link.label)}]({_relative(path, owner)})`")
        hint = entry_hint(glossary, slug, "write that entry, or make it plain text")
    else:
        hint = did_you_mean(file, glossary.files, "check the path; it is relative to this file")
    return BROKEN_LINK.at(path, link.line, f"the link `{shorten(link.target)}` leads to no file", hint)


def _relative(path: str, slug: str) -> str:
    up = "" if path.startswith(f"{GLOSSARY}/") else "../" * path.count("/") + f"{GLOSSARY}/"
    return f"{up}{slug}.md"


class _Anchors:
    """Looks up the anchors of a file."""

    def __init__(self, glossary: Glossary) -> None:
        self.by_path = {entry.path: entry for entry in glossary.entries.values()}
        self.articles = glossary.articles
        self.courses = {course.article.path: course for course in glossary.courses.values()}

    def __call__(self, path: str) -> frozenset[str]:
        if path in self.by_path:
            return self.by_path[path].anchors
        if path in self.courses:
            return frozenset(course_anchors.anchors(self.courses[path]))
        article = self.articles.get(path)
        return frozenset(heading.anchor for heading in article.headings) if article else frozenset()


def _texts(glossary: Glossary) -> Iterator[tuple[str, Inline]]:
    yield from glossary.texts()
    for article in glossary.articles.values():
        yield article.path, article.inline


def undefined_reference(glossary: Glossary) -> Iterator[Problem]:
    """A reference link has no definition, or a term stands in brackets as if it were a link."""
    for path, inline in _texts(glossary):
        for link in inline.links:
            if link.kind is LinkKind.REFERENCE and link.target not in inline.definitions:
                message = f"the reference `[{shorten(link.target)}]` is not defined"
                hint = _label_hint(glossary, path, link.label)
                yield UNDEFINED_REFERENCE.at(path, link.line, message, hint)
        if path.startswith(f"{GLOSSARY}/"):
            yield from _shortcuts(glossary, path, inline)


def _label_hint(glossary: Glossary, path: str, label: str) -> str:
    """Return a hint that writes the link out where the label is a known name."""
    names = glossary.names.get(name_key(label))
    slug = names[0].slug if names else "other-term"
    return f"write `[{shorten(label)}]({_relative(path, slug)})`"


def _shortcuts(glossary: Glossary, path: str, inline: Inline) -> Iterator[Problem]:
    for text in inline.bracketed:
        label = text.text[1:-1]
        if name_key(label) in glossary.names:
            message = f"`[{shorten(label)}]` looks like a link without its target"
            yield UNDEFINED_REFERENCE.at(path, text.line, message, _label_hint(glossary, path, label))


def lost_brackets(glossary: Glossary) -> Iterator[Problem]:
    """Text looks like a link that lost its square brackets."""
    for path, inline in _texts(glossary):
        for text in inline.bare_targets:
            word, _, target = text.text.partition("(")
            message = f"`{shorten(text.text)}` looks like a link that lost its brackets"
            yield LOST_BRACKETS.at(path, text.line, message, f"write `[{word}]({shorten(target)}`")


RULES = (links, undefined_reference, lost_brackets)
