"""Children who are missing education."""

from goldenthread.catalogue.checks import ends_after_it_began, said_once
from goldenthread.catalogue.codes.partners import OWN
from goldenthread.catalogue.datasets.people import BORN, PERSON, PERSON_NUMBER, age_on
from goldenthread.engine.definitions import Column, Dataset, Date, Text

DATASET = Dataset(
    name="children_missing_education",
    title="Children missing education",
    about=("One row for each stretch in which a child of school age was on no school roll and not educated otherwise."),
    child=PERSON,
    dated_by="not_on_roll_from",
    lasts_until="not_on_roll_until",
    columns=(
        PERSON_NUMBER,
        BORN,
        Column("not_on_roll_from", Date(), "the day from which", required=True),
        Column("not_on_roll_until", Date(), "the day until which; blank while it lasts", expected=True),
        Column("not_on_roll_because", Text(), "why, in the words of a list of the sender"),
    ),
    derived=(age_on("age_when_off_roll", "not_on_roll_from", born=BORN.name),),
    checks=(
        said_once("off-roll-twice"),
        ends_after_it_began("off-roll-ends-before", "stretch", "not_on_roll_from", "not_on_roll_until"),
    ),
    source=OWN,
)
