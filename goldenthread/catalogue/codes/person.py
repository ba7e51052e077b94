"""Codes that describe a person."""

from goldenthread.engine.definitions import CodeList

GUIDE = (
    "Department for Education, SSDA903 guide, as restated in open schemas (MIT) and field guidance."
    " Contains public sector information licensed under the Open Government Licence v3.0."
)

SEX = CodeList(
    "sex",
    "Sex",
    {"1": "Male", "2": "Female", "0": "Not recorded, or unborn", "9": "Indeterminate, or neither", "U": "Unknown"},
    f"{GUIDE} Children in need census likewise.",
    also={"M": "1", "F": "2", "Not stated/recorded": "0", "Not stated": "0", "Neither": "9"},
)
"""The codes up to 2023/24, by which all are kept. From 2024/25 returns write M, F and U."""

ETHNICITY = CodeList(
    "ethnicity",
    "Ethnicity",
    {
        "WBRI": "White British",
        "WIRI": "White Irish",
        "WOTH": "Any other White background",
        "WIRT": "Traveller of Irish heritage",
        "WROM": "Gypsy or Roma",
        "MWBC": "White and Black Caribbean",
        "MWBA": "White and Black African",
        "MWAS": "White and Asian",
        "MOTH": "Any other Mixed background",
        "AIND": "Indian",
        "APKN": "Pakistani",
        "ABAN": "Bangladeshi",
        "AOTH": "Any other Asian background",
        "BCRB": "Caribbean",
        "BAFR": "African",
        "BOTH": "Any other Black background",
        "CHNE": "Chinese",
        "OOTH": "Any other ethnic group",
        "REFU": "Refused",
        "NOBT": "Information not yet obtained",
        "WHITE": "White, no more being known",
        "MIXED": "Mixed, no more being known",
        "ASIAN": "Asian or Asian British, no more being known",
        "BLACK": "Black or Black British, no more being known",
        "OTHER": "Another ethnic group, no more being known",
    },
    f"{GUIDE} The last five are ours, for senders who know no more than the group.",
    also={
        "White": "WHITE",
        "Mixed": "MIXED",
        "Asian or Asian British": "ASIAN",
        "Black or Black British": "BLACK",
        "Other ethnic group": "OTHER",
        "Not stated": "NOBT",
        "Unknown": "NOBT",
    },
)

YES_NO = CodeList(
    "yes_no",
    "Yes or no",
    {"0": "No", "1": "Yes"},
    GUIDE,
    also={"Y": "1", "N": "0", "True": "1", "False": "0"},
)

YES_NO_UNKNOWN = CodeList(
    "yes_no_unknown",
    "Yes, no or not known",
    {"0": "No", "1": "Yes", "9": "Not known"},
    f"{GUIDE} Unknown as the inspectorate's Annex A has it.",
    also={"Y": "1", "N": "0", "True": "1", "False": "0", "Unknown": "9", "Not stated": "9"},
)

DISABILITY = CodeList(
    "disability",
    "Disability",
    {
        "NONE": "No disability",
        "MOB": "Mobility",
        "HAND": "Hand function",
        "PC": "Personal care",
        "INC": "Incontinence",
        "COMM": "Communication",
        "LD": "Learning",
        "HEAR": "Hearing",
        "VIS": "Vision",
        "BEH": "Behaviour",
        "CON": "Consciousness",
        "AUT": "Autism",
        "DDA": "Another disability",
    },
    "Department for Education, children in need census, as restated in open schemas (MIT)."
    " Contains public sector information licensed under the Open Government Licence v3.0.",
)

NO_UPN = CodeList(
    "no_upn",
    "Why there is no unique pupil number",
    {
        "UN1": "Not of school age and not yet given one",
        "UN2": "Has never attended a maintained school in England",
        "UN3": "Educated outside England",
        "UN4": "Newly in need, one week before the end of the collection; not yet known",
        "UN5": "Sources disagree on name or date of birth, so there is no reliable match",
        "UN6": "Not looked after, and the authority cannot obtain it",
        "UN7": "Referred, no further action",
    },
    "Department for Education, children in need census, as restated in open schemas (MIT)."
    " Contains public sector information licensed under the Open Government Licence v3.0.",
)
