"""Assessments by social workers of what a child needs."""

from goldenthread.catalogue.checks import before_birth, birth_dates_agree, child_listed, long_before_birth, said_once
from goldenthread.catalogue.codes.journey import ASSESSMENT, CENSUS
from goldenthread.catalogue.codes.person import YES_NO_UNKNOWN
from goldenthread.catalogue.datasets.people import BORN, CHILD, LOCAL_ID, age_on
from goldenthread.engine.definitions import QUERY, Check, Code, Column, Dataset, Date, NotPreceded, Text

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
        BORN,
        Column("assessment_start", Date(), "the day on which it began", required=True),
        Column("assessment_kind", Code(ASSESSMENT), "what kind it is", required=True),
        Column(
            "assessment_end", Date(), "the day on which a manager authorised it; blank while it lasts", expected=True
        ),
        Column("child_seen", Code(YES_NO_UNKNOWN), "whether the child was seen for it"),
        Column("reviewed_on", Date(), "the day on which a manager looked at how far it was"),
        Column("needs_support", Code(YES_NO_UNKNOWN), "whether it found that children's social care is needed"),
        Column("disabled", Code(YES_NO_UNKNOWN), "whether the child has a disability, as the assessment has it"),
        Column("team", Text(), "the team that the child is allocated to"),
        Column("worker", Text(), "the social worker", identity=True),
    ),
    derived=(
        age_on("age_at_assessment", "assessment_start", "the day on which it began"),
        age_on("age_when_assessed", "assessment_end", "the day on which it ended"),
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
        before_birth("assessment-before-birth", "assessment", "assessment_start"),
        long_before_birth("assessment-long-before-birth", "assessment", "assessment_start"),
        birth_dates_agree("assessment-birth-dates-differ"),
        Check(
            "assessed-unseen",
            "The assessment was authorised on {assessment_end}, but the child was not seen. Why?",
            where="assessment_end is not null and child_seen = '0'",
            column="child_seen",
            severity=QUERY,
        ),
        NotPreceded(
            "assessment-before-referral",
            "The assessment is dated {assessment_start}, before the child's first referral in this return. Send"
            " the referral that is missing, or correct the date.",
            on="assessment_start",
            to="referrals",
            day="referral_date",
            severity=QUERY,
        ),
        child_listed("assessment-child-not-listed"),
    ),
    source=CENSUS,
)
