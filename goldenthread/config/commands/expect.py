"""Expect returns of an agency, so that what does not come is seen."""

from argparse import ArgumentParser, Namespace

from goldenthread.config import arguments
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.calendar.operations import expect
from goldenthread.workflow.calendar.rules import EVERY


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("agency", metavar="AGENCY", help="the code of the agency")
    parser.add_argument("--what", required=True, nargs="+", metavar="NAME", help="ssda903, counts, or datasets by name")
    parser.add_argument("--every", required=True, choices=list(EVERY), metavar="E", help=", ".join(EVERY))
    parser.add_argument("--due-days", required=True, type=int, metavar="N", help="days after the end of each period")
    parser.add_argument("--from", required=True, type=arguments.period, dest="first", metavar="P", help="first period")
    parser.add_argument("--until", type=arguments.period, dest="last", metavar="P", help="last period, if known")


def run(options: Namespace) -> int:
    """Carry it out."""
    asked = {name: getattr(options, name) for name in ("every", "due_days", "first", "last")}
    expected = expect(Agency.objects.named(options.agency), options.what, **asked, by="command line")
    print(f"{expected.what} is expected of {expected.agency.name} {EVERY[expected.every].words},")
    print(f"{expected.due_days} days after its end, from {expected.first} on.")
    print("Next: goldenthread calendar")
    return 0
