"""Read one indicator, exactly, as the analyst does."""

from argparse import ArgumentParser, Namespace

from goldenthread.config import arguments, figure_list
from goldenthread.engine.protecting.faces import Face
from goldenthread.workflow.results.reading import Query, Viewer, figures


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("code", metavar="CODE", type=figure_list.known_code, help="for example CLA1")
    parser.add_argument("--period", metavar="P", type=arguments.period, help="default: every period; A..B: all within")
    parser.add_argument("--by", metavar="BREAKDOWN", default="all", help="for example sex")
    parser.add_argument("--format", choices=["table", "csv", "json"], default="table", help="default: table")


def run(options: Namespace) -> int:
    """Carry it out."""
    query = Query(options.code, period=options.period, breakdown=options.by)
    found = figures(query, viewer=Viewer(Face.BOARD, actor="command line"))
    print(figure_list.SET_OUT[options.format](found))
    return 0
