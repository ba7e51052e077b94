"""What children's services send when inspectors come: an Annex A workbook about the last six months, not quite tidy.

Its rows are those of the records that are counted. It is sent besides, and kept beside them, so that nothing counts
twice. The lists of care leavers and of adoption are missing, as a list sometimes is.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path

import xlsxwriter

from goldenthread.demo.care import by_number
from goldenthread.demo.children import Child
from goldenthread.demo.city import City
from goldenthread.demo.days import LAST_DAY
from goldenthread.demo.stocks import OPEN
from goldenthread.demo.writing import Value

FIRST = date(2013, 9, 30)
"""Six months before the last day of the records."""
_PERSON = ("Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age of Child (Years)")
_DISABLED = (*_PERSON, "Does the Child have a Disability")
_SEX = {"1": "a) Male", "2": "b) Female"}
_YEAR = 365.25
Row = tuple[Value, ...]


def write_annex_a(city: City, into: Path) -> Path:
    """Write the workbook, with a title above the headers of one list and headers written by hand in another."""
    into.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(into / "annex_a.xlsx", {"constant_memory": True}) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        book.set_properties({"created": datetime(2014, 3, 31)})  # the same file, whenever it is written
        for name, headers, rows in _lists(city):
            sheet = book.add_worksheet(name)
            above = [("Extract run 31/03/2014",)] if name == "List 3" else []
            for at, row in enumerate([*above, headers, *rows]):
                for column, value in enumerate(row):
                    if isinstance(value, date):
                        sheet.write_datetime(at, column, value, day)
                    elif value is not None:
                        sheet.write(at, column, value)
    return into


def _lists(city: City) -> Iterator[tuple[str, tuple[str, ...], Iterable[Row]]]:
    yield "List 1", (*_PERSON, "Date of Contact", "Contact Source"), _contacts(city)
    yield "List 2", (*_PERSON, "Assessment start date", "Organisation completing assessment"), _early_help(city)
    yield "List 3", (*_PERSON, "Date of Referral", "Referral Source", "Referral NFA?"), _referrals(city)
    started, ended = "Continuous Assessment Start Date", "Continuous Assessment Date of Authorisation"
    yield "List 4", (*_DISABLED, started, ended), _assessments(city)
    strategy = "Strategy discussion initiating Section 47 Enquiry Start Date"
    yield "List 5", (*_DISABLED, strategy, "Date of Initial Child Protection Conference"), _enquiries(city)
    began, closed = "Child Protection Plan Start Date", "Child Protection Plan End Date"
    categories = ("Initial Category of Abuse", "Latest Category of Abuse")
    previous = "Number of Previous Child Protection Plans"
    yield "List 7", (*_DISABLED, began, *categories, closed, previous), _plans(city)
    cared = ("Date Started to be Looked After", "Child's Category of Need", "Date Ceased to be Looked After")
    placed = ("Start Date of Most Recent Placement", "Placement Type", "Placement Provider")
    yield "List 8", (*_DISABLED, *cared, *placed), _looked_after(city)


def _person(child: Child, *, disabled: bool = False) -> Row:
    age = round((LAST_DAY - child.born).days / _YEAR, 6)
    known: Row = (child.number, _SEX[child.sex], f"a) {child.ethnicity}", child.born, age)
    return (*known, "a) Yes" if child.disabled else "b) No") if disabled else known


def _recent(day: date) -> bool:
    return FIRST <= day <= LAST_DAY


def _contacts(city: City) -> Iterator[Row]:
    for child, day, source, *_ in sorted(city.contacts, key=lambda each: (each[1], each[0].number)):
        if _recent(day):
            yield *_person(child), day, source


def _early_help(city: City) -> Iterator[Row]:
    for each in city.early_help:
        if _recent(each.day):
            yield *_person(each.child), each.day, "Early help team"


def _referrals(city: City) -> Iterator[Row]:
    ended = city.ended_at_first_sight
    for each in sorted(city.door.accepted, key=lambda each: each.day):
        if _recent(each.day):
            nothing_followed = "a) Yes" if each in ended else "b) No"
            yield from ((*_person(child), each.day, each.source, nothing_followed) for child in each.party)


def _assessments(city: City) -> Iterator[Row]:
    for each in city.assessments:
        if each.started <= LAST_DAY and (each.ended is None or each.ended >= FIRST):
            yield *_person(each.child, disabled=True), each.started, each.ended


def _enquiries(city: City) -> Iterator[Row]:
    held = {(each.strategy, child.number): each.held for each in city.conferences for child in each.children}
    for day, party, _ in city.enquiries:
        if _recent(day):
            for child in party:
                conference = held.get((day, child.number))
                known = conference if conference and conference <= LAST_DAY else None
                yield *_person(child, disabled=True), day, known


def _plans(city: City) -> Iterator[Row]:
    for each in sorted(city.protection.plans, key=lambda each: (each.child.number, each.spell.started)):
        if each.spell.started <= LAST_DAY and each.spell.ended >= FIRST:
            ended = each.spell.ended if each.spell.ended <= LAST_DAY else None
            person = _person(each.child, disabled=True)
            yield *person, each.spell.started, each.category, each.category, ended, each.previous


def _looked_after(city: City) -> Iterator[Row]:
    for stay in by_number(city.care.stays.values()):
        if stay.spell.started <= LAST_DAY and stay.spell.ended >= FIRST and stay.placed:
            ended = stay.spell.ended if stay.spell.ended <= LAST_DAY and stay.spell.ended != OPEN else None
            last = [each for each in stay.placed if each.placed_on <= LAST_DAY][-1]
            person = _person(stay.child, disabled=True)
            yield *person, stay.spell.started, stay.need, ended, last.placed_on, last.kind, last.provider
