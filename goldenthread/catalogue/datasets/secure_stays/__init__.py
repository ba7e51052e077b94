"""Stays of children in secure settings."""

from goldenthread.catalogue.checks import ends_after_it_began, not_before_birth, said_once
from goldenthread.catalogue.codes.partners import OWN, SECURE, SECURED_FOR
from goldenthread.catalogue.datasets.people import BORN, PERSON, PERSON_NUMBER, age_on
from goldenthread.engine.definitions import Code, Column, Dataset, Date, Text

DATASET = Dataset(
    name="secure_stays",
    title="Stays in secure settings",
    about=("One row for each time a child of the area was in a secure setting, wherever that is."),
    child=PERSON,
    dated_by="secure_from",
    lasts_until="secure_until",
    columns=(
        PERSON_NUMBER,
        BORN,
        Column("secure_from", Date(), "the day on which it began", required=True),
        Column("secure_until", Date(), "the day on which it ended; blank while it lasts", expected=True),
        Column("secure_kind", Code(SECURE), "what kind of setting it is"),
        Column("secured_for", Code(SECURED_FOR), "why the child is there"),
        Column("secure_setting", Text(), "the name of the setting"),
    ),
    derived=(age_on("age_when_secured", "secure_from", born=BORN.name),),
    checks=(
        said_once("secure-twice"),
        ends_after_it_began("secure-ends-before", "stay", "secure_from", "secure_until"),
        not_before_birth("secure-before-birth", "stay", "secure_from"),
    ),
    source=OWN,
)
