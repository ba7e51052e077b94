"""Exclusions from school."""

from goldenthread.catalogue.checks import said_once
from goldenthread.catalogue.codes.partners import EXCLUSION, OWN
from goldenthread.catalogue.datasets.people import BORN, PERSON, PERSON_NUMBER, age_on
from goldenthread.engine.definitions import QUERY, Check, Code, Column, Dataset, Date, Number, Text

DATASET = Dataset(
    name="exclusions",
    title="Exclusions",
    about=("One row for each time a pupil was excluded from school."),
    child=PERSON,
    dated_by="excluded_on",
    columns=(
        PERSON_NUMBER,
        BORN,
        Column("excluded_on", Date(), "the first day of it", required=True),
        Column("exclusion", Code(EXCLUSION), "what kind it is", required=True),
        Column("excluded_days", Number(), "how many school days it lasts"),
        Column("school", Text(), "the name or number of the school"),
        Column("excluded_because", Text(free=True), "why, without names"),
    ),
    derived=(age_on("age_when_excluded", "excluded_on", born=BORN.name),),
    checks=(
        said_once("exclusion-twice"),
        Check(
            "permanent-for-days",
            "The exclusion is permanent, and yet lasts {excluded_days} days. Which is right?",
            where="exclusion = 'permanent' and excluded_days is not null",
            column="excluded_days",
            severity=QUERY,
        ),
    ),
    source=OWN,
)
