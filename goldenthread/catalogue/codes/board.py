"""Codes of what a board asks of others, and of what others recommend to it."""

from goldenthread.engine.definitions import CodeList

OWN = "Our own."

BODY_KIND = CodeList(
    "body_kind",
    "Kind of body that can be challenged",
    {
        "childrens_trust": "Children's trust board",
        "health_and_wellbeing": "Health and wellbeing board",
        "community_safety": "Community safety partnership",
        "safeguarding_adults": "Safeguarding adults board",
        "other_board": "Another board",
        "partner": "An agency of the partnership",
    },
    OWN,
)
RECOMMENDED_BY = CodeList(
    "recommended_by",
    "Kind of source that a recommendation comes from",
    {
        "review": "Serious case review or local learning review",
        "child deaths": "Child death overview panel",
        "inspection": "Inspection or external review",
        "audit": "Practice audit",
        "self-audit": "Section 11 or another self-audit",
        "data": "Indicator or other data",
        "voice": "Children, families or practitioners",
        "concern": "Concern, allegation or complaint",
        "board": "The board's own decision",
    },
    OWN,
)
