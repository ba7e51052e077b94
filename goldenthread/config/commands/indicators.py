"""List the indicators: what is measured, and how."""

from argparse import ArgumentParser, Namespace

from goldenthread.catalogue import indicators
from goldenthread.config import figure_list


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--json", action="store_true", help="answer in JSON")


def run(options: Namespace) -> int:
    """Carry it out."""
    known = list(indicators().values())
    print(figure_list.catalogue_in_json(known) if options.json else figure_list.catalogue_in_words(known))
    return 0
