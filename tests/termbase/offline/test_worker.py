"""What the service worker is told of its build."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from termbase.offline.worker import FIRST_SIZE, build_id, first, names, worker

FILES = [("a.html", b'<meta name="generator" content="one"><p>Text.</p>'), ("sitemap.xml", b"1"), ("sw.js", b"code")]


def test_a_build_is_named_for_what_it_holds() -> None:
    assert build_id(FILES) != build_id([*FILES[1:]])
    assert build_id(FILES) != build_id([("b.html", FILES[0][1]), *FILES[1:]])
    assert len(build_id(FILES)) == 16


def test_neither_the_engine_nor_the_day_makes_another_build() -> None:
    other = [("a.html", FILES[0][1].replace(b"one", b"two")), ("sitemap.xml", b"2"), ("sitemap.xml.gz", b"2"), FILES[2]]
    assert build_id(FILES) == build_id(other)


@given(st.lists(st.tuples(st.text("ab", min_size=1), st.binary(max_size=4)), unique_by=lambda file: file[0]))
def test_builds_are_the_same_only_if_their_files_are(files: list[tuple[str, bytes]]) -> None:
    assert build_id(files) == build_id(list(files))
    assert build_id(files) != build_id([*files, ("c", b"")])
    assert not files or build_id(files) != build_id([(files[0][0], files[0][1] + b"x"), *files[1:]])


def test_the_search_comes_first_and_then_what_there_is_room_for() -> None:
    sizes = {
        "assets/search.0a1b2c3d.js": 30_000,
        "assets/site.0a1b2c3d.js": 9_000,
        "search/terms.0a1b2c3d.js": 20_000,
        "search/more-terms.0a1b2c3d.js": 20_000,
        "search/rows-0.0a1b2c3d.js": 30_000,
        "search/words-0.0a1b2c3d.js": 30_000,
        "search/passages/softmax.0a1b2c3d.js": 9_000,
        "assets/fonts/maths.woff2": 60_000,
        "review/index.html": 20_000,
        "review/index.js": 40_000,
        "terms/index.html": 50_000,
    }
    needed = ["offline/", "assets/search.0a1b2c3d.js", "search/more-terms.0a1b2c3d.js", "search/terms.0a1b2c3d.js"]
    some = ["assets/fonts/maths.woff2", "review/", "review/index.js", "search/rows-0.0a1b2c3d.js"]
    assert first(sizes) == [*needed, *some, "search/words-0.0a1b2c3d.js"]
    assert first({**sizes, "search/words-1.0a1b2c3d.js": FIRST_SIZE}) == [*needed, *some]
    assert first({**sizes, "search/terms.0a1b2c3d.js": FIRST_SIZE}) == needed


def test_a_site_is_known_by_what_its_addresses_begin_with() -> None:
    assert names(["terms/a/index.html", "index.html", "terms/index.html"]) == ["", "index.html", "terms"]


def test_a_worker_is_told_its_build() -> None:
    told = 'const made={"build":"0a1b","first":["offline/"],"names":["","terms"]};\ncode\n'
    assert worker("code\n", "0a1b", ["offline/"], ["", "terms"]) == told
