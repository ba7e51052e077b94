"""Times at which children were placed for adoption."""

from goldenthread.catalogue.checks import (
    birth_dates_agree,
    child_listed,
    ends_after_it_began,
    not_before_birth,
    said_once,
    while_looked_after,
)
from goldenthread.catalogue.codes.adoption import NO_LONGER_PLACED
from goldenthread.catalogue.codes.person import GUIDE
from goldenthread.catalogue.datasets.people import BORN, CHILD, LOCAL_ID
from goldenthread.engine.definitions import QUERY, Check, Code, Column, Dataset, Date

DATASET = Dataset(
    name="placed_for_adoption",
    title="Children placed for adoption",
    about=(
        "One row for each time at which a looked-after child was placed for adoption, and where it came to nothing, the"
        " day on which that was decided and why."
    ),
    child=CHILD,
    dated_by="adoption_placed_on",
    lasts_until="adoption_ceased_on",
    columns=(
        LOCAL_ID,
        BORN,
        Column("adoption_placed_on", Date(), "the day on which the child was placed for adoption", required=True),
        Column("adoption_ceased_on", Date(), "the day on which it was decided that this had ended"),
        Column("adoption_ceased_because", Code(NO_LONGER_PLACED), "why it had ended"),
    ),
    checks=(
        said_once("adoption-placement-twice"),
        ends_after_it_began(
            "adoption-placement-ends-before-start",
            "placement for adoption",
            "adoption_placed_on",
            "adoption_ceased_on",
        ),
        Check(
            "adoption-ceased-without-reason",
            "The child was no longer placed for adoption from {adoption_ceased_on}, but no reason is given. Why?",
            where="adoption_ceased_on is not null and adoption_ceased_because is null",
            column="adoption_ceased_because",
            severity=QUERY,
        ),
        not_before_birth("adoption-placement-before-birth", "placement for adoption", "adoption_placed_on"),
        while_looked_after("adoption-placement-outside-care", "placement for adoption", "adoption_placed_on"),
        birth_dates_agree("adoption-placement-birth-dates-differ"),
        child_listed("adoption-placement-child-not-listed"),
    ),
    source=GUIDE,
    restricted=True,
)
