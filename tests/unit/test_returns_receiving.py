"""Receiving: what is good is kept, what is not is told, and nothing is lost."""

from pathlib import Path

import pyarrow as pa
import pytest
from django.db import connection

from goldenthread.engine.periods import parse
from goldenthread.engine.store.files import FileStore
from goldenthread.engine.store.keys import Keys
from goldenthread.engine.store.locks import alone, writing
from goldenthread.engine.store.parts import table_from
from goldenthread.engine.store.pending import unsettled
from goldenthread.engine.store.vault import unseal
from goldenthread.engine.store.verifying import Problems, verify_files
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.history.models import Entry
from goldenthread.workflow.history.refusals import Refused
from goldenthread.workflow.returns import collecting, registering
from goldenthread.workflow.returns.models import Part, Return
from goldenthread.workflow.returns.operations import Outcome, receive
from goldenthread.workflow.returns.particulars import KeptParts
from goldenthread.workflow.returns.reading import named_files
from tests.factories.agencies import an_agency
from tests.factories.returns import NOT_A_DATE, a_return, episodes, reviews, write

pytestmark = pytest.mark.django_db
YEAR = parse("FY2017-18")


@pytest.fixture
def key(home: Path) -> Keys:
    return Keys.create(home.with_name("home.key"))


@pytest.fixture
def agency(key: Keys) -> Agency:
    return an_agency("acc")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "sent"


def taken_in(path: Path, agency: Agency) -> Outcome:
    return receive(path, agency=agency, period=YEAR, by="command line")


def verified(home: Path) -> Problems:
    found = Problems()
    for kind, named in named_files().items():
        found += verify_files(home, kind, named)
    return found


def rows_of(home: Path, part: Part) -> pa.Table:
    return table_from(FileStore(home, "parts").read(part.digest))


def test_a_file_is_taken_in(home: Path, folder: Path, agency: Agency) -> None:
    outcome = taken_in(episodes(folder), agency)
    return_ = outcome.return_
    assert return_ and not outcome.already and outcome.remarks == ()
    assert (str(return_.agency), return_.format, return_.state) == ("Ambleford acc", "ssda903", "received")
    assert (return_.covers, return_.span, return_.covers_inferred) == (YEAR, YEAR.span, False)
    [part] = return_.parts.all()
    assert (part.dataset, part.rows) == ("looked_after_episodes", 3)
    assert rows_of(home, part).num_rows == 3
    assert verified(home) == Problems()
    assert unsettled(home) == set()


def test_history_says_what_was_received(folder: Path, agency: Agency) -> None:
    return_ = a_return(episodes(folder), agency)
    [entry] = Entry.objects.about("return", return_.number)
    assert (entry.verb, entry.actor, entry.about["agency"]) == ("received", "command line", "acc")
    assert entry.about["files"] == [return_.vault, *return_.parts.values_list("digest", flat=True)]


def test_a_folder_is_one_return_and_folders_in_it_are_mentioned(folder: Path, agency: Agency) -> None:
    episodes(folder), reviews(folder), episodes(folder / "last year"), write(folder / ".hidden", "x")
    outcome = taken_in(folder, agency)
    assert outcome.return_
    assert [file.name for file in outcome.files] == ["episodes.csv", "reviews.csv"]
    assert set(outcome.return_.parts.values_list("dataset", flat=True)) == {
        "looked_after_episodes",
        "looked_after_reviews",
    }
    assert outcome.remarks == (
        "Folders inside were not looked into: last year. Receive each by itself.",
        "Not taken, being hidden or not a file: .hidden.",
    )


def test_what_is_good_is_kept_and_what_is_not_is_held_back(home: Path, key: Keys, folder: Path, agency: Agency) -> None:
    outcome = taken_in(episodes(folder, children=2, wrong=1), agency)
    assert outcome.return_
    [file] = outcome.return_.files.all()
    assert (file.name, file.read, file.accepted, file.held_back) == ("episodes.csv", 3, 2, 1)
    assert outcome.issue_totals["error"] == 1
    members = unseal(FileStore(home, "vault").read(outcome.return_.vault), key.vault)
    assert members["originals/episodes.csv"] == (folder / "episodes.csv").read_bytes()
    assert NOT_A_DATE in str(table_from(members["held_back/looked_after_episodes.parquet"]).to_pylist())
    assert "CHILD-1" in str(table_from(members["identities/looked_after_episodes.parquet"]).to_pylist())


