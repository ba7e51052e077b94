"""The board's own records about indicators: owners, targets, what is set beside them; where targets stand."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from goldenthread import catalogue
from goldenthread.engine.comparing.statuses import status_beside
from goldenthread.engine.definitions.kept import COMPARATOR
from goldenthread.engine.periods import parse
from goldenthread.engine.protecting.faces import Face
from goldenthread.workflow.framework.models import Comparators, Difference, Owner, Record, Target
from goldenthread.workflow.framework.operations import name_owner, note_comparators, set_target, withdraw
from goldenthread.workflow.framework.reading import comparators_noted, owner_of, owners, periods_of, targets
from goldenthread.workflow.framework.rules import COMPARATORS, DIFFERENCE, KEEP, OWNER, REPLACED, TARGET, WITHDRAWN
from goldenthread.workflow.history.models import Entry
from goldenthread.workflow.history.refusals import NotFound, Refused
from goldenthread.workflow.people.rules import CAPABILITIES, Role
from goldenthread.workflow.results.known import known
from goldenthread.workflow.results.reading import Query, Viewer, figures
from tests.factories.agencies import an_agency
from tests.factories.board import Board, a_board, browser_of, published

pytestmark = pytest.mark.django_db

TODAY = date(2018, 6, 1)
SET_ON = date(2017, 3, 14)


def a_target(code: str = "CLA3", value: str = "90", first: str = "FY2017-18", **other: Any) -> Target:
    said = {"set_on": SET_ON, "set_by": "the performance sub group", "why": "as others do", "today": TODAY} | other
    return set_target(code, value=Decimal(value), first=first, by="command line", **said)


@pytest.fixture
def board(home: Path) -> Board:
    return a_board()


@pytest.fixture
def counted(board: Board, tmp_path: Path) -> Board:
    published(board, tmp_path / "sent")
    return board


# --- what is kept ---------------------------------------------------------------------------------------------------


def test_an_owner_is_a_post_at_an_agency_and_the_one_before_is_kept(home: Path) -> None:
    first = name_owner("cla1", post=" Head of  Service ", agency=an_agency(), by="command line")
    second = name_owner("CLA1", post="Director", agency=an_agency("apo"), person="Sam Reed", by="person:1")
    assert str(second) == "Director, Ambleford apo" and owner_of("CLA1") == second and list(owners()) == ["CLA1"]
    first.refresh_from_db()
    assert (first.post, first.state, first.ended_by) == ("Head of Service", REPLACED, "person:1")
    assert [entry.verb for entry in Entry.objects.about("owner", first.number)] == ["named", "replaced"]


def test_what_comparators_are_noted_is_kept_with_what_was_noted_before(home: Path) -> None:
    note_comparators("CLA1", noted="England", by="command line")
    note_comparators("CLA1", noted="England and statistical neighbours, list of 2021, median", by="command line")
    assert comparators_noted() == {"CLA1": "England and statistical neighbours, list of 2021, median"}
    assert [each.state for each in Comparators.objects.about("CLA1")] == ["stands", REPLACED]


def test_a_target_says_who_set_it_when_and_why_and_holds_until_the_next(home: Path) -> None:
    earlier, later = a_target(first="FY2016-17", value="80"), a_target()
    held = {period.code: target for period, target in periods_of(targets()["CLA3"], date(2018, 5, 31))}
    assert (held["FY2016-17"], held["12m2017-09"], held["12m2018-02"]) == (earlier, earlier, earlier)
    assert (held["FY2017-18"], held["12m2018-05"]) == (later, later)
    assert "12m2018-06" not in held and "FY2017-18Q1" not in held


def test_a_target_from_the_same_period_takes_the_place_of_the_one_before(home: Path) -> None:
    wrong, right = a_target(value="9"), a_target(value="90")
    wrong.refresh_from_db()
    assert wrong.state == REPLACED and targets()["CLA3"] == [right]


@pytest.mark.parametrize(
    ("first", "until", "holds"),
    [
        ("2018-02-28", date(2018, 4, 15), ["2018-02-28", "2018-03-31"]),
        ("FY2017-18Q3", date(2018, 3, 31), ["FY2017-18Q3", "FY2017-18Q4"]),
        ("FY2017-18H1", date(2018, 3, 31), ["FY2017-18H1", "FY2017-18H2"]),
        ("2018-02", date(2018, 3, 31), ["2018-02", "2018-03"]),
        ("AY2016-17", date(2018, 8, 31), ["AY2016-17", "AY2017-18"]),
    ],
)
def test_it_holds_for_every_period_as_long(home: Path, first: str, until: date, holds: list[str]) -> None:
    target = a_target("CLA1" if first.count("-") == 2 else "CLA3", "90", first)
    assert [period.code for period, _ in periods_of([target], until)] == holds


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"code": "CLA99"}, "There is no indicator CLA99"),
        ({"value": "101"}, "between 0 and 100"),
        ({"value": "-1"}, "from 0 on"),
        ({"value": "NaN"}, "from 0 on"),
        ({"value": "1.234"}, "at most two decimals"),
        ({"code": "CLA1", "value": "4.5", "first": "2018-03-31"}, "whole number"),
        ({"first": "2018-03-31"}, "counted over a time"),
        ({"code": "CLA1", "first": "FY2017-18"}, "last day of a month"),
        ({"code": "CLA1", "first": "2018-03-30"}, "last day of a month"),
        ({"first": "FY2017-18..FY2018-19"}, "counted over a time"),
        ({"set_on": date(2018, 6, 2)}, "a day that has come"),
        ({"set_by": " "}, "Say who set it"),
        ({"why": "x" * 501}, "Say why in 1 to 500 letters"),
    ],
)
def test_a_target_that_cannot_be_is_refused(home: Path, wrong: dict[str, Any], says: str) -> None:
    with pytest.raises((Refused, NotFound), match=says):
        a_target(**wrong)
    assert not Target.objects.exists() and not Entry.objects.exists()


def test_an_owner_without_a_post_is_refused(home: Path) -> None:
    with pytest.raises(Refused, match="Say the post"):
        name_owner("CLA1", post=" ", agency=an_agency(), by="command line")
    with pytest.raises(Refused, match="A name has up to"):
        name_owner("CLA1", post="Director", agency=an_agency("apo"), person="x" * 201, by="command line")


def test_what_is_withdrawn_stays_readable_and_is_withdrawn_once(home: Path) -> None:
    target = a_target()
    withdraw(target, by="person:1")
    target.refresh_from_db()
    assert (target.state, target.ended_by, targets()) == (WITHDRAWN, "person:1", {})
    with pytest.raises(Refused, match="withdrawn already"):
        withdraw(target, by="person:1")
    with pytest.raises(NotFound, match="no target 99"):
        Target.objects.numbered(99)


def test_the_database_keeps_no_two_that_stand(home: Path) -> None:
    target = a_target()
    target.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        target.save(force_insert=True)


@pytest.mark.parametrize("ways", [OWNER, TARGET, COMPARATORS, DIFFERENCE], ids=lambda ways: ways.subject)
@pytest.mark.parametrize("role", list(Role))
def test_who_may_take_each_way(ways: Any, role: Role) -> None:
    """Every transition × every role: the program replaces; the chair and the analyst withdraw."""
    may = {way.verb: bool(way.capability) and way.capability in CAPABILITIES[role] for way in ways.ways}
    assert may == {"replaced": False, "withdrawn": role in (Role.CHAIR, Role.ANALYST)}


# --- where a target then stands -------------------------------------------------------------------------------------


def beside(code: str, face: Face = Face.PUBLIC, **asked: Any) -> dict[str, str]:
    found = figures(Query(code, breakdown=COMPARATOR, **asked), viewer=Viewer(face, actor="test"))
    return {figure.period.code: f"{figure.group} {figure.shown} {figure.said_by}" for figure in found}


def series(code: str, period: str) -> Any:
    found = known([code], viewer=Viewer(Face.PUBLIC, actor="test"))
    now = next(each for each in found.figures(code) if each.breakdown == "all" and each.period.code == period)
    return found.series(now)


def test_a_target_stands_among_the_figures_of_others_on_every_face(counted: Board) -> None:
    a_target("CLA1", "40", "2018-02-28")
    said = "Target 40 set by the performance sub group on 14 March 2017"
    for face in Face:
        assert beside("CLA1", face) == {"2018-02-28": said, "2018-03-31": said}
    assert beside("CLA1", period=parse("2018-03-31")) == {"2018-03-31": said}
    assert beside("CLA1", period=parse("FY2017-18")) == {"2018-02-28": said, "2018-03-31": said}
    assert beside("CLA1", among=("2018-03-31", "FY2017-18")) == {"2018-03-31": said}
    assert beside("CLA1", period=parse("2017-12-31")) == {}


def test_a_withdrawn_target_is_gone_at_once_and_a_new_one_there_at_once(counted: Board) -> None:
    target = a_target("CLA1", "40", "2018-03-31")
    a_target("CLA1", "41", "2018-03-31")
    assert "Target 41" in beside("CLA1")["2018-03-31"]
    target = Target.objects.standing().get()
    withdraw(target, by="command line")
    assert beside("CLA1") == {}


def test_it_is_judged_by_the_interval_and_never_by_the_bare_difference(counted: Board) -> None:
    a_target("CLA1", "13", "2018-03-31")
    near = status_beside(series("CLA1", "2018-03-31"), "Target")
    assert (
        near
        and not near.is_past
        and near.said.text == "no further from that than chance explains, allowing for families"
    )
    a_target("CLA1", "60", "2018-03-31")
    far = status_beside(series("CLA1", "2018-03-31"), "Target")
    assert (
        far and far.is_past and far.said.text == "lower than that by more than chance explains, allowing for families"
    )
    assert (
        far.said.by[0].verdict.test == "95% interval beside a fixed value"
        and far.briefly == "◇ lower"
        and near.briefly == "● could be chance"
    )


def test_pages_say_who_owns_it_and_how_it_stands(counted: Board) -> None:
    name_owner("CLA1", post="Head of Service", agency=counted.agency, by="command line")
    a_target("CLA1", "60", "2018-03-31")
    page = browser_of(counted.member).get("/indicators/CLA1/").content.decode()
    assert "Head of Service, Ambleford City Council" in page
    assert "60, set by the performance sub group on 14 March 2017. The latest figure is lower than that" in page
    assert "Beside Target, 60 (set by the performance sub group on 14 March 2017), it is lower" in page
    assert "A broken line shows the target: 60." in page
    assert "target 60" in browser_of(counted.member).get("/indicators/CLA1/chart.svg").content.decode()
    card = browser_of(counted.member).get("/scorecard/").content.decode()
    assert "◇ lower" in card


def test_a_report_says_it_too(counted: Board) -> None:
    a_target("CLA1", "60", "2018-03-31")
    report = browser_of(counted.member).get("/reports/annual/2017-18/").content.decode()
    assert "Beside Target, 60 (set by the performance sub group on 14 March 2017), it is lower" in report


# --- the pages ------------------------------------------------------------------------------------------------------

AIMED = {
    "value": "90", "first": "FY2017-18", "set_on": "14/3/2017", "set_by": "the sub group", "why": "as others do",
}  # fmt: skip


def test_everything_is_kept_in_the_browser(board: Board) -> None:
    analyst = browser_of(board.analyst)
    assert analyst.post("/framework/CLA3/target/", AIMED).status_code == 302
    owned = {"post": "Head of Service", "agency": "acc", "person": "Sam Reed"}
    assert analyst.post("/framework/CLA3/owner/", owned).status_code == 302
    assert browser_of(board.chair).post("/framework/CLA3/comparators/", {"noted": "England"}).status_code == 302
    page = analyst.get("/framework/CLA3/").content.decode()
    assert "90% from 2017/18 on. as others do" in page and "set by the sub group on 14 March 2017" in page
    assert "Head of Service, Ambleford City Council (Sam Reed)" in page and "Invented chair" in page
    everything = browser_of(board.member).get("/framework/").content.decode()
    assert "Head of Service" in everything and "from 2017/18 on, set by the sub group" in everything
    assert 'value="Head of Service"' in analyst.get("/framework/CLA3/owner/").content.decode()
    assert "England</textarea>" in analyst.get("/framework/CLA3/comparators/").content.decode()


def test_a_record_is_withdrawn_in_the_browser(board: Board) -> None:
    target, analyst = a_target(), browser_of(board.analyst)
    address = f"/framework/targets/{target.number}/withdraw/"
    assert f'href="{address}"' in analyst.get("/framework/CLA3/").content.decode()
    assert f'href="{address}"' not in browser_of(board.member).get("/framework/CLA3/").content.decode()
    assert analyst.post(address).status_code == 302
    assert "Withdrawn on" in analyst.get("/framework/CLA3/").content.decode()
    assert "It is withdrawn already" in analyst.get(address).content.decode()
    assert "cannot be withdrawn" in analyst.post(address).content.decode()


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"value": "many"}, "Enter a number, such as 90"),
        ({"first": "last year"}, "is not a period"),
        ({"first": "2018-03-31"}, "counted over a time"),
        ({"set_on": "31/2/2017"}, "Enter a day as"),
        ({"set_on": "2999-01-01"}, "a day that has come"),
        ({"why": ""}, "Say why"),
    ],
)
def test_what_is_wrong_with_a_target_is_said(board: Board, changed: dict[str, str], says: str) -> None:
    assert says in browser_of(board.analyst).post("/framework/CLA3/target/", AIMED | changed).content.decode()
    assert not Target.objects.exists()


@pytest.mark.parametrize("address", ["/framework/NONE/", "/framework/NONE/target/", "/framework/pears/1/withdraw/"])
def test_what_there_is_not_is_not_found(board: Board, address: str) -> None:
    assert browser_of(board.analyst).get(address).status_code == 404


def test_every_kind_of_record_is_looked_at_here() -> None:
    assert set(Record.__subclasses__()) == {Owner, Target, Comparators, Difference}
    assert KEEP in CAPABILITIES[Role.CHAIR] and "CLA3" in catalogue.indicators()
