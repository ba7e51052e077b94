"""Times at which children went missing, numbered within each financial year."""

from pathlib import Path

from goldenthread.catalogue.datasets.people import CHILD
from goldenthread.engine.definitions import Cohort, Column, Dataset, Date, WholeNumber

COHORT = Cohort(
    dataset=Dataset(
        name="missing_times",
        title="Times missing, numbered",
        about="One row for each time at which a child went missing, numbered within the financial year.",
        child=CHILD,
        dated_by="missing_on",
        columns=(
            Column("missing_on", Date(), "the day on which the child went missing"),
            Column("time_of_the_year", WholeNumber(), "the child's first, second, third … time in that financial year"),
            Column("age_when_missing", WholeNumber(), "age in completed years on that day"),
        ),
    ),
    reads=("missing_episodes",),
    sql=(Path(__file__).parent / "missing_times.sql").read_text(encoding="utf-8"),
    from_april=True,
)
