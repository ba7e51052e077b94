"""The same figures in plain Python: slow, naive, and written without looking at the engine."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from statistics import median
from typing import Any

from goldenthread.engine.definitions import CHILDREN, At, Count, Indicator, Median, Proportion, Rate, Share, Total
from goldenthread.engine.periods import Period, parse

Row = Mapping[str, Any]
YES, NO, UNKNOWN, OUT = "yes", "no", "unknown", "out"


def expected(
    indicator: Indicator, period: Period, by: str, wanted: str, returns: Mapping[str, Sequence[Row]],
    children: Sequence[Row], heads: Sequence[Row], streets: Sequence[Row],
) -> dict[str, Any]:  # fmt: skip
    """What one cell should hold."""
    known = {row["child"]: row for row in children}

    def group(row: Row) -> str:
        return group_of(row, known, streets, indicator, period, by)

    present = [
        row
        for covers, rows in returns.items()
        for row in rows
        if belongs(row, indicator, period, parse(covers)) and group(row) == wanted
    ]
    if isinstance(indicator.measure, Median):
        return of_values(present)
    if isinstance(indicator.measure, Total | Share):
        return of_amounts(present, "age" if isinstance(indicator.measure, Share) else None)
    says = [state(row, indicator) for row in present]
    of_child = [row["child"] for row in present]
    if indicator.counts is CHILDREN:
        of_each = {child: [s for s, c in zip(says, of_child, strict=True) if c == child] for child in of_child}
        says, of_child = [together(said) for said in of_each.values()], list(of_each)
    counted = {"numerator": says.count(YES), "unknown": says.count(UNKNOWN), "denominator": None}
    counted |= {f"{each}_children": children_who_say(each, says, of_child) for each in (YES, NO, UNKNOWN)}
    if isinstance(indicator.measure, Proportion):
        counted["denominator"] = says.count(YES) + says.count(NO)
    else:
        counted["no_children"] = 0  # nobody asks for them
    if isinstance(indicator.measure, Rate):
        counted["denominator"] = people(heads, period, by, wanted)
    return counted


def belongs(row: Row, indicator: Indicator, period: Period, covers: Period) -> bool:
    """Whether a row of a return counts in a period."""
    if isinstance(indicator.over, At):
        open_then = row["start"] <= period.last and (row["finish"] is None or period.last < row["finish"])
        return open_then and covers.first <= period.last <= covers.last
    return max(period.first, covers.first) <= row["start"] <= min(period.last, covers.last)


def group_of(
    row: Row, known: Mapping[str, Row], streets: Sequence[Row], indicator: Indicator, period: Period, by: str
) -> str:
    """The group of a row in a breakdown."""
    child = known.get(row["child"], {"sex": None, "born": None, "home": None, "moved_to": None})
    if by in PLACES:
        day = period.last if isinstance(indicator.over, At) else row["start"]
        return place_of(home_on(child, day), day, by, streets)
    if by == "all":
        return "all"
    if by == "age":
        born = child["born"]
        age = row["age"] if not isinstance(indicator.over, At) else None if born is None else years(born, period.last)
        return named(age, lambda age: "0 to 4" if 0 <= age <= 4 else "5 to 17" if 5 <= age <= 17 else None)
    return named(child["sex"] if by == "sex" else row["colour"], lambda code: {"A": "Amber", "B": "Blue"}.get(code))


PLACES = ("street", "quarter")
SECOND_RETURN = date(2016, 4, 1)


def home_on(child: Row, day: date) -> str | None:
    """Where a child lived: as the second return says from the day on which it begins, where it says so."""
    first, second = child["home"], child["moved_to"]
    return second if second and (day >= SECOND_RETURN or not first) else first


def there(street: Row, streets: Sequence[Row], first: date, last: date) -> bool:
    """Whether a place was there at any time from one day to another; one that is laid anew is another from then on."""
    same = [each for each in streets if (each["sort"], each["called"]) == (street["sort"], street["called"])]
    again = [each["laid"] for each in same if each["laid"] > street["laid"]]
    gone = min([*again, *([street["gone"]] if street["gone"] else [])], default=date.max)
    return street["laid"] <= last and first < gone


def place_of(home: str | None, day: date, by: str, streets: Sequence[Row]) -> str:
    """The street on which a home is, or the quarter that this street is in, if they were there on the day."""

    def found(sort: str, name: str) -> Row | None:
        return next((each for each in streets if (each["sort"], each["called"]) == (sort, name)
                     and there(each, streets, day, day)), None)  # fmt: skip

    if home is None:
        return "not recorded"
    street = found("street", home)
    if street is None:
        return "not on the list"
    if by == "street":
        return home
    if street["quarter"] is None:
        return "not recorded"
    return street["quarter"] if found("quarter", street["quarter"]) else "not on the list"


def groups_of_places(sort: str, period: Period, streets: Sequence[Row]) -> set[str]:
    """The places of a sort that were there in a period, and the two groups that always are; none without any place."""
    listed = [each for each in streets if each["sort"] == sort]
    names = {each["called"] for each in listed if there(each, streets, period.first, period.last)}
    return names | {"not recorded", "not on the list"} if listed else set()


def named(value: Any, label: Callable[[Any], str | None]) -> str:
    """The label of a value, or the words for having none."""
    return "not recorded" if value is None else label(value) or "not on the list"


def years(born: date, day: date) -> int:
    """Completed years."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def state(row: Row, indicator: Indicator) -> str:
    """What a row says, by the measures that the invented catalogue has."""
    colour, size = known_colour(row), row["size"]
    if isinstance(indicator.measure, Count):
        return UNKNOWN if colour is None else YES if colour == "A" else NO
    if isinstance(indicator.measure, Proportion) and colour == "B":
        return OUT
    if isinstance(indicator.measure, Proportion) and colour is None:
        return UNKNOWN
    return UNKNOWN if size is None else YES if size > 3 else NO


