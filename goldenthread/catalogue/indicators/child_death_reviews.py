"""What the child death overview panel has reviewed, and what it found."""

from goldenthread.catalogue.sources import OWN
from goldenthread.catalogue.sub_groups import CHILD_DEATHS
from goldenthread.engine.definitions import (
    HOW_MUCH,
    HOW_WELL,
    NEITHER,
    NOBODY,
    ROWS,
    SUB_GROUP,
    WHAT_DIFFERENCE,
    Count,
    During,
    Indicator,
    Median,
    Proportion,
)

reviewed = Indicator(
    code="CD2",
    title="Child deaths reviewed by the child death overview panel",
    asks=HOW_MUCH,
    why=(
        "Only a death that has been reviewed can teach anything. Reviews lag behind deaths: a death of one year is"
        " often reviewed in the next."
    ),
    dataset="child_deaths",
    over=During("death_reviewed_on"),
    counts=ROWS,
    measure=Count(),
    better=NEITHER,
    protects=ROWS,
    tier=SUB_GROUP,
    breakdowns=(),
    sentence="The child death overview panel reviewed {numerator:death|deaths} {period}.",
    noun="child deaths reviewed",
    definition="Deaths of which the panel was told, in whatever year, and which it reviewed in the period.",
    source=OWN,
    excludes="Deaths that wait for their review.",
    unknowns="None: a death without the day of its review has not been reviewed.",
    sub_group=CHILD_DEATHS,
)

modifiable = Indicator(
    code="CD3",
    title="Reviewed child deaths with factors that could be changed",
    asks=WHAT_DIFFERENCE,
    why=(
        "These are the deaths from which something can be learnt that may save another child. A panel that looks"
        " harder finds more."
    ),
    dataset="child_deaths",
    over=During("death_reviewed_on"),
    counts=ROWS,
    measure=Proportion(where="modifiable = 'yes'", of="modifiable is null or modifiable <> 'unknown'"),
    better=NEITHER,
    protects=ROWS,
    tier=SUB_GROUP,
    breakdowns=(),
    sentence=(
        "The child death overview panel found factors that could be changed in {value} of the deaths that it reviewed"
        " {period} ({numerator} of {denominator})."
    ),
    noun="reviewed child deaths with factors that could be changed",
    definition=(
        "Deaths reviewed in the period in which the panel found modifiable factors, out of all of which it could say."
    ),
    source=OWN,
    excludes="Deaths of which the panel knew too little to say.",
    unknowns="Deaths whose finding is not recorded are shown as unknown.",
    sub_group=CHILD_DEATHS,
)

review_time = Indicator(
    code="CD4",
    title="How long it took until a child's death was reviewed",
    asks=HOW_WELL,
    why="Families wait for answers, and others for what could protect them.",
    dataset="child_deaths",
    over=During("death_reviewed_on"),
    counts=ROWS,
    measure=Median(of="months_between(death_notified_on, death_reviewed_on)", unit="months"),
    better=NEITHER,
    protects=ROWS,
    tier=SUB_GROUP,
    breakdowns=(),
    sentence="Half of the deaths reviewed {period} had waited {value} or less ({denominator:death|deaths}).",
    noun="child deaths reviewed",
    definition=(
        "The middle number of whole months from the day on which the panel was told of a death to that of its review,"
        " of all reviewed in the period. Inquests and criminal cases make some reviews wait."
    ),
    source=OWN,
    excludes="Deaths that wait for their review.",
    unknowns="None: a death that was reviewed has both days.",
    sub_group=CHILD_DEATHS,
)

topics = Indicator(
    code="CD5",
    title="Topics on which the child death overview panel's recommendations were made and progressed",
    asks=WHAT_DIFFERENCE,
    why="What a panel learns protects another child only where somebody acts on it.",
    dataset="recommended_topics",
    over=During("recommended_on"),
    counts=ROWS,
    measure=Count(where="recommended_by = 'child deaths' and progressed_on <= period_end"),
    better=NEITHER,
    protects=NOBODY,
    tier=SUB_GROUP,
    breakdowns=(),
    sentence=(
        "Recommendations of the child death overview panel on {numerator:topic|topics} were made and progressed"
        " {period}."
    ),
    noun="topics",
    definition=(
        "Topics of recommendations that the panel made in the period, where by its end an action that meets one of them"
        " was reported to go on, on time or late, or was done. A topic counts once a year, when the first"
        " recommendation on it was made. That something has progressed does not say that it has made a difference."
    ),
    source="The board's own register of recommendations.",
    excludes="Topics on which no action was planned, or nothing has come of it, and recommendations of others.",
    unknowns="None: a topic without a day has not progressed.",
    sub_group=CHILD_DEATHS,
)
