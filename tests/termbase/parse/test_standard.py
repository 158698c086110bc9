from __future__ import annotations

from project import ROOT
from termbase.load import STANDARD_FILE
from termbase.parse.fields import LIMITS
from termbase.parse.standard import parse_standard
from termbase.standard import Limit, Standard


def read(text: str) -> tuple[Standard, list[str]]:
    standard, problems = parse_standard("glossary/standard.yml", text)
    return standard, [str(problem) for problem in problems]


def test_limits_and_words() -> None:
    standard, problems = read(
        "# why\nfacts: {least: 3, most: 6}\nquizzes: {least: 4}\nplain-words: [Training]\nloaded-words: [very]\n"
    )
    assert problems == []
    assert standard.limits == {"facts": Limit(3, 6), "quizzes": Limit(4, None)}
    assert (*standard.plain_words, *standard.loaded_words) == ("training", "very")


def test_what_cannot_be_read_is_reported_and_the_rest_holds() -> None:
    standard, problems = read("fact: {least: 3}\nasked: {most: many}\nsources: 2\ncards: {least: 5, more: 6}\n")
    assert [line.partition("  ")[0] for line in problems] == [f"glossary/standard.yml:{n}" for n in (1, 2, 3, 4)]
    assert problems[0].endswith("unknown-field  unknown field `fact`  did you mean `facts`?")
    assert standard.limits == {"asked": Limit(), "cards": Limit(least=5)}


def test_broken_yaml_gives_an_empty_standard() -> None:
    standard, problems = read("facts: {least: 3\n")
    assert standard == Standard()
    assert len(problems) == 1
    assert "yaml-syntax" in problems[0]


def test_the_standard_of_this_glossary_names_every_limit() -> None:
    standard, problems = read((ROOT / STANDARD_FILE).read_text(encoding="utf-8"))
    assert problems == []
    assert set(standard.limits) == set(LIMITS)
