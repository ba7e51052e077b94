"""Step-down, and the balance between early help and statutory intervention."""

from goldenthread.catalogue.breakdowns import CHILD, LED_BY, WHO
from goldenthread.catalogue.sources import OWN
from goldenthread.catalogue.sub_groups import CHILD_PROTECTION, EARLY_HELP
from goldenthread.engine.definitions import (
    CHILDREN,
    HOW_MUCH,
    HOW_WELL,
    NEITHER,
    ROWS,
    SCORECARD,
    SUB_GROUP,
    WHAT_DIFFERENCE,
    At,
    Count,
    During,
    Indicator,
    Median,
    Proportion,
)

need_plans = Indicator(
    code="SW9",
    title="Children with a child in need plan",
    asks=HOW_MUCH,
    why=(
        "It is the middle of the system: more than early help, less than a protection plan. Who records only plans"
        " that follow a protection plan has the same number here as in SW3."
    ),
    dataset="child_in_need_plans",
    over=At(opened="need_start", closed="need_end"),
    counts=CHILDREN,
    measure=Count(),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=CHILD,
    sentence="{numerator:child|children} had a child in need plan {period}.",
    noun="children with a child in need plan",
    definition=(
        "Children with a child in need plan that had begun by the end of the day and had not ended by then. Each child"
        " is counted once."
    ),
    source=OWN,
    excludes="Nothing.",
    unknowns="None: a plan must have a first day to be taken in.",
    sub_group=CHILD_PROTECTION,
)

plan_to_need = Indicator(
    code="SW10",
    title="Ended protection plans after which a child in need plan went on",
    asks=HOW_WELL,
    why=(
        "Support and oversight may be lost when a child is stepped down. Reviews of cases have found this before; it"
        " is one of their lessons."
    ),
    dataset="plans_ended",
    over=During("plan_end"),
    counts=ROWS,
    measure=Proportion(where="in_need_since is not null", of="looked_after_since is null"),
    better=NEITHER,
    protects=CHILDREN,
    tier=SCORECARD,
    breakdowns=WHO,
    sentence=(
        "A child in need plan went on after {value} of the child protection plans that ended {period} for children who"
        " were not looked after then ({numerator} of {denominator})."
    ),
    noun="ended plans after which a child in need plan went on",
    definition=(
        "Plans that ended in the period of children who had a child in need plan at the end of that day, out of all"
        " plans that ended of children who were not looked after then."
    ),
    source=OWN,
    excludes="Children who were looked after when their plan ended (SW11).",
    unknowns="None: a child in need plan that is not recorded is none.",
    sub_group=CHILD_PROTECTION,
)

plan_to_care = Indicator(
    code="SW11",
    title="Ended protection plans of children who were looked after then",
    asks=HOW_MUCH,
    why="When many plans end because children come into care, fewer plans do not mean that fewer children are at risk.",
    dataset="plans_ended",
    over=During("plan_end"),
    counts=ROWS,
    measure=Proportion(where="looked_after_since is not null"),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=WHO,
    sentence=(
        "{value} of the child protection plans that ended {period} were of children who were looked after by then"
        " ({numerator} of {denominator})."
    ),
    noun="ended plans of children who were looked after",
    definition=(
        "Plans that ended in the period of children who were looked after at the end of that day, out of all plans"
        " that ended."
    ),
    source=OWN,
    excludes="Agreed series of short breaks (legal status V3 and V4) are no care here.",
    unknowns="None: care that is not recorded is none.",
    sub_group=CHILD_PROTECTION,
)

need_to_early_help = Indicator(
    code="SW12",
    title="Ended child in need plans that early help followed",
    asks=HOW_WELL,
    why=(
        "The way out of statutory help leads through early help. Where nothing follows, a family that still needs"
        " somebody may be alone."
    ),
    dataset="needs_ended",
    over=During("need_end"),
    counts=ROWS,
    measure=Proportion(where="early_help_on is not null and months_between(need_end, early_help_on) < 3"),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=WHO,
    sentence=(
        "An early help assessment followed within three months after {value} of the child in need plans that ended"
        " {period} ({numerator} of {denominator})."
    ),
    noun="ended child in need plans that early help followed",
    definition=(
        "Child in need plans that ended in the period and were followed by an early help assessment of the same child"
        " on that day or less than three months later, out of all that ended. A period is counted only where the"
        " returns reach three months beyond it."
    ),
    source=OWN,
    excludes="Nothing.",
    unknowns="None: an assessment that is not recorded has not been made.",
    sub_group=EARLY_HELP,
)

balance = Indicator(
    code="EH2",
    title="Early help as a share of all help begun",
    asks=HOW_MUCH,
    why=(
        "The partnership wants to move the balance from statutory intervention to early help. It moves when early help"
        " grows, and also when referrals shrink: EH1 and FD7 say which."
    ),
    dataset="help_begun",
    over=During("begun_on"),
    counts=ROWS,
    measure=Proportion(where="help = 'early'"),
    better=NEITHER,
    protects=CHILDREN,
    tier=SCORECARD,
    breakdowns=WHO,
    sentence=(
        "{value} of help begun {period} was early help ({numerator} of {denominator} early help assessments and"
        " referrals)."
    ),
    noun="early help assessments among all help begun",
    definition=(
        "Early help assessments begun in the period, out of these and the referrals accepted in it. A child with both"
        " is in both. A period is counted only where both kinds of records cover it."
    ),
    source=OWN,
    excludes="Nothing.",
    unknowns="None: both kinds of records must have their day to be taken in.",
    sub_group=EARLY_HELP,
)

helped_before = Indicator(
    code="EH3",
    title="Referrals of children who had had early help in the year before",
    asks=WHAT_DIFFERENCE,
    why=(
        "It shows how often early help is tried before a social worker is needed, and how often it was not enough. It"
        " cannot tell the two apart, so neither more nor fewer is better by itself."
    ),
    dataset="referrals_after_help",
    over=During("referral_date", age="age_at_referral"),
    counts=ROWS,
    measure=Proportion(where="helped_on is not null and months_between(helped_on, referral_date) < 12"),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=CHILD,
    sentence=(
        "{value} of referrals accepted {period} were of children about whom an early help assessment had been begun in"
        " the twelve months before ({numerator} of {denominator})."
    ),
    noun="referrals of children who had had early help",
    definition=(
        "Referrals accepted in the period of children about whom an early help assessment had been begun less than"
        " twelve months before, out of all referrals. A period is counted only where the returns reach back twelve"
        " months before it."
    ),
    source=OWN,
    excludes="Requests that were not accepted.",
    unknowns="None: an assessment that is not recorded has not been made.",
    sub_group=EARLY_HELP,
)

completed = Indicator(
    code="EH4",
    title="How long early help assessments took",
    asks=HOW_WELL,
    why="Help that is early is not late. Families who wait long may need a social worker by the time they are helped.",
    dataset="early_help_assessments",
    over=During("completed_on"),
    counts=ROWS,
    measure=Median(of="working_days(assessed_on, completed_on)", unit="working days"),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(*WHO, LED_BY),
    sentence=(
        "Half of the early help assessments completed {period} had taken {value} or less"
        " ({denominator:assessment|assessments})."
    ),
    noun="early help assessments completed",
    definition=(
        "The middle number of working days from the day on which an early help assessment was begun, which is day 0,"
        " to that on which it was completed, of all completed in the period."
    ),
    source=OWN,
    excludes="Assessments that have not been completed.",
    unknowns="None: a completed assessment has both days.",
    sub_group=EARLY_HELP,
)
