"""What a page is, apart from its HTML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class PageKind(StrEnum):
    """Which template a page is set with."""

    HOME = "home"
    TERMS = "terms"
    TERM = "term"
    TOPICS = "topics"
    TOPIC = "topic"
    COURSES = "courses"
    COURSE = "course"
    MAPS = "map"
    LEARNING_MAP = "learning-map"
    REVIEW = "review"
    CHOICE = "choice"
    RETIRED = "retired"
    OFFLINE = "offline"


@dataclass(frozen=True, slots=True)
class TocItem:
    """A line of the page's own contents."""

    anchor: str
    title: str


@dataclass(frozen=True, slots=True)
class SideItem:
    """A line of the sidebar. ``url`` is relative to the site's root; ``term`` is the slug of an entry, if it is one."""

    title: str
    url: str
    current: bool = False
    term: str = ""
    study_items: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """A titled list in the sidebar; ``url`` and ``subtitle`` may be empty."""

    title: str
    url: str
    subtitle: str
    items: tuple[SideItem, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page.

    ``uri`` is the Markdown file an engine would expect (``terms/softmax.md``), ``source`` the file to edit relative to
    the project (empty for pages that no single file makes), ``updated`` a day ``YYYY-MM-DD`` or empty, ``scripts`` the
    addresses of the scripts that this page needs before those of every page. A page that is not ``listed`` is left to
    those who come by an old or ambiguous address: no search engine shall show it.
    """

    kind: PageKind
    slug: str
    uri: str
    url: str
    title: str
    description: str
    source: str
    updated: str
    toc: tuple[TocItem, ...] = ()
    sidebar: tuple[Group, ...] = ()
    wide: bool = False
    scripts: tuple[str, ...] = ()
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Alternate:
    """Another form of what a page says. ``address`` is absolute where the site has one, else relative to its root."""

    address: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Made:
    """A page as it is written.

    ``html`` is its body, ``files`` what is in each file that goes with it by the file's address. ``structured`` is a
    script element for its head, empty without one, and ``alternates`` are the other forms that it has.
    """

    html: str
    files: Mapping[str, str | bytes]
    structured: str = ""
    alternates: tuple[Alternate, ...] = ()


@dataclass(frozen=True, slots=True)
class Around:
    """What only the engine knows about a page: absolute addresses, each empty where it is not configured."""

    site_name: str = ""
    canonical_url: str = ""
    edit_url: str = ""
    report_url: str = ""
