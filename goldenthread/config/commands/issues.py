"""List what is wrong with a return, by file, row and column."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from goldenthread.config import arguments, issue_list
from goldenthread.workflow.returns.models import Return
from goldenthread.workflow.returns.reading import issues


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("number", metavar="RETURN", type=arguments.number, help="the number that `receive` gave it")
    parser.add_argument("--csv", metavar="FILE", type=Path, help="write them to a file instead")
    parser.add_argument("--xlsx", metavar="FILE", type=Path, help="write them to a workbook instead")
    parser.add_argument("--json", action="store_true", help="answer in JSON")


def run(options: Namespace) -> int:
    """Carry it out."""
    found = issues(Return.objects.sent().numbered(options.number), by="command line", why="listed on the command line")
    files = {"csv": options.csv, "xlsx": options.xlsx}
    written = [issue_list.write(found, path, kind) for kind, path in files.items() if path]
    told = [issue_list.in_json(found) if options.json else issue_list.in_words(found)]
    print("\n".join(written or told))
    return 0
