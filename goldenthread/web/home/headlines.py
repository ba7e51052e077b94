"""The board's headline measures, for those who come to read: a sentence, a small chart, the figures of it.

What the board is worried about and what it did stand here too, where somebody has written them and signed them off.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from goldenthread.engine.comparing.chart_words import last_signal
from goldenthread.engine.comparing.series import stretches
from goldenthread.engine.protecting.figures import Figure
from goldenthread.engine.rendering.sketches import Sketch, sketch
from goldenthread.web.base.choosing import KINDS, of_kind
from goldenthread.web.base.tables import Cell, Column, Table
from goldenthread.web.base.telling import Latest, before_cell, of_how_many
from goldenthread.workflow.stories.models import Version
from goldenthread.workflow.stories.reading import story_told
from goldenthread.workflow.stories.rules import PARTS

PERIODS_SHOWN = 5
_WORRY_AND_DEED = ("behind", "deeds")
"""The parts of a story that stand beside a headline."""
_PREFERRED = ("year", "school-year", "half", "quarter", "month", "twelve-months")


@dataclass(frozen=True)
class Headline:
    """A measure that the board watches first, with the figures of its chart: the earliest first.

    `story` is the published one behind its latest figure, if there is one.
    """

    latest: Latest
    figures: Sequence[Figure]
    story: Version | None = None

    @property
    def code(self) -> str:
        """The code of its indicator."""
        return self.latest.indicator.code

    @property
    def sketch(self) -> Sketch | None:
        """Its small chart; none where there are not two values to set apart."""
        return sketch(self.figures, self.latest.series.breaks if self.latest.series else ())

    @property
    def described(self) -> str:
        """What its chart shows, in words: each value with its period."""
        return "; ".join(f"{mark.period}: {mark.value}" for mark in self.sketch.marks) if self.sketch else ""

    @property
    def worry_and_deed(self) -> list[tuple[str, str]]:
        """What the board is worried about and what it does, each under its heading; nothing that nobody has told."""
        told = self.story.parts if self.story else {}
        return [(PARTS[name], told[name]) for name in _WORRY_AND_DEED if told.get(name)]

    @property
    def parted(self) -> bool:
        """Whether recording changed in between, so that the line of its chart is broken."""
        breaks = self.latest.series.breaks if self.latest.series else ()
        return len(stretches([figure.period for figure in self.figures], breaks)) > 1

    @property
    def table(self) -> Table | None:
        """The figures of its chart, the latest first; none where there are none."""
        if not self.figures:
            return None
        rows = [_row(figure) for figure in reversed(self.figures)]
        columns = [Column("When"), Column("Figure", numeric=True), Column("95% interval")]
        shown = len(columns) if any(figure.interval for figure in self.figures) else len(columns) - 1
        caption = f"{self.latest.indicator.title}: the figures"
        return Table(caption, columns[:shown], [row[:shown] for row in rows])


def headlines_of(latest: Iterable[Latest]) -> list[Headline]:
    """Headline measures with their last years, or with the last of whatever periods they have."""
    return [Headline(each, _over_time(each), _story(each)) for each in latest]


def at_a_glance(measures: Iterable[Headline]) -> Table:
    """All of them in a line each: the latest figure, the one a year before, and whether they differ."""
    rows = [
        [
            Cell(each.latest.indicator.title, href=f"#{each.code}", heard="later on this page"),
            _latest(each.latest),
            before_cell(each.latest, said=False),
            _change(each.latest),
        ]
        for each in measures
    ]
    columns = (
        Column("Measure"),
        Column("Latest", numeric=True),
        Column("A year before", numeric=True),
        Column("Change"),
    )
    return Table("At a glance", columns, rows)


def _change(of: Latest) -> Cell:
    """Whether the two years differ and, where no test says so, whether the months or quarters signal all the same."""
    is_open = of.since and not of.differs
    return Cell(of.since, below=last_signal(of.chart) if is_open and of.chart else "")


def _latest(of: Latest) -> Cell:
    return Cell(of.figure.shown, below=str(of.figure.period)) if of.figure else Cell("not covered yet")


def _story(latest: Latest) -> Version | None:
    return story_told(latest.indicator.code, latest.figure.period.code) if latest.figure else None


def _over_time(latest: Latest) -> Sequence[Figure]:
    every = latest.series.figures if latest.series else []
    found = ([each for each in of_kind(every, kind) if each.value is not None] for kind in _PREFERRED if kind in KINDS)
    kinds = [figures for figures in found if figures]
    return next((figures for figures in kinds if len(figures) > 1), kinds[0] if kinds else [])[-PERIODS_SHOWN:]


def _row(figure: Figure) -> list[Cell]:
    interval = Cell(figure.shown_interval or "too few values")
    return [Cell(str(figure.period)), Cell(figure.shown, below=of_how_many(figure)), interval]
