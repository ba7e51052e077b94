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

SEX = ByCode("sex", "Sex", dataset="people", column="sex", groups={"Male": ("1",), "Female": ("2",)})

ETHNICITY = ByCode(
    "ethnicity",
    "Ethnicity",
    dataset="people",
    column="ethnicity",
    groups={
        "White": ("WBRI", "WIRI", "WOTH", "WIRT", "WROM"),
        "Mixed": ("MWBC", "MWBA", "MWAS", "MOTH"),
        "Asian or Asian British": ("AIND", "APKN", "ABAN", "AOTH"),
        "Black or Black British": ("BCRB", "BAFR", "BOTH"),
        "Other ethnic groups": ("CHNE", "OOTH"),
        "Refused or not yet obtained": ("REFU", "NOBT"),
    },
)

CHILD = (AGE_BAND, SEX, ETHNICITY)
"""What every figure about children is divided by."""
