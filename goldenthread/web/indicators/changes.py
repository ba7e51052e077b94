"""How an indicator's number has changed from edition to edition, as a table; and how firm it is now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms

from goldenthread.engine.protecting.figures import Figure
from goldenthread.web.base.tables import Cell, Column, Table
from goldenthread.web.base.templating import day
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.results.changes import Held, changes
from goldenthread.workflow.results.reading import Viewer
from goldenthread.workflow.returns.models import Return
from goldenthread.workflow.returns.rules import PROVISIONAL, REVISED, VALIDATED

COLUMNS = (
    Column("Edition", narrow=True), Column("Value", numeric=True), Column("How firm"), Column("Stood on"),
)  # fmt: skip
FIRMNESS = {
    PROVISIONAL: "Provisional: not every return behind it is marked as checked, so it may still change.",
    VALIDATED: "Validated: everybody whose returns it stands on has said that their numbers will stand.",
    REVISED: "Revised: a return behind it took the place of one that had been validated.",
}


class Which(forms.Form):
    """The number of which period is told of; the page's other choices stay as they are.

    It is `first` that of one figure, which is offered even where it is not among the others.
    """

    def __init__(self, given: Any, *, figures: Sequence[Figure], first: Figure, kept: Sequence[str]) -> None:
        every = figures if first in figures else [*figures, first]
        self.offered = {figure.period.code: figure for figure in reversed(every)}
        asked = given.get("of") if given.get("of") in self.offered else first.period.code
        super().__init__({"of": asked, **{name: given[name] for name in kept if name in given}})
        periods = [(code, str(figure.period)) for code, figure in self.offered.items()]
        self.fields["of"] = forms.ChoiceField(label="Number for", choices=periods, required=False)
        for name in kept:
            self.fields[name] = forms.CharField(widget=forms.HiddenInput, required=False)

    @property
    def figure(self) -> Figure:
        """The number that was chosen."""
        return self.offered[str(self.data["of"])]


@dataclass(frozen=True)
class Changes:
    """What the editions held of one number."""

    which: Which
    table: Table
    firmness: str


def changes_of(figures: Sequence[Figure], first: Figure, given: Any, person: Person, now: datetime) -> Changes:
    """How the chosen one of some figures has changed: `first` unless another is chosen."""
    which = Which(given, figures=figures, first=first, kept=("every", "by"))
    chosen = which.figure
    held = changes(chosen.indicator, chosen.period, viewer=Viewer.of(person), now=now)
    rows = [_row(each, before) for each, before in zip(held, [*held[1:], None], strict=True)]
    caption = f"What the editions held for {chosen.period}, the newest first"
    return Changes(which, Table(caption, COLUMNS, rows), FIRMNESS[held[0].status] if held else "")


def _row(held: Held, before: Held | None) -> list[Cell]:
    new = [each for each in held.returns if before and each not in before.returns]
    return [
        Cell(_editions(held), below=f"from {day(held.first.published_at)}"),
        Cell(held.figure.shown),
        Cell(held.status.capitalize()),
        Cell(_numbers(held.returns), below="; ".join(_why(each) for each in new)),
    ]


def _editions(held: Held) -> str:
    first, last = held.first.number, held.last.number
    return f"Edition {first}" if first == last else f"Editions {first} to {last}"


def _numbers(returns: Sequence[Return]) -> str:
    numbers = ", ".join(str(each.number) for each in returns)
    return f"{'Return' if len(returns) == 1 else 'Returns'} {numbers}" if numbers else "Not told"


def _why(new: Return) -> str:
    return f"return {new.number} is new: {new.reason}" if new.reason else f"return {new.number} is new"
