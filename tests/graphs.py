"""Graphs to draw."""

from __future__ import annotations

from hypothesis import strategies as st
from termbase.graph import order

Graph = dict[str, list[str]]
TERMS = [f"t{number}" for number in range(14)]


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """Terms and what each needs, in circles too."""
    terms = draw(st.lists(st.sampled_from(TERMS), unique=True))
    return {term: draw(st.lists(st.sampled_from(terms), unique=True, max_size=4)) for term in terms}


def ranked(graph: Graph) -> dict[str, int]:
    """Return the place of each term in a learning order."""
    return {term: place for place, term in enumerate(order(graph, str))}
