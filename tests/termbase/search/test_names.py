"""The term file."""

from __future__ import annotations

from termbase.search.documents import Document
from termbase.search.names import HEAD, WHOLE, Labels, columns, derived_slug, ranked, split

LABELS = Labels(topics=(("a", "A"), ("b", "B")), courses=(("c", "C"),))


def test_the_most_linked_to_comes_first_and_names_decide_among_equals() -> None:
    found = ranked(
        [Document("x", "Xi", links=1), Document("b", "Beta"), Document("a", "alpha"), Document("y", "Y", links=9)]
    )
    assert [document.slug for document in found] == ["y", "x", "a", "b"]


def test_columns_stand_one_line_an_entry() -> None:
    documents = [
        Document("one", "One", ("Uno", "1"), "beginner", ("b", "a"), ("c",)),
        Document("own-slug", "Two\tand\na half", (), "", ("gone",), ()),
    ]
    assert columns(documents, LABELS) == {
        "names": "One\nTwo and a half",
        "aliases": "Uno\t1\n",
        "levels": "10",
        "topics": "1 0\n",
        "courses": "0\n",
        "slugs": {"1": "own-slug"},
    }


def test_a_slug_is_derived_from_the_title_as_it_is_spelled() -> None:
    assert derived_slug("Supervised learning") == "supervised-learning"
    assert derived_slug("β-VAE") == "vae"
    assert derived_slug("Bayes’ théorème") == "bayes-theoreme"
    assert derived_slug("A/B testing") == "a-b-testing"


def test_only_many_entries_are_split() -> None:
    few = [Document(str(number), str(number)) for number in range(WHOLE)]
    assert split(few) == (few, [])
    head, tail = split([*few, Document("one-more", "One more")])
    assert (len(head), len(tail)) == (HEAD, WHOLE + 1 - HEAD)
