"""The engine and plain Python come to the same figures on whatever children are drawn."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from goldenthread.engine.counting import Evidence, Part, beneath
from goldenthread.engine.definitions import CHILDREN, ROWS, Counts, Measure, Over
from goldenthread.engine.periods import parse
from tests.factories.evidence import cells_of, part
from tests.generative import invented, plain
from tests.generative.invented import BEGUN, COUNT, DATASETS, MIDDLE, OPEN, PART, RATE, SHARE, SUM, Row

# Every example is counted in every period by every breakdown: a few of them go a long way.
A_FEW = settings(max_examples=max(8, settings().max_examples // 8))

# Evidence is opened anew for every figure that is looked beneath.
FEWER = settings(max_examples=4)

EVERY_MEASURE = [
    pytest.param(measure, over, counts, id=f"{type(measure).__name__} {type(over).__name__} {counts.value}")
    for measure in (COUNT, SHARE, RATE, MIDDLE, SUM, PART)
    for over in (OPEN, BEGUN)
    for counts in (CHILDREN, ROWS)
    if not (measure in (MIDDLE, SUM, PART) and counts is CHILDREN)
]


SOME_MEASURES = [each for each in EVERY_MEASURE if each.values[0] in (COUNT, SHARE, MIDDLE, SUM)]


@pytest.mark.parametrize(("measure", "over", "counts"), EVERY_MEASURE)
@A_FEW
@given(
    returns=invented.years_of_stays, children=invented.rows_of_children, heads=invented.rows_of_heads,
    streets=invented.rows_of_streets,
)  # fmt: skip
def test_every_cell_is_what_plain_python_makes_of_it(
    measure: Measure, over: Over, counts: Counts, returns: Mapping[str, Sequence[Row]], children: list[Row],
    heads: list[Row], streets: list[Row],
) -> None:  # fmt: skip
    indicator = invented.indicator(measure, over, counts)
    with TemporaryDirectory() as home:
        cells = cells_of(indicator, _parts(Path(home), returns, children, heads, streets), datasets=DATASETS)
    assert cells, "at least one year is covered"
    for cell in cells:
        wanted = plain.expected(
            indicator, parse(cell["period"]), cell["breakdown"], cell["group"], returns, children, heads, streets
        )
        found = {name: cell[name] for name in wanted}
        if "value" in wanted and cell["value"] is not None:
            found["value"] = Fraction(cell["value"])
        assert found == wanted, (cell["period"], cell["breakdown"], cell["group"])
    listed = {(cell["period"], cell["breakdown"], cell["group"]) for cell in cells if cell["breakdown"] in plain.PLACES}
    periods = {cell["period"] for cell in cells}
    assert listed == {
        (period, sort, group) for period in periods for sort in plain.PLACES
        for group in plain.groups_of_places(sort, parse(period), streets)
    }  # fmt: skip


@pytest.mark.parametrize("over", [OPEN, BEGUN], ids=["At", "During"])
@A_FEW
@given(
    returns=invented.years_of_stays, children=invented.rows_of_children,
    streets=invented.rows_of_streets.filter(len),
)  # fmt: skip
def test_groups_of_rows_add_up_to_the_whole(
    over: Over, returns: Mapping[str, Sequence[Row]], children: list[Row], streets: list[Row]
) -> None:
    indicator = invented.indicator(COUNT, over, ROWS)
    with TemporaryDirectory() as home:
        cells = cells_of(indicator, _parts(Path(home), returns, children, [], streets), datasets=DATASETS)
    for whole in (cell for cell in cells if cell["breakdown"] == "all"):
        listed = {row["sort"] for row in streets} & set(plain.PLACES)
        for breakdown in ("sex", "age", "colour", *sorted(listed)):
            groups = [c for c in cells if (c["period"], c["breakdown"]) == (whole["period"], breakdown)]
            assert sum(group["numerator"] for group in groups) == whole["numerator"]
            assert sum(group["unknown"] for group in groups) == whole["unknown"]


@pytest.mark.parametrize(("measure", "over", "counts"), SOME_MEASURES)
@FEWER
@given(
    returns=invented.years_of_stays, children=invented.rows_of_children, streets=invented.rows_of_streets,
)  # fmt: skip
def test_the_rows_beneath_a_figure_come_to_it(
    measure: Measure, over: Over, counts: Counts, returns: Mapping[str, Sequence[Row]], children: list[Row],
    streets: list[Row],
) -> None:  # fmt: skip
    indicator = invented.indicator(measure, over, counts)
    by = {each.code: each for each in indicator.breakdowns}
    with TemporaryDirectory() as home:
        parts = _parts(Path(home), returns, children, [], streets)
        cells = cells_of(indicator, parts, datasets=DATASETS)
        evidence = Evidence(DATASETS, parts, {}, {})
        told = [each for each in cells if each["status"] == "counted"]
        for cell in told[:: len(told) // 3 + 1]:
            group = (by[cell["breakdown"]], cell["group"]) if cell["breakdown"] in by else None
            period = parse(cell["period"])
            found = beneath(indicator, evidence, period, group, columns=["size"], first=0, number=1000)
            counted = [row for row in found.rows if row[0] == "counted"]
            assert len(found.rows) == found.total == len(found.sources)
            if measure is MIDDLE:
                assert len(counted) == cell["denominator"]
                continue
            assert found.numerator == cell["numerator"]
            keys = [row[1] for row in counted]
            if measure is not SUM:
                assert (len(set(keys)) if counts is CHILDREN else len(keys)) == cell["numerator"]
            else:
                assert sum(row[2] for row in counted) == cell["numerator"]


def _parts(
    home: Path, returns: Mapping[str, Sequence[Row]], children: Sequence[Row], heads: Sequence[Row],
    streets: Sequence[Row],
) -> list[Part]:  # fmt: skip
    stays = [part(home, "stays", rows, covers=covers, datasets=DATASETS) for covers, rows in returns.items()]
    return [
        *stays,
        part(home, "known", children, covers="FY2015-16..FY2017-18", datasets=DATASETS),
        part(
            home,
            "known",
            [{"child": each["child"], "home": each["moved_to"]} for each in children],
            covers="FY2016-17..FY2018-19",
            datasets=DATASETS,
        ),
        part(home, "streets", streets, covers="FY2015-16..FY2017-18", datasets=DATASETS),
        part(home, "heads", heads, covers="FY2014-15..FY2018-19", datasets=DATASETS),
    ]
