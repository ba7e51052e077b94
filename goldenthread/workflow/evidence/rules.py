"""Who the partnership is among the agencies, and what its own return is called."""

OWN_CODE = "partnership"
"""The code of the agency that stands for the board itself, whose records its own return holds."""

REASON = "the board's records have changed since"
