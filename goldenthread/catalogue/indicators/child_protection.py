"""Child protection plans and the conferences that make them."""

from goldenthread.catalogue.breakdowns import ABUSE_CATEGORY, AGE_ON_A_PLAN, PEOPLE, WHO
from goldenthread.catalogue.datasets.initial_conferences import NOT_MOVED_HERE
from goldenthread.catalogue.populations import CHILDREN_0_TO_17
from goldenthread.catalogue.sources import MOVED_HERE, PLANS_OF_OTHERS
from goldenthread.catalogue.sub_groups import CHILD_PROTECTION
from goldenthread.engine.definitions import (
    BOARD,
    CHILDREN,
    HIGHER,
    HOW_MUCH,
    HOW_WELL,
    LOWER,
    NEITHER,
    ROWS,
    SCORECARD,
    SUB_GROUP,
    WHAT_DIFFERENCE,
    At,
    Count,
    During,
    Indicator,
    InShort,
    Proportion,
    Rate,
)

on_a_plan = Indicator(
    code="CP1",
    title="Children subject to a child protection plan",
    asks=HOW_MUCH,
    why=(
        "These are the children whom the agencies think are at most risk. More or fewer is not better by itself: what"
        " matters is whether the right children are protected."
    ),
    dataset="protection_plans",
    over=At(opened="plan_start", closed="plan_end"),
    counts=CHILDREN,
    measure=Count(),
    better=NEITHER,
    protects=CHILDREN,
    tier=BOARD,
    breakdowns=(AGE_ON_A_PLAN, *WHO, ABUSE_CATEGORY),
    sentence="{numerator:child was|children were} subject to a child protection plan {period}.",
    noun="children subject to a child protection plan",
    definition=(
        "Children with a plan that had begun by the end of the day and had not ended by then. Each child is counted"
        " once."
    ),
    source="Department for Education, Characteristics of children in need: methodology",
    excludes=PLANS_OF_OTHERS,
    unknowns="None: a plan must have a first day to be taken in.",
    sub_group=CHILD_PROTECTION,
    flows=("CP4", "CP7"),
)

on_a_plan_rate = Indicator(
    code="CP2",
    title="Children subject to a child protection plan, for every 10,000 children in the area",
    asks=HOW_MUCH,
    why=(
        "It makes areas of different size comparable. It depends on the population estimate, whose edition stands"
        " beside it."
    ),
    dataset="protection_plans",
    over=At(opened="plan_start", closed="plan_end"),
    counts=CHILDREN,
    measure=Rate(per=10_000, of=CHILDREN_0_TO_17),
    better=NEITHER,
    protects=CHILDREN,
    tier=BOARD,
    breakdowns=PEOPLE,
    sentence=("{value} in every 10,000 children in the area were subject to a child protection plan {period}."),
    noun="children subject to a child protection plan",
    definition=(
        "Children subject to a plan (CP1) divided by the mid-year estimate of children aged 0 to 17, of the year in"
        " which the financial year began, times 10,000."
    ),
    source="Department for Education, Characteristics of children in need: methodology",
    excludes=PLANS_OF_OTHERS,
    unknowns="None beside those of CP1. Without a population estimate there is no rate, and the figure says so.",
    sub_group=CHILD_PROTECTION,
)

two_years = Indicator(
    code="CP3",
    title="Children who had been on a plan for two years or more",
    asks=HOW_WELL,
    why=("A plan that lasts so long may have drifted: either the child is not safer, or the plan is no longer needed."),
    dataset="protection_plans",
    over=At(opened="plan_start", closed="plan_end"),
    counts=CHILDREN,
    measure=Count(where="months_between(plan_start, period_end) >= 24"),
    better=LOWER,
    protects=CHILDREN,
    tier=SCORECARD,
    breakdowns=(AGE_ON_A_PLAN, *WHO, ABUSE_CATEGORY),
    sentence="{numerator:child had|children had} been subject to a plan for two years or more {period}.",
    noun="children on a plan for two years or more",
    definition=(
        "Children whose open plan had begun two years before the day, or earlier. It is about plans still open, not"
        " about plans that ended after two years."
    ),
    source="Department for Education, Characteristics of children in need: methodology",
    excludes=PLANS_OF_OTHERS,
    unknowns="None: a plan must have a first day to be taken in.",
    sub_group=CHILD_PROTECTION,
)

plans_begun = Indicator(
    code="CP4",
    title="Child protection plans begun",
    asks=HOW_MUCH,
    why="How many begin and how many end is what makes the number on a plan.",
    dataset="protection_plans",
    over=During("plan_start", age="age_at_start"),
    counts=ROWS,
    measure=Count(),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(AGE_ON_A_PLAN, *WHO, ABUSE_CATEGORY),
    sentence="{numerator:child protection plan|child protection plans} began {period}.",
    noun="child protection plans begun",
    definition="Plans that began in the period.",
    source="Department for Education, Characteristics of children in need: methodology",
    excludes=PLANS_OF_OTHERS,
    unknowns="None: a plan must have a first day to be taken in.",
    sub_group=CHILD_PROTECTION,
    in_short=InShort("plan", "plans", "began"),
)

repeat_plans = Indicator(
    code="CP5",
    title="Plans that are a second or subsequent plan",
    asks=WHAT_DIFFERENCE,
    why="A child who needs a plan again was not made safe for good.",
    dataset="protection_plans",
    over=During("plan_start", age="age_at_start"),
    counts=ROWS,
    measure=Proportion(where="previous_plans > 0"),
    better=LOWER,
    protects=CHILDREN,
    tier=SCORECARD,
    breakdowns=(AGE_ON_A_PLAN, *WHO, ABUSE_CATEGORY),
    sentence=(
        "{value} of child protection plans that began {period} were for a child who had had one before ({numerator} of"
        " {denominator})."
    ),
    noun="second or subsequent plans",
    definition=(
        "Plans begun in the period for a child who had had a plan of this authority before, out of all plans begun."
        " The share can go up while the number goes down: both stand here."
    ),
    source="Department for Education, Characteristics of children in need: methodology",
    excludes=PLANS_OF_OTHERS,
    unknowns="Plans of which the number of earlier plans is not recorded are shown as unknown.",
    sub_group=CHILD_PROTECTION,
)

conference_on_time = Indicator(
    code="CP6",
    title="Initial conferences held within 15 working days of the strategy discussion",
    asks=HOW_WELL,
    why="Delay leaves a child at risk without an agreed plan.",
    dataset="initial_conferences",
    over=During("conference_date", age="age_at_conference"),
    counts=ROWS,
    measure=Proportion(
        where="working_days(strategy_date, conference_date) <= 15 and (conference_date >= strategy_date or null)",
        of=NOT_MOVED_HERE,
    ),
    better=HIGHER,
    protects=CHILDREN,
    tier=SCORECARD,
    breakdowns=(AGE_ON_A_PLAN, *WHO),
    sentence=(
        "{value} of initial conferences held {period} whose dates are known were held within 15 working days of the"
        " strategy discussion ({numerator} of {denominator})."
    ),
    noun="initial conferences held in time",
    definition=(
        "Initial conferences held in the period no later than the fifteenth working day after the strategy discussion,"
        " whose day is day 0, out of those of which both days are known and in that order."
    ),
    source=(
        "Department for Education, Characteristics of children in need; the limit is that of Working Together to"
        " Safeguard Children 2013"
    ),
    excludes=MOVED_HERE,
    unknowns=(
        "Conferences without the day of the strategy discussion, or with one that is later than the conference, are"
        " shown as unknown."
    ),
    sub_group=CHILD_PROTECTION,
)
