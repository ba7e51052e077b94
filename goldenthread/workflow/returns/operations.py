"""Receiving returns and accepting them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from goldenthread import catalogue
from goldenthread.engine.checking.intake import FileOutcome, Intake, take_in
from goldenthread.engine.checking.issues import Issue
from goldenthread.engine.periods import Period, parse
from goldenthread.engine.store.files import FileStore
from goldenthread.engine.store.keys import Keys, pseudonym
from goldenthread.engine.store.locks import SWEEP, Busy, alone, writing
from goldenthread.engine.store.parts import write_part
from goldenthread.engine.store.pending import settle, sweep, unsettled
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.history.operations import record
from goldenthread.workflow.history.refusals import Refused
from goldenthread.workflow.returns.collecting import collect
from goldenthread.workflow.returns.keeping import content_hash, keys_of_home, sealed
from goldenthread.workflow.returns.models import Part, Return
from goldenthread.workflow.returns.particulars import KeptParts, record_particulars
from goldenthread.workflow.returns.reading import named_files
from goldenthread.workflow.returns.rules import RETURN

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
    )
    outcome = partial(Outcome, files=intake.files, issues=intake.issues, remarks=found.remarks)
    if not intake.usable:
        return outcome(None)
    return_, already = _keep(intake, _covers(intake, covers), agency=agency, keys=keys, by=by)
    return outcome(return_, already=already)


@transaction.atomic
def accept(return_: Return, *, by: str) -> list[Superseded]:
    """Make a return evidence; returns the parts of earlier returns that it supersedes.

    An earlier return of the agency is superseded, dataset by dataset, where the new one covers all its days. Refused
    where it covers only some of them, because those would count twice, and where it has been accepted already.
    """
    Agency.objects.select_for_update().get(pk=return_.agency_id)  # one acceptance at a time for each agency
    return_.refresh_from_db()
    state = RETURN.after("accepted", return_.state, which=return_.number)
    earlier = list(Part.objects.in_force().about_the_days_of(return_))
    for part in earlier:
        _check_covered_whole(part, return_)
    Part.objects.filter(pk__in=[part.pk for part in earlier]).update(superseded_by=return_)
    lists = list(Part.objects.in_force().filter(of__agency=return_.agency_id).lists_without_records())
    Part.objects.filter(pk__in=[part.pk for part in lists]).update(superseded_by=return_)
    return_.state, return_.accepted_at, return_.accepted_by = state, timezone.now(), by
    return_.save(update_fields=["state", "accepted_at", "accepted_by"])
    superseded = [Superseded(part.of.number, part.dataset) for part in (*earlier, *lists)]
    told = sorted({each.number for each in superseded})
    record("accepted", subject="return", subject_id=return_.number, by=by, supersedes=told)
    return superseded


def _keep(intake: Intake, covers: Period, *, agency: Agency, keys: Keys, by: str) -> tuple[Return, bool]:
    """The return, kept, and whether it had been before. Files first, then what names them, then the marks go."""
    home: Path = settings.GOLDENTHREAD_HOME
    with _adding(home):
        if before := _received_before(intake, covers, agency):
            return before, True
        vault = _keep_in_vault(home, intake, keys)
        parts = _keep_parts(home, intake)
        return_, already = _record_return(intake, covers, agency=agency, vault=vault, parts=parts, by=by)
        settle(home, _digests(return_))
        return return_, already


@contextmanager
def _adding(home: Path) -> Iterator[None]:
    """Sweep up after an interrupted run, if nobody else is at work; then work beside others who add. Or Refused."""
    try:
        if unsettled(home):
            _sweep(home)
        with writing(home, "receive"):
            yield
    except Busy as busy:
        raise Refused(str(busy)) from busy


def _sweep(home: Path) -> None:
    try:
        with alone(home, SWEEP):
            sweep(home, named_files())
    except Busy:
        return  # the marks are those of whoever is at work


def _keep_in_vault(home: Path, intake: Intake, keys: Keys) -> str:
    return FileStore(home, "vault").write(sealed(intake, keys.vault))


def _keep_parts(home: Path, intake: Intake) -> KeptParts:
    store = FileStore(home, "parts")
    return {dataset: write_part(store, table) for dataset, table in intake.parts.items()}


@transaction.atomic
def _record_return(
    intake: Intake, covers: Period, *, agency: Agency, vault: str, parts: KeptParts, by: str
) -> tuple[Return, bool]:
    Agency.objects.select_for_update().get(pk=agency.pk)  # two that receive the same files at once agree on one return
    if before := _received_before(intake, covers, agency):
        return before, True
    return_ = Return.objects.create(
        agency=agency,
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
    record("received", subject="return", subject_id=return_.number, by=by, agency=agency.code, files=hashes)
    return return_, False


def _received_before(intake: Intake, covers: Period, agency: Agency) -> Return | None:
    """The same files about the same days, unless later returns have taken the place of any part: then they are new."""
    same = Return.objects.filter(
        agency=agency,
        content_hash=content_hash(intake.originals),
        covers_first=covers.first,
        covers_last=covers.last,
    )
    return next((each for each in same.newest() if not each.is_superseded_in_part()), None)


def _check_covered_whole(part: Part, return_: Return) -> None:
    if part.of.span in return_.span:
        return
    title = catalogue.datasets()[part.dataset].title
    raise Refused(
        f"Return {return_.number} covers {return_.covers} and return {part.of.number}, which is in force, covers"
        f" {part.of.covers}. Both hold '{title}', so the days they share would be counted twice. Receive it again with"
        f" a period that holds all of {part.of.covers}, or none of it. Nothing was changed."
    )


def _covers(intake: Intake, period: Period | None) -> Period:
    covers = period or intake.covers
    if covers is None:
        raise Refused("What this return covers cannot be told from its content. Say so with --period FY2017-18, say.")
    return covers


def _formats(format_: str) -> Mapping[str, catalogue.Format]:
    formats = catalogue.formats()
    if format_ != AUTO and format_ not in formats:
        raise Refused(f"There is no format '{format_}'. Choose one of: {AUTO}, {', '.join(formats)}.")
    return formats


def _digests(return_: Return) -> list[str]:
    return [return_.vault, *return_.parts.values_list("digest", flat=True)]
