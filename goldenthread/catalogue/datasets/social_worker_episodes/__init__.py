"""Stretches for which one social worker was responsible for a child."""

from goldenthread.catalogue.checks import birth_dates_agree, child_listed, ends_after_it_began, said_once
from goldenthread.catalogue.codes.looked_after import SOCIAL_WORKER_CHANGED
from goldenthread.catalogue.codes.person import GUIDE
from goldenthread.catalogue.codes.sources import RULES, STANDARD
from goldenthread.catalogue.datasets.people import BORN, CHILD, LOCAL_ID
from goldenthread.engine.definitions import QUERY, Check, Code, Column, Dataset, Date, Overlapping, Text

DATASET = Dataset(
    name="social_worker_episodes",
    title="Social worker episodes",
    about=(
        "One row for each stretch in which the same social worker was responsible for a child. How many there are tells"
        " how often children lose the person they know."
    ),
    child=CHILD,
    dated_by="worker_from",
    lasts_until="worker_until",
    columns=(
        LOCAL_ID,
        BORN,
        Column("worker_number", Text(), "the social worker's number", required=True, identity=True),
        Column("worker_from", Date(), "the day from which the social worker was responsible", required=True),
        Column("worker_until", Date(), "the day until which; blank while it lasts", expected=True),
        Column("worker_changed_because", Code(SOCIAL_WORKER_CHANGED), "why the social worker changed"),
        Column("worker_role", Text(), "what the worker was to the child"),
        Column("worker_team", Text(), "the team that the worker belonged to"),
    ),
    checks=(
        said_once("worker-twice"),
        ends_after_it_began("worker-ends-before-start", "responsibility", "worker_from", "worker_until"),
        Overlapping(
            "workers-overlap",
            "This social worker was responsible from {worker_from}, before the one in line {other_row} had ceased to"
            " be. Was there more than one at a time?",
            opened="worker_from",
            closed="worker_until",
            severity=QUERY,
        ),
        Check(
            "worker-for-a-day",
            "The social worker was responsible on {worker_from} alone. Is the date right on which that ended?",
            where="worker_until = worker_from",
            column="worker_until",
            severity=QUERY,
        ),
        birth_dates_agree("worker-birth-dates-differ"),
        child_listed("worker-child-not-listed"),
    ),
    source=f"{GUIDE} {RULES} {STANDARD}",
)
