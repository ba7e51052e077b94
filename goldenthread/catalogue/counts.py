"""The template for partners who send counts instead of records: the police, health, schools, panels.

One row for each count: of which quarter, of which measure, how many. What it says goes to the supplied figures.
"""

from collections.abc import Iterable

from goldenthread.catalogue.listing import indicators
from goldenthread.engine.definitions import (
    Code,
    CodeList,
    Column,
    Dataset,
    Indicator,
    Supplied,
    Text,
    WholeNumber,
)

COUNTS_HEADERS = ("quarter", "measure", "group_of", "group", "count", "out_of", "note")
"""The columns of the template, in their order. `measure` is the code of an indicator; `quarter` is any period, written
`FY2017-18Q1`; a blank `group_of` and `group` mean the whole; `out_of` is the denominator of a share; `note` says who
counted it and how, as whoever opens the number reads it."""


def counts() -> Dataset:
    """The template as its writer needs it: no dataset of the catalogue, for its rows become supplied figures."""
    return Dataset(
        name="counts",
        title="Counts",
        about="One row for each count that somebody sends instead of records: of which quarter, of what, how many.",
        dated_by="quarter",
        columns=(
            Column(
                "quarter",
                Text(like="FY2017-18Q1"),
                "which quarter it tells of; a year is written FY2017-18, a month 2017-04, a day 2017-06-30",
                required=True,
            ),
            Column("measure", Code(measures()), "the code of the measure; the list says what each is", required=True),
            Column("group_of", Text(), "blank for the whole; otherwise what the group is a group of, such as sex"),
            Column("group", Text(), "blank for the whole; otherwise the group's name on the scorecard, such as Female"),
            Column(
                "count",
                WholeNumber(0),
                "how many: 0 where there were none; take the row out where nobody knows",
                required=True,
            ),
            Column("out_of", WholeNumber(0), "out of how many, where the measure is a share"),
            Column("note", Text(), "who counted it, and where it is written"),
        ),
        source="Our own.",
    )


def supplied_indicators() -> list[Indicator]:
    """The indicators whose figures are never counted from records: agencies count themselves, and supply them."""
    return [indicator for indicator in indicators().values() if isinstance(indicator.over, Supplied)]


def measures() -> CodeList:
    """Every indicator that counts may be sent for; those that are never counted from records come first."""
    first = {indicator.code: indicator.title for indicator in supplied_indicators()}
    rest = {code: indicator.title for code, indicator in indicators().items()}
    return CodeList("measures", "Measures", {**first, **rest}, "Our own.")


def example() -> list[tuple[str, ...]]:
    """Invented rows: a count of a quarter, one of a group, and a share."""
    return [
        ("FY2017-18Q1", "CSE3", "", "", "8", "", "Police, quarterly count"),
        ("FY2017-18Q1", "CSE4", "", "", "0", "", "Police, quarterly count"),
        ("FY2017-18Q1", "ALL2", "", "", "11", "26", "Designated officer's register"),
        ("2017-06-30", "CP1", "sex", "Female", "341", "", "Children's services, weekly list"),
    ]


def to_be_counted(quarter: str, measures: Iterable[str]) -> list[tuple[str, ...]]:
    """Rows that wait for their counts: one for each measure."""
    return [(quarter, code, "", "", "", "", "") for code in measures]
