"""Fingerprints: when two are equal, nothing that a figure depends on has changed, and it need not be counted again."""

import hashlib
import json
from collections.abc import Mapping, Sequence

from goldenthread.engine.counting.parts import Part
from goldenthread.engine.counting.populations import populations_read
from goldenthread.engine.definitions import Dataset, Indicator
from goldenthread.engine.definitions.canonical import canonical
from goldenthread.engine.words import calendar

# Raise it whenever the same definition and the same parts would come to another figure.
COUNTING = 2


def fingerprint(indicator: Indicator, *, datasets: Mapping[str, Dataset], parts: Sequence[Part]) -> str:
    """The SHA-256 of all that an indicator's figures depend on: definition, declarations, parts, calendar, counting.

    It goes by dataset, never by period: a figure may look back over years that are not its own.
    """
    read = sorted(datasets_read(indicator))
    told = {
        "counting": COUNTING,
        "calendar": calendar.VERSION,
        "indicator": canonical(indicator),
        "datasets": [canonical(datasets[name]) for name in read],
        "parts": sorted(
            [part.dataset, part.agency, part.digest, str(part.covers.first), str(part.covers.last)]
            for part in parts
            if part.dataset in read
        ),
    }
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def datasets_read(indicator: Indicator) -> set[str]:
    """The datasets whose rows decide an indicator's figures."""
    looked_up = {breakdown.dataset for breakdown in indicator.breakdowns}
    return {indicator.dataset, *looked_up, *populations_read([indicator])}
