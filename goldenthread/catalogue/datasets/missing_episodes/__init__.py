"""Times at which children went missing."""

from goldenthread.catalogue.checks import child_listed, said_once
from goldenthread.catalogue.codes.journey import MISSING_FROM, OWN
from goldenthread.catalogue.datasets.people import CHILD, LOCAL_ID
from goldenthread.engine.definitions import AgeAt, Check, Code, Column, Dataset, Date, From

DATASET = Dataset(
    name="missing_episodes",
    title="Missing episodes",
    about=(
        "One row for each time a child went missing. A child may go missing many times: episodes and children are never"
        " the same number."
    ),
    child=CHILD,
    dated_by="missing_on",
    columns=(
        LOCAL_ID,
        Column("missing_on", Date(), "the day on which the child went missing", required=True),
        Column("missing_from", Code(MISSING_FROM), "where the child went missing from"),
        Column("found_on", Date(), "the day on which the child was found; blank while missing"),
    ),
    derived=(
        AgeAt(
            "age_when_missing",
            on="missing_on",
            born=From("people", "date_of_birth"),
            meaning="age in completed years on that day",
        ),
    ),
    checks=(
        said_once("missing-twice"),
        Check(
            "found-before-missing",
            "The child was found on {found_on}, before going missing on {missing_on}. Correct whichever is wrong.",
            where="found_on < missing_on",
            column="found_on",
        ),
        child_listed("missing-child-not-listed"),
    ),
    source=OWN,
)
