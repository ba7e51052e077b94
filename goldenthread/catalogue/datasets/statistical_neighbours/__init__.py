"""Which authorities are most like which, by some edition of the model that says so."""

from goldenthread.catalogue.codes.published import OPEN
from goldenthread.engine.definitions import WARNING, Check, Column, Dataset, Date, Repeated, Text, WholeNumber

DATASET = Dataset(
    name="statistical_neighbours",
    title="Statistical neighbours",
    about=(
        "One row for each authority and each of its neighbours, the nearest first. A list holds from its date until the"
        " next one does, and for nothing before: the list with its date, and which average of the neighbours is taken,"
        " stand beside every comparison made with it."
    ),
    dated_by="",
    columns=(
        Column("edition", Text(), "which list it is, with its year; the name of its file", required=True),
        Column(
            "holds_from",
            Date(),
            "the day from which it holds; in a list of the Department the first day of the year or month that the name"
            " of its file writes",
        ),
        Column("authority", Text(), "the authority's older code, of three digits", required=True),
        Column("authority_name", Text(), "its name"),
        Column("rank", WholeNumber(1), "1 for the nearest neighbour", required=True),
        Column("neighbour", Text(), "the neighbour's older code", required=True),
        Column("closeness", Text(), "how close the list says that it is"),
    ),
    checks=(
        Repeated(
            "neighbour-twice",
            "Line {other_row} names a neighbour of that rank already. The first was taken; take one of them out.",
            on=("edition", "authority", "rank"),
        ),
        Check(
            "own-neighbour",
            "The authority {authority} is its own neighbour. Correct one of the two.",
            where="authority = neighbour",
            column="neighbour",
        ),
        Check(
            "list-without-a-date",
            "Nothing says from when this list holds, so no figure is set beside it. Write the year or the month into"
            " the name of its file, such as neighbours_2021-04.csv, or fill holds_from.",
            where="holds_from is null",
            column="holds_from",
            severity=WARNING,
        ),
    ),
    source=OPEN,
)
