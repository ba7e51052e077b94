"""Who sees which challenges, what somebody can do about an answer now, and how a year's challenges stand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.workflow.challenges.models import Answer, Challenge
from goldenthread.workflow.challenges.rules import ANSWER, ANSWER_IT, ISSUED, JUDGE, JUDGED, PUT, SHOWN
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may


@dataclass(frozen=True)
class Standing:
    """How the answers to some challenges stand, in whole numbers: each answer is in one of the first four."""

    late: int
    awaited: int
    to_judge: int
    judged: int
    shown: int


def ways_for(person: Person, answer: Answer) -> list[str]:
    """What somebody can do about an answer now. Whoever puts challenges also keeps what was answered elsewhere, at a
    meeting or in a letter; an agency answers for itself alone.
    """
    if answer.of.state != ISSUED:
        return []
    return [way.verb for way in ANSWER.ways if answer.state in way.sources and _may(person, way.capability, answer)]


def may_tell_effect(person: Person, answer: Answer) -> bool:
    """Whether somebody can say now whether what was asked for has had an effect."""
    return answer.of.state == ISSUED and answer.state in JUDGED and may(person, JUDGE)


def standing_of(challenges: Iterable[Challenge], on: date) -> Standing:
    """How the answers to the challenges that are issued stand on a day."""
    answers: Sequence[Answer] = [answer for each in challenges if each.state == ISSUED for answer in each.answers.all()]
    late = sum(answer.rung(on) is not None for answer in answers)
    judged = [answer for answer in answers if answer.state in JUDGED]
    to_judge = sum(answer.waits_to_be_judged for answer in answers)
    return Standing(
        late=late,
        awaited=len(answers) - late - to_judge - len(judged),
        to_judge=to_judge,
        judged=len(judged),
        shown=sum(answer.effect == SHOWN for answer in answers),
    )


def _may(person: Person, capability: str, answer: Answer) -> bool:
    if capability == ANSWER_IT and may(person, PUT):
        return True
    if capability == ANSWER_IT:
        return may(person, ANSWER_IT) and person.agency_id is not None and person.agency_id == answer.agency_id
    return may(person, capability)
