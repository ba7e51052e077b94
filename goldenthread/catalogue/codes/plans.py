"""Codes of the board's business plan, and of the partnership's plan above it."""

from goldenthread.catalogue import sub_groups
from goldenthread.catalogue.codes.audits import OWN
from goldenthread.engine.definitions import CodeList

STANDING = CodeList(
    "task_standing",
    "How a task stands",
    {
        "complete": "Complete",
        "on_time": "On time",
        "slipped": "Slipped",
        "no_progress": "No progress",
        "dropped": "Dropped",
    },
    OWN,
)
AIM_KIND = CodeList(
    "aim_kind",
    "Kind of aim",
    {"outcome": "Outcome", "obsession": "Obsession"},
    "Outcomes based accountability: outcomes are for all children of a place; an obsession is watched as a proxy.",
)
SUB_GROUP = CodeList(
    "sub_group",
    "Sub group",
    {
        "performance": sub_groups.PERFORMANCE,
        "front_door": sub_groups.FRONT_DOOR,
        "early_help": sub_groups.EARLY_HELP,
        "child_protection": sub_groups.CHILD_PROTECTION,
        "looked_after": sub_groups.LOOKED_AFTER,
        "exploitation": sub_groups.EXPLOITATION_AND_MISSING,
        "domestic_abuse": sub_groups.DOMESTIC_ABUSE,
        "health": sub_groups.HEALTH,
        "education": sub_groups.EDUCATION,
        "secure": sub_groups.SECURE_SETTINGS,
        "child_deaths": sub_groups.CHILD_DEATHS,
        "allegations": sub_groups.ALLEGATIONS,
        "learning": sub_groups.LEARNING,
        "voice": sub_groups.VOICE,
    },
    OWN,
)
"""The sub groups (`catalogue/sub_groups.py`) as a task says whose work it is."""
