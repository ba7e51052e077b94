"""Children who came to this country to seek asylum, without an adult to care for them."""

from goldenthread.catalogue.checks import birth_dates_agree, child_listed, ends_after_it_began, said_once
from goldenthread.catalogue.codes.health import IMMIGRATION_STATUS
from goldenthread.catalogue.codes.person import GUIDE, YES_NO
from goldenthread.catalogue.codes.sources import RULES, STANDARD
from goldenthread.catalogue.datasets.people import BORN, CHILD, LOCAL_ID, age_on
from goldenthread.engine.definitions import QUERY, Check, Code, Column, Dataset, Date

DATASET = Dataset(
    name="unaccompanied_children",
    title="Unaccompanied children who seek asylum",
    about=(
        "One row for each looked-after child, or young person who was one, of whom the return says whether the child"
        " came unaccompanied to seek asylum."
    ),
    child=CHILD,
    dated_by="unaccompanied_from",
    lasts_until="unaccompanied_until",
    columns=(
        LOCAL_ID,
        BORN,
        Column("unaccompanied", Code(YES_NO), "whether the child was one at any time in the period", required=True),
        Column("immigration_status", Code(IMMIGRATION_STATUS), "the child's immigration status"),
        Column("unaccompanied_from", Date(), "the day on which that status began"),
        Column("unaccompanied_until", Date(), "the day on which the child ceased to be one, or will"),
    ),
    derived=(
        age_on(
            "age_when_it_ended", "unaccompanied_until", "the day on which the child ceased to be one", born=BORN.name
        ),
    ),
    checks=(
        said_once("unaccompanied-twice"),
        ends_after_it_began("unaccompanied-ends-before-start", "status", "unaccompanied_from", "unaccompanied_until"),
        Check(
            "unaccompanied-adult",
            "The status is said to end on {unaccompanied_until}, when the young person is {age_when_it_ended}. It ends"
            " on the 18th birthday at the latest. Is the date right?",
            where="months_between(date_of_birth, unaccompanied_until) > 216",
            column="unaccompanied_until",
            severity=QUERY,
        ),
        birth_dates_agree("unaccompanied-birth-dates-differ"),
        child_listed("unaccompanied-child-not-listed"),
    ),
    source=f"{GUIDE} {RULES} {STANDARD}",
    reports_standing=True,
)
