"""Young people without a home, and children who live with somebody other than their family by a private arrangement."""

from goldenthread.catalogue.breakdowns import CHILD, WHO
from goldenthread.catalogue.sources import OWN
from goldenthread.catalogue.sub_groups import CHILD_PROTECTION, EARLY_HELP
from goldenthread.engine.definitions import (
    CHILDREN,
    HIGHER,
    HOW_MUCH,
    HOW_WELL,
    LOWER,
    NEITHER,
    ROWS,
    SUB_GROUP,
    At,
    Count,
    During,
    Indicator,
    Median,
    Proportion,
)

homeless = Indicator(
    code="YH1",
    title="Homeless young people aged 16 and 17 who asked for help",
    asks=HOW_MUCH,
    why="A young person without a home is a child in need. The board has asked before for a consistent answer to them.",
    dataset="youth_homelessness",
    over=During("asked_on", age="age_when_homeless"),
    counts=CHILDREN,
    measure=Count(where="age_when_homeless between 16 and 17"),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(),
    sentence="{numerator:young person|young people} aged 16 or 17 asked for help {period} because of having no home.",
    noun="homeless young people who asked for help",
    definition=(
        "Young people aged 16 or 17 who asked the housing authority or social care for help in the period because of"
        " having no home. Each is counted once."
    ),
    source=OWN,
    excludes="Those who were younger, or 18 and over.",
    unknowns="Young people without a date of birth are shown as unknown.",
    sub_group=EARLY_HELP,
)

jointly = Indicator(
    code="YH2",
    title="Homeless young people aged 16 and 17 whose need was assessed jointly",
    asks=HOW_WELL,
    why="Housing and social care must decide together, or each sends the young person to the other.",
    dataset="youth_homelessness",
    over=During("asked_on", age="age_when_homeless"),
    counts=ROWS,
    measure=Proportion(where="assessed_jointly = '1'", of="age_when_homeless between 16 and 17"),
    better=HIGHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(),
    sentence=(
        "Housing and social care assessed together {value} of the requests for help of homeless young people aged 16"
        " or 17 made {period} ({numerator} of {denominator})."
    ),
    noun="requests that were assessed jointly",
    definition=(
        "Requests made in the period by young people aged 16 or 17 without a home that housing and social care"
        " assessed together, out of all of which that is recorded."
    ),
    source=OWN,
    excludes="Those who were younger, or 18 and over.",
    unknowns="Requests of which it is not recorded are shown as unknown.",
    sub_group=EARLY_HELP,
)

hotels = Indicator(
    code="YH3",
    title="Homeless young people aged 16 and 17 who were put into bed and breakfast",
    asks=HOW_WELL,
    why="Bed and breakfast is no place for a child alone.",
    dataset="youth_homelessness",
    over=During("asked_on", age="age_when_homeless"),
    counts=CHILDREN,
    measure=Count(where="hotel_used = '1' and age_when_homeless between 16 and 17"),
    better=LOWER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(),
    sentence=(
        "{numerator:young person|young people} aged 16 or 17 who asked for help {period} because of having no home"
        " {numerator:was|were} put into bed and breakfast."
    ),
    noun="homeless young people put into bed and breakfast",
    definition=(
        "Young people aged 16 or 17 who asked for help in the period because of having no home and were put into bed"
        " and breakfast. Each is counted once."
    ),
    source=OWN,
    excludes="Those who were younger, or 18 and over.",
    unknowns="Young people of whom it is not recorded are shown as unknown.",
    sub_group=EARLY_HELP,
)

told_of = Indicator(
    code="PF1",
    title="Private fostering arrangements told of",
    asks=HOW_MUCH,
    why="Most arrangements are never told of. More notifications mostly mean that people know that they have to tell.",
    dataset="private_fostering",
    over=During("told_on"),
    counts=ROWS,
    measure=Count(),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=WHO,
    sentence=(
        "The authority was told of {numerator:private fostering arrangement|private fostering arrangements} {period}."
    ),
    noun="private fostering arrangements told of",
    definition="Arrangements of which the authority was told in the period, each child counted by itself.",
    source=OWN,
    excludes="Nothing.",
    unknowns=(
        "None: a notification must have its day to be taken in. Arrangements of which nobody told are in no record."
    ),
    sub_group=CHILD_PROTECTION,
)

fostered = Indicator(
    code="PF2",
    title="Children in private fostering arrangements",
    asks=HOW_MUCH,
    why="These children live with people whom nobody has approved. The authority must see that they are well.",
    dataset="private_fostering",
    over=At(opened="told_on", closed="arranged_until"),
    counts=CHILDREN,
    measure=Count(),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=CHILD,
    sentence="{numerator:child was|children were} known to be privately fostered {period}.",
    noun="children known to be privately fostered",
    definition=(
        "Children in an arrangement of which the authority had been told by the end of the day and which had not ended"
        " by then. Each child is counted once."
    ),
    source=OWN,
    excludes="Nothing.",
    unknowns=(
        "None: a notification must have its day to be taken in. An arrangement whose end is not recorded is still"
        " going on."
    ),
    sub_group=CHILD_PROTECTION,
)

first_visit = Indicator(
    code="PF3",
    title="How long it took until a privately fostered child was visited",
    asks=HOW_WELL,
    why="Until somebody has been there, nobody knows how the child lives.",
    dataset="private_fostering",
    over=During("first_visit_on"),
    counts=ROWS,
    measure=Median(of="working_days(told_on, first_visit_on)", unit="working days"),
    better=LOWER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=WHO,
    sentence=(
        "Half of the first visits to privately fostered children made {period} came {value} or less after the"
        " authority was told ({denominator:visit|visits})."
    ),
    noun="first visits to privately fostered children",
    definition=(
        "The middle number of working days from the day on which the authority was told, which is day 0, to that of"
        " its first visit, of all first visits made in the period. No limit is stated here: the board sets its own."
    ),
    source=OWN,
    excludes="Children who have not been visited.",
    unknowns="None: an arrangement has the day on which the authority was told.",
    sub_group=CHILD_PROTECTION,
)
