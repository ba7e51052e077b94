"""The fields of cells, counted or supplied, as they are kept.

| Field | Holds |
|---|---|
| indicator, period, first, last | which, and when |
| breakdown, group | `all` and `all` for the whole |
| numerator | those that are, or what amounts come to together; none for a median |
| denominator | of how many: yes and no together, the population, or how many values a median has; none for a count |
| unknown | those of whom the records do not say |
| value, lower, upper | the median and its 95% limits, exact; none for every other measure |
| population | the edition of the population estimate |
| status | `counted`, `no population`, `nothing to count`, or `supplied` by somebody who counted (`supplied`) |
| yes_children, no_children, unknown_children | how many children stand behind each; protection goes by them: `no` of \
shares alone, and of what protects nobody none at all |
| extremes | whether the limits of a median are the smallest and the largest value, which belong to somebody |
| said_by, sent_by | who says the figure, and the code of the agency that sent it; none where it was counted |
| part_of | the group of another breakdown that a group is part of at the end of the period: of a cluster its locality |
"""

import pyarrow as pa

from goldenthread.engine.counting.states import EXACT_TYPE

_TEXT, _WHOLE = pa.string(), pa.int64()
CELLS = pa.schema([
    ("indicator", _TEXT), ("period", _TEXT), ("first", pa.date32()), ("last", pa.date32()), ("breakdown", _TEXT),
    ("group", _TEXT), ("numerator", _WHOLE), ("denominator", _WHOLE), ("unknown", _WHOLE), ("value", EXACT_TYPE),
    ("lower", EXACT_TYPE), ("upper", EXACT_TYPE), ("population", _TEXT), ("status", _TEXT), ("yes_children", _WHOLE),
    ("no_children", _WHOLE), ("unknown_children", _WHOLE), ("extremes", pa.bool_()), ("said_by", _TEXT),
    ("sent_by", _TEXT), ("part_of", _TEXT),
])  # fmt: skip
"""The fields in their order, with their types."""
