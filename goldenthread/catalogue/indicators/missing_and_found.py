"""Children who go missing: from where, how often, for how long, and who talks to them afterwards."""

from goldenthread.catalogue.breakdowns import CHILD, MISSING_FROM, WHO
from goldenthread.catalogue.indicators.missing import IS_MISSING, UNMARKED
from goldenthread.catalogue.sources import CHILDREN_LOOKED_AFTER, MISSING, NOT_ABSENT
from goldenthread.catalogue.sub_groups import EXPLOITATION_AND_MISSING
from goldenthread.engine.definitions import (
    CHILDREN,
    HIGHER,
    HOW_MUCH,
    HOW_WELL,
    LOWER,
    NEITHER,
    ROWS,
    SCORECARD,
    SUB_GROUP,
    WHAT_DIFFERENCE,
    Count,
    During,
    Indicator,
    Median,
    Proportion,
)

from_care = Indicator(
    code="MIS3",
    title="Times at which looked-after children went missing from their placement",
    asks=HOW_MUCH,
    why=(
        "A child who runs away from a placement says something about the placement. The board asks each home what it"
        " does about it."
    ),
    dataset="missing_episodes",
    over=During("missing_on", age="age_when_missing"),
    counts=ROWS,
    measure=Count(where=f"{IS_MISSING} and missing_from = 'care'"),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(*CHILD, MISSING_FROM),
    sentence="Children were reported missing from their placement {value} times {period}.",
    noun="times at which looked-after children went missing from their placement",
    definition=(
        "Incidents in which one of the area's own looked-after children went missing from a placement and nobody knew"
        " where the child was (code M), on the day on which they began. The national measure leaves out children in"
        " short breaks, whom the record of an incident does not mark."
    ),
    source=CHILDREN_LOOKED_AFTER,
    excludes=f"Children whom other authorities placed in the area, and children missing from home. {NOT_ABSENT}",
    unknowns=f"{UNMARKED} So are incidents of which it is not recorded where the child went missing from.",
    sub_group=EXPLOITATION_AND_MISSING,
    recurs=True,
)

three_times = Indicator(
    code="MIS4",
    title="Children who went missing three times or more",
    asks=WHAT_DIFFERENCE,
    why=(
        "A few children who go missing again and again are at the greatest risk, and nothing that was done so far has"
        " helped them."
    ),
    dataset="missing_times",
    over=During("missing_on", age="age_when_missing"),
    counts=CHILDREN,
    measure=Count(where="before_last_on is not null and before_last_on >= period_start"),
    better=LOWER,
    protects=CHILDREN,
    tier=SCORECARD,
    breakdowns=CHILD,
    sentence="{numerator:child went|children went} missing three times or more {period}.",
    noun="children who went missing three times or more",
    definition=(
        "Children who went missing, while nobody knew where they were (code M), at least three times within the period."
        " Each child is counted once. All three times lie in the period that is asked about, be it a year or a month:"
        " each period stands by itself, and months do not add up to a year."
    ),
    source=MISSING,
    excludes=NOT_ABSENT,
    unknowns=(
        "None are shown: incidents that are marked neither as missing nor as absent are left out, and MIS1 says how"
        " many they are."
    ),
    sub_group=EXPLOITATION_AND_MISSING,
)

how_long = Indicator(
    code="MIS5",
    title="How long children were missing",
    asks=HOW_WELL,
    why=(
        "The longer a child is gone, the more can happen. Most are back within a day, so the middle hides the few who"
        " are not: the list of those is for those who may see it."
    ),
    dataset="missing_episodes",
    over=During("found_on"),
    counts=ROWS,
    measure=Median(of="days_between(missing_on, found_on)", unit="days", where=IS_MISSING),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(*WHO, MISSING_FROM),
    sentence=(
        "Half of the times that ended {period} with the child being found had lasted {value} or less"
        " ({denominator:time|times})."
    ),
    noun="times at which missing children were found",
    definition=(
        "The middle number of days from the day on which a child went missing (code M), which is day 0, to that on"
        " which the child was found, of all found in the period."
    ),
    source=MISSING,
    excludes=f"Children who had not been found. {NOT_ABSENT}",
    unknowns=UNMARKED,
    sub_group=EXPLOITATION_AND_MISSING,
)

