"""What a site asks for that turns the bare address of an entry into a frame: oEmbed 1.0, https://oembed.com/."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from termbase.exports.publication import Publication
from termbase.glossary import Glossary, page_of
from termbase.model import Entry
from termbase.permalinks.addresses import frame_of
from termbase.render import spoken
from termbase.text import compact_json

# In pixels. Hosts that hear what the frame tells them make it as high as what is in it.
WIDTH, HEIGHT = 640, 480
_DAY = 86_400


def oembed_address(slug: str) -> str:
    """Return the address of the answer for an entry, relative to the site's root."""
    return f"terms/{slug}/oembed.json"


def entry_files(_glossary: Glossary, entry: Entry, publication: Publication) -> Iterator[tuple[str, str]]:
    """Yield the answer for ``entry``, of the type "rich" (section 2.3.4.4); none where the site has no address yet.

    Every answer is the same whatever size is asked for: it is a file. WordPress keeps of a frame only ``src``,
    ``width``, ``height``, ``title`` and ``frameborder``, and needs the end tag right after the start tag
    (``wp_filter_oembed_result`` in wp-includes/embed.php).
    """
    if not publication.base_url:
        return
    title = spoken(entry.title) or entry.slug
    src = publication.absolute(frame_of(page_of(entry.path)))
    size = f'width="{WIDTH}" height="{HEIGHT}"'
    answer = {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": publication.name,
        "provider_url": publication.base_url,
        "html": f'<iframe src="{escape(src)}" {size} title="{escape(title)}" frameborder="0"></iframe>',
        "width": WIDTH,
        "height": HEIGHT,
        "cache_age": _DAY,
    }
    yield oembed_address(entry.slug), compact_json(answer) + "\n"
