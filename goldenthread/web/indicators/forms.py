"""What one can choose on an indicator's page."""

from collections.abc import Mapping

from goldenthread.web.base.offers import Choices, Offer


class Choose(Offer):
    """Which periods, and which groups."""

    def __init__(self, given: Mapping[str, str], *, periods: Choices, groups: Choices) -> None:
        super().__init__(given, {"every": ("Periods", periods), "by": ("Groups", groups)})
