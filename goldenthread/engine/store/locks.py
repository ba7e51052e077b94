"""Who may work in a home at once: many may add to it, or one may have it alone.

Locks are the operating system's own (`flock`), so that they are gone with the process that holds them, however that
ends. The file of a lock says who holds it, for the message to whoever has to wait.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from goldenthread.engine.store.syncing import private_folder

SWEEP = "sweep"
"""Sweeping up takes a moment: whoever meets it waits, and need not be told."""


class Busy(Exception):
    """The home is in use; the message says by what, since when, and what to do."""


@contextmanager
def writing(home: Path, what: str = "receive") -> Iterator[None]:
    """Add files to a home beside others who do so; Busy where somebody has it alone."""
    with _locked(home / "lock", what, fcntl.LOCK_SH):
        yield


@contextmanager
def alone(home: Path, what: str) -> Iterator[None]:
    """Have a home alone, to sweep it, verify it or copy it; Busy where anybody works in it."""
    with _locked(home / "lock", what, fcntl.LOCK_EX):
        yield


@contextmanager
def one_at_a_time(home: Path, what: str) -> Iterator[None]:
    """Do something that only one may do at a time, whatever else goes on in the home; Busy where another does it."""
    with _locked(home / f"lock.{what}", what, fcntl.LOCK_EX):
        yield


@contextmanager
def _locked(path: Path, what: str, kind: int) -> Iterator[None]:
    private_folder(path.parent)
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _take(handle, kind, path)
        os.truncate(handle, 0)
        os.pwrite(handle, f"{what} {os.getpid()}".encode(), 0)
        yield
    finally:
        os.close(handle)


def _take(handle: int, kind: int, path: Path) -> None:
    try:
        fcntl.flock(handle, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        what, _, process = path.read_text().rpartition(" ")
        if what != SWEEP:
            raise Busy(_told(path, what, process)) from None
        fcntl.flock(handle, kind)


def _told(path: Path, what: str, process: str) -> str:
    since = datetime.fromtimestamp(path.stat().st_mtime)
    return (
        f"'{what or 'another run'}' is at work in {path.parent}: it began at {since:%H:%M} on {since.day} {since:%B %Y}"
        f" (process {process or 'unknown'}). Nothing was changed. Wait until it has finished, then try again."
    )
