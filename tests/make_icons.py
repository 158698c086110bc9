"""Draws the icons of the web app manifest from the site's own sign: ``python tests/make_icons.py``.

The pictures are kept in the repository, because a site is built without a browser.
"""

from __future__ import annotations

from browsing import launched
from project import ROOT
from termbase.exports.manifest import ICONS, PAPER

ASSETS = ROOT / "docs" / "assets"
# A launcher cuts a maskable icon to any shape, but leaves a circle of four fifths of its width.
SHARES = {"icon": 0.78, "maskable": 0.56}


def main() -> None:
    """Write the icons."""
    sign = (ASSETS / "favicon.svg").read_text(encoding="utf-8")
    (ASSETS / "icons").mkdir(exist_ok=True)
    with launched() as browser:
        page = browser.new_page()
        for name in ICONS:
            kind, size = name.split("-")
            width = round(int(size) * SHARES[kind])
            page.set_viewport_size({"width": int(size), "height": int(size)})
            page.set_content(
                f"<style>body{{margin:0;height:100vh;display:grid;place-items:center;background:{PAPER}}}"
                f"svg{{width:{width}px}}</style>{sign}"
            )
            page.screenshot(path=ASSETS / "icons" / f"{name}.png")


if __name__ == "__main__":
    main()
