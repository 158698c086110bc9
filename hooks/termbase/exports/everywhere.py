"""Texts of an entry as they are shown elsewhere: in a data file, in a feed reader, on another site."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urljoin

from termbase.exports.publication import Publication
from termbase.figures import linked
from termbase.glossary import Glossary
from termbase.model import Entry
from termbase.render import Address, Formula, Fragment, Rendered, addresses, formula, render


def set_everywhere(
    glossary: Glossary,
    entry: Entry,
    publication: Publication,
    fragments: Iterable[Fragment],
    maths: Formula = formula,
) -> Rendered:
    """Return fragments of an entry as HTML that holds wherever it is shown: a figure is an image of its file."""
    address = everywhere(entry.path, publication)
    return render(fragments, address, linked(glossary.figures, entry.path, address), maths)


def everywhere(path: str, publication: Publication) -> Address:
    """Return the function that turns a link target written in ``path`` into an absolute address.

    Where the site has no address yet, the result is relative to the site's root.
    """
    from_root = addresses(path, "")

    return lambda target: urljoin(publication.base_url, from_root(target))
