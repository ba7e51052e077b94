"""Counts: what partners send instead of records, in our own template."""

from goldenthread.catalogue.counts import COUNTS_HEADERS
from goldenthread.engine.definitions import Format, Table

_FILLS: dict[str, str | None] = {
    "quarter": None,
    "measure": "indicator",
    "group_of": "group_of",
    "group": "group",
    "count": "number",
    "out_of": "out_of",
    "note": "said_by",
}

FORMAT = Format(
    name="counts",
    title="Golden Thread template for counts",
    day_first=True,
    source="Our own.",
    tables=(
        Table(
            "counts",
            "Counts",
            {header: _FILLS[header] for header in COUNTS_HEADERS},
            recognised_by=("quarter", "measure", "count"),
            dataset="supplied_figures",
            constants={"whose": "own", "said_by": "{sender}"},
            spans={"quarter": ("first_day", "last_day")},
            aliases={
                "quarter": ("Period",),
                "measure": ("Indicator",),
                "count": ("Number", "How many"),
                "note": ("Said by", "Source"),
            },
        ),
    ),
)
