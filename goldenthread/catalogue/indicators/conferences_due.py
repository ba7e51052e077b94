"""Conferences and reviews that are due: what a count of those that were held cannot show."""

from goldenthread.catalogue.breakdowns import AGE_ON_A_PLAN, WHO
from goldenthread.catalogue.sources import OWN
from goldenthread.catalogue.sub_groups import CHILD_PROTECTION
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
    Count,
    During,
    Indicator,
    Proportion,
)

due_and_held = Indicator(
    code="CP13",
    title="Initial conferences due that were held in time",
    asks=HOW_WELL,
    why=(
        "CP6 looks at conferences when they are held, so a return that does not hold its late ones looks better for"
        " it. This one looks at every conference when it falls due, held or not."
    ),
    dataset="conferences_due",
    over=During("due_on"),
    counts=ROWS,
    measure=Proportion(where="held_on is not null and held_on <= due_on"),
    better=HIGHER,
    protects=CHILDREN,
    tier=SCORECARD,
    breakdowns=WHO,
    sentence=(
        "{value} of initial conferences that were due {period} were held by the day on which they were due"
        " ({numerator} of {denominator})."
    ),
    noun="initial conferences due that were held in time",
    definition=(
        "Enquiries that found a conference to be needed and of which the fifteenth working day after the strategy"
        " discussion, whose day is day 0, lies in the period: how many had the conference by then. Each child is"
        " counted."
    ),
    source="Our own definition; the limit is that of Working Together to Safeguard Children 2013",
    excludes="Enquiries that found no conference to be needed.",
    unknowns=(
        "Enquiries of which it is not recorded whether a conference was needed are not in it: they cannot be told from"
        " those that needed none."
    ),
    sub_group=CHILD_PROTECTION,
)

overdue = Indicator(
    code="CP14",
    title="Children waiting for an initial conference that is overdue",
    asks=HOW_WELL,
    why=(
        "Each of these children may be suffering significant harm, and nobody has agreed how to protect them. A share"
        " of conferences held can be perfect while they wait."
    ),
    dataset="conferences_due",
    over=At(opened="due_on", closed="held_on"),
    counts=CHILDREN,
    measure=Count(where="due_on < period_end and months_between(due_on, period_end) < 12"),
    better=LOWER,
    protects=CHILDREN,
    tier=SCORECARD,
    breakdowns=(AGE_ON_A_PLAN, *WHO),
    sentence="{numerator:child was|children were} waiting for an initial conference that was overdue {period}.",
    noun="children waiting for an overdue initial conference",
    definition=(
        "Children of whom an enquiry found a conference to be needed, whose fifteenth working day had passed before"
        " the day, and about whom no conference had been held since by the end of it. Each child is counted once. That"
        " a year is looked back is our own convention."
    ),
    source="Our own definition; the limit is that of Working Together to Safeguard Children 2013",
    excludes=(
        "Enquiries that found no conference to be needed, and those whose conference was due a year before or longer:"
        " of one that is not recorded by then nobody can tell whether the child still waits."
    ),
    unknowns=(
        "Enquiries of which it is not recorded whether a conference was needed are not in it: they cannot be told from"
        " those that needed none."
    ),
    sub_group=CHILD_PROTECTION,
    of_waiting=True,
)

all_reviews_in_time = Indicator(
    code="CP12",
    title="Children on a plan whose reviews were all in time",
    asks=HOW_WELL,
    why=(
        "Fewer children on a plan is only good news when those who are on one are looked at again in time. It counts a"
        " child as late from the day on which a review is missed, not from the day on which it is held at last."
    ),
    dataset="plan_reviews",
    over=At(opened="since", closed="until"),
    counts=CHILDREN,
    measure=Proportion(
        where=(
            "months_begun(since, period_end) <= months_allowed"
            " and (last_late_on is null or months_between(last_late_on, period_end) >= 12)"
        ),
        of="months_between(plan_start, period_end) >= 3",
    ),
    better=HIGHER,
    protects=CHILDREN,
    tier=SCORECARD,
    breakdowns=(AGE_ON_A_PLAN, *WHO),
    sentence=(
        "{value} of children who had been on a plan for three months or more {period} had had every review in time"
        " ({numerator} of {denominator})."
    ),
    noun="children on a plan whose reviews were all in time",
    definition=(
        "Children on a plan for three months or more on the day of whom no review is overdue and none that was held in"
        " the twelve months before was late, out of all children on a plan for three months or more. The first review"
        " is due within three months of the beginning of the plan, each other within six months of the one before."
    ),
    source=(
        "Department for Education, Characteristics of children in need, table D6; the intervals are those of the"
        " census guide for 2023 to 2024, section 5.5. That reviews of twelve months are looked at is our own"
        " convention"
    ),
    excludes="Children whose plan had begun less than three months before.",
    unknowns="None: a review that is not recorded has not been held.",
    sub_group=CHILD_PROTECTION,
)

back_within_two_years = Indicator(
    code="CP9",
    title="Plans begun within two years of the end of the child's earlier plan",
    asks=WHAT_DIFFERENCE,
    why=(
        "A plan that is needed again so soon may have ended before the child was safe. The national measure (CP5)"
        " counts earlier plans however long ago; this one is local."
    ),
    dataset="plans_in_turn",
    over=During("plan_start"),
    counts=ROWS,
    measure=Proportion(where="ended_before is not null and months_between(ended_before, plan_start) < 24"),
    better=LOWER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=WHO,
    sentence=(
        "{value} of child protection plans that began {period} came within two years of the end of the same child's"
        " earlier plan ({numerator} of {denominator})."
    ),
    noun="plans begun within two years of an earlier one",
    definition=(
        "Plans begun in the period less than two years after the same child's plan before had ended, out of all plans"
        " begun. A period is counted only where the returns reach back two years before it."
    ),
    source=OWN,
    excludes="Nothing.",
    unknowns="None: a child of whom no earlier plan is recorded has had none that ended in those two years.",
    sub_group=CHILD_PROTECTION,
)
