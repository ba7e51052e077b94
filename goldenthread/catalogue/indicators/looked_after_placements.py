"""Where looked-after children live, and how often they move."""

from goldenthread.catalogue.breakdowns import CATEGORY_OF_NEED, CHILD, WHO
from goldenthread.catalogue.indicators.looked_after import NOT_SHORT_BREAKS
from goldenthread.catalogue.sources import OWN, SHORT_BREAKS
from goldenthread.catalogue.sub_groups import LOOKED_AFTER
from goldenthread.engine.definitions import (
    CHILDREN,
    HOW_WELL,
    LOWER,
    NEITHER,
    SCORECARD,
    SUB_GROUP,
    At,
    Count,
    During,
    Indicator,
    Proportion,
)

with_foster_carers = Indicator(
    code="CLA8",
    title="Looked-after children placed with foster carers",
    asks=HOW_WELL,
    why="Most children grow up best in a family, and near the people they know.",
    dataset="looked_after_episodes",
    over=At(opened="start_date", closed="end_date"),
    counts=CHILDREN,
    measure=Proportion(where="placement_type in ('U4', 'U5', 'U6')", of=NOT_SHORT_BREAKS),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(*CHILD, CATEGORY_OF_NEED),
    sentence=(
        "{value} of children looked after {period} lived with foster carers who are not family or friends ({numerator}"
        " of {denominator})."
    ),
    noun="looked-after children who lived with foster carers who are not family or friends",
    definition=(
        "Children looked after who lived with foster carers who are not family or friends, out of all children looked"
        " after. Codes U4 to U6. Foster carers who are family or friends are counted as kinship care (CLA9)."
    ),
    source="SSDA903 codes of placement; our own grouping of them.",
    excludes=SHORT_BREAKS,
    unknowns="Children whose type of placement is not recorded are shown as unknown.",
    sub_group=LOOKED_AFTER,
)

with_kin = Indicator(
    code="CLA9",
    title="Looked-after children placed in kinship care",
    asks=HOW_WELL,
    why="Most children grow up best in a family, and near the people they know.",
    dataset="looked_after_episodes",
    over=At(opened="start_date", closed="end_date"),
    counts=CHILDREN,
    measure=Proportion(where="placement_type in ('U1', 'U2', 'U3')", of=NOT_SHORT_BREAKS),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(*CHILD, CATEGORY_OF_NEED),
    sentence=(
        "{value} of children looked after {period} lived with family or friends as foster carers ({numerator} of"
        " {denominator})."
    ),
    noun="looked-after children who lived with family or friends as foster carers",
    definition=(
        "Children looked after who lived with family or friends as foster carers, out of all children looked after."
        " Codes U1 to U3."
    ),
    source="SSDA903 codes of placement; our own grouping of them.",
    excludes=SHORT_BREAKS,
    unknowns="Children whose type of placement is not recorded are shown as unknown.",
    sub_group=LOOKED_AFTER,
)

with_parents = Indicator(
    code="CLA10",
    title="Looked-after children placed with their parents",
    asks=HOW_WELL,
    why="Most children grow up best in a family, and near the people they know.",
    dataset="looked_after_episodes",
    over=At(opened="start_date", closed="end_date"),
    counts=CHILDREN,
    measure=Proportion(where="placement_type in ('P1')", of=NOT_SHORT_BREAKS),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(*CHILD, CATEGORY_OF_NEED),
    sentence=("{value} of children looked after {period} lived with their own parents ({numerator} of {denominator})."),
    noun="looked-after children who lived with their own parents",
    definition=("Children looked after who lived with their own parents, out of all children looked after. Code P1."),
    source="SSDA903 codes of placement; our own grouping of them.",
    excludes=SHORT_BREAKS,
    unknowns="Children whose type of placement is not recorded are shown as unknown.",
    sub_group=LOOKED_AFTER,
)

far_away = Indicator(
    code="CLA11",
    title="Looked-after children in long-distance placements outside the area",
    asks=HOW_WELL,
    why=("A child who lives far away is harder to visit and to keep safe, and loses school and friends."),
    dataset="placements_in_care",
    over=At(opened="lived_from", closed="lived_until"),
    counts=CHILDREN,
    measure=Proportion(where="long_distance = '1'", of=NOT_SHORT_BREAKS),
    better=LOWER,
    protects=CHILDREN,
    tier=SCORECARD,
    breakdowns=CHILD,
    sentence=(
        "{value} of children in a placement {period} lived far away in another area ({numerator} of {denominator})."
    ),
    noun="looked-after children in long-distance placements",
    definition=(
        "Children looked after in a placement outside the area and far from home, as the authority itself counts it,"
        " out of all in a placement. It cuts across kinds of placement (CLA8 to CLA10) and must not be added to them."
    ),
    source=OWN,
    excludes=SHORT_BREAKS,
    unknowns="Placements without the mark, and children of whom no episode is recorded, are shown as unknown.",
    sub_group=LOOKED_AFTER,
)

three_moves = Indicator(
    code="CLA12",
    title="Looked-after children who had moved three times or more",
    asks=HOW_WELL,
    why="Children need to stay with people who come to know them.",
    dataset="placement_moves",
    over=During("moved_on"),
    counts=CHILDREN,
    measure=Count(where="before_last_on is not null and before_last_on >= period_start"),
    better=LOWER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=WHO,
    sentence="{numerator:looked-after child|looked-after children} moved three times or more {period}.",
    noun="looked-after children who had moved three times or more",
    definition=(
        "Children who within the period moved at least three times to another placement with another carer (reasons P"
        " and B). All three moves lie in the period that is asked about, be it a year or a month: each period stands"
        " by itself, and months do not add up to a year. Three moves make four placements: this is not the national"
        " measure of three or more placements (CLA26)."
    ),
    source="Our own definition, on SSDA903 reasons for a new episode.",
    excludes=f"{SHORT_BREAKS} Changes of placement with the same carer.",
    unknowns="None: a move is an episode with its first day and its reason.",
    sub_group=LOOKED_AFTER,
)
