"""Whether looked-after children stay with the same people: placements, social workers, and coming back into care."""

from goldenthread.catalogue.breakdowns import CHILD, WHO
from goldenthread.catalogue.indicators.looked_after import NOT_SHORT_BREAKS
from goldenthread.catalogue.sources import CHILDREN_LOOKED_AFTER, OWN, SHORT_BREAKS
from goldenthread.catalogue.sub_groups import LOOKED_AFTER
from goldenthread.engine.definitions import (
    CHILDREN,
    HIGHER,
    HOW_WELL,
    LOWER,
    ROWS,
    SCORECARD,
    SUB_GROUP,
    WHAT_DIFFERENCE,
    At,
    During,
    Indicator,
    Proportion,
)

_TEMPORARY = (
    "A temporary stay (codes T0 to T4), as in hospital, is a placement here, and the return from it another: the record"
    " does not say whether a child came back to the same home."
)

three_placements = Indicator(
    code="CLA26",
    title="Looked-after children who had had three placements or more in twelve months",
    asks=HOW_WELL,
    why=(
        "It is how stable care is, as national statistics ask it too. Three moves make four placements, so it is"
        " not the number of children who moved three times (CLA12)."
    ),
    dataset="placements_held",
    over=At(opened="placed_on", closed="left_on"),
    counts=CHILDREN,
    measure=Proportion(where="third_last_left_on is not null and months_between(third_last_left_on, period_end) < 12"),
    better=LOWER,
    protects=CHILDREN,
    tier=SCORECARD,
    breakdowns=CHILD,
    sentence=(
        "{value} of children looked after {period} had had three placements or more in the twelve months before"
        " ({numerator} of {denominator})."
    ),
    noun="looked-after children with three placements or more in twelve months",
    definition=(
        "Children looked after on the day who had been in at least three placements in the twelve months up to it, the"
        " present one among them, out of all children looked after. On 31 March these are the twelve months of the"
        " national year. A new placement begins with a move to another carer (reasons P and B) and when care begins"
        f" (S). {_TEMPORARY}"
    ),
    source=CHILDREN_LOOKED_AFTER,
    excludes=f"{SHORT_BREAKS} Changes of placement with the same carer.",
    unknowns="None: a placement that is not recorded has not been.",
    sub_group=LOOKED_AFTER,
)

long_term = Indicator(
    code="CLA27",
    title="Long-term stability: children in the same placement for two years or more",
    asks=HOW_WELL,
    why=(
        "Children who cannot go home need to stay with people who come to know them. This looks at those who have been"
        " in care long enough to be settled."
    ),
    dataset="settled_placements",
    over=At(opened="placed_on", closed="left_on"),
    counts=CHILDREN,
    measure=Proportion(
        where="months_between(placed_on, period_end) >= 24",
        of="age_at(birth_month, period_end) < 16 and months_between(in_care_since, period_end) >= 30",
    ),
    better=HIGHER,
    protects=CHILDREN,
    tier=SCORECARD,
    breakdowns=CHILD,
    sentence=(
        "{value} of children under 16 who had been looked after for two and a half years or more {period} had lived"
        " with the same carer for two years or more ({numerator} of {denominator})."
    ),
    noun="children in the same placement for two years or more",
    definition=(
        "Children under 16 looked after without a break for two and a half years or more on the day whose placement"
        " had lasted two years or more, out of all such children. A change with the same carer does not end a"
        f" placement. {_TEMPORARY} A period is counted only where the returns reach back thirty months before it."
    ),
    source=CHILDREN_LOOKED_AFTER,
    excludes=SHORT_BREAKS,
    unknowns="Children without a month of birth are shown as unknown.",
    sub_group=LOOKED_AFTER,
)

