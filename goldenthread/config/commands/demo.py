"""Build the demonstration, an invented board, and serve it."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from goldenthread.config import arguments, board, serving
from goldenthread.demo.building import build

NEEDS_A_BOARD = False


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--port", type=arguments.port, default=8000, metavar="N", help="default: 8000")
    parser.add_argument("--board", type=Path, metavar="FILE", help="another board than that of the demonstration")
    parser.add_argument("--no-serve", action="store_true", help="build it, and leave it at that")


def run(options: Namespace) -> int:
    """Carry it out."""
    if not options.no_serve:
        serving.check_free(options.port)
    build(begin=board.begin, address=f"http://{serving.HOST}:{options.port}", board=options.board)
    if options.no_serve:
        print("Next: goldenthread serve")
        return 0
    return serving.serve_anew(options.port)
