"""Every fault that writers make, put one at a time into a copy of the real glossary: caught, at the right place.

``python tests/test_faults.py`` prints the table.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from project import ROOT, accept_all, copy_real, glossary_of, problems_of
from termbase.problems import failed

Place = tuple[str, int]
TERM = "glossary/softmax.md"
OTHER = "glossary/gradient.md"


def swap(path: str, pattern: str, new: str, root: Path, *, offset: int = 0) -> Place:
    """Replace the first match of ``pattern``; the fault is expected ``offset`` lines below where it starts."""
    file = root / path
    text = file.read_text(encoding="utf-8")
    found = re.search(pattern, text, re.MULTILINE)
    assert found, f"{pattern!r} is not in {path}"
    file.write_text(text[: found.start()] + new + text[found.end() :], encoding="utf-8", newline="\n")
    return path, text.count("\n", 0, found.start()) + 1 + offset


def field(path: str, line: str, root: Path) -> Place:
    """Put a header field before ``level``, in place of one of the same name."""
    name = line.partition(":")[0]
    file = root / path
    text = re.sub(rf"^{name}:.*\n(?:[ \t]+.*\n)*", "", file.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE)
    file.write_text(text, encoding="utf-8", newline="\n")
    return swap(path, r"^level:", f"{line}\nlevel:", root, offset=line.count("\n"))


def fields(first: tuple[str, str], second: tuple[str, str], root: Path) -> Place:
    """Put a field into each of two entries; the fault is expected in the second."""
    field(*first, root)
    return field(*second, root)


def add(path: str, words: str, root: Path) -> Place:
    """Add words at the end of the first paragraph of the definition."""
    return swap(path, r"(?<=\.)$(?=\n\n(?!\*\*|An? \*\*|The \*\*))", f" {words}", root)


def rename(new: str, root: Path) -> Place:
    """Give an entry another file name."""
    (root / OTHER).replace(root / "glossary" / new)
    return f"glossary/{new}", 1


LEDGER = "glossary/permalinks.tsv"
COURSE = "docs/courses/neural-networks-and-fuzzy-systems.md"


def row(address: str, root: Path) -> Place:
    """Return where the ledger has an address."""
    lines = (root / LEDGER).read_text(encoding="utf-8").split("\n")
    return LEDGER, 1 + next(number for number, line in enumerate(lines) if line.partition("\t")[0] == address)


def title(path: str, root: Path) -> Place:
    """Return where the title of a page stands."""
    return path, 1 + (root / path).read_text(encoding="utf-8").split("\n# ")[0].count("\n") + 1


def move(path: str, new: str, address: str, root: Path) -> Place:
    """Give a page another file name without a word about it."""
    (root / path).rename(root / new)
    return row(address, root)


def delete(path: str, address: str, root: Path) -> Place:
    """Delete a page."""
    (root / path).unlink()
    return row(address, root)


def take_out(pattern: str, root: Path) -> Place:
    """Take a row out of the ledger; its seal, in the first line, tells."""
    swap(LEDGER, pattern, "", root)
    return LEDGER, 1


def delete_ledger(root: Path) -> Place:
    """Delete the ledger."""
    (root / LEDGER).unlink()
    return LEDGER, 1


def lose(pattern: str, new: str, root: Path) -> Place:
    """Replace something whose address was published; the fault is expected at the title of the entry."""
    swap(TERM, pattern, new, root)
    return title(TERM, root)


def join_after_rename(root: Path) -> Place:
    """Rename an entry, publish that, then join it into another that does not know of the first name."""
    (root / OTHER).rename(root / "glossary" / "slope.md")
    swap("glossary/slope.md", r"^level:", "formerly: [gradient]\nlevel:", root)
    swap("glossary/slope.md", r"^# Gradient$", "# Slope", root)
    accept_all(root)
    (root / "glossary" / "slope.md").unlink()
    swap(TERM, r"^level:", "formerly: [{slope: example}]\nlevel:", root)
    return row("terms/gradient/", root)


def copy_without_topics(new: str, root: Path) -> Place:
    """Copy an entry under another name, without its topics; the fault is expected at its title."""
    text = re.sub(r"^topics:.*\n", "", (root / OTHER).read_text(encoding="utf-8"), flags=re.MULTILINE)
    (root / "glossary" / new).write_text(text, encoding="utf-8", newline="\n")
    return f"glossary/{new}", text[: text.index("\n# ")].count("\n") + 2


def copy_without_links(new: str, root: Path) -> Place:
    """Copy an entry under another name, without links and relations; the fault is expected at its title."""
    path, _ = copy_without_topics(new, root)
    text = (root / path).read_text(encoding="utf-8")
    text = re.sub(r"\[([^\[\]]*)\]\([a-z-]+\.md\)", r"\1", text)
    text = re.sub(r"^(?:broader|prerequisites|contrasts|related):.*\n(?:[ \t]+.*\n)*", "", text, flags=re.MULTILINE)
    (root / path).write_text(text, encoding="utf-8", newline="\n")
    return path, text[: text.index("\n# ")].count("\n") + 2


def overwrite(data: bytes, root: Path, *, line: int = 1) -> Place:
    """Give an entry other bytes."""
    (root / TERM).write_bytes(data)
    return TERM, line


def link_outside(root: Path) -> Place:
    """Make an entry a link to a file outside the project."""
    outside = root.parent / "secret.md"
    shutil.copyfile(root / TERM, outside)
    (root / TERM).unlink()
    (root / TERM).symlink_to(outside)
    return TERM, 1


def copy_title(root: Path) -> Place:
    """Give one entry the title of another."""
    return swap(TERM, r"^# .*$", "# Gradient", root)


@dataclass(frozen=True)
class Fault:
    """A fault with the code that must report it; ``make`` puts it in and returns where it is expected."""

    name: str
    code: str
    make: Callable[[Path], Place]


def fault(name: str, code: str, make: Callable[..., Place], *parts: object, **more: object) -> Fault:
    return Fault(name, code, partial(_call, make, parts, more))


def _call(make: Callable[..., Place], parts: tuple[object, ...], more: dict[str, object], root: Path) -> Place:
    return make(*parts, root, **more)


NEEDED = "glossary/backpropagation.md"
DEFINITION = r"(?<=^# Softmax\n\n)(> .*\n)(?:.*\n)+?(?=## )"
FIRST_ANSWER = r"(?<=^## Review questions\n\n)(### [^\n]*\n)\n[^#]*"
QUIZ = r"(?<=^## Quiz\n\n)### [^\n]*\n\n(?:- \[[ x]\] [^\n]*\n    > [^\n]*\n)+"
ASK = "### Which one? <!-- id: which -->\n\n"
ONE, TWO, WHY = "- [ ] One\n", "- [x] Two\n    > Yes.\n", "    > No.\n"
OWN_WORDS = r"(?<=^## In your own words\n\n)(?:.*\n?)*"
PROMPT = "### Tell. <!-- id: tell-1 -->\n\n> Hint: think.\n"
FAULTS = [
    fault("unknown relation target", "unknown-target", field, TERM, "related: [gradiant]"),
    fault("inline link to a missing entry", "broken-link", add, TERM, "See [it](missing-term.md)."),
    fault("inline link to a missing page", "broken-link", add, TERM, "See [it](../docs/missing.md)."),
    fault("inline link to a missing anchor", "broken-anchor", add, TERM, "See [it](gradient.md#missing)."),
    fault("link to an alias", "alias-link", add, TERM, "See [it](steepest-descent.md)."),
    fault("duplicate title", "duplicate-title", copy_title),
    fault("alias owned twice", "alias-taken", field, TERM, "aliases: [backprop]"),
    fault("alias equal to a title", "alias-taken", field, TERM, "aliases: [Gradient]"),
    fault("near-duplicate name: hyphen", "near-duplicate", field, TERM, "aliases: [cross entropy]"),
    fault("near-duplicate name: plural", "plural-duplicate", field, TERM, "aliases: [gradients]"),
    fault("self-relation", "self-relation", field, TERM, "related: [softmax]"),
    fault("prerequisite cycle", "prerequisite-cycle", field, NEEDED, "prerequisites: [bayesian-neural-network]"),
    fault(
        "broader cycle",
        "broader-cycle",
        fields,
        ("glossary/neural-network.md", "broader: [bayesian-neural-network]"),
        ("glossary/bayesian-neural-network.md", "broader: [neural-network]"),
    ),
    fault(
        "relation on both sides",
        "both-sides",
        fields,
        ("glossary/deepfake.md", "related: [embedding]"),
        ("glossary/embedding.md", "related: [deepfake]"),
    ),
    fault("orphan", "orphan", copy_without_topics, "lonely.md"),
    fault("dead end", "dead-end", copy_without_links, "island.md"),
    fault("entry in no course or topic", "unplaced", copy_without_topics, "loose.md"),
    fault("id with capitals", "bad-file-name", rename, "Gradient.md"),
    fault("id that is not [a-z0-9-]", "bad-file-name", rename, "gradient_vector.md"),
    fault("id reserved on windows", "reserved-name", rename, "aux.md"),
    fault("relation that reaches outside", "bad-slug", field, TERM, "related: [../../secret]"),
    fault("link that reaches outside", "outside-link", add, TERM, "See [it](../../secret.md)."),
    fault("missing plain line", "missing-plain-line", swap, TERM, r"^> .*\n", "", offset=1),
    fault("empty plain line", "missing-plain-line", swap, TERM, r"^> .*$", ">"),
    fault("missing definition", "missing-definition", swap, TERM, DEFINITION, "> Plain.\n\n", offset=1),
    fault("missing answer", "missing-answer", swap, TERM, FIRST_ANSWER, "### Why? <!-- id: why-1 -->\n\n"),
    fault(
        "missing option feedback", "missing-feedback", swap, TERM, QUIZ, ASK + ONE + "- [x] Two\n    > Yes.\n", offset=2
    ),
    fault("quiz without a right answer", "no-right-answer", swap, TERM, QUIZ, f"{ASK}{ONE}{WHY}- [ ] Two\n{WHY}"),
    fault("quiz with two right answers", "two-right-answers", swap, TERM, QUIZ, f"{ASK}{TWO}{TWO}", offset=4),
    fault("quiz with equal options", "equal-options", swap, TERM, QUIZ, f"{ASK}{TWO}- [ ] two\n{WHY}", offset=4),
    fault("duplicate item id", "duplicate-item-id", swap, TERM, QUIZ, (f"{ASK}{TWO}{ONE}{WHY}\n") * 2, offset=7),
    fault("own-words prompt without a hint", "missing-hint", swap, TERM, r"(?<=-->\n)\n> Hint: .*\n", "", offset=-1),
    fault("own-words prompt without concepts", "missing-concepts", swap, TERM, OWN_WORDS, PROMPT),
    fault("bad level", "bad-level", swap, TERM, r"^level: \w+", "level: expert"),
    fault("bad date", "bad-date", swap, TERM, r"^reviewed: .*$", "reviewed: 2026-13-01"),
    fault("bad URL", "bad-url", swap, TERM, r"(?<=url: \")https://", "htps:/"),
    fault("unknown section", "unknown-section", swap, TERM, r"^## Quiz$", "## Quizzes"),
    fault("unknown field", "unknown-field", swap, TERM, r"^level:", "levels: x\nlevel:"),
    fault("broken YAML", "yaml-syntax", swap, TERM, r"^topics: \[", "topics: [[", offset=1),
    fault(
        "duplicate key in YAML",
        "duplicate-key",
        swap,
        TERM,
        r"^level:.*$",
        "level: beginner\nlevel: beginner",
        offset=1,
    ),
    fault("tab-indented YAML", "yaml-tab", swap, TERM, r"^  - (?=\{title)", "\t- "),
    fault("link that lost its brackets", "lost-brackets", add, TERM, "See gradient(gradient.md)."),
    fault("undefined reference link", "undefined-reference", add, TERM, "See [it][nowhere]."),
    fault("broken TeX", "broken-tex", add, TERM, r"It is $\frac{1}{2$."),
    fault("false arithmetic", "false-arithmetic", add, TERM, "It is 5. <!-- check: 2 + 2 == 5 -->"),
    fault("arithmetic that is code", "bad-arithmetic", add, TERM, "It is. <!-- check: open('x') == 1 -->"),
    fault("file not UTF-8", "not-utf8", overwrite, b"---\n# caf\xe9\n", line=2),
    fault("empty file", "empty-file", overwrite, b"\n\n"),
    fault("file too large", "too-large", overwrite, b"x" * 2_000_000),
    fault("rename without formerly", "lost-permalink", move, OTHER, "glossary/slope.md", "terms/gradient/"),
    fault("deletion without a tombstone", "lost-permalink", delete, OTHER, "terms/gradient/"),
    fault("item removed", "lost-permalink", lose, r"^#### [^\n]* <!-- id: card-half -->\n\n[^\n]*\n", ""),
    fault("item id changed", "lost-permalink", lose, r"<!-- id: toaster -->", "<!-- id: toast -->"),
    fault("section renamed", "lost-permalink", lose, r"^## Formula$", "## Formulas"),
    fault("alias dropped", "lost-permalink", lose, r", full softmax\]", "]"),
    fault(
        "course renamed",
        "lost-permalink",
        move,
        COURSE,
        "docs/courses/networks.md",
        "courses/neural-networks-and-fuzzy-systems/",
    ),
    fault("chain that lost its end", "lost-permalink", join_after_rename),
    fault("loop of former anchors", "redirect-loop", field, TERM, 'formerly: ["#a": b, "#b": a]'),
    fault("redirect onto a live page", "redirect-clash", field, TERM, "formerly: [gradient]"),
    fault("redirect onto a live anchor", "redirect-clash", field, TERM, 'formerly: ["#quiz": example]'),
    fault("former anchor that leads nowhere", "broken-anchor", field, TERM, 'formerly: ["#old": quizz]'),
    fault("ledger edited: row taken out", "edited-ledger", take_out, r"^terms/softmax/\t.*\n"),
    fault("ledger edited: row spoilt", "bad-ledger-row", swap, LEDGER, r"^terms/softmax/\t.*$", "terms/softmax/"),
    fault("ledger deleted", "missing-ledger", delete_ledger),
    fault("new address not accepted", "new-permalink", swap, TERM, r"full softmax\]", "full softmax, shares]"),
    fault("file linked from outside", "outside-project", link_outside),
]


def test_the_untouched_glossary_has_no_errors(tmp_path: Path) -> None:
    assert [str(problem) for problem in problems_of(copy_real(tmp_path)) if failed([problem])] == []


def test_the_untouched_glossary_keeps_its_standard() -> None:
    assert glossary_of(ROOT).standard is not None
    assert [str(problem) for problem in problems_of(ROOT)] == []


@pytest.mark.parametrize("made", FAULTS, ids=lambda made: made.name)
def test_fault_is_caught_at_its_place(made: Fault, tmp_path: Path) -> None:
    root = copy_real(tmp_path)
    path, line = made.make(root)
    found = [(problem.path, problem.line) for problem in problems_of(root) if problem.code == made.code]
    assert (path, line) in found


def table() -> str:
    """Return the faults with what reports them, as a Markdown table."""
    rows = ["| Fault | Code | Where | Message |", "|---|---|---|---|"]
    for made in FAULTS:
        with tempfile.TemporaryDirectory() as folder:
            root = copy_real(Path(folder))
            place = made.make(root)
            caught = [p for p in problems_of(root) if p.code == made.code and (p.path, p.line) == place]
            shown = f"{caught[0].path}:{caught[0].line} | {caught[0].message}" if caught else "NOT CAUGHT |"
            rows.append(f"| {made.name} | `{made.code}` | {shown} |")
    return "\n".join(rows)


if __name__ == "__main__":
    print(f"In {ROOT.name}: each fault alone in a copy of the real glossary.\n")
    print(table())
