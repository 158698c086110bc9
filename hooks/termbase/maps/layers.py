"""The steps of a learning path: which of some terms come right before which, and how deep each lies."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from termbase.graph import Edges

Before = Mapping[str, tuple[str, ...]]


def before(chosen: Collection[str], needs: Edges, rank: Mapping[str, int]) -> dict[str, tuple[str, ...]]:
    """Return the chosen terms that come right before each, keys and values by ``rank``.

    A term that is needed by way of terms that are not chosen counts too; one that comes before another of them is left
    out (the transitive reduction of Aho, Garey and Ullman 1972, on sets of bits). ``rank`` is the place of a term
    in a learning order: needs that stand later there, as happens within a circle only, are passed over.
    """
    listed = sorted(chosen, key=rank.__getitem__)
    bits = {slug: 1 << index for index, slug in enumerate(listed)}
    nearest: dict[str, int] = {}
    beneath: dict[str, int] = {}
    for slug in sorted(_reached(listed, needs), key=rank.__getitem__):
        near = under = 0
        for need in needs[slug]:
            if rank[need] < rank[slug]:
                near |= bits.get(need) or nearest[need]
                under |= beneath[need] | bits.get(need, 0)
        nearest[slug], beneath[slug] = near, under
    return {slug: _reduced(nearest[slug], listed, beneath) for slug in listed}


def _reached(listed: list[str], needs: Edges) -> list[str]:
    """Return the terms and all that they need, all the way down."""
    found = dict.fromkeys(listed)
    queue = list(listed)
    for slug in queue:
        for need in needs[slug]:
            if need not in found:
                found[need] = None
                queue.append(need)
    return queue


def _reduced(near: int, listed: list[str], beneath: Mapping[str, int]) -> tuple[str, ...]:
    found = []
    while near:
        slug = listed[near.bit_length() - 1]
        found.append(slug)
        # Whatever lies beneath it has a lower bit.
        near &= ~(beneath[slug] | 1 << (near.bit_length() - 1))
    return tuple(reversed(found))


def steps(before: Before) -> list[list[str]]:
    """Return the terms by depth: the length of the longest way to each from a term with nothing before it.

    The keys of ``before`` stand in learning order, so that one pass will do (Eades and Sugiyama 1990, longest path).
    """
    depth: dict[str, int] = {}
    found: list[list[str]] = []
    for slug, earlier in before.items():
        depth[slug] = 1 + max((depth[other] for other in earlier), default=-1)
        if depth[slug] == len(found):
            found.append([])
        found[depth[slug]].append(slug)
    return found
