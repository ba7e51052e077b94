"""Child protection plans: how they begin, how long they last, and whether the child needs another."""

from goldenthread.catalogue.breakdowns import ABUSE_CATEGORY, AGE_ON_A_PLAN, PEOPLE, WHO
from goldenthread.catalogue.populations import CHILDREN_0_TO_17
from goldenthread.catalogue.sources import CHILDREN_IN_NEED, OWN, PLANS_OF_OTHERS
from goldenthread.catalogue.sub_groups import CHILD_PROTECTION
from goldenthread.engine.definitions import (
    CHILDREN,
    HOW_MUCH,
    HOW_WELL,
    LOWER,
    NEITHER,
    ROWS,
    SUB_GROUP,
    At,
    Count,
    During,
    Indicator,
    InShort,
    Median,
    Proportion,
    Rate,
)

plans_ended = Indicator(
    code="CP7",
    title="Child protection plans ended",
    asks=HOW_MUCH,
    why=(
        "With plans begun (CP4) it says why the number on a plan changes. Fewer children on a plan because more plans"
        " end is another story than because fewer begin."
    ),
    dataset="protection_plans",
    over=During("plan_end", age="age_at_end"),
    counts=ROWS,
    measure=Count(),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(AGE_ON_A_PLAN, *WHO, ABUSE_CATEGORY),
    sentence="{numerator:child protection plan|child protection plans} ended {period}.",
    noun="child protection plans ended",
    definition="Plans that ended in the period. A child with two plans that ended is there twice.",
    source=CHILDREN_IN_NEED,
    excludes=PLANS_OF_OTHERS,
    unknowns="Plans without a last day are counted as still open, and cannot be told from those that are.",
    sub_group=CHILD_PROTECTION,
    in_short=InShort("plan", "plans", "ended"),
)

repeat_plans = Indicator(
    code="CP8",
    title="Second or subsequent child protection plans begun",
    asks=HOW_MUCH,
    why=(
        "The number beside the share (CP5). When fewer plans begin, the share of repeat plans can go up although fewer"
        " children come back."
    ),
    dataset="protection_plans",
    over=During("plan_start", age="age_at_start"),
    counts=ROWS,
    measure=Count(where="previous_plans > 0"),
    better=LOWER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(AGE_ON_A_PLAN, *WHO, ABUSE_CATEGORY),
    sentence=(
        "{numerator:child protection plan that began|child protection plans that began} {period} {numerator:was|were}"
        " for a child who had had one before."
    ),
    noun="second or subsequent child protection plans",
    definition="Plans begun in the period for a child who had had a plan of this authority before, however long ago.",
    source=CHILDREN_IN_NEED,
    excludes=PLANS_OF_OTHERS,
    unknowns="Plans of which the number of earlier plans is not recorded are shown as unknown.",
    sub_group=CHILD_PROTECTION,
)

lasted_two_years = Indicator(
    code="CP10",
    title="Ended plans that had lasted two years or more",
    asks=HOW_WELL,
    why=(
        "A plan that lasts so long may have drifted. This is about plans that ended; CP3 and CP11 are about plans"
        " still open. Ending old plans makes this one look worse just when those look better."
    ),
    dataset="protection_plans",
    over=During("plan_end", age="age_at_end"),
    counts=ROWS,
    measure=Proportion(where="months_between(plan_start, plan_end) >= 24"),
    better=LOWER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(AGE_ON_A_PLAN, *WHO, ABUSE_CATEGORY),
    sentence=(
        "{value} of child protection plans that ended {period} had lasted two years or more ({numerator} of"
        " {denominator})."
    ),
    noun="ended plans that had lasted two years or more",
    definition=(
        "Plans that ended in the period on or after the day two years after they began, out of all plans that ended."
        " One of two national measures of two-year plans: this is the flow, CP11 the stock."
    ),
    source=CHILDREN_IN_NEED,
    excludes=PLANS_OF_OTHERS,
    unknowns="Plans without a last day are not among those that ended.",
    sub_group=CHILD_PROTECTION,
)

open_two_years = Indicator(
    code="CP11",
    title="Share of children on a plan who had been on it for two years or more",
    asks=HOW_WELL,
    why=(
        "It makes the number of long plans (CP3) comparable between areas and between years with more or fewer"
        " children on a plan."
    ),
    dataset="protection_plans",
    over=At(opened="plan_start", closed="plan_end"),
    counts=CHILDREN,
    measure=Proportion(where="months_between(plan_start, period_end) >= 24"),
    better=LOWER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(AGE_ON_A_PLAN, *WHO, ABUSE_CATEGORY),
    sentence=(
        "{value} of children on a plan {period} had been on it for two years or more ({numerator} of {denominator})."
    ),
    noun="children on a plan for two years or more",
    definition=(
        "Children whose open plan had begun two years before the day, or earlier, out of all children on a plan (CP1)."
        " One of two national measures of two-year plans: this is the stock, CP10 the flow."
    ),
    source=CHILDREN_IN_NEED,
    excludes=PLANS_OF_OTHERS,
    unknowns="None: a plan must have a first day to be taken in.",
    sub_group=CHILD_PROTECTION,
)

