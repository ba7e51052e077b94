"""How entries hang together: the canonical text of one, its hash, and the file that remembers the heads."""

import fcntl
import hashlib
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

COLUMNS = ("number", "at", "actor", "verb", "subject", "subject_id")
HEADS = "history.heads"
_HEAD = re.compile(r"(\d+) ([0-9a-f]{64})")

About = str | int | bool | None | list[str] | list[int] | dict[str, int]


def canonical_text(columns: dict[str, object], about: dict[str, About]) -> str:
    """One entry as one text: JSON with sorted keys, no spaces, and only ASCII letters."""
    return json.dumps({**columns, "about": about}, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def hash_after(previous: str, text: str) -> str:
    """The hash of an entry: SHA-256 of the hash before it and its text, in hexadecimal letters."""
    return hashlib.sha256(f"{previous}{text}".encode()).hexdigest()


def begin_heads(home: Path) -> None:
    """Make sure that the file of heads is there before any entry is, so that a missing one always means a loss."""
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    (home / HEADS).touch(mode=0o600)


def append_head(home: Path, count: int, head: str) -> None:
    """Add one line, count and hash, to the file of heads. It is only ever added to."""
    with (home / HEADS).open("r+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        end = file.seek(0, os.SEEK_END)
        file.seek(max(end - 1, 0))
        whole = file.read() in {b"", b"\n"}
        file.write((b"" if whole else b"\n") + f"{count} {head}\n".encode())
        file.flush()
        os.fsync(file.fileno())


def heads(home: Path) -> Iterator[tuple[int, str]]:
    """Every head that the file remembers. A line that was cut short, as by a power failure, says nothing."""
    for line in (home / HEADS).read_text(encoding="ascii", errors="replace").splitlines():
        if found := _HEAD.fullmatch(line):
            yield int(found[1]), found[2]
