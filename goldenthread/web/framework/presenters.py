"""What the pages of owners and targets show."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse

from goldenthread.catalogue import indicators
from goldenthread.engine.definitions import Indicator, Tier
from goldenthread.engine.english import begun
from goldenthread.engine.protecting.figures import unit_of, with_unit
from goldenthread.web.base.naming import name_of
from goldenthread.web.base.tables import Cell, Column, Table
from goldenthread.web.base.templating import day
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.framework.models import Comparators, Difference, Owner, Record, Target
from goldenthread.workflow.framework.operations import known_indicator
from goldenthread.workflow.framework.reading import comparators_noted, owner_of, owners, targets
from goldenthread.workflow.framework.rules import KEEP
from goldenthread.workflow.history.refusals import NotFound
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may

KINDS: dict[str, type[Record]] = {
    "owners": Owner,
    "targets": Target,
    "comparators": Comparators,
    "differences": Difference,
}
TIERS = {Tier.BOARD: "Watched by the board", Tier.SCORECARD: "On the scorecard", Tier.SUB_GROUP: "For the sub groups"}
OF_ALL = (Column("Indicator"), Column("Owner"), Column("Target"), Column("Set beside"))
HISTORY = (Column("What"), Column("What it says"), Column("Who says so"), Column("How it stands"))


@dataclass(frozen=True)
class Kept:
    """What the board keeps about an indicator, every record of it, the newest first."""

    indicator: Indicator
    history: Table | None
    may_keep: bool


def every_indicator() -> list[Table]:
    """Each indicator with its owner and target, by tier."""
    owned, aimed, beside = owners(), targets(), comparators_noted()

    def row(each: Indicator) -> list[Cell]:
        owner, aims = owned.get(each.code), aimed.get(each.code)
        return [
            Cell(each.title, href=reverse("kept", args=[each.code]), below=each.code),
            Cell(owner.post, below=owner.agency.name) if owner else Cell("nobody is named"),
            _target(aims[0]) if aims else Cell("none"),
            Cell(beside.get(each.code, "not noted")),
        ]

    return [
        Table(title, OF_ALL, [row(each) for each in indicators().values() if each.tier is tier])
        for tier, title in TIERS.items()
    ]


def kept_about(code: str, person: Person) -> Kept:
    """The page of one indicator; NotFound where there is none."""
    indicator, keeps = known_indicator(code), may(person, KEEP)
    found: list[tuple[str, Record]] = [
        (what, each) for what, kind in KINDS.items() for each in kind.objects.about(indicator.code)
    ]
    found.sort(key=lambda pair: pair[1].recorded_at, reverse=True)
    rows = [_row(what, each, keeps) for what, each in found]
    return Kept(indicator, Table("All that was kept, the newest first", HISTORY, rows) if rows else None, keeps)


def found_record(what: str, number: int) -> Record:
    """The record of a kind and number; NotFound where there is none."""
    if what not in KINDS:
        raise NotFound("There is no such record.")
    return KINDS[what].objects.numbered(number)


def named(record: Record) -> Sequence[str]:
    """A record in words: what it is, and what it says."""
    if isinstance(record, Owner):
        return "Owner", f"{record.post}, {record.agency.name}" + (f" ({record.person})" if record.person else "")
    if isinstance(record, Target):
        return "Target", f"{shown(record)} from {record.first} on. {record.why}"
    if isinstance(record, Difference):
        return "Reason for a difference", f"{record.period}. {record}"
    return "Set beside", str(record)


def shown(target: Target) -> str:
    """The value of a target in the unit of its indicator."""
    value = target.value.quantize(Decimal(1)) if target.value == target.value.to_integral_value() else target.value
    return with_unit(value, unit_of(target.defined) if target.defined else "")


def indicator_called(code: str) -> Indicator:
    """The indicator of a code; NotFound where there is none."""
    return known_indicator(code)


def all_agencies() -> list[Agency]:
    """Every agency that can own an indicator."""
    return list(Agency.objects.order_by("name"))


def agency_called(code: str) -> Agency:
    """The agency of a code."""
    return Agency.objects.named(code)


def owner_now(code: str) -> dict[str, str]:
    """Who owns it now, to begin from."""
    owner = owner_of(known_indicator(code).code)
    return {"post": owner.post, "agency": owner.agency.code, "person": owner.person} if owner else {}


def comparators_now(code: str) -> dict[str, str]:
    """What is noted now, to begin from."""
    return {"noted": comparators_noted().get(known_indicator(code).code, "")}


def _target(target: Target) -> Cell:
    return Cell(shown(target), below=f"from {target.first} on, set by {target.set_by} on {day(target.set_on)}")


def _row(what: str, each: Record, keeps: bool) -> list[Cell]:
    kind, says = named(each)
    below = f"set by {each.set_by} on {day(each.set_on)}" if isinstance(each, Target) else ""
    ended = f"{each.state.capitalize()} on {day(each.ended_at)}, by {name_of(each.ended_by)}"
    open_to = reverse("kept_withdraw", args=[what, each.number]) if keeps and each.stands() else ""
    return [
        Cell(f"{kind} {each.number}", href=open_to),
        Cell(says, below=below),
        Cell(begun(name_of(each.recorded_by)), below=day(each.recorded_at)),
        Cell("Stands" if each.stands() else ended),
    ]
