"""Codes of what partners other than children's social care record."""

from goldenthread.engine.definitions import CodeList

OWN = "Our own."

OFFENCE = CodeList(
    "offence",
    "Kind of offence",
    {
        "exploitation": "Sexual exploitation of a child",
        "trafficking": "Trafficking or modern slavery",
        "abuse": "Abuse of a child",
        "neglect": "Neglect of a child",
        "other": "Another offence against a child",
    },
    OWN,
)
INVESTIGATED = CodeList(
    "investigated",
    "What came of an investigation",
    {
        "charged": "Somebody was charged",
        "no_charge": "Nobody was charged",
        "transferred": "Taken over by another force",
    },
    OWN,
)
VERDICT = CodeList(
    "verdict",
    "How a case ended",
    {"convicted": "At least one conviction", "acquitted": "No conviction", "discontinued": "Discontinued"},
    OWN,
)
HARM = CodeList(
    "harm",
    "Kind of harm that is feared",
    {
        "trafficking": "Trafficking or modern slavery",
        "radicalisation": "Radicalisation",
        "forced_marriage": "Forced marriage",
        "fgm": "Female genital mutilation",
    },
    OWN,
)
PASSED_TO = CodeList(
    "passed_to",
    "Whom a worry was passed to",
    {
        "social_care": "Children's social care",
        "police": "Police",
        "national": "The national referral mechanism, or the unit for forced marriage",
        "panel": "A multi-agency panel, such as Channel",
        "nobody": "Nobody",
    },
    OWN,
)
SECURE = CodeList(
    "secure_kind",
    "Kind of secure setting",
    {
        "home": "Secure children's home",
        "training_centre": "Secure training centre",
        "institution": "Young offender institution",
    },
    OWN,
)
SECURED_FOR = CodeList(
    "secured_for",
    "Why a child is in a secure setting",
    {"welfare": "Welfare", "remand": "Remand", "sentence": "Sentence"},
    OWN,
)
INCIDENT = CodeList(
    "incident",
    "Kind of incident in a secure setting",
    {
        "restraint": "Restraint",
        "assault": "Assault",
        "self_harm": "Self-harm",
        "separation": "Separation from others",
        "other": "Another",
    },
    OWN,
)
MODIFIABLE = CodeList(
    "modifiable",
    "Whether a death had factors that could be changed",
    {"yes": "Modifiable factors found", "no": "None found", "unknown": "Too little is known to say"},
    OWN,
)
AGE_GROUP = CodeList(
    "age_group",
    "Age group",
    {"0-4": "Under 5", "5-9": "5 to 9", "10-14": "10 to 14", "15-17": "15 to 17", "18-24": "18 to 24"},
    OWN,
)
BASIS = CodeList(
    "basis",
    "Whom a hospital's number is about",
    {
        "resident": "Those who live in the area, wherever they were seen",
        "provider": "Those seen here, wherever they live",
    },
    OWN,
)
RISK_GRADE = CodeList(
    "risk_grade", "Grade of risk of domestic abuse", {"standard": "Standard", "medium": "Medium", "high": "High"}, OWN
)
EXCLUSION = CodeList(
    "exclusion",
    "Kind of exclusion",
    {"fixed": "For a fixed time", "permanent": "Permanent"},
    OWN,
    also={"Fixed term": "fixed"},
)
NOT_IN_EDUCATION = CodeList(
    "not_in_education",
    "What is known of a young person's activity",
    {"neet": "Not in education, employment or training", "unknown": "Not known"},
    OWN,
    also={"NEET": "neet", "Not known": "unknown"},
)
HOUSED = CodeList(
    "housed",
    "What came of a young person's application",
    {
        "looked_after": "Became looked after",
        "housed": "Housed by the housing authority",
        "home": "Returned home",
        "other": "Another way",
    },
    OWN,
)
