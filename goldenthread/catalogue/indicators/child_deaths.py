"""Child deaths."""

from goldenthread.catalogue.sub_groups import CHILD_DEATHS
from goldenthread.engine.definitions import CHILDREN, HOW_MUCH, NEITHER, ROWS, SUB_GROUP, Count, Indicator, Supplied

deaths = Indicator(
    code="CD1",
    title="Child deaths notified to the child death overview panel",
    asks=HOW_MUCH,
    why=(
        "Every death of a child is reviewed, so that what could have been prevented is known. Numbers are small and"
        " vary much by chance: what the panel learns matters more than whether there are a few more or fewer."
    ),
    dataset="supplied_figures",
    over=Supplied(),
    counts=ROWS,
    measure=Count(),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(),
    sentence="{numerator:child death was|child deaths were} notified to the child death overview panel {period}.",
    noun="child deaths notified",
    definition="Deaths of children and young people who lived in the area, notified to the panel in the period.",
    source="As the panel that supplies it counts it.",
    excludes="Nothing.",
    unknowns="None: the panel supplies the number itself.",
    sub_group=CHILD_DEATHS,
)
