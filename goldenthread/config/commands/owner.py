"""Say which post at which agency answers for an indicator."""

from argparse import ArgumentParser, Namespace

from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.framework.operations import name_owner


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("code", metavar="CODE", help="the code of the indicator, for example CP6")
    parser.add_argument("--post", required=True, metavar="TEXT", help="what the post is called")
    parser.add_argument("--agency", required=True, metavar="CODE", help="the agency of the post")
    parser.add_argument("--person", default="", metavar="NAME", help="who holds the post now")


def run(options: Namespace) -> int:
    """Carry it out."""
    agency = Agency.objects.named(options.agency)
    owner = name_owner(options.code, post=options.post, agency=agency, person=options.person, by="command line")
    print(f"{owner.indicator} is owned by: {owner}.")
    return 0
