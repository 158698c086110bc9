"""Files of the search: plain scripts that set one value, because a page opened from a file may load no data.

The name of a file holds a hash of what is in it: a reader's browser never mixes the indexes of two builds.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from termbase.text import compact_json

# Before packing. About a third of it goes over the wire.
SHARD_SIZE = 32_000


@dataclass(frozen=True, slots=True)
class Shard:
    """A file: its address, the text of the script, and the hash in its name."""

    address: str
    text: str
    hash: str

    @classmethod
    def of(cls, name: str, value: Any) -> Shard:
        """Return the file ``name`` that gives ``value`` to the search, by its name and hash."""
        data = compact_json(value)
        found = hashlib.sha256(data.encode()).hexdigest()[:8]
        key = f"{name}.{found}"
        return cls(f"{key}.js", f"(globalThis.searchData??={{}})[{json.dumps(key)}]={data};\n", found)


def shards(name: str, rows: Iterable[tuple[str, str]]) -> tuple[list[Shard], str]:
    """Return ``rows`` by their keys, as files of about the same size, and their directory.

    A file holds one row a line, a tab between key and value. The directory has a line a file: the first key and the
    hash of its name, a tab between them. Keys stand in the order in which a browser compares them, by UTF-16 units.
    """
    made = []
    directory = []
    for number, part in enumerate(_parts(sorted(rows, key=lambda row: row[0].encode("utf-16-be", "surrogatepass")))):
        shard = Shard.of(f"{name}-{number}", "\n".join(f"{key}\t{value}" for key, value in part))
        made.append(shard)
        directory.append(f"{part[0][0]}\t{shard.hash}")
    return made, "\n".join(directory)


def _parts(rows: Iterable[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    part: list[tuple[str, str]] = []
    size = 0
    for key, value in rows:
        part.append((key, value))
        size += len(key) + len(value) + 2
        if size >= SHARD_SIZE:
            yield part
            part, size = [], 0
    if part:
        yield part
