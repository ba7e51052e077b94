"""The groups into which figures about children are divided."""

from goldenthread.engine.definitions import AgeBand, ByAge, ByCode

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
        AgeBand("0 to 1", 0, 1),
        AgeBand("2 to 5", 2, 5),
        AgeBand("6 to 10", 6, 10),
        AgeBand("11 to 15", 11, 15),
        AgeBand("16 and over", 16, 25),
    ),
)
"""Age groups by which the youngest, who are most at risk of serious harm, can be told from the others."""

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

CHILD = (AGE_BAND, SEX, ETHNICITY)
"""What every figure about children is divided by."""
