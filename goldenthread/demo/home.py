"""The demonstration's home: known by a mark, and replaced whole."""

import shutil
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings

from goldenthread.workflow.history.refusals import Refused

MARK = "DEMONSTRATION"
_WORDS = "Made by `goldenthread demo`. Everything here is invented, and is replaced when the command is run again.\n"
_HERE = {"127.0.0.1", "localhost", "::1"}


def check_home(home: Path) -> None:
    """Refused where the home is not the demonstration's, or is more than a place on this machine."""
    if not settings.DATABASE_FILE:
        raise Refused("The demonstration keeps its own database: unset DATABASE_URL.")
    if urlsplit(settings.ORIGIN).hostname not in _HERE:
        raise Refused("The demonstration's passwords are known to everybody: unset GOLDENTHREAD_ORIGIN.")
    if home.exists() and not home.is_dir():
        raise Refused(f"{home} is not a folder. Choose another home with GOLDENTHREAD_HOME.")
    if _held(home) and not is_ours(home):
        raise Refused(f"{home} was not made by the demonstration and is left alone. Choose an empty GOLDENTHREAD_HOME.")


def take_over(home: Path) -> bool:
    """Empty the demonstration's own home, or mark a new one; gives whether there was anything to replace.

    The mark comes first and stays throughout, so that a build that was interrupted is known for what it is.
    """
    check_home(home)
    held = _held(home)
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    (home / MARK).write_text(_WORDS, encoding="utf-8")
    _empty(path for path in held if path.name != MARK)
    return len(held) > 1


def _held(home: Path) -> list[Path]:
    return sorted(home.iterdir()) if home.exists() else []


def is_ours(home: Path) -> bool:
    """Whether the demonstration made it."""
    return (home / MARK).is_file()


def _empty(paths: Iterable[Path]) -> None:
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
