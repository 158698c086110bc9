"""The scheduler against the published one, and what a sitting is made of."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from browsing import context_of
from fsrs import Card, Rating, Scheduler
from playwright.sync_api import Browser, Page
from studying import REVIEW, record, today

HISTORIES, REVIEWS = 600, 25
START = datetime(2026, 1, 1, tzinfo=UTC)
# A review that was forgotten comes back on the same day, so that reviews of one day must agree as well.
GAPS = (0, 0, 1, 1, 2, 3, 5, 8, 13, 30, 90, 400)

PLAY = """histories => histories.map((history) => {
  let memory = null;
  return history.map(([days, grade]) => {
    memory = fsrs.review(memory, days, grade);
    return [memory.s, memory.d, fsrs.interval(memory.s)];
  });
})"""


@pytest.fixture(scope="module")
def lab(chromium: Browser, address: str) -> Iterator[Page]:
    """The review page, which has every study script and the index of the real glossary."""
    context = context_of(chromium, 1280, "light")
    page = context.new_page()
    page.goto(address + REVIEW)
    yield page
    context.close()


def histories() -> list[list[tuple[int, int]]]:
    draw = random.Random(6)  # noqa: S311 - the same histories every time
    return [
        [(draw.choice(GAPS) if step else 0, draw.choice((1, 2, 3, 3, 4))) for step in range(REVIEWS)]
        for _ in range(HISTORIES)
    ]


def test_the_scheduler_agrees_with_the_published_one(lab: Page) -> None:
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    played = histories()
    ours = lab.evaluate(PLAY, played)
    compared = mismatches = 0
    worst = 0.0
    for history, found in zip(played, ours, strict=True):
        card, now = Card(), START
        for (days, grade), (stability, difficulty, interval) in zip(history, found, strict=True):
            now += timedelta(days=days)
            card, _ = scheduler.review_card(card, Rating(grade), now)
            assert card.stability is not None
            assert card.difficulty is not None
            compared += 1
            mismatches += (card.due - now).days != interval
            worst = max(worst, abs(card.stability / stability - 1), abs(card.difficulty / difficulty - 1))
    assert compared == HISTORIES * REVIEWS >= 10_000
    assert mismatches == 0
    assert worst < 1e-9


def test_what_was_forgotten_comes_back_on_the_same_day_and_all_else_by_its_interval(lab: Page) -> None:
    found = lab.evaluate(
        """() => [1, 2, 3, 4].map((grade) => {
          progress.grade(`softmax/x${grade}`, grade);
          const { s, t, due } = progress.get(`softmax/x${grade}`);
          progress.forget(`softmax/x${grade}`);
          return [due - t, fsrs.interval(s)];
        })"""
    )
    assert found == [[0, 1], [1, 1], [2, 2], [8, 8]]


def index(**terms: str) -> dict[str, Any]:
    """Return a study index with two cards, a question and a prompt for each term; the values name the terms near it."""
    items = {"cards": ["c1", "", "c2"], "quiz": "q1", "own": "o1"}
    return {
        "terms": {slug: {"title": slug, "near": near, **items} for slug, near in terms.items()},
        "decks": {"courses/one": {"title": "One", "terms": " ".join(terms)}},
        "courses": ["one"],
    }


def test_neighbours_are_mixed_across_related_terms(lab: Page) -> None:
    made = index(a="b", b="a", c="")
    keys = ["a/c1", "a/c2", "a/q1", "b/c1", "b/c2", "c/c1"]
    mixed = lab.evaluate("([index, keys]) => sitting.mix(index, keys)", [made, keys])
    assert sorted(mixed) == sorted(keys)
    assert mixed == ["a/c1", "b/c1", "a/c2", "b/c2", "a/q1", "c/c1"]


def test_the_most_forgotten_comes_first(lab: Page) -> None:
    now = today(lab)
    records = [
        ["a/c1", record(now, t=now - 3, s=3.0)],
        ["a/c2", record(now - 5, t=now - 30, s=3.0)],
        ["a/q1", record(now + 1)],
        ["a/o1", record(now, t=now - 3, s=30.0)],
    ]
    assert lab.evaluate("records => sitting.due(records)", records) == ["a/c2", "a/c1", "a/o1"]


def test_new_items_come_in_teaching_order_a_few_of_each_term(lab: Page) -> None:
    made = index(a="", b="", c="", d="", e="")
    fresh = "([index, known, courses]) => sitting.fresh(index, new Map(known), courses)"
    assert lab.evaluate(fresh, [made, [], ["one"]]) == [
        *("a/c1", "a/c2", "a/q1"),
        *("b/c1", "b/c2", "b/q1"),
        *("c/c1", "c/c2", "c/q1"),
        "d/c1",
    ]
    assert lab.evaluate(fresh, [made, [["a/c1", {}], ["a/q1", {}]], ["one"]])[:3] == ["a/c2", "a/o1", "b/c1"]
    assert lab.evaluate(fresh, [made, [], []]) == []


def test_a_quiz_takes_one_question_of_every_term_before_a_second_of_any(lab: Page) -> None:
    made = index(a="", b="", c="")
    made["terms"]["a"]["quiz"] = "q1 q2 q3"
    drawn = lab.evaluate("index => sitting.quiz(index, 'courses/one')", made)
    assert sorted(drawn) == ["a/q1", "a/q2", "a/q3", "b/q1", "c/q1"]
    assert {key.split("/")[0] for key in drawn[:3]} == {"a", "b", "c"}


def test_a_deck_asks_due_cards_first_then_new_ones(lab: Page) -> None:
    now = today(lab)
    records = [["a/c1", record(now + 9)], ["b/c2", record(now - 2)], ["b/c1", record(now)]]
    cards = "([index, level, records]) => sitting.cards(index, 'courses/one', level, new Map(records))"
    assert lab.evaluate(cards, [index(a="", b=""), -1, records]) == ["b/c2", "b/c1", "a/c2", "a/c1"]
    assert lab.evaluate(cards, [index(a="", b=""), 2, records]) == ["b/c2", "a/c2"]
