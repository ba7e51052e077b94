"""The words of predicates mean what they say, and nothing else is let through the fence."""

import duckdb
import pytest

from goldenthread.engine.words import Refused, calendar, columns_read, expand


@pytest.fixture(scope="module")
def connection() -> duckdb.DuckDBPyConnection:
    opened = duckdb.connect()
    calendar.install(opened)
    return opened


def value(connection: duckdb.DuckDBPyConnection, word: str, start: str, end: str) -> int:
    predicate = expand(f"{word}(a, b) = 0").removesuffix(" = 0")
    days = f"(SELECT CAST('{start}' AS DATE) AS a, CAST('{end}' AS DATE) AS b)"
    (found,) = connection.execute(f"SELECT {predicate} FROM {days}").fetchall()[0]
    return int(found)


@pytest.mark.parametrize(
    ("word", "start", "end", "is_"),
    [
        ("days_between", "2018-03-31", "2018-03-31", 0),
        ("days_between", "2018-03-31", "2018-04-01", 1),
        ("days_between", "2018-04-01", "2018-03-31", -1),
        ("months_between", "2018-01-31", "2018-02-28", 0),
        ("months_between", "2018-01-31", "2018-03-31", 2),
        ("months_between", "2016-03-31", "2018-03-31", 24),
        ("months_between", "2016-04-01", "2018-03-31", 23),
        ("months_begun", "2018-01-31", "2018-04-30", 3),
        ("months_begun", "2018-01-15", "2018-04-15", 3),
        ("months_begun", "2018-01-15", "2018-04-16", 4),
        ("months_begun", "2018-01-31", "2018-05-01", 4),
        ("months_begun", "2018-01-31", "2018-01-31", 0),
        ("age_at", "2000-04-01", "2018-03-31", 17),
        ("age_at", "2000-04-01", "2018-04-01", 18),
        ("age_at", "2000-02-29", "2018-02-28", 17),
        ("age_at", "2000-02-29", "2018-03-01", 18),
        ("age_at", "2018-03-31", "2018-03-31", 0),
    ],
)
def test_what_a_word_means(connection: duckdb.DuckDBPyConnection, word: str, start: str, end: str, is_: int) -> None:
    assert value(connection, word, start, end) == is_


@pytest.mark.parametrize(
    ("start", "end", "is_"),
    [
        ("2014-04-14", "2014-04-14", 0),  # the first day is day 0
        ("2014-04-14", "2014-04-15", 1),
        ("2014-04-17", "2014-04-22", 1),  # over Good Friday, the weekend and Easter Monday
        ("2014-12-24", "2014-12-29", 1),  # over Christmas and Boxing Day
        ("2022-09-16", "2022-09-20", 1),  # over the one-off day of the Queen's funeral
        ("2014-04-12", "2014-04-14", 1),  # from a Saturday
        ("2014-04-11", "2014-04-13", 0),  # to a Sunday
        ("2014-04-15", "2014-04-14", -1),
    ],
)
def test_working_days_leave_out_weekends_and_bank_holidays_of_england(
    connection: duckdb.DuckDBPyConnection, start: str, end: str, is_: int
) -> None:
    assert value(connection, "working_days", start, end) == is_


@pytest.mark.parametrize(
    ("start", "days", "is_"),
    [
        ("2014-04-14", 0, "2014-04-14"),
        ("2014-04-14", 5, "2014-04-23"),  # over Good Friday, the weekend and Easter Monday
        ("2014-04-12", 1, "2014-04-14"),  # from a Saturday
        ("2013-06-03", 15, "2013-06-24"),
    ],
)
def test_so_many_working_days_after_a_day_is_itself_a_working_day(
    connection: duckdb.DuckDBPyConnection, start: str, days: int, is_: str
) -> None:
    told = expand(f"working_days_after(a, {days}) = 0").removesuffix(" = 0")
    ((found,),) = connection.execute(f"SELECT {told} FROM (SELECT CAST('{start}' AS DATE) AS a)").fetchall()
    assert str(found) == is_


@pytest.mark.parametrize(
    "predicate",
    [
        "legal_status not in ('V3', 'V4')",
        "end_date is null or end_date > start_date",
        "age between 4 and 17 and not (sex = '1')",
        "working_days(strategy_date, conference_date) <= 15",
        "size = -1",
        "true",
    ],
)
def test_what_may_be_said(predicate: str) -> None:
    assert expand(predicate)


@pytest.mark.parametrize(
    "predicate",
    [
        "end_date - start_date > 30",
        "date_diff('day', start_date, end_date) > 30",
        "upper(sex) = 'M'",
        "sex in (select sex from people)",
        "(select count(*) from people) > 1",
        "people.sex = '1'",
        "count(*) over () > 1",
        "cast(sex as integer) = 1",
        "sex || ethnicity = 'x'",
        "sex like 'M%'",
        "case when sex = '1' then true end",
        "now() > start_date",
        "read_csv('/etc/passwd') is null",
        "true; drop table x",
        "age_at(born) > 4",
        "sex =",
        "",
    ],
)
def test_what_may_not_is_refused_with_the_reason(predicate: str) -> None:
    with pytest.raises(Refused) as refusal:
        expand(predicate)
    assert predicate in str(refusal.value)


def test_a_predicate_says_which_columns_it_reads() -> None:
    assert columns_read("working_days(a, b) <= 15 and c is not null") == {"a", "b", "c"}
    assert columns_read("true") == frozenset()
