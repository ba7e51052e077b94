"""Cases that were looked at in an audit, and how each was judged."""

from goldenthread.catalogue.codes.audits import AUDIT_SUBJECT, JUDGEMENT, OWN
from goldenthread.engine.definitions import Code, Column, Dataset, Date, Repeated, WholeNumber

DATASET = Dataset(
    name="audited_cases",
    title="Audited cases",
    about=(
        "One row for each case that was judged in an audit. It says how practice was judged, and nothing about whose"
        " case it was."
    ),
    dated_by="looked_until",
    columns=(
        Column("audit", WholeNumber(1), "the number of the audit in the register", required=True),
        Column("case_number", WholeNumber(1), "the number of the case within the audit", required=True),
        Column("audit_subject", Code(AUDIT_SUBJECT), "what the audit is about", required=True),
        Column("looked_until", Date(), "the last day of the practice that was looked at", required=True),
        Column("case_judged", Code(JUDGEMENT), "how practice in the case was judged", required=True),
    ),
    checks=(
        Repeated(
            "audited-case-twice",
            "Line {other_row} has this case already. The first was taken; take this one out.",
            on=("audit", "case_number"),
        ),
    ),
    source=OWN,
)
