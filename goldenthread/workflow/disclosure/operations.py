"""Asking that small numbers be shown, agreeing to it, declining it, withdrawing it."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from goldenthread import catalogue
from goldenthread.engine.definitions import NOBODY
from goldenthread.engine.protecting.opened import WHOLE
from goldenthread.workflow.disclosure.models import Disclosure
from goldenthread.workflow.disclosure.rules import DISCLOSURE, LONGEST_REASON, SHORTEST_REASON
from goldenthread.workflow.history.given import unidentifying
from goldenthread.workflow.history.operations import record
from goldenthread.workflow.history.refusals import NotFound, Refused

_NEVER = "A reason never says who a child is"


@transaction.atomic
def ask(code: str, *, period: str, breakdowns: Sequence[str] = (WHOLE,), reason: str, by: str) -> Disclosure:
    """Ask that the small numbers of an indicator and period be shown to everybody. Nothing is shown by asking.

    NotFound where there is no such indicator; Refused where it hides nothing, where it is not broken down so, where no
    reason is given, and where the same is asked for or agreed already.
    """
    indicator = catalogue.indicators().get(code)
    if indicator is None:
        raise NotFound(f"There is no indicator {code}.")
    if indicator.protects is NOBODY:
        raise Refused(f"{code} is not about children, so nothing of it is ever hidden.")
    known = [WHOLE, *(each.code for each in indicator.breakdowns)]
    if wrong := set(breakdowns) - set(known):
        raise Refused(f"{code} is not broken down by {', '.join(sorted(wrong))}.")
    if not breakdowns:
        raise Refused("Say which numbers are meant: the whole, or by what.")
    if Disclosure.objects.standing().filter(indicator=code, period_code=period).exists():
        raise Refused("Something of that period is asked for or agreed already. Withdraw that, and ask for both.")
    asked = Disclosure.objects.create(
        indicator=code,
        period_code=period,
        breakdowns=[each for each in known if each in breakdowns],
        reason=_reason("Reason", reason),
        asked_at=timezone.now(),
        asked_by=by,
    )
    about = {"indicator": code, "period": period, "breakdowns": ", ".join(asked.breakdowns)}
    record("asked for", subject="disclosure", subject_id=asked.number, by=by, **about)
    return asked


@transaction.atomic
def agree(asked: Disclosure, *, gives_away: Sequence[str], by: str) -> None:
    """Agree that the numbers be shown, from the next edition on.

    `gives_away` names the other small numbers that could then be worked out: Refused where there are any, and where
    whoever agrees has asked for it.
    """
    asked = _held(asked)
    if by == asked.asked_by:
        raise Refused("You asked for it yourself. Somebody else agrees to it.")
    if gives_away:
        raise Refused(f"Other small numbers could be worked out from it: {'; '.join(gives_away)}. It stays hidden.")
    _lead(asked, "agreed", by, at="decided")


@transaction.atomic
def decline(asked: Disclosure, *, because: str, by: str) -> None:
    """Decline to show the numbers, saying why. Refused where whoever declines has asked for it."""
    asked = _held(asked)
    if by == asked.asked_by:
        raise Refused("You asked for it yourself. Withdraw it instead.")
    asked.because = _reason("Why", because)
    _lead(asked, "declined", by, at="decided")


@transaction.atomic
def withdraw(asked: Disclosure, *, because: str, by: str) -> None:
    """Show the numbers no longer, from the next edition on; what was published cannot be unsaid."""
    asked = _held(asked)
    asked.because = _reason("Why", because)
    _lead(asked, "withdrawn", by, at="withdrawn")


def _held(asked: Disclosure) -> Disclosure:
    return Disclosure.objects.select_for_update().get(pk=asked.pk)


def _lead(asked: Disclosure, verb: str, by: str, *, at: str) -> None:
    asked.state = DISCLOSURE.after(verb, asked.state, which=asked.number)
    setattr(asked, f"{at}_at", timezone.now())
    setattr(asked, f"{at}_by", by)
    asked.save()
    record(verb, subject="disclosure", subject_id=asked.number, by=by, indicator=asked.indicator)


def _reason(heading: str, text: str) -> str:
    fit = " ".join(text.split())
    if not SHORTEST_REASON <= len(fit) <= LONGEST_REASON:
        raise Refused(f"Say why in {SHORTEST_REASON} to {LONGEST_REASON} letters; this has {len(fit)}.")
    unidentifying(heading, fit, never=_NEVER)
    return fit
