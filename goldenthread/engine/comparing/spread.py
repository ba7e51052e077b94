"""Many areas side by side in a funnel: which lie outside what chance explains, beside how many would by chance.

Where the number of an area is not shown, the others are set beside the area as a whole, which is shown: an average of
those that are left would lack the smallest ones. Nothing is worked out from what the reader may not see.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.engine.comparing.answering import Answer
from goldenthread.engine.comparing.funnels import LEVELS, Area, Funnel, Place, funnel
from goldenthread.engine.comparing.rounding import rounded
from goldenthread.engine.comparing.told import Said, Told, told
from goldenthread.engine.comparing.verdicts import HIGHER, LOWER, SIMILAR, Finding, Verdict
from goldenthread.engine.comparing.wording import listed, when
from goldenthread.engine.definitions import Indicator, Proportion, Rate
from goldenthread.engine.definitions.breakdowns import is_named
from goldenthread.engine.protecting.figures import Figure, with_unit
from goldenthread.engine.protecting.primary import HIDDEN, WITHHELD

TEST = "funnel: each area's own interval beside the average"
FEWEST = 5
"""Below so many areas there is nothing to see a shape in."""

HIGH, LOW = (Place.HIGH_0025, Place.HIGH_0001), (Place.LOW_0025, Place.LOW_0001)
FAR = (Place.HIGH_0001, Place.LOW_0001)


@dataclass(frozen=True)
class Spread:
    """Areas of one kind, called `areas`, at one period. `hidden` is how many more have a number that is not shown."""

    indicator: Indicator
    areas: str
    funnel: Funnel
    placed: tuple[tuple[Figure, Place], ...]
    hidden: int

    @property
    def per(self) -> int:
        """What a value is for each of: a hundred for a share."""
        return self.indicator.measure.per if isinstance(self.indicator.measure, Rate) else 100

    @property
    def average(self) -> str:
        """What all come to, as people read it."""
        like = self.placed[0][0]
        return with_unit(rounded(self.funnel.average * self.per, like.places), like.unit)

    def outside(self, *, far: bool = False) -> list[tuple[Figure, Place]]:
        """The areas outside the 95% limits, or the 99.8% limits."""
        return [each for each in self.placed if (each[1] in FAR if far else each[1] is not Place.WITHIN)]


def has_funnel(indicator: Indicator) -> bool:
    """Whether areas can be set side by side by an indicator: a share, or a rate of a population."""
    return isinstance(indicator.measure, Proportion | Rate)


def spread(
    indicator: Indicator, groups: Sequence[Figure], whole: Figure | None, *, areas: str, families: float = 1
) -> Spread | None:
    """The areas of one period in a funnel; none where fewer than five can be seen, or there is no average for them."""
    named = [each for each in groups if is_named(each.group)]
    known = [each for each in named if each.value is not None and each.numerator is not None and each.denominator]
    hidden = sum(1 for each in named if each.status in (HIDDEN, WITHHELD))
    middle = _area(whole) if hidden else None
    if len(known) < FEWEST or (hidden and middle is None):
        return None
    is_share = isinstance(indicator.measure, Proportion)
    found = funnel([_known_area(each) for each in known], is_share=is_share, families=families, about=middle)
    if found is None:
        return None
    placed = tuple((each, found.place(area)) for each, area in zip(known, found.areas, strict=True))
    return Spread(indicator, areas, found, placed, hidden)


def spread_told(found: Spread) -> Told:
    """What a funnel says: of how many areas, about which average, which lie outside, and how many would by chance."""
    period = when(found.placed[0][0].period)
    return told(
        f"{len(found.placed)} {found.areas} are set side by side {period}, about {found.average} for all.",
        _outside(found, far=False),
        _outside(found, far=True),
        _left_out(found),
        "A place outside the limits is a question, not an answer: the areas differ in who lives there.",
    )


def in_words(place: Place) -> str:
    """Where an area lies, by shape and word."""
    return {
        Place.WITHIN: "● within the 95% limits",
        Place.HIGH_0025: "△ high: outside the 95% limits",
        Place.HIGH_0001: "▲ high: outside the 99.8% limits",
        Place.LOW_0025: "▽ low: outside the 95% limits",
        Place.LOW_0001: "▼ low: outside the 99.8% limits",
    }[place]


def _outside(found: Spread, *, far: bool) -> Said:
    level = LEVELS[far]
    outside = found.outside(far=far)
    expected = (1 - level) * len(found.placed)
    chance = f"about {expected:.0f}" if expected >= 1 else "fewer than one"
    names = [f"{each.group} ({'high' if place in HIGH else 'low'})" for each, place in outside]
    which = f": {listed(names)}" if names else ""
    number = str(len(outside)) if outside else "None"
    lie = "lies" if len(outside) < 2 else "lie"
    by = tuple(_answer(found, each, place) for each, place in outside) or (_none_of(found),)
    would = f"By chance alone {chance} of {len(found.placed)} would."
    return Said(f"{number} {lie} outside the {100 * level:g}% limits{which}. {would}", by)


def _left_out(found: Spread) -> str:
    if not found.hidden:
        return ""
    more = "One more is" if found.hidden == 1 else f"{found.hidden} more are"
    return f"{more} left out, because the number is not shown; the average is that of the whole area."


def _answer(found: Spread, figure: Figure, place: Place) -> Answer:
    finding: Finding = HIGHER if place in HIGH else LOWER
    verdict = Verdict(TEST, finding, families=found.funnel.families)
    return Answer("Does chance explain where it lies?", (figure.name,), verdict)


def _none_of(found: Spread) -> Answer:
    names = tuple(each.name for each, _ in found.placed)
    return Answer("Does chance explain where they lie?", names, Verdict(TEST, SIMILAR, families=found.funnel.families))


def _area(figure: Figure | None) -> Area | None:
    if figure is None or figure.numerator is None or not figure.denominator:
        return None
    return Area(figure.group, figure.numerator, figure.denominator)


def _known_area(figure: Figure) -> Area:
    return Area(figure.group, figure.numerator or 0, figure.denominator or 0)
