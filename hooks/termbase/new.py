"""Writes the skeleton of an entry, with a gap ``‹…›`` wherever the writer must put words."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from termbase.glossary import build
from termbase.load import GLOSSARY, load
from termbase.text import RESERVED, name_key, slugify


class AlreadyThere(Exception):
    """The entry cannot be started. The message says why."""


def new_entry(root: Path, title: str, today: date | None = None) -> str:
    """Write the skeleton for ``title`` and return its path relative to ``root``.

    Raises ``AlreadyThere`` where the name belongs to an entry already or makes no file name, and ``NotAProject`` where
    ``root`` holds no glossary.
    """
    title = " ".join(title.split())
    slug = slugify(title)
    if not slug:
        raise AlreadyThere(f"`{title}` makes no file name; name the term in Latin letters")
    if slug in RESERVED:
        raise AlreadyThere(f"no entry can have a file named `{slug}`; name the term with one word more")
    glossary = build(load(root))
    for name in glossary.names.get(name_key(title), ()):
        raise AlreadyThere(f"`{title}` is the {name.kind} of {name.path}:{name.line}")
    path = f"{GLOSSARY}/{slug}.md"
    try:
        with (root / path).open("x", encoding="utf-8", newline="\n") as file:
            file.write(skeleton(title, today or datetime.now().astimezone().date()))
    except FileExistsError:
        raise AlreadyThere(f"{path} exists already") from None
    return path


def skeleton(title: str, today: date) -> str:
    """Return the text of a new entry."""
    article = "An" if title[:1].lower() in "aeiou" else "A"
    lower = title if title[1:2].isupper() else title[:1].lower() + title[1:]
    return _SKELETON.format(title=title, lower=lower, article=article, today=today.isoformat())


_SKELETON = """\
---
aliases: []                    # other names that mean exactly this
topics: []                     # file names in docs/topics
level: beginner                # beginner, intermediate or advanced
broader: []                    # terms that this one is a kind or a part of
prerequisites: []              # terms to know first
contrasts: {{}}                  # other-term: X does A; Y does B.
related: []
asked:
  - ‹a question that a learner types, without the name of the term›
sources:
  - {{title: ‹Title›, authors: ‹Surname et al.›, year: {today:.4}, where: ‹section›}}
reviewed: {today}
---
# {title}

> ‹One sentence in everyday words.›

{article} **{lower}** is ‹the kind of thing it is, and what sets it apart›.

‹The rest of the definition: 120 to 350 words, with links to other entries.›

## Formula

$$a = b$$

- $a$: ‹what it means›
- $b$: ‹what it means›

In words: ‹the formula as a sentence›. Remove this section where there is no formula.

## Example

‹A small example by hand›: 2 × 3 = 6. <!-- check: 2 * 3 == 6 -->

## Common mistake

**"‹A claim that learners believe.›"** ‹What is true instead.›

## Must-know facts

1. ‹One claim that can be checked.›
2. ‹Another.›
3. ‹Another.›

## Review questions

### ‹Compare two things?› <!-- id: compare -->

‹The answer.›

### ‹Why is it so?› <!-- id: why -->

‹The answer.›

### ‹What would you do in this case?› <!-- id: case -->

‹The answer.›

## Flashcards

### Beginner

#### ‹A question that asks for one fact?› <!-- id: card-beginner -->

‹The answer.›

### Intermediate

#### ‹A question that uses the fact?› <!-- id: card-intermediate -->

‹The answer.›

### Advanced

#### ‹A question that asks why, or compares?› <!-- id: card-advanced -->

‹The answer.›

## Quiz

### ‹A question with one right answer?› <!-- id: quiz-first -->

- [ ] ‹A misconception›
    > ‹Which idea it comes from, and why it is wrong.›
- [x] ‹The right answer›
    > ‹Why it is right.›
- [ ] ‹Another misconception›
    > ‹Which idea it comes from, and why it is wrong.›
- [ ] ‹A third misconception›
    > ‹Which idea it comes from, and why it is wrong.›

‹A sentence that closes the question.›

## In your own words

### ‹Tell somebody what it is.› <!-- id: tell -->

> Hint: ‹a picture or a question that starts the answer›

- [ ] ‹First key concept› <!-- hear: first|one* -->
- [ ] ‹Second key concept› <!-- hear: second|other* -->
"""
