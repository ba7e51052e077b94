"""How a number has changed: what each edition held for it, how firm it was, and which returns it stood on."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby, islice

from goldenthread import catalogue
from goldenthread.catalogue.readers import datasets_read
from goldenthread.engine.definitions import Indicator
from goldenthread.engine.periods import Period, Span
from goldenthread.engine.protecting.figures import Figure
from goldenthread.workflow.results.models import Edition, PartNamed
from goldenthread.workflow.results.reading import Query, Viewer, figures
from goldenthread.workflow.returns.models import Return
from goldenthread.workflow.returns.rules import PROVISIONAL, REVISED, VALIDATED

MOST_TOLD = 12


@dataclass(frozen=True)
class Held:
    """What a figure was from one edition to another, both included, as somebody may see it; how firm it was, and the
    returns that it stood on."""

    first: Edition
    last: Edition
    figure: Figure
    status: str
    returns: tuple[Return, ...]


def changes(code: str, period: Period, *, viewer: Viewer, now: datetime) -> list[Held]:
    """What the editions held of an indicator for a period, through the gate, the newest first; at most so many.

    How firm a number was is told as of the moment at which its edition gave way to another, or of `now`.
    """
    indicator, known = catalogue.indicators()[code], {each.number: each for each in Return.objects.sent()}
    in_force = zip(Edition.objects.holding(code), [now, *_published(code)], strict=False)
    alike = groupby(in_force, key=lambda each: _made_from(indicator, period, each[0]))
    told = _told((list(those) for _, those in alike), indicator, period, known, viewer)
    return list(islice(_changed(told), MOST_TOLD))


def status_of(returns: Iterable[Return], moment: datetime) -> str:
    """How firm a number is that stands on some returns: as the least firm of them was at a moment."""
    found = {each.status_at(moment) for each in returns}
    return next((status for status in (PROVISIONAL, REVISED) if status in found), VALIDATED if found else PROVISIONAL)


def returns_behind(indicator: Indicator, period: Period, edition: Edition, supplied_by: set[str]) -> tuple[int, ...]:
    """The numbers of the returns in an edition on which a figure stands; `supplied_by` are agencies that supply it.

    A cohort looks back, so it stands on what came before the period too.
    """
    read, supplied = datasets_read(indicator), catalogue.SUPPLIED_FIGURES.dataset
    looks_back = indicator.dataset in catalogue.cohorts()

    def belongs(part: PartNamed) -> bool:
        span = Span.between(part["first"], part["last"])
        near = span.first <= period.last if looks_back else span.overlaps(period.span)
        return near and (part["dataset"] in read or (part["dataset"] == supplied and part["agency"] in supplied_by))

    return tuple(sorted({part["of_return"] for part in edition.parts if belongs(part)}))


def _changed(told: Iterable[Held]) -> Iterator[Held]:
    """Only what differs from what came before: a number that is worked out anew and is the same has not changed."""
    for _, same in groupby(told, key=lambda held: (replace(held.figure, edition=0), held.status, held.returns)):
        each = list(same)
        yield replace(each[0], first=each[-1].first)


def _published(code: str) -> list[datetime]:
    return list(Edition.objects.holding(code).values_list("published_at", flat=True))


def _made_from(indicator: Indicator, period: Period, edition: Edition) -> tuple[object, ...]:
    """What a number is made from: where it is the same in two editions, so is the number."""
    anybody = {part["agency"] for part in edition.parts}
    return returns_behind(indicator, period, edition, anybody), edition.definitions, edition.code_version


def _told(
    alike: Iterable[list[tuple[Edition, datetime]]],
    indicator: Indicator,
    period: Period,
    known: Mapping[int, Return],
    viewer: Viewer,
) -> Iterator[Held]:
    """Each number once for every way in which it was firm, read from the newest of the editions that hold it."""
    for those in alike:
        newest = those[0][0]
        found = figures(Query(indicator.code, among=(period.code,)), viewer=viewer, edition=newest).first()
        if found is None:
            continue
        behind = returns_behind(indicator, period, newest, {found.sent_by} if found.sent_by else set())
        returns = tuple(known[number] for number in behind if number in known)
        for status, equally in groupby(those, key=lambda each: status_of(returns, each[1])):
            editions = [edition for edition, _ in equally]
            yield Held(editions[-1], editions[0], found, status, returns)
