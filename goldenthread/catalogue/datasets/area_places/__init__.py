"""The places by which the partnership organises its work."""

from goldenthread.catalogue.codes.journey import OWN, PLACE
from goldenthread.engine.definitions import QUERY, Check, Code, Column, Dataset, Date, Repeated, Text

DATASET = Dataset(
    name="area_places",
    title="Places of the area",
    about=(
        "One row for each cluster, locality and secure establishment, from the day on which it was one. They are the"
        " board's own and different in every area."
    ),
    dated_by="existed_from",
    lasts_until="existed_until",
    columns=(
        Column("place_kind", Code(PLACE), "what kind of place it is", required=True),
        Column("place_name", Text(), "its name", required=True),
        Column("part_of", Text(), "the locality that a cluster belongs to"),
        Column("existed_from", Date(), "the first day on which it was one", required=True),
        Column("existed_until", Date(), "the day on which it ceased to be one; blank while it is", expected=True),
    ),
    checks=(
        Repeated(
            "place-twice",
            "Line {other_row} has this place already. The first was taken; take this one out.",
            on=(
                "place_kind",
                "place_name",
            ),
        ),
        Check(
            "cluster-without-locality",
            "A cluster belongs to a locality. Which is it?",
            where="place_kind = 'cluster' and part_of is null",
            column="part_of",
            severity=QUERY,
        ),
    ),
    source=OWN,
)
