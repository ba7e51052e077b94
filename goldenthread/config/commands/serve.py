"""Serve the site on this machine."""

from argparse import ArgumentParser, Namespace

from goldenthread.config import arguments
from goldenthread.config.serving import serve


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--port", type=arguments.port, default=8000, metavar="N", help="default: 8000")


def run(options: Namespace) -> int:
    """Carry it out."""
    return serve(options.port)
