"""Whatever is wrong with a file, it is answered in words: nothing is raised, and no row is lost in silence."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread import catalogue
from goldenthread.engine.checking.intake import Intake, Received, take_in
from goldenthread.engine.periods import parse
from tests.generative.mutating import damaged, formats_left_out, invented

FILES = invented()
SEEDS = st.integers(min_value=0, max_value=2**32)
A_FEW = settings(max_examples=max(25, settings().max_examples // 4), deadline=None)
SAMPLES_OF = {
    "ssda903": "ssda903/uasc.csv",
    "annex-a": "annex-a/Annex_A.xlsx",
    "cin-census": "cin-census/CIN_Census_2024.xml",
    "published-statistics": "dfe/headline_figures_2013_to_2024.csv",
}


def taken_in(name: str, content: bytes) -> Intake:
    return take_in(
        [Received(name, content)],
        formats=catalogue.formats(),
        datasets=catalogue.datasets(),
        pseudonym=lambda scheme, number: f"{scheme} {number}",
        covers=parse("FY2015-16..FY2017-18"),
        sender="the police",
    )


def answered(name: str, content: bytes) -> None:
    intake = taken_in(name, content)
    for file in intake.files:
        assert file.read == file.accepted + file.held_back or not file.dataset
        assert file.accepted >= 0
    if not intake.usable:
        assert intake.issues or not any(file.read for file in intake.files)
    for issue in intake.issues:
        assert issue.message.rstrip().endswith((".", "?")), issue
        assert "Traceback" not in issue.message


def test_a_file_of_every_format_is_damaged() -> None:
    assert formats_left_out() == set()


@pytest.mark.parametrize("name", sorted(FILES))
def test_the_files_are_good_before_they_are_damaged(name: str) -> None:
    file, content = FILES[name]
    intake = taken_in(file, content)
    assert intake.usable or name == "provider-list"
    assert not [issue for issue in intake.issues if issue.severity == "error"]


@pytest.mark.parametrize("name", sorted(FILES))
@A_FEW
@given(seed=SEEDS)
def test_a_damaged_file_is_answered_in_words(name: str, seed: int) -> None:
    file, content = FILES[name]
    answered(file, damaged(Random(seed), content))


@pytest.mark.parametrize("name", sorted(SAMPLES_OF))
def test_damaged_samples_of_others_are_answered_in_words(samples: Path, name: str) -> None:
    path = samples / SAMPLES_OF[name]
    for seed in range(max(4, settings().max_examples // 50)):
        answered(path.name, damaged(Random(seed), path.read_bytes()))
