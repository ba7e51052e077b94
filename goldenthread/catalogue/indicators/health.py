"""What hospitals see of young people who harm themselves, and the health of looked-after children."""

from goldenthread.catalogue.breakdowns import AGE_ADMITTED, AGE_ATTENDING, WHO
from goldenthread.catalogue.sources import CHILDREN_LOOKED_AFTER, OWN
from goldenthread.catalogue.sub_groups import HEALTH, LOOKED_AFTER
from goldenthread.engine.definitions import (
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
    Count,
    During,
    Indicator,
    Median,
    Proportion,
)

admissions = Indicator(
    code="SH1",
    title="Admissions to hospital for self-harm",
    asks=HOW_MUCH,
    why=(
        "Self-harm among adolescents has been a concern of the board for years. More admissions may mean more harm, or"
        " that hospitals keep more young people in."
    ),
    dataset="self_harm_admissions",
    over=During("admitted_on"),
    counts=ROWS,
    measure=Count(where="basis = 'resident'"),
    better=NEITHER,
    protects=ROWS,
    tier=SCORECARD,
    breakdowns=(AGE_ADMITTED,),
    sentence="Young people of the area were admitted to hospital for self-harm {value} times {period}.",
    noun="admissions for self-harm",
    definition=(
        "Admissions for self-harm, in any hospital, of children and young people who live in the area, on the day of"
        " admission. It is not about attendances at emergency departments (SH2), nor about those who live elsewhere"
        " and are treated here."
    ),
    source=OWN,
    excludes="Admissions of young people who live elsewhere.",
    unknowns="Admissions of which it is not recorded whom they are about are shown as unknown.",
    sub_group=HEALTH,
)

attendances = Indicator(
    code="SH2",
    title="Attendances at emergency departments for self-harm",
    asks=HOW_MUCH,
    why=(
        "Most young people who come to hospital after harming themselves go home the same day. Admissions (SH1) do not"
        " show them."
    ),
    dataset="emergency_attendances",
    over=During("attended_on"),
    counts=ROWS,
    measure=Count(where="self_harmed = '1' and basis = 'resident'"),
    better=NEITHER,
    protects=ROWS,
    tier=SUB_GROUP,
    breakdowns=(AGE_ATTENDING,),
    sentence="Young people of the area attended an emergency department for self-harm {value} times {period}.",
    noun="attendances for self-harm",
    definition=(
        "Attendances at an emergency department for self-harm of children and young people who live in the area."
        " Someone who is then admitted is in SH1 as well: the two must not be added."
    ),
    source=OWN,
    excludes="Attendances of young people who live elsewhere.",
    unknowns="Attendances of which it is not recorded whether they were for self-harm are shown as unknown.",
    sub_group=HEALTH,
)

told_social_care = Indicator(
    code="SH3",
    title="Attendances for self-harm of which children's social care was told",
    asks=HOW_WELL,
    why=(
        "Not every young person who harms himself or herself needs a social worker. That nobody was told should be a"
        " decision, not an oversight."
    ),
    dataset="emergency_attendances",
    over=During("attended_on"),
    counts=ROWS,
    measure=Proportion(where="told_social_care = '1'", of="self_harmed = '1' and basis = 'resident'"),
    better=NEITHER,
    protects=ROWS,
    tier=SUB_GROUP,
    breakdowns=(),
    sentence=(
        "Children's social care was told of {value} of attendances for self-harm {period} ({numerator} of"
        " {denominator})."
    ),
    noun="attendances of which children's social care was told",
    definition=(
        "Attendances at an emergency department for self-harm of residents of which children's social care was told,"
        " out of all of which that is recorded."
    ),
    source=OWN,
    excludes="Attendances of young people who live elsewhere.",
    unknowns="Attendances of which it is not recorded are shown as unknown.",
    sub_group=HEALTH,
)

assessed = Indicator(
    code="LAH1",
    title="Children looked after for a year who had their health assessed in the year",
    asks=HOW_WELL,
    why=(
        "Children in care have often been neglected. Somebody has to look at their health as a parent would. It is the"
        " national measure, of children; CLA13 is of assessments that fell due."
    ),
    dataset="looked_after_outcomes_12_months",
    over=During("standing_on"),
    counts=CHILDREN,
    measure=Proportion(where="health_assessed = '1'"),
    better=HIGHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=WHO,
    sentence=(
        "{value} of children who had been looked after for a year {period} had had their health assessed in the twelve"
        " months before ({numerator} of {denominator})."
    ),
    noun="children looked after for a year who had their health assessed",
    definition=(
        "Children in the yearly return on outcomes of those looked after for twelve months without a break who had had"
        " their health assessed in the twelve months before, out of all of whom that is recorded."
    ),
    source=CHILDREN_LOOKED_AFTER,
    excludes="Children looked after for less than twelve months, of whom the return does not ask.",
    unknowns="Children of whom it is not recorded are shown as unknown.",
    sub_group=HEALTH,
)

