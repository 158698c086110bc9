"""One page of every kind that the real site has."""

from __future__ import annotations

KINDS = {
    "home": "",
    "terms": "terms/",
    "term": "terms/minimax-loss/",
    "term with a table": "terms/generative-adversarial-network/",
    "topics": "topics/",
    "topic": "topics/training/",
    "courses": "courses/",
    "course": "courses/neural-networks-and-fuzzy-systems/",
    "maps": "map/",
    "map of a course": "map/courses/neural-networks-and-fuzzy-systems/",
    "map of a topic": "map/topics/training/",
    "review": "review/",
    "hand-written": "writing-guide/",
    "missing": "404.html",
}