how_long = Indicator(
    code="CP19",
    title="How long plans had lasted that ended",
    asks=HOW_WELL,
    why=(
        "Very short plans may have ended before the child was safe, very long ones may have drifted. Neither shorter"
        " nor longer is better by itself."
    ),
    dataset="protection_plans",
    over=During("plan_end", age="age_at_end"),
    counts=ROWS,
    measure=Median(of="months_between(plan_start, plan_end)", unit="months"),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(AGE_ON_A_PLAN, *WHO, ABUSE_CATEGORY),
    sentence=(
        "Half of the child protection plans that ended {period} had lasted {value} or less ({denominator:plan|plans})."
    ),
    noun="child protection plans that ended",
    definition=(
        "The middle length, in whole months from the first day to the last, of the plans that ended in the period."
    ),
    source=OWN,
    excludes=PLANS_OF_OTHERS,
    unknowns="Plans without a last day are not among those that ended.",
    sub_group=CHILD_PROTECTION,
)

begun_rate = Indicator(
    code="CP20",
    title="Child protection plans begun, for every 10,000 children in the area",
    asks=HOW_MUCH,
    why=(
        "It makes areas of different size comparable. A part of a year has a part of the year's rate: it is not made"
        " up to a year."
    ),
    dataset="protection_plans",
    over=During("plan_start", age="age_at_start"),
    counts=ROWS,
    measure=Rate(per=10_000, of=CHILDREN_0_TO_17),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=PEOPLE,
    sentence="{value} child protection plans began for every 10,000 children in the area {period}.",
    noun="child protection plans begun",
    definition=(
        "Plans begun in the period (CP4) divided by the mid-year estimate of children aged 0 to 17, of the year in"
        " which the financial year began, times 10,000."
    ),
    source=CHILDREN_IN_NEED,
    excludes=PLANS_OF_OTHERS,
    unknowns="None beside those of CP4. Without a population estimate there is no rate, and the figure says so.",
    sub_group=CHILD_PROTECTION,
)

ended_rate = Indicator(
    code="CP21",
    title="Child protection plans ended, for every 10,000 children in the area",
    asks=HOW_MUCH,
    why=(
        "It makes areas of different size comparable. A part of a year has a part of the year's rate: it is not made"
        " up to a year."
    ),
    dataset="protection_plans",
    over=During("plan_end", age="age_at_end"),
    counts=ROWS,
    measure=Rate(per=10_000, of=CHILDREN_0_TO_17),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=PEOPLE,
    sentence="{value} child protection plans ended for every 10,000 children in the area {period}.",
    noun="child protection plans ended",
    definition=(
        "Plans ended in the period (CP7) divided by the mid-year estimate of children aged 0 to 17, of the year in"
        " which the financial year began, times 10,000."
    ),
    source=CHILDREN_IN_NEED,
    excludes=PLANS_OF_OTHERS,
    unknowns="None beside those of CP7. Without a population estimate there is no rate, and the figure says so.",
    sub_group=CHILD_PROTECTION,
)

children_begun = Indicator(
    code="CP29",
    title="Children for whom a child protection plan began",
    asks=HOW_MUCH,
    why=(
        "National statistics give plans and children. Where plans begun (CP4) are more, children had two in the period."
    ),
    dataset="protection_plans",
    over=During("plan_start", age="age_at_start"),
    counts=CHILDREN,
    measure=Count(),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(AGE_ON_A_PLAN, *WHO, ABUSE_CATEGORY),
    sentence="A child protection plan began for {numerator:child|children} {period}.",
    noun="children for whom a child protection plan began",
    definition="Children for whom at least one plan began in the period. Each child is counted once; CP4 counts plans.",
    source=CHILDREN_IN_NEED,
    excludes=PLANS_OF_OTHERS,
    unknowns="None: a plan must have a first day to be taken in.",
    sub_group=CHILD_PROTECTION,
)

children_ended = Indicator(
    code="CP30",
    title="Children for whom a child protection plan ended",
    asks=HOW_MUCH,
    why=(
        "National statistics give plans and children. Where plans ended (CP7) are more, children had two in the period."
    ),
    dataset="protection_plans",
    over=During("plan_end", age="age_at_end"),
    counts=CHILDREN,
    measure=Count(),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(AGE_ON_A_PLAN, *WHO, ABUSE_CATEGORY),
    sentence="A child protection plan ended for {numerator:child|children} {period}.",
    noun="children for whom a child protection plan ended",
    definition="Children for whom at least one plan ended in the period. Each child is counted once; CP7 counts plans.",
    source=CHILDREN_IN_NEED,
    excludes=PLANS_OF_OTHERS,
    unknowns="Plans without a last day are counted as still open, and cannot be told from those that are.",
    sub_group=CHILD_PROTECTION,
)
