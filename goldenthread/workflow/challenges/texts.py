"""The drafts of the ladder: what a person may send to whoever has not answered."""

from goldenthread.engine.periods import day
from goldenthread.workflow.agencies.models import Partnership
from goldenthread.workflow.challenges.models import Answer
from goldenthread.workflow.challenges.rules import Rung

_OPENINGS = {
    "reminder": "We have not had your reply to a challenge that {board} put to you.",
    "letter to the lead": "Despite a reminder, {board} has had no reply from {whose} to a challenge that it put.",
    "letter to the chief executive": "I write as chair of {board}. {whose} has not replied to a challenge that"
    " the board put, though it was reminded and its lead was written to.",
}


def draft(answer: Answer, rung: Rung) -> str:
    """The text of a rung, ready to be read, altered and sent by a person."""
    board = str(Partnership.objects.first() or "the board")
    asked = answer.of
    due = f" A reply was due by {day(answer.reply_due)}." if answer.reply_due else ""
    issued = f", issued on {day(asked.issued_on)}" if asked.issued_on else ""
    lines = [
        _OPENINGS[rung.name].format(board=board, whose=answer.whose),
        f"Challenge {asked.number}{issued}: {asked.asks}{due}",
        "Please say whether you accept it, what you have done, or why you decline it.",
    ]
    return "\n\n".join(lines)
