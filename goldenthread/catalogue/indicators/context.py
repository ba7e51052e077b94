"""The area: its children and its places."""

from goldenthread.catalogue.sub_groups import PERFORMANCE, SECURE_SETTINGS
from goldenthread.engine.definitions import HOW_MUCH, NEITHER, NOBODY, ROWS, SUB_GROUP, At, Count, Indicator, Supplied

young_people = Indicator(
    code="CTX1",
    title="Children and young people aged 0 to 19 in the area",
    asks=HOW_MUCH,
    why="It is for how many children and young people the partnership works.",
    dataset="supplied_figures",
    over=Supplied(adds_up=False),
    counts=ROWS,
    measure=Count(),
    better=NEITHER,
    protects=NOBODY,
    tier=SUB_GROUP,
    breakdowns=(),
    sentence="{value} children and young people aged 0 to 19 lived in the area {period}.",
    noun="children and young people in the area",
    definition=(
        "Children and young people aged 0 to 19 who live in the area, by the newest estimate. Rates use another"
        " number: children aged 0 to 17 at mid-year."
    ),
    source="As the agency that supplies it counts it.",
    excludes="Nothing.",
    unknowns="None: the number is supplied as it was estimated.",
    sub_group=PERFORMANCE,
)

clusters = Indicator(
    code="CTX2",
    title="Clusters",
    asks=HOW_MUCH,
    why="Schools and services work together in clusters.",
    dataset="area_places",
    over=At(opened="existed_from", closed="existed_until"),
    counts=ROWS,
    measure=Count(where="place_kind = 'cluster'"),
    better=NEITHER,
    protects=NOBODY,
    tier=SUB_GROUP,
    breakdowns=(),
    sentence="Schools and services worked together in {numerator:cluster|clusters} {period}.",
    noun="clusters",
    definition="Clusters on the day.",
    source="The board's own list of places.",
    excludes="Nothing.",
    unknowns="None: a place must have its kind and its first day to be taken in.",
    sub_group=PERFORMANCE,
)

localities = Indicator(
    code="CTX3",
    title="Localities",
    asks=HOW_MUCH,
    why="Clusters are organised in localities.",
    dataset="area_places",
    over=At(opened="existed_from", closed="existed_until"),
    counts=ROWS,
    measure=Count(where="place_kind = 'locality'"),
    better=NEITHER,
    protects=NOBODY,
    tier=SUB_GROUP,
    breakdowns=(),
    sentence="Clusters were organised in {numerator:locality|localities} {period}.",
    noun="localities",
    definition="Localities on the day.",
    source="The board's own list of places.",
    excludes="Nothing.",
    unknowns="None: a place must have its kind and its first day to be taken in.",
    sub_group=PERFORMANCE,
)

secure_establishments = Indicator(
    code="CTX4",
    title="Secure establishments in the area",
    asks=HOW_MUCH,
    why=(
        "Children and young people who are locked up depend wholly on the adults around them, and often come from"
        " elsewhere."
    ),
    dataset="area_places",
    over=At(opened="existed_from", closed="existed_until"),
    counts=ROWS,
    measure=Count(where="place_kind = 'secure'"),
    better=NEITHER,
    protects=NOBODY,
    tier=SUB_GROUP,
    breakdowns=(),
    sentence="The area had {numerator:secure establishment|secure establishments} {period}.",
    noun="secure establishments",
    definition="Secure establishments for children and young people in the area on the day.",
    source="The board's own list of places.",
    excludes="Nothing.",
    unknowns="None: a place must have its kind and its first day to be taken in.",
    sub_group=SECURE_SETTINGS,
)
