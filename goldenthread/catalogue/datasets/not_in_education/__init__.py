"""Young people who are not in education, employment or training, or of whom nothing is known."""

from goldenthread.catalogue.checks import ends_after_it_began, said_once
from goldenthread.catalogue.codes.partners import NOT_IN_EDUCATION, OWN
from goldenthread.catalogue.codes.person import YES_NO
from goldenthread.catalogue.datasets.people import BORN, PERSON, PERSON_NUMBER, age_on
from goldenthread.engine.definitions import Code, Column, Dataset, Date

DATASET = Dataset(
    name="not_in_education",
    title="Not in education, employment or training",
    about=(
        "One row for each stretch in which a young person was not in education, employment or training, or in which"
        " nobody knew."
    ),
    child=PERSON,
    dated_by="inactive_from",
    lasts_until="inactive_until",
    columns=(
        PERSON_NUMBER,
        BORN,
        Column("inactive_from", Date(), "the day from which", required=True),
        Column("inactive_until", Date(), "the day until which; blank while it lasts", expected=True),
        Column("not_in_education", Code(NOT_IN_EDUCATION), "what is known", required=True),
        Column("leaver_of_care", Code(YES_NO), "whether a care leaver"),
    ),
    derived=(age_on("age_when_inactive", "inactive_from", born=BORN.name),),
    checks=(
        said_once("inactive-twice"),
        ends_after_it_began("inactive-ends-before", "stretch", "inactive_from", "inactive_until"),
    ),
    source=OWN,
)