not_merely_absent = Indicator(
    code="MIS6",
    title="Incidents recorded as missing rather than absent",
    asks=HOW_WELL,
    why=(
        "Missing means that nobody knew where the child was; absent, that it was known. Partners confuse the two, so a"
        " change here is first a question about recording."
    ),
    dataset="missing_episodes",
    over=During("missing_on", age="age_when_missing"),
    counts=ROWS,
    measure=Proportion(where="missing_kind = 'M'"),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(*CHILD, MISSING_FROM),
    sentence=(
        "{value} of incidents {period} were recorded as missing, the others as absent ({numerator} of {denominator})."
    ),
    noun="incidents recorded as missing",
    definition=(
        "Incidents marked as missing (code M), out of these and those marked as away without authorisation (code A)."
    ),
    source=CHILDREN_LOOKED_AFTER,
    excludes="Nothing.",
    unknowns="Incidents without the mark are shown as unknown.",
    sub_group=EXPLOITATION_AND_MISSING,
)

interview_offered = Indicator(
    code="MIS7",
    title="Return interviews offered",
    asks=HOW_WELL,
    why=(
        "Somebody whom the child trusts should ask why. What children say is the best knowledge there is about those"
        " who exploit them."
    ),
    dataset="missing_episodes",
    over=During("missing_on", age="age_when_missing"),
    counts=ROWS,
    measure=Proportion(
        where="interview_offered = 'Y'",
        of=f"{IS_MISSING} and (interview_offered is null or interview_offered <> 'NA')",
    ),
    better=HIGHER,
    protects=CHILDREN,
    tier=SCORECARD,
    breakdowns=(*CHILD, MISSING_FROM),
    sentence="A return interview was offered after {value} of incidents {period} ({numerator} of {denominator}).",
    noun="return interviews offered",
    definition=(
        "Times at which a child had been missing (code M) and a return interview was offered, out of all of which it is"
        " recorded whether one was."
    ),
    source=MISSING,
    excludes=f"Incidents marked as needing no interview (NA). {NOT_ABSENT}",
    unknowns=f"{UNMARKED} So are those of which it is not recorded whether one was offered.",
    sub_group=EXPLOITATION_AND_MISSING,
)

interview_accepted = Indicator(
    code="MIS8",
    title="Return interviews accepted",
    asks=HOW_WELL,
    why="Children accept an interview from people whom they trust. When few do, ask who offers it, and how.",
    dataset="missing_episodes",
    over=During("missing_on", age="age_when_missing"),
    counts=ROWS,
    measure=Proportion(where="interview_accepted = 'Y'", of=f"{IS_MISSING} and interview_offered = 'Y'"),
    better=HIGHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(*CHILD, MISSING_FROM),
    sentence="{value} of return interviews offered {period} were accepted ({numerator} of {denominator}).",
    noun="return interviews accepted",
    definition=(
        "Times at which a child had been missing (code M) and accepted a return interview, out of those after which one"
        " was offered."
    ),
    source=MISSING,
    excludes=f"Incidents after which no interview was offered. {NOT_ABSENT}",
    unknowns=(
        f"{UNMARKED} So are those of which it is not recorded whether an interview was offered, or whether it was"
        " accepted."
    ),
    sub_group=EXPLOITATION_AND_MISSING,
)

interview_wait = Indicator(
    code="MIS9",
    title="How long children waited for their return interview",
    asks=HOW_WELL,
    why="A week later a child may not want to talk any more, and those who harmed the child have had a week.",
    dataset="missing_episodes",
    over=During("interview_held_on"),
    counts=ROWS,
    measure=Median(of="days_between(found_on, interview_held_on)", unit="days", where=IS_MISSING),
    better=LOWER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(*WHO, MISSING_FROM),
    sentence=(
        "Half of the return interviews held {period} took place {value} or less after the child was found"
        " ({denominator:interview|interviews})."
    ),
    noun="return interviews held",
    definition=(
        "The middle number of days from the day on which a child who had been missing (code M) was found, which is day"
        " 0, to that of the interview, of all held in the period. No limit is stated here: the board sets its own."
    ),
    source=MISSING,
    excludes=NOT_ABSENT,
    unknowns=f"{UNMARKED} So are interviews after incidents without the day on which the child was found.",
    sub_group=EXPLOITATION_AND_MISSING,
)