def children_who_say(what: str, says: Sequence[str], of_child: Sequence[str]) -> int:
    """How many different children stand behind the rows that say something."""
    return len({child for said, child in zip(says, of_child, strict=True) if said == what})


def known_colour(row: Row) -> str | None:
    """The colour, if the list knows it: another is a colour that is not known."""
    return row["colour"] if row["colour"] in ("A", "B") else None


def together(says: Sequence[str]) -> str:
    """What a child says who has several rows."""
    return next((each for each in (YES, UNKNOWN, NO) if each in says), OUT)


def of_values(present: Sequence[Row]) -> dict[str, Any]:
    """The middle of the sizes of stays that are not blue."""
    concerned = [row for row in present if known_colour(row) != "B"]
    sizes = [row["size"] for row in concerned if known_colour(row) is not None and row["size"] is not None]
    middle = None if not sizes else Fraction(Decimal(str(median(sizes))))
    return {"denominator": len(sizes), "unknown": len(concerned) - len(sizes), "value": middle}


def of_amounts(present: Sequence[Row], whole: str | None) -> dict[str, Any]:
    """What the sizes of stays that are not blue come to, and what they are a part of where they are one."""
    concerned = [row for row in present if known_colour(row) != "B"]
    needed = ["size", *([whole] if whole else [])]
    told = [row for row in concerned if known_colour(row) and all(row[name] is not None for name in needed)]
    return {
        "numerator": sum(row["size"] for row in told),
        "denominator": sum(row[whole] for row in told) if whole else None,
        "unknown": len(concerned) - len(told),
    }


def people(heads: Sequence[Row], period: Period, by: str, group: str) -> int | None:
    """The estimate for the summer of the financial year in which a period ends."""
    year = period.last.year if period.last.month >= 4 else period.last.year - 1
    wanted = None if by == "all" else group
    if by not in ("all", "sex"):
        return None
    return next(
        (row["people"] for row in heads if (row["year"], row["ages"], row["part"]) == (year, "all", wanted)), None
    )
