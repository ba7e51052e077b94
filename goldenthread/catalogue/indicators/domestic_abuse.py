"""Domestic abuse."""

from goldenthread.catalogue.sub_groups import DOMESTIC_ABUSE
from goldenthread.engine.definitions import HOW_MUCH, NEITHER, NOBODY, ROWS, SUB_GROUP, Count, Indicator, Supplied

notifications = Indicator(
    code="DA1",
    title="Police notifications of domestic abuse where a child lives in the home",
    asks=HOW_MUCH,
    why=(
        "Children who live with domestic abuse are harmed by it. More notifications may mean that more is told, not"
        " that more happens."
    ),
    dataset="supplied_figures",
    over=Supplied(),
    counts=ROWS,
    measure=Count(),
    better=NEITHER,
    protects=NOBODY,
    tier=SUB_GROUP,
    breakdowns=(),
    sentence="The police sent {value} notifications of domestic abuse where a child lived in the home {period}.",
    noun="police notifications of domestic abuse",
    definition="Incidents of domestic abuse in homes with children that the police notified to children's services.",
    source="As the agency that supplies it counts it.",
    excludes="Nothing.",
    unknowns="None: the agency supplies the number itself. A quarter that was not supplied is missing, never nought.",
    sub_group=DOMESTIC_ABUSE,
)
