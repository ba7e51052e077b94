"""Codes of the return on children looked after (SSDA903): episodes, reviews and missing, 2016/17 to 2025/26."""

from goldenthread.catalogue.codes.person import GUIDE
from goldenthread.engine.definitions import CodeList

REASON_STARTED = CodeList(
    "reason_started",
    "Reason for a new episode",
    {
        "S": "Started to be looked after",
        "L": "Change of legal status only",
        "P": "Change of placement and carer only",
        "T": "Change of placement, same carer",
        "B": "Change of legal status, placement and carer on the same day",
        "U": "Change of legal status and placement, same carer, on the same day",
    },
    GUIDE,
)

LEGAL_STATUS = CodeList(
    "legal_status",
    "Legal status",
    {
        "C1": "Interim care order",
        "C2": "Full care order",
        "D1": "Freeing order granted",
        "E1": "Placement order granted",
        "V2": "Single period of accommodation under section 20 (Children Act 1989)",
        "V3": "Agreed series of short-term breaks, individual episodes recorded",
        "V4": "Agreed series of short-term breaks, agreements recorded",
        "L1": "Under police protection and in local authority accommodation",
        "L2": "Emergency protection order",
        "L3": "Under child assessment order and in local authority accommodation",
        "J1": "Remanded to local authority accommodation or to youth detention accommodation",
        "J2": "In local authority accommodation under the Police and Criminal Evidence Act 1984",
        "J3": "Sentenced to youth rehabilitation order with residence or intensive fostering requirement",
    },
    GUIDE,
)

CATEGORY_OF_NEED = CodeList(
    "category_of_need",
    "Category of need",
    {
        "N1": "Abuse or neglect",
        "N2": "Child's disability or illness",
        "N3": "Parental disability or illness",
        "N4": "Family in acute stress",
        "N5": "Family dysfunction",
        "N6": "Socially unacceptable behaviour",
        "N7": "Low income",
        "N8": "Absent parenting",
    },
    GUIDE,
)

PLACEMENT_TYPE = CodeList(
    "placement_type",
    "Type of placement",
    {
        "A3": "Placed for adoption with consent, with current foster carer",
        "A4": "Placed for adoption with consent, not with current foster carer",
        "A5": "Placed for adoption with placement order, with current foster carer",
        "A6": "Placed for adoption with placement order, not with current foster carer",
        "H5": "Semi-independent living, not subject to children's homes regulations",
        "K1": "Secure children's home",
        "K2": "Children's home subject to the regulations",
        "K3": "Code K3, from 2024/25 (label not verified)",
        "P1": "With own parents or others with parental responsibility",
        "P2": "Independent living",
        "P3": "Residential employment",
        "R1": "Residential care home",
        "R2": "NHS or other establishment giving medical or nursing care",
        "R3": "Family centre or mother and baby unit",
        "R5": "Young offender institution",
        "S1": "Residential school",
        "T0": "Temporary move of any type",
        "T1": "Temporary period in hospital",
        "T2": "Temporary absence on holiday",
        "T3": "Temporary accommodation while the foster carer is on holiday",
        "T4": "Temporary accommodation of seven days or less, any other reason",
        "U1": "Foster placement with relative or friend, long term",
        "U2": "Foster placement with relative or friend who is also an approved adopter",
        "U3": "Foster placement with relative or friend, not long term",
        "U4": "Foster placement with other carer, long term",
        "U5": "Foster placement with other carer who is also an approved adopter",
        "U6": "Foster placement with other carer, not long term",
        "Z1": "Other placement",
        "Z11": "Code Z11, from 2025/26 (label not verified)",
        "Z12": "Code Z12, from 2025/26 (label not verified)",
        "Z13": "Code Z13, from 2025/26 (label not verified)",
        "Z14": "Code Z14, from 2025/26 (label not verified)",
    },
    GUIDE,
    since={"K3": 2025, "Z11": 2026, "Z12": 2026, "Z13": 2026, "Z14": 2026},
    until={"H5": 2024, "P2": 2024},
)

PLACEMENT_PROVIDER = CodeList(
    "placement_provider",
    "Provider of the placement",
    {
        "PR0": "Parents or others with parental responsibility",
        "PR1": "Own provision",
        "PR2": "Other local authority provision",
        "PR3": "Other public provision",
        "PR4": "Private provision",
        "PR5": "Voluntary or third sector",
    },
    GUIDE,
)

