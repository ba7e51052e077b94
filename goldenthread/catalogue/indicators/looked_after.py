"""Children looked after."""

from goldenthread.catalogue.breakdowns import CATEGORY_OF_NEED, CHILD, WHO
from goldenthread.catalogue.populations import CHILDREN_0_TO_17
from goldenthread.catalogue.sources import SHORT_BREAKS
from goldenthread.catalogue.sub_groups import LOOKED_AFTER
from goldenthread.engine.definitions import (
    BOARD,
    CHILDREN,
    HIGHER,
    HOW_MUCH,
    HOW_WELL,
    NEITHER,
    ROWS,
    SCORECARD,
    SUB_GROUP,
    At,
    Count,
    During,
    Indicator,
    InShort,
    Median,
    Proportion,
    Rate,
)

NOT_SHORT_BREAKS = "legal_status not in ('V3', 'V4')"
NATIONAL = "Department for Education, Children looked after in England including adoptions: methodology"

looked_after = Indicator(
    code="CLA1",
    title="Children looked after",
    asks=HOW_MUCH,
    why=(
        "It is how many children the council is a parent to. More or fewer is not better by itself: what matters is"
        " whether the right children are looked after, and safely."
    ),
    dataset="looked_after_episodes",
    over=At(opened="start_date", closed="end_date"),
    counts=CHILDREN,
    measure=Count(where=NOT_SHORT_BREAKS),
    better=NEITHER,
    protects=CHILDREN,
    tier=BOARD,
    breakdowns=(*CHILD, CATEGORY_OF_NEED),
    sentence="{numerator:child was|children were} looked after {period}.",
    noun="children looked after",
    definition=(
        "Children with an episode that had begun by the end of the day and had not ended by then. Each child is counted"
        " once, however many episodes are open."
    ),
    source=NATIONAL,
    excludes=SHORT_BREAKS,
    unknowns=(
        "None: an episode must have a first day and a legal status to be taken in. A code of legal status that its"
        " list does not know is shown as unknown."
    ),
    sub_group=LOOKED_AFTER,
    flows=("CLA5", "CLA20"),
)

looked_after_rate = Indicator(
    code="CLA2",
    title="Children looked after, for every 10,000 children in the area",
    asks=HOW_MUCH,
    why="It makes areas of different size, and years with different numbers of children, comparable.",
    dataset="looked_after_episodes",
    over=At(opened="start_date", closed="end_date"),
    counts=CHILDREN,
    measure=Rate(per=10_000, of=CHILDREN_0_TO_17, where=NOT_SHORT_BREAKS),
    better=NEITHER,
    protects=CHILDREN,
    tier=BOARD,
    breakdowns=CHILD,
    sentence="{value} in every 10,000 children in the area were looked after {period}.",
    noun="children looked after",
    definition=(
        "Children looked after (CLA1) divided by the mid-year estimate of children aged 0 to 17, of the year in which"
        " the financial year began, times 10,000."
    ),
    source=NATIONAL,
    excludes=SHORT_BREAKS,
    unknowns="None beside those of CLA1. Without a population estimate there is no rate, and the figure says so.",
    sub_group=LOOKED_AFTER,
)

views_heard = Indicator(
    code="CLA3",
    title="Reviews at which the child's views were heard",
    asks=HOW_WELL,
    why=(
        "Decisions about a child's life should be made with the child. A review that does not hear the child's views"
        " cannot know whether the plan works for the child."
    ),
    dataset="looked_after_reviews",
    over=During("review_date", age="age_at_review"),
    counts=ROWS,
    measure=Proportion(
        where="participation in ('PN1', 'PN2', 'PN3', 'PN5', 'PN6')",
        of="participation <> 'PN0'",
    ),
    better=HIGHER,
    protects=CHILDREN,
    tier=SCORECARD,
    breakdowns=CHILD,
    sentence=(
        "The child's views were heard at {value} of reviews held {period} ({numerator} of {denominator} reviews of"
        " children aged four or over)."
    ),
    noun="reviews at which the child's views were heard",
    definition=(
        "Reviews at which the child spoke, an advocate spoke, or views were conveyed by symbols, an advocate or another"
        " medium (codes PN1, PN2, PN3, PN5, PN6), out of all reviews whose code says how a child of four or over took"
        " part. A child who attended without contributing (PN4) is counted as not heard."
    ),
    source="Our own reading of the meanings of the SSDA903 participation codes; not a published national figure.",
    excludes="Reviews of children under four (PN0).",
    unknowns="Reviews without a code are shown as unknown.",
    sub_group=LOOKED_AFTER,
)

