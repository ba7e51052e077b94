"""Challenges that the board put: those of two years to the children's trust, some with other boards, and four more."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml
from django.utils import timezone

from goldenthread.demo.accounts import Account
from goldenthread.demo.board_file import Agencies
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.challenges.models import Answer, Challenge
from goldenthread.workflow.challenges.operations import add_board, issue, lead, put, tell_effect
from goldenthread.workflow.people.models import Person

CHALLENGES = Path(__file__).parent / "challenges.yaml"


def put_challenges(partners: Agencies, accounts: list[Account]) -> Iterator[Challenge]:
    """Have the analyst put them and keep what the boards answered at their meetings, and the chair judge."""
    told = yaml.safe_load(CHALLENGES.read_text(encoding="utf-8"))
    by_role = {account.role: Person.objects.get(email=account.email).actor for account in accounts}
    boards = {name: add_board(name, kind=kind, by=by_role["analyst"]) for name, kind in told["boards"].items()}
    for each in told["challenges"]:
        bodies = [boards[name] if name in boards else _agency(partners, name) for name in each["to"]]
        challenge = put(
            each["asks"],
            bodies,
            year=each["year"],
            because=each["because"],
            evidence_period=each.get("evidence", ""),
            indicator=each.get("indicator", ""),
            place=each["place"],
            about_a_case=each.get("case", False),
            by=by_role["analyst"],
        )
        if not each.get("draft"):
            issue(challenge, on=each["issued"], reply_due=_due(each), by=by_role["analyst"])
            for answer in challenge.answers.all():
                _answered(answer, each, by_role)
        yield challenge


def _due(told: Mapping[str, Any]) -> date:
    """The day by which a reply is due: one of the past, or one seen from today, so that something still is to come."""
    return told["due"] if "due" in told else timezone.localdate() + timedelta(days=told["due_in"])


def _agency(partners: Agencies, name: str) -> Agency:
    return Agency.objects.get(code=getattr(partners, name).code)


def _answered(answer: Answer, told: Mapping[str, Any], by_role: Mapping[str, str]) -> None:
    """What one body answered, as the file tells it."""
    analyst, chair = by_role["analyst"], by_role["chair"]
    for verb, text in (("delivered", ""), ("accepted", ""), ("declined", "why"), ("replied", "reply")):
        if verb in told:
            lead(answer, verb, on=told[verb], text=told.get(text, ""), by=analyst)
    if "judged" in told:
        lead(answer, told["judged"], text=told["judgement"], on=date(2014, 6, 12), by=chair)
    if "effect" in told:
        tell_effect(answer, told["effect"], text=told["shows"], on=date(2014, 6, 12), by=chair)
