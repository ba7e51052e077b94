"""What a check is: a name, what it looks for, who is to do what about it, and how it is found."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from goldenthread.engine.english import shortened
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.calendar.models import Expected
from goldenthread.workflow.calendar.reading import Owed, owed
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may
from goldenthread.workflow.results.reading import Viewer

_NAME = 160
"""Letters of a text that stand for its name."""


@dataclass(frozen=True)
class Thing:
    """One thing that a check finds: what it is called, whose it is, and why it was found.

    `subject` and `key` say where one reads of it. `agency` is none where it is that of the board, of another board, or
    of nobody; `whose` says so in words.
    """

    subject: str
    key: tuple[int | str, ...]
    name: str
    agency: Agency | None
    why: str
    whose: str = ""

    @property
    def agency_id(self) -> int | None:
        """The agency whose it is, by its key."""
        return self.agency.pk if self.agency else None

    @property
    def of(self) -> str:
        """Whose it is, in words."""
        return self.whose or (self.agency.name if self.agency else "the board")


@dataclass
class Asked:
    """Who asks what is waiting, and on which day. What several checks read is read once."""

    person: Person
    on: date
    viewer: Viewer

    @classmethod
    def by(cls, person: Person, on: date) -> "Asked":
        """Somebody who looks at figures as their role lets them."""
        return cls(person, on, Viewer.of(person))

    @cached_property
    def owed(self) -> list[Owed]:
        """The returns that agencies owe, as far as this person may know of them."""
        return owed(Expected.objects.visible_to(self.person), on=self.on)


def short(text: str) -> str:
    """A text as the name of a thing: its first words, where it has more letters than fit."""
    return shortened(text, _NAME)


Find = Callable[[Asked], Iterable[Thing]]


@dataclass(frozen=True)
class Check:
    """One question to everything that the board keeps. What it finds is only what whoever asks may see.

    `agency` is the capability of those at an agency who see to what it finds of their own, `board` that of the board's
    people who do. `shown_to` are the capabilities of which any one shows the check; none shows it to everybody who may
    see what is waiting. `column` is what the table of agencies calls it; what has none is not counted by agency.
    """

    code: str
    about: str
    name: str
    looks_for: str
    what_to_do: str
    find: Find
    agency: str = ""
    board: str = ""
    shown_to: tuple[str, ...] = ()
    column: str = ""

    def is_shown_to(self, person: Person) -> bool:
        """Whether somebody may know that there is such a thing to look for."""
        return not self.shown_to or any(may(person, capability) for capability in self.shown_to)

    def waits_for(self, person: Person) -> bool:
        """Whether it is somebody's to see to what it finds."""
        capability = self.agency if person.agency_id else self.board
        return bool(capability) and may(person, capability)

    def begins_with(self, person: Person) -> bool:
        """Whether nobody else sees to what it finds before: of the board's people, where no agency is to."""
        return bool(person.agency_id) or not self.agency
