"""What the page of the journey shows: one picture of a year, the same as a table, and step by step in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from goldenthread.catalogue.pathway import STEPS, Aside, Step, told_by
from goldenthread.catalogue.themes import THEMES
from goldenthread.engine.comparing.series import Known
from goldenthread.engine.definitions import Indicator
from goldenthread.engine.periods import Period, financial_year_of
from goldenthread.engine.protecting.figures import Figure
from goldenthread.engine.protecting.primary import HIDDEN, WITHHELD
from goldenthread.engine.rendering.ladders import Ladder, Rung, ladder
from goldenthread.web.base.offers import Offer
from goldenthread.web.base.tables import Cell, Column, Table
from goldenthread.web.base.telling import Latest, before_cell
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.results.known import known
from goldenthread.workflow.results.models import Edition
from goldenthread.workflow.results.reading import ALL, Viewer

COLUMNS = (
    Column("Step"),
    Column("How many", numeric=True),
    Column("A year before", numeric=True),
    Column("Where from here"),
    Column("How long it takes"),
)
_THEMES = {theme.name: theme.title for theme in THEMES}


@dataclass(frozen=True)
class StepShown:
    """A step in a year. `told` are all indicators that tell of it, each with its figure of that year, if it has one."""

    step: Step
    told: Sequence[Latest]

    @property
    def reach(self) -> Latest:
        """How many reached it."""
        return self.told[0]

    @property
    def how_many(self) -> str:
        """How many reached it, and what they are; or why that is not known."""
        figure = self.reach.figure
        if figure is None:
            return "not covered"
        return figure.shown if figure.value is None else f"{figure.shown} {self.step.counts}"

    @property
    def onward(self) -> list[str]:
        """What becomes of those who reach it, in few words."""
        return self._in_short(self.step.onward)

    @property
    def takes(self) -> list[str]:
        """How long it takes, in few words."""
        return self._in_short(self.step.takes)

    @property
    def sentences(self) -> list[tuple[Indicator, str]]:
        """Each indicator that tells of it, with what it says."""
        return [(each.indicator, each.sentence) for each in self.told]

    @property
    def opens(self) -> tuple[str, str]:
        """The way to all indicators of its theme: what it is called, and the address."""
        return _THEMES[self.step.theme], f"{reverse('scorecard')}?theme={self.step.theme}&tier=every"

    def rung(self) -> Rung:
        """The step as the picture has it."""
        beside = [*self.onward, *self.takes]
        return Rung(self.step.title, self.how_many, self.reach.figure, beside, self.step.on_a_branch)

    def row(self) -> list[Cell]:
        """The step as the table has it."""
        title = Cell(f"{self.step.title}, in full", href=f"#{self.step.name}")
        return [title, Cell(self.how_many), before_cell(self.reach), _listed(self.onward), _listed(self.takes)]

    def _in_short(self, asides: Sequence[Aside]) -> list[str]:
        figures = {each.indicator.code: each.figure for each in self.told}
        shown = ((aside, figures[aside.code]) for aside in asides)
        return [aside.says.format(value=figure.shown) for aside, figure in shown if figure and figure.value is not None]


@dataclass(frozen=True)
class JourneyPage:
    """The journey in the year that was chosen; none of it before the first edition, or where no year is covered."""

    edition: Edition | None
    choose: Offer
    year: str = ""
    steps: Sequence[StepShown] = ()

    @property
    def picture(self) -> Ladder:
        """The picture."""
        return ladder([each.rung() for each in self.steps])

    @property
    def in_words(self) -> str:
        """What the picture shows."""
        return "; ".join(f"{each.step.title}: {each.how_many}" for each in self.steps) + "."

    @property
    def table(self) -> Table:
        """The same as a table."""
        return Table(f"The child's journey in {self.year}", COLUMNS, [each.row() for each in self.steps])

    @property
    def hides(self) -> bool:
        """Whether any number of it is hidden."""
        figures = (each.figure for step in self.steps for each in step.told)
        return any(figure.status in (HIDDEN, WITHHELD) for figure in figures if figure)


def journey_of(person: Person, given: Mapping[str, str]) -> JourneyPage:
    """The journey as somebody may see it, in the year they chose or in the latest."""
    edition = Edition.objects.current()
    if edition is None:
        return JourneyPage(None, _offer(given, []))
    codes = {each.code for step in STEPS for each in told_by(step)}
    found = known(sorted(codes), viewer=Viewer.of(person))
    years = _years(found)
    choose = _offer(given, years)
    year = next((each for each in years if each.code == choose.chosen("year")), None)
    if year is None:
        return JourneyPage(edition, choose)
    return JourneyPage(edition, choose, str(year), [_shown(step, found, year) for step in STEPS])


def _offer(given: Mapping[str, str], years: Sequence[Period]) -> Offer:
    return Offer(given, {"year": ("Year", [(each.code, str(each)) for each in years])})


def _years(found: Known) -> list[Period]:
    """The financial years of which it is known how many reached some step, the latest first."""
    whole = (figure for step in STEPS for figure in found.figures(step.reach) if figure.breakdown == ALL)
    ends = {figure.period.last for figure in whole if figure.value is not None and _is_of_a_year(figure)}
    return sorted(map(financial_year_of, ends), key=lambda year: year.last, reverse=True)


def _is_of_a_year(figure: Figure) -> bool:
    year = financial_year_of(figure.period.last)
    return figure.period.code == year.code or (figure.period.is_day and figure.period.last == year.last)


def _shown(step: Step, found: Known, year: Period) -> StepShown:
    return StepShown(step, [_in(each, found, year) for each in told_by(step)])


def _in(indicator: Indicator, found: Known, year: Period) -> Latest:
    """An indicator in a year; of a stock, on its last day."""
    code = year.last.isoformat() if indicator.is_of_days else year.code
    figures = (each for each in found.figures(indicator.code) if each.breakdown == ALL and each.period.code == code)
    now = next(figures, None)
    return Latest(indicator, found.series(now) if now else None)


def _listed(words: Sequence[str]) -> Cell:
    first, *others = words or [""]
    return Cell(first, below="; ".join(others))
