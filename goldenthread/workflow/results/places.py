"""The places of the area, as the board's own records in an edition list them."""

from collections.abc import Sequence
from functools import lru_cache

from goldenthread import catalogue
from goldenthread.catalogue.breakdowns import PLACES
from goldenthread.engine.counting import Part, Place, listed_places
from goldenthread.workflow.results.models import Edition
from goldenthread.workflow.results.operations import part_of

__all__ = ["Place", "places"]

KEPT = 8
"""For how many lists of places a process keeps what it has read: they change a few times in a board's life."""


def places(edition: Edition) -> list[Place]:
    """The places that there were on the last day that an edition covers, by kind and name."""
    on = edition.last_day_covered()
    named = [part_of(each) for each in edition.parts if each["dataset"] == PLACES.dataset]
    return [place for place in _listed(tuple(named)) if on and place.is_there(on)]


@lru_cache(maxsize=KEPT)
def _listed(parts: tuple[Part, ...]) -> Sequence[Place]:
    """What some parts list: they never change, so it is read once."""
    return listed_places(PLACES, dataset=catalogue.datasets()[PLACES.dataset], parts=parts)
