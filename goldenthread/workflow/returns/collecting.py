"""Collecting the files of a return from a path."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from goldenthread.engine.checking.intake import Received
from goldenthread.workflow.history.refusals import Refused
from goldenthread.workflow.returns.rules import LARGEST_FILE, LARGEST_RETURN

_MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Collected:
    """The files found at a path, in the order of their names, and remarks on what was left where it is."""

    files: tuple[Received, ...]
    remarks: tuple[str, ...] = ()


def collect(path: Path) -> Collected:
    """The file at a path, or the files in a folder but not in folders inside it.

    Refused where nothing is there, where it cannot be read, and where it is too large, before it is read.
    """
    try:
        if path.is_dir():
            return _folder(path)
        if path.is_file():
            return Collected(_read([path]))
        there = path.exists()
    except OSError as error:
        raise Refused(f"{error.filename or path} cannot be read: {error.strerror}. Nothing was taken in.") from None
    if there:
        raise Refused(f"{path} is neither a file nor a folder. Nothing was taken in.")
    raise Refused(f"There is nothing at {path}. Check the path; one with spaces in it needs quotation marks.")


def _folder(path: Path) -> Collected:
    found = sorted(path.iterdir())
    files = [each for each in found if each.is_file() and not each.name.startswith(".")]
    if not files:
        raise Refused(f"There are no files in {path} itself. Give the folder that holds the files of the return.")
    return Collected(_read(files), tuple(_left([each for each in found if each not in files])))


def _left(others: list[Path]) -> list[str]:
    folders = ", ".join(_name(each) for each in others if each.is_dir())
    rest = ", ".join(_name(each) for each in others if not each.is_dir())
    remarks = [f"Folders inside were not looked into: {folders}. Receive each by itself."] if folders else []
    return remarks + ([f"Not taken, being hidden or not a file: {rest}."] if rest else [])


def _read(files: list[Path]) -> tuple[Received, ...]:
    check_sizes({file.name: file.stat().st_size for file in files}, f"{files[0].parent} with its {len(files)} files")
    return tuple(Received(_name(file), file.read_bytes()) for file in files)


def check_sizes(sizes: Mapping[str, int], together: str) -> None:
    """Refused where a file, or all of them together, are larger than can be taken in."""
    for name, size in sizes.items():
        if size > LARGEST_FILE:
            raise Refused(too_large(name, size, LARGEST_FILE))
    if sum(sizes.values()) > LARGEST_RETURN:
        raise Refused(too_large(together, sum(sizes.values()), LARGEST_RETURN))


def too_large(what: str, size: int, most: int) -> str:
    """What to say of something that is larger than can be taken in; sizes in bytes."""
    return (
        f"{what} has {size / _MEGABYTE:,.0f} MB; at most {most // _MEGABYTE} MB can be taken in. Is it the right one?"
        " If it is, send it in several returns, each about fewer years."
    )


def _name(file: Path) -> str:
    """The name of a file as text that can be shown and stored, whatever bytes it is made of."""
    return file.name.encode("utf-8", "replace").decode()
