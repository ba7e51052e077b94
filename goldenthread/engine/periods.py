"""Periods: how they are written, what days they hold, and how people read them.

Written: `FY2013-14` (1 April to 31 March), `AY2012-13` (1 September to 31 August), `FY2013-14H1`, `FY2013-14Q3`,
`2014-02` (a month), `12m2014-03` (twelve months to), `6m2021-03-16` (so many months to a day), `2014-03-31` (a day),
`A..B` (from A's start to B's end).
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

EARLIEST, LATEST = 1900, 2100
"""Years in which a record can have been made, or planned for. Another is a slip of the pen."""


class UnknownPeriod(ValueError):
    """A period that cannot be read; the message says what is expected."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"'{text}' is not a period. Write a financial year as FY2013-14, a half as FY2013-14H1, a quarter as"
            " FY2013-14Q3, a school year as AY2012-13, a month as 2014-02, twelve months as 12m2014-03, six"
            " months to a day as 6m2014-03-16, a day as 2014-03-31, or two of these with two dots between them."
        )


@dataclass(frozen=True, order=True)
class Span:
    """From one day to another, both included."""

    first: date
    last: date

    def __contains__(self, other: "Span") -> bool:
        return self.first <= other.first and other.last <= self.last

    @classmethod
    def between(cls, first: str, last: str) -> "Span":
        """The span of two days as files and databases write them (2014-03-31)."""
        return cls(date.fromisoformat(first), date.fromisoformat(last))

    def overlaps(self, other: "Span") -> bool:
        """Whether they share a day."""
        return self.first <= other.last and other.first <= self.last


@dataclass(frozen=True)
class Period:
    """A stretch of time with a name. `code` is how it is written in commands and files, `str` how people read it."""

    code: str
    span: Span
    words: str

    @property
    def first(self) -> date:
        """The first day."""
        return self.span.first

    @property
    def last(self) -> date:
        """The last day."""
        return self.span.last

    @property
    def is_day(self) -> bool:
        """Whether it is a single day, as stocks are counted at."""
        return self.first == self.last

    def __str__(self) -> str:
        return self.words


def financial_year(starting: int) -> Period:
    """The year from 1 April `starting` to 31 March of the next."""
    both = f"{starting}-{(starting + 1) % 100:02d}"
    return Period(f"FY{both}", Span(date(starting, 4, 1), date(starting + 1, 3, 31)), both.replace("-", "/"))


def financial_year_of(day: date) -> Period:
    """The financial year that holds a day."""
    return financial_year(day.year if day.month >= 4 else day.year - 1)


def school_year(starting: int) -> Period:
    """The year from 1 September `starting` to 31 August of the next."""
    both = f"{starting}-{(starting + 1) % 100:02d}"
    words = f"school year {both.replace('-', '/')}"
    return Period(f"AY{both}", Span(date(starting, 9, 1), date(starting + 1, 8, 31)), words)


def half_year(starting: int, half: int) -> Period:
    """The first or second half of a financial year."""
    first = date(starting, 4, 1) if half == 1 else date(starting, 10, 1)
    return _part_of_year(starting, f"H{half}", first, months=6)


def quarter(starting: int, number: int) -> Period:
    """Quarter 1 to 4 of a financial year."""
    return _part_of_year(starting, f"Q{number}", add_months(date(starting, 4, 1), 3 * (number - 1)), months=3)


def school_year_of(day: date) -> Period:
    """The school year that holds a day."""
    return school_year(day.year if day.month >= 9 else day.year - 1)


