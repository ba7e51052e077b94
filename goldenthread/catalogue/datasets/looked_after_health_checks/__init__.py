"""Health needs assessments and dental checks of looked-after children."""

from goldenthread.catalogue.codes.journey import HEALTH_CHECK, OWN
from goldenthread.catalogue.datasets.people import CHILD, LOCAL_ID
from goldenthread.engine.definitions import WARNING, Code, Column, Dataset, Date, Repeated, Unmatched

DATASET = Dataset(
    name="looked_after_health_checks",
    title="Looked-after health checks",
    about=("One row for each health needs assessment or dental check that a looked-after child was due to have."),
    child=CHILD,
    dated_by="check_due",
    columns=(
        LOCAL_ID,
        Column("check_due", Date(), "the last day on which it was in time", required=True),
        Column("check_kind", Code(HEALTH_CHECK), "what kind it is", required=True),
        Column("check_done", Date(), "the day on which it was done; blank where it was not", expected=True),
    ),
    checks=(
        Repeated(
            "health-check-twice", "This line says the same as line {other_row} and was counted once. Take it out."
        ),
        Unmatched(
            "health-check-child-not-listed",
            "This child is not in the list of children of the same return, so age, sex and ethnicity are not known.",
            to="people",
            severity=WARNING,
        ),
    ),
    source=OWN,
)
