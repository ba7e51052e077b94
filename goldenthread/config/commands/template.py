"""Write a file to fill in: of a dataset, or of counts.

`template counts --period FY2017-18Q1` has a row for each measure that agencies count themselves; with `--agency CODE`
for each that the agency has sent before.
"""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from goldenthread.config import arguments, templates
from goldenthread.config.board import open_board

NEEDS_A_BOARD = False


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("name", metavar="DATASET", type=templates.known, help="a dataset, or counts")
    parser.add_argument("--out", required=True, metavar="FILE", type=Path, help="where to write it")
    parser.add_argument("--xlsx", action="store_true", help="as a workbook; default: as CSV, unless FILE ends in .xlsx")
    parser.add_argument("--example", action="store_true", help="with an invented example in it")
    parser.add_argument("--period", metavar="P", type=arguments.period, help="counts: with measures in it, of P")
    parser.add_argument("--agency", metavar="CODE", help="counts: those that this agency has sent before")


def run(options: Namespace) -> int:
    """Carry it out."""
    if options.agency:
        open_board()
    template = templates.asked_for(options.name, options.example, options.period, options.agency)
    templates.write(template, options.out, as_workbook=options.xlsx or options.out.suffix.lower() == ".xlsx")
    print(f"The template is in {options.out}.")
    return 0
