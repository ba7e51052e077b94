"""Which state leads to which, and who may lead it there: one table for each thing that has states."""

from collections.abc import Iterable
from dataclasses import dataclass

from goldenthread.workflow.history.refusals import Refused


@dataclass(frozen=True)
class Transition:
    """From one of some states to another, by somebody who has the capability. `verb` is also what history says.

    A way without a capability is nobody's to take: the program itself does.
    """

    verb: str
    sources: tuple[str, ...]
    target: str
    capability: str = ""


@dataclass(frozen=True)
class Transitions:
    """The states of a `subject`, the first of them, and every way between them. Operations, tests and pages read it."""

    subject: str
    initial: str
    ways: tuple[Transition, ...]

    def after(self, verb: str, state: str, *, which: object) -> str:
        """The state to which a verb leads; Refused where it does not start from `state`. `which` names the thing."""
        way = {way.verb: way for way in self.ways}[verb]
        if state not in way.sources:
            raise Refused(
                f"{self.subject.capitalize()} {which} is {state} already, so it cannot be {verb}: only one that is"
                f" {' or '.join(way.sources)} can. Nothing was changed."
            )
        return way.target

    def states(self) -> tuple[str, ...]:
        """Every state, the first one first."""
        return tuple(dict.fromkeys([self.initial, *(way.target for way in self.ways)]))


def as_choices(words: Iterable[str]) -> list[tuple[str, str]]:
    """Words, such as states, as the choices of a field: each is shown as it is kept."""
    return [(word, word) for word in words]
