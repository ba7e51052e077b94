"""How children fared who have been looked after for a year: convictions, strengths and difficulties."""

from goldenthread.catalogue.breakdowns import WHO
from goldenthread.catalogue.sources import CHILDREN_LOOKED_AFTER
from goldenthread.catalogue.sub_groups import HEALTH, LOOKED_AFTER
from goldenthread.engine.definitions import (
    CHILDREN,
    HIGHER,
    HOW_WELL,
    LOWER,
    ROWS,
    SUB_GROUP,
    WHAT_DIFFERENCE,
    During,
    Indicator,
    Median,
    Proportion,
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

sdq_received = Indicator(
    code="LAH11",
    title="Children aged 5 to 16 looked after for a year of whom a strengths and difficulties score was received",
    asks=HOW_WELL,
    why=(
        "Without a score nobody has asked the carers how the child feels and behaves. The middle of the scores (LAH6)"
        " is of those alone who have one."
    ),
    dataset="looked_after_outcomes_12_months",
    over=During("standing_on"),
    counts=CHILDREN,
    measure=Proportion(where="sdq_score is not null", of="age_on_the_day between 5 and 16"),
    better=HIGHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=WHO,
    sentence=(
        "A strengths and difficulties score was received of {value} of children aged 5 to 16 who had been looked after"
        " for a year {period} ({numerator} of {denominator})."
    ),
    noun="children of whom a strengths and difficulties score was received",
    definition=(
        "Children aged 5 to 16 on the day in the yearly return on outcomes of those looked after for twelve months"
        " without a break for whom it gives a score of the Strengths and Difficulties Questionnaire, out of all"
        " children of that age in it. A child for whom it gives a reason instead has no score."
    ),
    source=CHILDREN_LOOKED_AFTER,
    excludes=(
        "Children looked after for less than twelve months, of whom the return does not ask, and those under five or"
        " over sixteen."
    ),
    unknowns="Children without a date of birth are shown as unknown.",
    sub_group=HEALTH,
)
