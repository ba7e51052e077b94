"""The care of looked-after children: their health, their reviews, their plans."""

from goldenthread.catalogue.breakdowns import CHILD, WHO
from goldenthread.catalogue.sources import SHORT_BREAKS
from goldenthread.catalogue.sub_groups import LOOKED_AFTER
from goldenthread.engine.definitions import (
    CHILDREN,
    HIGHER,
    HOW_WELL,
    NEITHER,
    ROWS,
    SCORECARD,
    SUB_GROUP,
    At,
    During,
    Indicator,
    Proportion,
)

health_in_time = Indicator(
    code="CLA13",
    title="Health needs assessments done in time",
    asks=HOW_WELL,
    why=(
        "Children who come into care have often missed out on health care, and nobody but the corporate parent will"
        " see to it."
    ),
    dataset="looked_after_health_checks",
    over=During("check_due"),
    counts=ROWS,
    measure=Proportion(where="check_done is not null and check_done <= check_due", of="check_kind = 'health'"),
    better=HIGHER,
    protects=CHILDREN,
    tier=SCORECARD,
    breakdowns=WHO,
    sentence=(
        "{value} of health needs assessments of looked-after children that were due {period} were done in time"
        " ({numerator} of {denominator})."
    ),
    noun="health needs assessments done in time",
    definition=(
        "Of health needs assessments due in the period, those done by the day on which they were due. One that was not"
        " done, or of which no day is recorded, counts as not in time."
    ),
    source="Our own definition, on what partner agencies record locally.",
    excludes="Nothing.",
    unknowns="None: a check that has no day on which it was done is counted as not done.",
    sub_group=LOOKED_AFTER,
)

dental_in_time = Indicator(
    code="CLA14",
    title="Dental checks done in time",
    asks=HOW_WELL,
    why=(
        "Children who come into care have often missed out on health care, and nobody but the corporate parent will"
        " see to it."
    ),
    dataset="looked_after_health_checks",
    over=During("check_due"),
    counts=ROWS,
    measure=Proportion(where="check_done is not null and check_done <= check_due", of="check_kind = 'dental'"),
    better=HIGHER,
    protects=CHILDREN,
    tier=SCORECARD,
    breakdowns=WHO,
    sentence=(
        "{value} of dental checks of looked-after children that were due {period} were done in time ({numerator} of"
        " {denominator})."
    ),
    noun="dental checks done in time",
    definition=(
        "Of dental checks due in the period, those done by the day on which they were due. One that was not done, or"
        " of which no day is recorded, counts as not in time."
    ),
    source="Our own definition, on what partner agencies record locally.",
    excludes="Nothing.",
    unknowns="None: a check that has no day on which it was done is counted as not done.",
    sub_group=LOOKED_AFTER,
)

reviews_in_time = Indicator(
    code="CLA15",
    title="Reviews of looked-after children held in time",
    asks=HOW_WELL,
    why="A review that is late leaves decisions about a child's life unmade.",
    dataset="reviewing_service_checklists",
    over=During("reviewed_on"),
    counts=ROWS,
    measure=Proportion(where="reviewed_on <= review_due"),
    better=HIGHER,
    protects=CHILDREN,
    tier=SCORECARD,
    breakdowns=WHO,
    sentence=(
        "{value} of reviews of looked-after children held {period} were held in time ({numerator} of {denominator})."
    ),
    noun="reviews held in time",
    definition=(
        "Reviews held in the period by the day on which they were due, as the reviewing service recorded it, out of"
        " those of which that day is known."
    ),
    source="Our own definition, on what partner agencies record locally.",
    excludes="Nothing.",
    unknowns="Reviews without the day on which they were due are shown as unknown.",
    sub_group=LOOKED_AFTER,
)

reviewed_in_time = Indicator(
    code="CLA32",
    title="Looked-after children whose reviews were all in time",
    asks=HOW_WELL,
    why=(
        "It counts a child as late from the day on which a review is missed, not from the day on which it is held at"
        " last. CLA15 counts the reviews that were held, by the day that the reviewing service wrote down as due, and"
        " never sees those that were not."
    ),
    dataset="care_reviews",
    over=At(opened="since", closed="until"),
    counts=CHILDREN,
    measure=Proportion(
        where=(
            "((reviews_before = 0 and working_days(since, period_end) <= 20)"
            " or (reviews_before = 1 and months_begun(since, period_end) <= 3)"
            " or (reviews_before > 1 and months_begun(since, period_end) <= 6))"
            " and (last_late_on is null or months_between(last_late_on, period_end) >= 12)"
        ),
        of="months_between(care_from, period_end) >= 1",
    ),
    better=HIGHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=CHILD,
    sentence=(
        "{value} of children who had been looked after for a month or more {period} had had every review in time"
        " ({numerator} of {denominator})."
    ),
    noun="looked-after children whose reviews were all in time",
    definition=(
        "Children looked after for a month or more on the day of whom no review is overdue and none that was held in"
        " the twelve months before was late, out of all children looked after for a month or more. The first review is"
        " due within twenty working days of coming into care, the second within three months of the first, each other"
        " within six months of the one before. A period is counted only where the returns reach back eighteen months"
        " before it."
    ),
    source=(
        "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33. No national figure is"
        " published now; that reviews of twelve months are looked at is our own convention"
    ),
    excludes=f"{SHORT_BREAKS} Children looked after for less than a month, and reviews that were cancelled.",
    unknowns="None: a review that is not recorded has not been held.",
    sub_group=LOOKED_AFTER,
)

