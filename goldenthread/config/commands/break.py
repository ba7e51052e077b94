"""Declare a break in series: on a day recording changed, or practice did, so that both sides are read otherwise."""

from argparse import ArgumentParser, Namespace

from goldenthread.config import arguments
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.breaks.operations import Checked, declare
from goldenthread.workflow.breaks.reading import in_words
from goldenthread.workflow.breaks.rules import HOW


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("dataset", metavar="DATASET", help="what is recorded or done otherwise, for example referrals")
    parser.add_argument("--agency", metavar="CODE", help="where; default: at all agencies")
    parser.add_argument("--on", required=True, type=arguments.day, metavar="DAY", help="the first day of the new way")
    parser.add_argument("--how", required=True, choices=list(HOW), metavar="HOW", help=", ".join(HOW))
    parser.add_argument("--reason", required=True, metavar="TEXT", help="what changed, in words")
    parser.add_argument("--measures", nargs="+", default=[], metavar="CODE", help="default: all that read the dataset")
    parser.add_argument("--checked-by", metavar="NAME", help="who reconciled the count")
    parser.add_argument("--checked-on", type=arguments.day, metavar="DAY", help="when")


def run(options: Namespace) -> int:
    """Carry it out."""
    agency = Agency.objects.named(options.agency) if options.agency else None
    checked = Checked(options.checked_by, options.checked_on) if options.checked_by and options.checked_on else None
    said = {name: getattr(options, name) for name in ("on", "how", "reason", "measures")}
    declared = declare(options.dataset, agency=agency, checked=checked, by="command line", **said)
    print(in_words(declared))
    print(f"It touches {', '.join(declared.touched()) or 'no indicator yet'}.")
    return 0
