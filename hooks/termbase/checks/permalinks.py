"""Rules about addresses: what was published once leads somewhere for ever."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from termbase.checks.items import MISSING_PLAIN
from termbase.checks.links import BROKEN_ANCHOR
from termbase.checks.nearest import entry_hint
from termbase.checks.relations import UNKNOWN_TARGET
from termbase.glossary import Glossary
from termbase.load import LEDGER_FILE
from termbase.parse.kinds import MISSING_FIELD
from termbase.permalinks.ledger import RESTORE, Row
from termbase.permalinks.live import LivePage
from termbase.permalinks.published import Published, lost, moved, published
from termbase.permalinks.redirects import Redirects, redirects
from termbase.problems import Problem, counted, did_you_mean, error, nearest

LOST_PERMALINK = error("lost-permalink")
NEW_PERMALINK = error("new-permalink")
MOVED_PERMALINK = error("moved-permalink")
MISSING_LEDGER = error("missing-ledger")
REDIRECT_CLASH = error("redirect-clash")
REDIRECT_LOOP = error("redirect-loop")

_ACCEPT = "look at them, then run `python -m termbase accept`"
_START = f"{RESTORE}; a glossary that was never published starts one with `python -m termbase accept --start`"


def ledger(glossary: Glossary) -> Iterator[Problem]:
    """An address of the ledger leads nowhere, or elsewhere, or one that is published is not in the ledger."""
    if glossary.ledger is None:
        yield MISSING_LEDGER.at(LEDGER_FILE, 1, "there is no ledger of what is published", _START)
        return
    fresh = _Fresh(glossary)
    found = redirects(glossary)
    for row in lost(glossary):
        yield _lost(row, found, fresh)
    for row, now, whole in moved(glossary):
        yield _moved(row, now, found, whole=whole)
    # Rows that someone took out would be offered as new ones.
    for (path, line), addresses in fresh.by_file.items() if glossary.ledger.intact else ():
        such = ", such as" if len(addresses) > 1 else ":"
        message = f"{counted(len(addresses), 'new address', 'new addresses')}{such} `{min(addresses)}`"
        yield NEW_PERMALINK.at(path, line, message, _ACCEPT)


class _Fresh:
    """What is published and not in the ledger: by the file that it stands for, anchors by page, pages by folder."""

    def __init__(self, glossary: Glossary) -> None:
        known = glossary.ledger.rows if glossary.ledger else {}
        self.by_file: dict[tuple[str, int], list[str]] = defaultdict(list)
        self.anchors: dict[str, list[str]] = defaultdict(list)
        self.pages: dict[str, list[Published]] = defaultdict(list)
        for each in published(glossary):
            if each.address in known:
                continue
            self.by_file[each.path, each.line].append(each.address)
            page, _, anchor = each.address.partition("#")
            if anchor:
                self.anchors[page].append(anchor)
            elif page.endswith("/") and not each.target:
                self.pages[_folder(page)].append(each)


def _folder(address: str) -> str:
    return address.rstrip("/").rpartition("/")[0]


def _last(address: str) -> str:
    return address.rstrip("/").rpartition("/")[2]


def _lost(row: Row, found: Redirects, fresh: _Fresh) -> Problem:
    redirect = found.by_address.get(row.page)
    page = found.pages.get(redirect.target if redirect else row.page)
    since = f"has been published since {row.since} ({LEDGER_FILE}:{row.line})"
    if row.anchor and page:
        hint = _anchor_hint(row.anchor, page, fresh.anchors[page.address])
        return LOST_PERMALINK.at(page.path, page.line, f"`{row.address}` {since} and is gone", hint)
    target = found.pages.get(row.target)
    if target and target.path:
        message = f"`{row.address}`, which led here, {since} and is gone"
        hint = f"put the name back, or add `{_last(row.address)}` to `formerly`"
        return LOST_PERMALINK.at(target.path, target.line, message, hint)
    message = f"`{row.address}` was published on {row.since} and is gone"
    return LOST_PERMALINK.at(LEDGER_FILE, row.line, message, _page_hint(row, found, fresh.pages[_folder(row.address)]))


def _anchor_hint(anchor: str, page: LivePage, fresh: list[str]) -> str:
    if page.address.startswith("courses/"):
        return "put the unit or part back, or name its old title: `formerly: [Old title]` in the unit or part"
    target = nearest(anchor, fresh) or (fresh[0] if len(fresh) == 1 else "quiz")
    return f'put it back, or say where it leads: `formerly: [{{"#{anchor}": {target}}}]`'


def _page_hint(row: Row, found: Redirects, fresh: list[Published]) -> str:
    """Say how a page that is gone leads on: by the page that its own target became, its new name, or a tombstone."""
    if not row.page.endswith("/"):
        return "others read this file: keep writing it"
    name = _last(row.page)
    named = found.by_address.get(row.page)
    if named:
        return f"add `formerly: [{name}]` to {named.path}, which has that name"
    onward = found.by_address.get(row.target)
    if onward:
        former = f"{name}: {onward.anchor}" if onward.anchor else name
        path = found.pages[onward.target].path
        return f"it led to `{row.target}`, which leads to {path} now: add `{former}` to `formerly` there too"
    tombstone = ", or leave a tombstone (`retired:`) in its file" if _folder(row.page) in _BURIED else ""
    if len(fresh) == 1:
        return f"if it became {fresh[0].path}, add `formerly: [{name}]` there{tombstone}"
    return f"add `formerly: [{name}]` to the page that took its place{tombstone}"


_BURIED = ("terms", "topics", "courses")


def _moved(row: Row, now: str, found: Redirects, *, whole: bool) -> Problem:
    page = found.pages.get(now)
    path, line = (page.path, page.line) if page and page.path else (LEDGER_FILE, row.line)
    if whole:
        message = f"`{row.address}` was published as a page that is at `{row.target}` now, and would show another"
        return LOST_PERMALINK.at(path, line, message, "give the new page another name")
    message = f"`{row.address}` leads here now, and led to `{row.target}` when it was accepted"
    hint = "if the name means this now, run `python -m termbase accept`; else take it away here"
    return MOVED_PERMALINK.at(path, line, message, hint)


def clashes(glossary: Glossary) -> Iterator[Problem]:
    """A former address or other name is that of a page that is there, or leads to two pages."""
    found = redirects(glossary)
    accepted = glossary.ledger.rows if glossary.ledger else {}
    for clash in found.clashes:
        message = f"`{clash.address}` cannot lead here: it belongs to {clash.holder}"
        hint = "remove it here, or rename the other page"
        if clash.address in found.pages and clash.address in accepted and accepted[clash.address].target:
            hint = "it was published: give the other page another name"
        if clash.holder == f"{clash.path}:{clash.line}":
            message, hint = f"`{clash.address}` is named twice", "remove one"
        yield REDIRECT_CLASH.at(clash.path, clash.line, message, hint)
    for page in found.pages.values():
        yield from _old_anchors(page)


def _old_anchors(page: LivePage) -> Iterator[Problem]:
    steps = page.old_anchors
    for former in page.formerly:
        old, target, line = former.old_anchor, former.anchor.text, former.address.line
        if old in page.anchors:
            message = f"`#{old}` is an anchor of the page: it cannot lead to `#{target}` too"
            yield REDIRECT_CLASH.at(page.path, line, message, "remove it from `formerly`, or rename the item")
        elif target in steps and not steps[target]:
            message = f"`{former.address.text}` leads round in a circle"
            yield REDIRECT_LOOP.at(page.path, line, message, "name an anchor that is on the page")
        elif target and target not in page.targets and target not in steps:
            message = f"`formerly` leads `{former.address.text}` to `#{target}`, which is not on the page"
            hint = did_you_mean(target, page.targets, "name an anchor of this page")
            yield BROKEN_ANCHOR.at(page.path, former.anchor.line, message, hint)


def tombstones(glossary: Glossary) -> Iterator[Problem]:
    """A tombstone does not say why, or sends readers to an entry that does not exist."""
    for tombstone in glossary.retired.values():
        article = tombstone.article
        if article.title and not article.plain:
            message = "the tombstone does not say why the page was taken away"
            yield MISSING_PLAIN.at(article.path, article.title.line, message, "write `> Why.` under the title")
        if not tombstone.see:
            yield MISSING_FIELD.at(article.path, 1, "`see` names no entry to read instead", "name the nearest ones")
        for slug in tombstone.see:
            if slug.text not in glossary.entries:
                hint = entry_hint(glossary, slug.text, "name an entry")
                yield UNKNOWN_TARGET.at(article.path, slug.line, f"`see` names `{slug.text}`, which is no entry", hint)


RULES = (ledger, clashes, tombstones)
