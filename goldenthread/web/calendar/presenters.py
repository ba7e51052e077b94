"""What the pages of the calendar show."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import quote, urlencode

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from goldenthread.engine.english import begun, counted
from goldenthread.engine.periods import Period, UnknownPeriod, financial_year_of, parse
from goldenthread.web.base.naming import name_of
from goldenthread.web.base.offers import Offer
from goldenthread.web.base.owing import more_of, standing
from goldenthread.web.base.tables import Table
from goldenthread.web.base.templating import day
from goldenthread.web.calendar import calendar_tables
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.calendar.models import Expected, Link
from goldenthread.workflow.calendar.reading import Owed, one_owed, owed
from goldenthread.workflow.calendar.reminding import Letter, letters
from goldenthread.workflow.calendar.rules import LATE, MISSING, OVERDUE, STATES
from goldenthread.workflow.history.refusals import NotFound
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may
from goldenthread.workflow.returns.models import Return

Given = Mapping[str, str]

LETTERS_IN_A_ROW = 50
ALL, ALL_OVERDUE = "all", "overdue"


@dataclass(frozen=True)
class CalendarPage:
    """What is owed, as somebody may know of it: what is overdue in words, what they chose of it, what is expected."""

    on: date
    overdue: str
    any_overdue: bool
    choose: Offer
    table: Table | None
    expected: Table | None
    may_keep: bool


@dataclass(frozen=True)
class OwedPage:
    """One return that is owed."""

    it: Owed
    standing: str
    more: str
    returns: list[Return]
    reminders: list[str]
    links: list[str]
    has_a_link: bool
    may_keep: bool
    may_send: bool


@dataclass(frozen=True)
class LinkPage:
    """A link that was made a moment ago: its address, which is shown this once, and what it is for."""

    expected: Expected
    period: Period
    address: str
    days: int


@dataclass(frozen=True)
class DraftedReminder:
    """A reminder to an agency: its words, the addresses, one that opens it in a mail program, and what it is about."""

    letter: Letter
    to: str
    mail: str
    rows: int
    about: list[str]


def calendar_for(person: Person, given: Given, on: date) -> CalendarPage:
    """The calendar on a day."""
    expected = Expected.objects.visible_to(person)
    found = owed(expected, on=on)
    choose = _choices(found, given, on)
    chosen = [each for each in found if _is_chosen(each, choose)]
    keeps = may(person, "keep the calendar")
    series = list(expected.in_order())
    return CalendarPage(
        on=on,
        overdue=_overdue(found),
        any_overdue=any(each.is_overdue for each in found),
        choose=choose,
        table=calendar_tables.owed(chosen, on, set(_open_to(person, chosen))) if chosen else None,
        expected=calendar_tables.expected(series, keeps) if series else None,
        may_keep=keeps,
    )


def owed_page(number: int, code: str, person: Person, now: datetime) -> OwedPage:
    """One return that is owed, at a moment; NotFound where nothing is expected about that period."""
    it = one_owed(*expected_about(number, code, person), on=timezone.localdate(now))
    links = list(it.expected.links.filter(period_code=it.period.code))
    open_to = set(_open_to(person, [it]))
    return OwedPage(
        it=it,
        standing=standing(it),
        more=begun(more_of(it)),
        returns=[each for each in it.returns if each.number in open_to],
        reminders=[
            f"{day(each.sent_on)}, marked by {name_of(each.marked_by)}"
            for each in it.expected.reminders.filter(period_code=it.period.code)
        ],
        links=[_of_link(each, now) for each in links],
        has_a_link=any(each.is_good(now) for each in links),
        may_keep=may(person, "keep the calendar"),
        may_send=may(person, "send returns") and it.came_on is None,
    )


def link_page(expected: Expected, period: Period, token: str) -> LinkPage:
    """What to tell whoever made a link."""
    address = f"{settings.ORIGIN}{reverse('by_link', args=[token])}"
    return LinkPage(expected, period, address, settings.LINK_LASTS_DAYS)


def _of_link(link: Link, now: datetime) -> str:
    """When a link was made, and what became of it."""
    made = f"made on {day(link.made_at)}, by {name_of(link.made_by)}"
    if link.used_at and link.sent:
        return f"{made}: return {link.sent.number} came by it on {day(link.used_at)}"
    return f"{made}: {'works until' if link.is_good(now) else 'worked until'} {day(link.expires_at)}"


def expected_about(number: int, code: str, person: Person) -> tuple[Expected, Period]:
    """What is expected under a number, and the period that is written; NotFound where it is not about that."""
    expected = Expected.objects.visible_to(person).numbered(number)
    try:
        period = parse(code)
    except UnknownPeriod:
        raise NotFound(f"{code} is not a period.") from None
    if period not in expected.periods(period.first):
        raise NotFound(f"Nothing is expected about {period}.")
    return expected, period


def found_expected(number: int, person: Person) -> Expected:
    """What is expected under a number; NotFound where somebody may not know of it."""
    return Expected.objects.visible_to(person).numbered(number)


def all_agencies() -> list[Agency]:
    """Every agency of which something can be expected."""
    return list(Agency.objects.order_by("name"))


def agency_called(code: str) -> Agency:
    """The agency of a code."""
    return Agency.objects.named(code)


def reminders_on(on: date) -> list[DraftedReminder]:
    """The reminders that are to be sent on a day."""
    return [_drafted(letter) for letter in letters(on=on)]


def reminded_of(marked: Iterable[str], person: Person) -> list[tuple[Expected, Period]]:
    """What a reminder was about that somebody marks as sent, each as `NUMBER PERIOD`; NotFound where it is nothing."""
    found = []
    for each in marked:
        number, _, code = each.partition(" ")
        if not number.isdecimal():
            raise NotFound(f"Nothing is expected under {number}.")
        found.append(expected_about(int(number), code, person))
    return found


def _drafted(letter: Letter) -> DraftedReminder:
    about = [f"{each.expected.number} {each.period.code}" for each in letter.owed]
    subject = f"Returns that have not come from {letter.agency}"
    said = urlencode({"subject": subject, "body": letter.text}, quote_via=quote)
    mail = f"mailto:{','.join(quote(each.email, safe='@') for each in letter.to)}?{said}"
    to = ", ".join(f"{each.name} ({each.email})" for each in letter.to)
    return DraftedReminder(letter, to, mail, _rows(letter.text), about)


def _rows(text: str) -> int:
    """How many rows a text fills in a box, each line taking one for every so many letters."""
    return sum(len(line) // LETTERS_IN_A_ROW + 1 for line in text.splitlines())


def _choices(found: Sequence[Owed], given: Given, on: date) -> Offer:
    """What can be chosen. Unless somebody does, it is all of the year of the day, or of the last that there is."""
    agencies = sorted({(each.expected.agency.code, each.expected.agency.name) for each in found})
    years = {_year(each).code: str(_year(each)) for each in found}
    now = financial_year_of(on).code
    year = now if now in years else next(reversed(years), ALL)
    every_state = [(ALL, "All"), (ALL_OVERDUE, "Overdue"), *((state, state.capitalize()) for state in STATES)]
    return Offer(
        {"year": year, **given},
        {
            "agency": ("Agency", [(ALL, "All"), *agencies] if len(agencies) > 1 else []),
            "state": ("How it stands", every_state),
            "year": ("Year", [(ALL, "All"), *sorted(years.items(), reverse=True)]),
        },
    )


def _is_chosen(each: Owed, choose: Offer) -> bool:
    return (
        choose.chosen("agency") in ("", ALL, each.expected.agency.code)
        and (choose.chosen("state") in (ALL, each.state) or (choose.chosen("state") == ALL_OVERDUE and each.is_overdue))
        and choose.chosen("year") in (ALL, _year(each).code)
    )


def _year(each: Owed) -> Period:
    return financial_year_of(each.period.last)


def _overdue(found: Sequence[Owed]) -> str:
    """How much is overdue, in words."""
    many = {state: sum(each.state == state for each in found) for state in OVERDUE}
    if not any(many.values()):
        return "Nothing is overdue."
    missing, late = counted(many[MISSING], "return"), counted(many[LATE], "return")
    told = {MISSING: f"{missing} {_are(many[MISSING])} missing", LATE: f"{late} {_are(many[LATE])} late"}
    return " and ".join(told[state] for state in OVERDUE if many[state]) + "."


def _are(many: int) -> str:
    return "is" if many == 1 else "are"


def _open_to(person: Person, found: Iterable[Owed]) -> Iterable[int]:
    numbers = {return_.number for each in found for return_ in each.returns}
    return Return.objects.visible_to(person).filter(number__in=numbers).values_list("number", flat=True)
