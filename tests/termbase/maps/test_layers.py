"""Steps of a learning path."""

from __future__ import annotations

from graphs import Graph, graphs, ranked
from hypothesis import given
from hypothesis import strategies as st
from termbase.maps.layers import before, steps

DIAMOND: Graph = {"a": [], "b": ["a"], "c": ["a"], "d": ["b", "c", "a"], "e": []}


def found(graph: Graph, chosen: str = "") -> dict[str, tuple[str, ...]]:
    return before(list(chosen) or list(graph), graph, ranked(graph))


def beneath(edges: dict[str, tuple[str, ...]], term: str) -> set[str]:
    return {other for need in edges[term] for other in (need, *beneath(edges, need))}


def test_a_need_that_another_need_has_is_left_out() -> None:
    assert found(DIAMOND) == {"a": (), "b": ("a",), "c": ("a",), "d": ("b", "c"), "e": ()}


def test_a_term_comes_after_what_it_needs_by_way_of_others() -> None:
    assert found(DIAMOND, "ad") == {"a": (), "d": ("a",)}
    assert found(DIAMOND, "be") == {"b": (), "e": ()}


def test_a_step_is_the_longest_way_deep() -> None:
    assert steps(found({**DIAMOND, "f": ["d", "e"]})) == [["a", "e"], ["b", "c"], ["d"], ["f"]]
    assert steps({}) == []


def test_a_circle_is_cut_where_the_learning_order_starts_it() -> None:
    assert found({"a": ["c"], "b": ["a"], "c": ["b"]}) == {"a": (), "b": ("a",), "c": ("b",)}


@given(graphs(), st.data())
def test_each_term_stands_once_and_below_all_it_comes_after(graph: Graph, data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.sampled_from(sorted(graph)), unique=True)) if graph else []
    edges = before(chosen, graph, ranked(graph))
    depth = {term: number for number, step in enumerate(steps(edges)) for term in step}
    assert sorted(term for step in steps(edges) for term in step) == sorted(chosen)
    assert all(depth[need] < depth[term] for term, needs in edges.items() for need in needs)


@given(graphs())
def test_nothing_is_lost_by_leaving_out_what_follows(graph: Graph) -> None:
    rank = ranked(graph)
    edges = before(list(graph), graph, rank)
    for term, needs in graph.items():
        assert {need for need in needs if rank[need] < rank[term]} <= beneath(edges, term)
        others = [beneath(edges, need) for need in edges[term]]
        assert not any(need in other for need in edges[term] for other in others)