REASON_ENDED = CodeList(
    "reason_ended",
    "Reason an episode ended",
    {
        "X1": "Episode ends and a new one begins on the same day: the child is still looked after",
        "E11": "Adopted, application unopposed",
        "E12": "Adopted, consent dispensed with by the court",
        "E2": "Died",
        "E3": "Care taken over by another UK authority",
        "E4A": "Returned home, part of the care plan",
        "E4B": "Returned home, not part of the care plan",
        "E13": "Left care to live with parents, relatives or others with no parental responsibility",
        "E41": "Residence order or child arrangements order",
        "E43": "Special guardianship to former foster carer (label not verified)",
        "E44": "Special guardianship to other carer (label not verified)",
        "E45": "Special guardianship to former foster carer who is a relative or friend",
        "E46": "Special guardianship to former foster carer who is no relative or friend",
        "E47": "Special guardianship to a relative or friend who was not the foster carer",
        "E48": "Special guardianship to somebody who was neither the foster carer nor a relative or friend",
        "E5": "Independent living with formal support",
        "E6": "Independent living without formal support",
        "E7": "Transferred to residential care funded by adult social care",
        "E9": "Sentenced to custody",
        "E14": "Accommodation on remand ended",
        "E15": "Age assessment found the child to be 18 or over",
        "E16": "Moved abroad",
        "E17": "Aged 18 or over and remained with current carers",
        "E8": "Ceased for any other reason",
    },
    GUIDE,
    since={"E45": 2019, "E46": 2019, "E47": 2019, "E48": 2019},
    until={"E43": 2018, "E44": 2018},
)

REASON_FOR_PLACEMENT_CHANGE = CodeList(
    "reason_for_placement_change",
    "Reason for a change of placement",
    {
        "CARPL": "Change to, or carrying out of, the care plan",
        "CLOSE": "Resignation or closure of provision",
        "ALLEG": "Allegation (section 47)",
        "STAND": "Standards-of-care concern",
        "APPRR": "Approval removed",
        "CREQB": "Carer asks for an end, because of the child's behaviour",
        "CREQO": "Carer asks for an end, other reason",
        "CHILD": "Child asks for an end",
        "LAREQ": "Responsible or area authority asks for an end",
        "PLACE": "Change in the status of the placement only",
        "CUSTOD": "Custody arrangement",
        "OTHER": "Other",
    },
    GUIDE,
    since={"CUSTOD": 2019},
)

PARTICIPATION = CodeList(
    "participation",
    "How the child took part in the review",
    {
        "PN0": "Under 4 at the review",
        "PN1": "Attended and spoke for him or herself",
        "PN2": "Attended; an advocate spoke",
        "PN3": "Attended; conveyed views by symbols",
        "PN4": "Attended without contributing",
        "PN5": "Did not attend; briefed an advocate",
        "PN6": "Did not attend; conveyed views by another medium",
        "PN7": "Did not attend; views not conveyed",
    },
    GUIDE,
)

MISSING_KIND = CodeList(
    "missing_kind",
    "Missing or absent",
    {
        "M": "Missing: nobody knew where the child was",
        "A": "Away from the placement without authorisation: it was known where the child was",
    },
    GUIDE,
    also={"Missing": "M", "Absent": "A", "Away": "A"},
)

SOCIAL_WORKER_CHANGED = CodeList(
    "social_worker_changed",
    "Reason for a change of social worker",
    {
        "MANAGE": "Managing caseloads",
        "FCONTA": "First contact or re-referral",
        "LEFTRL": "The social worker before left the role",
        "ORGRST": "Organisational restructure",
        "TSPROC": "Transfer by standard process",
        "ABSENC": "Absence cover or return",
        "CHCHAN": "The child asked for a change",
        "PCCHAN": "A parent or carer asked for a change",
        "SWDIED": "The social worker before died",
        "OTHERS": "Other",
    },
    GUIDE,
)

PREVIOUS_PERMANENCE = CodeList(
    "previous_permanence",
    "Permanence before this time in care",
    {
        "P1": "Adoption",
        "P2": "Special guardianship order",
        "P3": "Residence order or child arrangements order",
        "P4": "Unknown",
        "Z1": "None",
    },
    GUIDE,
)
