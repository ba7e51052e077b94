"""Accepting: how a return becomes evidence, and takes the place of an earlier one."""

from pathlib import Path

import pytest
from django.db import IntegrityError, transaction

from goldenthread.engine.periods import parse
from goldenthread.engine.store.keys import Keys
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.history.models import Entry
from goldenthread.workflow.history.refusals import Refused
from goldenthread.workflow.people.rules import CAPABILITIES, MEANING, Role
from goldenthread.workflow.returns.models import Part, Return
from goldenthread.workflow.returns.operations import Superseded, accept
from goldenthread.workflow.returns.rules import RETURN
from tests.factories.agencies import an_agency
from tests.factories.returns import a_return, episodes, reviews, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def agency(home: Path) -> Agency:
    Keys.create(home.with_name("home.key"))
    return an_agency("acc")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "sent"


def about(period: str, folder: Path, agency: Agency, *, accepted: bool = False) -> Return:
    """A return about a period, different from every other."""
    path = episodes(folder / period, children=len(list(folder.glob("*"))) + 1)
    return a_return(path, agency, period=parse(period), accepted=accepted)


def in_force() -> list[int]:
    return [part.of.number for part in Part.objects.in_force()]


def test_a_return_is_evidence_once_it_is_accepted(folder: Path, agency: Agency) -> None:
    return_ = about("FY2017-18", folder, agency)
    assert in_force() == []
    assert not return_.is_accepted()
    assert accept(return_, by="person:1") == []
    assert in_force() == [return_.number]
    stored = Return.objects.get()
    assert (stored.is_accepted(), stored.accepted_by, stored.is_superseded()) == (True, "person:1", False)
    entry = Entry.objects.newest()[0]
    assert (entry.verb, entry.subject_id, entry.actor) == ("accepted", str(return_.number), "person:1")


def test_it_is_accepted_once(folder: Path, agency: Agency) -> None:
    return_ = about("FY2017-18", folder, agency)
    stale = Return.objects.get()
    accept(return_, by="person:1")
    for each in (return_, stale):
        with pytest.raises(Refused, match=f"Return {return_.number} is accepted already"):
            accept(each, by="person:2")
    assert Return.objects.get().accepted_by == "person:1"


@pytest.mark.parametrize("period", ["FY2016-17", "FY2015-16..FY2017-18"])
def test_a_return_about_all_the_days_of_an_earlier_one_takes_its_place(
    folder: Path, agency: Agency, period: str
) -> None:
    earlier = about("FY2016-17", folder, agency, accepted=True)
    later = about(period, folder, agency)
    assert accept(later, by="person:1") == [Superseded(earlier.number, "looked_after_episodes")]
    assert in_force() == [later.number]
    assert earlier.is_superseded()
    assert earlier.parts.get().superseded_by == later
    assert Entry.objects.newest()[0].about == {"supersedes": [earlier.number]}


@pytest.mark.parametrize("period", ["FY2016-17H1", "FY2015-16..FY2016-17H1", "2017-03-31"])
def test_a_return_about_some_of_its_days_is_refused_with_what_to_do(folder: Path, agency: Agency, period: str) -> None:
    earlier = about("FY2016-17", folder, agency, accepted=True)
    later = about(period, folder, agency)
    with pytest.raises(Refused, match="counted twice. Receive it again with a period that holds all of 2016/17") as no:
        accept(later, by="person:1")
    assert f"return {earlier.number}, which is in force, covers 2016/17" in no.value.message
    assert "Both hold 'Looked-after episodes'" in no.value.message
    assert not later.is_accepted()
    assert in_force() == [earlier.number]
    assert not Return.objects.numbered(later.number).is_accepted()


def test_other_days_are_no_concern_of_it(folder: Path, agency: Agency) -> None:
    years = [about(period, folder, agency, accepted=True) for period in ("FY2016-17", "FY2017-18", "FY2015-16")]
    assert sorted(in_force()) == [year.number for year in years]


