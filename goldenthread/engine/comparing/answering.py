"""Which test answers a question about a series: is it different from a year before, is there a trend, how does it stand
beside a target. Each answer is a verdict that names its test, or says why none can be made.
"""

from dataclasses import dataclass, replace

from goldenthread.engine.comparing import benchmarks, differences, trends
from goldenthread.engine.comparing.benchmarks import InBand, against, against_band
from goldenthread.engine.comparing.choosing import LARGE_ENOUGH
from goldenthread.engine.comparing.families import INDEPENDENT
from goldenthread.engine.comparing.series import Series, limits
from goldenthread.engine.comparing.trends import Point, trend
from goldenthread.engine.comparing.verdicts import CANNOT_TELL, HIGHER, LOWER, SIMILAR, Judgement, Verdict, judged
from goldenthread.engine.definitions import NOBODY, Band, Count, Indicator, Median, Proportion, Rate, Share, Supplied
from goldenthread.engine.protecting.figures import Figure

A_CASELOAD = "a caseload holds many of the same children on both days"
"""Why the number itself is not tested. Of a share, those who are in both years make the test more cautious."""
OF_AMOUNTS = "these are amounts, of which a test would take every unit for another child"
OF_A_FEW = "one child may come many times, and every test takes each time for another child"
NONE_AT_ALL = "there were none in either year, or nobody records them"
NO_EVENTS = "it is no count of events, so chance has no part in it"


_OF_BANDS = {InBand.WITHIN: SIMILAR, InBand.BELOW: LOWER, InBand.ABOVE: HIGHER, InBand.ACROSS: CANNOT_TELL}


@dataclass(frozen=True)
class Answer:
    """What was asked of which figures (their names), and what a test found."""

    asked: str
    of: tuple[str, ...]
    verdict: Verdict


@dataclass(frozen=True)
class Standing:
    """How a figure stands beside that of others. `plain` is what the test would find if children were independent."""

    other: Figure
    answer: Answer
    judgement: Judgement
    plain: Verdict


def answers(series: Series) -> list[Answer]:
    """Every question that can be asked of a series, with what its test found."""
    banded = in_band(series)
    found = [change(series), *(change(flow) for flow in series.flows), over_five_years(series)]
    found += [*(each.answer for each in standings(series)), banded[1] if banded else None]
    return [each for each in found if each]


def change(series: Series) -> Answer | None:
    """Whether a figure differs from the one a year before; none where there is none, or a break parts the two."""
    before = series.before
    if before is None or before.value is None or series.now.value is None or series.parting(before.period):
        return None
    asked = "Is it different from a year before?"
    return Answer(asked, (series.now.name, before.name), difference(series, before))


def hangs_on_families(series: Series) -> bool:
    """Whether a figure would differ from the year before by more than chance explains if children were independent."""
    answer = change(series)
    if answer is None or answer.verdict.claims:
        return False
    plain = change(replace(series, families=INDEPENDENT))
    return plain is not None and plain.verdict.claims


def changes_of_flows(series: Series) -> list[tuple[Series, Answer]]:
    """Whether what began and what ended differ from the year before, for each of which that can be asked."""
    return [(flow, found) for flow in series.flows if (found := change(flow))]


def over_five_years(series: Series) -> Answer | None:
    """Whether there is a trend over five years; none where fewer are covered, or a break parts them."""
    years = series.years(trends.POINTS)
    if len(years) < trends.POINTS:
        return None
    if why := _no_trend_of(series.indicator, years):
        verdict = Verdict(trends.TEST, CANNOT_TELL, families=series.allowance, because=why)
    else:
        verdict = trend([_point(each, series.indicator) for each in years], families=_allowed(series))
    return Answer("Is there a trend over five years?", tuple(each.name for each in years), verdict)


def standings(series: Series) -> list[Standing]:
    """How a figure stands beside each of those of others that have a value."""
    return [found for other in series.others if (found := _standing(series, other))]


