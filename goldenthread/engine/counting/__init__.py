"""Counting: what each indicator comes to, for every period and group that the evidence covers."""

from goldenthread.engine.counting.binding import bind
from goldenthread.engine.counting.counts import count
from goldenthread.engine.counting.fingerprints import fingerprint
from goldenthread.engine.counting.parts import Part

__all__ = ["Part", "bind", "count", "fingerprint"]
