"""Who may see what is waiting, and the limits that the checks go by, each with its name."""

from dataclasses import dataclass
from datetime import date, timedelta

SEE = "see what is waiting"


@dataclass(frozen=True)
class Limit:
    """A stretch of time by which a check tells what is amiss: its name, its length, and what it is for."""

    name: str
    days: int
    what_for: str

    @property
    def length(self) -> timedelta:
        """Its length."""
        return timedelta(days=self.days)

    def before(self, on: date) -> date:
        """The day that lies so far before another."""
        return on - self.length

    def after(self, on: date) -> date:
        """The day that lies so far after another."""
        return on + self.length


SOON = Limit("soon", 14, "what an agency has to do within that time is due soon")
OLD = Limit("old", 365, "a recommendation or a thread that has been open for longer is old")
WITHOUT_EFFECT = Limit("without effect", 365, "by then a challenge that was answered should have shown an effect")
SILENCE = Limit("silence", 120, "an agency from which no return has come for longer is silent")
TO_CONSIDER = Limit(
    "to be considered", 180, "by then the board should have considered an audit, counted from its evidence"
)
CLAIM = Limit("claim", 90, "by then somebody should have said what evidence there is for a finding")

LIMITS = (SOON, OLD, WITHOUT_EFFECT, SILENCE, TO_CONSIDER, CLAIM)
"""Every limit. The lengths are this product's own suggestion, not a rule of law."""
