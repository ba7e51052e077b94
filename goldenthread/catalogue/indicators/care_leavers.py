"""Young people who have left care, and whether the authority is still a parent to them."""

from goldenthread.catalogue.breakdowns import CHILD, WHO
from goldenthread.catalogue.codes.leaving_care import ACCOMMODATION
from goldenthread.catalogue.sources import CHILDREN_LOOKED_AFTER, OWN
from goldenthread.catalogue.sub_groups import LOOKED_AFTER
from goldenthread.engine.definitions import (
    CHILDREN,
    HIGHER,
    HOW_WELL,
    SCORECARD,
    SUB_GROUP,
    WHAT_DIFFERENCE,
    At,
    During,
    Indicator,
    Proportion,
)
from goldenthread.engine.words.literals import literals

SUITABLE = (
    f"(accommodation is not null and accommodation in ({literals(c for c in ACCOMMODATION.codes if c.endswith('1'))}))"
    " or (accommodation_suitable is not null and accommodation_suitable = '1')"
)
"""What is not recorded is not suitable: the national measure keeps such young people in what is divided by."""
ACTIVE = "activity is not null and activity in ('F1', 'P1', 'F2', 'P2', 'F3', 'P3', 'F4', 'P4', 'F5', 'P5')"
THERE = "(in_touch is null or in_touch not in ('DIED', 'RHOM', 'exclude'))"
OLDER, YOUNGER = f"age_on_the_day between 19 and 21 and {THERE}", f"age_on_the_day between 17 and 18 and {THERE}"

homes_older = Indicator(
    code="CL1",
    title="Care leavers aged 19 to 21 in suitable accommodation",
    asks=WHAT_DIFFERENCE,
    why="Nobody can learn or work without somewhere to live. A parent would not stop caring at eighteen.",
    dataset="care_leavers",
    over=During("standing_on", age="age_on_the_day"),
    counts=CHILDREN,
    measure=Proportion(where=SUITABLE, of=OLDER),
    better=HIGHER,
    protects=CHILDREN,
    tier=SCORECARD,
    breakdowns=WHO,
    sentence=(
        "{value} of care leavers aged 19 to 21 {period} lived in suitable accommodation ({numerator} of {denominator})."
    ),
    noun="care leavers aged 19 to 21 in suitable accommodation",
    definition=(
        "Care leavers aged 19 to 21 who lived in accommodation that was recorded as suitable, out of all care leavers"
        " of that age, of the lists that fall into the period. One list a year, that of 31 March, makes the national"
        " measure; of several, a young person is counted once, by the best that any of them says. Age is that on the"
        " day of the list, where the national measure goes by birthdays."
    ),
    source=CHILDREN_LOOKED_AFTER,
    excludes=(
        "Young people who have died, who went back to their family for six months or more, or whom the sender leaves"
        " out."
    ),
    unknowns=(
        "None: a young person of whom nothing is recorded stays in the measure, as not in suitable accommodation."
        " Those without a date of birth are shown as unknown."
    ),
    sub_group=LOOKED_AFTER,
)

active_older = Indicator(
    code="CL3",
    title="Care leavers aged 19 to 21 in education, employment or training",
    asks=WHAT_DIFFERENCE,
    why="Young people who leave care often have nobody who gets them out of bed. The authority is to be that somebody.",
    dataset="care_leavers",
    over=During("standing_on", age="age_on_the_day"),
    counts=CHILDREN,
    measure=Proportion(where=ACTIVE, of=OLDER),
    better=HIGHER,
    protects=CHILDREN,
    tier=SCORECARD,
    breakdowns=WHO,
    sentence=(
        "{value} of care leavers aged 19 to 21 {period} were in education, employment or training ({numerator} of"
        " {denominator})."
    ),
    noun="care leavers aged 19 to 21 in education, employment or training",
    definition=(
        "Care leavers aged 19 to 21 who were in education, employment or training, full or part time, out of all care"
        " leavers of that age, of the lists that fall into the period. One list a year, that of 31 March, makes the"
        " national measure; of several, a young person is counted once, by the best that any of them says."
    ),
    source=CHILDREN_LOOKED_AFTER,
    excludes=(
        "Young people who have died, who went back to their family for six months or more, or whom the sender leaves"
        " out."
    ),
    unknowns=(
        "None: a young person of whom nothing is recorded stays in the measure, as not in education, employment or"
        " training. Those without a date of birth are shown as unknown."
    ),
    sub_group=LOOKED_AFTER,
)

