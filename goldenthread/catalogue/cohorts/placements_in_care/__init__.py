"""Placements of looked-after children, with the law under which the child was looked after meanwhile."""

from pathlib import Path

from goldenthread.catalogue.codes.looked_after import LEGAL_STATUS
from goldenthread.catalogue.codes.person import YES_NO
from goldenthread.catalogue.datasets.people import CHILD
from goldenthread.engine.definitions import Code, Cohort, Column, Dataset, Date, Number

COHORT = Cohort(
    dataset=Dataset(
        name="placements_in_care",
        title="Placements, with the law",
        about=(
            "One row for each stretch of a placement under one episode of being looked after, with its legal status,"
            " which records of placements do not tell. A placement of which no episode is known has none."
        ),
        child=CHILD,
        dated_by="lived_from",
        columns=(
            Column("lived_from", Date(), "the day on which the stretch began: with the placement, or the episode"),
            Column(
                "lived_until",
                Date(),
                "the day on which the first of the two ended; blank while both last",
                expected=True,
            ),
            Column("legal_status", Code(LEGAL_STATUS), "under what law the child was looked after"),
            Column("long_distance", Code(YES_NO), "whether the placement is marked as far away in another area"),
            Column("placement_distance", Number(), "how far it is from the child's home, in miles"),
        ),
    ),
    reads=(
        "looked_after_episodes",
        "placements",
    ),
    sql=(Path(__file__).parent / "placements_in_care.sql").read_text(encoding="utf-8"),
)
