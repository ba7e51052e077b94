"""What a token opens, and for how long."""

from datetime import timedelta

from goldenthread.engine.protecting.faces import Face

# Half a year: as long as an account stands without anybody confirming it.
TOKEN_LASTS = timedelta(days=182)
TOKEN_BYTES = 32
BEGINS = "gt_"
"""How every token begins, so that one left in a file or a log is known for what it is, by people and by scanners."""

LONGEST_PURPOSE = 200
FACES = (Face.PARTNERSHIP, Face.PUBLIC, Face.ROUNDED)
"""The faces a token may show. Exact figures are confidential: whoever reads them is known by name, as no program is."""
