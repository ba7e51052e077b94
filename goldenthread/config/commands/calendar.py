"""What agencies owe, by when, and how it stands."""

from argparse import ArgumentParser, Namespace

from django.utils import timezone

from goldenthread.config import arguments, owed_list
from goldenthread.workflow.calendar.models import Expected
from goldenthread.workflow.calendar.reading import owed


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--on", type=arguments.day, metavar="DAY", help="as it stood on a day; default: today")
    parser.add_argument("--json", action="store_true", help="answer in JSON")


def run(options: Namespace) -> int:
    """Carry it out."""
    found = owed(Expected.objects.all(), on=options.on or timezone.localdate())
    print(owed_list.in_json(found) if options.json else owed_list.in_words(found))
    return 0
