"""Keeping findings, writing them anew, saying how sure the board is of them, and closing or withdrawing them."""

from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.workflow.findings.models import Finding, FindingWording, Step, Strand, Theme
from goldenthread.workflow.findings.rules import (
    BECAUSE,
    CONFIDENCE,
    EVIDENCED,
    FINDING,
    ON_WHAT,
    TESTED,
)
from goldenthread.workflow.findings.telling import Told, checked
from goldenthread.workflow.history.given import happened
from goldenthread.workflow.history.operations import record
from goldenthread.workflow.history.refusals import Refused

_WHAT_WAS_TESTED = ("text", "nature", "evidence", "evidence_period")


@transaction.atomic
def keep(told: Told, *, by: str) -> Finding:
    """Keep a finding, which is claimed until somebody says more. Refused as `Told.checked` refuses."""
    columns = told.checked()
    finding = Finding.objects.create(**columns, edits=1)
    _gather(finding, told)
    FindingWording.keep(finding, _parts(told, columns), edits=finding.edits, by=by)
    record("kept", subject="finding", subject_id=finding.number, by=by, kind=finding.source_kind)
    return finding


@transaction.atomic
def rewrite(finding: Finding, told: Told, *, edits: int, by: str) -> FindingWording:
    """Write an open finding anew. `edits` is the number of the text that the writer began from.

    Where somebody else has written since, this text is kept too, set aside for theirs, and theirs stays. Where what was
    found or its evidence is another, the finding is no longer tested, and is taken back to evidenced (or to claimed,
    where it has no evidence any more). Refused as `Told.checked` refuses.
    """
    held = _held(finding)
    FINDING.after("rewritten", held.state, which=held.number)
    columns = told.checked()
    word = FindingWording.keep(held, _parts(told, columns), edits=edits, by=by)
    if word.stands:
        _untest(held, columns, by)
        Finding.objects.filter(pk=held.pk).update(**columns, confidence=held.confidence, edits=word.number)
        _gather(held, told)
    record(word.verb, subject="finding", subject_id=held.number, by=by, wording=word.number)
    return word


@transaction.atomic
def move(finding: Finding, verb: str, *, by: str, basis: str = "", why: str = "", on: date | None = None) -> None:
    """Lead the confidence in an open finding along one of its declared ways (`rules.CONFIDENCE`): on what, and why.

    Refused where the way does not start from where it is, where it has no evidence, where the basis or the reason that
    it needs is not given, and for whoever wrote any of it where somebody else is to test it.
    """
    held, day = _held(finding), happened(on)
    if not held.is_open():
        raise Refused(f"Finding {held.number} is {held.state}. Open it again first. Nothing was changed.")
    confidence = CONFIDENCE.after(verb, held.confidence, which=held.number)
    if confidence == EVIDENCED and not (held.evidence and held.evidence_period):
        raise Refused("It has no evidence yet. Write first what the evidence is, and which period it is about.")
    if verb in TESTED and by in held.writers():
        raise Refused(f"You wrote some of it, so somebody else says that it is {verb}.")
    on_what = checked("On what", basis, needed=ON_WHAT.get(verb, ""))
    because = checked("Why", why, needed=BECAUSE.get(verb, ""))
    held.confidence = confidence
    held.save(update_fields=["confidence"])
    _step(held, verb, by, day, because, on_what)
    record(verb, subject="finding", subject_id=held.number, by=by)


@transaction.atomic
def decide(finding: Finding, verb: str, *, why: str, by: str, on: date | None = None) -> None:
    """Close a finding, withdraw it or open it again, saying why. What was said of it stays.

    Refused where it is not in a state from which that leads, and before the day of its source.
    """
    held, day = _held(finding), happened(on)
    state = FINDING.after(verb, held.state, which=held.number)
    if day < held.source_on:
        raise Refused("That day is before the day of its source.")
    because = checked("Why", why, needed=BECAUSE.get(verb, ""))
    held.state = state
    held.save(update_fields=["state"])
    _step(held, verb, by, day, because)
    record(verb, subject="finding", subject_id=held.number, by=by)


def _held(finding: Finding) -> Finding:
    return Finding.objects.select_for_update().get(pk=finding.pk)


def _untest(held: Finding, columns: dict[str, Any], by: str) -> None:
    """Take a finding back to what a new text of it still is, where what was tested is another."""
    if all(getattr(held, name) == columns[name] for name in _WHAT_WAS_TESTED):
        return
    has_evidence = bool(columns["evidence"] and columns["evidence_period"])
    if not has_evidence and held.confidence != CONFIDENCE.initial:
        _take_back(held, "taken back to claimed", by)
    elif held.confidence in TESTED:
        _take_back(held, "taken back to evidenced", by)


def _take_back(held: Finding, verb: str, by: str) -> None:
    held.confidence = CONFIDENCE.after(verb, held.confidence, which=held.number)
    _step(held, verb, by, happened(None), "It was written anew.")


def _step(held: Finding, verb: str, by: str, on: date, why: str, basis: str = "") -> None:
    Step.keep(held, verb, on=on, text=why, basis=basis, by=by)


def _gather(finding: Finding, told: Told) -> None:
    """Give a finding the themes, strands and agencies that were told, and no others."""
    finding.agencies.set(told.agencies)
    finding.themes.all().delete()
    finding.strands.all().delete()
    Theme.objects.bulk_create(Theme(of=finding, name=name) for name in dict.fromkeys(told.themes))
    Strand.objects.bulk_create(Strand(of=finding, name=name) for name in dict.fromkeys(told.strands))


def _parts(told: Told, columns: dict[str, Any]) -> dict[str, str]:
    """All that was told, as text."""
    return {name: str(value) for name, value in columns.items() if name != "audit"} | {
        "themes": ", ".join(told.themes),
        "strands": ", ".join(told.strands),
        "agencies": ", ".join(each.code for each in told.agencies),
        "audit": str(told.audit.number) if told.audit else "",
    }
