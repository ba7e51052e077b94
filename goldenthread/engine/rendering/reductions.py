"""A reduction in a report: the answer, then each measure with what its test says, then what all that leaves out."""

from collections.abc import Iterator

from goldenthread.engine.comparing.weighing import Weighed, Weight
from goldenthread.engine.protecting.figures import Figure
from goldenthread.engine.rendering.blocks import Block, Cell, DataTable, Heading, Number, Paragraph

HEADERS = ("Measure", "Now", "Year before", "What its test says", "What it says", "Why it is looked at")


def blocks_of(weighed: Weighed) -> Iterator[Block]:
    """The blocks of one reduction."""
    name, title = weighed.reduction.name, weighed.reduction.title
    yield Heading(title, f"reduction-{name}", level=3)
    yield Paragraph(str(weighed.short), tells=tuple(_told(weighed)), claims=weighed.short.tested().sentences)
    rows = tuple(_row(each) for each in weighed.weights)
    claims = tuple(each.said for each in weighed.weights if each.said.by)
    yield DataTable(f"{title}: the balancing measures", HEADERS, rows, claims)
    yield Paragraph(str(weighed.beyond))


def _row(weight: Weight) -> tuple[Cell, ...]:
    before = Number(weight.before) if weight.before else "–"
    said = (weight.said.text, weight.marked, weight.balancing.why)
    return (weight.indicator.title, Number(weight.series.now), before, *said)


def _told(weighed: Weighed) -> Iterator[Figure]:
    series = [weighed.series, *weighed.series.flows]
    yield from (each for one in series for each in (one.now, one.before) if each and each.value is not None)