def test_nothing_outside_the_vault_says_who_a_child_is(home: Path, folder: Path, agency: Agency) -> None:
    return_ = a_return(episodes(folder, wrong=1), agency)
    kept = str([rows_of(home, part).to_pylist() for part in return_.parts.all()])
    told = str([*return_.issue_counts.values(), *return_.files.values(), *Entry.objects.values()])
    for text in ("CHILD-1", "AF1 1AA", NOT_A_DATE):
        assert text not in kept + told
        assert not any(text.encode() in file.read_bytes() for file in home.rglob("*") if file.is_file())


def test_another_agency_gives_a_child_another_key(home: Path, folder: Path, agency: Agency) -> None:
    keys = [
        set(rows_of(home, a_return(episodes(folder), each).parts.get())["child_key"].to_pylist())
        for each in (agency, an_agency("bcc"))
    ]
    assert len(keys[0]) == 3
    assert keys[0] & keys[1] == set()


def test_what_a_return_covers_is_inferred_and_said(folder: Path, agency: Agency) -> None:
    return_ = a_return(episodes(folder, year=2016), agency)
    assert (return_.covers_code, return_.covers_inferred) == ("FY2016-17", True)


def test_a_return_whose_period_cannot_be_told_is_refused(folder: Path, agency: Agency) -> None:
    file = write(folder / "people.csv", "local_id,date_of_birth,sex", "CHILD-1,09/08/2007,1")
    with pytest.raises(Refused, match="cannot be told from its content. Say so with --period"):
        receive(file, agency=agency, by="command line")
    assert taken_in(file, agency).return_


def test_nothing_usable_keeps_nothing(home: Path, folder: Path, agency: Agency) -> None:
    outcome = taken_in(write(folder / "shopping.csv", "bread,milk", "1,2"), agency)
    assert outcome.return_ is None
    assert outcome.issues
    assert [file.name for file in outcome.files] == ["shopping.csv"]
    assert Return.objects.count() == 0
    assert verified(home) == Problems()
    assert not (home / "vault").exists()


def test_the_same_return_twice_is_kept_once(home: Path, folder: Path, agency: Agency) -> None:
    first = a_return(episodes(folder), agency)
    (folder / "episodes.csv").rename(folder / "again.csv")
    again = receive(folder, agency=agency, by="command line")
    assert (again.return_, again.already) == (first, True)
    assert Return.objects.count() == 1
    assert len(FileStore(home, "vault").names()) == 1
    assert verified(home) == Problems()


def test_the_same_files_about_other_days_are_another_return(folder: Path, agency: Agency) -> None:
    first = a_return(episodes(folder), agency)
    other = a_return(folder, agency, period=parse("FY2016-17..FY2017-18"))
    assert first != other
    assert first.parts.get().digest == other.parts.get().digest


def test_a_return_that_was_superseded_may_be_sent_again(folder: Path, agency: Agency) -> None:
    first = a_return(episodes(folder / "first"), agency, accepted=True)
    a_return(episodes(folder / "second", children=5), agency, accepted=True)
    assert first.is_superseded()
    third = a_return(folder / "first", agency, accepted=True)
    assert third != first
    assert Part.objects.in_force().get().of == third


def test_a_return_of_which_a_part_was_superseded_may_be_sent_again(folder: Path, agency: Agency) -> None:
    first = a_return(episodes(folder / "first"), agency, accepted=True)
    write(folder / "first" / "reviews.csv", "CHILD,DOB,REVIEW,REVIEW_CODE", "CHILD-1,01/01/2010,01/05/2017,PN1")
    both = a_return(folder / "first", agency, accepted=True)
    a_return(episodes(folder / "second", children=5), agency, accepted=True)
    assert first.is_superseded() and both.is_superseded_in_part() and not both.is_superseded()
    again = a_return(folder / "first", agency, accepted=True)
    assert again != both
    assert {part.of for part in Part.objects.in_force()} == {again}


