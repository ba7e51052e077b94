"""Episodes of being looked after: stretches with the same legal status and placement."""

from goldenthread.catalogue.checks import child_listed, said_once
from goldenthread.catalogue.codes import looked_after as codes
from goldenthread.catalogue.codes.person import GUIDE
from goldenthread.catalogue.codes.sources import RULES
from goldenthread.catalogue.datasets.looked_after_episodes.rules import OF_LEAVING_CARE, OF_PLACEMENTS, OF_THE_LAW
from goldenthread.catalogue.datasets.people import CHILD, age_on
from goldenthread.engine.definitions import QUERY, WARNING, Check, Code, Column, Dataset, Date, Overlapping, Text

DATASET = Dataset(
    name="looked_after_episodes",
    title="Looked-after episodes",
    about=(
        "One row for each stretch in which a child was looked after with the same legal status and in the same"
        " placement. A change of either ends one episode and begins the next on the same day. A period of care is one"
        " episode or several; it begins with reason S and ends with any reason other than X1."
    ),
    child=CHILD,
    dated_by="start_date",
    lasts_until="end_date",
    columns=(
        Column("local_id", Text(), "the authority's own number for the child", required=True, identity=True),
        Column("start_date", Date(), "the day on which the episode began", required=True),
        Column("reason_started", Code(codes.REASON_STARTED), "why it began", required=True),
        Column("legal_status", Code(codes.LEGAL_STATUS), "under what law the child was looked after", required=True),
        Column("category_of_need", Code(codes.CATEGORY_OF_NEED), "why the child came into care"),
        Column("placement_type", Code(codes.PLACEMENT_TYPE), "where the child lived"),
        Column("placement_provider", Code(codes.PLACEMENT_PROVIDER), "who provided the placement"),
        Column("end_date", Date(), "the day on which it ended; blank while it lasts", expected=True),
        Column("reason_ended", Code(codes.REASON_ENDED), "why it ended"),
        Column(
            "reason_for_placement_change",
            Code(codes.REASON_FOR_PLACEMENT_CHANGE),
            "why the placement that ended with this episode was left",
        ),
        Column("home_postcode", Text(), "where the child lived before", identity=True),
        Column("placement_postcode", Text(), "where the placement is", identity=True),
        Column(
            "setting_urn",
            Text(),
            "the inspectorate's number of the home, which may tell where a child lives",
            identity=True,
        ),
    ),
    derived=(
        age_on("age_at_start", "start_date", "the day on which the episode began"),
        age_on("age_at_end", "end_date", "the day on which the episode ended"),
    ),
    checks=(
        said_once("episode-twice"),
        Check(
            "ends-before-start",
            "The episode ended on {end_date}, before it began on {start_date}. Correct whichever is wrong.",
            where="end_date < start_date",
            column="end_date",
        ),
        Check(
            "ends-as-it-starts",
            "The episode began and ended on the same day, {start_date}, and is in no count of a day. Should one of the"
            " dates be another?",
            where="end_date = start_date",
            column="end_date",
            severity=WARNING,
        ),
        Check(
            "ceased-without-date",
            "A reason for leaving care ({reason_ended}) is given but no end date, so the child is counted as still"
            " looked after. Give the date, or take the reason out.",
            where="reason_ended <> 'X1' and end_date is null",
            column="reason_ended",
            severity=WARNING,
        ),
        Check(
            "replaced-without-date",
            "The episode is marked as followed by another (X1) but has no end date. Give the date on which the next"
            " began.",
            where="reason_ended = 'X1' and end_date is null",
            column="reason_ended",
            severity=WARNING,
        ),
        Check(
            "end-without-reason",
            "The episode ended on {end_date} but no reason is given. Did the child leave care, or did another episode"
            " begin?",
            where="end_date is not null and reason_ended is null",
            column="reason_ended",
            severity=QUERY,
        ),
        Overlapping(
            "episodes-overlap",
            "This episode began on {start_date}, before the child's episode in line {other_row} had ended. The child is"
            " counted once, but one of the two has a wrong date.",
            opened="start_date",
            closed="end_date",
            severity=WARNING,
        ),
        *OF_PLACEMENTS,
        *OF_THE_LAW,
        *OF_LEAVING_CARE,
        child_listed("child-not-listed"),
    ),
    source=f"{GUIDE} {RULES}",
)
