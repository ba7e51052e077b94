"""One row of an action log: what would be kept of it, or why it cannot be taken and what to do."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from goldenthread.engine.periods import day
from goldenthread.workflow.actions.importing import matching as column
from goldenthread.workflow.actions.importing.days import day_in, is_like_a_day
from goldenthread.workflow.actions.importing.matching import bare
from goldenthread.workflow.actions.importing.tables import Log, Row
from goldenthread.workflow.actions.rules import LONGEST_LINE, PLANNED, RECOMMENDED
from goldenthread.workflow.actions.texts import checked
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.history.refusals import Refused

DONE_WORDS = frozenset(
    ("done", "complete", "completed", "closed", "implemented", "achieved", "finished", "action complete",
     "completed and closed", "signed off", "blue", "yes", "c")
)  # fmt: skip
OPEN_WORDS = frozenset(
    ("", "open", "in progress", "ongoing", "on going", "not started", "outstanding", "overdue", "not complete",
     "incomplete", "started", "on track", "partially complete", "partly complete", "red", "amber", "green", "no")
)  # fmt: skip


@dataclass(frozen=True)
class Matching:
    """Which column is which (`columns`, by its place), and what holds where no column says it.

    `on` is the day of the log. `fill_down`: a row without a recommendation belongs to the one above it.
    """

    columns: Mapping[int, str]
    kind: str
    source: str
    on: date
    fill_down: bool = False


@dataclass(frozen=True)
class Taken:
    """What would be kept of a row. Without `action` it is a recommendation alone; without `recommendation` an action of
    its own. `notes` are kept with the action, or in their absence nowhere: then they go with the recommendation.
    """

    row: int
    recommendation: str
    themes: str
    source: str
    made_on: date
    made_to: Agency | None
    action: str = ""
    post: str = ""
    agency: Agency | None = None
    planned_on: date | None = None
    due: date | None = None
    why_no_date: str = ""
    measured_by: str = ""
    resources: str = ""
    done_on: date | None = None
    evidence: str = ""
    notes: tuple[str, ...] = ()

    @cached_property
    def meets(self) -> tuple[str, str]:
        """By what its recommendation is known: the same words from the same source are the same one."""
        return bare(self.recommendation), bare(self.source)

    @cached_property
    def key(self) -> tuple[str, str, str]:
        """By what the row is known: once more the same is there already."""
        return *self.meets, bare(self.action)


@dataclass(frozen=True)
class Rejected:
    """A row that cannot be taken: what is the matter and what to do, and its values as they came."""

    row: int
    why: str
    values: tuple[str, ...]


@dataclass
class Read:
    """A whole log as it would be kept, and the rows that cannot be."""

    taken: list[Taken] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)


def read(log: Log, matching: Matching, agencies: Iterable[Agency]) -> Read:
    """Every row of a log, taken or rejected; none is passed over."""
    reading, known = Read(), _by_name(agencies)
    above = ""
    for row in log.rows:
        cells = _Cells(row, log.headers, matching)
        above = cells[column.RECOMMENDATION] or above
        try:
            reading.taken.append(_taken(cells, matching, known, above if matching.fill_down else ""))
        except Refused as refused:
            reading.rejected.append(Rejected(row.number, refused.message, row.values))
    uneven = "It has not as many values as there are headers, perhaps for a quotation mark. Put that right."
    reading.rejected += [Rejected(each.number, uneven, (each.text,)) for each in log.unread]
    reading.rejected.sort(key=lambda each: each.row)
    return reading


class _Cells:
    """The values of a row by what their columns are."""

    def __init__(self, row: Row, headers: tuple[str, ...], matching: Matching) -> None:
        self.row = row.number
        self._of: dict[str, str] = {}
        self.notes: list[str] = []
        for at, value in enumerate(row.values):
            what = matching.columns.get(at, column.NOTE)
            if what == column.NOTE and value:
                self.notes.append(f"{headers[at].strip() or f'Column {at + 1}'}: {value}")
            elif what != column.NOTHING and value:
                self._of[what] = value

    def __getitem__(self, what: str) -> str:
        return self._of.get(what, "")


def _taken(cells: _Cells, matching: Matching, agencies: Mapping[str, Agency], above: str) -> Taken:
    action = checked(PLANNED["what"], cells[column.ACTION])
    recommended = checked(RECOMMENDED["text"], cells[column.RECOMMENDATION] or above)
    if not action and not recommended:
        raise Refused("It says neither what is recommended nor what will be done. Fill one in, or delete the row.")
    source = checked("Source", cells[column.SOURCE] or matching.source, longest=LONGEST_LINE)
    made_on = _day(cells, column.MADE_ON) or matching.on
    if made_on > matching.on:
        raise Refused(f"It was made on {day(made_on)}, which is after the day of the log, {day(matching.on)}.")
    made_to = _agency(cells[column.MADE_TO], agencies)
    notes = list(_checked_notes(cells.notes))
    if cells[column.MADE_TO] and made_to is None:
        notes.append(f"In the log it was made to: {checked('Made to', cells[column.MADE_TO])}")
    themes = checked(RECOMMENDED["themes"], cells[column.THEMES].replace(";", ","))
    if not action:
        notes += _told_without_an_action(cells)
        return Taken(cells.row, recommended, themes, source, made_on, made_to, notes=tuple(notes))
    owner = _owner(cells, agencies, notes)
    due, why_no_date = _due(cells)
    done_on, evidence = _done(cells, matching, notes)
    begun = _day(cells, column.PLANNED_ON) or made_on
    planned_on = min(each for each in (begun, due, done_on, matching.on) if each)
    return Taken(
        cells.row,
        recommended,
        themes,
        source,
        made_on,
        made_to,
        action=action,
        post=owner[0],
        agency=owner[1],
        planned_on=planned_on,
        due=due,
        why_no_date=why_no_date,
        measured_by=checked(PLANNED["measured_by"], cells[column.MEASURE]),
        resources=checked(PLANNED["resources"], cells[column.RESOURCES]),
        done_on=done_on,
        evidence=evidence,
        notes=tuple(notes),
    )


def _told_without_an_action(cells: _Cells) -> Iterator[str]:
    """What the row says of an action that it does not have."""
    for what in (column.POST, column.AGENCY, column.DUE, column.STATUS, column.DONE_ON, column.EVIDENCE,
                 column.MEASURE, column.RESOURCES, column.PLANNED_ON):  # fmt: skip
        if cells[what]:
            yield f"{column.TARGETS[what]}: {checked(column.TARGETS[what], cells[what])}"


def _owner(cells: _Cells, agencies: Mapping[str, Agency], notes: list[str]) -> tuple[str, Agency | None]:
    """The post and its agency; an agency that nobody knows by that name is kept in a note, and the action waits for an
    owner."""
    post = checked("Post", cells[column.POST], longest=LONGEST_LINE)
    said = checked("Agency", cells[column.AGENCY])
    agency = _agency(said, agencies) or _agency(post, agencies)
    if said and agency is None:
        notes.append(f"In the log its agency was: {said}")
    if agency and not post:
        notes.append("The log names no post.")
    return post, agency


def _due(cells: _Cells) -> tuple[date | None, str]:
    """By when, or what the log says instead of a day."""
    said = cells[column.DUE]
    found = _day(cells, column.DUE) if not said or day_in(said) or is_like_a_day(said) else None
    return found, "" if found or not said else checked("Due", f"The log says: {said}")


def _done(cells: _Cells, matching: Matching, notes: list[str]) -> tuple[date | None, str]:
    """When it was done and what shows it. What lacks either is kept as open, with a note."""
    said, evidence = checked("How it stands", cells[column.STATUS]), checked("Evidence", cells[column.EVIDENCE])
    done_on = _day(cells, column.DONE_ON)
    is_done = bare(said) in DONE_WORDS or (done_on is not None and bare(said) not in OPEN_WORDS - {""})
    if done_on and done_on > matching.on:
        raise Refused(f"It was done on {day(done_on)}, which is after the day of the log, {day(matching.on)}.")
    if is_done and evidence:
        if done_on is None:
            notes.append("The log gives no day on which it was done: that of the log is kept.")
        return done_on or matching.on, evidence
    if is_done:
        when = f" on {day(done_on)}" if done_on else ""
        notes.append(
            f"The log says that it is done{when}, and gives no evidence. Say what shows it, and mark it as done."
        )
    elif said and bare(said) not in ("open", ""):
        notes.append(f"In the log it stood: {said}")
    if evidence:
        notes.append(f"Evidence in the log: {evidence}")
    return None, ""


def _day(cells: _Cells, what: str) -> date | None:
    said = cells[what]
    if not said:
        return None
    found = day_in(said)
    if found is None:
        raise Refused(
            f"“{column.TARGETS[what]}” is no day: {said[:40]}. Write it with the day before the month, as 26/6/2014."
        )
    return found


def _checked_notes(notes: Iterable[str]) -> Iterator[str]:
    for note in notes:
        yield checked(note.partition(":")[0], note)


def _by_name(agencies: Iterable[Agency]) -> dict[str, Agency]:
    return {bare(name): each for each in agencies for name in (each.name, each.code)}


def _agency(said: str, agencies: Mapping[str, Agency]) -> Agency | None:
    return agencies.get(bare(said))
