"""What is read from files that never change is remembered, and no more of it than there is room for."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pyarrow as pa

from goldenthread.engine.store.files import FileStore
from goldenthread.engine.store.remembering import Remembered
from goldenthread.engine.store.results import read_results, write_results


def _finding(rows: int, found: list[int]) -> Callable[[], Sequence[int]]:
    def find() -> Sequence[int]:
        found.append(rows)
        return list(range(rows))

    return find


def test_what_was_asked_before_is_not_looked_for_again() -> None:
    remembered, found = Remembered[int](rows=40), list[int]()
    assert remembered.get("a", _finding(3, found)) == remembered.get("a", _finding(5, found)) == [0, 1, 2]
    assert found == [3]


def test_what_has_waited_longest_makes_room() -> None:
    remembered, found = Remembered[int](rows=40), list[int]()
    for asked in ("a", "b", "c", "d", "a", "e", "a"):
        remembered.get(asked, _finding(10, found))
    assert len(found) == 5
    remembered.get("b", _finding(10, found))
    assert len(found) == 6


def test_an_answer_that_would_drive_out_all_others_is_given_and_not_kept() -> None:
    remembered, found = Remembered[int](rows=40), list[int]()
    remembered.get("small", _finding(1, found))
    assert len(remembered.get("large", _finding(11, found))) == 11
    remembered.get("large", _finding(11, found))
    remembered.get("small", _finding(1, found))
    assert found == [1, 11, 11]


def test_answers_without_rows_do_not_pile_up() -> None:
    remembered, found = Remembered[int](rows=4), list[int]()
    for asked in range(5):
        remembered.get(asked, _finding(0, found))
    remembered.get(0, _finding(0, found))
    assert len(found) == 6


def test_each_question_to_a_file_of_results_has_its_own_answer(tmp_path: Path) -> None:
    store = FileStore(tmp_path, "results")
    cells = pa.table({"period": ["FY2013-14", "2014-03"], "breakdown": ["all", "sex"], "numerator": [7, 4]})
    paths = [store.path(write_results(store, cells))]
    assert [row["numerator"] for row in read_results(paths)] == [7, 4]
    assert [row["numerator"] for row in read_results(paths, period="2014-03")] == [4]
    assert [row["numerator"] for row in read_results(paths, breakdown="all")] == [7]
    assert [row["numerator"] for row in read_results(paths, periods=("FY2013-14",))] == [7]
    paths[0].unlink()
    assert [row["numerator"] for row in read_results(paths, breakdown="all")] == [7]
