"""Actors of history under the names by which people know them."""

from collections.abc import Iterable

from goldenthread.workflow.people.models import Person


def names_of(actors: Iterable[str]) -> dict[str, str]:
    """The names of several actors, asked for at once."""
    several = set(actors)
    keys = {int(key) for kind, _, key in (each.partition(":") for each in several) if kind == "person"}
    known = {f"person:{pk}": name for pk, name in Person.objects.filter(pk__in=keys).values_list("pk", "name")}
    return {each: known.get(each) or name_of(each) for each in several}


def name_of(actor: str) -> str:
    """The name of whoever did something: `person:3` is looked up, others name themselves."""
    kind, _, key = actor.partition(":")
    if kind == "link":
        return f"whoever held link {key}"
    if kind != "person":
        return f"the {actor}"
    found = Person.objects.filter(pk=key).first()
    return found.name if found else "somebody whose account is gone"
