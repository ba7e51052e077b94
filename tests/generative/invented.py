"""A small invented catalogue, and children drawn at random to count with it."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from goldenthread.engine.definitions import (
    CHILDREN,
    HOW_MUCH,
    NEITHER,
    SCORECARD,
    AgeBand,
    At,
    ByAge,
    ByCode,
    ByPlace,
    ChildId,
    Code,
    CodeList,
    Column,
    Count,
    Counts,
    Dataset,
    Date,
    During,
    Indicator,
    Measure,
    Median,
    Over,
    Places,
    Population,
    Proportion,
    Rate,
    Share,
    Text,
    Total,
    WholeNumber,
)

COLOURS = CodeList("colours", "Colours", {"A": "Amber", "B": "Blue"}, "invented")
CHILD = ChildId("number", "invented")

STAYS = Dataset(
    name="stays",
    title="Stays",
    about="Invented.",
    child=CHILD,
    dated_by="start",
    columns=(
        Column("number", Text(), "the child's number", identity=True),
        Column("start", Date(), "when it began"),
        Column("finish", Date(), "when it ended"),
        Column("colour", Code(COLOURS), "one of two"),
        Column("size", WholeNumber(), "any number"),
        Column("age", WholeNumber(), "age on the first day"),
    ),
)
CHILDREN_KNOWN = Dataset(
    name="known",
    title="Children",
    about="Invented.",
    child=CHILD,
    dated_by="",
    columns=(
        Column("number", Text(), "the child's number", identity=True),
        Column("sex", Code(COLOURS), "one of two"),
        Column("born", Date(), "first day of the month of birth"),
        Column("home", Text(), "the street on which the child lives"),
    ),
)
STREETS = Dataset(
    name="streets",
    title="Streets",
    about="Invented.",
    dated_by="laid",
    columns=(
        Column("sort", Text(), "street or quarter"),
        Column("called", Text(), "its name"),
        Column("quarter", Text(), "the quarter that a street is in"),
        Column("laid", Date(), "when it was laid"),
        Column("gone", Date(), "when it was built over"),
    ),
)
HEADS = Dataset(
    name="heads",
    title="Heads",
    about="Invented.",
    dated_by="year",
    columns=tuple(
        Column(name, WholeNumber() if name in {"year", "people"} else Text(), name)
        for name in ("edition", "year", "ages", "division", "part", "people")
    ),
)
DATASETS = {dataset.name: dataset for dataset in (STAYS, CHILDREN_KNOWN, HEADS, STREETS)}

SEX = ByCode("sex", "Sex", dataset="known", column="sex", groups={"Amber": ("A",), "Blue": ("B",)})
AGE = ByAge("age", "Age", dataset="known", column="born", bands=(AgeBand("0 to 4", 0, 4), AgeBand("5 to 17", 5, 17)))
COLOUR = ByCode("colour", "Colour", dataset="stays", column="colour", groups={"Amber": ("A",), "Blue": ("B",)})
TOWN = Places("streets", "sort", "called", "quarter", "laid", "gone")
STREET = ByPlace("street", "Street", dataset="known", column="home", places=TOWN, kind="street")
QUARTER = ByPlace("quarter", "Quarter", dataset="known", column="home", places=TOWN, kind="quarter", through="street")
EVERYBODY = Population("heads", "edition", "year", "ages", "all", "division", "part", "people")

OPEN, BEGUN = At("start", "finish"), During("start", age="age")
COUNT = Count(where="colour = 'A'")
SHARE = Proportion(where="size > 3", of="colour = 'A'")
RATE = Rate(per=1000, of=EVERYBODY, where="size > 3")
SUM = Total(of="size", unit="days", where="colour <> 'B'")
PART = Share(part="size", of="age", where="colour <> 'B'")
MIDDLE = Median(of="size", unit="days", where="colour <> 'B'")


def indicator(measure: Measure, over: Over, counts: Counts) -> Indicator:
    """An indicator of invented stays, by everything that they can be divided by."""
    return Indicator(
        code="X1",
        title="Invented",
        asks=HOW_MUCH,
        why="",
        dataset="stays",
        over=over,
        counts=counts,
        measure=measure,
        better=NEITHER,
        protects=CHILDREN,
        tier=SCORECARD,
        breakdowns=(SEX, AGE, COLOUR, STREET, QUARTER),
        sentence="{value}",
        noun="stays",
        definition="",
        source="",
    )


YEARS = ("FY2015-16", "FY2016-17", "FY2017-18")
_FIRST = date(2015, 3, 1)
_days = st.integers(0, 1200).map(lambda days: _FIRST + timedelta(days=days))
_months = st.integers(0, 220).map(lambda months: date(2000 + months // 12, months % 12 + 1, 1))
_code = st.sampled_from(["A", "B", "Z", None])
_streets = st.sampled_from([None, "Ash", "Elm", "Oak"])
_children = st.sampled_from(["Ada", "Ben", "Cy", "Dot", "Eve"])

Row = dict[str, Any]
rows_of_stays = st.lists(
    st.fixed_dictionaries(
        {
            "child": _children,
            "start": _days,
            "finish": st.one_of(st.none(), _days),
            "colour": _code,
            "size": st.one_of(st.none(), st.integers(0, 8)),
            "age": st.one_of(st.none(), st.integers(0, 20)),
        }
    ),
    max_size=12,
)
"""Stays, some of them impossible: the engine counts what it is given."""

years_of_stays = st.dictionaries(st.sampled_from(YEARS), rows_of_stays, min_size=1)
"""Returns by the year that each covers; a year may be missing, and the same stay may be in two."""

rows_of_children = st.lists(
    st.fixed_dictionaries(
        {
            "child": _children,
            "sex": _code,
            "born": st.one_of(st.none(), _months),
            "home": _streets,
            "moved_to": _streets,
        }
    ),
    max_size=5,
    unique_by=lambda row: str(row["child"]),
)
"""Children, and where they lived when two returns were sent, one year after the other."""

rows_of_streets = st.lists(
    st.fixed_dictionaries(
        {
            "sort": st.sampled_from(["street", "street", "quarter"]),
            "called": st.sampled_from(["Ash", "Elm", "North", "South"]),
            "quarter": st.sampled_from([None, "North", "South"]),
            "laid": _days,
            "gone": st.one_of(st.none(), _days),
        }
    ),
    max_size=8,
    unique_by=lambda row: (row["sort"], row["called"], row["laid"]),
)

rows_of_heads = st.lists(
    st.fixed_dictionaries(
        {
            "edition": st.just("first"),
            "year": st.integers(2014, 2018),
            "ages": st.sampled_from(["all", "some"]),
            "part": st.sampled_from([None, "Amber", "Blue"]),
            "people": st.integers(0, 5000),
        }
    ).map(lambda row: {**row, "division": "sex" if row["part"] else None}),
    max_size=8,
    unique_by=lambda row: (row["year"], row["ages"], row["part"]),
)
