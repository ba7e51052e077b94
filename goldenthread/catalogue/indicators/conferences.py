"""Child protection conferences and the meetings that follow a plan: whether they are held, and held in time."""

from goldenthread.catalogue.breakdowns import AGE_ON_A_PLAN, WHO
from goldenthread.catalogue.datasets.initial_conferences import NOT_MOVED_HERE
from goldenthread.catalogue.sources import CHILDREN_IN_NEED, MOVED_HERE, OWN
from goldenthread.catalogue.sub_groups import CHILD_PROTECTION
from goldenthread.engine.definitions import (
    CHILDREN,
    HIGHER,
    HOW_MUCH,
    HOW_WELL,
    NEITHER,
    ROWS,
    SUB_GROUP,
    Count,
    During,
    Indicator,
    Proportion,
)

on_time_of_all = Indicator(
    code="CP15",
    title="Initial conferences held within 15 working days, out of all that were held",
    asks=HOW_WELL,
    why=(
        "It is the national way to count: a conference without the day of its strategy discussion counts as late. CP6"
        " leaves such conferences out of both parts; where the two differ, dates are missing or in the wrong order."
    ),
    dataset="initial_conferences",
    over=During("conference_date", age="age_at_conference"),
    counts=ROWS,
    measure=Proportion(
        where=(
            "strategy_date is not null and conference_date >= strategy_date"
            " and working_days(strategy_date, conference_date) <= 15"
        ),
        of=NOT_MOVED_HERE,
    ),
    better=HIGHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(AGE_ON_A_PLAN, *WHO),
    sentence=(
        "{value} of all initial conferences held {period} are known to have been held within 15 working days of the"
        " strategy discussion ({numerator} of {denominator})."
    ),
    noun="initial conferences held in time",
    definition=(
        "Initial conferences held in the period no later than the fifteenth working day after the strategy discussion,"
        " whose day is day 0, out of all that were held. It is about conferences that were held: one that is not held"
        " at all is in CP13 and CP14."
    ),
    source=(
        "Department for Education, Characteristics of children in need, table C4; the limit is that of Working"
        " Together to Safeguard Children 2013"
    ),
    excludes=MOVED_HERE,
    unknowns=(
        "None: a conference of which the day of the strategy discussion is missing, or later than the conference, is"
        " counted as not held in time."
    ),
    sub_group=CHILD_PROTECTION,
)

held = Indicator(
    code="CP28",
    title="Initial conferences held",
    asks=HOW_MUCH,
    why="It is how many children those who know them met about, to decide whether a plan must keep them safe.",
    dataset="initial_conferences",
    over=During("conference_date", age="age_at_conference"),
    counts=ROWS,
    measure=Count(),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(AGE_ON_A_PLAN, *WHO),
    sentence="{numerator:initial conference was|initial conferences were} held {period}.",
    noun="initial conferences held",
    definition=(
        "Initial child protection conferences held in the period, each child in each of them counted once. It is about"
        " conferences that were held: one that is not held at all is in CP13 and CP14."
    ),
    source=CHILDREN_IN_NEED,
    excludes="Nothing.",
    unknowns="None: a conference must have its day to be taken in.",
    sub_group=CHILD_PROTECTION,
)

led_to_a_plan = Indicator(
    code="CP16",
    title="Initial conferences that led to a child protection plan",
    asks=HOW_WELL,
    why=(
        "Many conferences without a plan may mean that families are put through a conference needlessly; hardly any,"
        " that conferences are held only when the decision has been made already."
    ),
    dataset="initial_conferences",
    over=During("conference_date", age="age_at_conference"),
    counts=ROWS,
    measure=Proportion(where="plan_made = '1'"),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(AGE_ON_A_PLAN, *WHO),
    sentence=(
        "{value} of initial conferences held {period} led to a child protection plan ({numerator} of {denominator})."
    ),
    noun="initial conferences that led to a plan",
    definition=(
        "Children about whom an initial conference was held in the period and for whom it made a plan, out of all"
        " about whom one was held."
    ),
    source=CHILDREN_IN_NEED,
    excludes="Nothing.",
    unknowns="Conferences of which the result is not recorded are shown as unknown.",
    sub_group=CHILD_PROTECTION,
)

core_groups = Indicator(
    code="CP17",
    title="Core groups held in time",
    asks=HOW_WELL,
    why="The core group is where the plan is carried out. When it does not meet, the plan is a paper.",
    dataset="plan_meetings",
    over=During("met_on"),
    counts=ROWS,
    measure=Proportion(where="met_on <= due_on", of="meeting_kind = 'core_group'"),
    better=HIGHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=WHO,
    sentence=(
        "{value} of core groups held {period} were held by the day on which they were due ({numerator} of"
        " {denominator})."
    ),
    noun="core groups held in time",
    definition=(
        "Core groups held in the period no later than the day that the record gives as the last on which they were in"
        " time, out of all core groups held. A core group that was never held is not in it."
    ),
    source=OWN,
    excludes="Review conferences (CP18).",
    unknowns="Core groups without the day on which they were due are shown as unknown.",
    sub_group=CHILD_PROTECTION,
)

reviews_held = Indicator(
    code="CP18",
    title="Review conferences held in time",
    asks=HOW_WELL,
    why="A review asks whether the child is safer. Held late, it asks too late.",
    dataset="plan_meetings",
    over=During("met_on"),
    counts=ROWS,
    measure=Proportion(where="met_on <= due_on", of="meeting_kind = 'review'"),
    better=HIGHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=WHO,
    sentence=(
        "{value} of review conferences held {period} were held by the day on which they were due ({numerator} of"
        " {denominator})."
    ),
    noun="review conferences held in time",
    definition=(
        "Review conferences held in the period no later than the day that the record gives as the last on which they"
        " were in time, out of all review conferences held. It counts conferences; the national measure (CP12) counts"
        " children of whom every review was in time."
    ),
    source=OWN,
    excludes="Core groups (CP17).",
    unknowns="Reviews without the day on which they were due are shown as unknown.",
    sub_group=CHILD_PROTECTION,
)
