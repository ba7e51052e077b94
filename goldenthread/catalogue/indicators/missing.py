"""Children who go missing."""

from goldenthread.catalogue.breakdowns import CHILD, MISSING_FROM
from goldenthread.catalogue.sources import MISSING, NOT_ABSENT, OWN
from goldenthread.catalogue.sub_groups import EXPLOITATION_AND_MISSING
from goldenthread.engine.definitions import (
    BOARD,
    CHILDREN,
    HOW_MUCH,
    NEITHER,
    ROWS,
    SUB_GROUP,
    Count,
    During,
    Indicator,
)

IS_MISSING = "missing_kind = 'M'"
"""Whether nobody knew where the child was."""
UNMARKED = "Incidents that are marked neither as missing nor as absent are shown as unknown."

incidents = Indicator(
    code="MIS1",
    title="Times at which children went missing",
    asks=HOW_MUCH,
    why=("Every time is a risk, and a reason to ask why. More times recorded may mean better recording."),
    dataset="missing_episodes",
    over=During("missing_on", age="age_when_missing"),
    counts=ROWS,
    measure=Count(where=IS_MISSING),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(*CHILD, MISSING_FROM),
    sentence="Children were reported missing {value} times {period}.",
    noun="times at which children went missing",
    definition=(
        "Incidents in which a child went missing from home or care and nobody knew where the child was (code M), on the"
        " day on which they began. One child may go missing many times."
    ),
    source=MISSING,
    excludes=f"{NOT_ABSENT} MIS10 counts both.",
    unknowns=UNMARKED,
    sub_group=EXPLOITATION_AND_MISSING,
    recurs=True,
)

children = Indicator(
    code="MIS2",
    title="Children who went missing",
    asks=HOW_MUCH,
    why=("A few children may go missing very often. Only children and incidents together say which it is."),
    dataset="missing_episodes",
    over=During("missing_on", age="age_when_missing"),
    counts=CHILDREN,
    measure=Count(where=IS_MISSING),
    better=NEITHER,
    protects=CHILDREN,
    tier=BOARD,
    breakdowns=(*CHILD, MISSING_FROM),
    sentence="{numerator:child|children} went missing {period}.",
    noun="children who went missing",
    definition=(
        "Children who at least once in the period went missing from home or care while nobody knew where they were"
        " (code M). Each child is counted once."
    ),
    source=MISSING,
    excludes=f"{NOT_ABSENT} MIS11 counts both.",
    unknowns=(
        "Children of whom no incident is marked as missing, but one or more are not marked at all, are shown as"
        " unknown. Where no agency marks them, MIS11 is what can be told."
    ),
    sub_group=EXPLOITATION_AND_MISSING,
)

incidents_of_any_kind = Indicator(
    code="MIS10",
    title="Times at which children went missing or were absent",
    asks=HOW_MUCH,
    why=(
        "Partners confuse missing and absent, and some mark neither. This one does not depend on the mark; MIS1, which"
        " does, is the one that other areas can be set beside."
    ),
    dataset="missing_episodes",
    over=During("missing_on", age="age_when_missing"),
    counts=ROWS,
    measure=Count(),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(*CHILD, MISSING_FROM),
    sentence="Children were reported missing or absent {value} times {period}.",
    noun="times at which children went missing or were absent",
    definition=(
        "Incidents in which a child went missing from home or care, or was away without authorisation, on the day on"
        " which they began, whatever they are marked as. It is a local figure, not the national one."
    ),
    source=OWN,
    excludes="Nothing.",
    unknowns="None: an episode must have its day to be taken in.",
    sub_group=EXPLOITATION_AND_MISSING,
    recurs=True,
)

children_of_any_kind = Indicator(
    code="MIS11",
    title="Children who went missing or were absent",
    asks=HOW_MUCH,
    why="It says of MIS10, which does not depend on how incidents are marked, how many children they are about.",
    dataset="missing_episodes",
    over=During("missing_on", age="age_when_missing"),
    counts=CHILDREN,
    measure=Count(),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(*CHILD, MISSING_FROM),
    sentence="{numerator:child|children} went missing or {numerator:was|were} absent {period}.",
    noun="children who went missing or were absent",
    definition=(
        "Children who at least once in the period went missing from home or care, or were away without authorisation,"
        " whatever the incident is marked as. Each child is counted once. It is a local figure, not the national one."
    ),
    source=OWN,
    excludes="Nothing.",
    unknowns="None: an episode must have its day to be taken in.",
    sub_group=EXPLOITATION_AND_MISSING,
)
