"""Health needs assessments and dental checks of looked-after children."""

from goldenthread.catalogue.checks import child_listed, said_once
from goldenthread.catalogue.codes.journey import HEALTH_CHECK, OWN
from goldenthread.catalogue.datasets.people import CHILD, LOCAL_ID
from goldenthread.engine.definitions import QUERY, Check, Code, Column, Dataset, Date

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
        said_once("health-check-twice"),
        Check(
            "health-check-long-before",
            "The check was done on {check_done}, more than a year before it was due on {check_due}. Was it another one"
            " that was done?",
            where="months_between(check_done, check_due) > 12",
            column="check_done",
            severity=QUERY,
        ),
        child_listed("health-check-child-not-listed"),
    ),
    source=OWN,
)