three_placements_in_two_years = Indicator(
    code="CLA31",
    title="Looked-after children who had had three placements or more in two years",
    asks=HOW_WELL,
    why=(
        "It stands beside long-term stability (CLA27) in national statistics, and sees the child who moves once every"
        " few months and so is never counted as one who moves often (CLA26)."
    ),
    dataset="settled_placements",
    over=At(opened="placed_on", closed="left_on"),
    counts=CHILDREN,
    measure=Proportion(
        where="third_last_left_on is not null and months_between(third_last_left_on, period_end) < 24",
        of="months_between(in_care_since, period_end) >= 24",
    ),
    better=LOWER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=CHILD,
    sentence=(
        "{value} of children who had been looked after for two years or more {period} had had three placements or more"
        " in those two years ({numerator} of {denominator})."
    ),
    noun="looked-after children with three placements or more in two years",
    definition=(
        "Children looked after without a break for two years or more on the day who had been in at least three"
        " placements in the two years up to it, the present one among them, out of all such children. A new placement"
        f" begins with a move to another carer (reasons P and B). {_TEMPORARY} A period is counted only where the"
        " returns reach back thirty months before it."
    ),
    source=CHILDREN_LOOKED_AFTER,
    excludes=f"{SHORT_BREAKS} Changes of placement with the same carer.",
    unknowns="None: a placement that is not recorded has not been.",
    sub_group=LOOKED_AFTER,
)

came_back = Indicator(
    code="CLA28",
    title="Children who came back into care within twelve months of leaving",
    asks=WHAT_DIFFERENCE,
    why=(
        "A child who comes back so soon went home, or elsewhere, before it was safe or without enough help. It is what"
        " a fall in the number looked after must be set beside."
    ),
    dataset="times_in_care",
    over=During("care_from"),
    counts=ROWS,
    measure=Proportion(where="left_before is not null and months_between(left_before, care_from) < 12"),
    better=LOWER,
    protects=CHILDREN,
    tier=SCORECARD,
    breakdowns=WHO,
    sentence=(
        "{value} of starts of being looked after {period} were of children who had left care less than twelve months"
        " before ({numerator} of {denominator})."
    ),
    noun="children who came back into care within twelve months",
    definition=(
        "Periods of care that began in the period less than twelve months after the same child had left care, out of"
        " all that began. A period is counted only where the returns reach back twelve months before it."
    ),
    source=OWN,
    excludes=SHORT_BREAKS,
    unknowns="None: a child of whom no earlier care is recorded has had none that ended in those twelve months.",
    sub_group=LOOKED_AFTER,
)

three_workers = Indicator(
    code="CLA29",
    title="Looked-after children who had had three social workers or more in twelve months",
    asks=HOW_WELL,
    why="A child who tells the same story to every new social worker stops telling it.",
    dataset="workers_in_turn",
    over=At(opened="worker_from", closed="worker_until"),
    counts=CHILDREN,
    measure=Proportion(where="third_last_until is not null and months_between(third_last_until, period_end) < 12"),
    better=LOWER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=CHILD,
    sentence=(
        "{value} of looked-after children with a social worker {period} had had three social workers or more in the"
        " twelve months before ({numerator} of {denominator})."
    ),
    noun="looked-after children with three social workers or more in twelve months",
    definition=(
        "Looked-after children with a social worker on the day who had had at least three in the twelve months up to"
        " it, the present one among them, out of all with a social worker. Each time that a worker is allocated counts,"
        " for the record does not tell one worker from another."
    ),
    source=CHILDREN_LOOKED_AFTER,
    excludes=f"Children without a social worker on the day. {SHORT_BREAKS}",
    unknowns="None: an allocation that is not recorded has not been.",
    sub_group=LOOKED_AFTER,
)

far = Indicator(
    code="CLA30",
    title="Looked-after children placed more than 20 miles from home",
    asks=HOW_WELL,
    why=(
        "A child who lives far away is harder to visit and to keep safe, and loses school and friends. It is the"
        " national measure; CLA11 is the authority's own mark."
    ),
    dataset="placements_in_care",
    over=At(opened="lived_from", closed="lived_until"),
    counts=CHILDREN,
    measure=Proportion(where="placement_distance > 20", of=NOT_SHORT_BREAKS),
    better=LOWER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=CHILD,
    sentence=(
        "{value} of children in a placement {period} lived more than 20 miles from home ({numerator} of {denominator})."
    ),
    noun="looked-after children more than 20 miles from home",
    definition=(
        "Children looked after in a placement whose distance from the home is more than 20 miles, out of all in a"
        " placement of which the distance is recorded. National statistics divide by all children looked after: where"
        " distances are missing, theirs is lower."
    ),
    source=CHILDREN_LOOKED_AFTER,
    excludes=SHORT_BREAKS,
    unknowns="Placements without a distance, and children of whom no episode is recorded, are shown as unknown.",
    sub_group=LOOKED_AFTER,
)
