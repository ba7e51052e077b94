"""Children who are educated at home."""

from goldenthread.catalogue.checks import ends_after_it_began, said_once
from goldenthread.catalogue.codes.partners import OWN
from goldenthread.catalogue.datasets.people import BORN, PERSON, PERSON_NUMBER, age_on
from goldenthread.engine.definitions import Column, Dataset, Date

DATASET = Dataset(
    name="educated_at_home",
    title="Educated at home",
    about=(
        "One row for each stretch in which a child of school age was educated at home, so far as the authority knows."
    ),
    child=PERSON,
    dated_by="home_educated_from",
    lasts_until="home_educated_until",
    columns=(
        PERSON_NUMBER,
        BORN,
        Column("home_educated_from", Date(), "the day from which", required=True),
        Column("home_educated_until", Date(), "the day until which; blank while it lasts", expected=True),
        Column("home_visited_on", Date(), "the day of the latest visit or meeting"),
    ),
    derived=(age_on("age_at_home", "home_educated_from", born=BORN.name),),
    checks=(
        said_once("home-twice"),
        ends_after_it_began("home-ends-before", "stretch", "home_educated_from", "home_educated_until"),
    ),
    source=OWN,
)
