"""Registering audits, saying that the board considered one, withdrawing one."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.utils import timezone

from goldenthread.catalogue.codes.audits import (
    AUDIT_KIND,
    AUDIT_SUBJECT,
    JUDGEMENT,
    SYSTEMS_HINDERED,
    VOICE_RECORDED,
)
from goldenthread.engine.checking.scanning import identity_in
from goldenthread.engine.definitions import CodeList
from goldenthread.engine.periods import Period, UnknownPeriod, day, parse
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.audits.models import Audit, Issue
from goldenthread.workflow.audits.rules import (
    AUDIT,
    LONGEST_ISSUE,
    LONGEST_SUMMARY,
    LONGEST_TITLE,
    MOST_CASES,
    MOST_ISSUES,
)
from goldenthread.workflow.history.given import fit
from goldenthread.workflow.history.operations import record
from goldenthread.workflow.history.refusals import Refused

NOT_LOOKED_AT = "not_looked_at"
_INSPECTED = re.compile(r"\((\d{4}-\d{2}-\d{2})\)\s*\.?\s*$")


@dataclass(frozen=True)
class Found:
    """An issue that an audit found; `inspected_on` where an inspection had named it before."""

    text: str
    inspected_on: date | None = None

    @classmethod
    def read(cls, line: str) -> "Found":
        """One as it is written on a line: the text, and the day of the inspection in brackets at its end, if any."""
        found = _INSPECTED.search(line)
        if not found:
            return cls(line.strip())
        try:
            return cls(line[: found.start()].strip(), date.fromisoformat(found[1]))
        except ValueError:
            raise Refused(f"There is no day {found[1]}. Write the day of the inspection as (2011-07-01).") from None


@dataclass(frozen=True)
class Judged:
    """How cases were judged: how many each way, or the shares in percent where only those are known."""

    cases: Mapping[str, int] = field(default_factory=dict)
    shares: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Particulars:
    """What is known of an audit besides its title, kind and subject."""

    agency: Agency | None = None
    judged: Judged = Judged()
    issues: Sequence[Found] = ()
    voice: str = NOT_LOOKED_AT
    systems: str = NOT_LOOKED_AT
    summary: str = ""


@transaction.atomic
def register(
    title: str, *, kind: str, subject: str, about: Period | str, particulars: Particulars = Particulars(), by: str
) -> Audit:
    """Put an audit on the register. `about` is the period that its evidence is about,
    which may be written as a code.

    Refused where a text is missing, too long or holds what may identify somebody, where cases and shares are both
    given, where shares come to more than everything, and where its evidence lies in the future.
    """
    known, about = particulars, _period(about)
    for given, codes in (
        (kind, AUDIT_KIND), (subject, AUDIT_SUBJECT), (known.voice, VOICE_RECORDED), (known.systems, SYSTEMS_HINDERED),
    ):  # fmt: skip
        _check_code(given, codes)
    if about.last > timezone.localdate():
        raise Refused(f"The evidence is about days up to {day(about.last)}, which are still to come.")
    _check_judged(known.judged)
    if len(known.issues) > MOST_ISSUES:
        raise Refused(f"There are {len(known.issues)} issues: at most {MOST_ISSUES} fit. Keep those that matter.")
    audit = Audit.objects.create(
        title=checked("The title", title, LONGEST_TITLE),
        kind=kind,
        subject=subject,
        agency=known.agency,
        evidence_first=about.first,
        evidence_last=about.last,
        cases={name: number for name, number in known.judged.cases.items() if number},
        shares=dict(known.judged.shares),
        voice=known.voice,
        systems=known.systems,
        summary=checked("The summary", known.summary, LONGEST_SUMMARY) if known.summary.strip() else "",
        registered_at=timezone.now(),
        registered_by=by,
    )
    for number, each in enumerate(known.issues, start=1):
        text = checked(f"Issue {number}", each.text, LONGEST_ISSUE)
        Issue.objects.create(of=audit, number=number, text=text, inspected_on=each.inspected_on)
    record("registered", subject="audit", subject_id=audit.number, by=by, kind=kind, cases=audit.judged)
    return audit


@transaction.atomic
def consider(audit: Audit, *, on: date, by: str) -> None:
    """Say on which day the board considered an audit. Refused where it has, or where that day cannot be."""
    audit = Audit.objects.select_for_update().get(pk=audit.pk)
    state = AUDIT.after("considered", audit.state, which=audit.number)
    if on > timezone.localdate():
        raise Refused(f"It cannot have been considered on {day(on)}, which is still to come. Nothing was changed.")
    if on < audit.evidence_first:
        raise Refused(
            f"It cannot have been considered on {day(on)}, before the first day that its evidence is about,"
            f" {day(audit.evidence_first)}. Nothing was changed."
        )
    audit.state, audit.considered_on = state, on
    audit.save(update_fields=["state", "considered_on"])
    record("considered", subject="audit", subject_id=audit.number, by=by, on=on.isoformat())


@transaction.atomic
def withdraw(audit: Audit, *, by: str) -> None:
    """Withdraw an audit that was entered by mistake. Its number stays; it counts no longer. Refused where it is so."""
    audit = Audit.objects.select_for_update().get(pk=audit.pk)
    audit.state = AUDIT.after("withdrawn", audit.state, which=audit.number)
    audit.save(update_fields=["state"])
    record("withdrawn", subject="audit", subject_id=audit.number, by=by)


def checked(what: str, text: str, longest: int) -> str:
    """A text as it is kept; Refused where it is empty or too long, or holds what may identify somebody."""
    kept = fit(text)
    if not kept or len(kept) > longest:
        raise Refused(f"{what} must have 1 to {longest:,} letters; this has {len(kept):,}.")
    if found := identity_in(kept):
        raise Refused(f"{what} seems to hold {found}. An audit never says who a child is: take it out.")
    return kept


def _period(about: Period | str) -> Period:
    """What an audit is about, which may be written as a code; Refused where that cannot be read."""
    try:
        return parse(about) if isinstance(about, str) else about
    except UnknownPeriod as unknown:
        raise Refused(str(unknown)) from None


def _check_code(given: str, codes: CodeList) -> None:
    if given not in codes.codes:
        raise Refused(f"'{given}' is none of: {', '.join(codes.codes.values())}.")


def _check_judged(judged: Judged) -> None:
    for name in (*judged.cases, *judged.shares):
        _check_code(name, JUDGEMENT)
    if judged.cases and judged.shares:
        raise Refused("Give how many cases were judged each way, or the shares where only those are known; not both.")
    if any(number < 0 for number in judged.cases.values()) or sum(judged.cases.values()) > MOST_CASES:
        raise Refused(f"An audit has 0 to {MOST_CASES:,} cases.")
    if judged.shares and not 0 <= sum(judged.shares.values()) <= 101:  # each rounded, they may come to a little more
        raise Refused("The shares come to more than 100%. Correct whichever is wrong.")
