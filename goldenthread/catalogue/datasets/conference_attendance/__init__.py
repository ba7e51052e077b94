"""Who came to conferences about children, and who sent a report."""

from goldenthread.catalogue.checks import child_listed
from goldenthread.catalogue.codes.journey import ATTENDS, OWN
from goldenthread.catalogue.codes.person import YES_NO
from goldenthread.catalogue.datasets.people import CHILD, LOCAL_ID
from goldenthread.engine.definitions import QUERY, Check, Code, Column, Dataset, Date, Repeated

DATASET = Dataset(
    name="conference_attendance",
    title="Attendance at conferences",
    about=(
        "One row for each agency, parent or child who was asked to a conference about a child: whether they came, and"
        " whether they sent a report that the family saw in time."
    ),
    child=CHILD,
    dated_by="conference_date",
    columns=(
        LOCAL_ID,
        Column("conference_date", Date(), "the day on which it was held", required=True),
        Column("attendee", Code(ATTENDS), "who was asked", required=True),
        Column("invited", Code(YES_NO), "whether they were asked in time"),
        Column("attended", Code(YES_NO), "whether they came", expected=True),
        Column("report_sent", Code(YES_NO), "whether they sent a report"),
        Column("report_shared", Code(YES_NO), "whether the family saw it before the conference"),
    ),
    checks=(
        Repeated(
            "attendance-twice",
            "Line {other_row} tells of the same agency at the same conference. The first was taken; take one out.",
            on=("local_id", "conference_date", "attendee"),
        ),
        Check(
            "report-shared-unsent",
            "The family is said to have seen a report that was not sent. Which is right?",
            where="report_shared = '1' and report_sent = '0'",
            column="report_shared",
            severity=QUERY,
        ),
        child_listed("attendance-child-not-listed"),
    ),
    source=OWN,
)
