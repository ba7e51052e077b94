"""Reading what returns said: by those who may, and never without a record of it."""

from pathlib import Path

import pytest

from goldenthread.engine.checking.issues import Issue
from goldenthread.engine.definitions import ERROR, WARNING
from goldenthread.engine.periods import parse
from goldenthread.engine.store.files import FileStore
from goldenthread.engine.store.keys import Keys
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.history.models import Entry
from goldenthread.workflow.history.refusals import NotFound, Refused
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import Role
from goldenthread.workflow.returns import reading
from goldenthread.workflow.returns.models import Return
from goldenthread.workflow.returns.operations import receive
from goldenthread.workflow.returns.reading import issue_totals, issues
from goldenthread.workflow.returns.tallying import issue_counts, without_text
from tests.factories.agencies import an_agency
from tests.factories.people import a_person
from tests.factories.returns import NOT_A_DATE, a_return, episodes

pytestmark = pytest.mark.django_db


@pytest.fixture
def agency(home: Path) -> Agency:
    Keys.create(home.with_name("home.key"))
    return an_agency("acc")


@pytest.fixture
def return_(tmp_path: Path, agency: Agency) -> Return:
    return a_return(episodes(tmp_path, wrong=2), agency, period=parse("FY2017-18"))


def test_every_issue_comes_back_as_it_was_found(tmp_path: Path, agency: Agency) -> None:
    outcome = receive(episodes(tmp_path, wrong=2), agency=agency, by="command line")
    assert outcome.return_
    found = issues(outcome.return_, by="person:1", why="listed")
    assert found == list(outcome.issues)
    [first, second] = [issue for issue in found if issue.severity is ERROR]
    assert (first.file, first.row, first.column, first.text) == ("episodes.csv", 5, "DECOM", NOT_A_DATE)
    assert second.row == 6


def test_who_reads_them_and_why_is_recorded_first(home: Path, return_: Return) -> None:
    FileStore(home, "vault").path(return_.vault).unlink()
    with pytest.raises(Refused, match=f"vault file of return {return_.number} is missing.*Restore it from a backup"):
        issues(return_, by="person:1", why="listed on the command line")
    entry = Entry.objects.newest()[0]
    assert str(entry) == f"{entry.number}: read the issues of return {return_.number}"
    assert (entry.actor, entry.about) == ("person:1", {"why": "listed on the command line"})


def test_what_cannot_be_recorded_is_not_shown(return_: Return, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*told: object, **named: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(reading, "record", failing)
    monkeypatch.setattr(reading, "unseal", lambda *told: pytest.fail("the vault was opened"))
    with pytest.raises(ZeroDivisionError):
        issues(return_, by="person:1", why="listed")


def test_an_altered_vault_file_is_told(home: Path, return_: Return) -> None:
    file = FileStore(home, "vault").path(return_.vault)
    file.write_bytes(file.read_bytes()[:-1] + b"x")
    with pytest.raises(Refused, match=f"Return {return_.number} cannot be opened. The vault file .* has been altered"):
        issues(return_, by="person:1", why="listed")


def test_how_many_issues_there_are_is_told_without_what_they_say(return_: Return) -> None:
    assert issue_totals(return_)["error"] == 2
    [count] = return_.issue_counts.filter(severity="error")
    assert (count.file, count.dataset, count.code, count.column, count.count) == (
        "episodes.csv", "looked_after_episodes", "not-a-date", "DECOM", 2,
    )  # fmt: skip
    assert count.message == "This is not a date between 1900 and 2100. Write it as 31/03/2018."


def test_what_stood_in_a_row_is_left_out_of_what_is_counted(return_: Return) -> None:
    declared = Issue(
        "ends-before-start",
        ERROR,
        "The episode ended on 03/02/2018, before it began on 04/02/2018. Correct whichever is wrong.",
        dataset="looked_after_episodes",
    )
    assert without_text(declared) == "The episode ended on …, before it began on …. Correct whichever is wrong."
    example = "Dates are written in two ways: 2009-08-09 in DOB, 9/8/2009 in MC_DOB. Write all of them as 31/03/2018."
    assert without_text(Issue("mixed-dates", WARNING, example)) == (
        "Dates are written in two ways: … in DOB, … in MC_DOB. Write all of them as 31/03/2018."
    )


def test_what_no_database_takes_is_left_out_too(return_: Return) -> None:
    strange = Issue("unknown-column", WARNING, "The column 'a\0' is not known.", file="x.csv", column="a\0" + "b" * 300)
    [count] = issue_counts(return_, [strange])
    count.save()
    assert (count.message, len(count.column)) == ("The column 'a' is not known.", 255)


def test_one_sees_the_returns_that_ones_role_lets_one_see(tmp_path: Path, return_: Return) -> None:
    other = a_return(episodes(tmp_path / "other"), an_agency("bcc"))
    lead, stranger = (a_person(Role.DATA_LEAD, agency=each) for each in (other.agency, an_agency("ccc")))

    def seen(person: Person | None) -> set[Return]:
        return set(Return.objects.visible_to(person))

    assert seen(a_person(Role.ANALYST)) == seen(a_person(Role.BOARD_MEMBER)) == {return_, other}
    assert seen(lead) == {other}
    assert seen(stranger) == seen(None) == set()
    lead.is_active = False
    assert seen(lead) == set()


def test_a_return_one_may_not_see_is_told_like_one_that_is_not_there(tmp_path: Path, return_: Return) -> None:
    lead = a_person(Role.DATA_LEAD, agency=an_agency("bcc"))
    for returns in (Return.objects.visible_to(lead), Return.objects.filter(number=0)):
        with pytest.raises(NotFound, match=f"There is no return {return_.number}."):
            returns.numbered(return_.number)
    assert Return.objects.numbered(return_.number) == return_


def test_a_list_of_returns_is_read_at_once(
    tmp_path: Path, return_: Return, django_assert_num_queries: pytest.FixtureRequest
) -> None:
    a_return(episodes(tmp_path / "other", children=9), return_.agency)
    with django_assert_num_queries(4):  # type: ignore[operator]
        listed = [
            (each.number, str(each.agency), issue_totals(each), len(each.files.all()), each.is_superseded())
            for each in Return.objects.newest()
        ]
    assert [number for number, *_ in listed] == [return_.number + 1, return_.number]
