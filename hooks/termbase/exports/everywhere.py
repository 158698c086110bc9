"""Links that hold wherever a text is shown: in a data file, in a feed reader, on another site."""

from __future__ import annotations

from urllib.parse import urljoin

from termbase.exports.publication import Publication
from termbase.render import Address, addresses


def everywhere(path: str, publication: Publication) -> Address:
    """Return the function that turns a link target written in ``path`` into an absolute address.

    Where the site has no address yet, the result is relative to the site's root.
    """
    from_root = addresses(path, "")

    return lambda target: urljoin(publication.base_url, from_root(target))
