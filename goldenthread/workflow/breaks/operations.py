"""Declaring that recording or practice changed, and withdrawing that."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from goldenthread import catalogue
from goldenthread.catalogue.readers import indicators_reading
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.breaks.models import Break
from goldenthread.workflow.breaks.rules import BREAK, HOW, LONGEST_REASON, RECONCILED
from goldenthread.workflow.history.operations import record
from goldenthread.workflow.history.refusals import Refused


@dataclass(frozen=True)
class Checked:
    """Who reconciled a count by hand, and when."""

    by: str
    on: date


@transaction.atomic
def declare(
    dataset: str,
    *,
    on: date,
    how: str,
    reason: str,
    agency: Agency | None = None,
    measures: Sequence[str] = (),
    checked: Checked | None = None,
    by: str,
) -> Break:
    """Declare that recording of a dataset, or practice, changed on a day, at one agency or at all of them.

    Refused where there is no such dataset, where a measure does not stand on it, where no reason is given, and where
    the count is said to be reconciled and not by whom and when.
    """
    if dataset not in catalogue.datasets():
        raise Refused(f"There is no dataset '{dataset}'. They are: {', '.join(catalogue.datasets())}.")
    if how not in HOW:
        raise Refused(f"Nothing changes by '{how}'. Choose one of: {', '.join(HOW)}.")
    if (checked is None) is (how == RECONCILED):
        raise Refused(f"Say who checked the count, and when, where it is '{RECONCILED}', and only there.")
    codes = _codes(dataset, measures)
    declared = Break.objects.create(
        dataset=dataset,
        agency=agency,
        on=on,
        how=how,
        measures=codes,
        reason=_reason(reason),
        checked_by=checked.by if checked else "",
        checked_on=checked.on if checked else None,
        declared_at=timezone.now(),
        declared_by=by,
    )
    about = {"dataset": dataset, "agency": agency.code if agency else None, "on": on.isoformat(), "how": how}
    record("declared", subject="break", subject_id=declared.number, by=by, **about)
    return declared


@transaction.atomic
def withdraw(declared: Break, *, by: str) -> None:
    """Withdraw a break that turned out to be none. Refused where it has been withdrawn."""
    declared = Break.objects.select_for_update().get(pk=declared.pk)
    declared.state = BREAK.after("withdrawn", declared.state, which=declared.number)
    declared.withdrawn_at, declared.withdrawn_by = timezone.now(), by
    declared.save(update_fields=["state", "withdrawn_at", "withdrawn_by"])
    record("withdrawn", subject="break", subject_id=declared.number, by=by)


def _codes(dataset: str, measures: Sequence[str]) -> list[str]:
    """The codes of measures that a break in a dataset can touch, in capitals or not."""
    able = {each.code for each in indicators_reading(dataset)}
    if dataset == catalogue.SUPPLIED_FIGURES.dataset:
        able = set(catalogue.indicators())  # any indicator may have figures that somebody supplied
    known = {code.upper(): code for code in able}
    codes = [code.strip() for code in measures if code.strip()]
    if wrong := [code for code in codes if code.upper() not in known]:
        title = catalogue.datasets()[dataset].title
        raise Refused(f"{', '.join(wrong)} does not stand on '{title}'. These do: {', '.join(sorted(able))}.")
    return list(dict.fromkeys(known[code.upper()] for code in codes))


def _reason(reason: str) -> str:
    fit = " ".join(reason.split())
    if not fit or len(fit) > LONGEST_REASON:
        raise Refused(f"Say in 1 to {LONGEST_REASON} letters what changed; this has {len(fit)}.")
    return fit