age_at_start = Indicator(
    code="CLA4",
    title="Age at which children started to be looked after",
    asks=HOW_MUCH,
    why=(
        "It shows for whom care is used. Babies and teenagers come into care for different reasons and need different"
        " help before it comes to that."
    ),
    dataset="looked_after_episodes",
    over=During("start_date", age="age_at_start"),
    counts=ROWS,
    measure=Median(of="age_at_start", unit="years", where=f"reason_started = 'S' and {NOT_SHORT_BREAKS}"),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(*WHO, CATEGORY_OF_NEED),
    sentence=(
        "Half of those who started to be looked after {period} were {value} old or younger"
        " ({denominator:start|starts} whose age is known)."
    ),
    noun="starts of being looked after whose age is known",
    definition=(
        "The middle age, in completed years on the first day, of all periods of care that began in the period. A child"
        " who started twice is there twice."
    ),
    source="Our own definition, on the start of a period of care as SSDA903 records it (reason S).",
    excludes=SHORT_BREAKS,
    unknowns="Starts without a date of birth are shown as unknown.",
    sub_group=LOOKED_AFTER,
)

started = Indicator(
    code="CLA5",
    title="Children who started to be looked after",
    asks=HOW_MUCH,
    why="How many come into care and how many leave it is what makes the number looked after.",
    dataset="looked_after_episodes",
    over=During("start_date", age="age_at_start"),
    counts=ROWS,
    measure=Count(where=f"reason_started = 'S' and {NOT_SHORT_BREAKS}"),
    better=NEITHER,
    protects=CHILDREN,
    tier=SCORECARD,
    breakdowns=(*CHILD, CATEGORY_OF_NEED),
    sentence="Children started to be looked after {value} times {period}.",
    noun="starts of being looked after",
    definition="Periods of care that began in the period. A child who started twice is there twice.",
    source=NATIONAL,
    excludes=SHORT_BREAKS,
    unknowns="None: an episode must have a reason and a first day to be taken in.",
    sub_group=LOOKED_AFTER,
    in_short=InShort("period of care", "periods of care", "began"),
)

started_under_five = Indicator(
    code="CLA6",
    title="Children aged 0 to 4 when they started to be looked after",
    asks=HOW_MUCH,
    why=(
        "It shows for whom care is used. The youngest children come into care because of what is done to them or not"
        " done for them, and could often have been helped earlier."
    ),
    dataset="looked_after_episodes",
    over=During("start_date", age="age_at_start"),
    counts=ROWS,
    measure=Proportion(where="age_at_start <= 4", of=f"reason_started = 'S' and {NOT_SHORT_BREAKS}"),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(*WHO, CATEGORY_OF_NEED),
    sentence=(
        "{value} of those who started to be looked after {period} were aged 0 to 4 ({numerator} of {denominator})."
    ),
    noun="starts of children aged 0 to 4",
    definition=(
        "Periods of care that began in the period when the child was aged 0 to 4, out of all of which the age is known."
    ),
    source="Our own definition, on the start of a period of care as SSDA903 records it (reason S).",
    excludes=SHORT_BREAKS,
    unknowns="Starts without a date of birth are shown as unknown.",
    sub_group=LOOKED_AFTER,
)

started_under_one = Indicator(
    code="CLA7",
    title="Children under one when they started to be looked after",
    asks=HOW_MUCH,
    why=(
        "It shows for whom care is used. The youngest children come into care because of what is done to them or not"
        " done for them, and could often have been helped earlier."
    ),
    dataset="looked_after_episodes",
    over=During("start_date", age="age_at_start"),
    counts=ROWS,
    measure=Proportion(where="age_at_start < 1", of=f"reason_started = 'S' and {NOT_SHORT_BREAKS}"),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(*WHO, CATEGORY_OF_NEED),
    sentence=(
        "{value} of those who started to be looked after {period} were under one ({numerator} of {denominator})."
    ),
    noun="starts of children under one",
    definition=(
        "Periods of care that began in the period when the child was under one, out of all of which the age is known."
    ),
    source="Our own definition, on the start of a period of care as SSDA903 records it (reason S).",
    excludes=SHORT_BREAKS,
    unknowns="Starts without a date of birth are shown as unknown.",
    sub_group=LOOKED_AFTER,
)
