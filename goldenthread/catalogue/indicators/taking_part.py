"""Who takes part in child protection conferences: the child, the parents, and each agency."""

from goldenthread.catalogue.breakdowns import AGE_ON_A_PLAN, AGENCY_ASKED, WHO
from goldenthread.catalogue.sources import OWN
from goldenthread.catalogue.sub_groups import CHILD_PROTECTION, VOICE
from goldenthread.engine.definitions import (
    CHILDREN,
    HIGHER,
    HOW_WELL,
    ROWS,
    SCORECARD,
    SUB_GROUP,
    During,
    Indicator,
    Proportion,
)

children = Indicator(
    code="CP22",
    title="Children who took part in their initial conference",
    asks=HOW_WELL,
    why="The conference is about the child's life. A child who is not asked cannot tell whether the plan will work.",
    dataset="initial_conferences",
    over=During("conference_date", age="age_at_conference"),
    counts=ROWS,
    measure=Proportion(where="child_took_part = 'yes'", of="child_took_part is null or child_took_part <> 'young'"),
    better=HIGHER,
    protects=CHILDREN,
    tier=SCORECARD,
    breakdowns=(AGE_ON_A_PLAN, *WHO),
    sentence=(
        "{value} of children of four or over about whom an initial conference was held {period} took part in it"
        " ({numerator} of {denominator})."
    ),
    noun="children who took part in their initial conference",
    definition=(
        "Children about whom an initial conference was held in the period and who attended it, out of all of whom it"
        " is recorded whether they did."
    ),
    source=OWN,
    excludes="Children under four, who were not asked.",
    unknowns="Children of whom it is not recorded are shown as unknown.",
    sub_group=VOICE,
)

parents = Indicator(
    code="CP23",
    title="Initial conferences that a parent or carer attended",
    asks=HOW_WELL,
    why="A plan that is made without the parents is seldom carried out by them.",
    dataset="initial_conferences",
    over=During("conference_date", age="age_at_conference"),
    counts=ROWS,
    measure=Proportion(where="parent_attended = '1'"),
    better=HIGHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(AGE_ON_A_PLAN, *WHO),
    sentence="A parent or carer attended {value} of initial conferences held {period} ({numerator} of {denominator}).",
    noun="initial conferences that a parent or carer attended",
    definition=(
        "Initial conferences held in the period that a parent or carer attended, out of all of which that is recorded."
        " A conference about three children is there three times."
    ),
    source=OWN,
    excludes="Nothing.",
    unknowns="Conferences of which it is not recorded are shown as unknown.",
    sub_group=VOICE,
)

quorate = Indicator(
    code="CP24",
    title="Initial conferences at which enough agencies were present",
    asks=HOW_WELL,
    why="A conference without the agencies that know the child decides with half of what is known.",
    dataset="initial_conferences",
    over=During("conference_date", age="age_at_conference"),
    counts=ROWS,
    measure=Proportion(where="quorate = '1'"),
    better=HIGHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(AGE_ON_A_PLAN, *WHO),
    sentence=(
        "Enough agencies were present at {value} of initial conferences held {period} ({numerator} of {denominator})."
    ),
    noun="initial conferences at which enough agencies were present",
    definition=(
        "Initial conferences held in the period that their chair recorded as quorate, out of all of which that is"
        " recorded. A conference about three children is there three times."
    ),
    source=OWN,
    excludes="Nothing.",
    unknowns="Conferences of which it is not recorded are shown as unknown.",
    sub_group=CHILD_PROTECTION,
)

agencies = Indicator(
    code="CP25",
    title="Agencies that attended the conferences to which they were asked",
    asks=HOW_WELL,
    why=(
        "Each agency knows something that the others do not. The board challenges those who stay away, one by one:"
        " read it by agency."
    ),
    dataset="conference_attendance",
    over=During("conference_date"),
    counts=ROWS,
    measure=Proportion(where="attended = '1'", of="attendee not in ('parent', 'child', 'advocate')"),
    better=HIGHER,
    protects=CHILDREN,
    tier=SCORECARD,
    breakdowns=(AGENCY_ASKED, *WHO),
    sentence=(
        "Agencies attended {value} of the conferences held {period} to which they were asked ({numerator} of"
        " {denominator})."
    ),
    noun="attendances of agencies at conferences",
    definition=(
        "For each child in each conference, agencies that attended, out of all agencies that were asked and of which"
        " it is recorded whether they did."
    ),
    source=OWN,
    excludes="Parents, children and their advocates, who are in CP22 and CP23.",
    unknowns="Agencies of which it is not recorded are shown as unknown.",
    sub_group=CHILD_PROTECTION,
)

reports = Indicator(
    code="CP26",
    title="Agencies that sent a report to the conferences to which they were asked",
    asks=HOW_WELL,
    why=(
        "An agency that cannot come can still say what it knows. General practice, above all, is heard through its"
        " reports."
    ),
    dataset="conference_attendance",
    over=During("conference_date"),
    counts=ROWS,
    measure=Proportion(where="report_sent = '1'", of="attendee not in ('parent', 'child', 'advocate')"),
    better=HIGHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(AGENCY_ASKED, *WHO),
    sentence=(
        "Agencies sent a report to {value} of the conferences held {period} to which they were asked ({numerator} of"
        " {denominator})."
    ),
    noun="reports of agencies to conferences",
    definition=(
        "For each child in each conference, agencies that sent a report, whether or not they attended, out of all"
        " agencies that were asked and of which it is recorded whether they did."
    ),
    source=OWN,
    excludes="Parents, children and their advocates.",
    unknowns="Agencies of which it is not recorded are shown as unknown.",
    sub_group=CHILD_PROTECTION,
)

shared = Indicator(
    code="CP27",
    title="Reports that the family saw before the conference",
    asks=HOW_WELL,
    why="Nobody should hear for the first time in front of ten strangers what is written about their family.",
    dataset="conference_attendance",
    over=During("conference_date"),
    counts=ROWS,
    measure=Proportion(where="report_shared = '1'", of="report_sent = '1'"),
    better=HIGHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(AGENCY_ASKED, *WHO),
    sentence=(
        "The family saw {value} of the reports to conferences held {period} before the conference ({numerator} of"
        " {denominator})."
    ),
    noun="reports that the family saw before the conference",
    definition=(
        "For each child in each conference, reports that the family saw before it, out of all reports sent of which"
        " that is recorded."
    ),
    source=OWN,
    excludes="Agencies that sent no report.",
    unknowns=(
        "Agencies of which it is not recorded whether they sent a report, or whether it was shared, are shown as"
        " unknown."
    ),
    sub_group=CHILD_PROTECTION,
)

seen_alone = Indicator(
    code="VIS1",
    title="Statutory visits to children on a plan at which the child was seen alone",
    asks=HOW_WELL,
    why="A child says other things when nobody from home is listening.",
    dataset="visits",
    over=During("visited_on"),
    counts=ROWS,
    measure=Proportion(
        where="seen_alone = '1'",
        of="visit_kind = 'protection' and (seen_alone is null or seen_alone <> '9')",
    ),
    better=HIGHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=WHO,
    sentence=(
        "The child was seen alone at {value} of visits made {period} to children on a plan ({numerator} of"
        " {denominator})."
    ),
    noun="visits at which the child was seen alone",
    definition=(
        "Statutory visits to children on a protection plan made in the period at which the child was seen alone, out"
        " of all of which that is recorded."
    ),
    source=OWN,
    excludes="Visits to other children, and visits marked as not known (code 9).",
    unknowns="Visits of which it is not recorded are shown as unknown.",
    sub_group=CHILD_PROTECTION,
)
