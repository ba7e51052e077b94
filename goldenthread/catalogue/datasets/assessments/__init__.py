"""Assessments by social workers of what a child needs."""

from goldenthread.catalogue.checks import child_listed, said_once
from goldenthread.catalogue.codes.journey import ASSESSMENT, CENSUS
from goldenthread.catalogue.datasets.people import CHILD, LOCAL_ID
from goldenthread.engine.definitions import Check, Code, Column, Dataset, Date

DATASET = Dataset(
    name="assessments",
    title="Assessments",
    about=(
        "One row for each child in each assessment by a social worker. Single assessments replaced initial and core"
        " assessments at different times in different areas, so their numbers are not comparable across that day."
    ),
    child=CHILD,
    dated_by="assessment_start",
    lasts_until="assessment_end",
    columns=(
        LOCAL_ID,
        Column("assessment_start", Date(), "the day on which it began", required=True),
        Column("assessment_kind", Code(ASSESSMENT), "what kind it is", required=True),
        Column(
            "assessment_end", Date(), "the day on which a manager authorised it; blank while it lasts", expected=True
        ),
    ),
    checks=(
        said_once("assessment-twice"),
        Check(
            "assessment-ends-before-start",
            "The assessment ended on {assessment_end}, before it began on {assessment_start}. Correct whichever is"
            " wrong.",
            where="assessment_end < assessment_start",
            column="assessment_end",
        ),
        child_listed("assessment-child-not-listed"),
    ),
    source=CENSUS,
)
