"""Keeping recommendations, and deciding what becomes of them."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from goldenthread.workflow.actions.models import Decision, Recommendation, RecommendationWording, topics_in
from goldenthread.workflow.actions.rules import KINDS, LONGEST_LINE, OPEN, RECOMMENDATION, RECOMMENDED
from goldenthread.workflow.actions.texts import all_checked, checked
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.audits.models import Audit
from goldenthread.workflow.history.given import happened
from goldenthread.workflow.history.operations import record
from goldenthread.workflow.history.refusals import Refused

_WHY: Mapping[str, str] = {
    "declined": "Say why there is no action",
    "closed": "Say what closes it",
    "opened again": "Say why it is opened again",
}


@transaction.atomic
def recommend(
    text: str,
    *,
    kind: str,
    source: str,
    source_on: date,
    by: str,
    agency: Agency | None = None,
    audit: Audit | None = None,
    themes: str = "",
) -> Recommendation:
    """Keep a recommendation that a body made on a day to an agency, or (None) to the board; `audit` where it was made
    by one on the register.

    Refused where it says nothing, comes from nowhere or from the future, and where it may identify somebody.
    """
    if kind not in KINDS:
        raise Refused(f"Say which kind of source it comes from: {', '.join(KINDS)}.")
    told = _told({"text": text, "themes": themes})
    made = Recommendation.objects.create(
        source_kind=kind,
        source=checked("Who made it, and in what", source, needed="Say who made it, and in what", longest=LONGEST_LINE),
        source_on=happened(source_on),
        agency=agency,
        audit=audit,
        edits=1,
        **told,
    )
    RecommendationWording.keep(made, told, edits=made.edits, by=by)
    record("recommended", subject="recommendation", subject_id=made.number, by=by, kind=kind)
    return made


@transaction.atomic
def rewrite(recommendation: Recommendation, *, text: str, themes: str, edits: int, by: str) -> RecommendationWording:
    """Word one anew that is not decided yet. `edits` is the number of the text that the writer began from.

    Where somebody else has written since, this text is kept too, set aside for theirs, and theirs stays.
    """
    held = _held(recommendation)
    state = RECOMMENDATION.after("rewritten", held.state, which=held.number)
    told = _told({"text": text, "themes": themes})
    word = RecommendationWording.keep(held, told, edits=edits, by=by)
    if word.stands:
        Recommendation.objects.filter(pk=held.pk).update(**told, state=state, edits=word.number)
    record(word.verb, subject="recommendation", subject_id=held.number, by=by, wording=word.number)
    return word


@transaction.atomic
def decide(recommendation: Recommendation, verb: str, *, by: str, because: str = "", on: date | None = None) -> None:
    """Lead a recommendation along one of its declared ways: planned for, declined, closed, opened again.

    Refused where a reason is needed and none is given, where it would be over while an action of it is open, and for a
    day of the future or before it was made.
    """
    held, decided_on = _held(recommendation), happened(on)
    state = RECOMMENDATION.after(verb, held.state, which=held.number)
    if decided_on < held.source_on:
        raise Refused("That day is before the recommendation was made.")
    reason = checked("Because", because, needed=_WHY.get(verb, ""))
    waiting = held.actions.filter(state=OPEN).values_list("number", flat=True)
    if verb in ("declined", "closed") and waiting:
        there = ", ".join(map(str, waiting))
        raise Refused(f"It still has open actions: {there}. Finish or drop them first.")
    if verb == "closed" and not held.actions.exists():
        raise Refused("It has no action yet. Add one, or say why there is none.")
    held.state, held.because, held.decided_on = state, reason, decided_on
    held.save(update_fields=["state", "because", "decided_on"])
    Decision.keep(held, verb, on=decided_on, text=reason, by=by)
    record(verb, subject="recommendation", subject_id=held.number, by=by)


def _held(recommendation: Recommendation) -> Recommendation:
    return Recommendation.objects.select_for_update().get(pk=recommendation.pk)


def _told(texts: Mapping[str, str]) -> dict[str, str]:
    checked(RECOMMENDED["text"], texts["text"], needed="Say what is recommended")
    themes = ", ".join(dict.fromkeys(topics_in(texts["themes"])))
    return all_checked({**texts, "themes": themes}, RECOMMENDED)
