"""Codes of young people who have left care, and of their plans."""

from goldenthread.catalogue.codes.person import GUIDE
from goldenthread.catalogue.codes.sources import ANNEX_A
from goldenthread.engine.definitions import CodeList

ELIGIBILITY = CodeList(
    "eligibility",
    "Entitlement of a care leaver",
    {
        "eligible": "Eligible",
        "relevant": "Relevant",
        "former_relevant": "Former relevant",
        "qualifying": "Qualifying",
        "other": "Other",
        "none": "No current eligibility",
    },
    ANNEX_A,
    also={
        "Relevant child": "relevant",
        "Former relevant child": "former_relevant",
        "Qualifying care leaver": "qualifying",
        "Eligible child": "eligible",
    },
)

IN_TOUCH = CodeList(
    "in_touch",
    "Whether the authority is in touch with a care leaver",
    {
        "YES": "In touch",
        "NO": "Not in touch",
        "DIED": "Died after leaving care",
        "REFU": "Refuses contact",
        "NREQ": "No longer requires services",
        "RHOM": "Returned home for 6 months or more",
        "untold": "Not recorded",
        "exclude": "Left out of the measure by the sender",
    },
    f"{GUIDE} The last two: {ANNEX_A}",
    also={
        "Died": "DIED",
        "Exclude": "exclude",
        "Yes, resident in the UK": "YES",
        "No, resident in the UK": "NO",
        "Young person refuses contact": "REFU",
        "Young person no longer requires services": "NREQ",
    },
)

_LIVING = {
    "B": "With parents or relatives",
    "C": "Community home or other residential care",
    "D": "Semi-independent, transitional, or self-contained with support",
    "E": "Supported lodgings",
    "G": "Gone abroad",
    "H": "Deported",
    "K": "Ordinary lodgings, no formal support",
    "R": "Residence not known",
    "S": "No fixed abode or homeless",
    "T": "Foyers and similar",
    "U": "Independent living",
    "V": "Emergency accommodation",
    "W": "Bed and breakfast",
    "X": "In custody",
    "Y": "Other accommodation",
    "Z": "With former foster carer",
}

ACCOMMODATION = CodeList(
    "accommodation",
    "Accommodation of a care leaver, and whether it is suitable",
    {
        **{
            f"{letter}{digit}": f"{living}: {judged}"
            for letter, living in _LIVING.items()
            for digit, judged in (("1", "suitable"), ("2", "unsuitable"))
        },
        "0": "No information recorded (meaning inferred from use, not verified)",
    },
    GUIDE,
)

ACCOMMODATION_KIND = CodeList(
    "accommodation_kind",
    "Kind of accommodation of a care leaver",
    _LIVING,
    GUIDE,
    also={
        "Parents/relatives": "B",
        "With parent(s) or relative(s)": "B",
        "Community home": "C",
        "Community home/residential care": "C",
        "Semi-independent transitional accommodation": "D",
        "Abroad": "G",
        "Ordinary lodgings": "K",
        "No fixed abode / homeless": "S",
        "Foyers": "T",
        "Foyers and similar supported accommodation": "T",
        "With former foster carers": "Z",
    },
)

SUITABILITY = CodeList(
    "suitability",
    "Whether a care leaver's accommodation is suitable",
    {
        "1": "Suitable",
        "2": "Unsuitable",
        "untold": "Not in touch or not recorded",
        "exclude": "Left out of the measure by the sender",
    },
    ANNEX_A,
    also={
        "Not suitable": "2",
        "Exclude": "exclude",
        "Not recorded": "untold",
        "Accommodation is considered suitable": "1",
        "Accommodation is considered unsuitable": "2",
    },
)

ACTIVITY = CodeList(
    "activity",
    "What a care leaver does",
    {
        "F1": "Full time in higher education",
        "P1": "Part time in higher education",
        "F2": "Full time in education other than higher",
        "P2": "Part time in education other than higher",
        "F3": "Full time in training or employment",
        "P3": "Part time in training or employment",
        "F4": "Full time in an apprenticeship",
        "P4": "Part time in an apprenticeship",
        "F5": "Full time in training or employment, not an apprenticeship",
        "P5": "Part time in training or employment, not an apprenticeship",
        "G4": "Not in education, employment or training: illness or disability",
        "G5": "Not in education, employment or training: other circumstances",
        "G6": "Not in education, employment or training: pregnancy or parenting",
        "0": "No information recorded (meaning inferred from use, not verified)",
    },
    GUIDE,
    since={"F4": 2022, "P4": 2022, "F5": 2022, "P5": 2022},
    until={"F3": 2021, "P3": 2021},
)
