"""What the pages of disclosures show."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from goldenthread import catalogue
from goldenthread.engine.definitions import Indicator
from goldenthread.engine.english import begun
from goldenthread.engine.periods import parse
from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.protecting.figures import Figure
from goldenthread.engine.protecting.opened import WHOLE
from goldenthread.web.base.naming import names_of
from goldenthread.web.base.tables import Cell, Column, Table
from goldenthread.web.base.templating import day
from goldenthread.workflow.disclosure.models import Disclosure
from goldenthread.workflow.disclosure.rules import AGREED, ASKED, DECIDE
from goldenthread.workflow.history.refusals import NotFound
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may
from goldenthread.workflow.results.disclosing import hidden_tables, is_hidden, would_give_away
from goldenthread.workflow.results.reading import Query, Viewer, figures

COLUMNS = (Column("Which numbers"), Column("Why"), Column("How it stands"), Column("Who asked"))
NUMBERS = (Column("Group"), Column("The number", numeric=True), Column("What the public is shown"))


@dataclass(frozen=True)
class DisclosurePage:
    """One disclosure, as somebody who may decide sees it.

    `numbers` are exact. `gives_away` names what else could be worked out. `why_closed` says why numbers that were
    agreed are not shown all the same.
    """

    disclosure: Disclosure
    numbers: Table | None
    gives_away: Sequence[str]
    why_closed: str
    asked_it: bool
    may_agree: bool
    may_withdraw: bool
    names: dict[str, str]


def disclosures_for() -> Table | None:
    """Every disclosure, the newest first; none where none was asked for."""
    found = list(Disclosure.objects.order_by("-number"))
    names = names_of(each.asked_by for each in found)
    rows = [
        [
            Cell(f"Disclosure {each.number}: {each.called}", href=reverse("disclosure", args=[each.number])),
            Cell(each.reason),
            Cell(each.state.capitalize()),
            Cell(begun(names[each.asked_by]), below=day(each.asked_at)),
        ]
        for each in found
    ]
    return Table("Disclosures, the newest first", COLUMNS, rows) if rows else None


def disclosure_for(number: int, person: Person) -> DisclosurePage:
    """One disclosure with its numbers. That somebody reads them exactly is recorded."""
    it = Disclosure.objects.numbered(number)
    waits, stands = it.state == ASKED, it.state in (ASKED, AGREED)
    hidden = stands and is_hidden(it.indicator, it.what)
    gives_away = would_give_away(it.indicator, it.what) if hidden else ()
    return DisclosurePage(
        disclosure=it,
        numbers=_numbers(it, person) if stands and it.defined else None,
        gives_away=gives_away,
        why_closed=_why_closed(gives_away) if hidden and not waits else "",
        asked_it=it.asked_by == person.actor,
        may_agree=waits and it.asked_by != person.actor and may(person, DECIDE),
        may_withdraw=stands and may(person, DECIDE),
        names=names_of(filter(None, (it.asked_by, it.decided_by, it.withdrawn_by))),
    )


def indicator_called(code: str) -> Indicator:
    """The indicator of a code; NotFound where there is none."""
    found = catalogue.indicators().get(code)
    if found is None:
        raise NotFound(f"There is no indicator {code}.")
    return found


def offered(indicator: Indicator) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """The periods of which anything is hidden, and the ways in which they are told, as a form offers them."""
    periods = {each.period: str(parse(each.period)) for each in hidden_tables(indicator.code)}
    by = [(each.code, f"By {each.title.lower()}") for each in indicator.breakdowns]
    return list(periods.items()), [(WHOLE, "The whole"), *by]


def _numbers(it: Disclosure, person: Person) -> Table:
    """The numbers exactly, beside what the public is shown of them."""
    asked = Query(it.indicator, period=it.period, breakdown=None)
    public = {each.name: each.shown for each in figures(asked, viewer=Viewer(Face.PUBLIC, actor=person.actor))}
    rows = [
        [Cell("The whole" if each.group == WHOLE else each.group), Cell(_exactly(each)), Cell(public[each.name])]
        for each in figures(asked, viewer=Viewer.of(person))
        if each.period == it.period and each.breakdown in it.breakdowns
    ]
    return Table(f"{it.called}: for your eyes only", NUMBERS, rows)


def _exactly(each: Figure) -> str:
    if each.numerator is None:
        return each.shown
    return f"{each.numerator:,}" + (f" of {each.denominator:,}" if each.denominator else "")


def _why_closed(gives_away: Sequence[str]) -> str:
    if gives_away:
        return "They stay hidden all the same: with the evidence there is now, others would come out."
    return "They are shown from the next edition that is published."
