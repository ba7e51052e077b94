"""Young people aged 16 and 17 who ask for help because they have no home."""

from goldenthread.catalogue.checks import said_once
from goldenthread.catalogue.codes.partners import HOUSED, OWN
from goldenthread.catalogue.codes.person import YES_NO
from goldenthread.catalogue.datasets.people import BORN, PERSON, PERSON_NUMBER, age_on
from goldenthread.engine.definitions import QUERY, Check, Code, Column, Dataset, Date

DATASET = Dataset(
    name="youth_homelessness",
    title="Youth homelessness",
    about=(
        "One row for each time a young person asked the housing authority or social care for help because of having"
        " no home."
    ),
    child=PERSON,
    dated_by="asked_on",
    columns=(
        PERSON_NUMBER,
        BORN,
        Column("asked_on", Date(), "the day on which", required=True),
        Column("assessed_jointly", Code(YES_NO), "whether housing and social care assessed it together"),
        Column("hotel_used", Code(YES_NO), "whether the young person was put into bed and breakfast"),
        Column("housed", Code(HOUSED), "what came of it"),
    ),
    derived=(age_on("age_when_homeless", "asked_on", born=BORN.name),),
    checks=(
        said_once("homeless-twice"),
        Check(
            "homeless-age",
            "The young person was {age_when_homeless}. Is the date of birth right?",
            where="age_when_homeless < 16 or age_when_homeless > 24",
            column="date_of_birth",
            severity=QUERY,
        ),
    ),
    source=OWN,
)
