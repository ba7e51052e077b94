"""Rows of a log beside what the registers hold: what is new, what is there already, what cannot be added."""

from dataclasses import dataclass, field
from hashlib import sha256

from goldenthread.workflow.actions.importing.matching import bare
from goldenthread.workflow.actions.importing.tables import Log
from goldenthread.workflow.actions.importing.taking import Read, Rejected, Taken
from goldenthread.workflow.actions.logs import ImportedRow
from goldenthread.workflow.actions.models import Action, Recommendation
from goldenthread.workflow.actions.rules import CLOSED


@dataclass
class Sorted:
    """The rows to add, those that are there already, and those that cannot be taken."""

    new: list[Taken] = field(default_factory=list)
    there: list[Rejected] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    held: dict[tuple[str, str], int] = field(default_factory=dict)
    """The number of each recommendation that the register holds, by what it is known by."""

    @property
    def recommendations(self) -> int:
        """How many recommendations would be added."""
        return len({each.meets for each in self.new if each.recommendation} - self.held.keys())

    @property
    def actions(self) -> int:
        """How many actions would be added."""
        return sum(bool(each.action) for each in self.new)

    @property
    def done(self) -> int:
        """How many of them are done."""
        return sum(each.done_on is not None for each in self.new)

    @property
    def noted(self) -> int:
        """How many rows are kept with a note, as where something could not be placed."""
        return sum(bool(each.notes) for each in self.new)


def sort(log: Log, read: Read) -> Sorted:
    """Every row of a log, once: new, there already, or rejected."""
    found, known, values = Sorted(rejected=list(read.rejected)), _Known(), {row.number: row.values for row in log.rows}
    found.held = known.recommendations
    first: dict[tuple[str, str, str], int] = {}
    for each in read.taken:
        if each.key in first:
            same = f"The same stands in row {first[each.key]}, which is taken."
            found.rejected.append(Rejected(each.row, same, values[each.row]))
            continue
        first[each.key] = each.row
        if there := known.holds(each):
            found.there.append(Rejected(each.row, there, values[each.row]))
        elif why := known.refuses(each):
            found.rejected.append(Rejected(each.row, why, values[each.row]))
        else:
            found.new.append(each)
    found.rejected.sort(key=lambda each: each.row)
    return found


def key_of(taken: Taken) -> str:
    """The key under which a row is recognised when it is brought again."""
    return sha256("\x1f".join(taken.key).encode()).hexdigest()


class _Known:
    """What the registers hold, by what rows are known by."""

    def __init__(self) -> None:
        made = list(Recommendation.objects.values_list("number", "text", "source", "state"))
        self.recommendations = {(bare(text), bare(source)): number for number, text, source, _ in made}
        self._closed = {number for number, _, _, state in made if state == CLOSED}
        planned = Action.objects.values_list("recommendation_id", "what", "number")
        self._actions: dict[tuple[int | None, str], int] = {
            (made_for, bare(what)): number for made_for, what, number in planned
        }
        self._keys = set(ImportedRow.objects.values_list("key", flat=True))

    def holds(self, row: Taken) -> str:
        """Where a row is already, in words; nothing where it is new."""
        if key_of(row) in self._keys:
            return "It was imported before."
        made = self.recommendations.get(row.meets) if row.recommendation else None
        if row.recommendation and made and not row.action:
            return f"It is recommendation {made} already."
        same = self._actions.get((made, bare(row.action))) if row.action and (made or not row.recommendation) else None
        return f"It is action {same} already." if same else ""

    def refuses(self, row: Taken) -> str:
        """Why a row that is new cannot be added; nothing where it can."""
        made = self.recommendations.get(row.meets)
        if row.recommendation and made in self._closed:
            return f"Recommendation {made} is closed. Open it again on its page before you import an action for it."
        return ""
