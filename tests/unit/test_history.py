"""History: added to, never altered; and if it is altered, it shows."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction

from goldenthread.workflow.history import operations
from goldenthread.workflow.history.chain import HEADS, append_head, canonical_text, hash_after, heads
from goldenthread.workflow.history.models import Entry, Head, NeverAltered
from goldenthread.workflow.history.operations import record
from goldenthread.workflow.history.queries import verify_chain
from goldenthread.workflow.history.refusals import Refused
from goldenthread.workflow.history.transitions import Transition, Transitions

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def five() -> None:
    for number in range(1, 6):
        record("received", subject="return", subject_id=number, by="command line", rows=number * 10)


def alter(sql: str, *values: Any) -> None:
    """Alter the database behind the program's back."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def test_an_empty_history_is_whole() -> None:
    assert verify_chain() == []


def test_who_did_what_and_when_is_recorded(five: None) -> None:
    entry = Entry.objects.newest()[0]
    assert (entry.number, entry.actor, entry.verb, str(entry)) == (
        5,
        "command line",
        "received",
        "5: received return 5",
    )
    assert entry.about == {"rows": 50}
    assert entry.when.isoformat(timespec="microseconds") == entry.at
    assert [each.number for each in Entry.objects.about("return", 3)] == [3]
    assert verify_chain() == []


def test_an_entry_hangs_on_the_one_before(five: None) -> None:
    first, second = Entry.objects.order_by("number")[:2]
    assert first.previous_hash == ""
    assert second.previous_hash == first.hash
    assert second.hash == hash_after(first.hash, second.text)


def test_the_canonical_text_is_the_same_everywhere() -> None:
    """Whoever verifies a history in ten years computes exactly this."""
    text = canonical_text({"number": 1, "subject": "café"}, {"b": [2, 1], "a": True})
    assert text == '{"about":{"a":true,"b":[2,1]},"number":1,"subject":"caf\\u00e9"}'
    assert hash_after("", text) == "afadae952e9df89eff2f364483ab43e6a666ef97d8806e0f9e942a111f28c00f"


@pytest.mark.parametrize("column", ["at", "actor", "verb", "subject", "subject_id", "text", "previous_hash", "hash"])
@pytest.mark.parametrize("number", [1, 3, 5])
def test_the_change_of_any_column_of_any_entry_shows(five: None, column: str, number: int) -> None:
    alter(f"UPDATE history_entry SET {column} = %s WHERE number = %s", "x", number)  # noqa: S608 - a test's own words
    assert any(f"entry {number} was altered" in problem for problem in verify_chain())


def test_every_column_is_put_to_that_test() -> None:
    tested = {"at", "actor", "verb", "subject", "subject_id", "text", "previous_hash", "hash"}
    assert {field.column for field in Entry._meta.fields} - tested == {"number"}


@pytest.mark.parametrize("number", [1, 3, 5])
def test_another_number_shows(five: None, number: int) -> None:
    alter("UPDATE history_entry SET number = 77 WHERE number = %s", number)
    assert verify_chain() != []


def test_a_change_that_recomputes_its_own_hash_shows(five: None) -> None:
    entry = Entry.objects.get(number=3)
    text = entry.text.replace("30", "31")
    alter("UPDATE history_entry SET text = %s, hash = %s WHERE number = 3", text, hash_after(entry.previous_hash, text))
    assert any("entry 4 was altered" in problem for problem in verify_chain())


@pytest.mark.parametrize("number", [1, 3, 5])
def test_the_deletion_of_an_entry_shows(five: None, number: int) -> None:
    alter("DELETE FROM history_entry WHERE number = %s", number)
    assert verify_chain() != []


def test_reordering_shows(five: None) -> None:
    for number, becomes in ((2, 99), (3, 2), (99, 3)):
        alter("UPDATE history_entry SET number = %s WHERE number = %s", becomes, number)
    assert any("entry 2 was altered" in problem for problem in verify_chain())


def test_an_entry_that_somebody_adds_shows(five: None) -> None:
    alter(
        "INSERT INTO history_entry (number, at, actor, verb, subject, subject_id, text, previous_hash, hash)"
        " SELECT 6, at, actor, verb, subject, subject_id, text, previous_hash, hash FROM history_entry WHERE number = 5"
    )
    assert verify_chain() != []


def test_a_changed_or_missing_head_shows(five: None) -> None:
    alter("UPDATE history_head SET count = 4")
    assert any("should end with entry 4" in problem for problem in verify_chain())
    alter("DELETE FROM history_head")
    assert any("should end with entry 0" in problem for problem in verify_chain())