def test_other_agencies_and_datasets_are_no_concern_of_it(folder: Path, agency: Agency) -> None:
    year = parse("FY2017-18")
    a_return(episodes(folder), agency, period=year, accepted=True)
    a_return(reviews(folder / "reviews"), agency, period=year, accepted=True)
    a_return(folder / "episodes.csv", an_agency("bcc"), period=year, accepted=True)
    assert [(part.dataset, part.of.agency.code) for part in Part.objects.in_force()] == [
        ("looked_after_episodes", "acc"),
        ("looked_after_episodes", "bcc"),
        ("looked_after_reviews", "acc"),
    ]


def test_a_return_is_superseded_dataset_by_dataset(folder: Path, agency: Agency) -> None:
    year = parse("FY2017-18")
    episodes(folder), reviews(folder)
    both = a_return(folder, agency, period=year, accepted=True)
    later = a_return(episodes(folder / "later", children=5), agency, period=year)
    assert accept(later, by="person:1") == [Superseded(both.number, "looked_after_episodes")]
    assert not both.is_superseded()
    assert [part.dataset for part in both.parts.filter(superseded_by=None)] == ["looked_after_reviews"]


def test_every_way_between_states_is_somebodys_to_take() -> None:
    allowed = {way.verb: {role for role in Role if way.capability in CAPABILITIES[role]} for way in RETURN.ways}
    assert allowed == {"sent": {Role.DATA_LEAD}, "discarded": {Role.DATA_LEAD}, "accepted": {Role.ANALYST}}
    assert {way.capability for way in RETURN.ways} <= set(MEANING)


def test_the_database_itself_holds_who_accepted(folder: Path, agency: Agency) -> None:
    return_ = about("FY2017-18", folder, agency)
    with pytest.raises(IntegrityError), transaction.atomic():
        Return.objects.filter(pk=return_.pk).update(state="accepted")


# --- lists, whose rows are about no day -------------------------------------------------------------------------------


def with_list(
    folder: Path, agency: Agency, period: str, *, sex: str = "1", records: int = 1, children: bool = True
) -> Return:
    """An accepted return of plans, in our template, with the list of children that it comes with."""
    if children:
        write(folder / "people.csv", "local_id,sex,date_of_birth,ethnicity", f"CHILD-1,{sex},09/08/2007,WBRI")
    plans = [f"CHILD-1,0{number}/06/2016,NEG," for number in range(1, records + 1)]
    write(folder / "plans.csv", "local_id,plan_start,abuse_category,plan_end", *plans)
    return a_return(folder, agency, period=parse(period), accepted=True)


def lists_in_force() -> list[int]:
    return [part.of.number for part in Part.objects.in_force().filter(dataset="people")]


def test_lists_that_come_with_other_records_stand_side_by_side(folder: Path, agency: Agency) -> None:
    plans = with_list(folder / "plans", agency, "FY2015-16..FY2017-18")
    write(folder / "care" / "header.csv", "CHILD,SEX,DOB,ETHNIC", "CHILD-1,1,09/08/2007,WBRI")
    episodes(folder / "care", year=2017)
    care = a_return(folder / "care", agency, period=parse("FY2017-18"), accepted=True)
    assert sorted(lists_in_force()) == [plans.number, care.number]


def test_a_list_goes_with_its_records_when_another_comes_with_theirs(folder: Path, agency: Agency) -> None:
    earlier = with_list(folder / "one", agency, "FY2015-16..FY2017-18")
    later = with_list(folder / "two", agency, "FY2015-16..FY2017-18", sex="2")
    assert (lists_in_force(), Return.objects.get(number=earlier.number).is_superseded()) == ([later.number], True)


def test_records_that_come_again_without_a_list_take_none_away(folder: Path, agency: Agency) -> None:
    earlier = with_list(folder / "one", agency, "FY2015-16..FY2017-18")
    with_list(folder / "two", agency, "FY2015-16..FY2017-18", records=2, children=False)
    assert lists_in_force() == [earlier.number]
