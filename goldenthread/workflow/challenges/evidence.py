"""The register of challenges as evidence: rows of a declared dataset, which are counted like anybody's."""

from collections.abc import Iterator, Sequence
from datetime import date

from goldenthread.workflow.challenges.models import Answer, Challenge
from goldenthread.workflow.challenges.rules import ISSUED, PARTNER

Row = dict[str, object]


def rows() -> dict[str, list[Row]]:
    """A row for each body that was challenged, in the order of the register. A single case is nobody's to count."""
    issued = Challenge.objects.filter(state=ISSUED, about_a_case=False).order_by("number")
    found = issued.prefetch_related("answers__steps", "answers__board")
    return {"board_challenges": [row for each in found for row in _answers(each)]}


def _answers(challenge: Challenge) -> Iterator[Row]:
    answers = list(challenge.answers.all())
    for number, answer in enumerate(answers, start=1):
        yield {
            "challenge_number": challenge.number,
            "body_number": number,
            "put_to": answer.board.kind if answer.board else PARTNER,
            "other_boards": _boards_beside(answer, answers),
            "issued_on": challenge.issued_on,
            "takes_effect_on": challenge.set_for.first,
            "accepted_on": _accepted_on(answer),
        }


def _boards_beside(answer: Answer, answers: Sequence[Answer]) -> int:
    return sum(each.board_id is not None and each != answer for each in answers)


def _accepted_on(answer: Answer) -> date | None:
    """The last day on which it was accepted whole: one that was opened again can be accepted again."""
    return max((step.on for step in answer.steps.all() if step.verb == "accepted"), default=None)
