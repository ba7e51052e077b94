"""What somebody can do about an answer now."""

from goldenthread.workflow.challenges.models import Answer
from goldenthread.workflow.challenges.rules import ANSWER, ANSWER_IT, ISSUED, JUDGE, JUDGED, PUT
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may


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


def _may(person: Person, capability: str, answer: Answer) -> bool:
    if capability == ANSWER_IT and may(person, PUT):
        return True
    if capability == ANSWER_IT:
        return may(person, ANSWER_IT) and person.agency_id is not None and person.agency_id == answer.agency_id
    return may(person, capability)
