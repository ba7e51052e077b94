"""Harm away from home: the risk of exploitation, trafficking, radicalisation, forced marriage and cutting."""

from goldenthread.catalogue.breakdowns import AGE_BAND, AGE_EXPLOITED, HARM_FEARED, WHO
from goldenthread.catalogue.sources import OWN
from goldenthread.catalogue.sub_groups import EXPLOITATION_AND_MISSING
from goldenthread.engine.definitions import (
    CHILDREN,
    HIGHER,
    HOW_MUCH,
    HOW_WELL,
    NEITHER,
    ROWS,
    SUB_GROUP,
    At,
    Count,
    During,
    Indicator,
    Proportion,
)

risk_assessed = Indicator(
    code="CSE6",
    title="Assessments of the risk of sexual exploitation",
    asks=HOW_MUCH,
    why="A risk that nobody has assessed is not a low one.",
    dataset="exploitation_risk_assessments",
    over=During("risk_assessed_on"),
    counts=ROWS,
    measure=Count(),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=WHO,
    sentence=(
        "{numerator:assessment|assessments} of the risk of sexual exploitation {numerator:was|were} made {period}."
    ),
    noun="assessments of the risk of sexual exploitation",
    definition="Assessments made in the period. A child who was assessed twice is there twice.",
    source=OWN,
    excludes="Nothing.",
    unknowns="None: an assessment must have its day to be taken in.",
    sub_group=EXPLOITATION_AND_MISSING,
    recurs=True,
)

high_risk = Indicator(
    code="CSE7",
    title="Open cases of sexual exploitation at high risk",
    asks=HOW_WELL,
    why=(
        "When a case is opened late, the risk is high already. When most are at high risk, ask who is not found in"
        " time."
    ),
    dataset="exploitation_cases",
    over=At(opened="identified_on", closed="closed_on"),
    counts=CHILDREN,
    measure=Proportion(where="exploitation_risk = 'high'"),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(AGE_EXPLOITED, *WHO),
    sentence=(
        "{value} of children with an open case of sexual exploitation {period} were at high risk ({numerator} of"
        " {denominator})."
    ),
    noun="children with an open case at high risk",
    definition=(
        "Children with an open case (CSE2) whose risk is recorded as high, out of all with an open case of whom it is"
        " recorded."
    ),
    source=OWN,
    excludes="Nothing.",
    unknowns="Children whose risk is not recorded are shown as unknown.",
    sub_group=EXPLOITATION_AND_MISSING,
)

particular_harm = Indicator(
    code="HARM1",
    title="Worries about trafficking, radicalisation, forced marriage or cutting",
    asks=HOW_MUCH,
    why=(
        "These are rare, grave and easily missed. That nobody was worried at all is a reason to ask whether people"
        " know what to look for."
    ),
    dataset="harm_notifications",
    over=During("worried_on", age="age_when_worried"),
    counts=ROWS,
    measure=Count(),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(HARM_FEARED, AGE_BAND),
    sentence=(
        "{numerator:worry|worries} about trafficking, radicalisation, forced marriage or cutting {numerator:was|were}"
        " recorded {period}."
    ),
    noun="worries about particular harm",
    definition=(
        "Times at which somebody recorded a worry that a child is trafficked, radicalised, married by force or cut"
        " (female genital mutilation), in the period."
    ),
    source=OWN,
    excludes="Nothing.",
    unknowns="None: a worry must have its day and kind to be taken in.",
    sub_group=EXPLOITATION_AND_MISSING,
)

passed_on = Indicator(
    code="HARM2",
    title="Worries about particular harm that were passed on",
    asks=HOW_WELL,
    why="A worry that stays in a file protects nobody.",
    dataset="harm_notifications",
    over=During("worried_on", age="age_when_worried"),
    counts=ROWS,
    measure=Proportion(where="passed_to <> 'nobody'"),
    better=HIGHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(AGE_BAND,),
    sentence=(
        "{value} of worries about trafficking, radicalisation, forced marriage or cutting recorded {period} were"
        " passed on ({numerator} of {denominator})."
    ),
    noun="worries that were passed on",
    definition=(
        "Worries recorded in the period that were passed to children's social care, the police, a national body or a"
        " panel, out of all of which that is recorded."
    ),
    source=OWN,
    excludes="Nothing.",
    unknowns="Worries of which it is not recorded are shown as unknown.",
    sub_group=EXPLOITATION_AND_MISSING,
)
