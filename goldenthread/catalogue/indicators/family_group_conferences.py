"""Family group conferences, at which a family makes its own plan."""

from goldenthread.catalogue.breakdowns import WHO
from goldenthread.catalogue.sources import OWN
from goldenthread.catalogue.sub_groups import EARLY_HELP
from goldenthread.engine.definitions import (
    CHILDREN,
    HIGHER,
    HOW_MUCH,
    HOW_WELL,
    NEITHER,
    ROWS,
    SUB_GROUP,
    WHAT_DIFFERENCE,
    Count,
    During,
    Indicator,
    Proportion,
)

offered = Indicator(
    code="FGC1",
    title="Family group conferences offered",
    asks=HOW_MUCH,
    why="A family that is asked first may need nobody else. The board supports offering it to more families.",
    dataset="family_group_conferences",
    over=During("offered_on"),
    counts=ROWS,
    measure=Count(),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=WHO,
    sentence="Families of {numerator:child|children} were offered a family group conference {period}.",
    noun="family group conferences offered",
    definition=(
        "Children about whom their family was offered a family group conference in the period. A child about whom it"
        " was offered twice is there twice."
    ),
    source=OWN,
    excludes="Nothing.",
    unknowns="None: an offer must have its day to be taken in.",
    sub_group=EARLY_HELP,
)

held = Indicator(
    code="FGC2",
    title="Family group conferences held",
    asks=HOW_MUCH,
    why="Offers alone help nobody.",
    dataset="family_group_conferences",
    over=During("held_on"),
    counts=ROWS,
    measure=Count(),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=WHO,
    sentence=(
        "{numerator:family group conference about a child was|family group conferences, each counted for each child,"
        " were} held {period}."
    ),
    noun="family group conferences held",
    definition=(
        "Family group conferences held in the period, on the day on which they were held, each counted for each child"
        " whom it was about. A child with two is there twice."
    ),
    source=OWN,
    excludes="Nothing.",
    unknowns="None: a conference without a day is one that was not held.",
    sub_group=EARLY_HELP,
)

taken_up = Indicator(
    code="FGC3",
    title="Family group conferences taken up",
    asks=HOW_WELL,
    why="When few families take the offer up, ask how it was made.",
    dataset="family_group_conferences",
    over=During("offered_on"),
    counts=ROWS,
    measure=Proportion(where="taken_up = '1'"),
    better=HIGHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=WHO,
    sentence=(
        "{value} of offers of a family group conference made {period} were taken up ({numerator} of {denominator})."
    ),
    noun="offers taken up",
    definition="Offers made in the period that the family took up, out of all of which that is recorded.",
    source=OWN,
    excludes="Nothing.",
    unknowns="Offers of which it is not recorded are shown as unknown; the latest may still be open.",
    sub_group=EARLY_HELP,
)

planned = Indicator(
    code="FGC4",
    title="Family group conferences that ended with a plan",
    asks=WHAT_DIFFERENCE,
    why="A plan of the family's own that is safe enough is what the conference is for.",
    dataset="family_group_conferences",
    over=During("held_on"),
    counts=ROWS,
    measure=Proportion(where="family_outcome = 'plan'"),
    better=HIGHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=WHO,
    sentence=(
        "{value} of family group conferences held {period} ended with a plan of the family's own that was accepted"
        " ({numerator} of {denominator})."
    ),
    noun="family group conferences that ended with a plan",
    definition=(
        "Conferences held in the period at which the family made a plan that was accepted, out of all of which the"
        " result is recorded."
    ),
    source=OWN,
    excludes="Nothing.",
    unknowns="Conferences of which the result is not recorded are shown as unknown.",
    sub_group=EARLY_HELP,
)
