"""Which addresses lead to which pages: the other names of terms, and what pages were called before.

Every redirect leads to a page that is there, in one step. A name that several entries own leads to a page that lists
them.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from termbase.glossary import Glossary, Name, NameKind, entry_names, page_of
from termbase.load import DOCS, GLOSSARY
from termbase.permalinks.addresses import TERMS
from termbase.permalinks.live import LivePage, live_pages
from termbase.text import LONGEST_SLUG, RESERVED, name_key, slugify

# Signs that tell names apart, as in C, C++ and C#.
_TELLING = frozenset("+#*")


@dataclass(frozen=True, slots=True)
class Redirect:
    """``address`` leads to the page ``target``, and on it to ``anchor`` if that is not empty.

    It is written at ``path:line``: by ``formerly``, or else as one of a term's names.
    """

    address: str
    target: str
    anchor: str
    path: str
    line: int
    formerly: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """A name that several entries own, and their slugs."""

    name: str
    slugs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """A redirect that cannot be: ``address``, written at ``path:line``, is taken by ``holder``, a file and line."""

    address: str
    path: str
    line: int
    holder: str


@dataclass(frozen=True, slots=True)
class Redirects:
    """Where the addresses of a glossary lead. ``into`` has the redirects by target, ``choices`` are by address."""

    pages: Mapping[str, LivePage]
    by_address: Mapping[str, Redirect]
    into: Mapping[str, tuple[Redirect, ...]]
    choices: Mapping[str, Choice]
    clashes: tuple[Clash, ...]


@lru_cache(maxsize=1)
def redirects(glossary: Glossary) -> Redirects:
    """Return every redirect of a glossary, and those that would stand in the way of a page or of each other."""
    pages = live_pages(glossary)
    found: dict[str, Redirect] = {}
    clashes = [*_formers(pages, glossary.files, found)]
    choices: dict[str, Choice] = {}
    for address, names in sorted(_named(glossary).items()):
        taken = pages.get(address) or found.get(address)
        if taken:
            clashes += _in_the_way(glossary, address, names, taken)
        else:
            _lead_on(address, names, found, choices)
    into: dict[str, list[Redirect]] = defaultdict(list)
    for address in sorted(found):
        into[found[address].target].append(found[address])
    return Redirects(
        MappingProxyType(pages),
        MappingProxyType({address: found[address] for address in sorted(found)}),
        MappingProxyType({target: tuple(led) for target, led in into.items()}),
        MappingProxyType(choices),
        tuple(clashes),
    )


def _formers(pages: Mapping[str, LivePage], files: Container[str], found: dict[str, Redirect]) -> Iterator[Clash]:
    """Put the former addresses of pages into ``found``; yield those that are taken."""
    for page in pages.values():
        folder = page.address.removesuffix("/").rpartition("/")[0]
        for former in page.formerly:
            if former.old_anchor:
                continue
            address = f"{folder}/{former.address.text}/".removeprefix("/")
            line = former.address.line
            taken = pages.get(address) or found.get(address)
            file = f"{DOCS}/{address}index.html"
            if taken:
                yield Clash(address, page.path, line, f"{taken.path}:{taken.line}")
            elif file in files:
                yield Clash(address, page.path, line, file)
            else:
                anchor = page.old_anchors.get(former.anchor.text, former.anchor.text)
                found[address] = Redirect(address, page.address, anchor, page.path, line, formerly=True)


def _named(glossary: Glossary) -> dict[str, list[Name]]:
    """Return the names of entries by the addresses that they make, and those of tombstones that no entry has."""
    found: dict[str, list[Name]] = defaultdict(list)
    for entry in glossary.entries.values():
        for name in entry_names(entry):
            found[name_address(name.text)].append(name)
    given_up: dict[str, list[Name]] = defaultdict(list)
    for tombstone in glossary.retired.values():
        article = tombstone.article
        for text in tombstone.names if article.path.startswith(f"{GLOSSARY}/") else ():
            name = Name(text.text, NameKind.ALIAS, article.slug, article.path, text.line)
            given_up[name_address(name.text)] = [name]
    both = {**given_up, **found}
    both.pop("", None)
    return both


def name_address(name: str) -> str:
    """Return the address that a name makes, ``terms/full-softmax/``; ``""`` for a name that a slug would distort.

    A slug has neither the letters of other scripts nor the signs in C++ and C#. Some slugs cannot be the names of
    files, and ``index`` is the list of all terms.
    """
    plain = unicodedata.normalize("NFKD", name)
    lost = any((character.isalnum() and not character.isascii()) or character in _TELLING for character in plain)
    slug = slugify(name)
    return "" if lost or not slug or slug in RESERVED or len(slug) > LONGEST_SLUG else f"{TERMS}{slug}/"


def _in_the_way(glossary: Glossary, address: str, names: list[Name], taken: LivePage | Redirect) -> Iterator[Clash]:
    """Yield the names that cannot have ``address``, because another page has it, or had it."""
    # A tombstone stays for what a name meant before. A name that two entries hold is a problem of names.
    if isinstance(taken, LivePage) and taken.retired:
        return
    for name in names:
        owners = {other.path for other in glossary.names.get(name_key(name.text), ())}
        if name.path != taken.path and taken.path not in owners:
            yield Clash(address, name.path, name.line, f"{taken.path}:{taken.line}")


def _lead_on(address: str, names: list[Name], found: dict[str, Redirect], choices: dict[str, Choice]) -> None:
    """Put the redirect of the names that make one address, or the choice between them, where it belongs."""
    owners = {name.path: name for name in reversed(names)}
    titled = [name for name in owners.values() if name.kind is NameKind.TITLE]
    if len(owners) == 1 or len(titled) == 1:
        name = titled[0] if titled else names[0]
        found[address] = Redirect(address, page_of(name.path), "", name.path, name.line)
    else:
        choices[address] = Choice(names[0].text, tuple(sorted(name.slug for name in owners.values())))
