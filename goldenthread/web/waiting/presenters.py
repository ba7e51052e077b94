"""What the pages of what is waiting show."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.core.paginator import Page
from django.urls import reverse

from goldenthread.web.base.found import Item, Listed, Waiting, address_of_check, items_of, listed, waiting
from goldenthread.web.base.paging import page_asked_for
from goldenthread.web.base.tables import Cell, Column, Table
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.history.refusals import NotFound
from goldenthread.workflow.people.rules import may
from goldenthread.workflow.stories.rules import PUBLISH, SIGN_OFF
from goldenthread.workflow.waiting.checking import Asked, Check
from goldenthread.workflow.waiting.reading import Found, all_found, check_called, found_by
from goldenthread.workflow.waiting.rules import LIMITS

NO_AGENCY = "none"
"""How an address asks for what is no agency's."""

_CHECKS = (Column("Check"), Column("Found", numeric=True), Column("What it looks for"), Column("Who is to do what"))
_LIMITS = (Column("Limit"), Column("Days", numeric=True), Column("What it is for"))
_FOUND = (Column("What"), Column("Whose"), Column("Why"))


@dataclass(frozen=True)
class Way:
    """Another page, on which somebody sees to what a check finds."""

    text: str
    route: str
    any_of: tuple[str, ...]


WAYS: Mapping[str, Way] = {
    "returns-overdue": Way("Reminders to send", "reminders", ("keep the calendar",)),
    "stories-missing": Way("The chair's list, with targets and owners", "stories_missing", (SIGN_OFF, PUBLISH)),
}
"""By the code of a check: where one sees to what it finds, for those who may open that page."""


@dataclass(frozen=True)
class WholePage:
    """What waits for whoever looks (`yours`), and for everybody, agency by agency."""

    yours: Waiting
    has_duties: bool
    table: Table | None


@dataclass(frozen=True)
class AgencyPage:
    """What waits for one agency, and what of its waits for the board."""

    agency: Agency
    own: list[Listed]
    of_the_board: list[Listed]
    is_ones_own: bool


@dataclass(frozen=True)
class ChecksPage:
    """Every check, by what it is about, and the limits that they go by."""

    tables: list[Table]
    limits: Table


@dataclass(frozen=True)
class CheckPage:
    """What one check finds; `of` names the agency that the list is narrowed to."""

    check: Check
    more: Way | None
    number: int
    of: str
    chosen: str
    paged: Page[Item]
    table: Table | None


def whole(asked: Asked) -> WholePage:
    """What waits for the whole."""
    found, person = all_found(asked), asked.person
    yours = [each for each in found if each.check.waits_for(person)]
    return WholePage(waiting((each for each in yours if each.things), person), bool(yours), _by_agency(found))


def one_agency(code: str, asked: Asked) -> AgencyPage:
    """What waits for one agency; NotFound where there is none whose page this person may see."""
    agency, found = found_of(code, asked)
    told = [(each.check, listed(each, agency.code)) for each in found]
    return AgencyPage(
        agency=agency,
        own=[each for check, each in told if check.agency],
        of_the_board=[each for check, each in told if not check.agency],
        is_ones_own=asked.person.agency_id == agency.pk,
    )


def found_of(code: str, asked: Asked) -> tuple[Agency, list[Found]]:
    """An agency, and everything that checks find of its; NotFound where there is none that this person may see."""
    agency = _agency(code, asked)
    found = [replace(each, things=each.of(agency.pk)) for each in all_found(asked)]
    return agency, [each for each in found if each.things]


def checks(asked: Asked) -> ChecksPage:
    """Every check that somebody may see."""
    found = all_found(asked)
    subjects = dict.fromkeys(each.check.about for each in found)
    tables = [
        Table(about, _CHECKS, [_check(each) for each in found if each.check.about == about]) for about in subjects
    ]
    limits = [[Cell(each.name.capitalize()), Cell(f"{each.days:,}"), Cell(each.what_for)] for each in LIMITS]
    return ChecksPage(tables, Table("The limits that the checks go by", _LIMITS, limits))


def chosen(code: str, asked: Asked, given: Mapping[str, str]) -> Found:
    """What one check finds, of one agency where that was chosen; NotFound where there is no such check or agency."""
    found = found_by(check_called(code, asked.person), asked)
    if not (of := given.get("agency", "")):
        return found
    return replace(found, things=found.of(None if of == NO_AGENCY else _agency(of, asked).pk))


def check_page(code: str, asked: Asked, given: Mapping[str, str]) -> CheckPage:
    """The page of one check."""
    found, of = chosen(code, asked, given), given.get("agency", "")
    paged = page_asked_for(items_of(found.things), given)
    rows = [[Cell(each.name, href=each.href), Cell(each.of), Cell(each.why)] for each in paged]
    return CheckPage(
        check=found.check,
        more=_more(found.check, asked),
        number=found.number,
        of="the board, or other boards" if of == NO_AGENCY else _agency(of, asked).name if of else "",
        chosen=urlencode({"agency": of}) if of else "",
        paged=paged,
        table=Table(found.check.name, _FOUND, rows) if rows else None,
    )


def _more(check: Check, asked: Asked) -> Way | None:
    way = WAYS.get(check.code)
    return way if way and any(may(asked.person, capability) for capability in way.any_of) else None


def _agency(code: str, asked: Asked) -> Agency:
    """An agency; of somebody at an agency, their own. What they may not see and what there is not are told alike."""
    found = Agency.objects.filter(code=code).first()
    if found is None or asked.person.agency_id not in (None, found.pk):
        raise NotFound(f"There is no agency '{code}' of which you may see what is waiting.")
    return found


def _check(found: Found) -> list[Cell]:
    check = found.check
    return [
        Cell(check.name, href=address_of_check(check.code)),
        Cell(f"{found.number:,}"),
        Cell(check.looks_for),
        Cell(check.what_to_do),
    ]


def _by_agency(found: Iterable[Found]) -> Table | None:
    """Each agency in a row, a number in each cell; none where there is no agency yet."""
    shown, agencies = [each for each in found if each.check.column], list(Agency.objects.all())
    if not agencies:
        return None
    counted = [(each.check, each.by_agency()) for each in shown]

    def row(name: Cell, of: int | None, code: str) -> list[Cell]:
        return [name, *(_cell(numbers[of], check, code, name.text) for check, numbers in counted)]

    pages = [(each, reverse("waiting_agency", args=[each.code])) for each in agencies]
    rows = [row(Cell(each.name, href=page), each.pk, each.code) for each, page in pages]
    rows.append(row(Cell("The board, and other boards"), None, NO_AGENCY))
    rows.append([Cell("All"), *(_cell(each.number, each.check) for each in shown)])
    columns = [Column("Whose"), *(Column(each.check.column, numeric=True) for each in shown)]
    return Table("What is overdue, unanswered or unjudged", columns, rows)


def _cell(number: int, check: Check, of: str = "", whose: str = "") -> Cell:
    href = address_of_check(check.code, of) if number else ""
    heard = ", ".join(filter(None, (check.column, whose)))
    return Cell(f"{number:,}", href=href, heard=heard, nought=number == 0)
