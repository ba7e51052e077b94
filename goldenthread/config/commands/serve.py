"""Serve the site on this machine, and do what its people ask for that takes long: check uploads, work out editions."""

from argparse import ArgumentParser, Namespace

from goldenthread.config import arguments
from goldenthread.config.serving import serve
from goldenthread.workflow.people.models import Person


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--port", type=arguments.port, default=8000, metavar="N", help="default: 8000")


def run(options: Namespace) -> int:
    """Carry it out."""
    if not Person.objects.exists():
        print("Nobody has an account yet. Invite somebody first: goldenthread invite EMAIL --role analyst", flush=True)
    return serve(options.port)
