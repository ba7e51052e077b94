"""The template for partners who send counts instead of records: the police, health, schools, panels.

One row for each count: of which quarter, of which measure, how many. What it says goes to the supplied figures.
"""

from goldenthread.catalogue.listing import indicators
from goldenthread.engine.definitions import Code, CodeList, Column, Dataset, Indicator, Supplied, Text, WholeNumber

COUNTS_HEADERS = ("quarter", "measure", "group_of", "group", "count", "out_of", "note")
"""The columns of the template, in their order. `measure` is the code of an indicator; `quarter` is any period, written
`FY2017-18Q1`; a blank `group_of` and `group` mean the whole; `out_of` is the denominator of a share; `note` says who
counted it and how, as whoever opens the number reads it."""


def counts() -> Dataset:
    """The template as its writer needs it: no dataset of the catalogue, for its rows become supplied figures."""
    kinds = (Text(like="FY2017-18Q1"), Code(measures()), Text(), Text(), WholeNumber(0), WholeNumber(0), Text())
    meanings = (
        "which quarter it tells of; a year is written FY2017-18, a month 2017-04, a day 2017-06-30",
        "the code of the measure, from the sheet Codes",
        "blank for the whole; otherwise what the group is a group of, such as sex",
        "blank for the whole; otherwise the group's name on the scorecard, such as Female",
        "how many; nought where there were none, blank where nobody knows",
        "out of how many, where it is a share",
        "who counted it, and where it is written",
    )
    needed = {"quarter", "measure", "count"}
    return Dataset(
        name="counts",
        title="Counts",
        about="One row for each count that somebody sends instead of records: of which quarter, of what, how many.",
        dated_by="quarter",
        columns=tuple(
            Column(name, kind, meaning, required=name in needed)
            for name, kind, meaning in zip(COUNTS_HEADERS, kinds, meanings, strict=True)
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
