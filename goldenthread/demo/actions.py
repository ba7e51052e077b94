"""Recommendations and actions of the demonstration: planned, reported on, done, and judged by somebody else."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml
from django.utils import timezone

from goldenthread.demo.accounts import Account
from goldenthread.demo.board_file import Agencies
from goldenthread.workflow.actions.deciding import decide, recommend
from goldenthread.workflow.actions.models import Action, Judgement, Recommendation
from goldenthread.workflow.actions.operations import done, escalate, find_relevant, judge, owner_left, report
from goldenthread.workflow.actions.planning import Owner, Plan, plan
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.audits.models import Audit
from goldenthread.workflow.people.models import Person

ACTIONS = Path(__file__).parent / "actions.yaml"


def plan_actions(partners: Agencies, accounts: list[Account]) -> Iterator[Recommendation]:
    """Have the analyst keep recommendations and plan for them, and the data lead report for their agency."""
    by_role = _people(accounts)
    for each in _told():
        made = recommend(
            each["text"],
            kind=each["kind"],
            source=each["source"],
            source_on=each["made"],
            agency=_agency(partners, each["to"]) if "to" in each else None,
            audit=Audit.objects.filter(title=each["audit"]).first() if "audit" in each else None,
            themes=each.get("themes", ""),
            by=by_role["analyst"].actor,
        )
        if "no_action" in each:
            decide(made, "declined", because=each["no_action"], on=each["decided"], by=by_role["chair"].actor)
        for wanted in each.get("actions", ()):
            _acted(_planned(wanted, made, partners, by_role), wanted, by_role)
        yield made


def judge_actions(accounts: list[Account]) -> Iterator[Judgement]:
    """Have the chair judge what was changed, beside what the measures say, and close what is over."""
    chair = _people(accounts)["chair"]
    for each, made in zip(_told(), Recommendation.objects.order_by("number"), strict=True):
        for wanted, action in zip(each.get("actions", ()), made.actions.order_by("number"), strict=True):
            for told in wanted.get("judged", ()):
                yield judge(
                    action,
                    told["level"],
                    evidence=told["evidence"],
                    text=told["text"],
                    on=told["day"],
                    again_on=told.get("again"),
                    by=chair,
                )
        if "closed" in each:
            decide(made, "closed", because=each["closed"], on=each["closed_on"], by=chair.actor)


def _told() -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = yaml.safe_load(ACTIONS.read_text(encoding="utf-8"))
    return told


def _people(accounts: list[Account]) -> dict[str, Person]:
    return {account.role: Person.objects.get(email=account.email) for account in accounts}


def _agency(partners: Agencies, name: str) -> Agency:
    return Agency.objects.get(code=getattr(partners, name).code)


def _planned(
    told: Mapping[str, Any], made: Recommendation, partners: Agencies, by_role: Mapping[str, Person]
) -> Action:
    wanted = Plan(
        what=told["what"],
        indicator=told.get("indicator", ""),
        measured_by=told.get("measured_by", ""),
        due=_due(told),
        why_no_date=told.get("why_no_date", ""),
        resources=told.get("resources", ""),
    )
    owner = Owner(told["post"], _agency(partners, told["owner"]))
    return plan(wanted, owner, recommendation=made, on=told["planned"], by=by_role["analyst"].actor)


def _due(told: Mapping[str, Any]) -> date | None:
    """A day of the past, or one seen from today, so that something still is to come; none where none can be given."""
    if "due_in" in told:
        return timezone.localdate() + timedelta(days=told["due_in"])
    due: date | None = told.get("due")
    return due


def _acted(action: Action, told: Mapping[str, Any], by_role: Mapping[str, Person]) -> None:
    """What became of one action, as the file tells it."""
    analyst, lead = by_role["analyst"], by_role["agency data lead"]
    reporter = lead if lead.agency_id == action.agency_id else analyst
    for quarter, (status, text) in told.get("quarters", {}).items():
        report(action, quarter, status, text=text, by=reporter.actor)
    if "relevant" in told:
        find_relevant(action, text=told["relevant"], on=told["relevant_on"], by=analyst.actor)
    if "escalated" in told:
        escalate(action, to=told["escalated_to"], text=told["escalated"], on=told["escalated_on"], by=analyst.actor)
    if "left" in told:
        owner_left(action, why=told["left"], by=analyst.actor)
    if "done" in told:
        done(
            action,
            evidence=told["evidence"],
            evidence_period=told.get("evidence_period", ""),
            on=told["done"],
            by=reporter.actor,
        )
