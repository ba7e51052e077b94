"""Counting: what each indicator comes to, for every period and group that the evidence covers."""

from goldenthread.engine.counting.beneath import Beneath, SenderCell, Source, beneath, supplied_beneath
from goldenthread.engine.counting.binding import bind
from goldenthread.engine.counting.counts import Counting, count
from goldenthread.engine.counting.fingerprints import fingerprints_of
from goldenthread.engine.counting.parts import Part
from goldenthread.engine.counting.places import Place, listed_places
from goldenthread.engine.counting.queries import Evidence
from goldenthread.engine.counting.supplied import Told, supplied
from goldenthread.engine.counting.telling import tells

__all__ = [
    "Beneath",
    "Counting",
    "Evidence",
    "Part",
    "Place",
    "SenderCell",
    "Source",
    "Told",
    "beneath",
    "bind",
    "count",
    "fingerprints_of",
    "listed_places",
    "supplied",
    "supplied_beneath",
    "tells",
]
