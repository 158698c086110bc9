"""What a browser needs to know to install the site as an app (W3C, Web Application Manifest).

All addresses are relative to the manifest's own, so that the site may stand in a folder.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from termbase.exports.publication import LANGUAGE, Publication
from termbase.glossary import Glossary
from termbase.permalinks.addresses import HUBS
from termbase.text import single_spaced

ADDRESS = "manifest.webmanifest"
# The page's colour in the light scheme (`--g-paper` in docs/assets/css/roles.css): a manifest knows one scheme.
PAPER = "#fff"
ICONS = ("icon-192", "icon-512", "maskable-512")
# A launcher has room for about so many letters.
_SHORT = 12
_SHORTCUTS = ("terms/", "review/")


def files(_glossary: Glossary, publication: Publication) -> Iterator[tuple[str, str]]:
    """Yield the manifest."""
    name = single_spaced(publication.name)
    short = name if len(name) <= _SHORT else name.rpartition(" ")[2][:_SHORT]
    manifest = {
        "name": publication.name,
        "short_name": short[:1].upper() + short[1:],
        "description": publication.about,
        "lang": LANGUAGE,
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": [_icon(name) for name in ICONS],
        "shortcuts": [{"name": HUBS[address], "url": address} for address in _SHORTCUTS],
    }
    yield ADDRESS, json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"


def _icon(name: str) -> dict[str, str]:
    purpose, size = name.split("-")
    return {
        "src": f"assets/icons/{name}.png",
        "sizes": f"{size}x{size}",
        "type": "image/png",
        "purpose": "any" if purpose == "icon" else purpose,
    }
