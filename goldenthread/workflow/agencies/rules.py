"""What an agency may be."""

from collections.abc import Mapping

SECTORS: Mapping[str, str] = {
    "local-authority": "Local authority, with children's social care and early help",
    "police": "Police",
    "health": "Health: commissioners, hospitals, community and mental health, general practice",
    "public-health": "Public health",
    "education": "Early years, schools and colleges, together",
    "school": "A school or college by itself",
    "probation": "Probation",
    "youth-justice": "Youth justice",
    "court": "Family courts and their advisers",
    "secure": "Secure estate",
    "housing": "Housing",
    "fire-and-rescue": "Fire and rescue",
    "voluntary": "Voluntary and community sector",
    "other": "Other",
}
"""The sectors that partner agencies come from, each with what belongs to it."""