visited_in_time = Indicator(
    code="VIS2",
    title="Looked-after children whose statutory visit is not overdue",
    asks=HOW_WELL,
    why="A child who is hurt or unhappy in a placement can tell only somebody who comes.",
    dataset="care_visits",
    over=At(opened="since", closed="until"),
    counts=CHILDREN,
    measure=Proportion(
        where=(
            "(visited = 0 and days_between(since, period_end) <= 7)"
            " or (visited = 1 and days_between(since, period_end) <= 42)"
            " or (visited = 1 and months_between(placed_on, period_end) >= 12 and months_begun(since, period_end) <= 3)"
        )
    ),
    better=HIGHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=CHILD,
    sentence=(
        "The statutory visit was not overdue of {value} of children looked after {period} ({numerator} of"
        " {denominator})."
    ),
    noun="looked-after children whose statutory visit is not overdue",
    definition=(
        "Children looked after on the day whose last visit in the placement, at which they were seen, lay no longer"
        " back than the law allows, out of all children looked after: a first visit within a week of the beginning of"
        " the placement, then at most six weeks, and after a year in it at most three months. The three months are for"
        " placements that are meant to last until the child is 18, which no record tells: this allows them to all. Nor"
        " does it ask for the more frequent visits that are due to children placed with parents or connected persons."
    ),
    source="Care Planning, Placement and Case Review (England) Regulations 2010, regulation 28",
    excludes=SHORT_BREAKS,
    unknowns=(
        "Children of whose last visit it is not recorded whether they were seen are shown as unknown, unless it lies"
        " too far back in any case. A visit that is not recorded has not been made."
    ),
    sub_group=LOOKED_AFTER,
)

met_officer = Indicator(
    code="CLA16",
    title="Children who met their reviewing officer before the review",
    asks=HOW_WELL,
    why="A child who has met the officer beforehand is more likely to say what matters.",
    dataset="reviewing_service_checklists",
    over=During("reviewed_on"),
    counts=ROWS,
    measure=Proportion(where="met_officer = '1'"),
    better=HIGHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=WHO,
    sentence=(
        "Before {value} of reviews held {period}, the child had met the reviewing officer ({numerator} of"
        " {denominator})."
    ),
    noun="reviews before which the child had met the officer",
    definition="Reviews before which the child had met the reviewing officer, out of those of which that is recorded.",
    source="Our own definition, on what partner agencies record locally.",
    excludes="Nothing.",
    unknowns="Reviews of which it is not recorded are shown as unknown.",
    sub_group=LOOKED_AFTER,
)

attended_review = Indicator(
    code="CLA17",
    title="Children who attended their review",
    asks=HOW_WELL,
    why="It is about the child's life.",
    dataset="reviewing_service_checklists",
    over=During("reviewed_on"),
    counts=ROWS,
    measure=Proportion(where="attended = 'yes'", of="attended <> 'young'"),
    better=HIGHER,
    protects=CHILDREN,
    tier=SCORECARD,
    breakdowns=WHO,
    sentence=(
        "The child attended {value} of reviews held {period} ({numerator} of {denominator} reviews of children aged"
        " four or over)."
    ),
    noun="reviews that the child attended",
    definition="Reviews that the child attended, out of those of children aged four or over of which that is recorded.",
    source="Our own definition, on what partner agencies record locally.",
    excludes="Reviews of children under four.",
    unknowns="Reviews of which it is not recorded are shown as unknown.",
    sub_group=LOOKED_AFTER,
)

plans_up_to_date = Indicator(
    code="CLA18",
    title="Care plans found to be current at reviews",
    asks=HOW_WELL,
    why="A plan that is out of date helps nobody.",
    dataset="reviewing_service_checklists",
    over=During("reviewed_on"),
    counts=ROWS,
    measure=Proportion(where="plan_up_to_date = '1'"),
    better=HIGHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=WHO,
    sentence=("The care plan was current at {value} of reviews held {period} ({numerator} of {denominator})."),
    noun="reviews at which the care plan was current",
    definition=(
        "Reviews at which the reviewing officer found the care plan up to date, out of those of which that is recorded."
    ),
    source="Our own definition, on what partner agencies record locally.",
    excludes="Nothing.",
    unknowns="Reviews of which it is not recorded are shown as unknown.",
    sub_group=LOOKED_AFTER,
)

concerns_raised = Indicator(
    code="CLA19",
    title="Children about whose care plan the reviewing service raised a concern",
    asks=HOW_WELL,
    why="It shows that reviewing officers challenge, and how often they must.",
    dataset="reviewing_service_checklists",
    over=During("reviewed_on"),
    counts=CHILDREN,
    measure=Proportion(where="concern_raised = '1'"),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=WHO,
    sentence=(
        "The reviewing service raised a concern about the care plans of {value} of children reviewed {period}"
        " ({numerator} of {denominator})."
    ),
    noun="children about whose care plan a concern was raised",
    definition=(
        "Children with at least one review in the period at which the reviewing officer raised a concern with"
        " managers, out of all children reviewed of whom that is recorded."
    ),
    source="Our own definition, on what partner agencies record locally.",
    excludes="Nothing.",
    unknowns="Children of whom it is not recorded are shown as unknown.",
    sub_group=LOOKED_AFTER,
)
