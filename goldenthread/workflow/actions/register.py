"""The registers of recommendations and of actions as files."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from goldenthread.engine.periods import day
from goldenthread.engine.rendering.blocks import Block, DataTable, Heading
from goldenthread.engine.rendering.delimited import Cell
from goldenthread.workflow.actions.models import Action, Recommendation
from goldenthread.workflow.actions.rules import KINDS, OPEN
from goldenthread.workflow.agencies.registers import Register, iso


def _action(each: Action, on: date) -> tuple[Cell, ...]:
    told, judged, meets = each.last_told, each.last_judged, each.recommendation
    return (
        each.number, each.what, meets.number if meets else None, meets.text if meets else None,
        meets.source if meets else None, each.post or None, each.agency.name if each.agency else None,
        iso(each.planned_on), iso(each.due), each.why_no_date or None, each.indicator or None,
        each.measured_by or None, each.resources or None, each.state, each.days_late(on) or None,
        str(told.period) if told else None, told.status if told else None, told.text if told else None,
        iso(each.done_on), each.evidence or None, str(each.evidence_about or "") or None, iso(each.impact_due),
        judged.level if judged else None, iso(judged.on) if judged else None,
    )  # fmt: skip


def _recommendation(each: Recommendation, on: date) -> tuple[Cell, ...]:
    states = [action.state for action in each.actions.all()]
    return (
        each.number, each.text, each.themes or None, KINDS[each.source_kind], each.source, iso(each.source_on),
        each.months_old(on), each.made_to, each.state, each.because or None, iso(each.decided_on), len(states),
        states.count(OPEN),
    )  # fmt: skip


def _parts_of_actions(found: Sequence[Action], on: date) -> Iterator[Block]:
    """A chapter for each agency that owns some."""
    by_owner = sorted(found, key=_whose)
    for at, (whose, several) in enumerate(groupby(by_owner, key=_whose), start=1):
        yield Heading(whose, anchor=f"part-{at}")
        rows = tuple(
            (f"{each.number}. {each.what}", each.post or "–", _due(each), _stands(each, on)) for each in several
        )
        yield DataTable(whose, ("Action", "Post that owns it", "Due", "How it stands"), rows)


def _whose(each: Action) -> str:
    return each.agency.name if each.agency else "Without an owner"


def _due(each: Action) -> str:
    return str(day(each.due)) if each.due else each.why_no_date or "No day is given"


def _stands(each: Action, on: date) -> str:
    if judged := each.last_judged:
        return f"Judged on {day(judged.on)}: {judged.level}. {judged.text}"
    if each.done_on and each.state != OPEN:
        return f"{each.state.capitalize()} on {day(each.done_on)}: {each.evidence}"
    if each.state != OPEN:
        return each.state.capitalize()
    late = f"{each.days_late(on):,} days late. " if each.days_late(on) else ""
    told = each.last_told
    return late + (f"{told.period}, {told.status}: {told.text}" if told else "Nothing was reported yet.")


def _parts_of_recommendations(found: Sequence[Recommendation], on: date) -> Iterator[Block]:
    """A chapter for each kind of source that made some."""
    by_kind = sorted(found, key=lambda each: list(KINDS).index(each.source_kind))
    for at, (kind, several) in enumerate(groupby(by_kind, key=lambda each: each.source_kind), start=1):
        yield Heading(KINDS[kind], anchor=f"part-{at}")
        rows = tuple(
            (
                f"{each.number}. {each.text}",
                f"{each.source}, {day(each.source_on)}, to {each.made_to}",
                f"{each.state.capitalize()}{f': {each.because}' if each.because else ''}",
            )
            for each in several
        )
        yield DataTable(KINDS[kind], ("Recommendation", "Made by, when and to whom", "How it stands"), rows)


ACTIONS = Register(
    "Actions",
    (
        "action", "what", "recommendation", "recommended", "source", "post", "agency", "planned on", "due",
        "why no date", "measure", "another measure", "resources", "how it stands", "days late",
        "last quarter told of", "how it stood then", "told then", "done on", "evidence", "evidence about",
        "impact due", "judged", "judged on",
    ),
    (8, 60, 16, 60, 40, 30, 34, 12, 12, 30, 10, 40, 30, 14, 10, 18, 18, 50, 12, 50, 16, 12, 26, 12),
    _action,
    _parts_of_actions,
)  # fmt: skip
RECOMMENDATIONS = Register(
    "Recommendations",
    (
        "recommendation", "what is recommended", "themes", "kind of source", "source", "made on", "months old",
        "made to", "how it stands", "because", "decided on", "actions", "actions open",
    ),
    (16, 70, 40, 36, 44, 12, 12, 34, 16, 50, 12, 10, 14),
    _recommendation,
    _parts_of_recommendations,
)  # fmt: skip
