"""Disclosure: one small number that the analyst asks to have shown, and that waits for somebody else to agree."""

from goldenthread.demo.accounts import Account
from goldenthread.workflow.disclosure.models import Disclosure
from goldenthread.workflow.disclosure.operations import ask
from goldenthread.workflow.people.models import Person


def ask_for_disclosure(accounts: list[Account]) -> Disclosure:
    """Ask that everybody be shown how few plans of the year began again within two years."""
    (analyst,) = (each.email for each in accounts if each.role == "analyst")
    return ask(
        "CP9",
        period="FY2013-14",
        reason="The board promised to say how many plans begin again so soon. They are a few of all plans in a whole"
        " city, and nothing else is told of these children.",
        by=Person.objects.get(email=analyst).actor,
    )
