"""The likely repair for a slug that is no entry."""

from __future__ import annotations

from termbase.glossary import Glossary, NameKind
from termbase.load import GLOSSARY
from termbase.problems import did_you_mean
from termbase.text import name_key


def owner_of(glossary: Glossary, slug: str) -> str:
    """Return the slug of the entry that holds ``slug`` as a name or former name (as a file name), or ``""``."""
    names = glossary.names.get(name_key(slug), ())
    owner = next((name.slug for name in names if name.kind is not NameKind.TITLE or name.slug != slug), "")
    formers = (entry.slug for entry in glossary.entries.values() for f in entry.formerly if f.address.text == slug)
    return owner or next(formers, "")


def entry_hint(glossary: Glossary, slug: str, otherwise: str) -> str:
    """Return a hint that names the entry meant by ``slug``, else the nearest one, else ``otherwise``."""
    owner = owner_of(glossary, slug)
    if owner:
        return f"`{slug}` is a name of `{owner}`: write `{owner}`"
    tombstone = glossary.retired.get(f"{GLOSSARY}/{slug}.md")
    instead = next((see.text for see in tombstone.see if see.text in glossary.entries), "") if tombstone else ""
    if instead:
        return f"`{slug}` is retired: name `{instead}` instead"
    return did_you_mean(slug, glossary.entries, otherwise)
