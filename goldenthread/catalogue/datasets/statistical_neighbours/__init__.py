"""Which authorities are most like which, by some edition of the model that says so."""

from goldenthread.catalogue.codes.published import OPEN
from goldenthread.engine.definitions import Check, Column, Dataset, Repeated, Text, WholeNumber

DATASET = Dataset(
    name="statistical_neighbours",
    title="Statistical neighbours",
    about=(
        "One row for each authority and each of its neighbours, the nearest first. A list holds for its time: the date"
        " of the list, and which average of the neighbours is taken, stand beside every comparison made with it."
    ),
    dated_by="",
    columns=(
        Column("edition", Text(), "which list it is, with its year; the name of its file", required=True),
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
    ),
    source=OPEN,
)
