"""Marks of files that nothing may name yet, so that what an interrupted run leaves behind can be told and swept.

A mark is made before its file gets its name, and taken away when the database has come to name the file. Between the
two the process may die at any moment: what is left is a mark, with or without a file.
"""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from goldenthread.engine.store.syncing import half_written, private_folder, sync_folder


def mark(home: Path, digest: str) -> None:
    """Say that a file of that name is about to be written."""
    folder = private_folder(home / "pending")
    (folder / digest).touch(mode=0o600)
    sync_folder(folder)


def settle(home: Path, digests: Iterable[str]) -> None:
    """Take marks away, after the transaction that names the files has been committed."""
    for digest in digests:
        (home / "pending" / digest).unlink(missing_ok=True)


def unsettled(home: Path) -> set[str]:
    """The marks there are: of files being written now, or left over from an interrupted run."""
    folder = home / "pending"
    return {file.name for file in folder.iterdir()} if folder.is_dir() else set()


def sweep(home: Path, named: Mapping[str, Collection[str]]) -> list[str]:
    """Delete what an interrupted run left behind, in the kinds for which `named` says what is named; return what went.

    Only marked files that nothing names go, and half-written ones, which never got a name. Marks of files of other
    kinds stay. The caller holds the lock `alone`, and looked up `named` under it: another run might else be writing.
    """
    gone = [file for kind in named for file in half_written(home / kind)]
    marks = unsettled(home)
    gone += [home / kind / digest for kind in named for digest in marks - set(named[kind])]
    gone = [file for file in gone if file.exists()]
    for file in gone:
        file.unlink()
    settle(home, [digest for digest in marks if not _lies_elsewhere(home, digest, named)])
    return [file.name for file in gone]


def _lies_elsewhere(home: Path, digest: str, named: Mapping[str, Collection[str]]) -> bool:
    return any(file.parent.name not in named for file in home.glob(f"*/{digest}") if file.parent.name != "pending")
