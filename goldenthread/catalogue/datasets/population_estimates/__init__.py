"""How many people live in the area, by mid-year, as some edition of the estimates has it."""

from goldenthread.engine.definitions import Check, Column, Dataset, Repeated, Text, WholeNumber

DATASET = Dataset(
    name="population_estimates",
    title="Population estimates",
    about=(
        "One row for each mid-year and group. Estimates are revised after every census, and a rate changes with them:"
        " so the edition is part of every row and stands beside every rate."
    ),
    dated_by="mid_year",
    columns=(
        Column(
            "edition", Text(), "which publication the number is from, such as ONS mid-2017 (June 2018)", required=True
        ),
        Column("mid_year", WholeNumber(1981, 2100), "the year of the mid-year estimate", required=True),
        Column("ages", Text(), "the ages it holds, such as 0-17", required=True),
        Column("breakdown", Text(), "blank for the whole; otherwise what the group is a group of, such as sex"),
        Column("group", Text(), "blank for the whole; otherwise the group's name on the scorecard, such as Female"),
        Column("people", WholeNumber(0), "how many people", required=True),
    ),
    checks=(
        Repeated(
            "estimate-twice",
            "Line {other_row} gives the same group of the same year already. The first was taken; take one of them"
            " out.",
            on=("mid_year", "ages", "breakdown", "group"),
        ),
        Check(
            "half-a-group",
            "A group needs both its breakdown and its name; the whole has neither. Fill in the one that is blank.",
            where='(breakdown is null) <> ("group" is null)',
            column="breakdown",
        ),
    ),
    source=("Office for National Statistics, mid-year population estimates. Open Government Licence v3.0."),
)
