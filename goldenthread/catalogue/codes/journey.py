"""Codes of the child's journey: who asked, what was answered, what was found."""

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
        "6": "Police",
        "7": "Other legal agency",
        "8": "Other",
        "9": "Anonymous",
        "10": "Unknown",
    },
    CENSUS,
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
)

ABUSE = CodeList(
    "abuse",
    "Category of abuse",
    {"NEG": "Neglect", "PHY": "Physical abuse", "SAB": "Sexual abuse", "EMO": "Emotional abuse", "MUL": "Multiple"},
    CENSUS,
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
