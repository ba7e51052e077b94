"""Backups: the whole home but its key in one file, and putting it back.

A backup is a tar file: the database, the history's heads and every evidence file, then a list of their hashes. What is
sealed in the vault stays sealed in it. The key is never in it: who has both has everything.
"""

import hashlib
import io
import json
import os
import re
import sqlite3
import tarfile
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

from goldenthread import __version__
from goldenthread.engine.store.locks import alone
from goldenthread.workflow.history.refusals import Refused

_LIST = "backup.json"
_KINDS = ("vault", "parts", "results", "pending")
_BESIDE = ("key.mark", "DEMONSTRATION")
_MEMBER = re.compile(
    r"goldenthread\.sqlite3|history\.heads|key\.mark|DEMONSTRATION|(?:vault|parts|results|pending)/[0-9a-f]{64}"
)


def backup(to: Path) -> int:
    """Write a backup; gives how many files it holds. Refused where the file is there already, or on PostgreSQL."""
    home = settings.GOLDENTHREAD_HOME
    database = _database("pg_dump, and copy the home beside it")
    if to.exists():
        raise Refused(f"{to} is there already. Choose another name: a backup never replaces an older one.")
    if home in to.resolve().parents:
        raise Refused(f"{to} is inside the home that it would be a backup of. Keep backups elsewhere.")
    if not to.parent.is_dir():
        raise Refused(f"There is no folder {to.parent}.")
    with alone(home, "backup"), tempfile.TemporaryDirectory(dir=to.parent, prefix=".backup-") as beside:
        half = Path(beside) / "half"
        # Heads first: they may be behind the database that is copied after them, never ahead of it.
        heads = (home / "history.heads").read_bytes()
        _copy_database(database, Path(beside) / "database")
        number = _write(half, heads, [("goldenthread.sqlite3", Path(beside) / "database"), *_evidence(home)])
        os.replace(half, to)
    return number


def restore(from_: Path) -> int:
    """Put a backup back into an empty home; gives how many files. Refused where the backup is damaged."""
    home: Path = settings.GOLDENTHREAD_HOME
    _database("pg_restore, and copy the home's files back")
    if not from_.is_file():
        raise Refused(f"There is no backup at {from_}.")
    if home.exists() and (not home.is_dir() or any(home.iterdir())):
        raise Refused(
            f"{home} is not empty. Choose an empty home with GOLDENTHREAD_HOME: nothing is ever written over."
        )
    home.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=home.parent, prefix=".restore-") as beside:
        whole = Path(beside) / "home"
        number = _read(from_, whole)
        os.replace(whole, home)
    return number


def _write(to: Path, heads: bytes, files: Iterable[tuple[str, Path]]) -> int:
    hashes: dict[str, str] = {}
    with os.fdopen(os.open(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        with tarfile.open(fileobj=file, mode="w") as archive:
            _add(archive, hashes, "history.heads", heads)
            for name, path in files:
                _add(archive, hashes, name, path.read_bytes())
            about = {"version": __version__, "made": datetime.now(tz=UTC).isoformat(timespec="seconds")}
            _add(archive, {}, _LIST, json.dumps({**about, "files": hashes}, indent=1).encode())
        file.flush()
        os.fsync(file.fileno())
    return len(hashes)


def _evidence(home: Path) -> Iterator[tuple[str, Path]]:
    kept = (path for kind in _KINDS for path in sorted((home / kind).glob("*")))
    for path in (*(home / name for name in _BESIDE), *kept):
        name = str(path.relative_to(home))
        if path.is_file() and _MEMBER.fullmatch(name):
            yield name, path


def _copy_database(source: Path, to: Path) -> None:
    with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(to)) as copy:
        live.backup(copy)


def _add(archive: tarfile.TarFile, hashes: dict[str, str], name: str, content: bytes) -> None:
    member = tarfile.TarInfo(name)
    member.size, member.mode = len(content), 0o600
    archive.addfile(member, io.BytesIO(content))
    hashes[name] = hashlib.sha256(content).hexdigest()


def _read(from_: Path, to: Path) -> int:
    """Unpack into a new folder; every file must be one of the home's, and hash to what the list says."""
    found: dict[str, str] = {}
    listed: Mapping[str, str] | None = None
    to.mkdir(mode=0o700)
    try:
        with tarfile.open(from_) as archive:
            for member in archive:
                content = archive.extractfile(member).read() if member.isfile() else b""  # type: ignore[union-attr]
                if member.name == _LIST:
                    listed = json.loads(content)["files"]
                else:
                    found[_put(to, member.name, content)] = hashlib.sha256(content).hexdigest()
    except (tarfile.TarError, ValueError, KeyError, TypeError, EOFError) as error:
        raise _damaged(from_) from error
    if listed is None or found != listed or "goldenthread.sqlite3" not in found:
        raise _damaged(from_)
    return len(found)


def _put(to: Path, name: str, content: bytes) -> str:
    if not _MEMBER.fullmatch(name):
        raise ValueError(name)
    path = to / name
    path.parent.mkdir(mode=0o700, exist_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return name


def _damaged(from_: Path) -> Refused:
    return Refused(f"{from_} is not a backup of a board, or is damaged. Use another; nothing was restored.")


def _database(instead: str) -> Path:
    """The file of the database; Refused where it is on a server."""
    if settings.DATABASE_FILE is None:
        raise Refused(f"The database of this board is on a server (DATABASE_URL): use {instead}.")
    return Path(settings.DATABASE_FILE)
