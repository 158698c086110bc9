"""A published site for tests, under a folder, as on many hosts."""

from __future__ import annotations

from termbase.exports import Publication

PUBLISHED = Publication("Letters & <signs>", "What a letter is.", "https://glossary.example/letters/")