def test_two_who_receive_the_same_at_once_agree_on_one_return(
    home: Path, folder: Path, agency: Agency, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_parts = registering._keep_parts

    def meanwhile(*told: object) -> KeptParts:
        monkeypatch.setattr(registering, "_keep_parts", keep_parts)
        a_return(folder, agency)
        return keep_parts(*told)  # type: ignore[arg-type]

    episodes(folder)
    monkeypatch.setattr(registering, "_keep_parts", meanwhile)
    outcome = receive(folder, agency=agency, by="command line")
    assert outcome.already
    assert Return.objects.get() == outcome.return_
    assert verified(home).problems == ()


def test_a_path_that_is_not_there_is_told(tmp_path: Path, agency: Agency) -> None:
    with pytest.raises(Refused, match=f"There is nothing at {tmp_path / 'none.csv'}. Check the path"):
        taken_in(tmp_path / "none.csv", agency)


def test_a_folder_without_files_is_told(tmp_path: Path, agency: Agency) -> None:
    (tmp_path / "sent" / "deeper").mkdir(parents=True)
    with pytest.raises(Refused, match="There are no files in .*sent itself"):
        taken_in(tmp_path / "sent", agency)


def test_what_is_neither_file_nor_folder_is_told(agency: Agency) -> None:
    with pytest.raises(Refused, match="neither a file nor a folder"):
        taken_in(Path("/dev/null"), agency)


def test_a_file_that_may_not_be_read_is_told(folder: Path, agency: Agency, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(file: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(file))

    monkeypatch.setattr(Path, "read_bytes", locked)
    with pytest.raises(Refused, match="episodes.csv cannot be read: Permission denied. Nothing was taken in."):
        taken_in(episodes(folder), agency)


def test_what_is_too_large_is_refused_before_it_is_read(
    folder: Path, agency: Agency, monkeypatch: pytest.MonkeyPatch
) -> None:
    episodes(folder), reviews(folder)
    with monkeypatch.context() as small:
        small.setattr(Path, "read_bytes", lambda file: pytest.fail("it was read"))
        small.setattr(collecting, "LARGEST_FILE", 100)
        with pytest.raises(Refused, match="episodes.csv has 0 MB; at most 0 MB can be taken in. Is it the right one"):
            taken_in(folder, agency)
        small.setattr(collecting, "LARGEST_FILE", 10_000)
        small.setattr(collecting, "LARGEST_RETURN", 300)
        with pytest.raises(Refused, match="sent with its 2 files has"):
            taken_in(folder, agency)


def test_a_name_that_is_no_text_does_no_harm(folder: Path, agency: Agency) -> None:
    file = episodes(folder)
    file.rename(file.with_name("episodes\udcff.csv"))
    [outcome] = taken_in(folder, agency).files
    assert outcome.name == "episodes?.csv"


def test_an_unknown_format_is_told_with_those_there_are(folder: Path, agency: Agency) -> None:
    with pytest.raises(Refused, match="There is no format 'annex'. Choose one of: auto, .*ssda903"):
        receive(episodes(folder), agency=agency, format="annex", by="command line")


def test_without_the_key_nothing_is_taken_in(folder: Path, home: Path, agency: Agency) -> None:
    a_return(episodes(folder), agency)
    home.with_name("home.key").unlink()
    with pytest.raises(Refused, match="There is no key file at"):
        taken_in(episodes(folder, children=9), agency)
    Keys.create(home.with_name("home.key"))
    with pytest.raises(Refused, match="is not the key file of the home"):
        taken_in(episodes(folder, children=9), agency)
    assert Return.objects.count() == 1


def test_while_somebody_has_the_home_alone_one_waits(home: Path, folder: Path, agency: Agency) -> None:
    with alone(home, "backup"), pytest.raises(Refused, match="'backup' is at work.*Wait until it has finished"):
        taken_in(episodes(folder), agency)
    with writing(home, "compute"):
        assert taken_in(episodes(folder), agency).return_


POINTS = ["_keep_in_vault", "_keep_parts", "_record_return"]


@pytest.mark.parametrize("point", POINTS)
def test_a_run_that_is_cut_leaves_nothing_that_the_next_does_not_sweep(
    home: Path, folder: Path, agency: Agency, monkeypatch: pytest.MonkeyPatch, point: str
) -> None:
    kept = a_return(episodes(folder / "kept", children=4), agency)
    episodes(folder / "cut")
    with monkeypatch.context() as cut:
        whole = getattr(registering, point)
        cut.setattr(registering, point, lambda *told, **named: (whole(*told, **named), 1 / 0))
        with pytest.raises(ZeroDivisionError):
            receive(folder / "cut", agency=agency, by="command line")
    found = verified(home)
    assert found.problems == ()
    assert bool(found.notes) == (point != "_record_return")
    again = receive(folder / "cut", agency=agency, by="command line")
    assert again.already == (point == "_record_return")
    a_return(episodes(folder / "next", children=7), agency)
    assert verified(home) == Problems()
    assert unsettled(home) == set()
    assert kept.parts.get().digest in FileStore(home, "parts").names()


def test_a_failure_in_the_database_keeps_no_return(
    home: Path, folder: Path, agency: Agency, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*told: object, **named: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as cut:
        cut.setattr(registering, "record", failing)
        with pytest.raises(ZeroDivisionError):
            taken_in(episodes(folder), agency)
    assert Return.objects.count() == Part.objects.count() == 0
    assert verified(home).problems == ()
    assert not connection.needs_rollback
