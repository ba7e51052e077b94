"""Every indicator comes to what its worked example says."""

from dataclasses import fields
from pathlib import Path

import pytest

from goldenthread import catalogue
from goldenthread.catalogue.examples import Expected, examples
from goldenthread.engine.counting import bind
from goldenthread.engine.definitions import During, Indicator
from goldenthread.engine.protecting.deciding import decide
from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.protecting.figures import figures_from
from tests.factories.evidence import cell, cells_of, part, table_of

CASES = [
    pytest.param(code, expected, id=f"{code} {expected.period} {expected.group}")
    for code, example in examples().items()
    for expected in example.then
]


def test_every_indicator_has_a_worked_example() -> None:
    assert set(examples()) == set(catalogue.indicators())


@pytest.mark.parametrize(("code", "expected"), CASES)
def test_the_worked_example(code: str, expected: Expected, tmp_path: Path) -> None:
    example, indicator = examples()[code], catalogue.indicators()[code]
    parts = [part(tmp_path, dataset, example.rows(dataset), covers=example.covers) for dataset in example.given]
    found = cell(cells_of(indicator, parts), expected.period, expected.by, expected.group)
    wanted = expected.model_dump(include={"numerator", "denominator", "unknown", "population"}, exclude_none=True)
    assert {name: found[name] for name in wanted} == wanted
    assert found["status"] == expected.status


@pytest.mark.parametrize("code", sorted(examples()))
def test_the_worked_example_as_people_read_it(code: str, tmp_path: Path) -> None:
    example, indicator = examples()[code], catalogue.indicators()[code]
    parts = [part(tmp_path, dataset, example.rows(dataset), covers=example.covers) for dataset in example.given]
    rows = decide(table_of(indicator, parts), protects_children=True).to_pylist()
    figures = figures_from(rows, indicators=catalogue.indicators(), face=Face.BOARD, edition=1)
    for expected in example.then:
        if expected.shown:
            (figure,) = [
                each
                for each in figures.of(period=expected.period, breakdown=expected.by)
                if each.group == expected.group
            ]
            assert figure.shown == expected.shown


def test_indicators_fit_their_datasets() -> None:
    assert bind(list(catalogue.indicators().values()), catalogue.datasets(), catalogue.cohorts()) == []


@pytest.mark.parametrize("indicator", catalogue.indicators().values(), ids=catalogue.indicators())
def test_an_indicator_says_everything_about_itself(indicator: Indicator) -> None:
    assert [each.name for each in fields(indicator) if getattr(indicator, each.name) == ""] == []


def test_what_begins_and_what_ends_are_indicators_of_flows() -> None:
    for indicator in catalogue.indicators().values():
        for code in indicator.flows or ():
            assert isinstance(catalogue.indicators()[code].over, During)


def test_the_board_watches_few_and_the_scorecard_not_many() -> None:
    tiers = [indicator.tier.value for indicator in catalogue.indicators().values()]
    assert 1 <= tiers.count("board") <= 10
    assert tiers.count("scorecard") <= 30
