"""Putting challenges, answering them, judging the answers, and writing where nobody answers."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from goldenthread.engine.periods import UnknownPeriod, parse
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.challenges.models import Answer, Challenge, Step, StrategicBoard
from goldenthread.workflow.challenges.rules import (
    ANSWER,
    BOARD_KINDS,
    CHALLENGE,
    EFFECTS,
    ISSUED,
    JUDGED,
    LONGEST_ASK,
    LONGEST_NAME,
    LONGEST_TEXT,
    NEEDS_WORDS,
    OTHER_BOARD,
    SHOWN,
    Rung,
)
from goldenthread.workflow.framework.operations import known_indicator
from goldenthread.workflow.history import given
from goldenthread.workflow.history.given import happened
from goldenthread.workflow.history.operations import record
from goldenthread.workflow.history.refusals import Refused

Body = Agency | StrategicBoard

_NEVER = "A challenge never says who a child is, not even about a single case"


@transaction.atomic
def add_board(name: str, *, by: str, kind: str = OTHER_BOARD) -> StrategicBoard:
    """Add another board that can be challenged. Refused where it has no name, or is there already."""
    if kind not in BOARD_KINDS:
        raise Refused(f"Say what kind of board it is: {', '.join(BOARD_KINDS.values())}.")
    called = _checked("The name", " ".join(name.split()), needed="Enter the name of the board", longest=LONGEST_NAME)
    if StrategicBoard.objects.filter(name__iexact=called).exists():
        raise Refused(f"{called} is there already.")
    board = StrategicBoard.objects.create(name=called, kind=kind)
    record("added", subject="strategic board", subject_id=board.pk, by=by)
    return board


@transaction.atomic
def put(
    asks: str,
    to: Sequence[Body],
    *,
    year: str,
    by: str,
    because: str = "",
    evidence_period: str = "",
    indicator: str = "",
    place: int = 0,
    about_a_case: bool = False,
) -> Challenge:
    """Draft a challenge to one or several bodies, the first of which leads. It is not issued yet.

    Refused where it asks nothing, is put to nobody or to the same body twice, where a text may identify somebody, and
    where a period or an indicator is none.
    """
    if not to:
        raise Refused("Say whom it is put to: an agency, or another board.")
    if len(set(to)) != len(to):
        raise Refused("It is put to the same body twice.")
    challenge = Challenge.objects.create(place=place, **_told(asks, year, because, evidence_period, indicator),
                                         about_a_case=about_a_case)  # fmt: skip
    for at, body in enumerate(to):
        Answer.objects.create(of=challenge, leads=at == 0, **_as_body(body))
    record("put", subject="challenge", subject_id=challenge.number, by=by, to=len(to))
    return challenge


@transaction.atomic
def rewrite(
    challenge: Challenge,
    asks: str,
    *,
    edits: int,
    by: str,
    because: str = "",
    evidence_period: str = "",
    indicator: str = "",
) -> None:
    """Write a draft anew. `edits` is how often it had been when the writer began: Refused where somebody else has
    written since, which loses neither text; and where it is no draft.
    """
    held = _held(challenge)
    state = CHALLENGE.after("rewritten", held.state, which=held.number)
    if held.edits != edits:
        raise Refused("Somebody else has written it since you began. Both texts are below: bring them together.")
    told = _told(asks, held.year, because, evidence_period, indicator)
    Challenge.objects.filter(pk=held.pk).update(**told, state=state, edits=edits + 1)
    record("rewritten", subject="challenge", subject_id=held.number, by=by)


@transaction.atomic
def issue(challenge: Challenge, *, reply_due: date, by: str, on: date | None = None) -> None:
    """Issue a draft to everybody that it is put to. Refused where a reply would be due before it is issued."""
    held, issued_on = _held(challenge), happened(on)
    if reply_due < issued_on:
        raise Refused("A reply cannot be due before the challenge is issued.")
    held.state, held.issued_on = CHALLENGE.after("issued", held.state, which=held.number), issued_on
    held.save(update_fields=["state", "issued_on"])
    held.answers.update(reply_due=reply_due)
    record("issued", subject="challenge", subject_id=held.number, by=by)


@transaction.atomic
def withdraw(challenge: Challenge, *, why: str, by: str) -> None:
    """Withdraw a challenge, saying why. What was answered stays."""
    held, said = _held(challenge), _checked("Why", why, needed="Say why it is withdrawn")
    held.state = CHALLENGE.after("withdrawn", held.state, which=held.number)
    held.save(update_fields=["state"])
    for answer in held.answers.all():
        _note(answer, "withdrawn", said, happened(None), by)
    record("withdrawn", subject="challenge", subject_id=held.number, by=by)


@transaction.atomic
def lead(answer: Answer, verb: str, *, by: str, text: str = "", on: date | None = None) -> None:
    """Lead an answer along one of its declared ways (`rules.ANSWER`), with what was said on which day.

    Refused where the way does not start from where the answer is, where words are needed and none are given, where the
    challenge is not issued, and for a day in the future or before it was issued.
    """
    held = Answer.objects.select_for_update(of=("self",)).select_related("of", "agency", "board").get(pk=answer.pk)
    day = happened(on)
    if held.of.state != ISSUED:
        raise Refused(f"Challenge {held.of_id} is {held.of.state}, so nobody can answer it. Nothing was changed.")
    if held.of.issued_on and day < held.of.issued_on:
        raise Refused("That day is before the challenge was issued.")
    said = _checked("What was said", text, needed=NEEDS_WORDS.get(verb, ""))
    held.state = ANSWER.after(verb, held.state, which=f"of {held.whose}")
    held.save(update_fields=["state"])
    _note(held, verb, said, day, by)
    record(verb, subject="answer", subject_id=held.pk, by=by, challenge=held.of_id)


@transaction.atomic
def tell_effect(answer: Answer, effect: str, *, text: str, by: str, on: date | None = None) -> None:
    """Say whether what was asked for has had an effect. Refused before the answer is judged, and without words."""
    held = Answer.objects.select_for_update(of=("self",)).select_related("of", "agency", "board").get(pk=answer.pk)
    if effect not in EFFECTS:
        raise Refused(f"The effect is {' or '.join(EFFECTS)}.")
    if held.state not in JUDGED:
        raise Refused(f"The answer of {held.whose} is not judged yet. Judge the answer first: an answer is no effect.")
    needed = "Say what shows the effect" if effect == SHOWN else "Say what was looked for and not found yet"
    said = _checked("What shows it", text, needed=needed)
    held.effect = effect
    held.save(update_fields=["effect"])
    _note(held, f"effect {effect}", said, happened(on), by)
    record("effect told", subject="answer", subject_id=held.pk, by=by, effect=effect)


@transaction.atomic
def wrote(answer: Answer, rung: Rung, text: str, *, by: str, on: date | None = None) -> None:
    """Keep that somebody sent what a rung of the ladder drafts. Refused where nothing is late that far."""
    held = Answer.objects.select_for_update(of=("self",)).select_related("of", "agency", "board").get(pk=answer.pk)
    sent_on = happened(on)
    if held.days_late(sent_on) < rung.after:
        raise Refused(f"The {rung.name} is not due: the reply is {held.days_late(sent_on)} days late.")
    said = _checked("The text that was sent", text, needed="Keep the text that was sent")
    _note(held, f"{rung.name} sent", said, sent_on, by)
    record("written to", subject="answer", subject_id=held.pk, by=by, rung=rung.name)


def _held(challenge: Challenge) -> Challenge:
    return Challenge.objects.select_for_update().get(pk=challenge.pk)


def _as_body(body: Body) -> dict[str, Body]:
    return {"agency": body} if isinstance(body, Agency) else {"board": body}


def _note(answer: Answer, verb: str, text: str, on: date, by: str) -> None:
    Step.keep(answer, verb, on=on, text=text, by=by)


def _told(asks: str, year: str, because: str, evidence_period: str, indicator: str) -> dict[str, str]:
    """The texts of a challenge, checked."""
    asked = _checked("What is asked", " ".join(asks.split()), needed="Say what is asked", longest=LONGEST_ASK)
    for code in filter(None, (year, evidence_period)):
        try:
            parse(code)
        except UnknownPeriod as unknown:
            raise Refused(str(unknown)) from None
    return {
        "asks": asked,
        "year": year,
        "because": _checked("The evidence", because),
        "evidence_period": evidence_period,
        "indicator": known_indicator(indicator).code if indicator else "",
    }


def _checked(heading: str, text: str, *, needed: str = "", longest: int = LONGEST_TEXT) -> str:
    """A text as it is kept. Refused where it is needed and lacks, is too long, or may identify somebody."""
    return given.checked(heading, text.strip(), never=_NEVER, needed=needed, longest=longest)