def in_band(series: Series) -> tuple[InBand, Answer] | None:
    """How a figure stands to the band in which it is best; none where there is no such band, or no interval."""
    band = series.indicator.better
    interval = limits(series.now, series.indicator, families=series.allowance)
    if not isinstance(band, Band) or interval is None:
        return None
    where = against_band(interval, (band.low, band.high))
    verdict = Verdict(benchmarks.BAND_TEST, _OF_BANDS[where], families=_allowed(series))
    return where, Answer(f"Is it between {band.low:,} and {band.high:,}?", (series.now.name,), verdict)


def _standing(series: Series, other: Figure) -> Standing | None:
    now, indicator = series.now, series.indicator
    wide = limits(now, indicator, families=series.allowance)
    narrow = limits(now, indicator)
    if other.value is None or wide is None or narrow is None or counts_no_events(indicator):
        return None
    verdict = Verdict(benchmarks.TEST, against(wide, other.value), families=_allowed(series))
    plain = Verdict(benchmarks.TEST, against(narrow, other.value))
    answer = Answer(f"Is it different from: {other.group}?", (now.name, other.name), verdict)
    return Standing(other, answer, judged(verdict.finding, indicator.better), plain)


def difference(series: Series, before: Figure) -> Verdict:
    """Whether a figure differs from an earlier one by more than chance explains; the two are to be alike."""
    indicator, now, families = series.indicator, series.now, series.allowance
    measure = indicator.measure
    if counts_no_events(indicator):
        return Verdict(differences.CONDITIONAL, CANNOT_TELL, because=NO_EVENTS)
    if indicator.is_of_days and not (isinstance(measure, Proportion) or indicator.of_waiting):
        return Verdict(differences.CONDITIONAL, CANNOT_TELL, families=families, because=A_CASELOAD)
    if isinstance(measure, Share):
        return Verdict(differences.SCORE, CANNOT_TELL, because=OF_AMOUNTS)
    if not isinstance(measure, Median) and not now.value and not before.value:
        return Verdict(differences.CONDITIONAL, CANNOT_TELL, because=NONE_AT_ALL)
    if indicator.recurs:
        return Verdict(differences.CONDITIONAL, CANNOT_TELL, because=OF_A_FEW)
    if isinstance(measure, Median):
        return differences.of_intervals(now.limits, before.limits)
    if isinstance(measure, Count):
        return differences.of_counts(int(now.value or 0), int(before.value or 0), families=families)
    if now.numerator is None or before.numerator is None or not now.denominator or not before.denominator:
        why = "the numbers that one of them was made of are not known"
        return Verdict(differences.SCORE, CANNOT_TELL, families=families, because=why)
    if isinstance(measure, Rate):
        exposures = (now.denominator, before.denominator)
        return differences.of_counts(now.numerator, before.numerator, exposures=exposures, families=families)
    two = (now.numerator, now.denominator), (before.numerator, before.denominator)
    return differences.of_proportions(*two, families=families)


def counts_no_events(indicator: Indicator) -> bool:
    """Whether it is a count of what there is, such as the areas of a board, in which nothing happens by chance."""
    of_what_there_is = isinstance(indicator.over, Supplied) and not indicator.over.adds_up
    of_no_children = indicator.is_of_days and indicator.protects is NOBODY
    return isinstance(indicator.measure, Count) and (of_what_there_is or of_no_children)


def _no_trend_of(indicator: Indicator, years: list[Figure]) -> str:
    """Why the trend test is not made; nothing where it is."""
    if counts_no_events(indicator):
        return NO_EVENTS
    if indicator.recurs:
        return OF_A_FEW
    few = any((each.denominator or 0) < LARGE_ENOUGH for each in years)
    if isinstance(indicator.measure, Proportion) and indicator.protects is NOBODY and few:
        return f"a year is of fewer than {LARGE_ENOUGH}, too few to see a direction in"
    return ""


def _allowed(series: Series) -> float:
    """The allowance for families; none for middle values, whose limits are ranks."""
    return 1 if isinstance(series.indicator.measure, Median) else series.allowance


def _point(figure: Figure, indicator: Indicator) -> Point:
    lower, upper = limits(figure, indicator) or (None, None)
    return Point(figure.value, lower, upper)
