"""Who may have a diary, and how long its link opens it."""

from datetime import timedelta

from goldenthread.workflow.waiting.rules import SEE as SEE

# A year: a calendar program asks by itself, so nobody would notice for weeks that a shorter one had run out.
LINK_LASTS = timedelta(days=365)
TOKEN_BYTES = 32
