"""Initial child protection conferences."""

from goldenthread.catalogue.checks import child_listed, said_once
from goldenthread.catalogue.codes.journey import CENSUS, TOOK_PART
from goldenthread.catalogue.codes.person import YES_NO, YES_NO_UNKNOWN
from goldenthread.catalogue.datasets.people import CHILD, LOCAL_ID, age_on
from goldenthread.engine.definitions import QUERY, WARNING, Check, Code, Column, Dataset, Date, Text

NOT_MOVED_HERE = "(moved_here is null or moved_here <> '1')"

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
        Column("plan_made", Code(YES_NO_UNKNOWN), "whether a child protection plan was made"),
        Column("due_on", Date(), "the last day on which it was in time"),
        Column("moved_here", Code(YES_NO), "whether the child moved here while on a plan of another area"),
        Column("told_of_move_on", Date(), "the day on which the area was told of that"),
        Column("quorate", Code(YES_NO), "whether enough agencies were there"),
        Column("child_took_part", Code(TOOK_PART), "whether the child attended"),
        Column("parent_attended", Code(YES_NO), "whether a parent or carer attended"),
        Column("team", Text(), "the team that the child is allocated to"),
        Column("worker", Text(), "the social worker", identity=True),
    ),
    derived=(age_on("age_at_conference", "conference_date", "the day on which it was held"),),
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
            where=f"strategy_date is null and {NOT_MOVED_HERE}",
            column="strategy_date",
            severity=QUERY,
            may_lack=("moved_here",),
        ),
        child_listed("conference-child-not-listed"),
    ),
    source=CENSUS,
)
