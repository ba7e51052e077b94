"""Fingerprints: when two are equal, nothing that a figure depends on has changed, and it need not be counted again."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from goldenthread.engine.counting.parts import Part
from goldenthread.engine.counting.places import places_read
from goldenthread.engine.counting.populations import populations_read
from goldenthread.engine.counting.supplied import Told
from goldenthread.engine.counting.telling import joined
from goldenthread.engine.definitions import Cohort, Dataset, Indicator, Supplied
from goldenthread.engine.definitions.canonical import canonical
from goldenthread.engine.protecting.deciding import PROTECTING
from goldenthread.engine.protecting.opened import Opened
from goldenthread.engine.words import calendar

# Raise it whenever the same definition and the same parts would come to another figure.
COUNTING = 6


def fingerprints_of(
    indicators: Iterable[Indicator],
    *,
    datasets: Mapping[str, Dataset],
    parts: Sequence[Part],
    cohorts: Mapping[str, Cohort] | None = None,
    told: Mapping[str, Sequence[Told]],
    opened: Mapping[str, Sequence[Opened]] | None = None,
) -> dict[str, str]:
    """The fingerprint of each of some indicators, by its code: what they have in common is written out once.

    It is the SHA-256 of all that an indicator's figures depend on: definition, declarations, parts, calendar, counting,
    and the rules by which small numbers are protected. It goes by dataset, never by period: a figure may look back over
    years that are not its own. Of supplied figures it goes by those of the indicator itself (`told`), and so it does of
    small numbers that two people decided to show (`opened`). What may be shown of it depends on the others of the
    `indicators` that tell the same numbers (`joined`), so it goes by all of theirs besides.
    """
    declared = cache(lambda name: canonical(datasets[name]))

    def decided(code: str) -> list[str]:
        shown = [[each.period, *each.breakdowns] for each in sorted((opened or {}).get(code, ()))]
        return [*(each.as_text() for each in told.get(code, ())), *map(json.dumps, shown)]

    every = list(indicators)
    alone = {each.code: _fingerprint(each, declared, parts, cohorts or {}, decided(each.code)) for each in every}
    together = joined(every)
    return {code: _hashed([known, *sorted(alone[each] for each in together[code])]) for code, known in alone.items()}


def _fingerprint(
    indicator: Indicator,
    declared: Callable[[str], str],
    parts: Sequence[Part],
    cohorts: Mapping[str, Cohort],
    told: Sequence[str],
) -> str:
    cohort = cohorts.get(indicator.dataset)
    read = sorted(datasets_read(indicator, cohorts))
    known = {
        "counting": COUNTING,
        "protecting": PROTECTING,
        "calendar": calendar.VERSION,
        "indicator": canonical(indicator),
        "cohort": canonical(cohort) if cohort else "",
        "datasets": [declared(name) for name in read],
        "parts": sorted(
            [part.dataset, part.agency, part.digest, str(part.covers.first), str(part.covers.last)]
            for part in parts
            if part.dataset in read
        ),
        "told": told,
    }
    return _hashed(known)


def _hashed(known: Any) -> str:
    return hashlib.sha256(json.dumps(known, sort_keys=True).encode()).hexdigest()


def datasets_read(indicator: Indicator, cohorts: Mapping[str, Cohort]) -> set[str]:
    """The datasets whose rows decide an indicator's figures; of one that is supplied, at most its places."""
    if isinstance(indicator.over, Supplied):
        return places_read(indicator.breakdowns)
    own = set(cohorts[indicator.dataset].reads) if indicator.dataset in cohorts else {indicator.dataset}
    looked_up = {breakdown.dataset for breakdown in indicator.breakdowns} - {indicator.dataset}
    return own | looked_up | places_read(indicator.breakdowns) | populations_read([indicator])
