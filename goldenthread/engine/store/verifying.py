"""Comparing the files of a home with what names them."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from goldenthread.engine.store.files import FileStore, digest_of
from goldenthread.engine.store.pending import unsettled
from goldenthread.engine.store.syncing import half_written


@dataclass(frozen=True)
class Problems:
    """What does not agree, and what is only worth a note. Each is one line: what, where, what to do."""

    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def __add__(self, other: "Problems") -> "Problems":
        return Problems(self.problems + other.problems, self.notes + other.notes)


def verify_files(home: Path, kind: str, named: Collection[str]) -> Problems:
    """Whether each file that is `named` is there and holds what its name says, and whether any other file is there.

    Every file is read. The caller holds the lock `alone`, and looked up `named` under it.
    """
    store = FileStore(home, kind)
    names, marks = store.names(), unsettled(home)
    problems = [_missing(store, digest) for digest in sorted(set(named) - names)]
    problems += [_altered(store, digest) for digest in sorted(names) if digest_of(store.path(digest)) != digest]
    unnamed = names - set(named)
    problems += [_unnamed(store, name) for name in sorted((unnamed - marks) | store.strangers())]
    return Problems(tuple(problems), _left_over(store, len(unnamed & marks) + len(half_written(store.folder))))


def _missing(store: FileStore, digest: str) -> str:
    return f"{store.path(digest)} is missing. Restore it from a backup."


def _altered(store: FileStore, digest: str) -> str:
    return f"{store.path(digest)} is not what it was when it was written. Restore it from a backup."


def _unnamed(store: FileStore, name: str) -> str:
    return f"{store.path(name)} belongs to nothing that was received or published. Find out who put it there."


def _left_over(store: FileStore, number: int) -> tuple[str, ...]:
    if not number:
        return ()
    files = "One file" if number == 1 else f"{number} files"
    return (f"{files} in {store.folder} left over from an interrupted run. The next receive or compute sweeps up.",)
