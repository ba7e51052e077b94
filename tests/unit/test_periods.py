"""Periods: written, read back, and laid over the days that evidence covers."""

from datetime import date

import pytest

from goldenthread.engine import periods
from goldenthread.engine.periods import Span, UnknownPeriod, parse


@pytest.mark.parametrize(
    ("written", "first", "last", "read"),
    [
        ("FY2013-14", date(2013, 4, 1), date(2014, 3, 31), "2013/14"),
        ("FY1999-00", date(1999, 4, 1), date(2000, 3, 31), "1999/00"),
        ("AY2012-13", date(2012, 9, 1), date(2013, 8, 31), "school year 2012/13"),
        ("FY2013-14H1", date(2013, 4, 1), date(2013, 9, 30), "April to September 2013"),
        ("FY2013-14H2", date(2013, 10, 1), date(2014, 3, 31), "October 2013 to March 2014"),
        ("FY2013-14Q3", date(2013, 10, 1), date(2013, 12, 31), "October to December 2013"),
        ("2014-02", date(2014, 2, 1), date(2014, 2, 28), "February 2014"),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29), "February 2016"),
        ("12m2014-03", date(2013, 4, 1), date(2014, 3, 31), "the twelve months to March 2014"),
        ("2014-03-31", date(2014, 3, 31), date(2014, 3, 31), "31 March 2014"),
        ("FY2015-16..FY2017-18", date(2015, 4, 1), date(2018, 3, 31), "2015/16 to 2017/18"),
    ],
)
def test_a_period_is_written_one_way_and_read_another(written: str, first: date, last: date, read: str) -> None:
    period = parse(written)
    assert (period.code, period.first, period.last, str(period)) == (written, first, last, read)


@pytest.mark.parametrize(
    "written",
    ["", "2013", "FY2013", "FY2013-15", "AY2012-13Q1", "FY2013-14Q5", "2014-13", "2014-02-30", "FY2014-15..FY2013-14",
     "0000-01-01", "FY9999-00", "2014-02..", "last year"],
)  # fmt: skip
def test_what_is_not_a_period_is_refused_with_how_to_write_one(written: str) -> None:
    with pytest.raises(UnknownPeriod, match="FY2013-14"):
        parse(written)


def test_a_year_may_be_written_bare() -> None:
    assert periods.parse_year("2013-14") == periods.parse_year("FY2013-14") == parse("FY2013-14")


def test_stocks_are_counted_at_the_month_ends_that_are_covered() -> None:
    codes = [period.code for period in periods.month_ends_within(Span(date(2014, 1, 15), date(2014, 4, 29)))]
    assert codes == ["2014-01-31", "2014-02-28", "2014-03-31"]


def test_flows_are_counted_over_every_period_that_is_covered_whole() -> None:
    codes = {period.code for period in periods.flow_periods_within(parse("FY2013-14").span)}
    assert {"2013-04", "2014-03", "FY2013-14Q1", "FY2013-14H2", "FY2013-14", "12m2014-03"} <= codes
    assert not codes & {"AY2013-14", "AY2012-13", "12m2014-02", "FY2012-13", "2014-04"}
    assert len(codes) == 12 + 4 + 2 + 1 + 1


def test_spans_that_touch_or_overlap_are_one() -> None:
    years = [parse(code).span for code in ("FY2014-15", "FY2012-13", "FY2013-14", "FY2016-17")]
    assert periods.merged(years) == [parse("FY2012-13..FY2014-15").span, parse("FY2016-17").span]


def test_the_days_that_several_have_in_common() -> None:
    long, early, late = parse("FY2010-11..FY2013-14").span, parse("FY2011-12").span, parse("FY2013-14H2").span
    assert periods.common([long], [early, late]) == [early, late]
    assert periods.common([early], [late]) == []
    assert periods.common([long]) == [long]


def test_the_same_day_some_months_on_is_the_last_day_of_a_shorter_month() -> None:
    assert periods.add_months(date(2014, 1, 31), 1) == date(2014, 2, 28)
    assert periods.add_months(date(2014, 3, 31), -1) == date(2014, 2, 28)
    assert periods.add_months(date(2013, 11, 30), 3) == date(2014, 2, 28)
