"""Orders of a court that deprive a looked-after child of liberty."""

from goldenthread.catalogue.checks import (
    birth_dates_agree,
    child_listed,
    ends_after_it_began,
    not_before_birth,
    said_once,
    while_looked_after,
)
from goldenthread.catalogue.codes.person import GUIDE
from goldenthread.catalogue.datasets.people import BORN, CHILD, LOCAL_ID, age_on
from goldenthread.engine.definitions import Column, Dataset, Date, Overlapping

DATASET = Dataset(
    name="deprivation_of_liberty_orders",
    title="Deprivation of liberty orders",
    about="One row for each order of a court by which a looked-after child is deprived of liberty.",
    child=CHILD,
    dated_by="deprived_from",
    lasts_until="deprived_until",
    columns=(
        LOCAL_ID,
        BORN,
        Column("deprived_from", Date(), "the day on which the order began", required=True),
        Column("deprived_until", Date(), "the day on which it ended; blank while it lasts", expected=True),
    ),
    derived=(age_on("age_when_deprived", "deprived_from", "the day on which the order began", born=BORN.name),),
    checks=(
        said_once("liberty-order-twice"),
        ends_after_it_began("liberty-order-ends-before-start", "order", "deprived_from", "deprived_until"),
        Overlapping(
            "liberty-orders-overlap",
            "This order began on {deprived_from}, before the child's order in line {other_row} had ended. One of the"
            " two has a wrong date.",
            opened="deprived_from",
            closed="deprived_until",
        ),
        not_before_birth("liberty-order-before-birth", "order", "deprived_from"),
        while_looked_after("liberty-order-outside-care", "order", "deprived_from"),
        birth_dates_agree("liberty-order-birth-dates-differ"),
        child_listed("liberty-order-child-not-listed"),
    ),
    source=GUIDE,
    restricted=True,
)
