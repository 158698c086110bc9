"""The names under which other tools find an entry: each leads to one entry, or is left out.

A name may be claimed more than once: by two owners of an acronym, or by a form of one name that is another name. A
title beats an alias, a written name beats a form of it, a name of today beats one that was given up, and where equal
claims remain nobody gets the name: an unknown name stops the author of a course page, a link to the wrong entry does
not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from termbase.glossary import Glossary, NameKind, entry_names
from termbase.load import GLOSSARY
from termbase.render import spoken
from termbase.text import SLUG, Text, folded, single_spaced, slugify

# A name and the slug of the entry that it leads to.
Claim = tuple[str, str]

_DASHES = re.compile("[\u2010-\u2015\u2212]")
_JOINT = re.compile(r"(?<=\w)-(?=\w)")


def term_names(glossary: Glossary) -> dict[str, str]:
    """Return the slug of the entry or tombstone by each of its names, in the forms that people write."""
    titles = list(_written(glossary, NameKind.TITLE))
    others = list(_written(glossary, NameKind.ALIAS, NameKind.VARIANT))
    derived = [(form, slug) for name, slug in (*titles, *others) for form in spellings(name)]
    given_up = [(form, slug) for name, slug in _given_up(glossary) for form in spellings(name)]
    return _settled((titles, others, derived, given_up), folded)


def identifiers(glossary: Glossary) -> dict[str, str]:
    """Return the slug of the entry or tombstone by each identifier: the slug itself, and the names as slugs."""
    slugs = [(slug, slug) for slug in glossary.entries if SLUG.fullmatch(slug)]
    titles = [(slugify(name), slug) for name, slug in _written(glossary, NameKind.TITLE)]
    others = [(slugify(name), slug) for name, slug in _written(glossary, NameKind.ALIAS, NameKind.VARIANT)]
    given_up = [(slugify(name), slug) for name, slug in _given_up(glossary)]
    settled = _settled((slugs, titles, others, given_up), str)
    return {name: slug for name, slug in settled.items() if name}


def _given_up(glossary: Glossary) -> Iterator[Claim]:
    """Yield the former slugs of entries, and what tombstones were called."""
    for entry in glossary.entries.values():
        yield from ((former.address.text, entry.slug) for former in entry.formerly if not former.old_anchor)
    for tombstone in glossary.retired.values():
        article = tombstone.article
        if article.path.startswith(f"{GLOSSARY}/"):
            names = [article.slug, *(former.address.text for former in article.formerly if not former.old_anchor)]
            names += [words for text in (article.title, *tombstone.names) if (words := shown(text, ""))]
            yield from ((name, article.slug) for name in names)


def shown(title: Text, slug: str) -> str:
    """Return a title as plain words on one line; where there is none, the slug."""
    return single_spaced(spoken(title)) or slug


def _written(glossary: Glossary, *kinds: NameKind) -> Iterator[Claim]:
    for entry in glossary.entries.values():
        for name in entry_names(entry):
            if name.kind in kinds and (words := shown(Text(name.text, name.line), "")):
                yield words, entry.slug


def _settled(tiers: Iterable[list[Claim]], key: Callable[[str], str]) -> dict[str, str]:
    """Return the claims that hold; an earlier tier is the better claim. Names of one ``key`` have one owner."""
    owners: dict[str, str] = {}
    found: dict[str, str] = {}
    for tier in tiers:
        claims: dict[str, set[str]] = defaultdict(set)
        for name, slug in tier:
            claims[key(name)].add(slug)
        for claimed, slugs in claims.items():
            owners.setdefault(claimed, slugs.pop() if len(slugs) == 1 else "")
        found.update((name, slug) for name, slug in tier if owners[key(name)] == slug)
    return found


def spellings(name: str) -> Iterator[str]:
    """Yield ``name`` as people write it: with plain hyphens, with spaces for hyphens, each in the usual cases.

    "Wasserstein GAN" is written so, as "wasserstein GAN" and as "wasserstein gan".
    """
    plain = _DASHES.sub("-", name)
    for spelled in dict.fromkeys((name, plain, _JOINT.sub(" ", plain))):
        words = spelled.split(" ")
        # A word with a capital after its first letter is an acronym, or a name that is written so: GAN, XGBoost.
        lowered = " ".join(word if word[1:] != word[1:].lower() else word.lower() for word in words)
        yield from dict.fromkeys((spelled, spelled[:1].upper() + spelled[1:], lowered, spelled.lower()))
