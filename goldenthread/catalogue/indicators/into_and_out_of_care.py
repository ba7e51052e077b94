"""Children who come into care and children who leave it: the flows of which the number looked after is the balance."""

from goldenthread.catalogue.breakdowns import CATEGORY_OF_NEED, CHILD, PEOPLE
from goldenthread.catalogue.indicators.looked_after import NOT_SHORT_BREAKS
from goldenthread.catalogue.populations import CHILDREN_0_TO_17
from goldenthread.catalogue.sources import CARE_CODES, CHILDREN_LOOKED_AFTER, SHORT_BREAKS
from goldenthread.catalogue.sub_groups import LOOKED_AFTER
from goldenthread.engine.definitions import (
    CHILDREN,
    HOW_MUCH,
    HOW_WELL,
    NEITHER,
    ROWS,
    SCORECARD,
    SUB_GROUP,
    Count,
    During,
    Indicator,
    InShort,
    Proportion,
    Rate,
)

LEFT = f"reason_ended <> 'X1' and {NOT_SHORT_BREAKS}"
"""An episode that ended without another following it: the child left care."""
ADOPTED = "reason_ended in ('E11', 'E12')"
GUARDED = "reason_ended in ('E43', 'E44', 'E45', 'E46', 'E47', 'E48')"

ceased = Indicator(
    code="CLA20",
    title="Children who ceased to be looked after",
    asks=HOW_MUCH,
    why=(
        "With children who started (CLA5) it says why the number looked after changes. Fewer because more went home is"
        " another story than fewer because fewer came."
    ),
    dataset="looked_after_episodes",
    over=During("end_date", age="age_at_end"),
    counts=ROWS,
    measure=Count(where=LEFT),
    better=NEITHER,
    protects=CHILDREN,
    tier=SCORECARD,
    breakdowns=(*CHILD, CATEGORY_OF_NEED),
    sentence="Children ceased to be looked after {value} times {period}.",
    noun="times at which children ceased to be looked after",
    definition="Periods of care that ended in the period. A child who left twice is there twice.",
    source=CHILDREN_LOOKED_AFTER,
    excludes=SHORT_BREAKS,
    unknowns="Episodes that ended for a reason that is not recorded are shown as unknown.",
    sub_group=LOOKED_AFTER,
    in_short=InShort("period of care", "periods of care", "ended"),
)

started_rate = Indicator(
    code="CLA21",
    title="Children who started to be looked after, for every 10,000 children in the area",
    asks=HOW_MUCH,
    why=(
        "It makes areas of different size comparable. A part of a year has a part of the year's rate: it is not made"
        " up to a year."
    ),
    dataset="looked_after_episodes",
    over=During("start_date", age="age_at_start"),
    counts=ROWS,
    measure=Rate(per=10_000, of=CHILDREN_0_TO_17, where=f"reason_started = 'S' and {NOT_SHORT_BREAKS}"),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=PEOPLE,
    sentence="Children started to be looked after {value} times for every 10,000 children in the area {period}.",
    noun="starts of being looked after",
    definition=(
        "Periods of care that began in the period (CLA5) divided by the mid-year estimate of children aged 0 to 17, of"
        " the year in which the financial year began, times 10,000."
    ),
    source=CHILDREN_LOOKED_AFTER,
    excludes=SHORT_BREAKS,
    unknowns="None beside those of CLA5. Without a population estimate there is no rate, and the figure says so.",
    sub_group=LOOKED_AFTER,
)

ceased_rate = Indicator(
    code="CLA22",
    title="Children who ceased to be looked after, for every 10,000 children in the area",
    asks=HOW_MUCH,
    why=(
        "It makes areas of different size comparable. A part of a year has a part of the year's rate: it is not made"
        " up to a year."
    ),
    dataset="looked_after_episodes",
    over=During("end_date", age="age_at_end"),
    counts=ROWS,
    measure=Rate(per=10_000, of=CHILDREN_0_TO_17, where=LEFT),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=PEOPLE,
    sentence="Children ceased to be looked after {value} times for every 10,000 children in the area {period}.",
    noun="times at which children ceased to be looked after",
    definition=(
        "Periods of care that ended in the period (CLA20) divided by the mid-year estimate of children aged 0 to 17,"
        " of the year in which the financial year began, times 10,000."
    ),
    source=CHILDREN_LOOKED_AFTER,
    excludes=SHORT_BREAKS,
    unknowns=(
        "Episodes that ended for a reason that is not recorded are shown as unknown. Without a population estimate"
        " there is no rate, and the figure says so."
    ),
    sub_group=LOOKED_AFTER,
)

adopted = Indicator(
    code="CLA23",
    title="Children who left care to be adopted",
    asks=HOW_WELL,
    why=(
        "For children who cannot go home, adoption is one way to a family for good. It is right for some children"
        " only, so neither more nor fewer is better by itself."
    ),
    dataset="looked_after_episodes",
    over=During("end_date", age="age_at_end"),
    counts=ROWS,
    measure=Proportion(where=ADOPTED, of=LEFT),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(*CHILD, CATEGORY_OF_NEED),
    sentence="{value} of those who ceased to be looked after {period} were adopted ({numerator} of {denominator}).",
    noun="children who left care to be adopted",
    definition=(
        "Periods of care that ended in the period with an adoption (codes E11 and E12), out of all periods of care"
        " that ended."
    ),
    source=CARE_CODES,
    excludes=SHORT_BREAKS,
    unknowns="Episodes that ended for a reason that is not recorded are shown as unknown.",
    sub_group=LOOKED_AFTER,
)

guarded = Indicator(
    code="CLA24",
    title="Children who left care under a special guardianship order",
    asks=HOW_WELL,
    why=(
        "Special guardianship gives a child a home for good, mostly with relatives or carers whom the child knows. It"
        " is right for some children only."
    ),
    dataset="looked_after_episodes",
    over=During("end_date", age="age_at_end"),
    counts=ROWS,
    measure=Proportion(where=GUARDED, of=LEFT),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(*CHILD, CATEGORY_OF_NEED),
    sentence=(
        "{value} of those who ceased to be looked after {period} left under a special guardianship order ({numerator}"
        " of {denominator})."
    ),
    noun="children who left care under a special guardianship order",
    definition=(
        "Periods of care that ended in the period with a special guardianship order (codes E43 to E48), out of all"
        " periods of care that ended."
    ),
    source=CARE_CODES,
    excludes=SHORT_BREAKS,
    unknowns="Episodes that ended for a reason that is not recorded are shown as unknown.",
    sub_group=LOOKED_AFTER,
)

home = Indicator(
    code="CLA25",
    title="Children who left care to live with parents or relatives",
    asks=HOW_WELL,
    why=(
        "Going home is right where home has become safe. Whether it lasted shows in the children who come back into"
        " care."
    ),
    dataset="looked_after_episodes",
    over=During("end_date", age="age_at_end"),
    counts=ROWS,
    measure=Proportion(where="reason_ended in ('E4A', 'E4B', 'E13')", of=LEFT),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(*CHILD, CATEGORY_OF_NEED),
    sentence=(
        "{value} of those who ceased to be looked after {period} went to live with parents or relatives ({numerator}"
        " of {denominator})."
    ),
    noun="children who left care to live with parents or relatives",
    definition=(
        "Periods of care that ended in the period with a return home, planned or not, or with a move to parents or"
        " relatives (codes E4A, E4B and E13), out of all periods of care that ended."
    ),
    source=CARE_CODES,
    excludes=SHORT_BREAKS,
    unknowns="Episodes that ended for a reason that is not recorded are shown as unknown.",
    sub_group=LOOKED_AFTER,
)
