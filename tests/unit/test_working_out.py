"""Working figures out by one process or by several: the same files, and nothing left behind."""

import subprocess
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from goldenthread import catalogue
from goldenthread.engine.counting import Evidence
from goldenthread.engine.definitions import Count
from goldenthread.engine.store.results import read_results
from goldenthread.engine.working_out import Work, work_out
from goldenthread.workflow.history.refusals import Refused
from goldenthread.workflow.results import operations
from goldenthread.workflow.results.models import Edition
from tests.factories.board import a_board, sent
from tests.factories.evidence import part, work_in


def test_several_processes_keep_the_same_files_as_one(tmp_path: Path) -> None:
    work = work_in(tmp_path)
    alone = dict(work_out(work, processes=1))
    assert set(alone) == {each.code for each in work.indicators}
    (kept,) = read_results([tmp_path / "results" / alone["CLA1"]], period="2018-03-31", breakdown="all")
    assert kept["numerator"] == 6
    together = list(work_out(work, processes=2))
    assert sorted(together) == sorted(alone.items())  # each once
    assert {path.name for path in (tmp_path / "results").iterdir()} == set(alone.values())


@pytest.mark.parametrize("processes", [1, 2])
def test_what_a_count_withholds_a_share_of_the_same_number_withholds_too(tmp_path: Path, processes: int) -> None:
    """By itself the share of repeat plans would show the companion of the count, and the count that of the share."""
    repeat, plans = {"AOTH": 3, "BCRB": 7, "OOTH": 8, "WBRI": 20}, {"AOTH": 40, "BCRB": 46, "OOTH": 15, "WBRI": 70}
    children = [(code, number) for code, many in plans.items() for number in range(many)]
    people = [{"child": f"{code} {number}", "ethnicity": code} for code, number in children]
    began = [
        {"child": f"{code} {number}", "plan_start": "2017-04-03", "previous_plans": int(number < repeat[code])}
        for code, number in children
    ]
    parts = [
        part(tmp_path, "people", people, covers="FY2017-18"),
        part(tmp_path, "protection_plans", began, covers="FY2017-18"),
    ]
    evidence = Evidence(dict(catalogue.datasets()), parts, dict(catalogue.cohorts()), {})
    indicators = [catalogue.indicators()[code] for code in ("CP5", "CP8")]
    kept = dict(work_out(Work(tmp_path, indicators, evidence, before={}, opened={}), processes=processes))
    withheld = [
        {row["group"] for row in read_results([tmp_path / "results" / kept[each.code]], **ETHNICITY) if _withheld(row)}
        for each in indicators
    ]
    assert withheld == [{"Asian or Asian British", "Black or Black British", "Other ethnic groups"}] * 2


ETHNICITY: dict[str, Any] = {"period": "FY2017-18", "breakdown": "ethnicity"}


def _withheld(row: Mapping[str, Any]) -> bool:
    return bool(row["public"] == "withheld" and row["numerator"])


def test_little_evidence_is_not_worth_several_processes(tmp_path: Path) -> None:
    assert work_in(tmp_path).processes() == 1


def test_whoever_stops_listening_ends_the_others(tmp_path: Path) -> None:
    heard = work_out(work_in(tmp_path), processes=2)
    next(heard)
    heard.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize("processes", [1, 2])
def test_what_is_refused_meanwhile_ends_the_work_and_alone_keeps_nothing(tmp_path: Path, processes: int) -> None:
    def refuse() -> None:
        raise Refused("the catalogue does not hold together")

    with pytest.raises(Refused, match="hold together"):
        list(work_out(work_in(tmp_path), processes=processes, meanwhile=refuse))
    if processes == 1:
        assert not (tmp_path / "results").exists()


KILLED = """
import os, signal, sys
from pathlib import Path
from goldenthread.engine.store.results import read_results
from goldenthread.engine.working_out import work_out
from tests.factories.evidence import work_in
if __name__ == "__main__":
    next(work_out(work_in(Path(sys.argv[1])), processes=2))
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_no_process_stays_behind_one_that_was_killed(tmp_path: Path) -> None:
    script = tmp_path / "killed.py"
    script.write_text(KILLED)
    house = Path(__file__).parents[2]
    said = subprocess.run(
        [sys.executable, script, tmp_path], capture_output=True, text=True, env={"PYTHONPATH": str(house)}, timeout=60
    )  # which ends when the last process has ended that could write there
    assert (said.returncode, said.stdout) == (-9, "")


@pytest.mark.django_db
def test_nothing_is_published_where_a_process_was_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sent(a_board(), tmp_path, accepted=True)

    def ended(work: Work, **_also: object) -> Iterator[Any]:
        yield work.indicators[0].code, "0" * 64
        raise BrokenProcessPool

    monkeypatch.setattr(operations, "work_out", ended)
    with pytest.raises(Refused, match="ended from outside"):
        operations.compute(by="command line")
    assert Edition.objects.current() is None


@pytest.mark.django_db
def test_an_indicator_that_does_not_fit_its_dataset_is_refused_before_anything_is_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent(a_board(), tmp_path, accepted=True)
    misspelt = replace(catalogue.indicators()["CLA1"], measure=Count(where="legal_statsu = 'C1'"))
    monkeypatch.setattr(catalogue, "indicators", lambda: {"CLA1": misspelt})
    operations._problems_of.cache_clear()
    with pytest.raises(Refused, match="does not hold together: CLA1: .*legal_statsu"):
        operations.compute(by="command line")
    operations._problems_of.cache_clear()
    assert Edition.objects.current() is None
