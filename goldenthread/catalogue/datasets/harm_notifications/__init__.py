"""Worries about trafficking, radicalisation, forced marriage and female genital mutilation."""

from goldenthread.catalogue.checks import ends_after_it_began, not_before_birth, said_once
from goldenthread.catalogue.codes.partners import HARM, OWN, PASSED_TO
from goldenthread.catalogue.datasets.people import BORN, PERSON, PERSON_NUMBER, age_on
from goldenthread.engine.definitions import Code, Column, Dataset, Date, Text

DATASET = Dataset(
    name="harm_notifications",
    title="Worries about particular harm",
    about=(
        "One row for each time somebody was worried that a child is trafficked, radicalised, married by force or"
        " cut: who was told, and when."
    ),
    child=PERSON,
    dated_by="worried_on",
    columns=(
        PERSON_NUMBER,
        BORN,
        Column("worried_on", Date(), "the day on which the worry was recorded", required=True),
        Column("harm", Code(HARM), "what is feared", required=True),
        Column("passed_to", Code(PASSED_TO), "whom it was passed to"),
        Column("passed_on", Date(), "the day on which it was passed on"),
        Column("harm_notes", Text(free=True), "what was done, without names"),
    ),
    derived=(age_on("age_when_worried", "worried_on", born=BORN.name),),
    checks=(
        said_once("harm-twice"),
        ends_after_it_began("harm-passed-before", "referral on", "worried_on", "passed_on"),
        not_before_birth("harm-before-birth", "worry", "worried_on"),
    ),
    source=OWN,
)
