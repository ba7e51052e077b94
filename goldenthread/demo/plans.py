"""The business plan of the demonstration: its tree, what was reported of each task, and what is carried forward."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction

from goldenthread.demo.accounts import Account
from goldenthread.demo.board_file import Agencies
from goldenthread.workflow.actions.planning import Owner
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.plans.models import Aim, BusinessPlan, Task
from goldenthread.workflow.plans.operations import move, report
from goldenthread.workflow.plans.planning import Wanted, add, agree, carry
from goldenthread.workflow.plans.tree import aim_at, draw_up, set_objective, set_priority

PLANS = Path(__file__).parent / "plans.yaml"

_BEGUN = (
    "Those who will do it have met and divided the work.",
    "A first draft was shown to the sub group.",
    "It is begun; what it takes has been found.",
    "The agencies that are needed have said that they take part.",
)
_UNDER_WAY = (
    "About half of it is done, and the rest is planned.",
    "It goes on as planned; the sub group saw what there is.",
    "It is tried in one place first.",
)
_DONE = (
    "It is done, and the sub group has seen it.",
    "Done. The partners concerned were told.",
    "It is done; what was learnt is in the minutes of the sub group.",
)
_LONG = timedelta(days=60)
_NOTHING = "Nothing was done: those who were to do it were needed elsewhere."


@dataclass(frozen=True)
class _Line:
    """A task as a line of the file tells it."""

    what: str
    due: date | None
    became: tuple[tuple[str, date | None], ...] = ()

    @classmethod
    def read(cls, text: str) -> "_Line":
        what, due, *became = (part.strip() for part in text.split("|"))
        events = [each.split() for each in became[0].split(",")] if became else []
        days = ((name, date.fromisoformat(on[0]) if on else None) for name, *on in events)
        return cls(f"{what}.", None if due == "-" else date.fromisoformat(due), tuple(days))


@transaction.atomic
def make_plans(partners: Agencies, accounts: list[Account]) -> list[Task]:
    """Have the analyst draw up the plan and report for agencies, the chair have it agreed, and carry some forward."""
    told = yaml.safe_load(PLANS.read_text(encoding="utf-8"))
    people = {account.role: Person.objects.get(email=account.email) for account in accounts}
    analyst, chair = people["analyst"].actor, people["chair"].actor
    _aims(told["aims"], by=analyst)
    plan = draw_up(told["plan"]["year"], by=analyst)
    made = list(_tasks(told, plan, partners, by=analyst))
    agree(plan, on=told["plan"]["agreed"], by=chair)
    lead = people["agency data lead"]
    for number, (task, line, more) in enumerate(made):
        reporter = lead.actor if task.agency_id == lead.agency_id else analyst
        _became(task, line, more, told["plan"]["agreed"], number, by=reporter)
    following = draw_up(told["plan"]["next"], by=analyst)
    on = told["plan"]["looked_at"]
    for task, _, more in made:
        if "carried" in more:
            carry(task, following, by=analyst, on=on, **more["carried"])
    for each in told["next_year"]:
        _added(each["task"], _like(each["objective"], plan), following, on, by=analyst)
    return list(Task.objects.all())


def _aims(told: Mapping[str, Any], *, by: str) -> None:
    for words in told["outcomes"]:
        aim_at(words, kind="outcome", since=told["from"], until=told["until"], by=by)
    for words, indicator in told["obsessions"]:
        aim_at(words, kind="obsession", since=told["from"], until=told["until"], indicator=indicator, by=by)


def _tasks(
    told: Mapping[str, Any], plan: BusinessPlan, partners: Agencies, *, by: str
) -> Iterator[tuple[Task, _Line, Mapping[str, Any]]]:
    """Every task of the draft, as the file tells it, and what else the file says of it."""
    from_aim = {each.words: each for each in Aim.objects.all()}
    for of_priority in told["priorities"]:
        priority = set_priority(of_priority["priority"], aim=from_aim[of_priority["serves"]], by=by)
        for of_objective in of_priority["objectives"]:
            objective = set_objective(of_objective["objective"], priority=priority, by=by)
            owner = _owner(of_objective["owner"], partners)
            for each in of_objective["tasks"]:
                more = {"task": each} if isinstance(each, str) else each
                line = _Line.read(more["task"])
                wanted = Wanted(
                    what=line.what,
                    sub_group=of_objective["sub_group"],
                    indicator=of_objective.get("indicator", ""),
                    measured_by=of_objective["known_by"],
                    due=line.due,
                    why_no_date="" if line.due else told["no_date"],
                )
                yield add(plan, objective, wanted, owner, on=told["plan"]["agreed"], by=by), line, more


def _became(task: Task, line: _Line, more: Mapping[str, Any], agreed: date, number: int, *, by: str) -> None:
    """What became of a task. What took long was reported begun and under way before, a third and two thirds through."""
    for name, on in line.became:
        if on and name != "nothing" and not task.steps.exists():
            third = (on - agreed) // 3
            report(task, "begun", text=_BEGUN[number % len(_BEGUN)], on=agreed + third, by=by)
            if third > _LONG:
                report(task, "under way", text=_UNDER_WAY[-1], on=agreed + 2 * third, by=by)
        match name:
            case "done":
                report(task, "done", text=_DONE[number % len(_DONE)], on=on, by=by)
            case "heard":
                report(task, "under way", text=_UNDER_WAY[number % 2], on=on, by=by)
            case "nothing":
                report(task, "nothing done", text=_NOTHING, on=on, by=by)
    if "moved" in more:
        move(task, more["moved"]["to"], why=more["moved"]["why"], on=more["moved"]["decided"], by=by)


def _owner(told: list[str], partners: Agencies) -> Owner:
    post, agency = told
    return Owner(post, Agency.objects.get(code=getattr(partners, agency).code))


def _like(objective: str, plan: BusinessPlan) -> Task:
    """A task of an objective, whose owner and sub group those of a later year are."""
    return Task.objects.filter(objective__words=objective, plan=plan).select_related("agency", "objective")[0]


def _added(text: str, like: Task, plan: BusinessPlan, on: date, *, by: str) -> None:
    line = _Line.read(text)
    wanted = Wanted(line.what, like.sub_group, like.indicator, like.measured_by, due=line.due)
    add(plan, like.objective, wanted, Owner(like.post, like.agency), on=on, by=by)
