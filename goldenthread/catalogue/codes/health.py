"""Codes of the health of looked-after children, and of interviews after they were missing."""

from goldenthread.catalogue.codes.person import GUIDE
from goldenthread.catalogue.codes.sources import STANDARD
from goldenthread.engine.definitions import CodeList

SDQ_REASON = CodeList(
    "sdq_reason",
    "Reason for having no score of strengths and difficulties",
    {
        "SDQ1": "Child under 4 or over 16 at the latest assessment",
        "SDQ2": "Carer refused",
        "SDQ3": "Not possible because of the severity of the child's disability",
        "SDQ4": "Other",
        "SDQ5": "Child or young person refused",
    },
    GUIDE,
)

HEALTH_CHECK_STATUS = CodeList(
    "health_check_status",
    "What became of a health check",
    {"planned": "Planned", "refused": "Refused", "cancelled": "Cancelled", "completed": "Completed"},
    STANDARD,
)

RETURN_INTERVIEW = CodeList(
    "return_interview",
    "Whether a return home interview was offered, or accepted",
    {"Y": "Yes", "N": "No", "NA": "Not applicable"},
    STANDARD,
    also={"1": "Y", "true": "Y", "0": "N", "false": "N", "N/A": "NA"},
)

IMMIGRATION_STATUS = CodeList(
    "immigration_status",
    "Immigration status",
    {
        "UASC": "Unaccompanied Asylum Seeking Child",
        "ILR": "Indefinite Leave to Remain in the UK",
        "DLR": "Discretionary Leave to Remain in the UK to 18",
        "refugee": "Refugee Status",
        "adult": "Adult Asylum Seeker",
    },
    STANDARD,
    also={
        "Indefinite Leave to Remain in the UK (ILR)": "ILR",
        "Discretionary Leave to Remain in the UK to 18 (DLR)": "DLR",
    },
)
