"""What stays at addresses that are no longer those of a page: redirects, and the ids of old anchors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

import jinja2

from termbase.permalinks.addresses import frame_of, has_map, is_term, map_of
from termbase.permalinks.redirects import Redirect, Redirects
from termbase.render import relative
from termbase.text import SLUG

_ID = re.compile(r'\sid="([^"]+)"')


def redirect_files(
    found: Iterable[Redirect], title: str, base_url: str, template: jinja2.Template
) -> Iterator[tuple[str, str]]:
    """Yield the address and text of a page for each redirect to a page called ``title``.

    With a term goes its page for frames, with a course or topic its map. ``base_url`` is empty or the absolute address
    of the site.
    """
    for redirect in found:
        for address, target in _pairs(redirect):
            anchor = f"#{redirect.anchor}" if redirect.anchor and target == redirect.target else ""
            href = relative(address, target) + anchor
            canonical = base_url + target if base_url else relative(address, target)
            yield f"{address}index.html", template.render(title=title, href=href, canonical=canonical)


def _pairs(redirect: Redirect) -> Iterator[tuple[str, str]]:
    yield redirect.address, redirect.target
    if is_term(redirect.address):
        yield frame_of(redirect.address), frame_of(redirect.target)
    elif has_map(redirect.address):
        yield map_of(redirect.address), map_of(redirect.target)


def left_over(redirects: Redirects, url: str) -> Iterator[Redirect]:
    """Yield the redirect to ``url`` from the frame or map of what was there before a tombstone or a choice of terms."""
    page = redirects.pages.get(url)
    if url in redirects.choices or (page and page.retired and is_term(url)):
        yield Redirect(frame_of(url), url, "", "", 0)
    elif page and page.retired and has_map(url):
        yield Redirect(map_of(url), url, "", "", 0)


def under_old_names(found: Iterable[Redirect], files: Mapping[str, str | bytes]) -> dict[str, str | bytes]:
    """Return the data files of a page for each address that redirects to it; ``files`` are those of the page."""
    return {
        redirect.address + address.removeprefix(redirect.target): held
        for redirect in found
        for address, held in files.items()
        if address.startswith(redirect.target)
    }


def with_old_anchors(html: str, promised: Iterable[str], old: Mapping[str, str]) -> str:
    """Return the body of a page with an id for every anchor that links may rely on.

    Former anchors, each with the one that it leads to now, stand before the element of that one; ``promised`` anchors
    that the page has nothing for (a term without contrasts) at its top.
    """
    there = set(_ID.findall(html))
    # An entry that is being mended may have ids of any form, and any of the page's own.
    for anchor in sorted(anchor for anchor in set(promised) - there if SLUG.fullmatch(anchor)):
        html = f'<span class="g-old" id="{anchor}"></span>{html}'
    for anchor, now in sorted((anchor, now) for anchor, now in old.items() if anchor not in there):
        found = re.search(rf'<[a-z][^<>]*\sid="{re.escape(now)}"', html) if now else None
        at = found.start() if found else 0
        leads = f' data-now="{now}"' if found else ""
        html = f'{html[:at]}<span class="g-old" id="{anchor}"{leads}></span>{html[at:]}'
    return html
