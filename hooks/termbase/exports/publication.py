"""Where and under which name a glossary is published."""

from __future__ import annotations

from dataclasses import dataclass

# The licence of the text (LICENSE-TEXT.md), by its SPDX identifier and its address.
LICENSE = "CC-BY-4.0"
LICENSE_URL = "https://creativecommons.org/licenses/by/4.0/"
LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Publication:
    """A published site: its name, what it is about, and its absolute address.

    ``base_url`` ends with ``/``, or is empty where the site has no address yet: what needs absolute addresses is then
    left out.
    """

    name: str = ""
    about: str = ""
    base_url: str = ""

    def absolute(self, address: str) -> str:
        """Return the absolute address of ``address``, which is relative to the site's root (``terms/softmax/``)."""
        return self.base_url + address
