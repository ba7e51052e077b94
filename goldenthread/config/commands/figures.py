"""Set published figures beside ours: which are reproduced, supplied, in conflict, not covered, or differ.

The file is a CSV with the columns id, area, measure, period, value, unit and numerator. Figures are compared at the
precision at which they were published.
"""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from goldenthread.config import published_list
from goldenthread.engine.comparing.publishing import DIFFERS, NOT_COVERED
from goldenthread.engine.protecting.faces import Face
from goldenthread.workflow.results.published import set_beside
from goldenthread.workflow.results.reading import Viewer


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("file", metavar="CSV", type=Path, help="the list of published figures")
    parser.add_argument("--json", action="store_true", help="answer in JSON")
    parser.add_argument("--complete", action="store_true", help="exit 1 also where one is not covered")


def run(options: Namespace) -> int:
    """Carry it out: 1 if any differs."""
    found = set_beside(options.file, viewer=Viewer(Face.BOARD, actor="command line"))
    print(published_list.in_json(found) if options.json else published_list.in_words(found))
    wrong = {DIFFERS, NOT_COVERED} if options.complete else {DIFFERS}
    return 1 if any(each.verdict in wrong for each in found) else 0
