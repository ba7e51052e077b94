"""How long children wait for a home for good, and what reviewing officers and schools do for those in care."""

from goldenthread.catalogue.breakdowns import CHILD, WHO
from goldenthread.catalogue.sources import CHILDREN_LOOKED_AFTER, OWN
from goldenthread.catalogue.sub_groups import EDUCATION, LOOKED_AFTER
from goldenthread.engine.definitions import (
    CHILDREN,
    HIGHER,
    HOW_WELL,
    LOWER,
    NEITHER,
    ROWS,
    SUB_GROUP,
    WHAT_DIFFERENCE,
    At,
    Count,
    During,
    Indicator,
    Median,
    Proportion,
)

to_adopters = Indicator(
    code="ADO1",
    title="How long children waited in care until they moved to their adopters",
    asks=HOW_WELL,
    why="A year is long in the life of a child of two.",
    dataset="permanence",
    over=During("adopters_placed_on"),
    counts=ROWS,
    measure=Median(of="days_between(entered_care_on, adopters_placed_on)", unit="days"),
    better=LOWER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=WHO,
    sentence=(
        "Half of the children who moved to their adopters {period} had been in care for {value} or less"
        " ({denominator:child|children})."
    ),
    noun="children who moved to their adopters",
    definition=(
        "The middle number of days from that on which a child came into care to that on which the child moved to"
        " adopters, of all who moved in the period. National statistics give the mean over three years, which is"
        " another number."
    ),
    source=CHILDREN_LOOKED_AFTER,
    excludes="Children who have not moved yet.",
    unknowns="Children without the day on which they came into care are shown as unknown.",
    sub_group=LOOKED_AFTER,
)

to_match = Indicator(
    code="ADO2",
    title="How long it took from a placement order to a match with adopters",
    asks=HOW_WELL,
    why="Once a court has decided, the child is only waiting for a family to be found.",
    dataset="permanence",
    over=During("matched_on"),
    counts=ROWS,
    measure=Median(of="days_between(placement_order_on, matched_on)", unit="days"),
    better=LOWER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=WHO,
    sentence=(
        "Half of the children matched with adopters {period} had waited {value} or less since the placement order"
        " ({denominator:child|children})."
    ),
    noun="children matched with adopters",
    definition=(
        "The middle number of days from the placement order to the match with adopters, of all children matched in the"
        " period."
    ),
    source=CHILDREN_LOOKED_AFTER,
    excludes="Children who have not been matched yet.",
    unknowns="Children without the day of the placement order are shown as unknown.",
    sub_group=LOOKED_AFTER,
)

to_guardian = Indicator(
    code="ADO3",
    title="How long children were in care until a special guardianship order",
    asks=HOW_WELL,
    why="Special guardians are mostly relatives, whom the child often knows already.",
    dataset="permanence",
    over=During("permanence_order_on"),
    counts=ROWS,
    measure=Median(
        of="days_between(entered_care_on, permanence_order_on)",
        unit="days",
        where="permanence_order_kind = 'guardianship'",
    ),
    better=LOWER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=WHO,
    sentence=(
        "Half of the children for whom a special guardianship order was made {period} had been in care for {value} or"
        " less ({denominator:child|children})."
    ),
    noun="children for whom a special guardianship order was made",
    definition=(
        "The middle number of days from that on which a child came into care to that of the special guardianship"
        " order, of all orders made in the period."
    ),
    source=OWN,
    excludes="Other orders.",
    unknowns="Children without the day on which they came into care are shown as unknown.",
    sub_group=LOOKED_AFTER,
)

challenges = Indicator(
    code="IRO1",
    title="Concerns that reviewing officers raised formally",
    asks=HOW_WELL,
    why=(
        "Reviewing officers are there to challenge. More concerns may mean worse care, or officers who do their work;"
        " their answers tell which."
    ),
    dataset="reviewing_officer_concerns",
    over=During("concern_raised_on"),
    counts=ROWS,
    measure=Count(where="concern_stage <> 'informal'"),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=WHO,
    sentence="Reviewing officers raised {numerator:concern|concerns} formally {period}.",
    noun="concerns raised formally",
    definition=(
        "Concerns about a child's care raised in the period that were taken beyond the social worker and the team."
    ),
    source=OWN,
    excludes="Concerns that were settled informally.",
    unknowns="Concerns of which it is not recorded how far they were taken are shown as unknown.",
    sub_group=LOOKED_AFTER,
)

resolved = Indicator(
    code="IRO2",
    title="How long concerns of reviewing officers took until they were resolved",
    asks=HOW_WELL,
    why="A challenge that is answered after the next review has changed nothing.",
    dataset="reviewing_officer_concerns",
    over=During("concern_resolved_on"),
    counts=ROWS,
    measure=Median(of="working_days(concern_raised_on, concern_resolved_on)", unit="working days"),
    better=LOWER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=WHO,
    sentence=(
        "Half of the concerns of reviewing officers resolved {period} had taken {value} or less"
        " ({denominator:concern|concerns})."
    ),
    noun="concerns of reviewing officers resolved",
    definition=(
        "The middle number of working days from the day on which a concern was raised, which is day 0, to that on"
        " which it was resolved, of all resolved in the period."
    ),
    source=OWN,
    excludes="Concerns that have not been resolved.",
    unknowns="None: a concern that was resolved has both days.",
    sub_group=LOOKED_AFTER,
)

acted_on = Indicator(
    code="IRO3",
    title="Concerns of reviewing officers on which the service acted",
    asks=WHAT_DIFFERENCE,
    why="It is the difference that the reviewing service makes.",
    dataset="reviewing_officer_concerns",
    over=During("concern_resolved_on"),
    counts=ROWS,
    measure=Proportion(
        where="concern_outcome in ('acted', 'agreed')",
        of="concern_outcome is null or concern_outcome <> 'not_upheld'",
    ),
    better=HIGHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=WHO,
    sentence=(
        "The service acted on {value} of the concerns of reviewing officers resolved {period} ({numerator} of"
        " {denominator})."
    ),
    noun="concerns on which the service acted",
    definition=(
        "Concerns resolved in the period by doing what was asked for, or by agreeing on another way, out of all that"
        " were upheld."
    ),
    source=OWN,
    excludes="Concerns that were not upheld.",
    unknowns="Concerns of which it is not recorded how they were resolved are shown as unknown.",
    sub_group=LOOKED_AFTER,
)

education_plans = Indicator(
    code="PEP1",
    title="Personal education plans that were up to date",
    asks=HOW_WELL,
    why="Children in care fall behind at school. The plan says who does what about it.",
    dataset="personal_education_plans",
    over=At(opened="education_plan_from", closed="education_plan_until"),
    counts=CHILDREN,
    measure=Proportion(where="education_plan_due >= period_end"),
    better=HIGHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=CHILD,
    sentence="{value} of personal education plans {period} were up to date ({numerator} of {denominator}).",
    noun="personal education plans that were up to date",
    definition=(
        "Children with a personal education plan on the day whose plan, or whose review of it, was not overdue, out of"
        " all with a plan of which it is recorded by when it is due."
    ),
    source=OWN,
    excludes="Children without a plan.",
    unknowns="Plans without the day by which they are due are shown as unknown.",
    sub_group=EDUCATION,
)
