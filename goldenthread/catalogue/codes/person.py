"""Codes that describe a person."""

from goldenthread.engine.definitions import CodeList

GUIDE = (
    "Department for Education, SSDA903 guide, as restated in open schemas (MIT) and field guidance."
    " Contains public sector information licensed under the Open Government Licence v3.0."
)

SEX = CodeList("sex", "Sex", {"1": "Male", "2": "Female"}, GUIDE)
"""The codes up to 2023/24; from 2024/25 they are M, F and U."""

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
    },
    GUIDE,
)

YES_NO = CodeList("yes_no", "Yes or no", {"0": "No", "1": "Yes"}, GUIDE)
