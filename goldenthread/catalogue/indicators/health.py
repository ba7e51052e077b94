"""What hospitals see of young people who harm themselves."""

from goldenthread.catalogue.breakdowns import AGE_ADMITTED, AGE_ATTENDING
from goldenthread.catalogue.sources import OWN
from goldenthread.catalogue.sub_groups import HEALTH
from goldenthread.engine.definitions import (
    HOW_MUCH,
    HOW_WELL,
    NEITHER,
    ROWS,
    SCORECARD,
    SUB_GROUP,
    Count,
    During,
    Indicator,
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
