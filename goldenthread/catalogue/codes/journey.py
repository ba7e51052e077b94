"""Codes of the child's journey: who asked, what was answered, what was found."""

from goldenthread.catalogue.codes.sources import ANNEX_A, STANDARD
from goldenthread.engine.definitions import CodeList

CENSUS = (
    "Department for Education, children in need census, as restated in open schemas (MIT)."
    " Contains public sector information licensed under the Open Government Licence v3.0."
)
OWN = "Our own."

REFERRAL_SOURCE = CodeList(
    "referral_source",
    "Source of a contact, request or referral",
    {
        "1A": "Individual: family member, relative or carer",
        "1B": "Individual: acquaintance",
        "1C": "Individual: self",
        "1D": "Individual: other",
        "2A": "Schools",
        "2B": "Education services",
        "3A": "Health services: general practice",
        "3B": "Health services: health visitor",
        "3C": "Health services: school nurse",
        "3D": "Health services: other primary health services",
        "3E": "Health services: accident and emergency",
        "3F": "Health services: other",
        "4": "Housing",
        "5A": "Local authority: social care",
        "5B": "Local authority: other, internal",
        "5C": "Local authority: other, external",
        "5D": "Local authority: early help",
        "6": "Police",
        "7": "Other legal agency",
        "8": "Other",
        "9": "Anonymous",
        "10": "Unknown",
        "individual": "An individual, no more being known",
        "health": "Health services, no more being known",
        "authority": "Local authority, no more being known",
    },
    f"{CENSUS} The last three are for senders who know no more than the group, as Annex A allows.",
    since={"5D": 2023},
    also={
        "Individual": "individual",
        "Schools": "2A",
        "Education services": "2B",
        "Health services": "health",
        "Housing": "4",
        "LA services": "authority",
        "Other legal agency": "7",
        "Anonymous": "9",
    },
)

RESPONSE = CodeList(
    "response",
    "Response to a request for service",
    {
        "accepted": "Accepted as a referral for statutory intervention",
        "advice": "Advice and information provided",
        "early_help": "Early help assessment recommended",
        "signposted": "Signposted to another agency",
        "other": "Another response",
    },
    OWN,
)

ASSESSMENT = CodeList(
    "assessment",
    "Kind of assessment",
    {
        "initial": "Initial assessment",
        "core": "Core assessment",
        "single": "Single assessment, which replaced initial and core assessments",
    },
    OWN,
    also={"Continuous assessment": "single"},
)

ABUSE = CodeList(
    "abuse",
    "Category of abuse",
    {"NEG": "Neglect", "PHY": "Physical abuse", "SAB": "Sexual abuse", "EMO": "Emotional abuse", "MUL": "Multiple"},
    CENSUS,
    also={"Multiple/not recommended": "MUL"},
)

MISSING_FROM = CodeList(
    "missing_from",
    "Where a child went missing from",
    {
        "home": "The family home",
        "care": "A placement of the area's own looked-after children",
        "other": "A placement that another authority made in the area",
    },
    OWN,
)

RISK = CodeList("risk", "Risk of sexual exploitation", {"low": "Low", "medium": "Medium", "high": "High"}, OWN)

HEALTH_CHECK = CodeList(
    "health_check", "Kind of health check", {"health": "Health needs assessment", "dental": "Dental check"}, OWN
)

TOOK_PART = CodeList(
    "took_part",
    "Whether the child attended the review",
    {"yes": "Attended", "no": "Did not attend", "young": "Under four, not asked"},
    OWN,
)

MEETING = CodeList(
    "meeting",
    "Kind of meeting about a plan",
    {"core_group": "Core group", "review": "Review conference"},
    OWN,
)

EMPLOYER = CodeList(
    "employer",
    "Where the person works against whom an allegation is made",
    {
        "school": "Schools and colleges",
        "early_years": "Early years",
        "foster_care": "Foster care",
        "residential": "Children's homes",
        "social_care": "Social care",
        "health": "Health",
        "police": "Police",
        "faith": "Faith organisations",
        "voluntary": "Voluntary organisations, sports and clubs",
        "transport": "Transport",
        "other": "Elsewhere",
    },
    OWN,
)

PLACE = CodeList(
    "place",
    "Kind of place",
    {
        "cluster": "A cluster of schools and services that work together locally",
        "locality": "A locality: several clusters",
        "secure": "A secure establishment for children and young people",
    },
    OWN,
)

NEED = CodeList(
    "need",
    "Primary need",
    {
        "N1": "Abuse, neglect and exploitation",
        "N2": "Child's disability",
        "N3": "Parental disability or illness",
        "N4": "Family in acute stress",
        "N5": "Family dysfunction",
        "N6": "Socially unacceptable behaviour",
        "N7": "Low income",
        "N8": "Absent parenting",
        "N9": "Cases other than children in need",
        "N0": "Not stated",
    },
    f"{CENSUS} N1 was called abuse or neglect until 2024/25.",
    also={"Abuse or neglect": "N1", "Parents illness or disability": "N3", "Parental illness or disability": "N3"},
)

