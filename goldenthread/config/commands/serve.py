"""Serve the site on this machine, and do what its people ask for that takes long: check uploads, work out editions."""

from argparse import ArgumentParser, Namespace

from django.utils import timezone

from goldenthread.config import arguments
from goldenthread.config.serving import serve
from goldenthread.workflow.people.models import Invitation, Person


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--port", type=arguments.port, default=8000, metavar="N", help="default: 8000")


def run(options: Namespace) -> int:
    """Carry it out."""
    if not Person.objects.exists():
        print(_who_is_lacking(), flush=True)
    return serve(options.port)


def _who_is_lacking() -> str:
    """What to do where nobody can sign in: whoever was invited has not used the link, or nobody was invited."""
    if any(not each.is_over(timezone.now()) for each in Invitation.objects.filter(used_at=None)):
        return "Nobody has joined yet. Open the link that 'goldenthread invite' printed: it works once, on this site."
    return "Nobody has an account yet. Invite somebody first: goldenthread invite EMAIL --role analyst"
