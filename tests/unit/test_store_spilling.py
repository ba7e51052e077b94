"""What does not fit into memory is written beside the parts, for its owner alone, and does not stay."""

import stat
from pathlib import Path

import duckdb

from goldenthread import catalogue
from goldenthread.engine.counting.evidence import opened
from goldenthread.engine.store.spilling import spill_folder, sweep_spilled
from tests.factories.evidence import work_in

SORTED = "SELECT range AS child, md5(CAST(range AS VARCHAR)) AS key FROM range(3_000_000) ORDER BY key"


def test_evidence_is_opened_so_that_what_does_not_fit_stays_in_the_home(tmp_path: Path) -> None:
    evidence = work_in(tmp_path).evidence
    with opened(["contacts"], datasets=catalogue.datasets(), parts=evidence.parts) as connection:
        (set_to,) = connection.execute("SELECT current_setting('temp_directory')").fetchall()
    assert set_to == (str(spill_folder(tmp_path)),)
    assert stat.S_IMODE((tmp_path / "spill").stat().st_mode) == 0o700


def test_duckdb_makes_the_folder_when_it_needs_it_and_removes_it(tmp_path: Path) -> None:
    folder = spill_folder(tmp_path)
    with duckdb.connect() as connection:
        connection.execute("SET temp_directory = ?", [str(folder)])
        connection.execute("SET memory_limit = '64MB'")
        connection.execute("SET threads = 1")
        assert not folder.exists()
        connection.execute(f"CREATE TEMP TABLE large AS {SORTED}")
        assert list(folder.iterdir())
    assert not folder.exists()


def test_what_a_process_left_that_was_ended_is_swept(tmp_path: Path) -> None:
    left = spill_folder(tmp_path)
    left.mkdir()
    (left / "duckdb_temp_storage-0.tmp").write_text("child keys")
    sweep_spilled(tmp_path)
    assert not left.exists()
    sweep_spilled(tmp_path)
