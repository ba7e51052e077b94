"""Figures that agencies supply instead of records."""

from goldenthread.catalogue.codes.journey import OWN
from goldenthread.catalogue.codes.supplied import WHOSE
from goldenthread.engine.definitions import Check, Code, Column, Dataset, Date, Number, Repeated, Text, WholeNumber

DATASET = Dataset(
    name="supplied_figures",
    title="Supplied figures",
    about=(
        "One row for each figure that somebody supplies instead of records: what an agency counted itself for a"
        " quarter, a year from before records were sent, a target, the figure of England or of statistical neighbours."
        " Give a number (and out of how many), or only the finished value."
    ),
    dated_by="last_day",
    columns=(
        Column("indicator", Text(), "the code of the indicator that it is a figure of", required=True),
        Column("whose", Code(WHOSE), "whose figure it is", required=True),
        Column("first_day", Date(), "the first day that it tells of", required=True),
        Column(
            "last_day",
            Date(),
            "the last day that it tells of; for a number at one day the same day again",
            required=True,
        ),
        Column("group_of", Text(), "blank for the whole; otherwise what the group is a group of, such as sex"),
        Column("group", Text(), "blank for the whole; otherwise the group's name on the scorecard, such as Female"),
        Column("number", WholeNumber(0), "how many"),
        Column("out_of", WholeNumber(0), "out of how many, where it is a share"),
        Column("value", Number(), "the finished figure, where no number is known"),
        Column("said_by", Text(), "who says so, and where", required=True),
    ),
    checks=(
        Repeated(
            "figure-twice",
            "Line {other_row} gives this figure already. The first was taken; take one of them out.",
            on=(
                "indicator",
                "whose",
                "first_day",
                "last_day",
                "group_of",
                "group",
            ),
        ),
        Check(
            "figure-without-number",
            "There is neither a number nor a value. Fill in one of them, or take the line out.",
            where="number is null and value is null",
            column="number",
        ),
        Check(
            "figure-backwards",
            "The last day, {last_day}, lies before the first, {first_day}. Correct whichever is wrong.",
            where="last_day < first_day",
            column="last_day",
        ),
        Check(
            "more-than-all",
            "The number, {number}, is more than {out_of}, out of which it is. Correct whichever is wrong.",
            where="number > out_of",
            column="number",
        ),
    ),
    source=OWN,
)
