"""Codes of practice audits."""

from goldenthread.engine.definitions import CodeList

OWN = "Our own."

AUDIT_KIND = CodeList(
    "audit_kind",
    "Kind of audit",
    {
        "cases": "Audit of cases",
        "multi_agency": "Multi-agency audit of an issue",
        "chair": "Chair's audit of a partner",
        "in_house": "A partner's own audit",
    },
    OWN,
)
AUDIT_SUBJECT = CodeList(
    "audit_subject",
    "What an audit is about",
    {
        "protection_plans": "Child protection plans",
        "looked_after": "Children looked after",
        "early_help": "Early help",
        "reviews": "Actions from reviews",
        "voice": "Voice and influence",
        "records": "Case files and records",
        "education": "Schools and learning",
        "parents": "Young parents",
        "other": "Something else",
    },
    OWN,
)
JUDGEMENT = CodeList(
    "judgement",
    "How a case was judged",
    {
        "outstanding": "Outstanding",
        "good": "Good",
        "requires_improvement": "Requires improvement",
        "inadequate": "Inadequate",
    },
    "The four judgements of inspections since 2013.",
)
VOICE_RECORDED = CodeList(
    "voice_recorded",
    "Whether the child's voice was recorded",
    {"clear": "Clearly recorded", "unclear": "Not clearly recorded", "not_looked_at": "Not looked at"},
    OWN,
)
SYSTEMS_HINDERED = CodeList(
    "systems_hindered",
    "Whether IT systems made records hard to find",
    {"yes": "They did", "no": "They did not", "not_looked_at": "Not looked at"},
    OWN,
)
