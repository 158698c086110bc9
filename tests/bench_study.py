"""Measures the review in a browser that keeps thousands of answers: `python tests/bench_study.py`.

Prints a table in milliseconds at full speed and with the processor slowed down four times, as a phone's is. Exit code 0
if every step at full speed stays within a frame budget of 100 ms (RAIL: a response that feels immediate), else 1.
"""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from browsing import context_of, launched, served
from engine import built
from playwright.sync_api import Page
from synthetic_site import write_project

ENTRIES, ITEMS = 360, 5_000
SLOWDOWNS = (1, 4)
ROUNDS = 7
LIMIT = 100.0

SEED = """most => {
  const now = progress.today();
  const keys = [...sitting.catalogue(studyIndex).keys()].slice(0, most);
  keys.forEach((key, place) => {
    const [s, t, due] = [1 + (place % 50), now - (place % 30), now + (place % 40) - 5];
    const record = { s, d: 5, t, due, n: 1 + (place % 7) };
    localStorage.setItem(`study:/:${key}`, JSON.stringify(record));
  });
  return keys.length;
}"""
STEPS = {
    "overview of the review": "() => document.querySelector('g-review').overview()",
    "marks of a page": "() => progress.terms()",
    "grading an item": "([, key]) => progress.grade(key, 3)",
    "export": "() => progress.dump()",
    "import": "([text]) => progress.load(text)",
}
TIMED = """([step, given]) => {
  const start = performance.now();
  eval(`(${step})`)(given);
  return performance.now() - start;
}"""


def measured(page: Page, slowdown: int) -> dict[str, float]:
    """Return the median time of each step in milliseconds."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
    given = page.evaluate("[progress.dump(), [...progress.records().keys()][0]]")
    found = {
        name: median(float(page.evaluate(TIMED, [step, given])) for _ in range(ROUNDS)) for name, step in STEPS.items()
    }
    session.detach()
    return found


def main() -> int:
    """Measure, print, and return the exit code."""
    with TemporaryDirectory(prefix="bench-") as folder:
        site = built(write_project(Path(folder), ENTRIES), Path(folder) / "site")
        with served(site) as address, launched() as browser:
            page = context_of(browser, 1280, "light").new_page()
            page.goto(f"{address}review/")
            count = page.evaluate(SEED, ITEMS)
            columns = []
            for slowdown in SLOWDOWNS:
                page.reload()
                columns.append(measured(page, slowdown))
    print(f"{count:,} answers kept, {ENTRIES} entries; median ms of {ROUNDS}")
    print(
        f"{'':<24}"
        + "".join(f"{f'{slowdown} x slower' if slowdown > 1 else 'full speed':>12}" for slowdown in SLOWDOWNS)
    )
    for name in STEPS:
        print(f"{name:<24}" + "".join(f"{column[name]:>12.1f}" for column in columns))
    slow = [name for name, time in columns[0].items() if time > LIMIT]
    print(f"MISSED: over {LIMIT:g} ms: {', '.join(slow)}" if slow else f"met: every step within {LIMIT:g} ms")
    return int(bool(slow) or count < ITEMS)


if __name__ == "__main__":
    sys.exit(main())
