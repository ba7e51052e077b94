"""What charts and tests say on the scorecard: in a cell each, and how many of them chance alone would give."""

from collections.abc import Sequence

from goldenthread.engine.comparing.answering import change, standings
from goldenthread.engine.comparing.chart_words import in_short
from goldenthread.engine.comparing.false_signals import LEVEL_OF_TESTS, Signals, of_charts, of_tests
from goldenthread.engine.comparing.process import Variation
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
    others = [f"{each.other.group} {each.other.shown}: {each.briefly}" for each in of.others]
    if of.target is None:
        return Cell("", below="; ".join(others))
    return Cell(of.target.other.shown, below="; ".join([of.target.briefly, *others]))


def by_chance(rows: Sequence[Latest]) -> list[str]:
    """How many charts and tests signal beside how many would if nothing had changed; nothing where there are none."""
    drawn = [each.chart for each in rows if each.chart and each.chart.process]
    told_of = [each.series for each in rows if each.series]
    charts = of_charts([found for each in drawn if (found := each.drawn)])
    changes = of_tests(answer.verdict for each in told_of if (answer := change(each)))
    others = of_tests(each.answer.verdict for of in told_of for each in standings(of))
    last = sum(1 for each in drawn if each.process and each.process.variation is not Variation.COMMON_CAUSE)
    percent = f"{100 * LEVEL_OF_TESTS:.0f} in a hundred of most tests"
    told = [
        (charts, f"{counted(charts.of, 'chart')} with limits here: {charts.observed} with a signal anywhere, {last} of"
                 f" them in the last point, which is what a row says", "by simulation of charts in which nothing changes"),
        (changes, f"{counted(changes.of, 'difference')} from the year before tested here: {changes.observed} beyond"
                  " chance", percent),
        (others, f"{counted(others.of, 'difference')} from targets and other areas tested here: {others.observed}"
                 " beyond chance", percent),
    ]  # fmt: skip
    return [f"{text}; about {_about(each)} would be if nothing were different ({why})." for each, text, why in told
            if each.of]  # fmt: skip


def _about(signals: Signals) -> str:
    return f"{signals.expected:.0f}" if signals.expected >= 1 else "none or one"
