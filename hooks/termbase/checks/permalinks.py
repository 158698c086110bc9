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
from termbase.permalinks.ledger import Row
from termbase.permalinks.live import LivePage
from termbase.permalinks.published import Published, lost, published
from termbase.permalinks.redirects import Redirects, redirects
from termbase.problems import Problem, counted, did_you_mean, error, nearest

LOST_PERMALINK = error("lost-permalink")
NEW_PERMALINK = error("new-permalink")
MISSING_LEDGER = error("missing-ledger")
REDIRECT_CLASH = error("redirect-clash")
REDIRECT_LOOP = error("redirect-loop")

_ACCEPT = "look at them, then run `python -m termbase accept`"


def ledger(glossary: Glossary) -> Iterator[Problem]:
    """An address of the ledger leads nowhere, or one that is published is not in the ledger."""
    if glossary.ledger is None:
        yield MISSING_LEDGER.at(LEDGER_FILE, 1, "there is no ledger of what is published", _ACCEPT)
        return
    found = redirects(glossary)
    new = [each for each in published(found) if each.address not in glossary.ledger.rows]
    for row in lost(glossary.ledger, found):
        yield _lost(row, found, new)
    by_file: dict[tuple[str, int], list[str]] = defaultdict(list)
    for each in new:
        by_file[each.path, each.line].append(each.address)
    # Rows that someone took out would be offered as new ones.
    for (path, line), addresses in by_file.items() if glossary.ledger.intact else ():
        such = ", such as" if len(addresses) > 1 else ":"
        message = f"{counted(len(addresses), 'new address', 'new addresses')}{such} `{min(addresses)}`"
        yield NEW_PERMALINK.at(path, line, message, _ACCEPT)


def _lost(row: Row, found: Redirects, new: list[Published]) -> Problem:
    since = f"has been published since {row.since} ({LEDGER_FILE}:{row.line})"
    if row.anchor:
        return _lost_anchor(row, since, found, new)
    target = found.pages.get(row.target)
    if target and target.path:
        message = f"`{row.address}`, which led here, {since} and is gone"
        hint = f"put the name back, or add `{_last(row.address)}` to `formerly`"
        return LOST_PERMALINK.at(target.path, target.line, message, hint)
    message = f"`{row.address}` was published on {row.since} and is gone"
    return LOST_PERMALINK.at(LEDGER_FILE, row.line, message, _page_hint(row, found, new))


def _last(address: str) -> str:
    return address.rstrip("/").rpartition("/")[2]


def _lost_anchor(row: Row, since: str, found: Redirects, new: list[Published]) -> Problem:
    redirect = found.by_address.get(row.page)
    page = found.pages[redirect.target if redirect else row.page]
    fresh = [each.address.partition("#")[2] for each in new if each.address.startswith(f"{page.address}#")]
    near = nearest(row.anchor, fresh) or (fresh[0] if len(fresh) == 1 else "quiz")
    hint = f'put it back, or say where it leads: `formerly: [{{"#{row.anchor}": {near}}}]`'
    return LOST_PERMALINK.at(page.path, page.line, f"`{row.address}` {since} and is gone", hint)


def _page_hint(row: Row, found: Redirects, new: list[Published]) -> str:
    """Say how a page that is gone leads on: by the page that its own target became, its new name, or a tombstone."""
    if not row.address.endswith("/"):
        return "others read this file: keep writing it"
    name = _last(row.address)
    named = found.by_address.get(row.address)
    if named:
        return f"add `formerly: [{name}]` to {named.path}, which has that name"
    onward = found.by_address.get(row.target)
    if onward:
        path = found.pages[onward.target].path
        return f"it led to `{row.target}`, which leads to {path} now: add `{name}` to `formerly` there too"
    folder = row.address.removesuffix(f"{name}/")
    fresh = [each for each in new if not each.target and each.address == f"{folder}{_last(each.address)}/"]
    if len(fresh) == 1:
        return f"if it became {fresh[0].path}, add `formerly: [{name}]` there; else leave a tombstone (`retired:`)"
    return f"add `formerly: [{name}]` to the page that took its place, or leave a tombstone (`retired:`) in its file"


def clashes(glossary: Glossary) -> Iterator[Problem]:
    """A former address or other name is that of a page that is there, or leads to two pages."""
    found = redirects(glossary)
    for clash in found.clashes:
        message = f"`{clash.address}` cannot lead here: it belongs to {clash.holder}"
        yield REDIRECT_CLASH.at(clash.path, clash.line, message, "remove it here, or rename the other page")
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
        elif target and target not in page.anchors and target not in steps:
            message = f"`formerly` leads `{former.address.text}` to `#{target}`, which is not on the page"
            hint = did_you_mean(target, page.anchors, "name an anchor of this page")
            yield BROKEN_ANCHOR.at(page.path, former.anchor.line, message, hint)


def tombstones(glossary: Glossary) -> Iterator[Problem]:
    """A tombstone does not say why, or sends readers to an entry that does not exist."""
    for tombstone in glossary.retired.values():
        article = tombstone.article
        if article.title and not article.plain:
            message = "the tombstone does not say why the page was taken away"
            yield MISSING_PLAIN.at(article.path, article.title.line, message, "write `> Why.` under the title")
        for slug in tombstone.see:
            if slug.text not in glossary.entries:
                hint = entry_hint(glossary, slug.text, "name an entry")
                yield UNKNOWN_TARGET.at(article.path, slug.line, f"`see` names `{slug.text}`, which is no entry", hint)


RULES = (ledger, clashes, tombstones)
