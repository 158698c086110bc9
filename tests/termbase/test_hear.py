from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from termbase.hear import UnreadableHear, hears, parse_hear


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("letter", (("letter",),)),
        ("two|both", (("two", "both"),)),
        ("two | both + compet*|adversar*", (("two", "both"), ("compet*", "adversar*"))),
        ("  Real   Data ", (("real data",),)),
        ("co-sign|l’eau|it's", (("co-sign", "l’eau", "it's"),)),
        ("x|a*|0", (("x", "a*", "0"),)),
        ("GRÖSSE|straße", (("grösse", "strasse"),)),
    ],
)
def test_groups(text: str, groups: tuple[tuple[str, ...], ...]) -> None:
    assert parse_hear(text) == groups


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "a group or an alternative is empty"),
        ("a++b", "a group or an alternative is empty"),
        ("a|", "a group or an alternative is empty"),
        ("a + ", "a group or an alternative is empty"),
        ("*", "`*` is not a word; `*` stands only at the end of one"),
        ("*age", "`*age` is not a word; `*` stands only at the end of one"),
        ("a*b", "`a*b` is not a word; `*` stands only at the end of one"),
        ("a**", "`a**` is not a word; `*` stands only at the end of one"),
        ("real data, noise", "`data,` is not a word; `*` stands only at the end of one"),
        ("-x", "`-x` is not a word; `*` stands only at the end of one"),
        ("x-*", "`x-*` is not a word; `*` stands only at the end of one"),
    ],
)
def test_what_cannot_be_read_says_why(text: str, reason: str) -> None:
    with pytest.raises(UnreadableHear) as failure:
        parse_hear(text)
    assert str(failure.value) == reason


WORD = st.text(alphabet="abcé0", min_size=1, max_size=4)
PHRASE = st.builds(
    lambda words, ending: " ".join(words) + ending, st.lists(WORD, min_size=1), st.sampled_from(["", "*"])
)
GROUPS = st.lists(st.lists(PHRASE, min_size=1, max_size=3), min_size=1, max_size=3)


@given(GROUPS, st.sampled_from([" + ", "+"]), st.sampled_from([" | ", "|"]))
def test_groups_that_are_written_come_back(groups: list[list[str]], plus: str, bar: str) -> None:
    assert parse_hear(plus.join(bar.join(group) for group in groups)) == tuple(map(tuple, groups))


@given(st.text() | st.text(alphabet="ab*+|- '"))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        groups = parse_hear(text)
    except UnreadableHear as failure:
        assert str(failure)  # noqa: PT017 - either outcome is right
    else:
        assert all(phrase for group in groups for phrase in group)


def test_a_long_word_is_read_in_time() -> None:
    with pytest.raises(UnreadableHear):
        parse_hear("a" + "-" * 200_000)


@pytest.mark.parametrize(
    ("expression", "answer", "heard"),
    [
        ("two|both", "Both of them.", True),
        ("two", "twofold", False),
        ("compet*", "They are competing", True),
        ("co-sign", "a co sign here", True),
        ("real data + noise", "Noise and real  data", True),
        ("real data + noise", "data that is real, and noise", False),
        ("strasse", "Straße", True),
        ("a*", "", False),
    ],
)
def test_hears(expression: str, answer: str, heard: bool) -> None:
    assert hears(parse_hear(expression), answer) is heard
