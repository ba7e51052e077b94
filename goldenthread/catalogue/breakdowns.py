"""The groups into which figures about children are divided."""

from collections.abc import Mapping

from goldenthread.catalogue.codes.audits import AUDIT_SUBJECT
from goldenthread.catalogue.codes.journey import ABUSE, EMPLOYER, FACTOR, NEED, RISK
from goldenthread.catalogue.codes.journey import MISSING_FROM as MISSING_FROM_PLACES
from goldenthread.catalogue.codes.looked_after import CATEGORY_OF_NEED as NEED_OF_LOOKED_AFTER
from goldenthread.catalogue.codes.plans import SUB_GROUP as SUB_GROUPS
from goldenthread.engine.definitions import AgeBand, ByAge, ByCode, ByPlace, CodeList, Places

AGE_BAND = ByAge(
    "age_band",
    "Age",
    dataset="people",
    column="birth_month",
    bands=(
        AgeBand("Under 1", 0, 0),
        AgeBand("1 to 4", 1, 4),
        AgeBand("5 to 9", 5, 9),
        AgeBand("10 to 15", 10, 15),
        AgeBand("16 and over", 16, 25),
    ),
)
"""The age groups of the national statistics on children looked after."""

SEX = ByCode(
    "sex",
    "Sex",
    dataset="people",
    column="sex",
    groups={"Male": ("1",), "Female": ("2",)},
    unrecorded=("0", "9", "U"),
)

ETHNICITY = ByCode(
    "ethnicity",
    "Ethnicity",
    dataset="people",
    column="ethnicity",
    groups={
        "White": ("WBRI", "WIRI", "WOTH", "WIRT", "WROM", "WHITE"),
        "Mixed": ("MWBC", "MWBA", "MWAS", "MOTH", "MIXED"),
        "Asian or Asian British": ("AIND", "APKN", "ABAN", "AOTH", "ASIAN"),
        "Black or Black British": ("BCRB", "BAFR", "BOTH", "BLACK"),
        "Other ethnic groups": ("CHNE", "OOTH", "OTHER"),
        "Refused or not yet obtained": ("REFU", "NOBT"),
    },
)

DISABILITY = ByCode(
    "disability",
    "Disability",
    dataset="people",
    column="disabled",
    groups={"Disabled": ("1",), "Not disabled": ("0",)},
    unrecorded=("9",),
)

AGE_ON_A_PLAN = ByAge(
    "age_on_a_plan",
    "Age",
    dataset="people",
    column="birth_month",
    bands=(
        AgeBand("Unborn", -1, -1),
        AgeBand("0 to 1", 0, 1),
        AgeBand("2 to 5", 2, 5),
        AgeBand("6 to 10", 6, 10),
        AgeBand("11 to 15", 11, 15),
        AgeBand("16 and over", 16, 25),
    ),
)
"""Age groups by which the youngest, who are most at risk of serious harm, can be told from the others. A plan may begin
before a child is born."""

AGE_EXPLOITED = ByAge(
    "age_exploited",
    "Age",
    dataset="people",
    column="birth_month",
    bands=(
        AgeBand("12 and under", 0, 12),
        AgeBand("13 to 14", 13, 14),
        AgeBand("15 to 16", 15, 16),
        AgeBand("17 and over", 17, 25),
    ),
)
"""Age groups of children who are sexually exploited, most of whom are teenagers."""

KIND_OF_ASSESSMENT = ByCode(
    "kind_of_assessment",
    "Kind of assessment",
    dataset="assessments",
    column="assessment_kind",
    groups={"Single": ("single",), "Initial": ("initial",), "Core": ("core",)},
)

PLACES = Places(
    dataset="area_places",
    kind="place_kind",
    name="place_name",
    part_of="part_of",
    opened="existed_from",
    closed="existed_until",
)
"""The board's own list of its places."""

CLUSTER = ByPlace("cluster", "Cluster", dataset="people", column="cluster", places=PLACES, kind="cluster")

LOCALITY = ByPlace(
    "locality", "Locality", dataset="people", column="cluster", places=PLACES, kind="locality", through="cluster"
)

WHO = (SEX, ETHNICITY, DISABILITY, CLUSTER, LOCALITY)
"""What every figure about children is divided by, age apart: not all records say how old a child was."""

CHILD = (AGE_BAND, *WHO)
"""The same with age."""

PEOPLE = (SEX, CLUSTER, LOCALITY)
"""What rates are divided by: groups of which it is estimated how many people they are."""

