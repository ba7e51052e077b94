"""Initial child protection conferences."""

from goldenthread.catalogue.checks import child_listed, said_once
from goldenthread.catalogue.codes.journey import CENSUS
from goldenthread.catalogue.codes.person import YES_NO
from goldenthread.catalogue.datasets.people import CHILD, LOCAL_ID
from goldenthread.engine.definitions import QUERY, WARNING, Check, Code, Column, Dataset, Date

DATASET = Dataset(
    name="initial_conferences",
    title="Initial conferences",
    about=("One row for each child in each initial child protection conference that was held."),
    child=CHILD,
    dated_by="conference_date",
    columns=(
        LOCAL_ID,
        Column("conference_date", Date(), "the day on which it was held", required=True),
        Column("strategy_date", Date(), "the day of the strategy discussion that led to it"),
        Column("plan_made", Code(YES_NO), "whether a child protection plan was made"),
    ),
    checks=(
        said_once("conference-twice"),
        Check(
            "conference-before-strategy",
            "The conference is dated {conference_date}, before the strategy discussion on {strategy_date}. Correct"
            " whichever is wrong.",
            where="conference_date < strategy_date",
            column="conference_date",
            severity=WARNING,
        ),
        Check(
            "conference-without-strategy",
            "No date of the strategy discussion is given, so nobody can tell whether the conference was held in time.",
            where="strategy_date is null",
            column="strategy_date",
            severity=QUERY,
        ),
        child_listed("conference-child-not-listed"),
    ),
    source=CENSUS,
)
