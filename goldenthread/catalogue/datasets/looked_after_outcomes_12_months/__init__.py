"""Health of children who have been looked after for twelve months, as the yearly return tells it."""

from goldenthread.catalogue.checks import birth_dates_agree, child_listed, said_once, told_once_a_child
from goldenthread.catalogue.codes.health import SDQ_REASON
from goldenthread.catalogue.codes.person import GUIDE, YES_NO
from goldenthread.catalogue.codes.sources import RULES
from goldenthread.catalogue.datasets.people import BORN, CHILD, LOCAL_ID, age_on
from goldenthread.engine.definitions import QUERY, WARNING, Check, Code, Column, Dataset, Date, WholeNumber

DATASET = Dataset(
    name="looked_after_outcomes_12_months",
    title="Outcomes of children looked after for 12 months",
    about=(
        "One row for each child who had been looked after for at least twelve months: health, strengths and"
        " difficulties, convictions and substance misuse in those months."
    ),
    child=CHILD,
    dated_by="standing_on",
    columns=(
        LOCAL_ID,
        BORN,
        Column(
            "standing_on",
            Date(),
            "the last of the twelve months' days; blank for the last that the return covers",
            or_last_day=True,
        ),
        Column(
            "sdq_score",
            WholeNumber(0, 40),
            "total score of the strengths and difficulties questionnaire",
            expected=True,
        ),
        Column("sdq_reason", Code(SDQ_REASON), "why there is no score"),
        Column("convicted", Code(YES_NO), "whether the child was convicted of an offence"),
        Column("health_check", Code(YES_NO), "whether health surveillance checks were up to date", expected=True),
        Column("immunised", Code(YES_NO), "whether immunisations were up to date", expected=True),
        Column("teeth_checked", Code(YES_NO), "whether a dentist checked the child's teeth", expected=True),
        Column("health_assessed", Code(YES_NO), "whether the child had a health assessment", expected=True),
        Column("misused_substances", Code(YES_NO), "whether the child was found to have a substance misuse problem"),
        Column("intervention_received", Code(YES_NO), "whether the child received an intervention for it"),
        Column("intervention_offered", Code(YES_NO), "whether one was offered to a child who received none"),
    ),
    derived=(age_on("age_on_the_day", "standing_on", "the last of those days", born=BORN.name),),
    checks=(
        said_once("outcome-twice"),
        told_once_a_child("outcome-told-twice"),
        Check(
            "score-and-reason",
            "There is a score ({sdq_score}) and also a reason for having none ({sdq_reason}). Which is right?",
            where="sdq_score is not null and sdq_reason is not null",
            column="sdq_reason",
            severity=WARNING,
        ),
        Check(
            "intervention-without-misuse",
            "An intervention is recorded, but no substance misuse ({misused_substances}). Which is right?",
            where="misused_substances = '0' and (intervention_received = '1' or intervention_offered = '1')",
            column="misused_substances",
            severity=QUERY,
        ),
        Check(
            "intervention-offered-too",
            "An intervention was received, so whether one was offered should be left blank ({intervention_offered}).",
            where="intervention_received = '1' and intervention_offered is not null",
            column="intervention_offered",
            severity=QUERY,
        ),
        Check(
            "intervention-untold",
            "The child misused substances, but it is not said whether the child received an intervention or, if not,"
            " whether one was offered.",
            where=(
                "misused_substances = '1' and (intervention_received is null"
                " or (intervention_received = '0' and intervention_offered is null))"
            ),
            column="intervention_received",
            severity=QUERY,
        ),
        birth_dates_agree("outcome-birth-dates-differ"),
        child_listed("outcome-child-not-listed"),
    ),
    source=f"{GUIDE} {RULES}",
    restricted=True,
)
