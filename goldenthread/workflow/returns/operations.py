"""Receiving returns, sending and discarding drafts, and accepting."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from goldenthread import catalogue
from goldenthread.catalogue.uses import used_by
from goldenthread.engine.checking.intake import FileOutcome, Intake, take_in
from goldenthread.engine.checking.issues import Issue
from goldenthread.engine.periods import Period, Span, parse
from goldenthread.engine.store.files import FileStore
from goldenthread.engine.store.keys import Keys, pseudonym
from goldenthread.engine.store.parts import write_part
from goldenthread.engine.store.pending import settle
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.history.operations import record
from goldenthread.workflow.history.refusals import Refused
from goldenthread.workflow.returns.collecting import collect
from goldenthread.workflow.returns.keeping import content_hash, keys_of_home, sealed
from goldenthread.workflow.returns.models import Part, Return
from goldenthread.workflow.returns.particulars import KeptParts, record_particulars
from goldenthread.workflow.returns.rules import CHECKED, RECEIVED, RETURN, SENT
from goldenthread.workflow.returns.storing import adding, letting_go

AUTO = "auto"


class PeriodNotSaid(Refused):
    """What a return is about cannot be told from its content; whoever sends it has to say."""


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


def receive(path: Path, *, agency: Agency, format: str = AUTO, period: Period | str | None = None, by: str) -> Outcome:  # noqa: A002
    """Take in a file, or the files in a folder: read, check, keep what is good, hold back what is not.

    `format` names one of the catalogue's, or `auto`; `period` is what the return covers, inferred from it where not
    given. Refused where the path cannot be read, and where what the return covers cannot be told.
    """
    covers = parse(period) if isinstance(period, str) else period
    found = collect(path)
    keys = keys_of_home()
    intake = take_in(
        found.files,
        formats=_formats(format),
        datasets=catalogue.datasets(),
        pseudonym=partial(pseudonym, keys, agency.code),
        only=None if format == AUTO else format,
        covers=covers,
        used_by=used_by(),
    )
    outcome = partial(Outcome, files=intake.files, issues=intake.issues, remarks=found.remarks)
    if not intake.usable:
        return outcome(None)
    return_, already = keep(intake, covers_of(intake, covers), state=RECEIVED, agency=agency, keys=keys, by=by)
    return outcome(return_, already=already)


@transaction.atomic
def send(return_: Return, *, by: str) -> None:
    """Send a draft to the board. Refused where it is none, and where the board could not accept it."""
    _held(return_)
    state = RETURN.after("sent", return_.state, which=return_.number)
    if before := _same_as(return_.content_hash, return_.span, return_.agency, SENT):
        raise Refused(
            f"The same files, about the same days, were received as return {before.number}. There is no need to send"
            " them again: discard this draft. Nothing was changed."
        )
    takes_the_place_of(return_)
    return_.state, return_.received_at, return_.received_by = state, timezone.now(), by
    return_.save(update_fields=["state", "received_at", "received_by"])
    record("sent", subject="return", subject_id=return_.number, by=by, files=_digests(return_))


def discard(return_: Return, *, by: str) -> None:
    """Discard a draft: its number stays, nothing of what was in it does. Refused where it has been sent."""
    home: Path = settings.GOLDENTHREAD_HOME
    RETURN.after("discarded", return_.state, which=return_.number)
    with letting_go(home, _digests(return_)):
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
def accept(return_: Return, *, by: str) -> list[Superseded]:
    """Make a return evidence; returns the parts of earlier returns that it supersedes.

    An earlier return of the agency is superseded, dataset by dataset, where the new one covers all its days. Refused
    where it covers only some of them, because those would count twice, and where it has been accepted already.
    """
    _held(return_)
    state = RETURN.after("accepted", return_.state, which=return_.number)
    earlier = takes_the_place_of(return_)
    Part.objects.filter(pk__in=[part.pk for part in earlier]).update(superseded_by=return_)
    lists = list(Part.objects.in_force().lists_replaced_by(return_))
    Part.objects.filter(pk__in=[part.pk for part in lists]).update(superseded_by=return_)
    return_.state, return_.accepted_at, return_.accepted_by = state, timezone.now(), by
    return_.save(update_fields=["state", "accepted_at", "accepted_by"])
    superseded = [Superseded(part.of.number, part.dataset) for part in (*earlier, *lists)]
    told = sorted({each.number for each in superseded})
    record("accepted", subject="return", subject_id=return_.number, by=by, supersedes=told)
    return superseded


def takes_the_place_of(return_: Return) -> list[Part]:
    """The parts in force that a return supersedes once it is accepted; Refused where days would be counted twice."""
    earlier = list(Part.objects.in_force().about_the_days_of(return_))
    for part in earlier:
        _check_covered_whole(part, return_)
    return earlier


def keep(intake: Intake, covers: Period, *, state: str, agency: Agency, keys: Keys, by: str) -> tuple[Return, bool]:
    """The return, kept, and whether it had been before. Files first, then what names them, then the marks go."""
    home: Path = settings.GOLDENTHREAD_HOME
    with adding(home):
        if before := _received_before(intake, covers, agency, state):
            return before, True
        vault = _keep_in_vault(home, intake, keys)
        parts = _keep_parts(home, intake)
        return_, already = _record_return(intake, covers, state=state, agency=agency, vault=vault, parts=parts, by=by)
        settle(home, _digests(return_))
        return return_, already


def _keep_in_vault(home: Path, intake: Intake, keys: Keys) -> str:
    return FileStore(home, "vault").write(sealed(intake, keys.vault))


def _keep_parts(home: Path, intake: Intake) -> KeptParts:
    store = FileStore(home, "parts")
    return {dataset: write_part(store, table) for dataset, table in intake.parts.items()}


@transaction.atomic
def _record_return(
    intake: Intake, covers: Period, *, state: str, agency: Agency, vault: str, parts: KeptParts, by: str
) -> tuple[Return, bool]:
    Agency.objects.select_for_update().get(pk=agency.pk)  # two that receive the same files at once agree on one return
    if before := _received_before(intake, covers, agency, state):
        return before, True
    return_ = Return.objects.create(
        agency=agency,
        state=state,
        format=intake.format or "",
        received_at=timezone.now(),
        received_by=by,
        covers_first=covers.first,
        covers_last=covers.last,
        covers_code=covers.code,
        covers_inferred=intake.inferred,
        content_hash=content_hash(intake.originals),
        vault=vault,
    )
    record_particulars(return_, intake, parts)
    hashes = [vault, *sorted(digest for digest, _ in parts.values())]
    record(state, subject="return", subject_id=return_.number, by=by, agency=agency.code, files=hashes)
    return return_, False


def _received_before(intake: Intake, covers: Period, agency: Agency, state: str) -> Return | None:
    """The same files about the same days; drafts count where a draft is to be made, and are nobody's business else."""
    among = (*SENT, CHECKED) if state == CHECKED else SENT
    return _same_as(content_hash(intake.originals), covers.span, agency, among)


def _same_as(content: str, span: Span, agency: Agency, states: Collection[str]) -> Return | None:
    """A return with that content, unless later returns have taken the place of any part: then the files are new."""
    days = {"covers_first": span.first, "covers_last": span.last}
    same = Return.objects.filter(agency=agency, content_hash=content, state__in=states, **days)
    return next((each for each in same.newest() if not each.is_superseded_in_part()), None)


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


def covers_of(intake: Intake, period: Period | None) -> Period:
    """What a return is about, as its sender says or as its content does; Refused where neither says so."""
    covers = period or intake.covers
    if covers is None:
        raise PeriodNotSaid(
            "What this return covers cannot be told from its content. Say so with --period FY2017-18, say."
        )
    return covers


def _formats(format_: str) -> Mapping[str, catalogue.Format]:
    formats = catalogue.formats()
    if format_ != AUTO and format_ not in formats:
        raise Refused(f"There is no format '{format_}'. Choose one of: {AUTO}, {', '.join(formats)}.")
    return formats


def _digests(return_: Return) -> list[str]:
    return [return_.vault, *return_.parts.values_list("digest", flat=True)]
