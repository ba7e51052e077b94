"""Initial child protection conferences."""

from goldenthread.catalogue.codes.journey import CENSUS
from goldenthread.catalogue.codes.person import YES_NO
from goldenthread.catalogue.datasets.people import CHILD, LOCAL_ID
from goldenthread.engine.definitions import QUERY, WARNING, Check, Code, Column, Dataset, Date, Repeated, Unmatched

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
        Repeated("conference-twice", "This line says the same as line {other_row} and was counted once. Take it out."),
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
        Unmatched(
            "conference-child-not-listed",
            "This child is not in the list of children of the same return, so age, sex and ethnicity are not known.",
            to="people",
            severity=WARNING,
        ),
    ),
    source=CENSUS,
)
