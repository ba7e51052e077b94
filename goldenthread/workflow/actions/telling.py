"""What a report about a year tells of recommendations, and of the actions that meet them.

The board paper tells all of them, with the posts that own the actions and what was said of them. What others may read
tells what was recommended and what will be done by which agency, in no other words; and nothing of what was recommended
after a single case, not even whether there is any.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TypeVar

from django.db.models import Q

from goldenthread.engine.english import counted, one_after_another, quoted
from goldenthread.engine.periods import Period, day
from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.rendering.blocks import Block, DataTable, Heading, Paragraph, Points, Quotation
from goldenthread.engine.rendering.recounting import Part, recount, tally
from goldenthread.workflow.actions.models import Action, Actions, Progress, Recommendation, Recommendations
from goldenthread.workflow.actions.rules import (
    ACTION_PLANNED,
    CLOSED,
    DONE,
    DROPPED,
    JUDGED,
    KINDS,
    NO_ACTION,
    OF_SINGLE_CASES,
    OPEN,
    STILL_OPEN,
    UNDECIDED,
)

HEADERS = ("Recommended", "Action", "Owner", "By when", "Standing")
ELSEWHERE = (
    "Which post owns an action, and what was said of it, stands in the board paper. What was recommended by a review of"
    " a case, or after a concern, is neither told of nor counted here."
)
Held = TypeVar("Held", Recommendation, Action)
ALONE = "Actions that meet no recommendation"


def told(year: Period, face: Face) -> list[Block]:
    """The recommendations that belong to a year, as the register stands and as one face may read of it: made by its
    end, and open still or decided since it began."""
    made, alone = list(recommended(year, face)), list(unasked(year, face))
    actions = [*(action for each in made for action in actions_of(each, year)), *alone]
    blocks: list[Block] = list(_how_many(made, actions, year))
    for kind, those in groupby(sorted(made, key=lambda each: list(KINDS).index(each.source_kind)), _kind):
        rows = tuple(row for each in those for row in _rows(each, year, face))
        blocks.append(Heading(kind, f"recommended-{len(blocks)}", level=3))
        blocks.append(DataTable(f"{kind}: recommendations", HEADERS, rows, of_words=True))
    if alone:
        rows = tuple(("–", *_row(action, face)) for action in alone)
        blocks += [Heading(ALONE, "unasked", level=3), DataTable(ALONE, HEADERS, rows, of_words=True)]
    blocks += _what_is_open([each for each in made if each.state in STILL_OPEN])
    if face is Face.BOARD:
        return [*blocks, *_quotations(made, actions)]
    return [*blocks, Paragraph(ELSEWHERE)]


def recommended(year: Period, face: Face) -> Recommendations:
    """The recommendations of a report about a year that a face may read of, the oldest first."""
    still = Q(state__in=STILL_OPEN) | Q(decided_on__gte=year.first)
    made = Recommendation.objects.in_order().filter(still, source_on__lte=year.last)
    may_be_told = made if face is Face.BOARD else made.exclude(source_kind__in=OF_SINGLE_CASES)
    return may_be_told.prefetch_related("actions__agency", "actions__progress", "actions__judgements")


def actions_of(made: Recommendation, year: Period) -> list[Action]:
    """The actions that meet a recommendation, of those planned by the end of a year, in their order."""
    return sorted((each for each in made.actions.all() if each.planned_on <= year.last), key=lambda each: each.number)


def unasked(year: Period, face: Face) -> Actions:
    """Actions planned by the end of a year that meet no recommendation, and were not over before it began.

    Nothing says after what they were planned, so that only the board paper tells of them.
    """
    if face is not Face.BOARD:
        return Action.objects.none()
    over_before = Q(done_on__lt=year.first) | Q(state=DROPPED)
    found = Action.objects.in_order().filter(recommendation=None, planned_on__lte=year.last).exclude(over_before)
    return found.prefetch_related("progress", "judgements")


def _kind(made: Recommendation) -> str:
    return KINDS[made.source_kind]


def _how_many(made: Sequence[Recommendation], actions: Sequence[Action], year: Period) -> Iterator[Paragraph]:
    if not made:
        nothing = tally(made, f"recommendations in {year.code}")
        yield Paragraph(f"No recommendation on the register belongs to {year}.", counts=(nothing,))
    if made:
        yield recount(
            f"Of {counted(len(made), 'recommendation')} that belong to {year},",
            [
                Part(_in(made, ACTION_PLANNED), "has action planned", "have action planned"),
                Part(_in(made, NO_ACTION), "has none", "have none"),
                Part(_in(made, CLOSED), "is closed", "are closed"),
                Part(_in(made, UNDECIDED), "is not decided yet", "are not decided yet"),
            ],
            name=f"recommendations in {year.code}",
        )
    if actions:
        yield recount(
            f"Of {counted(len(actions), 'action')} planned,",
            [
                Part(_in(actions, OPEN), "is open", "are open"),
                Part(_in(actions, DONE), "is done and not judged yet", "are done and not judged yet"),
                Part(_in(actions, JUDGED), "is done and judged", "are done and judged"),
                Part(_in(actions, DROPPED), "was dropped", "were dropped"),
            ],
            name=f"actions in {year.code}",
        )
    lacking = [each for each in _in(actions, OPEN) if not each.owner]
    undated = [each for each in _in(actions, OPEN) if each.due is None]
    if lacking or undated:
        parts = [Part(lacking, "has no owner", "have no owner"), Part(undated, "has no date", "have no date")]
        yield recount("Of those that are open,", parts, name=f"open actions in {year.code}")


def _in(of: Sequence[Held], state: str) -> list[Held]:
    return [each for each in of if each.state == state]


def _rows(made: Recommendation, year: Period, face: Face) -> Iterator[tuple[str, ...]]:
    """A row for each action that meets a recommendation, or one that says that there is none."""
    whom = f"; to {made.made_to}" if made.agency else ""
    said = f"Recommendation {made.number}: {quoted(made.text)} ({quoted(made.source)}, {day(made.source_on)}{whom})"
    actions = actions_of(made, year)
    for at, action in enumerate(actions):
        yield f"Recommendation {made.number}, as above" if at else said, *_row(action, face)
    if not actions:
        decided = f", {day(made.decided_on)}" if made.decided_on else ""
        yield said, "–", "–", "–", f"{'not decided yet' if made.state == UNDECIDED else made.state}{decided}"


def _row(action: Action, face: Face) -> tuple[str, str, str, str]:
    agency = action.agency.name if action.agency else "nobody"
    owner = f"{quoted(action.post)}, {agency}" if face is Face.BOARD and action.owner else agency
    by_when = str(day(action.due)) if action.due else "no date can be given"
    return f"Action {action.number}: {quoted(action.what)}", owner, by_when, _stands(action)


def _stands(action: Action) -> str:
    if action.done_on and action.state in (DONE, JUDGED):
        return f"done on {day(action.done_on)}"
    if action.state != OPEN:
        return action.state
    last = latest(action)
    said = f"; {last.status} at the end of {last.period}" if last else "; nothing reported yet"
    return f"open since {day(action.planned_on)}{said}"


def latest(action: Action) -> Progress | None:
    """What was reported last of the latest quarter of which anything was; none where nothing was."""
    return max(action.progress.all(), key=lambda each: (each.period.last, each.pk), default=None)


def _what_is_open(waiting: Sequence[Recommendation]) -> Iterator[Block]:
    """What is open and since when, the longest first; what was made on one day is told of together."""
    if not waiting:
        return
    yield Paragraph("What is still open, and since when:")
    items = []
    for on, alike in groupby(waiting, lambda each: each.source_on):
        those = list(alike)
        noun = "recommendation" if len(those) == 1 else "recommendations"
        said = f"Since {day(on)}: {noun} {one_after_another(each.number for each in those)}."
        items.append(Paragraph(said, counts=(tally(those, f"open since {on}"),)))
    yield Points(tuple(items))


def _quotations(made: Sequence[Recommendation], actions: Sequence[Action]) -> Iterator[Quotation]:
    """The words of the register: why there is no action, why there is no date, and what was reported last."""
    for each in made:
        if each.because:
            by = f"Recommendation {each.number}: {each.state}"
            yield Quotation(each.because, f"{by} ({day(each.decided_on)})" if each.decided_on else by, str(each))
    for action in actions:
        if action.why_no_date:
            yield Quotation(action.why_no_date, f"Why action {action.number} has no date", str(action))
        if action.state == OPEN and (last := latest(action)):
            yield Quotation(last.text, f"Action {action.number}, of {last.period}: {last.status}", str(action))
