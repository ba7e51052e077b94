"""Codes of adoption and of other permanent homes."""

from goldenthread.catalogue.codes.person import GUIDE
from goldenthread.catalogue.codes.sources import ANNEX_A, STANDARD
from goldenthread.engine.definitions import CodeList

NO_LONGER_PLACED = CodeList(
    "no_longer_placed",
    "Reason why a child is no longer placed, or to be placed, for adoption",
    {
        "RD1": "The child's needs changed after the decision",
        "RD2": "The court did not make a placement order",
        "RD3": "Prospective adopters could not be found",
        "RD4": "Any other reason",
    },
    GUIDE,
    also={
        "Child's needs changed": "RD1",
        "The child's needs changed subsequent to the decision": "RD1",
        "Child's needs changed subsequent to the decision": "RD1",
        "Court did not make a PO": "RD2",
        "Court did not make placement order": "RD2",
        "Prospective adopters cannot be found": "RD3",
    },
)

PERMANENCE_ORDER = CodeList(
    "permanence_order",
    "Order that gave a permanent home",
    {
        "adoption": "Adoption",
        "guardianship": "Special guardianship",
        "arrangements": "Child arrangements order / residence order",
    },
    STANDARD,
    also={
        "Adoption order": "adoption",
        "Special guardianship order": "guardianship",
        "SGO": "guardianship",
        "Child arrangements order": "arrangements",
        "Residence order": "arrangements",
        "CAO": "arrangements",
    },
)

ADOPTERS_SEX = CodeList(
    "adopters_sex",
    "Sex of adopters",
    {
        "M1": "Single man",
        "F1": "Single woman",
        "MM": "Two men",
        "FF": "Two women",
        "MF": "A man and a woman",
    },
    GUIDE,
)

ADOPTERS_STATUS = CodeList(
    "adopters_status",
    "Legal status of adopters",
    {
        "L0": "Single adopter",
        "L11": "Married couple of different gender",
        "L12": "Married couple of the same gender",
        "L2": "Civil partnership",
        "L3": "Unmarried couple of different gender",
        "L4": "Couple of the same gender, neither married nor in a civil partnership",
    },
    GUIDE,
)

LEFT_ADOPTING = CodeList(
    "left_adopting",
    "Reason why somebody stopped being a prospective adopter",
    {"1": "Adopter withdrew from the process", "2": "Process put on hold", "3": "Application refused"},
    ANNEX_A,
    also={
        "Withdrew": "1",
        "Adopter withdrew from process": "1",
        "Process on hold": "2",
        "On hold": "2",
        "Refused": "3",
    },
)
