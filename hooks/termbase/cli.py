"""The command line: ``python -m termbase check | count | accept | new | fmt | schema``.

Exit codes: 0 clean or done, 1 problems found, 2 could not run.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

from termbase.checks import check
from termbase.checks.permalinks import MISSING_LEDGER, MOVED_PERMALINK, NEW_PERMALINK
from termbase.counts import table
from termbase.fmt import format_project
from termbase.glossary import build
from termbase.load import LEDGER_FILE, SCHEMA_FILE, NotAProject, load
from termbase.new import AlreadyThere, new_entry
from termbase.parse.fields import schema_text
from termbase.permalinks.accept import acceptance, write_ledger
from termbase.permalinks.ledger import EDITED_LEDGER
from termbase.problems import as_json, as_text, counted, failed

CLEAN, PROBLEMS, COULD_NOT_RUN = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        # Output goes to terminals and pipes whose encoding cannot show every character a writer may type.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    # A command reads, reports and ends: what the cycle collector would walk through again and again lives until then.
    gc.disable()
    try:
        parsed = _parser().parse_args(arguments)
        return int(parsed.run(parsed))
    except (NotAProject, AlreadyThere) as failure:
        return _cannot(str(failure))
    except OSError as failure:
        return _cannot(f"{failure.filename or 'file'}: {failure.strerror or failure}")
    finally:
        gc.enable()


def run() -> NoReturn:
    """Run one command and end the process.

    At once, as mypy and others do: to free a large glossary value by value takes as long as a tenth of its check.
    """
    code = main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _cannot(reason: str) -> int:
    print(f"termbase: {reason}", file=sys.stderr)
    return COULD_NOT_RUN


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="termbase", description="Check and write the entries of a glossary.")
    commands = parser.add_subparsers(required=True, metavar="command")
    root = argparse.ArgumentParser(add_help=False)
    root.add_argument("root", nargs="?", type=Path, default=Path(), help="the project folder (default: this one)")

    command = commands.add_parser(
        "check", parents=[root], help="report every problem as path:line  code  message  hint"
    )
    command.add_argument("--json", action="store_true", help="print the report as JSON")
    command.set_defaults(run=_check)

    command = commands.add_parser(
        "count", parents=[root], help="count words, formulas, checked numbers and study items, an entry a line"
    )
    command.set_defaults(run=_count)

    command = commands.add_parser(
        "accept", parents=[root], help=f"write every new address into {LEDGER_FILE}: from then on it is kept for ever"
    )
    command.add_argument("--reseal", action="store_true", help="accept the rows of a ledger that was edited by hand")
    command.add_argument("--start", action="store_true", help="start the ledger of a glossary that was never published")
    command.set_defaults(run=_accept)

    command = commands.add_parser("new", help="write the skeleton of an entry")
    command.add_argument("title", help='the name of the term: "Wasserstein loss"')
    command.add_argument("root", nargs="?", type=Path, default=Path(), help="the project folder (default: this one)")
    command.set_defaults(run=_new)

    command = commands.add_parser(
        "fmt", parents=[root], help="stamp missing item ids and put fields and sections in order"
    )
    command.add_argument("--check", action="store_true", help="change nothing; exit 1 where a file would change")
    command.set_defaults(run=_fmt)

    command = commands.add_parser(
        "schema", parents=[root], help="write glossary/entry.schema.json from the field table"
    )
    command.set_defaults(run=_schema)
    return parser


def _check(parsed: argparse.Namespace) -> int:
    glossary = build(load(parsed.root))
    problems = check(glossary)
    report = as_json if parsed.json else as_text
    print(report(problems, len(glossary.entries)))
    return PROBLEMS if failed(problems) else CLEAN


def _count(parsed: argparse.Namespace) -> int:
    print(table(build(load(parsed.root))))
    return CLEAN


def _accept(parsed: argparse.Namespace) -> int:
    glossary = build(load(parsed.root))
    forgiven = {NEW_PERMALINK, MOVED_PERMALINK}
    forgiven |= {EDITED_LEDGER} if parsed.reseal else set()
    forgiven |= {MISSING_LEDGER} if parsed.start else set()
    problems = [problem for problem in check(glossary) if problem.code not in {code.name for code in forgiven}]
    if failed(problems):
        print(as_text(problems, len(glossary.entries)))
        print("nothing accepted: mend the errors first")
        return PROBLEMS
    accepted = acceptance(glossary, datetime.now().astimezone().date())
    if accepted.changed:
        write_ledger(parsed.root, accepted.text)
    for address in accepted.added:
        print(address)
    print(f"{counted(len(accepted.added), 'new address', 'new addresses')} in {LEDGER_FILE}")
    return CLEAN


def _new(parsed: argparse.Namespace) -> int:
    path = new_entry(parsed.root, parsed.title)
    print(f"{path}: written. Replace every ‹…›, then run `python -m termbase check`.")
    return CLEAN


def _fmt(parsed: argparse.Namespace) -> int:
    changed = 0
    for path, actions in format_project(parsed.root, write=not parsed.check):
        changed += 1
        print(f"{path}: {'; '.join(actions)}")
    print(f"{changed} changed" if not parsed.check else f"{changed} would change")
    return PROBLEMS if parsed.check and changed else CLEAN


def _schema(parsed: argparse.Namespace) -> int:
    path = parsed.root / SCHEMA_FILE
    if not path.parent.is_dir():
        raise NotAProject(f"there is no folder `{path.parent}`")
    path.write_text(schema_text(), encoding="utf-8", newline="\n")
    print(f"{SCHEMA_FILE}: written")
    return CLEAN
