"""Invented people with accounts."""

from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.people import operations
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import Role

PASSWORD = "lantern bridge river amber"


def a_person(role: Role = Role.ANALYST, *, agency: Agency | None = None, email: str = "") -> Person:
    """Somebody who was invited and joined, as everybody is."""
    email = email or f"{role.replace(' ', '.')}.{agency.code if agency else 'board'}@ambleford.example"
    token = operations.invite(email, role, agency=agency, by="command line")
    return operations.join(token, name=f"Invented {role}", password=PASSWORD)
