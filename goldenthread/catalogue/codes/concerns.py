"""Codes of the concerns of reviewing officers."""

from goldenthread.catalogue.codes.journey import OWN
from goldenthread.engine.definitions import CodeList

ABOUT = CodeList(
    "concern_about",
    "What a reviewing officer's concern was about",
    {
        "delay": "Delay in carrying out the care plan",
        "plan": "The care plan itself, or the want of one",
        "placement": "Placement",
        "permanence": "Permanence",
        "education": "Education",
        "health": "Health",
        "contact": "Contact with family",
        "voice": "The child's wishes and feelings not heard",
        "visits": "Visits by the social worker",
        "review": "Preparation of the review",
        "other": "Something else",
    },
    OWN,
)

STAGE = CodeList(
    "concern_stage",
    "How far a reviewing officer's concern was taken",
    {
        "informal": "Raised informally with the social worker or team manager",
        "manager": "Raised formally with a manager of the service",
        "director": "Raised with a head of service or director",
        "outside": "Referred outside the authority",
    },
    OWN,
)

OUTCOME = CodeList(
    "concern_outcome",
    "How a reviewing officer's concern was resolved",
    {
        "acted": "What was asked for was done",
        "agreed": "Another way was agreed",
        "not_upheld": "The concern was not upheld",
        "overtaken": "Events overtook it",
    },
    OWN,
)
