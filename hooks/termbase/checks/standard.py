"""The editorial standard: advice where the text of an entry leaves what ``glossary/standard.yml`` asks for.

How much there must be of everything is measured in ``amounts``.
A glossary without that file has no standard, and none of these rules speaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from termbase.checks.items import said
from termbase.glossary import Glossary, NameKind, linked
from termbase.hear import UnreadableHear, hears, parse_hear
from termbase.measures import first_sentence, grade, prose, symbols, words
from termbase.model import Entry, Filled, Holds, Key, Prompt, QuizQuestion
from termbase.parse.inline import read_inline
from termbase.problems import Problem, advice, counted, shorten
from termbase.standard import Standard
from termbase.text import Text, first_paragraph, folded, name_key, singular

FIRST_SENTENCE = advice("first-sentence")
UNLINKED_NAME = advice("unlinked-name")
HARD_PLAIN_LINE = advice("hard-plain-line")
UNKEYED_SYMBOL = advice("unkeyed-symbol")
UNCHECKED_EXAMPLE = advice("unchecked-example")
UNEVEN_OPTIONS = advice("uneven-options")
TELLING_OPTION = advice("telling-option")
NEGATIVE_STEM = advice("negative-stem")
LOADED_WORD = advice("loaded-word")
HEARD_PROMPT = advice("heard-prompt")

_ARTICLE = re.compile(r"(?:A|An|The)\b")
_TELLING = re.compile(r"\b(?:always|never|(?:all|none|both) of the above)\b", re.IGNORECASE)
_NEGATIVE = re.compile(r"\bwhich\b[^.?!]*\b(?:not|except|false|incorrect|untrue)\b[^.?!]*\?\s*\Z", re.IGNORECASE)
_COMPUTED = re.compile(r"\d\s*[=≈]|[=≈]\s*[−-]?\d|\d\s*[×·÷+/]\s*\d")
# Among a few characters, such as numbers, one more is a large share and tells nothing.
_SHORT_OPTION = 15
_LONGEST_NAME = 5
_SHORTEST_NAME = 3


def opening(glossary: Glossary) -> Iterator[Problem]:
    """The first sentence of a definition is long or crowded, starts elsewhere, or defines the term by itself."""
    for entry, standard in measured(glossary):
        first = first_sentence(first_paragraph(entry.definition.text))
        shown = prose(first)
        for message, hint in _opening(entry, standard, first, shown) if shown else ():
            yield FIRST_SENTENCE.at(entry.path, entry.definition.line, f"the first sentence {message}", hint)


def _opening(entry: Entry, standard: Standard, first: str, shown: str) -> Iterator[tuple[str, str]]:
    title = entry.title.text
    length, links = len(words(first)), len(read_inline(first, 1).links)
    if limit := standard.broken("first-sentence-words", length):
        yield f"has {counted(length, 'word')}", f"{limit}: say what kind of thing it is and what sets it apart"
    if limit := standard.broken("first-sentence-links", links):
        yield f"has {counted(links, 'link')}", f"{limit}: leave the others to the sentences after it"
    if not _ARTICLE.match(shown) and not folded(shown).startswith(folded(title)):
        yield "does not start with the term", f"start with `**{shorten(title)}** is …`, or with A, An or The"
    if len(re.findall(rf"\b{re.escape(folded(title))}\b", folded(shown))) > 1:
        yield "uses the term to define itself", "say what kind of thing it is in other words"


def unlinked(glossary: Glossary) -> Iterator[Problem]:
    """A definition uses the name of another entry, and no part of the entry links to it."""
    for entry, standard in measured(glossary):
        known = {entry.slug, *linked(entry.path, [entry.inline])}
        for paragraph in _paragraphs(entry.definition):
            for name, slug in _named(glossary, standard, prose(paragraph.text)):
                if slug not in known:
                    known.add(slug)
                    hint = f"write `[{name}]({slug}.md)` where it is used first"
                    yield UNLINKED_NAME.at(entry.path, paragraph.line, f"`{name}` has an entry and no link", hint)


def _paragraphs(text: Text) -> Iterator[Text]:
    line = text.line
    for paragraph in text.text.split("\n\n"):
        yield Text(paragraph, line)
        line += paragraph.count("\n") + 2


def _named(glossary: Glossary, standard: Standard, shown: str) -> Iterator[tuple[str, str]]:
    """Yield the names of entries in ``shown``, longest first, with their slugs."""
    found = words(shown)
    start = 0
    while start < len(found):
        for length in range(min(_LONGEST_NAME, len(found) - start), 0, -1):
            name = " ".join(found[start : start + length])
            if slug := _entry_called(glossary, standard, name):
                yield name, slug
                start += length - 1
                break
        start += 1


def _entry_called(glossary: Glossary, standard: Standard, name: str) -> str:
    key = name_key(name)
    if len(key) < _SHORTEST_NAME or {folded(name), singular(folded(name))} & standard.plain_words:
        return ""
    names = glossary.names.get(key) or glossary.names.get(singular(key)) or ()
    slugs = {found.slug for found in names if found.kind is not NameKind.VARIANT}
    return slugs.pop() if len(slugs) == 1 else ""


def plain_line(glossary: Glossary) -> Iterator[Problem]:
    """A plain line is hard to read."""
    for entry, standard in measured(glossary):
        reached = round(grade(entry.plain.text))
        if broken := standard.broken("plain-line-grade", reached):
            message = f"the plain line reads at grade {reached}"
            yield HARD_PLAIN_LINE.at(entry.path, entry.plain.line, message, f"{broken}: use shorter words")


def key_symbols(glossary: Glossary) -> Iterator[Problem]:
    """A formula uses a symbol that its key does not name."""
    for entry, _ in measured(glossary):
        for filled in _sections(entry, Holds.FORMULA):
            parts = filled.body if isinstance(filled.body, tuple) else ()
            named = set(_symbols(side for part in parts if isinstance(part, Key) for row in part.rows for side in row))
            if not named:
                continue
            used = dict.fromkeys(_symbols((part for part in parts if isinstance(part, Text)), display=True))
            missing = [symbol for symbol in used if symbol not in named]
            if missing:
                message = f"the key does not name {', '.join(f'`{symbol}`' for symbol in missing)}"
                hint = f"add `- ${missing[0]}$: what it means`"
                yield UNKEYED_SYMBOL.at(entry.path, filled.line, message, hint)


def _symbols(texts: Iterable[Text], *, display: bool = False) -> Iterator[str]:
    for text in texts:
        for maths in read_inline(text.text, text.line).maths:
            if maths.display or not display:
                yield from symbols(maths.tex)


def examples(glossary: Glossary) -> Iterator[Problem]:
    """An example computes something and holds no ``check:``."""
    for entry, _ in measured(glossary):
        for filled in _sections(entry, Holds.PROSE):
            text = filled.body if isinstance(filled.body, Text) else Text("", filled.line)
            checked = any(comment.text.startswith("check:") for comment in read_inline(text.text, 1).comments)
            if not checked and (_COMPUTED.search(text.text) or _sections(entry, Holds.FORMULA)):
                hint = "put `<!-- check: 0.5 * 0.9 == 0.45 -->` beside each number that was worked out"
                yield UNCHECKED_EXAMPLE.at(entry.path, filled.line, "no number of the example is checked", hint)


def options(glossary: Glossary) -> Iterator[Problem]:
    """The form of a quiz question, and not its matter, tells the right option."""
    for entry, standard in measured(glossary):
        for item in entry.items:
            if isinstance(item, QuizQuestion):
                yield from _options(entry, standard, item)


def _options(entry: Entry, standard: Standard, item: QuizQuestion) -> Iterator[Problem]:
    if _NEGATIVE.search(said(item.prompt)):
        hint = "ask for what is so; a reader in haste misses the one word"
        yield NEGATIVE_STEM.at(entry.path, item.prompt.line, "the question asks for what is not so", hint)
    sizes = [len(prose(option.text.text)) for option in item.options]
    if sizes and max(sizes) >= _SHORT_OPTION:
        percent = round(100 * max(sizes) / max(min(sizes), 1))
        if broken := standard.broken("option-percent", percent):
            message = f"the longest option has {percent}% of the characters of the shortest"
            yield UNEVEN_OPTIONS.at(entry.path, item.prompt.line, message, f"{broken}%: learners choose by length")
    for option in item.options:
        if telling := _TELLING.search(said(option.text)):
            hint = "learners know that such an option is seldom right; say something definite"
            yield TELLING_OPTION.at(entry.path, option.text.line, f"an option says `{telling[0]}`", hint)


def facts(glossary: Glossary) -> Iterator[Problem]:
    """A fact claims something by an adjective."""
    for entry, standard in measured(glossary):
        for fact in entry.body(Holds.FACTS):
            if not isinstance(fact, Text):
                continue
            loaded = next((word for word in words(fact.text) if folded(word) in standard.loaded_words), None)
            if loaded:
                hint = "say what is the case instead"
                yield LOADED_WORD.at(entry.path, fact.line, f"the fact leans on `{loaded}`", hint)


def prompts(glossary: Glossary) -> Iterator[Problem]:
    """The ``hear:`` words of a key concept are heard in the prompt itself, or in the name of the term."""
    for entry, _ in measured(glossary):
        for item in entry.items:
            for concept in item.concepts if isinstance(item, Prompt) else ():
                try:
                    groups = parse_hear(concept.hear.text) if concept.hear else ()
                except UnreadableHear:
                    continue
                given = f"{prose(item.prompt.text)} {entry.title.text}"
                if groups and hears(groups, given):
                    message = f"the prompt alone is heard as `{shorten(concept.text.text)}`"
                    hint = "take words that stand neither in the prompt nor in the name of the term"
                    yield HEARD_PROMPT.at(entry.path, concept.hear.line, message, hint)


def _sections(entry: Entry, holds: Holds) -> list[Filled]:
    return [filled for filled in entry.sections if filled.section.holds is holds]


def measured(glossary: Glossary) -> Iterator[tuple[Entry, Standard]]:
    """Yield the entries with the standard; nothing where the glossary has none."""
    if glossary.standard is not None:
        for entry in glossary.entries.values():
            yield entry, glossary.standard


RULES = (
    opening,
    unlinked,
    plain_line,
    key_symbols,
    examples,
    options,
    facts,
    prompts,
)
