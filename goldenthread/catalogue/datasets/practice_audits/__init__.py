"""Audits of practice that the board has considered."""

from goldenthread.catalogue.codes.audits import (
    AUDIT_KIND,
    AUDIT_SUBJECT,
    OWN,
    SYSTEMS_HINDERED,
    VOICE_RECORDED,
)
from goldenthread.engine.definitions import Code, Column, Dataset, Date, Repeated, WholeNumber

DATASET = Dataset(
    name="practice_audits",
    title="Practice audits",
    about="One row for each audit of practice that the board has considered, in the board's own register of audits.",
    dated_by="considered_on",
    columns=(
        Column("audit", WholeNumber(1), "its number in the register", required=True),
        Column("audit_kind", Code(AUDIT_KIND), "what kind of audit it is", required=True),
        Column("audit_subject", Code(AUDIT_SUBJECT), "what it is about", required=True),
        Column("considered_on", Date(), "the day on which the board considered it", required=True),
        Column("voice_recorded", Code(VOICE_RECORDED), "whether the child's voice was recorded", required=True),
        Column("systems_hindered", Code(SYSTEMS_HINDERED), "whether IT made records hard to find", required=True),
    ),
    checks=(
        Repeated(
            "audit-twice",
            "Line {other_row} has this audit already. The first was taken; take this one out.",
            on=("audit",),
        ),
    ),
    source=OWN,
)