def cut_off(after: int) -> None:
    """Take the newest entries away and put the head back, as somebody would who knows how the chain is made."""
    alter("DELETE FROM history_entry WHERE number > %s", after)
    last = Entry.objects.newest().first()
    alter("UPDATE history_head SET count = %s, hash = %s", after, last.hash if last else "")


@pytest.mark.parametrize("after", [4, 2, 0])
def test_cutting_off_the_newest_shows_by_the_file_of_heads(five: None, after: int) -> None:
    cut_off(after)
    [problem] = verify_chain()
    assert f"remembers a history entry {after + 1} that is not there" in problem


def test_cutting_off_and_going_on_shows(five: None) -> None:
    cut_off(3)
    record("received", subject="return", subject_id=9, by="command line")
    assert any("remembers a history entry 4" in problem for problem in verify_chain())


def test_the_file_of_heads_has_a_line_for_each_entry(five: None, home: Path) -> None:
    assert list(heads(home)) == [(entry.number, entry.hash) for entry in Entry.objects.order_by("number")]


def test_a_file_of_heads_that_is_behind_is_whole_and_goes_on(
    five: None, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as killed_before_the_line_was_written:
        killed_before_the_line_was_written.setattr(operations, "append_head", lambda *told: None)
        record("accepted", subject="return", subject_id=1, by="command line")
    assert verify_chain() == []
    record("accepted", subject="return", subject_id=2, by="command line")
    assert verify_chain() == []
    assert [count for count, _ in heads(home)] == [1, 2, 3, 4, 5, 7]


def test_a_line_cut_short_by_a_power_failure_does_no_harm(five: None, home: Path) -> None:
    (home / HEADS).write_bytes((home / HEADS).read_bytes()[:-20])
    record("accepted", subject="return", subject_id=1, by="command line")
    assert [count for count, _ in heads(home)] == [1, 2, 3, 4, 6]
    assert verify_chain() == []


def test_a_missing_file_of_heads_shows(five: None, home: Path) -> None:
    (home / HEADS).unlink()
    [problem] = verify_chain()
    assert f"{home / HEADS} is missing" in problem


def test_heads_are_only_ever_added(home: Path) -> None:
    home.mkdir()
    (home / HEADS).touch()
    append_head(home, 1, "a" * 64)
    before = (home / HEADS).read_bytes()
    append_head(home, 2, "b" * 64)
    assert (home / HEADS).read_bytes() == before + b"2 " + b"b" * 64 + b"\n"


def test_what_is_undone_was_never_history(home: Path) -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        record("received", subject="return", subject_id=1, by="command line")
        raise ZeroDivisionError
    assert Entry.objects.count() == 0
    assert list(heads(home)) == []
    assert verify_chain() == []


def test_the_program_cannot_alter_history(five: None) -> None:
    entry = Entry.objects.newest()[0]
    attempts: Iterator[Any] = iter(
        [
            entry.save,
            entry.delete,
            lambda: Entry.objects.all().delete(),
            lambda: Entry.objects.update(actor="somebody else"),
            lambda: Entry.objects.bulk_update([entry], ["actor"]),
            lambda: Entry.objects.bulk_create([entry]),
        ]
    )
    for attempt in attempts:
        with pytest.raises(NeverAltered, match="only ever added to"):
            attempt()
    assert Entry.objects.count() == 5
    assert verify_chain() == []


def test_history_holds_no_reference_to_anything() -> None:
    assert [field.name for model in (Entry, Head) for field in model._meta.fields if field.is_relation] == []


def test_many_who_record_at_once_make_one_chain() -> None:
    if not connection.features.test_db_allows_multiple_connections:
        pytest.skip("a database in memory has one connection")

    def somebody(number: int) -> None:
        try:
            record("received", subject="return", subject_id=number, by="command line")
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=4) as several:
        list(several.map(somebody, range(20)))
    assert Entry.objects.count() == 20
    assert verify_chain() == []


DOOR = Transitions("door", "shut", (Transition("opened", ("shut",), "open", "open doors"),))


def test_a_state_leads_where_the_table_says() -> None:
    assert DOOR.after("opened", "shut", which=4) == "open"
    assert DOOR.states() == ("shut", "open")
    with pytest.raises(Refused, match="Door 4 is open already, so it cannot be opened") as refused:
        DOOR.after("opened", "open", which=4)
    assert refused.value.message == str(refused.value)
