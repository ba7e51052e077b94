"""Health assessments and dental checks of looked-after children, from senders who do not say by when they were due."""

from goldenthread.catalogue.checks import child_listed, said_once, while_looked_after
from goldenthread.catalogue.codes.health import HEALTH_CHECK_STATUS
from goldenthread.catalogue.codes.journey import HEALTH_CHECK
from goldenthread.catalogue.codes.sources import ANNEX_A, STANDARD
from goldenthread.catalogue.datasets.people import CHILD, LOCAL_ID
from goldenthread.engine.definitions import QUERY, Code, Column, Dataset, Date

DATASET = Dataset(
    name="health_appointments",
    title="Health appointments of looked-after children",
    about=(
        "One row for each health assessment or dental check of a looked-after child, with what became of it. By when it"
        " was due is not said: that is in the looked-after health checks."
    ),
    child=CHILD,
    dated_by="appointment_on",
    columns=(
        LOCAL_ID,
        Column("appointment_on", Date(), "the day for which it was planned or on which it was held", required=True),
        Column("appointment_kind", Code(HEALTH_CHECK), "what kind it is", required=True),
        Column("appointment_outcome", Code(HEALTH_CHECK_STATUS), "what became of it; blank where it was completed"),
    ),
    checks=(
        said_once("appointment-twice"),
        while_looked_after("appointment-outside-care", "appointment", "appointment_on", QUERY),
        child_listed("appointment-child-not-listed"),
    ),
    source=f"{ANNEX_A} {STANDARD}",
    reports_standing=True,
)
