"""Supplied figures: numbers that agencies send instead of records, and those of others to set beside ours."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class SuppliedFigures:
    """The dataset in which supplied figures stand, and which of its columns holds what.

    A row gives one figure of the `indicator` (its code) for the days from `first` to `last`: its `number`, out of how
    many (`out_of`), or only the finished `value`; for the whole, or for a `group` of a `breakdown`. `about` says whose
    it is: `ours` is the area's own, the others are named by `comparators`. `said_by` is who says so.
    """

    dataset: str
    indicator: str
    about: str
    ours: str
    comparators: Mapping[str, str]
    first: str
    last: str
    breakdown: str
    group: str
    number: str
    out_of: str
    value: str
    said_by: str
