"""The health of children who have been looked after for a year: each measure as recorded, and as the nation counts it.

National statistics divide by all children looked after for twelve months; ours beside them, by those of whom it is
recorded. Where the two differ, records are missing.
"""

from goldenthread.catalogue.breakdowns import WHO
from goldenthread.catalogue.sources import CARE_CODES, CHILDREN_LOOKED_AFTER
from goldenthread.catalogue.sub_groups import HEALTH
from goldenthread.engine.definitions import (
    CHILDREN,
    HIGHER,
    HOW_WELL,
    SUB_GROUP,
    During,
    Indicator,
    Proportion,
)

UNDER_FIVE = "age_on_the_day <= 4"

assessed = Indicator(
    code="LAH1",
    title="Children looked after for a year who had their health assessed in the year",
    asks=HOW_WELL,
    why=(
        "Children in care have often been neglected. Somebody has to look at their health as a parent would. Where it"
        " differs from LAH7, the national measure, records are missing. CLA13 is of assessments that fell due."
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
    source=CARE_CODES,
    excludes="Children looked after for less than twelve months, of whom the return does not ask.",
    unknowns="Children of whom it is not recorded are shown as unknown.",
    sub_group=HEALTH,
)

assessed_of_all = Indicator(
    code="LAH7",
    title="Children looked after for a year known to have had their health assessed, out of all",
    asks=HOW_WELL,
    why=(
        "It is the national way to count: a child of whom nothing is recorded counts as not assessed. LAH1 leaves such"
        " children out of both parts."
    ),
    dataset="looked_after_outcomes_12_months",
    over=During("standing_on"),
    counts=CHILDREN,
    measure=Proportion(where="health_assessed is not null and health_assessed = '1'"),
    better=HIGHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=WHO,
    sentence=(
        "{value} of all children who had been looked after for a year {period} are known to have had their health"
        " assessed in the twelve months before ({numerator} of {denominator})."
    ),
    noun="children looked after for a year known to have had their health assessed",
    definition=(
        "Children in the yearly return on outcomes of those looked after for twelve months without a break who had had"
        " their health assessed in the twelve months before, out of all children in it."
    ),
    source=CHILDREN_LOOKED_AFTER,
    excludes="Children looked after for less than twelve months, of whom the return does not ask.",
    unknowns="None: a child of whom it is not recorded is counted as one of whom it is not so.",
    sub_group=HEALTH,
)

teeth = Indicator(
    code="LAH2",
    title="Children looked after for a year who had their teeth checked in the year",
    asks=HOW_WELL,
    why=(
        "Teeth are where neglect shows first and is mended last. Where it differs from LAH8, the national measure,"
        " records are missing. CLA14 is of checks that fell due."
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
    source=CARE_CODES,
    excludes="Children looked after for less than twelve months, of whom the return does not ask.",
    unknowns="Children of whom it is not recorded are shown as unknown.",
    sub_group=HEALTH,
)

teeth_of_all = Indicator(
    code="LAH8",
    title="Children looked after for a year known to have had their teeth checked, out of all",
    asks=HOW_WELL,
    why=(
        "It is the national way to count: a child of whom nothing is recorded counts as not seen by a dentist. LAH2"
        " leaves such children out of both parts."
    ),
    dataset="looked_after_outcomes_12_months",
    over=During("standing_on"),
    counts=CHILDREN,
    measure=Proportion(where="teeth_checked is not null and teeth_checked = '1'"),
    better=HIGHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=WHO,
    sentence=(
        "{value} of all children who had been looked after for a year {period} are known to have had their teeth"
        " checked in the twelve months before ({numerator} of {denominator})."
    ),
    noun="children looked after for a year known to have had their teeth checked",
    definition=(
        "Children in the yearly return on outcomes of those looked after for twelve months without a break who had had"
        " their teeth checked in the twelve months before, out of all children in it."
    ),
    source=CHILDREN_LOOKED_AFTER,
    excludes="Children looked after for less than twelve months, of whom the return does not ask.",
    unknowns="None: a child of whom it is not recorded is counted as one of whom it is not so.",
    sub_group=HEALTH,
)

immunised = Indicator(
    code="LAH3",
    title="Children looked after for a year who were up to date with immunisations",
    asks=HOW_WELL,
    why=(
        "Children who move from place to place miss what others get at school and at the surgery. Where it differs"
        " from LAH9, the national measure, records are missing."
    ),
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
    source=CARE_CODES,
    excludes="Children looked after for less than twelve months, of whom the return does not ask.",
    unknowns="Children of whom it is not recorded are shown as unknown.",
    sub_group=HEALTH,
)

immunised_of_all = Indicator(
    code="LAH9",
    title="Children looked after for a year known to be up to date with immunisations, out of all",
    asks=HOW_WELL,
    why=(
        "It is the national way to count: a child of whom nothing is recorded counts as not up to date. LAH3 leaves"
        " such children out of both parts."
    ),
    dataset="looked_after_outcomes_12_months",
    over=During("standing_on"),
    counts=CHILDREN,
    measure=Proportion(where="immunised is not null and immunised = '1'"),
    better=HIGHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=WHO,
    sentence=(
        "{value} of all children who had been looked after for a year {period} are known to have been up to date with"
        " their immunisations ({numerator} of {denominator})."
    ),
    noun="children looked after for a year known to be up to date with immunisations",
    definition=(
        "Children in the yearly return on outcomes of those looked after for twelve months without a break who were up"
        " to date with their immunisations, out of all children in it."
    ),
    source=CHILDREN_LOOKED_AFTER,
    excludes="Children looked after for less than twelve months, of whom the return does not ask.",
    unknowns="None: a child of whom it is not recorded is counted as one of whom it is not so.",
    sub_group=HEALTH,
)

developed = Indicator(
    code="LAH4",
    title="Children aged 0 to 4 looked after for a year who were up to date with development checks",
    asks=HOW_WELL,
    why=(
        "What is missed before school begins is hard to make up. Where it differs from LAH10, the national measure,"
        " records are missing."
    ),
    dataset="looked_after_outcomes_12_months",
    over=During("standing_on"),
    counts=CHILDREN,
    measure=Proportion(where="health_check = '1'", of=UNDER_FIVE),
    better=HIGHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=WHO,
    sentence=(
        "{value} of children aged 0 to 4 who had been looked after for a year {period} were up to date with their"
        " development checks ({numerator} of {denominator})."
    ),
    noun="children aged 0 to 4 looked after for a year who were up to date with development checks",
    definition=(
        "Children aged 0 to 4 on the day in the yearly return on outcomes of those looked after for twelve months"
        " without a break who were up to date with their development checks, out of all of whom that is recorded."
    ),
    source=CARE_CODES,
    excludes=(
        "Children looked after for less than twelve months, of whom the return does not ask, and those of five or over."
    ),
    unknowns="Children of whom it is not recorded, and those without a date of birth, are shown as unknown.",
    sub_group=HEALTH,
)

developed_of_all = Indicator(
    code="LAH10",
    title="Children aged 0 to 4 looked after for a year known to be up to date with development checks, out of all",
    asks=HOW_WELL,
    why=(
        "It is the national way to count: a child of whom nothing is recorded counts as not up to date. LAH4 leaves"
        " such children out of both parts."
    ),
    dataset="looked_after_outcomes_12_months",
    over=During("standing_on"),
    counts=CHILDREN,
    measure=Proportion(where="health_check is not null and health_check = '1'", of=UNDER_FIVE),
    better=HIGHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=WHO,
    sentence=(
        "{value} of all children aged 0 to 4 who had been looked after for a year {period} are known to have been up"
        " to date with their development checks ({numerator} of {denominator})."
    ),
    noun="children aged 0 to 4 looked after for a year known to be up to date with development checks",
    definition=(
        "Children aged 0 to 4 on the day in the yearly return on outcomes of those looked after for twelve months"
        " without a break who were up to date with their development checks, out of all children of that age in it."
    ),
    source=CHILDREN_LOOKED_AFTER,
    excludes=(
        "Children looked after for less than twelve months, of whom the return does not ask, and those of five or over."
    ),
    unknowns="Children without a date of birth are shown as unknown.",
    sub_group=HEALTH,
)
