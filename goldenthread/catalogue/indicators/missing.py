"""Children who go missing."""

from goldenthread.catalogue.breakdowns import CHILD, MISSING_FROM
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

incidents = Indicator(
    code="MIS1",
    title="Times at which children went missing",
    asks=HOW_MUCH,
    why=("Every time is a risk, and a reason to ask why. More times recorded may mean better recording."),
    dataset="missing_episodes",
    over=During("missing_on", age="age_when_missing"),
    counts=ROWS,
    measure=Count(),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(*CHILD, MISSING_FROM),
    sentence="Children were reported missing {value} times {period}.",
    noun="times at which children went missing",
    definition=(
        "Incidents in which a child went missing from home or care, on the day on which they began. One child may go"
        " missing many times."
    ),
    source="Our own definition, on what partner agencies record locally.",
    excludes="Nothing.",
    unknowns="None: an episode must have its day to be taken in.",
    sub_group=EXPLOITATION_AND_MISSING,
)

children = Indicator(
    code="MIS2",
    title="Children who went missing",
    asks=HOW_MUCH,
    why=("A few children may go missing very often. Only children and incidents together say which it is."),
    dataset="missing_episodes",
    over=During("missing_on", age="age_when_missing"),
    counts=CHILDREN,
    measure=Count(),
    better=NEITHER,
    protects=CHILDREN,
    tier=BOARD,
    breakdowns=(*CHILD, MISSING_FROM),
    sentence="{numerator:child|children} went missing {period}.",
    noun="children who went missing",
    definition=("Children who went missing from home or care at least once in the period. Each child is counted once."),
    source="Our own definition, on what partner agencies record locally.",
    excludes="Nothing.",
    unknowns="None: an episode must have its day to be taken in.",
    sub_group=EXPLOITATION_AND_MISSING,
)
