"""The edition that is being worked out: what pages say of it."""

from dataclasses import dataclass
from datetime import datetime

from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may
from goldenthread.workflow.results.tasks import edition_asked_for


@dataclass(frozen=True)
class Awaited:
    """An edition that was asked for and is not there yet. `why_not` says why it could not be worked out, if it could
    not, to those who can do something about it."""

    since: datetime
    under_way: bool
    doing: str
    why_not: str
    may_try_again: bool


def awaited_by(person: Person) -> Awaited | None:
    """What to tell somebody; none where no edition is awaited."""
    job = edition_asked_for()
    if job is None:
        return None
    computes = may(person, "compute")
    return Awaited(
        since=job.requested_at,
        under_way=job.is_under_way(),
        doing=job.doing,
        why_not=job.message if computes else "",
        may_try_again=computes and not job.is_under_way(),
    )
