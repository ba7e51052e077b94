"""The stories behind some numbers: three that are told, one draft, and one missed target of which nobody wrote."""

from collections.abc import Iterator
from pathlib import Path

import yaml

from goldenthread.demo.accounts import Account
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.stories.models import Story
from goldenthread.workflow.stories.operations import publish, sign_off, write

STORIES = Path(__file__).parent / "stories.yaml"


def tell_stories(accounts: list[Account]) -> Iterator[Story]:
    """Have the data lead write, the chair sign off and the analyst publish; and leave a draft as it is."""
    by_role = {account.role: Person.objects.get(email=account.email).actor for account in accounts}
    for each in yaml.safe_load(STORIES.read_text(encoding="utf-8")):
        lead = by_role["agency data lead"]
        version = write(each["indicator"], each["period"], each["parts"], based_on=0, by=lead)
        if not each.get("draft"):
            sign_off(version.of, version=version.number, by=by_role["chair"])
            publish(version.of, version=version.number, by=by_role["analyst"])
        yield version.of