homes_younger = Indicator(
    code="CL2",
    title="Care leavers aged 17 and 18 in suitable accommodation",
    asks=WHAT_DIFFERENCE,
    why="Nobody can learn or work without somewhere to live. A parent would not stop caring at eighteen.",
    dataset="care_leavers",
    over=During("standing_on", age="age_on_the_day"),
    counts=CHILDREN,
    measure=Proportion(where=SUITABLE, of=YOUNGER),
    better=HIGHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=WHO,
    sentence=(
        "{value} of care leavers aged 17 and 18 {period} lived in suitable accommodation ({numerator} of"
        " {denominator})."
    ),
    noun="care leavers aged 17 and 18 in suitable accommodation",
    definition=(
        "Care leavers aged 17 and 18 who lived in accommodation that was recorded as suitable, out of all care leavers"
        " of that age, of the lists that fall into the period. One list a year, that of 31 March, makes the national"
        " measure; of several, a young person is counted once, by the best that any of them says. Age is that on the"
        " day of the list, where the national measure goes by birthdays."
    ),
    source=CHILDREN_LOOKED_AFTER,
    excludes=(
        "Young people who have died, who went back to their family for six months or more, or whom the sender leaves"
        " out."
    ),
    unknowns=(
        "None: a young person of whom nothing is recorded stays in the measure, as not in suitable accommodation."
        " Those without a date of birth are shown as unknown."
    ),
    sub_group=LOOKED_AFTER,
)

active_younger = Indicator(
    code="CL4",
    title="Care leavers aged 17 and 18 in education, employment or training",
    asks=WHAT_DIFFERENCE,
    why="Young people who leave care often have nobody who gets them out of bed. The authority is to be that somebody.",
    dataset="care_leavers",
    over=During("standing_on", age="age_on_the_day"),
    counts=CHILDREN,
    measure=Proportion(where=ACTIVE, of=YOUNGER),
    better=HIGHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=WHO,
    sentence=(
        "{value} of care leavers aged 17 and 18 {period} were in education, employment or training ({numerator} of"
        " {denominator})."
    ),
    noun="care leavers aged 17 and 18 in education, employment or training",
    definition=(
        "Care leavers aged 17 and 18 who were in education, employment or training, full or part time, out of all care"
        " leavers of that age, of the lists that fall into the period. One list a year, that of 31 March, makes the"
        " national measure; of several, a young person is counted once, by the best that any of them says."
    ),
    source=CHILDREN_LOOKED_AFTER,
    excludes=(
        "Young people who have died, who went back to their family for six months or more, or whom the sender leaves"
        " out."
    ),
    unknowns=(
        "None: a young person of whom nothing is recorded stays in the measure, as not in education, employment or"
        " training. Those without a date of birth are shown as unknown."
    ),
    sub_group=LOOKED_AFTER,
)

in_touch = Indicator(
    code="CL5",
    title="Care leavers with whom the authority is in touch",
    asks=HOW_WELL,
    why="Whoever is not in touch cannot help.",
    dataset="care_leavers",
    over=During("standing_on", age="age_on_the_day"),
    counts=CHILDREN,
    measure=Proportion(where="in_touch = 'YES'", of=f"age_on_the_day between 17 and 21 and {THERE}"),
    better=HIGHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=WHO,
    sentence=(
        "The authority was in touch with {value} of care leavers aged 17 to 21 {period} ({numerator} of {denominator})."
    ),
    noun="care leavers with whom the authority is in touch",
    definition=(
        "Care leavers aged 17 to 21 with whom the authority was in touch, out of all of that age of whom that is"
        " recorded, of the lists that fall into the period. One list a year, that of 31 March, makes the national"
        " measure; of several, a young person is counted once, by the best that any of them says."
    ),
    source=OWN,
    excludes=(
        "Young people who have died, who went back to their family for six months or more, or whom the sender leaves"
        " out."
    ),
    unknowns="Young people of whom it is not recorded are shown as unknown.",
    sub_group=LOOKED_AFTER,
)

pathway = Indicator(
    code="CL6",
    title="Pathway plans that were up to date",
    asks=HOW_WELL,
    why=(
        "The plan says who helps with what. One that nobody has looked at for a year is out of date for a young person"
        " of eighteen."
    ),
    dataset="pathway_plans",
    over=At(opened="pathway_plan_from", closed="pathway_plan_until"),
    counts=CHILDREN,
    measure=Proportion(where="pathway_plan_due >= period_end"),
    better=HIGHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=CHILD,
    sentence="{value} of pathway plans {period} were up to date ({numerator} of {denominator}).",
    noun="pathway plans that were up to date",
    definition=(
        "Young people with a pathway plan on the day whose plan, or whose review of it, was not overdue, out of all"
        " with a plan of which it is recorded by when it is due."
    ),
    source=OWN,
    excludes="Young people without a pathway plan.",
    unknowns="Plans without the day by which they are due are shown as unknown.",
    sub_group=LOOKED_AFTER,
)
