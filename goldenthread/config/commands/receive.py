"""Take in a return: a file, or a folder of files.

Every file is recognised by what it holds, not by its name. Rows that are good are kept, rows that are not are held back
and listed; nothing is dropped without a word.
"""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from goldenthread.catalogue import formats
from goldenthread.config import arguments, receiving
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.returns.models import Return
from goldenthread.workflow.returns.operations import receive
from goldenthread.workflow.returns.registering import Said


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("path", metavar="PATH", type=Path, help="a file or a folder")
    parser.add_argument("--agency", required=True, metavar="CODE", help="who sends it")
    parser.add_argument("--format", default="auto", choices=["auto", *formats()], metavar="F", help="default: auto")
    parser.add_argument("--period", type=arguments.period, metavar="P", help="what it covers: FY2017-18, or A..B")
    parser.add_argument("--came", type=arguments.day, metavar="DAY", help="the day on which it came, if not today")
    parser.add_argument("--corrects", type=arguments.number, metavar="RETURN", help="the return that it puts right")
    parser.add_argument("--validated", action="store_true", help="its sender has checked the numbers: they will stand")
    parser.add_argument("--accept", action="store_true", help="accept it at once if anything in it can be used")
    parser.add_argument("--reason", default="", metavar="TEXT", help="why it takes the place of an earlier one")
    parser.add_argument("--json", action="store_true", help="answer in JSON")


def run(options: Namespace) -> int:
    """Carry it out: 0 if something can be used, 1 if nothing can."""
    agency = Agency.objects.named(options.agency)
    corrects = Return.objects.sent().numbered(options.corrects) if options.corrects else None
    said = Said(corrects, came_on=options.came, validated=options.validated)
    outcome = receive(
        options.path, agency=agency, format=options.format, period=options.period, said=said, by="command line"
    )
    print(receiving.in_json(outcome) if options.json else receiving.in_words(outcome))
    next_step = receiving.accept_if_asked(outcome, asked=options.accept, reason=options.reason, by="command line")
    if not options.json:
        print(next_step)
    return 0 if outcome.return_ else 1
