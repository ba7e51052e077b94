"""Published directions tried on the figures of an edition."""

from goldenthread.catalogue.published import DirectionAnswer
from goldenthread.engine.comparing import differences, trends
from goldenthread.engine.comparing.answering import difference, over_five_years
from goldenthread.engine.comparing.directions import Direction, Tried, largest, untried
from goldenthread.engine.comparing.series import Known, Series
from goldenthread.engine.comparing.verdicts import CANNOT_TELL, Finding, Verdict
from goldenthread.engine.comparing.wording import day_in_words, when
from goldenthread.engine.periods import Period, UnknownPeriod, day, parse
from goldenthread.engine.protecting.figures import Figure
from goldenthread.workflow.results.reading import ALL


def tried(answer: DirectionAnswer, period: str, known: Known) -> Direction:
    """What tests do for a published direction about a period (or from one to another), on what is known."""
    if answer.no_base:
        return untried(answer.no_base)
    try:
        first, last = _ends(answer.at or period)
    except UnknownPeriod:
        return untried(f"it is not said of which time it is true ({period})")
    found = [_one(code, says, answer, (first, last), known) for code, says in answer.of.items()]
    return Direction(tuple(found), but=answer.but)


def _ends(period: str) -> tuple[Period, Period]:
    """The first and the last of the periods that a direction is about; the same one where there is one."""
    first, _, last = period.partition("..")
    return parse(first), parse(last or first)


def _one(code: str, says: Finding, answer: DirectionAnswer, ends: tuple[Period, Period], known: Known) -> Tried:
    indicator = known.indicators[code]
    called = f"{code} ({indicator.title})"
    first, last = (day(each.last) if indicator.is_of_days else each for each in ends)
    now = _figure(known, code, last)
    if now is None or now.value is None:
        return _untold(says, called, f"it cannot be given {when(last)}")
    series = known.series(now)
    if answer.asks == "trend":
        return _of_a_trend(says, called, series)
    if answer.asks == "largest":
        return _of_the_largest(says, called, series, answer, known)
    before = _figure(known, code, first) if first != last else series.before
    return _of_a_change(says, called, series, before, answer)


def _of_a_change(says: Finding, called: str, series: Series, before: Figure | None, answer: DirectionAnswer) -> Tried:
    now = series.now
    if before is None or before.value is None:
        return _untold(says, f"{called}: {now.shown} {when(now.period)}", "there is nothing before it to set it beside")
    told = f"{called}: {_shown(now, answer)} {when(now.period)}, {_shown(before, answer)} {when(before.period)}"
    if parting := series.parting(before.period):
        why = f"recording changed on {day_in_words(parting.on)}, so the two are not alike ({parting.how})"
        return _untold(says, told, why)
    if answer.numerator:
        numbers = (now.numerator or 0, before.numerator or 0)
        return Tried(says, told, differences.of_counts(*numbers, families=series.allowance))
    return Tried(says, told, difference(series, before))


def _of_a_trend(says: Finding, called: str, series: Series) -> Tried:
    found = over_five_years(series)
    if found is None:
        return _untold(says, called, "fewer than five years in a row are alike and covered", test=trends.TEST)
    years = series.years(trends.POINTS)
    told = f"{called}: {years[0].shown} {when(years[0].period)}, {years[-1].shown} {when(years[-1].period)}"
    return Tried(says, told, found.verdict)


def _of_the_largest(says: Finding, called: str, series: Series, answer: DirectionAnswer, known: Known) -> Tried:
    groups = [
        (each.group, int(each.value))
        for each in known.figures(series.indicator.code)
        if each.breakdown == answer.by and each.period.code == series.now.period.code and each.value is not None
    ]
    found = largest(groups, answer.groups)
    if found is None:
        return _untold(says, called, "not all of its groups are shown")
    ours, (name, other) = found
    told = f"{called}: {ours:,} in {' and '.join(answer.groups)}, {other:,} in {name}, the largest of the others"
    return Tried(says, told, differences.of_counts(ours, other, families=series.allowance))


def _untold(says: Finding, told: str, because: str, *, test: str = differences.CONDITIONAL) -> Tried:
    return Tried(says, told, Verdict(test, CANNOT_TELL, because=because))


def _figure(known: Known, code: str, period: Period) -> Figure | None:
    found = (each for each in known.figures(code) if each.breakdown == ALL and each.period.code == period.code)
    return next(found, None)


def _shown(figure: Figure, answer: DirectionAnswer) -> str:
    return f"{figure.numerator or 0:,}" if answer.numerator else figure.shown
