"""What assessments find in children's lives: the factors that are recorded when an assessment ends."""

from goldenthread.catalogue.breakdowns import FACTOR_FOUND, WHO
from goldenthread.catalogue.sub_groups import CHILD_PROTECTION
from goldenthread.engine.definitions import (
    CHILDREN,
    HOW_MUCH,
    NEITHER,
    ROWS,
    SUB_GROUP,
    Count,
    During,
    Indicator,
    Proportion,
)

FACTORS = (
    "Department for Education, Characteristics of children in need, table C3, which counts cases with an assessment"
    " that ended; here each assessment is counted"
)
_NO_FACTOR = "Assessments for which no factor is recorded, not even that there was none, and those that have not ended."
_RECORDED = "None: a factor that is not recorded has not been found."

factors = Indicator(
    code="SW13",
    title="Factors found by assessments",
    asks=HOW_MUCH,
    why=(
        "It says what families need help with: violence at home, drink, drugs, ill health, exploitation. An assessment"
        " finds several, so they are no shares of one whole."
    ),
    dataset="assessment_factors",
    over=During("assessment_end"),
    counts=ROWS,
    measure=Count(),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(FACTOR_FOUND, *WHO),
    sentence="Assessments completed {period} recorded {numerator:factor|factors} in children's lives.",
    noun="factors recorded by assessments",
    definition=(
        "Factors recorded at the end of assessments that a manager authorised in the period, each factor of each child"
        " in each assessment counted once. Of one factor it is the number of assessments that found it. That there was"
        " none (code 21) is recorded like a factor."
    ),
    source=FACTORS,
    excludes=_NO_FACTOR,
    unknowns="Codes that the list does not know are shown as not on the list.",
    sub_group=CHILD_PROTECTION,
    recurs=True,
)

domestic_violence = Indicator(
    code="SW14",
    title="Assessments that found domestic violence",
    asks=HOW_MUCH,
    why="It is what assessments find most often, and children are harmed by it whether or not they are hit.",
    dataset="assessed_factors",
    over=During("assessment_end"),
    counts=ROWS,
    measure=Proportion(where="domestic_violence = 1"),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=WHO,
    sentence="{value} of assessments completed {period} found domestic violence ({numerator} of {denominator}).",
    noun="assessments that found domestic violence",
    definition=(
        "Assessments completed in the period that found domestic violence (codes 3A to 3C), whoever in the family or"
        " household it is about, out of all completed for which any factor, or that there was none, is recorded."
    ),
    source=FACTORS,
    excludes=_NO_FACTOR,
    unknowns=_RECORDED,
    sub_group=CHILD_PROTECTION,
)

mental_health = Indicator(
    code="SW15",
    title="Assessments that found a concern about mental health",
    asks=HOW_MUCH,
    why="Parents who are ill need help of their own before they can look after their children.",
    dataset="assessed_factors",
    over=During("assessment_end"),
    counts=ROWS,
    measure=Proportion(where="mental_health = 1"),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=WHO,
    sentence=(
        "{value} of assessments completed {period} found a concern about mental health ({numerator} of {denominator})."
    ),
    noun="assessments that found a concern about mental health",
    definition=(
        "Assessments completed in the period that found a concern about mental health (codes 4A to 4C), whoever in the"
        " family or household it is about, out of all completed for which any factor, or that there was none, is"
        " recorded."
    ),
    source=FACTORS,
    excludes=_NO_FACTOR,
    unknowns=_RECORDED,
    sub_group=CHILD_PROTECTION,
)

drink_or_drugs = Indicator(
    code="SW16",
    title="Assessments that found misuse of alcohol or drugs",
    asks=HOW_MUCH,
    why="Services for adults see these parents first. Whether they think of the children is for the board to ask.",
    dataset="assessed_factors",
    over=During("assessment_end"),
    counts=ROWS,
    measure=Proportion(where="drink_or_drugs = 1"),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=WHO,
    sentence=(
        "{value} of assessments completed {period} found misuse of alcohol or drugs ({numerator} of {denominator})."
    ),
    noun="assessments that found misuse of alcohol or drugs",
    definition=(
        "Assessments completed in the period that found misuse of alcohol or drugs (codes 1A to 2C), whoever in the"
        " family or household it is about, out of all completed for which any factor, or that there was none, is"
        " recorded."
    ),
    source=FACTORS,
    excludes=_NO_FACTOR,
    unknowns=_RECORDED,
    sub_group=CHILD_PROTECTION,
)

neglect = Indicator(
    code="SW17",
    title="Assessments that found neglect",
    asks=HOW_MUCH,
    why="Neglect is slow, and no single event makes anybody tell of it.",
    dataset="assessed_factors",
    over=During("assessment_end"),
    counts=ROWS,
    measure=Proportion(where="neglect = 1"),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=WHO,
    sentence="{value} of assessments completed {period} found neglect ({numerator} of {denominator}).",
    noun="assessments that found neglect",
    definition=(
        "Assessments completed in the period that found neglect (code 16A), out of all completed for which any factor,"
        " or that there was none, is recorded."
    ),
    source=FACTORS,
    excludes=_NO_FACTOR,
    unknowns=_RECORDED,
    sub_group=CHILD_PROTECTION,
)
