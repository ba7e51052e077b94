"""Set what an indicator should come to, from one period on."""

from argparse import ArgumentParser, Namespace

from django.utils import timezone

from goldenthread.config import arguments
from goldenthread.workflow.framework.operations import set_target
from goldenthread.workflow.framework.reading import said_by


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("code", metavar="CODE", help="the code of the indicator, for example CP6")
    parser.add_argument("--value", required=True, type=arguments.decimal, metavar="N", help="what it should come to")
    parser.add_argument("--from", required=True, type=arguments.period, dest="first", metavar="P", help="first period")
    parser.add_argument("--set-on", required=True, type=arguments.day, metavar="DAY", help="when it was decided")
    parser.add_argument("--set-by", required=True, metavar="WHO", help="the meeting or post that decided")
    parser.add_argument("--why", required=True, metavar="TEXT", help="why this value")


def run(options: Namespace) -> int:
    """Carry it out."""
    said = {name: getattr(options, name) for name in ("value", "first", "set_on", "set_by", "why")}
    target = set_target(options.code, **said, today=timezone.localdate(), by="command line")
    print(f"{target.indicator} has a target of {target.value} from {target.first} on, {said_by(target)}.")
    return 0
