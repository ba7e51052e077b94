"""Making a return of what was taken in: files first, then what names them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from goldenthread.engine.checking.intake import Intake
from goldenthread.engine.periods import Period, Span, day
from goldenthread.engine.store.files import FileStore
from goldenthread.engine.store.keys import Keys
from goldenthread.engine.store.parts import write_part
from goldenthread.engine.store.pending import settle
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.history.operations import record
from goldenthread.workflow.history.refusals import Refused
from goldenthread.workflow.returns.keeping import content_hash, sealed
from goldenthread.workflow.returns.models import Return
from goldenthread.workflow.returns.particulars import KeptParts, record_particulars
from goldenthread.workflow.returns.rules import CHECKED, SENT
from goldenthread.workflow.returns.storing import adding


class PeriodNotSaid(Refused):
    """What a return is about cannot be told from its content; whoever sends it has to say."""


@dataclass(frozen=True)
class Said:
    """What is said of a return besides its files: which it corrects, the day on which it came if not today, and whether
    its sender declares its numbers as checked."""

    corrects: Return | None = None
    came_on: date | None = None
    validated: bool = False


NOTHING_SAID = Said()


def check_said(said: Said, agency: Agency) -> None:
    """Refused where what is said of a return cannot be so."""
    if said.came_on and said.came_on > timezone.localdate():
        raise Refused(f"It cannot have come on {day(said.came_on)}, which is still to come. Nothing was taken in.")
    earlier = said.corrects
    if earlier and (earlier.agency_id != agency.pk or not earlier.is_sent()):
        raise Refused(f"Return {earlier.number} is none that {agency.name} has sent, so it cannot be corrected.")


def keep(
    intake: Intake, covers: Period, *, state: str, agency: Agency, keys: Keys, said: Said = NOTHING_SAID, by: str
) -> tuple[Return, bool]:
    """The return, kept, and whether it had been before. Files first, then what names them, then the marks go."""
    home: Path = settings.GOLDENTHREAD_HOME
    with adding(home):
        if before := _received_before(intake, covers, agency, state):
            return before, True
        vault = _keep_in_vault(home, intake, keys)
        parts = _keep_parts(home, intake)
        return_, already = _record_return(
            intake, covers, state=state, agency=agency, vault=vault, parts=parts, said=said, by=by
        )
        settle(home, digests(return_))
        return return_, already


def covers_of(intake: Intake, period: Period | None) -> Period:
    """What a return is about, as its sender says or as its content does; Refused where neither says so."""
    covers = period or intake.covers
    if covers is None:
        raise PeriodNotSaid(
            "What this return covers cannot be told from its content. Say so with --period FY2017-18, say."
        )
    return covers


def same_as(content: str, span: Span, agency: Agency, states: Collection[str]) -> Return | None:
    """A return with that content, unless later returns have taken the place of any part: then the files are new."""
    days = {"covers_first": span.first, "covers_last": span.last}
    same = Return.objects.filter(agency=agency, content_hash=content, state__in=states, **days)
    return next((each for each in same.newest() if not each.is_superseded_in_part()), None)


def digests(return_: Return) -> list[str]:
    """The files that a return consists of."""
    return [return_.vault, *return_.parts.values_list("digest", flat=True)]


def _keep_in_vault(home: Path, intake: Intake, keys: Keys) -> str:
    return FileStore(home, "vault").write(sealed(intake, keys.vault))


def _keep_parts(home: Path, intake: Intake) -> KeptParts:
    store = FileStore(home, "parts")
    return {dataset: write_part(store, table) for dataset, table in intake.parts.items()}


@transaction.atomic
def _record_return(
    intake: Intake, covers: Period, *, state: str, agency: Agency, vault: str, parts: KeptParts, said: Said, by: str
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
        came_on=said.came_on or timezone.localdate(),
        corrects=said.corrects,
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
    return same_as(content_hash(intake.originals), covers.span, agency, among)
