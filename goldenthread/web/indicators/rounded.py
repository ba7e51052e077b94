"""The table of an indicator that everybody may be shown, with counts rounded: its reader chooses what stands in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from goldenthread.catalogue import indicators
from goldenthread.engine.definitions import NOBODY, Indicator
from goldenthread.engine.english import begun
from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.protecting.figures import Figure
from goldenthread.engine.rendering.records import FOR_WHOM
from goldenthread.web.base.choosing import kinds_in, of_kind
from goldenthread.web.base.tables import Cell, Column, Table
from goldenthread.web.indicators.forms import Choose
from goldenthread.workflow.history.refusals import NotFound
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.results.reading import ALL, Query, Viewer, figures

PERIODS = 6
"""So many periods stand side by side: the latest. The files hold all."""
NOT_CHILDREN = "It does not count children, so nothing in it is rounded."


@dataclass(frozen=True)
class Page:
    """The table with what was chosen, and what it is in words; no table where nothing is covered."""

    indicator: Indicator
    choose: Choose
    table: Table | None

    @property
    def says(self) -> str:
        """What was done to the numbers."""
        return NOT_CHILDREN if self.indicator.protects is NOBODY else FOR_WHOM[Face.ROUNDED]


def rounded_of(code: str, given: Mapping[str, str], person: Person) -> Page:
    """The rounded table of an indicator; NotFound where there is none of that code."""
    if code not in indicators():
        raise NotFound(f"There is no indicator {code}.")
    indicator, viewer = indicators()[code], Viewer.rounded(person)
    whole = figures(Query(code), viewer=viewer)
    groups = [(ALL, "Everything together"), *((each.code, each.title) for each in indicator.breakdowns)]
    choose = Choose(given, periods=kinds_in(whole), groups=groups)
    kind, by = choose.chosen("every"), choose.chosen("by")
    if not kind:
        return Page(indicator, choose, None)
    shown = of_kind(whole, kind)[-PERIODS:]
    codes = tuple(each.period.code for each in shown)
    parts = figures(Query(code, breakdown=by, among=codes), viewer=viewer) if by != ALL else ()
    title = dict(groups)[by]
    return Page(indicator, choose, _table(f"{indicator.title}, rounded", title, [*shown, *parts], codes))


def _table(caption: str, title: str, every: Sequence[Figure], codes: Sequence[str]) -> Table:
    """A row for the whole and one for each group; a column for each period."""
    found = {(each.group, each.period.code): each for each in every}
    names = {each.period.code: str(each.period) for each in every}
    columns = [Column(title), *(Column(names[code], numeric=True) for code in codes)]
    rows = [
        [Cell(_called(group)), *(_cell(found.get((group, code))) for code in codes)]
        for group in dict.fromkeys(group for group, _ in found)
    ]
    return Table(caption, columns, rows, stacks=False)


def _called(group: str) -> str:
    return "All" if group == ALL else begun(group)


def _cell(figure: Figure | None) -> Cell:
    """The figure, and below it what it is made of."""
    if figure is None:
        return Cell("not available")
    made = figure.numerator is not None and figure.denominator is not None
    return Cell(figure.shown, below=f"{figure.numerator:,} of {figure.denominator:,}" if made else "")
