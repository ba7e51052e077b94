"""Send everybody for whom something waits an e-mail that says how much, in numbers and links alone."""

from argparse import ArgumentParser, Namespace

from django.utils import timezone

from goldenthread.engine.english import counted
from goldenthread.web.base.found import address_of_check
from goldenthread.workflow.waiting.digests import digests, send


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--dry-run", action="store_true", help="show the messages, and send nothing")


def run(options: Namespace) -> int:
    """Carry it out."""
    ready = list(digests(timezone.localdate(), address=address_of_check))
    if options.dry_run:
        print("\n".join(f"To: {each.person.email}\nSubject: {each.subject}\n\n{each.text}" for each in ready))
    went = 0 if options.dry_run else send(ready, by="command line")
    print(f"{counted(len(ready), 'digest')} to send." if options.dry_run else f"{counted(went, 'digest')} sent.")
    return 0
