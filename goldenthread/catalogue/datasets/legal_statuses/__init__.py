"""Legal statuses of children, from senders who keep them apart from episodes."""

from goldenthread.catalogue.checks import child_listed, ends_after_it_began, said_once
from goldenthread.catalogue.codes.annex_a import LEGAL_STATUS
from goldenthread.catalogue.codes.sources import ANNEX_A, STANDARD
from goldenthread.catalogue.datasets.people import CHILD, LOCAL_ID
from goldenthread.engine.definitions import Code, Column, Dataset, Date, Overlapping

DATASET = Dataset(
    name="legal_statuses",
    title="Legal statuses",
    about="One row for each stretch in which a child was looked after under the same law.",
    child=CHILD,
    dated_by="status_from",
    lasts_until="status_until",
    columns=(
        LOCAL_ID,
        Column("status_from", Date(), "the day from which it held", required=True),
        Column("legal_status", Code(LEGAL_STATUS), "under what law the child was looked after", required=True),
        Column("status_until", Date(), "the day until which; blank while it lasts"),
    ),
    checks=(
        said_once("status-twice"),
        ends_after_it_began("status-ends-before-start", "legal status", "status_from", "status_until"),
        Overlapping(
            "statuses-overlap",
            "This legal status held from {status_from}, before the child's status in line {other_row} had ended. One of"
            " the two has a wrong date.",
            opened="status_from",
            closed="status_until",
        ),
        child_listed("status-child-not-listed"),
    ),
    source=f"{ANNEX_A} {STANDARD}",
    reports_standing=True,
)
