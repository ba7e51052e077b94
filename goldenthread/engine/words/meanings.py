"""What our words mean, in SQL that every engine reads the same way.

Ages and months are worked out from years, months and days, because engines count the months between two dates in
different ways. Working days are looked up in a table named `calendar`, with a running number of working days.
"""

from collections.abc import Callable, Mapping

import sqlglot
from sqlglot import exp

Meaning = Callable[[exp.Expr, exp.Expr], exp.Expr]


def _spelt(template: str) -> Meaning:
    def meaning(start: exp.Expr, end: exp.Expr) -> exp.Expr:
        spelt = sqlglot.parse_one(template, dialect="duckdb")
        return exp.paren(exp.replace_placeholders(spelt, start=start.copy(), end=end.copy()), copy=False)

    return meaning


MEANINGS: Mapping[str, Meaning] = {
    # Days from the first date to the second; the first is day 0.
    "days_between": _spelt("date_diff('day', :start, :end)"),
    # Whole months from the first date to the second.
    "months_between": _spelt(
        "(year(:end) - year(:start)) * 12 + month(:end) - month(:start) - cast(day(:end) < day(:start) as integer)"
    ),
    # Months from the first date to the second, one that has only begun counted whole: within three months is up to 3.
    "months_begun": _spelt(
        "(year(:end) - year(:start)) * 12 + month(:end) - month(:start) + cast(day(:end) > day(:start) as integer)"
    ),
    # The day on which so many working days have passed since a date, which is day 0.
    "working_days_after": _spelt(
        "(select min(calendar.day) from calendar where calendar.running ="
        " :end + (select running from calendar where calendar.day = :start))"
    ),
    # Working days from the first date to the second; the first is day 0, whether it is a working day or not.
    "working_days": _spelt(
        "(select running from calendar where calendar.day = :end)"
        " - (select running from calendar where calendar.day = :start)"
    ),
    # Completed years from a birth to a date.
    "age_at": _spelt(
        "year(:end) - year(:start) - cast(month(:end) * 100 + day(:end) < month(:start) * 100 + day(:start) as integer)"
    ),
}
