"""Write the whole board, all but its key, to one file.

The key is left out on purpose: who has both can read everything. Keep a copy of it elsewhere.
"""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from django.conf import settings

from goldenthread.config.backing_up import backup


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("file", metavar="FILE", type=Path, help="the file to write; it must not be there yet")


def run(options: Namespace) -> int:
    """Carry it out."""
    number = backup(options.file)
    print(f"{number:,} files are backed up in {options.file}.")
    print(f"The key, {settings.GOLDENTHREAD_KEY_FILE}, is NOT in it: keep a copy of it somewhere else.")
    return 0
