"""Assessments and enquiries: how long they take, and what they lead to."""

from goldenthread.catalogue.breakdowns import AGE_ON_A_PLAN, CHILD, KIND_OF_ASSESSMENT, PEOPLE, WHO
from goldenthread.catalogue.populations import CHILDREN_0_TO_17
from goldenthread.catalogue.sources import CHILDREN_IN_NEED, OWN
from goldenthread.catalogue.sub_groups import CHILD_PROTECTION
from goldenthread.engine.definitions import (
    CHILDREN,
    HIGHER,
    HOW_MUCH,
    HOW_WELL,
    NEITHER,
    ROWS,
    SCORECARD,
    SUB_GROUP,
    During,
    Indicator,
    Median,
    Proportion,
    Rate,
)

in_45_days = Indicator(
    code="SW4",
    title="Single assessments completed within 45 working days",
    asks=HOW_WELL,
    why=(
        "A family waits for help until the assessment is done. An assessment made in haste helps as little as one that"
        " drifts."
    ),
    dataset="assessments",
    over=During("assessment_end", age="age_when_assessed"),
    counts=ROWS,
    measure=Proportion(where="working_days(assessment_start, assessment_end) <= 45", of="assessment_kind = 'single'"),
    better=HIGHER,
    protects=CHILDREN,
    tier=SCORECARD,
    breakdowns=CHILD,
    sentence=(
        "{value} of single assessments completed {period} had taken no more than 45 working days ({numerator} of"
        " {denominator})."
    ),
    noun="single assessments completed in time",
    definition=(
        "Single assessments authorised in the period no later than the forty-fifth working day after they began, whose"
        " day is day 0, out of all single assessments authorised. It counts from the start of the assessment, as the"
        " national table does; the limit itself runs from the referral."
    ),
    source=(
        "Department for Education, Characteristics of children in need, table C2; the limit is that of the census"
        " guide for 2023 to 2024, section 4.9"
    ),
    excludes=(
        "Initial and core assessments, which had limits of their own, and assessments that have not been authorised."
    ),
    unknowns="None: an authorised assessment has both days.",
    sub_group=CHILD_PROTECTION,
)

how_long = Indicator(
    code="SW5",
    title="How long assessments took",
    asks=HOW_WELL,
    why=(
        "The middle says what most families experience, whatever the limit. Initial, core and single assessments are"
        " different things: read each kind by itself."
    ),
    dataset="assessments",
    over=During("assessment_end", age="age_when_assessed"),
    counts=ROWS,
    measure=Median(of="working_days(assessment_start, assessment_end)", unit="working days"),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(KIND_OF_ASSESSMENT, *CHILD),
    sentence=(
        "Half of the assessments completed {period} had taken {value} or less ({denominator:assessment|assessments})."
    ),
    noun="assessments completed",
    definition=(
        "The middle number of working days from the day on which an assessment began, which is day 0, to that on which"
        " a manager authorised it, of all authorised in the period."
    ),
    source=OWN,
    excludes="Assessments that have not been authorised.",
    unknowns="None: an authorised assessment has both days.",
    sub_group=CHILD_PROTECTION,
)

single = Indicator(
    code="SW6",
    title="Assessments begun that were single assessments",
    asks=HOW_MUCH,
    why=(
        "It shows how far the single assessment has taken the place of initial and core ones, and so from when on"
        " numbers of assessments may be compared."
    ),
    dataset="assessments",
    over=During("assessment_start", age="age_at_assessment"),
    counts=ROWS,
    measure=Proportion(where="assessment_kind = 'single'"),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=CHILD,
    sentence="{value} of assessments begun {period} were single assessments ({numerator} of {denominator}).",
    noun="single assessments begun",
    definition="Single assessments begun in the period, out of initial, core and single assessments begun.",
    source=OWN,
    excludes="Nothing.",
    unknowns="Assessments of a kind that the list does not know are shown as unknown.",
    sub_group=CHILD_PROTECTION,
)

enquiries_rate = Indicator(
    code="SW7",
    title="Section 47 enquiries begun, for every 10,000 children in the area",
    asks=HOW_MUCH,
    why=(
        "It makes areas of different size comparable. A part of a year has a part of the year's rate: it is not made"
        " up to a year."
    ),
    dataset="section_47_enquiries",
    over=During("strategy_date", age="age_at_enquiry"),
    counts=ROWS,
    measure=Rate(per=10_000, of=CHILDREN_0_TO_17),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=PEOPLE,
    sentence="{value} section 47 enquiries were begun for every 10,000 children in the area {period}.",
    noun="section 47 enquiries begun",
    definition=(
        "Enquiries begun in the period (SW2) divided by the mid-year estimate of children aged 0 to 17, of the year in"
        " which the financial year began, times 10,000. A child with two enquiries is there twice."
    ),
    source=CHILDREN_IN_NEED,
    excludes="Nothing.",
    unknowns="None beside those of SW2. Without a population estimate there is no rate, and the figure says so.",
    sub_group=CHILD_PROTECTION,
)

needed_a_conference = Indicator(
    code="SW8",
    title="Section 47 enquiries that found a conference to be needed",
    asks=HOW_WELL,
    why=(
        "An enquiry is a grave step for a family. When few lead to a conference, the threshold for an enquiry may be"
        " low; when nearly all do, it may be high."
    ),
    dataset="section_47_enquiries",
    over=During("strategy_date", age="age_at_enquiry"),
    counts=ROWS,
    measure=Proportion(where="conference_needed = '1'"),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(AGE_ON_A_PLAN, *WHO),
    sentence=(
        "{value} of section 47 enquiries begun {period} found that a child protection conference was needed"
        " ({numerator} of {denominator})."
    ),
    noun="enquiries that found a conference to be needed",
    definition=(
        "Enquiries begun in the period that found a child protection conference to be needed, out of all of which that"
        " is recorded."
    ),
    source=OWN,
    excludes="Nothing.",
    unknowns="Enquiries of which it is not recorded are shown as unknown; the latest may still be going on.",
    sub_group=CHILD_PROTECTION,
)
