"""Pack the site into one archive that works without a network: unpack it anywhere and open ``START HERE.html``.

Run as ``python hooks/offline.py [--engine properdocs]``, or with ``--site FOLDER`` for a site that is built already.
The archive is written aside and swapped in. Exit codes are those of ``publish.py``.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import publish
from termbase.exports import manifest
from termbase.offline.archive import START, archive_name, contents, write_archive


def main(arguments: Sequence[str] | None = None) -> int:
    """Pack the site as ``arguments`` say, report on the terminal and return the exit code."""
    parser = argparse.ArgumentParser(description="Pack the site into an archive that works without a network.")
    parser.add_argument("--engine", default="mkdocs", help="the module that builds: mkdocs (default) or properdocs")
    parser.add_argument("--root", type=Path, default=Path(__file__).parents[1], help="the project's folder")
    parser.add_argument("--site", type=Path, help="a built site, instead of building one")
    options = parser.parse_args(arguments)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    root = options.root.resolve()
    try:
        archive = pack(options.site, root) if options.site else build_and_pack(root, options.engine)
    except KeyboardInterrupt:
        return _report("interrupted: there is no new archive", publish.NOT_BUILT)
    except publish.NotBuilt as reason:
        return _report(f"{reason}\nnot packed", publish.NOT_BUILT)
    except (publish.CouldNotRun, OSError) as reason:
        return _report(f"could not run: {reason}", publish.COULD_NOT_RUN)
    size = archive.stat().st_size / 1e6
    print(f"packed {archive.name} ({size:.1f} MB): unpack it and open {START}")
    return publish.BUILT


def build_and_pack(root: Path, engine: str) -> Path:
    """Build the project in ``root`` aside, pack it and return the archive; ``site/`` is left alone.

    Raises what ``publish.publish`` raises.
    """
    with publish.sole_build(root) as lock:
        publish.recover(root)
        fresh = root / f"site.new-{os.getpid()}"
        try:
            publish.run_engine(root, engine, fresh, lock)
            publish.verify(root, fresh)
            return pack(fresh, root)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)


def pack(site: Path, into: Path) -> Path:
    """Write the archive of a built site into a folder and return it. Raises ``OSError`` and ``publish.CouldNotRun``."""
    name = _name(site)
    addresses = (path.relative_to(site).as_posix() for path in _files(site))
    archive = into / archive_name(name)
    unfinished = archive.with_suffix(f".zip.new-{os.getpid()}")
    try:
        with unfinished.open("wb") as to:
            write_archive(to, name, contents(addresses, lambda address: (site / address).read_bytes()))
        unfinished.replace(archive)
    finally:
        unfinished.unlink(missing_ok=True)
    return archive


def _name(site: Path) -> str:
    """Return the name of a site. Raises ``OSError`` and ``publish.CouldNotRun``."""
    try:
        name: str = json.loads((site / manifest.ADDRESS).read_text("utf-8"))["name"]
        # JSON may hold half of a pair of surrogates, which no file can.
        name.encode()
    except (AttributeError, LookupError, RecursionError, TypeError, ValueError):
        reason = f"{manifest.ADDRESS} of the site is no manifest with a name: build the site again"
        raise publish.CouldNotRun(reason) from None
    return name


def _files(site: Path) -> Iterator[Path]:
    """Yield the files of a site. What a link brings in from elsewhere is none of it."""
    root = site.resolve()
    for path in site.rglob("*"):
        if path.is_file() and path.resolve().is_relative_to(root):
            yield path


def _report(message: str, code: int) -> int:
    print(message, file=sys.stderr)
    return code


if __name__ == "__main__":
    raise SystemExit(main())
