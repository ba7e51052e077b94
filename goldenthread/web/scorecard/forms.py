"""What one can choose on the scorecard: which indicators, of which children, in which order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from django.utils.http import urlencode

from goldenthread.catalogue import indicators
from goldenthread.catalogue.breakdowns import AGE_BAND, CLUSTER, DISABILITY, ETHNICITY, LOCALITY, SEX
from goldenthread.catalogue.themes import THEMES, theme_of
from goldenthread.engine.definitions import BOARD, SCORECARD, Indicator, Question
from goldenthread.web.base.offers import Choices, Grouped, Offer
from goldenthread.web.scorecard.sorting import SORTS
from goldenthread.workflow.results.places import Place

ANY = ""
UP_TO_SCORECARD, UP_TO_BOARD, EVERY = "scorecard", "board", "every"
TIERS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    UP_TO_SCORECARD: ("The board and the scorecard", (BOARD, SCORECARD)),
    UP_TO_BOARD: ("The board", (BOARD,)),
    EVERY: ("Anybody: every indicator", ()),
}
"""Whose indicators are shown: what each choice is called, and the tiers that it shows; none are all."""

_GROUPS = (AGE_BAND, SEX, ETHNICITY, DISABILITY)
_AREAS = (LOCALITY, CLUSTER)


class Choose(Offer):
    """Which indicators, of which children, in which order."""

    def __init__(self, given: Mapping[str, str], places: Sequence[Place]) -> None:
        super().__init__(
            given,
            {
                "asks": ("Question", [(ANY, "All three"), *((each.name, each.value) for each in Question)]),
                "theme": ("Theme", [(ANY, "All"), *((theme.name, theme.title) for theme in THEMES)]),
                "sub_group": ("Sub group", [(ANY, "All"), *_sub_groups()]),
                "tier": ("Watched by", [(name, title) for name, (title, _) in TIERS.items()]),
                "of": ("Which children", [(ANY, "All in the area"), *_groups(places)]),
                "sort": ("Order", [(ANY, "The child's journey"), *_orders()]),
            },
        )

    @property
    def group(self) -> tuple[str, str] | None:
        """The breakdown and the group of it that was chosen; none for all children."""
        breakdown, _, group = self.chosen("of").partition(":")
        return (breakdown, group) if group else None

    @property
    def wanted(self) -> list[Indicator]:
        """The indicators that were chosen."""
        _, tiers = TIERS[self.chosen("tier")]
        return [each for each in self.in_every_tier if not tiers or each.tier in tiers]

    @property
    def in_every_tier(self) -> list[Indicator]:
        """Those that would be, whoever watches them."""
        return [each for each in indicators().values() if self._is_meant(each)]

    def _is_meant(self, indicator: Indicator) -> bool:
        theme = theme_of(indicator.code)
        said = {"asks": indicator.asks.name, "theme": theme.name if theme else "", "sub_group": indicator.sub_group}
        return all(self.chosen(name) in (ANY, value) for name, value in said.items())

    def address(self, **instead: str) -> str:
        """What an address asks for: these choices, some of them otherwise."""
        chosen = {**self.all_chosen(), **instead}
        standing = {name: value for name, value in chosen.items() if value not in (ANY, _FIRST.get(name))}
        return urlencode(standing)


_FIRST = {"tier": UP_TO_SCORECARD}


def _sub_groups() -> Choices:
    return [(name, name) for name in sorted({each.sub_group for each in indicators().values() if each.sub_group})]


def _groups(places: Sequence[Place]) -> Iterator[tuple[str, Choices]]:
    """Groups under the breakdown that they are of; where there are no places, none of these."""
    for area in _AREAS:
        if names := [place.name for place in places if place.kind == area.kind]:
            yield area.title, _of(area.code, names)
    for breakdown in _GROUPS:
        yield breakdown.title, _of(breakdown.code, breakdown.labels())


def _of(breakdown: str, groups: Iterable[str]) -> Choices:
    return [(f"{breakdown}:{group}", group) for group in groups]


def _orders() -> Grouped:
    return [(sign + name, f"{sort.title}, {words}") for name, sort in SORTS.items() for sign, words in sort.ways()]
