"""Actors of history under the names by which people know them."""

from goldenthread.workflow.people.models import Person


def name_of(actor: str) -> str:
    """The name of whoever did something: `person:3` is looked up, others name themselves."""
    kind, _, key = actor.partition(":")
    if kind == "link":
        return f"whoever held link {key}"
    if kind != "person":
        return f"the {actor}"
    found = Person.objects.filter(pk=key).first()
    return found.name if found else "somebody whose account is gone"
