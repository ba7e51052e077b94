"""Put a backup back into an empty home, and prove it."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from django.conf import settings

from goldenthread.config.backing_up import restore
from goldenthread.config.board import open_board
from goldenthread.config.proof import told

NEEDS_A_BOARD = False


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("file", metavar="FILE", type=Path, help="what `backup` wrote")


def run(options: Namespace) -> int:
    """Carry it out: 0 if all of it is proved, 1 if anything in it is not as it should be."""
    number = restore(options.file)
    print(f"{number:,} files are restored to {settings.GOLDENTHREAD_HOME}.", flush=True)
    open_board()
    return told()
