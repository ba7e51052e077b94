"""Receiving returns, sending and discarding drafts, and accepting."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from goldenthread import catalogue
from goldenthread.catalogue.readers import used_by
from goldenthread.engine.checking.intake import FileOutcome, take_in
from goldenthread.engine.checking.issues import Issue
from goldenthread.engine.periods import Period, parse
from goldenthread.engine.store.keys import pseudonym
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.history.operations import record
from goldenthread.workflow.history.refusals import Refused
from goldenthread.workflow.returns.collecting import Collected, collect
from goldenthread.workflow.returns.keeping import keys_of_home
from goldenthread.workflow.returns.models import Part, Return
from goldenthread.workflow.returns.registering import (
    NOTHING_SAID,
    Said,
    check_said,
    covers_of,
    digests,
    keep,
    same_as,
)
from goldenthread.workflow.returns.rules import A_LATER_RETURN, FIRM, RECEIVED, RETURN, SENT, STATUS
from goldenthread.workflow.returns.storing import letting_go

AUTO = "auto"


@dataclass(frozen=True)
class Outcome:
    """What became of the files at a path.

    `return_` is None where nothing in them could be used and nothing was kept. `already` is true where the same files
    had been received before, about the same days: `return_` is then that earlier return, and nothing was kept again.
    """

    return_: Return | None
    files: tuple[FileOutcome, ...]
    issues: tuple[Issue, ...]
    already: bool = False
    remarks: tuple[str, ...] = ()

    @property
    def issue_totals(self) -> dict[str, int]:
        """How many issues there are of each severity that occurs."""
        return dict(Counter(issue.severity.value for issue in self.issues))


@dataclass(frozen=True)
class Superseded:
    """A part that a newly accepted return has taken the place of."""

    number: int
    dataset: str


def receive(
    path: Path,
    *,
    agency: Agency,
    format: str = AUTO,  # noqa: A002
    period: Period | str | None = None,
    said: Said = NOTHING_SAID,
    by: str,
) -> Outcome:
    """Take in a file, or the files in a folder: read, check, keep what is good, hold back what is not.

    `format` names one of the catalogue's, or `auto`; `period` is what the return covers, inferred from it where not
    given. Refused where the path cannot be read, and where what the return covers cannot be said.
    """
    check_said(said, agency)
    return receive_files(collect(path), agency=agency, format=format, period=period, said=said, by=by)


def receive_files(
    found: Collected,
    *,
    agency: Agency,
    format: str = AUTO,  # noqa: A002
    period: Period | str | None = None,
    said: Said = NOTHING_SAID,
    even_empty: bool = False,
    by: str,
) -> Outcome:
    """Take in files that are in memory already, as `receive` does those at a path.

    With `even_empty` they are kept where they hold no row, too: that there is nothing is then what they say.
    """
    covers = parse(period) if isinstance(period, str) else period
    keys = keys_of_home()
    intake = take_in(
        found.files,
        formats=_formats(format),
        datasets=catalogue.datasets(),
        pseudonym=partial(pseudonym, keys, agency.code),
        only=None if format == AUTO else format,
        covers=covers,
        used_by=used_by(),
        sender=agency.name,
    )
    outcome = partial(Outcome, files=intake.files, issues=intake.issues, remarks=found.remarks)
    if not intake.usable and not (even_empty and intake.parts):
        return outcome(None)
    return_, already = keep(
        intake, covers_of(intake, covers), state=RECEIVED, agency=agency, keys=keys, said=said, by=by
    )
    if said.validated and not already:
        validate(return_, by=by)
    return outcome(return_, already=already)


@transaction.atomic
def send(return_: Return, *, reason: str = "", validated: bool = False, by: str) -> None:
    """Send a draft to the board. Refused where it is none, and where the board could not accept it.

    `reason` says why it takes the place of an earlier one; with `validated` its numbers are declared as checked.
    """
    _held(return_)
    state = RETURN.after("sent", return_.state, which=return_.number)
    if before := same_as(return_.content_hash, return_.span, return_.agency, SENT):
        raise Refused(
            f"The same files, about the same days, were received as return {before.number}. There is no need to send"
            " them again: discard this draft. Nothing was changed."
        )
    takes_the_place_of(return_)
    return_.state, return_.received_at, return_.received_by = state, timezone.now(), by
    return_.came_on, return_.reason = timezone.localdate(), reason
    return_.save(update_fields=["state", "received_at", "received_by", "came_on", "reason"])
    record("sent", subject="return", subject_id=return_.number, by=by, files=digests(return_))
    if validated:
        validate(return_, by=by)


def discard(return_: Return, *, by: str) -> None:
    """Discard a draft: its number stays, nothing of what was in it does. Refused where it has been sent."""
    home: Path = settings.GOLDENTHREAD_HOME
    RETURN.after("discarded", return_.state, which=return_.number)
    with letting_go(home, digests(return_)):
        _discard(return_, by=by)


@transaction.atomic
def _discard(return_: Return, *, by: str) -> None:
    _held(return_)
    return_.state, return_.vault = RETURN.after("discarded", return_.state, which=return_.number), ""
    return_.save(update_fields=["state", "vault"])
    for held in (return_.parts, return_.files, return_.issue_counts):
        held.all().delete()
    record("discarded", subject="return", subject_id=return_.number, by=by)


@transaction.atomic
def accept(return_: Return, *, reason: str = "", by: str) -> list[Superseded]:
    """Make a return evidence; returns the parts of earlier returns that it supersedes.

    An earlier return of the agency is superseded, dataset by dataset, where the new one covers all its days: the
    `reason` is kept with the new one, and if the earlier numbers were firm, its own are revised ones. Refused where it
    covers only some of the days, because those would count twice, and where it has been accepted already.
    """
    _held(return_)
    state = RETURN.after("accepted", return_.state, which=return_.number)
    earlier = takes_the_place_of(return_)
    Part.objects.filter(pk__in=[part.pk for part in earlier]).update(superseded_by=return_)
    lists = list(Part.objects.in_force().lists_replaced_by(return_))
    Part.objects.filter(pk__in=[part.pk for part in lists]).update(superseded_by=return_)
    superseded = [*earlier, *lists]
    return_.state, return_.accepted_at, return_.accepted_by = state, timezone.now(), by
    return_.reason = (reason or return_.reason or A_LATER_RETURN) if superseded else ""
    return_.save(update_fields=["state", "accepted_at", "accepted_by", "reason"])
    told = sorted({part.of.number for part in superseded})
    record("accepted", subject="return", subject_id=return_.number, by=by, supersedes=told)
    if any(part.of.status in FIRM for part in superseded):
        _give_status("revised", return_, by=by)
    return [Superseded(part.of.number, part.dataset) for part in superseded]


def can_be_validated(return_: Return) -> bool:
    """Whether somebody counts on its numbers, and nobody has said yet that they will stand."""
    return return_.is_sent() and not return_.is_superseded() and return_.status == STATUS.initial


@transaction.atomic
def validate(return_: Return, *, by: str) -> None:
    """Say that the numbers of a return have been checked and will stand. Refused where they are firm already, and for a
    return that the board has not received or that later ones have taken the place of."""
    _held(return_)
    if not return_.is_sent() or return_.is_superseded():
        how = "replaced by a later return" if return_.is_sent() else return_.state
        raise Refused(f"Return {return_.number} is {how}, so nobody counts on its numbers. Nothing was changed.")
    return_.validated_at, return_.validated_by = timezone.now(), by
    return_.save(update_fields=["validated_at", "validated_by"])
    _give_status("validated", return_, by=by)


def _give_status(verb: str, return_: Return, *, by: str) -> None:
    return_.status = STATUS.after(verb, return_.status, which=return_.number)
    return_.save(update_fields=["status"])
    record(verb, subject="return", subject_id=return_.number, by=by)


def takes_the_place_of(return_: Return) -> list[Part]:
    """The parts in force that a return supersedes once it is accepted; Refused where days would be counted twice."""
    earlier = list(Part.objects.in_force().about_the_days_of(return_))
    for part in earlier:
        _check_covered_whole(part, return_)
    return earlier


def _held(return_: Return) -> None:
    """Read a return anew, and hold its agency: one change at a time for each."""
    Agency.objects.select_for_update().get(pk=return_.agency_id)
    return_.refresh_from_db()


def _check_covered_whole(part: Part, return_: Return) -> None:
    if part.of.span in return_.span:
        return
    title = catalogue.datasets()[part.dataset].title
    raise Refused(
        f"Return {return_.number} covers {return_.covers} and return {part.of.number}, which is in force, covers"
        f" {part.of.covers}. Both hold '{title}', so the days they share would be counted twice. Receive it again with"
        f" a period that holds all of {part.of.covers}, or none of it. Nothing was changed."
    )


def _formats(format_: str) -> Mapping[str, catalogue.Format]:
    formats = catalogue.formats()
    if format_ != AUTO and format_ not in formats:
        raise Refused(f"There is no format '{format_}'. Choose one of: {AUTO}, {', '.join(formats)}.")
    return formats
