"""The scorecard's tables."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from goldenthread.catalogue.breakdowns import AGE_BAND, CLUSTER, DISABILITY, ETHNICITY, LOCALITY, SEX
from goldenthread.engine.definitions import Indicator, Question
from goldenthread.engine.english import counted
from goldenthread.engine.protecting.figures import Figure
from goldenthread.web.base.addresses import indicator_address
from goldenthread.web.base.awaiting import Awaited, awaited_by
from goldenthread.web.base.tables import Cell, Table
from goldenthread.web.base.telling import Latest, before_cell, latest_among, of_group, of_how_many
from goldenthread.web.scorecard.forms import EVERY, Choose
from goldenthread.web.scorecard.signals import beside_cell, by_chance, chart_cell
from goldenthread.web.scorecard.sorting import columns, in_order
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.results.models import Edition
from goldenthread.workflow.results.places import places
from goldenthread.workflow.results.reading import ALL, Query

Given = Mapping[str, str]
_TITLES = {each.code: each.title.lower() for each in (AGE_BAND, SEX, ETHNICITY, DISABILITY, CLUSTER, LOCALITY)}


@dataclass(frozen=True)
class Scorecard:
    """The edition in force, if any, the one that is being worked out, what was chosen, and the rows that this shows.

    `left_out` are the indicators that were chosen but are not divided into the groups of which one was chosen.
    """

    edition: Edition | None
    awaited: Awaited | None
    choose: Choose
    rows: list[Latest]
    left_out: Sequence[Indicator] = ()

    @property
    def tables(self) -> list[Table]:
        """A table for each question that is asked."""
        headings = columns(self.choose.chosen("sort"), lambda sort: f"?{self.choose.address(sort=sort)}")
        by = self.choose.group[0] if self.choose.group else ""
        asked = [(question, [each for each in self.rows if each.indicator.asks is question]) for question in Question]
        return [
            Table(question.value, headings, [_row(each, by) for each in in_order(those, self.choose.chosen("sort"))])
            for question, those in asked
            if those
        ]

    @property
    def shown(self) -> str:
        """What is shown, in a sentence."""
        group = self.choose.group
        of = f", for one group of children: {_TITLES[group[0]]}, {group[1]}" if group else ""
        return f"{counted(len(self.rows), 'indicator')}{of}."

    @property
    def why_left_out(self) -> str:
        """How many are not shown because their figures are not divided so, and how many of these are divided into other
        groups of the same kind, as other ages; nothing where all are shown.
        """
        if not self.choose.group or not self.left_out:
            return ""
        title = _TITLES[self.choose.group[0]]
        of_others = sum(title in {by.title.lower() for by in each.breakdowns} for each in self.left_out)
        left_out = f"{counted(len(self.left_out), 'more indicator')} {_are(len(self.left_out))} not counted by"
        if not of_others:
            return f"{left_out} {title}."
        return (
            f"{left_out} these {title} groups; {of_others} of them {_are(of_others)} counted by other {title} groups."
        )

    @property
    def in_other_tiers(self) -> str:
        """The way to what the same choices show in every tier; nothing where that is no more."""
        more = len(self.choose.in_every_tier) > len(self.choose.wanted)
        return f"?{self.choose.address(tier=EVERY)}" if more else ""

    @property
    def by_chance(self) -> list[str]:
        """How many charts and tests of what is shown signal, beside how many would by chance."""
        return by_chance(self.rows)

    def file(self, name: str, *arguments: str) -> str:
        """The address of a file of what is shown."""
        asked = self.choose.address(sort="")
        return reverse(f"scorecard_{name}", args=arguments) + (f"?{asked}" if asked else "")


def scorecard_of(person: Person, given: Given) -> Scorecard:
    """The scorecard as somebody may see it, with what they chose."""
    edition = Edition.objects.current()
    choose = Choose(given, places(edition) if edition else [])
    if edition is None:
        return Scorecard(None, awaited_by(person), choose, [])
    whole = latest_among(person, choose.wanted)
    rows = of_group(person, whole, *choose.group) if choose.group else whole
    shown = {each.indicator.code for each in rows}
    left_out = [each.indicator for each in whole if each.indicator.code not in shown]
    return Scorecard(edition, awaited_by(person), choose, rows, left_out)


def to_take_away(scorecard: Scorecard) -> tuple[Query, set[str]]:
    """What a file of the scorecard holds: the question that finds it, and the names of the figures that are shown."""
    shown = [figure for row in scorecard.rows for figure in (row.figure, row.before) if figure]
    breakdown = scorecard.choose.group[0] if scorecard.choose.group else ALL
    codes, periods = _all_of(each.indicator for each in shown), _all_of(each.period.code for each in shown)
    return Query(codes, breakdown=breakdown, among=periods), {figure.name for figure in shown}


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def _all_of(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _row(of: Latest, by: str) -> Sequence[Cell]:
    address = indicator_address(of.indicator, by)
    title = Cell(of.indicator.title, href=address, below=of.indicator.better.value.capitalize())
    if of.figure is None:
        return [title, Cell("not covered yet"), *[Cell("")] * 4]
    return [title, _value(of.figure), Cell(str(of.figure.period)), before_cell(of), beside_cell(of), chart_cell(of)]


def _value(figure: Figure) -> Cell:
    """The figure, with what it was worked out from and its 95% interval; a full count has none."""
    interval = f"95% interval {figure.shown_interval}" if figure.shown_interval else ""
    return Cell(figure.shown, below="; ".join(filter(None, (of_how_many(figure), interval))))
