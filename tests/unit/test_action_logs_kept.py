"""What becomes of an action log: refused, kept sealed, imported, given back, let go."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from goldenthread.workflow.actions.importing import operations
from goldenthread.workflow.actions.importing.matching import NOTE
from goldenthread.workflow.actions.importing.taking import Matching
from goldenthread.workflow.actions.logs import ActionLog, ImportedRow
from goldenthread.workflow.actions.models import Action, Recommendation
from goldenthread.workflow.actions.rules import BROUGHT, IMPORTED, LET_GO, LOG
from goldenthread.workflow.history.models import Entry
from goldenthread.workflow.history.refusals import NotFound, Refused
from tests.factories.action_logs import ANN, HEADERS, ON, ROWS, brought
from tests.factories.board import Board, a_board

pytestmark = pytest.mark.django_db


@pytest.fixture
def board(home: Path) -> Board:
    return a_board()


# --- what cannot be read ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "The file is empty"),
        (b"%PDF-1.4", "This is a PDF"),
        (b"<?xml version='1.0'?><a/>", "This is XML"),
        (b"\xd0\xcf\x11\xe0", "old Excel workbook"),
        (b"Recommendation,Action\n", "no row below them"),
        ((",".join("x" * 1 for _ in range(70)) + "\n").encode() * 2, "at most 60 are taken"),
    ],
)
def test_a_file_that_is_no_log_is_refused(board: Board, content: bytes, said: str) -> None:
    with pytest.raises(Refused, match=said):
        operations.bring("plan.csv", content, by=ANN)
    assert not ActionLog.objects.exists()


def test_what_is_too_much_at_once_is_refused(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("goldenthread.workflow.actions.importing.tables.MOST_ROWS", 3)
    with pytest.raises(Refused, match="There are 4 rows, and at most 3 are taken at once"):
        brought()
    monkeypatch.setattr("goldenthread.workflow.actions.importing.tables.LARGEST_LOG", 10)
    with pytest.raises(Refused, match="are taken"):
        brought()


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"kind": "rumour"}, "which kind of source"),
        ({"source": ""}, "where the recommendations come from"),
        ({"on": timezone.localdate() + timedelta(days=2)}, "in the future"),
    ],
)
def test_what_is_said_of_a_log_must_be_whole(board: Board, told: dict[str, Any], said: str) -> None:
    with pytest.raises(Refused, match=said):
        brought(**told)


def test_two_columns_are_not_the_same_and_one_says_what_it_is_about(board: Board) -> None:
    log = operations.bring("plan.csv", b"Action,More\nBrief.,x\n", by=ANN)
    for columns, said in (({0: "action", 1: "action"}, "Two columns are"), ({0: NOTE, 1: "due"}, "Say which column")):
        with pytest.raises(Refused, match=said):
            operations.match(log, Matching(columns, "review", "R", ON), sheet="", by=ANN)
    with pytest.raises(Refused, match="Say first which column is which"):
        operations.look(log)


# --- what becomes of a log --------------------------------------------------------------------------------------------


def test_what_was_not_taken_is_given_back_until_it_is_let_go(board: Board) -> None:
    log = brought(f"{HEADERS}\n{ROWS}5,,,,,,,,,\n6,Ring 0113 496 0000.,,,,,,,,\n")
    before = operations.rejected_of(log)
    log = operations.import_log(log, by=ANN)
    assert operations.rejected_of(log) == before and "6,Ring 0113 496 0000." in before
    assert b"0113" not in bytes(log.sealed or b"") and log.state == IMPORTED
    with pytest.raises(Refused, match="Nothing was changed"):
        operations.import_log(log, by=ANN)
    operations.let_go(log, by=ANN)
    log.refresh_from_db()
    assert (log.state, log.sealed) == (IMPORTED, None)
    with pytest.raises(NotFound, match="no longer kept"):
        operations.rejected_of(log)


def test_a_log_that_nobody_imports_is_let_go_in_time(board: Board) -> None:
    first, second = brought(), brought()
    operations.let_go(first, by=ANN)
    first.refresh_from_db()
    assert (first.state, first.sealed) == (LET_GO, None)
    ActionLog.objects.update(brought_at=timezone.now() - operations.KEPT_FOR - timedelta(days=1))
    brought()
    second.refresh_from_db()
    assert (second.state, second.sealed) == (BROUGHT, None)
    with pytest.raises(NotFound, match="no longer kept"):
        operations.look(second)


@pytest.mark.parametrize("state", LOG.states())
@pytest.mark.parametrize("way", LOG.ways, ids=lambda way: way.verb)
def test_every_way_of_a_log_starts_only_from_where_it_is_declared_to(board: Board, way: Any, state: str) -> None:
    log = brought()
    ActionLog.objects.update(state=state, imported_at=timezone.now())
    led = {
        "matched": lambda: operations.match(log, operations.matching_of(log.matching), sheet="", by=ANN),
        "imported": lambda: operations.import_log(log, by=ANN),
        "let go": lambda: operations.let_go(log, by=ANN),
        "cleared": lambda: operations.let_go(log, by=ANN),
    }[way.verb]
    if state in way.sources:
        led()
        log.refresh_from_db()
        assert log.state == way.target and Entry.objects.filter(subject="action log", verb=way.verb).exists()
    elif state not in {source for each in LOG.ways for source in each.sources if each.verb in ("let go", "cleared")}:
        with pytest.raises(Refused, match="Nothing was changed"):
            led()


def test_history_says_how_many_and_holds_no_word(board: Board) -> None:
    operations.import_log(brought(), by=ANN)
    entry = Entry.objects.get(subject="action log", verb="imported")
    assert '"recommendations":3' in entry.text.replace(" ", "")
    assert "SMART" not in "".join(Entry.objects.values_list("text", flat=True))


def test_ten_thousand_rows_take_as_few_queries_as_three(board: Board) -> None:
    def a_log(rows: int) -> str:
        return "Recommendation,Action,Lead agency,Status\n" + "".join(
            f"Recommendation {rows}/{at // 2}.,Action {rows}/{at}.,acc,open\n" for at in range(rows)
        )

    asked = []
    for rows in (4, 10_000):
        log = brought(a_log(rows))
        with CaptureQueriesContext(connection) as caught:
            operations.import_log(log, by=ANN)
        asked.append(len([each for each in caught if each["sql"].startswith("SELECT")]))
    assert asked[0] == asked[1]
    assert Action.objects.count() == ImportedRow.objects.count() == 10_004 and Recommendation.objects.count() == 5_002
