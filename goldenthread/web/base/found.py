"""What checks find, as the start page and the pages of what is waiting show it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from goldenthread.engine.english import counted
from goldenthread.web.base.addresses import address_of
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.waiting.checking import Thing
from goldenthread.workflow.waiting.reading import Found

NAMED = 3
"""How many things are named where only their number is asked for."""


@dataclass(frozen=True)
class Item:
    """One thing: its name, where one reads of it, whose it is, and why it was found."""

    name: str
    href: str
    of: str
    why: str


@dataclass(frozen=True)
class Listed:
    """What one check finds: how much, where all of it is listed, who is to do what, and the things themselves."""

    code: str
    name: str
    number: int
    href: str
    what_to_do: str
    items: list[Item]

    @property
    def named(self) -> list[Item]:
        """The things, where they are so few that they can be named beside their number."""
        return self.items if self.number <= NAMED else []


def address_of_check(code: str, of: str = "") -> str:
    """The address of the page of a check, or of what it finds of one agency."""
    return reverse("check", args=[code]) + (f"?agency={of}" if of else "")


@dataclass(frozen=True)
class Waiting:
    """What waits for somebody: what is theirs `to_do`, and what others were to do, which is theirs `to_ask` about.

    `more` says how many kinds of thing are left out, where it is the beginning of a longer list.
    """

    to_do: list[Listed]
    to_ask: list[Listed]
    more: str = ""

    def beginning(self, to_do: int, to_ask: int) -> "Waiting":
        """The first of each, so many at most."""
        left_out = len(self.to_do[to_do:]) + len(self.to_ask[to_ask:])
        kinds = counted(left_out, "more kind of thing waits for you", "more kinds of thing wait for you")
        return Waiting(self.to_do[:to_do], self.to_ask[:to_ask], kinds if left_out else "")


def waiting(found: Iterable[Found], person: Person) -> Waiting:
    """What waits for somebody, of what checks found that are theirs to see to."""
    theirs = [(each.check.begins_with(person), listed(each)) for each in found]
    to_do, to_ask = ([each for begins, each in theirs if begins is first] for first in (True, False))
    return Waiting(to_do, to_ask)


def listed(found: Found, of: str = "") -> Listed:
    """What a check finds; `of` is the code of the agency of which it is, where it is that of one."""
    check, items = found.check, items_of(found.things)
    return Listed(check.code, check.name, len(items), address_of_check(check.code, of), check.what_to_do, items)


def items_of(things: Iterable[Thing]) -> list[Item]:
    """Things as pages name them."""
    return [Item(each.name, address_of(each.subject, each.key), each.of, each.why) for each in things]
