"""Invite somebody, by a link that works once."""

from argparse import ArgumentParser, Namespace

from django.conf import settings
from django.urls import reverse

from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.people.operations import invite
from goldenthread.workflow.people.rules import LINK_LASTS, Role


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("email", metavar="EMAIL", help="the address with which they will sign in")
    roles = [role.value for role in Role]
    parser.add_argument("--role", required=True, choices=roles, type=_words, metavar="ROLE", help=", ".join(roles))
    parser.add_argument("--agency", metavar="CODE", help="the agency they work for; an agency data lead has one")


def run(options: Namespace) -> int:
    """Carry it out."""
    agency = Agency.objects.named(options.agency) if options.agency else None
    token = invite(options.email, Role(options.role), agency=agency, by="command line")
    print(f"Give this link to {options.email} and to nobody else. It works once, within {LINK_LASTS.days} days:")
    print(f"{settings.ORIGIN}{reverse('join', args=[token])}")
    return 0


def _words(role: str) -> str:
    return role.replace("-", " ").lower()  # board-member needs no quotation marks
