"""Start an empty board in an empty home."""

from argparse import ArgumentParser, Namespace

from django.conf import settings

from goldenthread.config import board

NEEDS_A_BOARD = False


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("name", metavar="NAME", help="the board's name, for example 'Ambleford Safeguarding Board'")


def run(options: Namespace) -> int:
    """Carry it out."""
    board.init(options.name, by="command line")
    print(f"{options.name} is started in {settings.GOLDENTHREAD_HOME}.")
    print(f"Its key is {settings.GOLDENTHREAD_KEY_FILE}: keep a copy where the board's backups are not. Without it the")
    print("evidence cannot be read, and no one can make another like it.")
    print("Next: goldenthread agency CODE NAME --sector SECTOR")
    return 0
