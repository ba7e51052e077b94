"""Children who are locked up, and what happens to them there."""

from goldenthread.catalogue.breakdowns import SETTING_INCIDENT
from goldenthread.catalogue.sources import OWN
from goldenthread.catalogue.sub_groups import SECURE_SETTINGS
from goldenthread.engine.definitions import (
    CHILDREN,
    HOW_MUCH,
    LOWER,
    NEITHER,
    ROWS,
    SUB_GROUP,
    WHAT_DIFFERENCE,
    At,
    Count,
    During,
    Indicator,
    Proportion,
)

locked_up = Indicator(
    code="SEC1",
    title="Children of the area in secure settings",
    asks=HOW_MUCH,
    why="They depend wholly on the adults around them, wherever they are.",
    dataset="secure_stays",
    over=At(opened="secure_from", closed="secure_until"),
    counts=CHILDREN,
    measure=Count(),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(),
    sentence="{numerator:child of the area was|children of the area were} in a secure setting {period}.",
    noun="children in secure settings",
    definition=(
        "Children of the area who were in a secure children's home, a secure training centre or a young offender"
        " institution on the day, wherever that is. Each child is counted once."
    ),
    source=OWN,
    excludes="Nothing.",
    unknowns="None: a stay must have its first day to be taken in.",
    sub_group=SECURE_SETTINGS,
)

incidents = Indicator(
    code="SEC2",
    title="Incidents in secure settings",
    asks=HOW_MUCH,
    why="Every incident is a child who was hurt, or could have been. More may mean that more is written down.",
    dataset="secure_incidents",
    over=During("happened_on"),
    counts=ROWS,
    measure=Count(),
    better=NEITHER,
    protects=ROWS,
    tier=SUB_GROUP,
    breakdowns=(SETTING_INCIDENT,),
    sentence="{numerator:incident was|incidents were} recorded in secure settings {period}.",
    noun="incidents in secure settings",
    definition=(
        "Incidents of every kind in the secure settings that report to the board, on the day of each. An incident with"
        " two children is there once."
    ),
    source=OWN,
    excludes="Nothing.",
    unknowns="None: an incident must have its day and kind to be taken in.",
    sub_group=SECURE_SETTINGS,
)

restraints = Indicator(
    code="SEC3",
    title="Restraints in secure settings",
    asks=HOW_MUCH,
    why="Holding a child by force can hurt and has killed. The board reviews how often it is done, and why.",
    dataset="secure_incidents",
    over=During("happened_on"),
    counts=ROWS,
    measure=Count(where="incident = 'restraint'"),
    better=LOWER,
    protects=ROWS,
    tier=SUB_GROUP,
    breakdowns=(),
    sentence="Children were restrained in secure settings {value} times {period}.",
    noun="restraints in secure settings",
    definition="Incidents of restraint in the secure settings that report to the board, on the day of each.",
    source=OWN,
    excludes="Other incidents (SEC2).",
    unknowns="None: an incident must have its kind to be taken in.",
    sub_group=SECURE_SETTINGS,
)

injured = Indicator(
    code="SEC4",
    title="Restraints in which a child was hurt",
    asks=WHAT_DIFFERENCE,
    why="It shows how restraint is done, where their number only shows how often.",
    dataset="secure_incidents",
    over=During("happened_on"),
    counts=ROWS,
    measure=Proportion(where="child_injured = '1'", of="incident = 'restraint'"),
    better=LOWER,
    protects=ROWS,
    tier=SUB_GROUP,
    breakdowns=(),
    sentence="A child was hurt in {value} of restraints {period} ({numerator} of {denominator}).",
    noun="restraints in which a child was hurt",
    definition="Incidents of restraint in which a child was hurt, out of all restraints of which that is recorded.",
    source=OWN,
    excludes="Other incidents.",
    unknowns="Restraints of which it is not recorded are shown as unknown.",
    sub_group=SECURE_SETTINGS,
)
