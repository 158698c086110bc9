"""The files of the search: what they set, how they are split, what their names say."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from project import BASE, ROOT, glossary_of
from termbase.search import document, searchable
from termbase.search.documents import Document
from termbase.search.files import search_files
from termbase.search.names import HEAD, WHOLE, Labels
from termbase.search.shards import SHARD_SIZE, Shard, shards

SMALL = glossary_of(BASE)
SCRIPT = re.compile(r'\(globalThis\.searchData\?\?=\{\}\)\["([^"]+)"\]=(.*);\n', re.DOTALL)


def value_of(address: str, text: str) -> Any:
    """Return what a file of the search sets under its own name."""
    found = SCRIPT.fullmatch(text)
    assert found
    assert f"{found[1]}.js" == address
    return json.loads(found[2])


def test_a_file_is_named_by_what_is_in_it() -> None:
    one, other = Shard.of("search/x", ["é", "</script>"]), Shard.of("search/x", ["e"])
    assert value_of(one.address, one.text) == ["é", "</script>"]
    assert one.hash == hashlib.sha256('["é","</script>"]'.encode()).hexdigest()[:8]
    assert one.address == f"search/x.{one.hash}.js"
    assert one.hash != other.hash


@given(st.lists(st.tuples(st.text("abc", min_size=1), st.text("xyz", max_size=SHARD_SIZE // 3)), max_size=30))
def test_shards_hold_every_row_and_the_directory_leads_to_it(rows: list[tuple[str, str]]) -> None:
    rows = sorted(dict(rows).items())
    made, directory = shards("search/x", reversed(rows))
    held = [tuple(line.split("\t")) for shard in made for line in value_of(shard.address, shard.text).split("\n")]
    assert held == rows
    lines = [line.split("\t") for line in directory.split("\n")] if rows else []
    assert [found for _, found in lines] == [shard.hash for shard in made]
    firsts = [value_of(shard.address, shard.text).split("\t")[0] for shard in made]
    assert [first for first, _ in lines] == firsts
    assert all(len(shard.text) < 2 * SHARD_SIZE for shard in made)


def test_keys_stand_in_the_order_of_the_browser() -> None:
    made, _ = shards("search/x", [("\ufb2a", ""), ("\U00020000", ""), ("a", "")])
    (found,) = (value_of(shard.address, shard.text) for shard in made)
    assert [line.split("\t")[0] for line in found.split("\n")] == ["a", "\U00020000", "\ufb2a"]


def test_the_first_file_tells_of_all_others() -> None:
    found = searchable(SMALL)
    start = value_of(found.start, found.files[found.start])
    assert start["names"].split("\n") == [SMALL.entries[s].title.text for s in ("alpha", "beta", "gamma")]
    assert start["labels"] == {"topics": [["greek", "Greek letters"]], "courses": [["letters", "Letters"]]}
    names = {found.start}
    for kind in ("words", "rows"):
        lines = [line.split("\t") for line in start[kind].split("\n")]
        names |= {f"search/{kind}-{number}.{line[1]}.js" for number, line in enumerate(lines)}
    assert set(found.files) == names
    assert start["rest"] == ""


def test_rows_hold_the_plain_line_and_lead_to_the_passages() -> None:
    found = searchable(SMALL)
    rows = next(value_of(address, text) for address, text in found.files.items() if "/rows-" in address)
    for line in rows.split("\n"):
        slug, passages, plain = line.split("\t")
        made = found.passages[slug]
        assert made.address == f"search/passages/{slug}.{passages}.js"
        texts = [text for _, _, text in value_of(made.address, made.text)]
        assert texts[0] == SMALL.entries[slug].asked[0].text if SMALL.entries[slug].asked else texts
        assert plain == SMALL.entries[slug].plain.text


def test_many_entries_come_in_two_files() -> None:
    many = [Document(f"t{number}", f"T{number}", links=-number) for number in range(WHOLE + 1)]
    found = search_files(many, Labels())
    start = value_of(found.start, found.files[found.start])
    rest = f"search/more-terms.{start['rest']}.js"
    assert start["names"].split("\n") == [f"T{number}" for number in range(HEAD)]
    assert value_of(rest, found.files[rest])["names"].split("\n") == [f"T{n}" for n in range(HEAD, WHOLE + 1)]


def test_the_same_glossary_gives_the_same_bytes() -> None:
    assert dict(searchable(SMALL).files) == dict(searchable(glossary_of(BASE)).files)


def test_a_changed_name_changes_the_names_of_files() -> None:
    entries = [document(SMALL, entry) for entry in SMALL.entries.values()]
    changed = [replace(entries[0], title="Other"), *entries[1:]]
    assert search_files(entries, Labels()).start != search_files(changed, Labels()).start


def test_an_empty_glossary_has_a_search_too() -> None:
    found = search_files([], Labels())
    start = value_of(found.start, found.files[found.start])
    assert (start["names"], start["words"], start["rows"]) == ("", "", "")
    assert list(found.files) == [found.start]


def test_every_entry_of_the_real_glossary_is_in_the_search() -> None:
    real = glossary_of(ROOT)
    found = searchable(real)
    start = value_of(found.start, found.files[found.start])
    assert sorted(start["names"].split("\n")) == sorted(entry.title.text for entry in real.entries.values())
