"""Writing so that a power failure leaves the whole file or none."""

import os
import tempfile
from pathlib import Path

UNFINISHED = ".writing-"


def private_folder(folder: Path) -> Path:
    """The folder, made where there is none, for its owner alone."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def write_synced(path: Path, content: bytes) -> None:
    """Write a file whole: beside its place under a hidden name, synced, then renamed. Its owner alone may read it."""
    handle, beside = tempfile.mkstemp(prefix=UNFINISHED, dir=private_folder(path.parent))
    try:
        with open(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(handle)
        os.replace(beside, path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def move_synced(source: Path, path: Path) -> None:
    """Move a file that is written already to its place in the same file system, synced; its owner alone may read it."""
    with source.open("rb+") as file:
        os.fchmod(file.fileno(), 0o600)
        os.fsync(file.fileno())
    private_folder(path.parent)
    os.replace(source, path)
    sync_folder(path.parent)


def half_written(folder: Path) -> list[Path]:
    """The files in a folder that never got their name."""
    return list(folder.glob(f"{UNFINISHED}*"))


def sync_folder(folder: Path) -> None:
    """Make sure that the names in a folder last."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
