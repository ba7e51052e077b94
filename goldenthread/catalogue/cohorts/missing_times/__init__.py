"""Times at which children went missing, each beside the time before the one before."""

from pathlib import Path

from goldenthread.catalogue.datasets.people import CHILD
from goldenthread.engine.definitions import Cohort, Column, Dataset, Date, WholeNumber

COHORT = Cohort(
    dataset=Dataset(
        name="missing_times",
        title="Times missing, in turn",
        about=(
            "One row for each time at which a child went missing, beside the time before the one before, which is the"
            " first of three. Times at which it was known where the child was are left out."
        ),
        child=CHILD,
        dated_by="missing_on",
        columns=(
            Column("missing_on", Date(), "the day on which the child went missing"),
            Column(
                "before_last_on",
                Date(),
                "the day on which the child went missing the time before the one before; blank where there was none",
            ),
            Column("age_when_missing", WholeNumber(), "age in completed years on the day of this row"),
        ),
    ),
    reads=("missing_episodes",),
    sql=(Path(__file__).parent / "missing_times.sql").read_text(encoding="utf-8"),
)
