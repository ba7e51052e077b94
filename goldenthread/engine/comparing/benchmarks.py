"""A figure beside a fixed value, or a band: told from the figure's interval, never from the raw difference.

The rule is that of public health in England (Fingertips, Department of Health and Social Care): where the whole
interval lies on one side of the value, the figure is higher or lower than it; otherwise it is similar.
"""

from enum import StrEnum
from fractions import Fraction

from goldenthread.engine.comparing.verdicts import HIGHER, LOWER, SIMILAR, Finding

Number = Fraction | float
Interval = tuple[Number, Number]

TEST = "95% interval beside a fixed value"
BAND_TEST = "95% interval beside a band"


class InBand(StrEnum):
    """Where an interval lies beside a band within which a figure should be."""

    WITHIN = "within the band"
    BELOW = "below the band"
    ABOVE = "above the band"
    ACROSS = "not clearly within the band or outside it"


def against(interval: Interval, value: Number) -> Finding:
    """A figure's interval beside a fixed value. An interval that ends at the value is similar to it."""
    lower, upper = interval
    if upper < value:
        return LOWER
    return HIGHER if lower > value else SIMILAR


def against_band(interval: Interval, band: Interval) -> InBand:
    """A figure's interval beside a band from one value to another, both within. ValueError for a band without width."""
    (lower, upper), (least, most) = interval, band
    if least > most:
        raise ValueError(f"a band from {least} to {most} has nothing in it")
    if upper < least:
        return InBand.BELOW
    if lower > most:
        return InBand.ABOVE
    return InBand.WITHIN if least <= lower and upper <= most else InBand.ACROSS
