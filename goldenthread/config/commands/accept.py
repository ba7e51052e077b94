"""Accept a return, so that it becomes evidence."""

from argparse import ArgumentParser, Namespace

from goldenthread.config import arguments
from goldenthread.workflow.returns.models import Return
from goldenthread.workflow.returns.operations import accept


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("number", metavar="RETURN", type=arguments.number, help="the number that `receive` gave it")
    parser.add_argument("--reason", default="", metavar="TEXT", help="why it takes the place of an earlier one")


def run(options: Namespace) -> int:
    """Carry it out."""
    accepted = Return.objects.sent().numbered(options.number)
    accept(accepted, reason=options.reason, by="command line")
    print(f"Return {options.number} is accepted.")
    print("Next: goldenthread compute")
    return 0
