"""What becomes of a challenge and of each answer to it, who may lead it there, and the ladder of silence."""

from collections.abc import Mapping
from dataclasses import dataclass

from goldenthread.catalogue.codes.board import BODY_KIND
from goldenthread.workflow.history.transitions import Transition, Transitions

SEE, PUT, ANSWER_IT, JUDGE = "see challenges", "put challenges", "answer challenges", "judge challenges"

PARTNER, OTHER_BOARD = "partner", "other_board"
BOARD_KINDS: Mapping[str, str] = {code: title for code, title in BODY_KIND.codes.items() if code != PARTNER}
"""What kind of board another board of the place can be."""

DRAFT, ISSUED, WITHDRAWN = "a draft", "issued", "withdrawn"

CHALLENGE = Transitions(
    subject="challenge",
    initial=DRAFT,
    ways=(
        Transition("rewritten", sources=(DRAFT,), target=DRAFT, capability=PUT),
        Transition("issued", sources=(DRAFT,), target=ISSUED, capability=PUT),
        Transition("withdrawn", sources=(DRAFT, ISSUED), target=WITHDRAWN, capability=PUT),
    ),
)
"""A challenge is written, then issued to one or several. What was issued is never altered: it is withdrawn, and another
is put."""

SENT, DELIVERED, ACCEPTED, IN_PART, DECLINED = "sent", "delivered", "accepted", "accepted in part", "declined"
REPLIED, ANSWERED, PARTLY, NOT_ANSWERED = "replied to", "answered", "partly answered", "not answered"
REOPENED = "open again"

_SILENT = (SENT, DELIVERED, REOPENED)
_JUDGED = (ANSWERED, PARTLY, NOT_ANSWERED)

ANSWER = Transitions(
    subject="answer",
    initial=SENT,
    ways=(
        Transition("delivered", sources=(SENT,), target=DELIVERED, capability=PUT),
        Transition("accepted", sources=_SILENT, target=ACCEPTED, capability=ANSWER_IT),
        Transition("accepted in part", sources=_SILENT, target=IN_PART, capability=ANSWER_IT),
        Transition("declined", sources=_SILENT, target=DECLINED, capability=ANSWER_IT),
        Transition("replied", sources=(ACCEPTED, IN_PART, REPLIED), target=REPLIED, capability=ANSWER_IT),
        Transition("judged answered", sources=(REPLIED,), target=ANSWERED, capability=JUDGE),
        Transition("judged partly answered", sources=(REPLIED, DECLINED), target=PARTLY, capability=JUDGE),
        Transition("judged not answered", sources=(REPLIED, DECLINED), target=NOT_ANSWERED, capability=JUDGE),
        Transition("reopened", sources=(*_JUDGED, DECLINED), target=REOPENED, capability=JUDGE),
    ),
)
"""How one body answers a challenge: each body that it is put to has an answer of its own."""

UNANSWERED = (*_SILENT, ACCEPTED, IN_PART)
"""States in which the board still waits for something that was to come by the day a reply is due."""

TO_JUDGE = (DECLINED, REPLIED)
"""States in which there is an answer that nobody has judged."""

JUDGED = _JUDGED
"""States in which the effect can be told: the reply has been judged, which does not say that anything has changed."""

NOT_YET_SHOWN, SHOWN = "not yet shown", "shown"
EFFECTS = (NOT_YET_SHOWN, SHOWN)
"""Whether what the challenge asked for has had an effect that somebody can show. An answer is not an effect."""

NEEDS_WORDS: Mapping[str, str] = {
    "accepted in part": "Say which part is accepted, and why the rest is not",
    "declined": "Say why it is declined",
    "replied": "Say what has been done",
    "judged answered": "Say what in the reply answers it",
    "judged partly answered": "Say what is still not answered",
    "judged not answered": "Say what is not answered",
    "reopened": "Say why it is opened again",
}
"""What is to be said with each step that needs words."""


@dataclass(frozen=True)
class Rung:
    """One rung of the ladder: how many days after a reply was due it is reached, and what is drafted on it."""

    name: str
    after: int
    to: str


LADDER = (
    Rung("reminder", 1, "whoever answers"),
    Rung("letter to the lead", 15, "the agency's lead on the board"),
    Rung("letter to the chief executive", 29, "the chief executive, from the chair"),
)
"""What an unanswered challenge climbs. Nothing is ever sent by itself: the program drafts, and a person sends. The days
are this product's own suggestion, not a rule of law."""

LINK_LASTS_DAYS = 28
LONGEST_NAME, LONGEST_ASK, LONGEST_TEXT = 200, 1000, 4000
