"""Every check finds the row that is wrong, lets the row that is right pass, and says so in plain words."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from goldenthread import catalogue
from goldenthread.engine.checking.intake import Intake, Received, take_in
from goldenthread.engine.definitions import ERROR
from goldenthread.engine.periods import parse


@dataclass(frozen=True)
class Worked:
    """A file in the template's layout whose line 3 is wrong and whose other lines are right."""

    rows: str
    beside: Mapping[str, str]


PEOPLE = "local_id,date_of_birth\nAda,14/06/2011\nBen,02/11/2003\n"
EPISODES = "local_id,start_date,reason_started,legal_status,end_date,reason_ended\n"

EXAMPLES: Mapping[tuple[str, str], Worked] = {
    ("people", "child-twice"): Worked("local_id,sex\nAda,2\nAda,1\nBen,1\n", {}),
    ("people", "no-date-of-birth"): Worked("local_id,date_of_birth\nAda,14/06/2011\nBen,\n", {}),
    ("people", "mother-without-child"): Worked(
        "local_id,is_mother,child_born_on\nAda,1,17/08/2017\nBea,0,17/08/2017\nCat,0,\n", {}
    ),
    ("looked_after_episodes", "episode-twice"): Worked(
        EPISODES + "Ada,04/05/2016,S,C1,,\nAda,04/05/2016,S,C1,,\nBen,04/05/2016,S,C1,,\n", {}
    ),
    ("looked_after_episodes", "ends-before-start"): Worked(
        EPISODES + "Ada,04/05/2016,S,C1,05/05/2016,X1\nBen,04/05/2016,S,C1,03/05/2016,X1\n", {}
    ),
    ("looked_after_episodes", "ends-as-it-starts"): Worked(
        EPISODES + "Ada,04/05/2016,S,C1,05/05/2016,X1\nBen,04/05/2016,S,C1,04/05/2016,X1\n", {}
    ),
    ("looked_after_episodes", "ceased-without-date"): Worked(
        EPISODES + "Ada,04/05/2016,S,C1,05/05/2017,E4A\nBen,04/05/2016,S,C1,,E4A\nCy,04/05/2016,S,C1,,\n", {}
    ),
    ("looked_after_episodes", "replaced-without-date"): Worked(
        EPISODES + "Ada,04/05/2016,S,C1,05/05/2017,X1\nBen,04/05/2016,S,C1,,X1\n", {}
    ),
    ("looked_after_episodes", "end-without-reason"): Worked(
        EPISODES + "Ada,04/05/2016,S,C1,05/05/2017,X1\nBen,04/05/2016,S,C1,05/05/2017,\n", {}
    ),
    ("looked_after_episodes", "episodes-overlap"): Worked(
        EPISODES + "Ada,04/05/2016,S,C1,05/05/2017,X1\nAda,04/05/2017,L,C2,05/06/2017,X1\nAda,05/06/2017,L,C2,,\n", {}
    ),
    ("looked_after_episodes", "child-not-listed"): Worked(
        EPISODES + "Ada,04/05/2016,S,C1,,\nEve,04/05/2016,S,C1,,\n", {"people": PEOPLE}
    ),
    ("looked_after_reviews", "review-twice"): Worked(
        "local_id,review_date,participation\nAda,01/06/2016,PN3\nAda,01/06/2016,PN3\nAda,02/06/2016,PN3\n", {}
    ),
    ("looked_after_reviews", "review-before-birth"): Worked(
        "local_id,date_of_birth,review_date\nAda,14/06/2011,01/06/2016\nAda,14/06/2011,01/06/2010\n", {}
    ),
    ("looked_after_reviews", "not-under-four"): Worked(
        "local_id,date_of_birth,review_date,participation\n"
        "Ada,14/06/2011,13/06/2015,PN0\nAda,14/06/2011,14/06/2015,PN0\nAda,14/06/2011,14/06/2015,PN1\n",
        {},
    ),
    ("looked_after_reviews", "birth-dates-differ"): Worked(
        "local_id,date_of_birth,review_date\nAda,14/06/2011,01/06/2016\nBen,02/11/2004,01/06/2016\n", {"people": PEOPLE}
    ),
    ("looked_after_reviews", "review-child-not-listed"): Worked(
        "local_id,review_date\nAda,01/06/2016\nEve,01/06/2016\n", {"people": PEOPLE}
    ),
    ("population_estimates", "estimate-twice"): Worked(
        "edition,mid_year,ages,breakdown,group,people\nFirst,2017,0-17,,,100\nSecond,2017,0-17,,,90\nFirst,2016,0-17,,,99\n",
        {},
    ),
    ("population_estimates", "half-a-group"): Worked(
        "edition,mid_year,ages,breakdown,group,people\nFirst,2017,0-17,sex,Male,50\nFirst,2017,0-17,,Female,50\n", {}
    ),
}

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


@pytest.mark.parametrize("name", sorted(catalogue.datasets()))
def test_the_example_of_a_dataset_is_taken_whole(name: str) -> None:
    folder = Path(catalogue.__file__).parent / "datasets"
    files = {each: (folder / each / "example.csv").read_text() for each in {name, "people"}}
    intake = _taken_in(files)
    assert [issue for issue in intake.issues if issue.dataset == name] == []
    assert intake.parts[name].num_rows == len(files[name].splitlines()) - 1


def _taken_in(files: Mapping[str, str]) -> Intake:
    return take_in(
        [Received(f"{name}.csv", text.encode()) for name, text in files.items()],
        formats=catalogue.formats(),
        datasets=catalogue.datasets(),
        pseudonym=lambda scheme, number: f"{scheme} {number}",
        covers=parse("FY2015-16..FY2017-18"),
    )
