"""Every check finds the row that is wrong, lets the row that is right pass, and says so in plain words."""

from collections.abc import Mapping

import pytest

from goldenthread import catalogue
from goldenthread.catalogue.check_examples import check_examples, example_of
from goldenthread.engine.checking.intake import Intake, Received, take_in
from goldenthread.engine.definitions import ERROR, Dataset
from goldenthread.engine.periods import parse

EXAMPLES = check_examples()
DECLARED = {(name, check.code): check for name, dataset in catalogue.datasets().items() for check in dataset.checks}


def test_every_check_has_a_worked_example() -> None:
    assert set(EXAMPLES) == set(DECLARED)


@pytest.mark.parametrize(("dataset", "code"), sorted(EXAMPLES))
def test_the_check_finds_the_wrong_row_and_no_other(dataset: str, code: str) -> None:
    worked = EXAMPLES[dataset, code]
    intake = _taken_in({dataset: worked.rows, **worked.beside})
    found = [issue for issue in intake.issues if issue.code == code]
    assert [issue.row for issue in found] == [3]
    assert found[0].file == f"{dataset}.csv"
    assert found[0].severity is DECLARED[dataset, code].severity


@pytest.mark.parametrize(("dataset", "code"), sorted(EXAMPLES))
def test_an_error_holds_its_row_back_and_nothing_else_does(dataset: str, code: str) -> None:
    worked = EXAMPLES[dataset, code]
    intake = _taken_in({dataset: worked.rows, **worked.beside})
    held = [row["source_row"] for row in intake.held_back[dataset].to_pylist()] if dataset in intake.held_back else []
    assert held == ([3] if DECLARED[dataset, code].severity is ERROR else [])


@pytest.mark.parametrize(("dataset", "code"), sorted(EXAMPLES))
def test_the_message_names_what_it_found_and_leaves_no_slot_open(dataset: str, code: str) -> None:
    worked = EXAMPLES[dataset, code]
    intake = _taken_in({dataset: worked.rows, **worked.beside})
    message = next(issue.message for issue in intake.issues if issue.code == code)
    assert "{" not in message
    assert message[0].isupper()
    assert message.endswith((".", "?"))
    assert worked.told(DECLARED[dataset, code]) == message, "say in `shows` what line 3 does not hold"


@pytest.mark.parametrize("name", sorted(catalogue.datasets()))
def test_the_example_of_a_dataset_is_taken_whole(name: str) -> None:
    files = {each: example_of(each) for each in {name, "people", *_beside(catalogue.datasets()[name])}}
    intake = _taken_in(files)
    assert [issue for issue in intake.issues if issue.dataset == name] == []
    assert intake.parts[name].num_rows == len(files[name].splitlines()) - 1


def _beside(dataset: Dataset) -> set[str]:
    """The datasets that its checks look into."""
    return {check.to for check in dataset.checks if hasattr(check, "to")}


def _taken_in(files: Mapping[str, str]) -> Intake:
    return take_in(
        [Received(f"{name}.csv", text.encode()) for name, text in files.items()],
        formats=catalogue.formats(),
        datasets=catalogue.datasets(),
        pseudonym=lambda scheme, number: f"{scheme} {number}",
        covers=parse("FY2015-16..FY2017-18"),
    )
