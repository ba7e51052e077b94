"""Threads of the demonstration: findings, challenges and recommendations gathered into lines of enquiry."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from goldenthread.demo.accounts import Account
from goldenthread.workflow.actions.models import Recommendation
from goldenthread.workflow.challenges.models import Challenge
from goldenthread.workflow.findings.models import Finding
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.threads.models import Item, Thread
from goldenthread.workflow.threads.operations import Line, begin, gather

THREADS = Path(__file__).parent / "threads.yaml"


def follow_threads(accounts: list[Account]) -> Iterator[Thread]:
    """Have the analyst begin them, and gather into each what the file names."""
    by = Person.objects.get(email=next(each.email for each in accounts if each.role == "analyst")).actor
    for each in yaml.safe_load(THREADS.read_text(encoding="utf-8")):
        line = Line(each["question"], why=each.get("why", ""), indicator=each.get("indicator", ""))
        thread = begin(line, opened_on=each["since"], by=by)
        for item in _gathered(each):
            gather(thread, item, by=by)
        yield thread


def _gathered(told: Mapping[str, Any]) -> Iterator[Item]:
    for words in told.get("findings", ()):
        yield Finding.objects.get(text__startswith=words)
    for year, place in told.get("challenges", ()):
        yield Challenge.objects.get(year=year, place=place)
    for words in told.get("recommendations", ()):
        yield Recommendation.objects.get(text__startswith=words)
