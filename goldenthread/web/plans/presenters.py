"""What the pages of the plan show: its tree, how many tasks stand in which way, and what can be carried forward."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from urllib.parse import urlencode

from django.core.paginator import Page
from django.urls import reverse

from goldenthread.web.base.paging import page_asked_for
from goldenthread.web.base.tables import Cell, Column, Table
from goldenthread.web.base.templating import day
from goldenthread.web.plans.forms import Choosing
from goldenthread.workflow.agencies.models import Partnership
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may
from goldenthread.workflow.plans.models import BusinessPlan, Objective, Priority, Task
from goldenthread.workflow.plans.reading import DEFINED, SAID, Share, Stood, is_in, shares, stood_on
from goldenthread.workflow.plans.register import Taken
from goldenthread.workflow.plans.rules import AGREED, DRAFT, KEEP, OPEN
from goldenthread.workflow.plans.standing import NO_PROGRESS, SLIPPED

BY_SUB_GROUP = (
    Column("Sub group"), Column("Complete or on time", numeric=True), Column("Slipped", numeric=True),
    Column("No progress", numeric=True), Column("Dropped", numeric=True),
)  # fmt: skip
COLUMNS = (Column("Task"), Column("Owner"), Column("Due"), Column("How it stands"))
SHAPES: Mapping[str, str] = {
    "complete_or_on_time": "●", "complete": "✔", "on_time": "●", "slipped": "▲", "no_progress": "■", "dropped": "✕",
}  # fmt: skip
"""A shape for each standing, beside its word: nothing is told by colour."""


@dataclass(frozen=True)
class Tile:
    """A number that opens what it counts."""

    shape: str
    number: int
    said: str
    share: str
    href: str
    chosen: bool


@dataclass(frozen=True)
class Branch:
    """A priority with the tables of its objectives."""

    priority: Priority
    tables: list[Table]


@dataclass(frozen=True)
class PlanPage:
    """The plan of a year as somebody chose to see it. `plan` is none where there is none yet."""

    plan: BusinessPlan | None
    on: date
    choose: Choosing
    chosen: str
    narrowed: bool
    tiles: list[Tile]
    sub_groups: Table | None
    paged: Page[Stood] | None
    tree: list[Branch]
    owners_gone: list[Task]
    keeps: bool

    @property
    def defined(self) -> list[tuple[str, str, str]]:
        """Each standing with its shape and what it means."""
        return [(SHAPES[name], SAID[name], meaning) for name, meaning in DEFINED.items()]

    @property
    def is_draft(self) -> bool:
        """Whether the board has not agreed it yet."""
        return self.plan is not None and self.plan.state == DRAFT


def plan_page(person: Person, asked: Mapping[str, str], today: date) -> PlanPage:
    """The plan that somebody asks for: of the year they choose, or the latest that is agreed."""
    choose, chosen, plan, stood = _chosen(person, asked, today)
    keeps = may(person, KEEP)
    if plan is None:
        return PlanPage(None, today, choose, "", False, [], None, None, [], [], keeps)
    within = [each for each in stood if _is_chosen(each, chosen, but="status")]
    found = [each for each in within if _is_chosen(each, chosen)]
    paged = page_asked_for(found, asked)
    return PlanPage(
        plan=plan,
        on=plan.told_on(today),
        choose=choose,
        chosen=urlencode(chosen),
        narrowed=bool(chosen.keys() - {"year"}),
        tiles=_tiles(within, chosen) if plan.state == AGREED else [],
        sub_groups=_by_sub_group(stood, plan.year) if plan.state == AGREED and stood else None,
        paged=paged,
        tree=_tree(paged.object_list, told=plan.state == AGREED),
        owners_gone=[each.task for each in stood if _owner_is_gone(each.task)] if keeps else [],
        keeps=keeps,
    )


def taken(person: Person, asked: Mapping[str, str], today: date) -> Taken | None:
    """What the page shows, all of its pages, to take away; none where there is no plan."""
    _, chosen, plan, stood = _chosen(person, asked, today)
    if plan is None:
        return None
    found = [each for each in stood if _is_chosen(each, chosen)]
    return Taken(str(Partnership.objects.first() or "The board"), plan, plan.told_on(today), found)


def plan_called(person: Person, year: str) -> BusinessPlan:
    """The plan of a year; NotFound where there is none that this person may see."""
    return BusinessPlan.objects.visible_to(person).of_year(year)


def to_carry(plan: BusinessPlan, today: date) -> list[Stood]:
    """The open tasks of the agreed plan before this one that are not carried yet: those without progress first."""
    before = [each for each in BusinessPlan.objects.filter(state=AGREED) if each.period.first < plan.period.first]
    if not before:
        return []
    last = max(before, key=lambda each: each.period.first)
    open_ones = last.tasks.filter(state=OPEN, carried_to=None).whole().in_order()
    order = (NO_PROGRESS, SLIPPED)
    stood = stood_on(open_ones, last.told_on(today))
    return sorted(stood, key=lambda each: order.index(each.standing) if each.standing in order else len(order))


def shown(standing: str) -> str:
    """A standing as a cell shows it: its shape and its word."""
    return f"{SHAPES[standing]} {SAID[standing].capitalize()}"


def objectives() -> list[tuple[str, list[tuple[str, str]]]]:
    """Every objective to choose from, under its priority."""
    found = Objective.objects.select_related("priority")
    by_priority = groupby(found, key=lambda each: each.priority)
    return [(priority.words, [(str(each.pk), each.words) for each in those]) for priority, those in by_priority]


def _chosen(
    person: Person, asked: Mapping[str, str], today: date
) -> tuple[Choosing, dict[str, str], BusinessPlan | None, list[Stood]]:
    plans = list(BusinessPlan.objects.visible_to(person))
    agreed = [each for each in plans if each.state == AGREED]
    latest = (agreed or plans)[-1:]
    plan = next((each for each in plans if each.year == asked.get("year")), latest[0] if latest else None)
    tasks = plan.tasks.visible_to(person).whole().in_order() if plan else []
    stood = stood_on(tasks, plan.told_on(today)) if plan else []
    owners = {each.task.agency.code: each.task.agency.name for each in stood}
    priorities = {str(each.task.objective.priority_id): each.task.objective.priority.words for each in stood}
    choose = Choosing(
        {**asked, "year": plan.year if plan else ""},
        years=[(each.year, f"{each.period}{'' if each.state == AGREED else ' (a draft)'}") for each in plans],
        owners=sorted(owners.items(), key=lambda each: each[1]),
        priorities=list(priorities.items()),
    )
    return choose, choose.chosen(), plan, stood


def _is_chosen(stood: Stood, chosen: Mapping[str, str], *, but: str = "") -> bool:
    task = stood.task
    has = {
        "sub_group": task.sub_group,
        "owner": task.agency.code,
        "priority": str(task.objective.priority_id),
    }
    if any(has[name] != value for name, value in chosen.items() if name in has):
        return False
    return but == "status" or "status" not in chosen or is_in(stood, chosen["status"])


def _tiles(stood: Sequence[Stood], chosen: Mapping[str, str]) -> list[Tile]:
    return [_tile(each, chosen) for each in shares(stood)]


def _tile(each: Share, chosen: Mapping[str, str]) -> Tile:
    href = f"{reverse('plan')}?{urlencode({**chosen, 'status': each.standing})}"
    share = f"{each.percent} of {each.of:,}" if each.of else ""
    is_chosen = chosen.get("status") == each.standing
    return Tile(SHAPES[each.standing], each.number, SAID[each.standing], share, href, is_chosen)


def _by_sub_group(stood: Sequence[Stood], year: str) -> Table:
    """How many tasks of each sub group stand in which way; its name opens its part of the plan."""
    groups = sorted({(each.task.get_sub_group_display(), each.task.sub_group) for each in stood})
    rows = []
    for title, code in groups:
        href = f"{reverse('plan')}?{urlencode({'year': year, 'sub_group': code})}"
        numbers = shares([each for each in stood if each.task.sub_group == code])
        rows.append([Cell(title, href=href), *(Cell(f"{each.number:,}") for each in numbers)])
    return Table("How many tasks of each sub group stand in which way", BY_SUB_GROUP, rows)


def _tree(stood: Iterable[Stood], *, told: bool) -> list[Branch]:
    by_priority = groupby(stood, key=lambda each: each.task.objective.priority)
    return [Branch(priority, _tables(those, told=told)) for priority, those in by_priority]


def _tables(stood: Iterable[Stood], *, told: bool) -> list[Table]:
    columns = COLUMNS if told else COLUMNS[:-1]
    by_objective = groupby(stood, key=lambda each: each.task.objective)
    return [
        Table(objective.words, columns, [_row(each)[: len(columns)] for each in those])
        for objective, those in by_objective
    ]


def _row(stood: Stood) -> list[Cell]:
    task = stood.task
    below = task.get_sub_group_display() + (" (carried forward)" if task.carried_from_id else "")
    moved = f"first {day(task.first_due)}" if task.first_due and task.first_due != task.due else ""
    return [
        Cell(task.what, href=reverse("task", args=[task.number]), below=f"Task {task.number}, {below}"),
        Cell(task.post, below=task.agency.name),
        Cell(day(task.due) if task.due else "No date", below=moved),
        Cell(shown(stood.standing)),
    ]


def _owner_is_gone(task: Task) -> bool:
    return task.state == OPEN and task.holder is not None and not task.holder.is_active
