"""The classes that figures may use, and their look when an SVG file is opened by itself."""

import re
from collections.abc import Mapping

LIGHT: Mapping[str, str] = {
    "ink": "#1b1d22",
    "ink2": "#555963",
    "paper": "#fff",
    "soft": "#f6f5f1",
    "line": "#e2e0d8",
    "edge": "#878578",
    "act": "#1f47b4",
    "act-bg": "#eef2fc",
    "hl": "#ffdf5c",
    "hl-bg": "#fff8dc",
    "on-hl": "#1b1d22",
    "no": "#a23219",
}
DARK: Mapping[str, str] = {
    "ink": "#e8e8e6",
    "ink2": "#a9adb5",
    "paper": "#15171b",
    "soft": "#1d2025",
    "line": "#33373f",
    "edge": "#7d838f",
    "act": "#a3bbff",
    "act-bg": "#20283d",
    "hl": "#e3bb2e",
    "hl-bg": "#27241a",
    "on-hl": "#1b1d22",
    "no": "#f3a793",
}
"""The roles of docs/assets/css/roles.css by their names without `--g-`."""

SANS = "-apple-system,BlinkMacSystemFont,Segoe UI,Inter,Roboto,Noto Sans,Liberation Sans,sans-serif"
SERIF = "Charter,Bitstream Charter,Charis SIL,Sitka Text,Cambria,Noto Serif,Georgia,serif"

ROOT = f"fill:none;stroke-width:1.5;stroke-linecap:round;stroke-linejoin:round;font:500 13.5px {SANS}"
CLASSES: Mapping[str, str] = {
    "ax": "stroke:{edge};stroke-width:1.25",
    "gr": "stroke:{line};stroke-width:1",
    "l": "stroke:{ink2}",
    "a": "stroke:{act};stroke-width:2.25",
    "b": "stroke:{ink};stroke-width:2;stroke-dasharray:7 4",
    "c": "stroke:{no};stroke-width:2.25;stroke-dasharray:.1 4.5",
    "thin": "stroke-width:1.25",
    "dash": "stroke-dasharray:4 4",
    "full": "stroke-dasharray:none",
    "fa": "fill:{act-bg}",
    "pa": "fill:{act}",
    "pb": "fill:{paper};stroke:{ink}",
    "pc": "fill:{no}",
    "box": "fill:{paper};stroke:{ink}",
    "soft": "fill:{soft};stroke:{line};stroke-width:1",
    "hl": "fill:{hl}",
    "hb": "fill:{hl-bg}",
    "here": "fill:{hl-bg};stroke:{hl};stroke-width:2.5",
    "t2": "fill:{ink2};font-weight:400;font-size:12.5px",
    "ta": "fill:{act}",
    "tc": "fill:{no}",
    "th": "fill:{on-hl};font-weight:700",
    "h": "fill:{ink};font-weight:700",
    "on": "stroke:{paper};stroke-width:6;paint-order:stroke",
}
"""What each class declares; a name in braces is a role. A later class overrules an earlier one."""


def _rules(colours: Mapping[str, str], *, coloured_only: bool) -> str:
    """Return the classes as rules in these colours; on request only what depends on the colours."""
    rules = []
    whole = {".g-fig": ROOT + ";background:{paper}", ".g-fig text": "fill:{ink}"}
    for selector, declarations in (whole | {f".g-fig .{name}": text for name, text in CLASSES.items()}).items():
        kept = [d for d in declarations.split(";") if not coloured_only or "{" in d]
        if kept:
            rules.append(f"{selector}{{{re.sub(r'{([a-z0-9-]+)}', lambda m: colours[m[1]], ';'.join(kept))}}}")
    return "".join(rules)


def sheet() -> str:
    """Return the style sheet for a figure that stands alone, light or dark as the reader's system is."""
    return _rules(LIGHT, coloured_only=False) + (
        f"@media (prefers-color-scheme:dark){{{_rules(DARK, coloured_only=True)}}}"
    )