REASON_CLOSED = CodeList(
    "reason_closed",
    "Why a case was closed",
    {
        "RC1": "Adopted",
        "RC2": "Died",
        "RC3": "Child arrangements order",
        "RC4": "Special guardianship order",
        "RC5": "Transferred to services of another local authority",
        "RC6": "Transferred to adult social care services",
        "RC7": "Services ceased for any other reason, including child no longer in need",
        "RC8": "Case closed after assessment, no further action",
        "RC9": "Case closed after assessment, referred to early help",
    },
    CENSUS,
    since={"RC9": 2023},
    also={"Residence order": "RC3", "Transfer to another LA": "RC5", "Transfer to adult services": "RC6"},
)

CASE_STATUS = CodeList(
    "case_status",
    "How a child's case stands",
    {
        "looked_after": "Looked after child",
        "protection": "Child protection plan",
        "in_need": "Child in need plan",
        "assessment": "Open assessment",
        "closed": "Closed episode",
    },
    ANNEX_A,
)

FACTOR = CodeList(
    "factor",
    "Factor found at the end of an assessment",
    {
        "1A": "Alcohol misuse by the child",
        "1B": "Alcohol misuse by a parent or carer",
        "1C": "Alcohol misuse by another person in the household",
        "2A": "Drug misuse by the child",
        "2B": "Drug misuse by a parent or carer",
        "2C": "Drug misuse by another person in the household",
        "3A": "Domestic violence, the child being its subject",
        "3B": "Domestic violence, a parent or carer being its subject",
        "3C": "Domestic violence, another person in the household being its subject",
        "4A": "Mental health of the child",
        "4B": "Mental health of a parent or carer",
        "4C": "Mental health of another person in the family or household",
        "5A": "Learning disability of the child",
        "5B": "Learning disability of a parent or carer",
        "5C": "Learning disability of another person in the family or household",
        "6A": "Physical disability or illness of the child",
        "6B": "Physical disability or illness of a parent or carer",
        "6C": "Physical disability or illness of another person in the family or household",
        "7A": "Young carer",
        "8B": "Privately fostered: overseas children who intend to return",
        "8C": "Privately fostered: overseas children who intend to stay",
        "8D": "Privately fostered: children in educational placements",
        "8E": "Privately fostered: children making alternative family arrangements",
        "8F": "Privately fostered: other",
        "9A": "Unaccompanied asylum-seeking child",
        "10A": "Going or being missing",
        "11A": "Child sexual exploitation",
        "12A": "Trafficking",
        "13A": "Gangs",
        "14A": "Socially unacceptable behaviour",
        "15A": "Self-harm",
        "16A": "Neglect",
        "17A": "Emotional abuse",
        "18A": "Physical abuse",
        "18B": "Physical abuse, child on child",
        "18C": "Physical abuse, adult on child",
        "19A": "Sexual abuse",
        "19B": "Sexual abuse, child on child",
        "19C": "Sexual abuse, adult on child",
        "20": "Other",
        "21": "No factors identified",
        "22A": "Female genital mutilation",
        "23A": "Abuse linked to faith or belief",
        "24A": "Child criminal exploitation",
    },
    CENSUS,
    since={"18B": 2021, "18C": 2021, "19B": 2021, "19C": 2021, "24A": 2022},
    until={"18A": 2020, "19A": 2020},
)

CONTACT_OUTCOME = CodeList(
    "contact_outcome",
    "What came of a contact",
    {
        "none": "No further action",
        "advice": "Information and advice",
        "early_help": "Referred to early help",
        "in_need": "Became a referral",
    },
    STANDARD,
    also={"EH Referral": "early_help", "CIN Referral": "in_need"},
)

VISIT = CodeList(
    "visit",
    "Kind of visit",
    {
        "protection": "Statutory visit to a child on a protection plan",
        "in_need": "Visit to a child in need",
        "looked_after": "Statutory visit to a looked-after child",
    },
    OWN,
)

ATTENDS = CodeList(
    "attends",
    "Agency that is asked to a conference",
    {
        "social_care": "Children's social care",
        "police": "Police",
        "health_visitor": "Health visiting",
        "school_nurse": "School nursing",
        "midwife": "Midwifery",
        "general_practice": "General practice",
        "hospital": "Hospital",
        "mental_health": "Mental health services",
        "school": "School or college",
        "early_years": "Early years",
        "probation": "Probation",
        "housing": "Housing",
        "youth_justice": "Youth justice",
        "substance_misuse": "Drug and alcohol services",
        "voluntary": "Voluntary organisation",
        "parent": "Parent or carer",
        "child": "The child",
        "advocate": "Advocate for the child",
        "other": "Another",
    },
    OWN,
)

FAMILY_OUTCOME = CodeList(
    "family_outcome",
    "What came of a family group conference",
    {
        "plan": "The family made a plan that was accepted",
        "no_plan": "No plan was accepted",
        "not_held": "It was not held",
    },
    OWN,
)