_SOURCES: Mapping[str, tuple[str, ...]] = {
    "Police": ("6",),
    "Schools and education": ("2A", "2B"),
    "Health services": ("3A", "3B", "3C", "3D", "3E", "3F", "health"),
    "Family, friends and other individuals": ("1A", "1B", "1C", "1D", "individual"),
    "Local authority": ("5A", "5B", "5C", "5D", "authority"),
    "Housing": ("4",),
    "Other legal agencies": ("7",),
    "Others": ("8",),
    "Anonymous": ("9",),
}


def _source(code: str, title: str, dataset: str) -> ByCode:
    return ByCode(code, title, dataset=dataset, column=code, groups=_SOURCES, unrecorded=("10",))


def _codes(title: str, dataset: str, column: str, of: CodeList, *unrecorded: str) -> ByCode:
    """A group for each code of a list, under its meaning."""
    groups = {meaning: (code,) for code, meaning in of.codes.items() if code not in unrecorded}
    return ByCode(column, title, dataset=dataset, column=column, groups=groups, unrecorded=unrecorded)


CONTACTED_BY = _source("source", "Source", "contacts")
REQUESTED_BY = _source("source", "Source", "requests_for_service")
REFERRED_BY = _source("source", "Source", "referrals")
LED_BY = _source("led_by", "Agency that leads", "early_help_assessments")
"""Who told, asked, referred or leads: the agencies of the national list, those of one kind together."""

ABUSE_CATEGORY = _codes("Category of abuse", "protection_plans", "abuse_category", ABUSE)
PRIMARY_NEED = _codes("Primary need", "children_in_need", "primary_need", NEED, "N0")
FACTOR_FOUND = _codes("Factor", "assessment_factors", "factor", FACTOR)
CATEGORY_OF_NEED = _codes("Category of need", "looked_after_episodes", "category_of_need", NEED_OF_LOOKED_AFTER)
MISSING_FROM = _codes("Missing from", "missing_episodes", "missing_from", MISSING_FROM_PLACES)
EXPLOITATION_RISK = _codes("Risk", "exploitation_cases", "exploitation_risk", RISK)
WORKS_IN = _codes("Where the person works", "allegations", "works_in", EMPLOYER)

AGENCY_ASKED = ByCode(
    "agency_asked",
    "Agency",
    dataset="conference_attendance",
    column="attendee",
    groups={
        "Children's social care": ("social_care",),
        "Police": ("police",),
        "Health visiting": ("health_visitor",),
        "School nursing": ("school_nurse",),
        "Midwifery": ("midwife",),
        "General practice": ("general_practice",),
        "Hospitals": ("hospital",),
        "Mental health services": ("mental_health",),
        "Schools and colleges": ("school",),
        "Early years": ("early_years",),
        "Probation": ("probation",),
        "Housing": ("housing",),
        "Youth justice": ("youth_justice",),
        "Drug and alcohol services": ("substance_misuse",),
        "Voluntary organisations": ("voluntary",),
        "Others": ("other",),
    },
)

_AT_HOSPITAL = {
    "Under 10": ("0-4", "5-9"),
    "10 to 14": ("10-14",),
    "15 to 17": ("15-17",),
    "18 to 24": ("18-24",),
}
AGE_ADMITTED = ByCode("age_admitted", "Age", dataset="self_harm_admissions", column="age_group", groups=_AT_HOSPITAL)
AGE_ATTENDING = ByCode("age_attending", "Age", dataset="emergency_attendances", column="age_group", groups=_AT_HOSPITAL)

SETTING_INCIDENT = ByCode(
    "setting_incident",
    "Kind of incident",
    dataset="secure_incidents",
    column="incident",
    groups={
        "Restraint": ("restraint",),
        "Assault": ("assault",),
        "Self-harm": ("self_harm",),
        "Separation": ("separation",),
        "Another": ("other",),
    },
)

HARM_FEARED = ByCode(
    "harm_feared",
    "Harm that is feared",
    dataset="harm_notifications",
    column="harm",
    groups={
        "Trafficking": ("trafficking",),
        "Radicalisation": ("radicalisation",),
        "Forced marriage": ("forced_marriage",),
        "Female genital mutilation": ("fgm",),
    },
)

AUDITED = ByCode(
    "audited",
    "What was audited",
    dataset="audited_cases",
    column="audit_subject",
    groups={title: (code,) for code, title in AUDIT_SUBJECT.codes.items()},
)
"""What the audit was about in which a case was looked at."""

TASK_OF = ByCode(
    "task_of",
    "Sub group",
    dataset="business_plan_tasks",
    column="sub_group",
    groups={title: (code,) for code, title in SUB_GROUPS.codes.items()},
)
"""The sub group whose work a task of the business plan is."""
