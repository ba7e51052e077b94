"""Strengths and difficulties of looked-after children, as their carers see them, on the day they were asked."""

from goldenthread.catalogue.checks import child_listed, said_once, while_looked_after
from goldenthread.catalogue.codes.health import SDQ_REASON
from goldenthread.catalogue.codes.sources import STANDARD
from goldenthread.catalogue.datasets.people import CHILD, LOCAL_ID, age_on
from goldenthread.engine.definitions import QUERY, WARNING, Check, Code, Column, Dataset, Date, WholeNumber

DATASET = Dataset(
    name="sdq_scores",
    title="Strengths and difficulties scores",
    about=(
        "One row for each time at which the strengths and difficulties questionnaire was completed for a looked-after"
        " child, or should have been, with the total score or why there is none."
    ),
    child=CHILD,
    dated_by="sdq_completed_on",
    columns=(
        LOCAL_ID,
        Column("sdq_completed_on", Date(), "the day on which it was completed", required=True),
        Column("sdq_score", WholeNumber(0, 40), "the total score"),
        Column("sdq_reason", Code(SDQ_REASON), "why there is no score"),
    ),
    derived=(age_on("age_at_score", "sdq_completed_on"),),
    checks=(
        said_once("sdq-twice"),
        Check(
            "sdq-and-reason",
            "There is a score ({sdq_score}) and also a reason for having none ({sdq_reason}). Which is right?",
            where="sdq_score is not null and sdq_reason is not null",
            column="sdq_reason",
            severity=WARNING,
        ),
        Check(
            "sdq-says-nothing",
            "There is neither a score nor a reason for having none. Give one of them.",
            where="sdq_score is null and sdq_reason is null",
            column="sdq_score",
            severity=QUERY,
        ),
        Check(
            "sdq-at-another-age",
            "There is a score for a child of {age_at_score}. Scores are asked for from 4 to 16. Is the date right?",
            where="sdq_score is not null and age_at_score not between 4 and 16",
            column="sdq_completed_on",
            severity=QUERY,
        ),
        while_looked_after("sdq-outside-care", "questionnaire", "sdq_completed_on"),
        child_listed("sdq-child-not-listed"),
    ),
    source=STANDARD,
)
