"""What charts and tests say on the scorecard: in a cell each, and how many of them chance alone would give."""

from collections.abc import Sequence

from goldenthread.engine.comparing.answering import change, standings
from goldenthread.engine.comparing.chart_words import in_short, last_signal
from goldenthread.engine.comparing.false_signals import LEVEL_OF_TESTS, Signals, of_charts, of_tests
from goldenthread.engine.comparing.wording import day_in_words
from goldenthread.engine.english import counted
from goldenthread.web.base.tables import Cell
from goldenthread.web.base.telling import Latest


def chart_cell(of: Latest) -> Cell:
    """How an indicator varies and what its target is to it, by shape and word; or why it is not said."""
    if of.chart is None:
        return Cell("", below="charts are of the whole")
    if not of.chart.known:
        return Cell("", below="nothing to draw by month or quarter")
    variation, assurance = in_short(of.chart)
    return Cell(variation, below=assurance)


def beside_cell(of: Latest) -> Cell:
    """How it stands beside its target and other areas, by the interval and never by the raw difference."""
    others = [f"{each.other.group} {each.other.shown} ({each.other.said_by}): {each.briefly}" for each in of.others]
    told = [of.target.briefly, *others] if of.target else others
    if told and (changed := of.changed_within):
        told.append(f"recording changed on {day_in_words(changed.on)}, within the period: {changed.how}")
    return Cell(of.target.other.shown if of.target else "", below="; ".join(told))


def by_chance(rows: Sequence[Latest]) -> list[str]:
    """How many charts and tests signal, beside how many would if nothing were different; nothing of none."""
    series = [each.series for each in rows if each.series]
    since = of_tests(answer.verdict for each in series if (answer := change(each)))
    beside = of_tests(each.answer.verdict for of in series for each in standings(of))
    told = [_of_charts(rows), _of_tests(since, "the year before"), _of_tests(beside, "targets and other areas")]
    return [each for each in told if each]


def _of_charts(rows: Sequence[Latest]) -> str:
    charts = [each.chart for each in rows if each.chart]
    found = of_charts([drawn for each in charts if (drawn := each.drawn)])
    last = sum(1 for each in charts if last_signal(each))
    why = "by simulation of charts in which nothing changes"
    seen = f"{found.observed} with a signal at any point; {_would_be(found)} ({why})"
    row = f"A row says what is in the last point: a signal in {last} of them"
    return f"{counted(found.of, 'chart')} with limits here: {seen}. {row}." if found.of else ""


def _of_tests(found: Signals, beside: str) -> str:
    here = f"{counted(found.of, 'difference')} from {beside} tested here: {found.observed} beyond chance"
    percent = round(100 * LEVEL_OF_TESTS)
    return f"{here}; {_would_be(found)} ({percent} in a hundred of most tests)." if found.of else ""


def _would_be(signals: Signals) -> str:
    number = f"{signals.expected:.0f}" if signals.expected >= 1 else "none or one"
    return f"about {number} would be if nothing were different"