teeth = Indicator(
    code="LAH2",
    title="Children looked after for a year who had their teeth checked in the year",
    asks=HOW_WELL,
    why=(
        "Teeth are where neglect shows first and is mended last. It is the national measure, of children; CLA14 is of"
        " checks that fell due."
    ),
    dataset="looked_after_outcomes_12_months",
    over=During("standing_on"),
    counts=CHILDREN,
    measure=Proportion(where="teeth_checked = '1'"),
    better=HIGHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=WHO,
    sentence=(
        "{value} of children who had been looked after for a year {period} had had their teeth checked in the twelve"
        " months before ({numerator} of {denominator})."
    ),
    noun="children looked after for a year who had their teeth checked",
    definition=(
        "Children in the yearly return on outcomes of those looked after for twelve months without a break who had had"
        " their teeth checked in the twelve months before, out of all of whom that is recorded."
    ),
    source=CHILDREN_LOOKED_AFTER,
    excludes="Children looked after for less than twelve months, of whom the return does not ask.",
    unknowns="Children of whom it is not recorded are shown as unknown.",
    sub_group=HEALTH,
)

immunised = Indicator(
    code="LAH3",
    title="Children looked after for a year who were up to date with immunisations",
    asks=HOW_WELL,
    why="Children who move from place to place miss what others get at school and at the surgery.",
    dataset="looked_after_outcomes_12_months",
    over=During("standing_on"),
    counts=CHILDREN,
    measure=Proportion(where="immunised = '1'"),
    better=HIGHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=WHO,
    sentence=(
        "{value} of children who had been looked after for a year {period} were up to date with their immunisations"
        " ({numerator} of {denominator})."
    ),
    noun="children looked after for a year who were up to date with immunisations",
    definition=(
        "Children in the yearly return on outcomes of those looked after for twelve months without a break who were up"
        " to date with their immunisations, out of all of whom that is recorded."
    ),
    source=CHILDREN_LOOKED_AFTER,
    excludes="Children looked after for less than twelve months, of whom the return does not ask.",
    unknowns="Children of whom it is not recorded are shown as unknown.",
    sub_group=HEALTH,
)

developed = Indicator(
    code="LAH4",
    title="Children looked after for a year who were up to date with development checks",
    asks=HOW_WELL,
    why="What is missed before school begins is hard to make up.",
    dataset="looked_after_outcomes_12_months",
    over=During("standing_on"),
    counts=CHILDREN,
    measure=Proportion(where="health_check = '1'"),
    better=HIGHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=WHO,
    sentence=(
        "{value} of children who had been looked after for a year {period} were up to date with their development"
        " checks ({numerator} of {denominator})."
    ),
    noun="children looked after for a year who were up to date with development checks",
    definition=(
        "Children in the yearly return on outcomes of those looked after for twelve months without a break who were up"
        " to date with their development checks, out of all of whom that is recorded. The return asks it of the"
        " youngest children only."
    ),
    source=CHILDREN_LOOKED_AFTER,
    excludes="Children looked after for less than twelve months, of whom the return does not ask.",
    unknowns="Children of whom it is not recorded are shown as unknown.",
    sub_group=HEALTH,
)

convicted = Indicator(
    code="LAH5",
    title="Children looked after for a year who were convicted of an offence",
    asks=WHAT_DIFFERENCE,
    why="Children in care are sometimes prosecuted for what a parent would deal with at home.",
    dataset="looked_after_outcomes_12_months",
    over=During("standing_on"),
    counts=CHILDREN,
    measure=Proportion(where="convicted = '1'"),
    better=LOWER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=WHO,
    sentence=(
        "{value} of children who had been looked after for a year {period} had been convicted of an offence in it"
        " ({numerator} of {denominator})."
    ),
    noun="children looked after for a year who were convicted",
    definition=(
        "Children in the yearly return on outcomes of those looked after for twelve months without a break who are"
        " marked as convicted, out of all of whom that is recorded."
    ),
    source=CHILDREN_LOOKED_AFTER,
    excludes="Children looked after for less than twelve months, of whom the return does not ask.",
    unknowns="Children of whom it is not recorded are shown as unknown.",
    sub_group=LOOKED_AFTER,
)

sdq = Indicator(
    code="LAH6",
    title="Strengths and difficulties of children looked after for a year",
    asks=WHAT_DIFFERENCE,
    why=(
        "A questionnaire that carers fill in about a child's feelings and behaviour. Of one child it is a reason to"
        " ask; of all, it shows how much help they need."
    ),
    dataset="looked_after_outcomes_12_months",
    over=During("standing_on"),
    counts=ROWS,
    measure=Median(of="sdq_score", unit="points"),
    better=LOWER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=WHO,
    sentence=(
        "Half of the children who had been looked after for a year {period} and had a score had {value} or less of 40"
        " ({denominator:score|scores})."
    ),
    noun="scores of strengths and difficulties",
    definition=(
        "The middle of the scores of the Strengths and Difficulties Questionnaire, from 0 to 40, a high one meaning"
        " more difficulties, of children in the yearly return. National statistics give the mean, which is another"
        " number."
    ),
    source=CHILDREN_LOOKED_AFTER,
    excludes="Children looked after for less than twelve months, of whom the return does not ask.",
    unknowns="Children without a score are shown as unknown, whatever the reason.",
    sub_group=HEALTH,
)
