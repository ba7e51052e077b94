"""Where looked-after children live, and how far away."""

from goldenthread.catalogue.checks import child_listed, said_once, while_looked_after
from goldenthread.catalogue.codes import annex_a
from goldenthread.catalogue.codes.journey import OWN
from goldenthread.catalogue.codes.looked_after import REASON_FOR_PLACEMENT_CHANGE
from goldenthread.catalogue.codes.person import YES_NO
from goldenthread.catalogue.codes.sources import STANDARD
from goldenthread.catalogue.datasets.people import CHILD, LOCAL_ID
from goldenthread.engine.definitions import QUERY, Check, Code, Column, Dataset, Date, Number, Overlapping, Text

DATASET = Dataset(
    name="placements",
    title="Placements",
    about=(
        "One row for each stretch in which a looked-after child lived in one placement, with whether it is far away in"
        " another area. Distance is told here because the yearly return on children looked after does not hold it."
    ),
    child=CHILD,
    dated_by="placed_on",
    lasts_until="left_on",
    columns=(
        LOCAL_ID,
        Column("placed_on", Date(), "the day on which it began", required=True),
        Column(
            "long_distance",
            Code(YES_NO),
            "whether it is outside the area and far from home, as the authority itself counts it",
        ),
        Column("left_on", Date(), "the day on which it ended; blank while it lasts", expected=True),
        Column("placement_type", Code(annex_a.PLACEMENT_TYPE), "what kind of placement it is"),
        Column("placement_provider", Code(annex_a.PLACEMENT_PROVIDER), "who provides it"),
        Column("placement_location", Code(annex_a.PLACEMENT_LOCATION), "whether it is in the authority's own area"),
        Column("placement_authority", Text(), "the authority in whose area it is"),
        Column("placement_distance", Number(), "how far it is from the child's home, in miles"),
        Column("reason_for_placement_change", Code(REASON_FOR_PLACEMENT_CHANGE), "why the child left it"),
        Column("placement_postcode", Text(), "where it is", identity=True),
        Column(
            "setting_urn",
            Text(),
            "the inspectorate's number of the home, which may tell where a child lives",
            identity=True,
        ),
    ),
    checks=(
        said_once("placement-twice"),
        Check(
            "placement-ends-before-start",
            "The placement ended on {left_on}, before it began on {placed_on}. Correct whichever is wrong.",
            where="left_on < placed_on",
            column="left_on",
        ),
        Check(
            "far-yet-inside",
            "The placement is marked as far away in another area, and yet as inside the area. Which is right?",
            where="long_distance = '1' and placement_location = 'in'",
            column="placement_location",
            severity=QUERY,
        ),
        Overlapping(
            "placements-overlap",
            "This placement began on {placed_on}, before the child's placement in line {other_row} had ended. One of"
            " the two has a wrong date.",
            opened="placed_on",
            closed="left_on",
        ),
        while_looked_after("placement-outside-care", "placement", "placed_on"),
        child_listed("placement-child-not-listed"),
    ),
    source=f"{OWN} {STANDARD}",
)
