"""Factors that assessments found in children's lives."""

from goldenthread.catalogue.checks import child_listed, said_once
from goldenthread.catalogue.codes.journey import CENSUS, FACTOR
from goldenthread.catalogue.datasets.people import CHILD, LOCAL_ID
from goldenthread.engine.definitions import QUERY, Code, Column, Dataset, Date, NotPreceded

DATASET = Dataset(
    name="assessment_factors",
    title="Assessment factors",
    about=(
        "One row for each factor that an assessment found, by the day on which the assessment began. Which factors"
        " there are has changed over the years."
    ),
    child=CHILD,
    dated_by="assessment_start",
    columns=(
        LOCAL_ID,
        Column("assessment_start", Date(), "the day on which the assessment began", required=True),
        Column("assessment_end", Date(), "the day on which a manager authorised it", expected=True),
        Column("factor", Code(FACTOR), "what was found", required=True),
    ),
    checks=(
        said_once("factor-twice"),
        NotPreceded(
            "factor-without-assessment",
            "There is no assessment of this child in this return that began on or before {assessment_start}. Send it,"
            " or correct the date.",
            on="assessment_start",
            to="assessments",
            day="assessment_start",
            severity=QUERY,
        ),
        child_listed("factor-child-not-listed"),
    ),
    source=CENSUS,
)
