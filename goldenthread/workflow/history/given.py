"""What somebody gives with a change: words, which never say who a child is, and the day on which something was."""

from datetime import date

from django.utils import timezone

from goldenthread.engine.checking.scanning import identity_in
from goldenthread.workflow.history.refusals import Refused


def fit(text: str) -> str:
    """A text without blanks at the ends of its lines, and with the line ends of this system."""
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


def unidentifying(heading: str, text: str, *, never: str) -> None:
    """Refused where a text holds what may identify somebody. `never` says of what kind of text that is the rule."""
    if what := identity_in(text):
        raise Refused(f"“{heading}” seems to hold {what}. {never}: take it out. Write days in words, as 31 March 2014.")


def checked(heading: str, kept: str, *, never: str, longest: int, needed: str = "") -> str:
    """A text, as it is to be kept. Refused where it is needed and lacks, is too long, or may identify somebody."""
    if needed and not kept:
        raise Refused(f"{needed}.")
    if len(kept) > longest:
        raise Refused(f"“{heading}” has {len(kept):,} letters: at most {longest:,} fit.")
    unidentifying(heading, kept, never=never)
    return kept


def fitted(heading: str, text: str, *, never: str, longest: int, needed: str = "") -> str:
    """A text as somebody gave it, as it is to be kept: fit, and checked."""
    return checked(heading, fit(text), never=never, longest=longest, needed=needed)


def happened(on: date | None) -> date:
    """The day on which something was, today where none is given; Refused where it is in the future."""
    today = timezone.localdate()
    if on is not None and on > today:
        raise Refused("That day is in the future.")
    return on or today
