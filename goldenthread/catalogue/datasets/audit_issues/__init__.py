"""What audits found to be amiss."""

from goldenthread.catalogue.codes.audits import AUDIT_KIND, OWN
from goldenthread.engine.definitions import Check, Code, Column, Dataset, Date, Repeated, WholeNumber

DATASET = Dataset(
    name="audit_issues",
    title="Issues found by audits",
    about="One row for each issue that an audit found, once the board has considered it. The register has its words.",
    dated_by="considered_on",
    columns=(
        Column("audit", WholeNumber(1), "the number of the audit in the register", required=True),
        Column("issue_number", WholeNumber(1), "the number of the issue within the audit", required=True),
        Column("audit_kind", Code(AUDIT_KIND), "what kind of audit it is", required=True),
        Column("considered_on", Date(), "the day on which the board considered the audit", required=True),
        Column("inspected_on", Date(), "when an inspection had named it before; blank if none had", expected=True),
    ),
    checks=(
        Repeated(
            "issue-twice",
            "Line {other_row} has this issue already. The first was taken; take this one out.",
            on=("audit", "issue_number"),
        ),
        Check(
            "inspected-later",
            "The inspection on {inspected_on} came after the audit was considered, {considered_on}. Which is right?",
            where="inspected_on > considered_on",
            column="inspected_on",
        ),
    ),
    source=OWN,
)
