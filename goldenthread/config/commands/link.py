"""Make a link by which somebody without an account sends one return that is expected, once."""

from argparse import ArgumentParser, Namespace

from django.conf import settings
from django.urls import reverse

from goldenthread.config import arguments
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.calendar.links import make
from goldenthread.workflow.calendar.models import Expected


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("agency", metavar="AGENCY", help="the code of the agency")
    parser.add_argument("--what", required=True, metavar="NAME", help="what is expected of it, for example counts")
    parser.add_argument("--period", required=True, type=arguments.period, metavar="P", help="what the return is about")


def run(options: Namespace) -> int:
    """Carry it out."""
    agency = Agency.objects.named(options.agency)
    expected = Expected.objects.expecting(options.what, agency, options.period)
    token = make(expected, options.period, by="command line")
    print(f"By this link {expected.what} about {options.period} can be sent from {agency.name}, once,")
    print(f"within {settings.LINK_LASTS_DAYS} days. Give it to the one person who is to send it:")
    print(f"{settings.ORIGIN}{reverse('by_link', args=[token])}")
    return 0
