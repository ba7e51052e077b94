"""What programs are answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from goldenthread import catalogue
from goldenthread.engine.definitions import Indicator
from goldenthread.engine.definitions.kept import COMPARATOR
from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.rendering.records import definition_of, record_of
from goldenthread.web.api.endpoints import EVERY
from goldenthread.workflow.agencies.models import Partnership
from goldenthread.workflow.history.refusals import NotFound
from goldenthread.workflow.results.models import Edition
from goldenthread.workflow.results.reading import ALL, Query, Viewer, edition_in_force, figures

INDICATORS_ON_A_PAGE = 10
EDITIONS_ON_A_PAGE = 100

Asked = Mapping[str, Any]
Record = dict[str, Any]


@dataclass(frozen=True)
class Answer:
    """A page of what was asked for. Whoever follows to the next asks the same of the same edition."""

    edition: Edition
    face: Face
    page: int
    pages: int
    items: Sequence[Record]

    def around(self) -> Record:
        """What stands around the items (`ENVELOPE`), but for the address of the next page."""
        return {
            "board": str(Partnership.objects.first() or ""),
            "edition": self.edition.number,
            "published": timezone.localtime(self.edition.published_at).isoformat(timespec="seconds"),
            "face": str(self.face),
            "page": self.page,
            "pages": self.pages,
        }


def of_figures(asked: Asked, reader: Viewer) -> Answer:
    """Figures of an edition."""
    edition = _edition(asked)
    by = asked.get("by", ALL)
    breakdown = None if by == EVERY else by
    codes = _codes(asked.get("indicator", ()), breakdown)
    page, pages, on_page = _page(codes, INDICATORS_ON_A_PAGE if breakdown == ALL else 1, asked)
    # One alone is asked for by itself: that it is not broken down so, or that a period is not covered, is then said.
    code = on_page[0] if len(on_page) == 1 else tuple(on_page)
    found = figures(Query(code, asked.get("period"), breakdown), viewer=reader, edition=edition)
    known = catalogue.indicators()
    return Answer(edition, reader.face, page, pages, [record_of(each, known[each.indicator]) for each in found])


def of_indicators(asked: Asked, reader: Viewer) -> Answer:
    """What every indicator means."""
    items: list[Record] = [
        {"code": code, **definition_of(each), "breakdowns": [one.code for one in each.breakdowns]}
        for code, each in catalogue.indicators().items()
    ]
    return Answer(edition_in_force(), reader.face, 1, 1, items)


def of_editions(asked: Asked, reader: Viewer) -> Answer:
    """Every edition, the newest first."""
    current = edition_in_force()
    page, pages, on_page = _page(list(Edition.objects.order_by("-number")), EDITIONS_ON_A_PAGE, asked)
    return Answer(current, reader.face, page, pages, [_about(each, current) for each in on_page])


def _about(edition: Edition, current: Edition) -> Record:
    return {
        "edition": edition.number,
        "published": timezone.localtime(edition.published_at).isoformat(timespec="seconds"),
        "in_force": edition.number == current.number,
        "last_day_covered": edition.last_day_covered(),
        "indicators": len(edition.results),
        "definitions": edition.definitions,
    }


def _edition(asked: Asked) -> Edition:
    if "edition" not in asked:
        return edition_in_force()
    found = Edition.objects.filter(number=asked["edition"]).first()
    if found is None:
        raise NotFound(f"There is no edition {asked['edition']}.")
    return found


def _codes(asked: Sequence[str], breakdown: str | None) -> list[str]:
    """The indicators that were asked for; where none was named, all that are broken down so."""
    known = catalogue.indicators()
    if unknown := [code for code in asked if code not in known]:
        raise NotFound(f"There is no indicator {unknown[0][:40]}.")
    return list(asked) or [code for code, each in known.items() if _has(each, breakdown)]


def _has(indicator: Indicator, breakdown: str | None) -> bool:
    return breakdown in (None, ALL, COMPARATOR) or breakdown in {each.code for each in indicator.breakdowns}


def _page(things: Sequence[Any], on_each: int, asked: Asked) -> tuple[int, int, Sequence[Any]]:
    page, pages = asked.get("page", 1), max(1, -(-len(things) // on_each))
    if page > pages:
        raise NotFound(f"There is no page {page}. The last is {pages}.")
    return page, pages, things[(page - 1) * on_each : page * on_each]
