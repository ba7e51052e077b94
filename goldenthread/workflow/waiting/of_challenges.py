"""Checks of challenges: what is to be answered, what is late, what nobody has judged, and what has had no effect."""

from collections.abc import Iterator

from goldenthread.engine.english import counted
from goldenthread.engine.periods import day
from goldenthread.workflow.challenges.models import Answer
from goldenthread.workflow.challenges.rules import ANSWER_IT, ISSUED, JUDGE, PUT, SEE, TO_JUDGE, UNANSWERED
from goldenthread.workflow.waiting.checking import Asked, Check, Thing
from goldenthread.workflow.waiting.rules import WITHOUT_EFFECT

_ABOUT = "Challenges"
_SEEN = (SEE, ANSWER_IT)


def _to_answer(asked: Asked) -> Iterator[Thing]:
    open_ = Answer.objects.visible_to(asked.person).filter(of__state=ISSUED, state__in=UNANSWERED)
    coming = open_.filter(reply_due__gte=asked.on).select_related("of", "agency", "board").order_by("reply_due", "pk")
    return (_thing(each, f"{each.state}; a reply is due by {day(each.reply_due)}") for each in coming if each.reply_due)


def _unanswered(asked: Asked) -> Iterator[Thing]:
    for each in Answer.objects.visible_to(asked.person).unanswered(asked.on):
        yield _thing(each, f"{each.state}; a reply is {counted(each.days_late(asked.on), 'day')} late")


def _to_judge(asked: Asked) -> Iterator[Thing]:
    answered = Answer.objects.visible_to(asked.person).filter(of__state=ISSUED, state__in=TO_JUDGE)
    return (_thing(each, each.state) for each in answered.select_related("of", "agency", "board").order_by("pk"))


def _without_effect(asked: Asked) -> Iterator[Thing]:
    judged = Answer.objects.visible_to(asked.person).without_effect()
    for each in judged.filter(of__issued_on__lt=WITHOUT_EFFECT.before(asked.on)).order_by("of__issued_on", "pk"):
        if each.of.issued_on:
            yield _thing(each, f"issued on {day(each.of.issued_on)}; {each.state}, and no effect is shown")


def _thing(each: Answer, why: str) -> Thing:
    name = f"Challenge {each.of_id}: {each.of.asks}"
    return Thing("challenge", (each.of_id,), name, each.agency, why, each.whose)


CHECKS = (
    Check(
        "challenges-unanswered",
        _ABOUT,
        "Challenges unanswered",
        "Challenges to which a reply was due and has not come.",
        "Whoever was challenged answers. The chair or the analyst sends the next letter, which is drafted.",
        _unanswered,
        agency=ANSWER_IT,
        board=PUT,
        shown_to=_SEEN,
        column="Challenges unanswered",
    ),
    Check(
        "challenges-to-answer",
        _ABOUT,
        "Challenges to be answered",
        "Challenges to which a reply is still to come, in time.",
        "Whoever was challenged answers by the day on which the reply is due.",
        _to_answer,
        agency=ANSWER_IT,
        shown_to=_SEEN,
    ),
    Check(
        "answers-to-judge",
        _ABOUT,
        "Answers that nobody has judged",
        "Replies and refusals of which nobody has said whether they answer the challenge.",
        "The chair judges them.",
        _to_judge,
        board=JUDGE,
        shown_to=_SEEN,
        column="Answers to judge",
    ),
    Check(
        "challenges-without-effect",
        _ABOUT,
        "Challenges without effect",
        f"Challenges issued more than {WITHOUT_EFFECT.days} days ago, judged, and without an effect that is shown.",
        "The chair asks what has changed, and says whether an effect is shown.",
        _without_effect,
        board=JUDGE,
        shown_to=_SEEN,
    ),
)
"""The checks of challenges."""