def half_year_of(day: date) -> Period:
    """The half of a financial year that holds a day."""
    return half_year(financial_year_of(day).first.year, (day.month - 4) % 12 // 6 + 1)


def quarter_of(day: date) -> Period:
    """The quarter of a financial year that holds a day."""
    return quarter(financial_year_of(day).first.year, (day.month - 4) % 12 // 3 + 1)


def month_of(day: date) -> Period:
    """The calendar month that holds a day."""
    return month(day.year, day.month)


def quarters_before(day: date, how_many: int) -> list[Period]:
    """The quarters that were over on a day, the latest first."""
    first = add_months(day.replace(day=1), -((day.month - 1) % 3))
    return [quarter_of(add_months(first, -3 * back)) for back in range(1, how_many + 1)]


def month(year: int, number: int) -> Period:
    """A calendar month."""
    first = date(year, number, 1)
    return Period(f"{first:%Y-%m}", Span(first, month_end(first)), f"{first:%B %Y}")


def twelve_months(year: int, number: int) -> Period:
    """The twelve months that end with a calendar month."""
    last = month(year, number).last
    first = add_months(last.replace(day=1), -11)
    return Period(f"12m{last:%Y-%m}", Span(first, last), f"the twelve months to {last:%B %Y}")


def months_to(last: date, months: int) -> Period:
    """So many months to a day, that day and the same day of the month before the first of them included."""
    first = add_months(last, -months)
    return Period(f"{months}m{last.isoformat()}", Span(first, last), f"the last {months} months to {last:%d/%m/%Y}")


def day(on: date) -> Period:
    """A single day."""
    return Period(on.isoformat(), Span(on, on), f"{on.day} {on:%B %Y}")


@cache
def parse(text: str) -> Period:
    """The period that `text` writes; UnknownPeriod where it is none."""
    first, dots, last = text.strip().partition("..")
    if dots:
        return between(_parse_one(first, text), _parse_one(last, text))
    return _parse_one(first, text)


def between(first: Period, last: Period) -> Period:
    """From the first day of one period to the last day of another; UnknownPeriod where they are the wrong way round."""
    if last.last < first.first:
        raise UnknownPeriod(f"{first.code}..{last.code}")
    if first == last:
        return first
    return Period(f"{first.code}..{last.code}", Span(first.first, last.last), f"{first} to {last}")


def parse_year(text: str) -> Period:
    """A financial year written bare (`2013-14`) or in full (`FY2013-14`)."""
    return parse(text if text.startswith("FY") else f"FY{text}")


def add_months(day_: date, months: int) -> date:
    """The same day some months on (or back), or the month's last day where it has no such day."""
    years, index = divmod(day_.month - 1 + months, 12)
    year, number = day_.year + years, index + 1
    return date(year, number, min(day_.day, monthrange(year, number)[1]))


def whole_months(first: date, last: date) -> int:
    """How many whole months lie between two days; 0 where the second is not after the first."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return max(0, months - (last.day < first.day))


def month_end(day_: date) -> date:
    """The last day of the month that holds a day."""
    return day_.replace(day=monthrange(day_.year, day_.month)[1])


def naming(span: Span) -> Period:
    """The period that holds just these days, under the shortest of its names."""
    if span.first == span.last:
        return day(span.first)
    found = [period for period in flow_periods_within(span) if period.span == span]
    if not found:
        return between(day(span.first), day(span.last))
    return min(found, key=lambda period: (period.code.startswith("12m"), len(period.code)))


def months_within(span: Span) -> Iterator[Period]:
    """The calendar months that lie wholly in a span, in order."""
    first = span.first if span.first.day == 1 else month_end(span.first) + timedelta(days=1)
    while month_end(first) <= span.last:
        yield month(first.year, first.month)
        first = month_end(first) + timedelta(days=1)


def month_ends_within(span: Span) -> Iterator[Period]:
    """The days in a span that end a calendar month: those at which stocks are counted."""
    last = month_end(span.first)
    while last <= span.last:
        yield day(last)
        last = month_end(last + timedelta(days=1))


def flow_periods_within(span: Span) -> Iterator[Period]:
    """Every month, quarter, half, financial year, school year and twelve months that lie wholly in a span."""
    yield from months_within(span)
    years = range(span.first.year - 1, span.last.year + 1)
    longer = [quarter(year, number) for year in years for number in (1, 2, 3, 4)]
    longer += [half_year(year, half) for year in years for half in (1, 2)]
    longer += [financial_year(year) for year in years]
    longer += [school_year(year) for year in years]
    longer += [twelve_months(each.first.year, each.first.month) for each in months_within(span)]
    yield from (period for period in longer if period.span in span)


def merged(spans: list[Span]) -> list[Span]:
    """The same days in as few spans as there can be: spans that touch or overlap become one."""
    done: list[Span] = []
    for span in sorted(spans):
        if done and span.first <= done[-1].last + timedelta(days=1):
            done[-1] = Span(done[-1].first, max(done[-1].last, span.last))
        else:
            done.append(span)
    return done


def common(*covers: Sequence[Span]) -> list[Span]:
    """The days that are in every one of several lists of spans."""
    first, *others = covers
    for other in others:
        shared = ((max(a.first, b.first), min(a.last, b.last)) for a in first for b in other)
        first = [Span(*each) for each in shared if each[0] <= each[1]]
    return merged(list(first))


_YEAR = re.compile(r"(?P<kind>FY|AY)(?P<start>\d{4})-(?P<end>\d{2})(?P<part>H[12]|Q[1-4])?")
_MONTH = re.compile(r"(?P<twelve>12m)?(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTHS_TO = re.compile(r"(?P<months>[1-9]\d?)m(?P<last>\d{4}-\d{2}-\d{2})")


def _parse_one(text: str, whole: str) -> Period:
    try:
        if found := _YEAR.fullmatch(text):
            return _parse_year(found)
        if found := _MONTH.fullmatch(text):
            make = twelve_months if found["twelve"] else month
            return make(_within_reason(int(found["year"])), int(found["month"]))
        if found := _MONTHS_TO.fullmatch(text):
            last = date.fromisoformat(found["last"])
            _within_reason(last.year)
            return months_to(last, int(found["months"]))
        if _DAY.fullmatch(text):
            on = date.fromisoformat(text)
            _within_reason(on.year)
            return day(on)
    except (ValueError, OverflowError):
        raise UnknownPeriod(whole) from None
    raise UnknownPeriod(whole)


def _parse_year(found: re.Match[str]) -> Period:
    starting, part = _within_reason(int(found["start"])), found["part"]
    if (starting + 1) % 100 != int(found["end"]) or (part and found["kind"] == "AY"):
        raise ValueError
    if not part:
        return financial_year(starting) if found["kind"] == "FY" else school_year(starting)
    return (half_year if part[0] == "H" else quarter)(starting, int(part[1]))


def _within_reason(year: int) -> int:
    """A year in which a record can have been made, or planned for; ValueError for any other."""
    if not EARLIEST <= year <= LATEST:
        raise ValueError
    return year


def _part_of_year(starting: int, part: str, first: date, *, months: int) -> Period:
    last = month_end(add_months(first, months - 1))
    year = financial_year(starting)
    words = f"{first:%B} to {last:%B %Y}" if first.year == last.year else f"{first:%B %Y} to {last:%B %Y}"
    return Period(f"{year.code}{part}", Span(first, last), words)
