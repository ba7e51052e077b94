"""Rounding: half away from zero, once, at the end, on exact numbers (statistics of the Department for Education)."""

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction


def rounded(value: Fraction | Decimal | int, places: int) -> Decimal:
    """A number to `places` decimals (negative: tens, hundreds), half away from zero. Never give it a float."""
    exact = Fraction(value) * Fraction(10) ** places
    whole = (abs(exact) + Fraction(1, 2)).__floor__()
    scaled = Decimal(whole if exact >= 0 else -whole)
    with localcontext() as context:
        context.prec = max(28, len(str(whole)) + abs(places) + 2)
        step = Decimal(1).scaleb(-places)
        return (scaled * step).quantize(step if places > 0 else Decimal(1), rounding=ROUND_HALF_UP)
