"""Codes as the inspectorate's Annex A has them: those of the yearly return, or groups of them that some give."""

from dataclasses import replace

from goldenthread.catalogue.codes import looked_after
from goldenthread.catalogue.codes.sources import ANNEX_A
from goldenthread.engine.definitions import CodeList


def _or_group(of: CodeList, groups: dict[str, str], also: dict[str, str]) -> CodeList:
    """A list of the yearly return together with groups of its codes, for senders who know no more than the group."""
    return replace(
        of,
        name=f"{of.name}_or_group",
        title=f"{of.title}, or the group it is in",
        codes={**of.codes, **groups},
        source=f"{ANNEX_A} Codes of the yearly return: {of.source}",
        also={**of.also, **also},
    )


LEGAL_STATUS = _or_group(
    looked_after.LEGAL_STATUS,
    {"protection": "Detained on child protection grounds", "justice": "Youth justice legal status"},
    {
        "Interim care orders": "C1",
        "Full care orders": "C2",
        "Care order": "C2",
        "Freed for adoption": "D1",
        "Placement order": "E1",
        "Accommodated under S20": "V2",
        "Detained on child protection grounds in LA accommodation": "protection",
        "Detained on child protection grounds in LA accomodation": "protection",
        "Youth justice legal statuses": "justice",
    },
)

PLACEMENT_TYPE = _or_group(
    looked_after.PLACEMENT_TYPE,
    {
        "foster": "Foster placement",
        "adoption": "Placed for adoption",
        "temporary": "Temporary placement",
    },
    {
        "Placed with parents": "P1",
        "Independent living": "P2",
        "Residential accommodation": "H5",
        "Secure children's homes": "K1",
        "Children's homes": "K2",
        "NHS/Health Trust": "R2",
        "Family centre or mother and baby unit": "R3",
        "Other placements": "Z1",
    },
)

PLACEMENT_PROVIDER = _or_group(
    looked_after.PLACEMENT_PROVIDER,
    {"other": "Neither the authority nor a private provider"},
    {
        "Own LA": "PR1",
        "Own LA provision": "PR1",
        "Own provision (by the local authority)": "PR1",
        "Other LA provision": "PR2",
        "Private": "PR4",
        "Parents or other person with parental responsibility": "PR0",
        "Voluntary/third sector provision": "PR5",
        "Other": "other",
    },
)

REASON_CEASED = _or_group(
    looked_after.REASON_ENDED,
    {
        "adopted": "Adopted",
        "home": "Returned home to live with parents or relatives",
        "guardianship": "Special guardianship",
        "independent": "Moved into independent living",
    },
    {
        "Care taken by another LA": "E3",
        "Left care to live with parents, relatives or other person with no parental responsibility": "E13",
        "Residence order granted": "E41",
        "Special guardianship orders": "guardianship",
        "Transferred to residential care funded by adult social services": "E7",
        "Age assessment determined child was 18 or over": "E15",
        "Child moved abroad": "E16",
        "Care ceased for any other reason": "E8",
    },
)

PERMANENCE_PLAN = CodeList(
    "permanence_plan",
    "Plan for a permanent home",
    {
        "return": "Return to family",
        "adoption": "Adoption",
        "guardianship": "Special guardianship or child arrangements order",
        "supported": "Supported living in the community",
        "residential": "Long-term residential placement",
        "fostering": "Long-term fostering",
        "other": "Other",
    },
    ANNEX_A,
    also={
        "SGO/CAO": "guardianship",
        "SGO": "guardianship",
        "CAO": "guardianship",
        "Special guardianship order": "guardianship",
        "Child arrangements order": "guardianship",
        "Return to birth family": "return",
        "Fostering for adoption": "adoption",
        "Long term residential": "residential",
    },
)

PLACEMENT_LOCATION = CodeList(
    "placement_location",
    "Whether a placement is in the area",
    {"in": "In the area of the authority", "out": "Outside it"},
    ANNEX_A,
    also={
        "In borough": "in",
        "In LA": "in",
        "Inside": "in",
        "Inside LA boundary": "in",
        "Out of borough": "out",
        "Out of LA": "out",
        "Outside": "out",
        "Outside LA boundary": "out",
    },
)
