"""What charts and tests say on the scorecard: in a cell each, and how many of them chance alone would give."""

from collections.abc import Sequence

from goldenthread.engine.comparing.answering import change
from goldenthread.engine.comparing.chart_words import in_short
from goldenthread.engine.comparing.false_signals import LEVEL_OF_TESTS, Signals, of_charts, of_tests
from goldenthread.engine.english import counted
from goldenthread.web.base.tables import Cell
from goldenthread.web.base.telling import Latest


def chart_cell(of: Latest) -> Cell:
    """How an indicator varies and what its target is to it, by shape and word; or why it is not said."""
    if of.chart is None:
        return Cell("no chart", below="charts are of the whole")
    if not of.chart.known:
        return Cell("no chart", below="nothing to draw by month or quarter")
    variation, assurance = in_short(of.chart)
    if not variation:
        return Cell("no limits")
    return Cell(variation, below=assurance)


def beside_cell(of: Latest) -> Cell:
    """How it stands beside its target and other areas, by the interval and never by the raw difference."""
    others = [f"{each.other.group} {each.other.shown}: {each.briefly}" for each in of.others]
    if of.target is None:
        return Cell("no target", below="; ".join(others))
    return Cell(of.target.other.shown, below="; ".join([of.target.briefly, *others]))


def by_chance(rows: Sequence[Latest]) -> list[str]:
    """How many charts and tests signal beside how many would if nothing had changed; nothing where there are none."""
    charts = of_charts([drawn for each in rows if each.chart and (drawn := each.chart.drawn)])
    changes = (change(each.series) for each in rows if each.series)
    tests = of_tests(answer.verdict for answer in changes if answer)
    percent = round(100 * LEVEL_OF_TESTS)
    told = [
        (charts, f"{counted(charts.of, 'chart')} with limits here: {charts.observed} with a signal"),
        (tests, f"{counted(tests.of, 'difference')} from the year before tested here: {tests.observed} beyond chance"),
    ]
    why = {id(charts): "by simulation of charts in which nothing changes", id(tests): f"{percent} in a hundred tests"}
    return [f"{text}; about {_about(each)} would be if nothing had changed ({why[id(each)]})." for each, text in told
            if each.of]  # fmt: skip


def _about(signals: Signals) -> str:
    return f"{signals.expected:.0f}" if signals.expected >= 1 else "none or one"
