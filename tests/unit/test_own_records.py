"""Challenges and recommendations are counted from their registers, as any evidence is."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.protecting.figures import Figure
from goldenthread.workflow.actions.deciding import recommend
from goldenthread.workflow.actions.models import Action
from goldenthread.workflow.actions.operations import done, report
from goldenthread.workflow.challenges.models import Challenge, StrategicBoard
from goldenthread.workflow.challenges.operations import Body, add_board, issue, lead, put, withdraw
from goldenthread.workflow.evidence.operations import compute, hand_over
from goldenthread.workflow.history.refusals import Refused
from goldenthread.workflow.results.published import set_beside
from goldenthread.workflow.results.reading import Query, Viewer, figures
from tests.factories.actions import ANN, a_recommendation, an_action
from tests.factories.board import Board, a_board

pytestmark = pytest.mark.django_db

ANYBODY = Viewer(Face.PUBLIC, actor="test")
ISSUED, MET = date(2014, 6, 12), date(2014, 6, 26)


@pytest.fixture
def board(home: Path) -> Board:
    return a_board()


@pytest.fixture
def trust(board: Board) -> StrategicBoard:
    return add_board("Ambleford Children's Trust Board", kind="childrens_trust", by="test")


def put_to(*bodies: Body, verb: str = "", year: str = "FY2014-15", on: date = ISSUED, case: bool = False) -> Challenge:
    """An issued challenge, and what the first body said to it when it met."""
    challenge = put("To ask children.", bodies, year=year, about_a_case=case, by="test")
    issue(challenge, on=on, reply_due=MET, by="test")
    if verb:
        lead(challenge.answers.all()[0], verb, on=MET, text="Said at the meeting.", by="test")
    return challenge


def counted(*codes: str, period: str) -> list[int | None]:
    compute(by="test")
    return [figure(code, period).numerator for code in codes]


def figure(code: str, period: str) -> Figure:
    found = figures(Query(code), viewer=ANYBODY)
    return next(each for each in found if each.period.code == period)


# --- challenges -------------------------------------------------------------------------------------------------------


def test_challenges_to_the_trust_are_counted_for_their_year_and_when_accepted(
    board: Board, trust: StrategicBoard
) -> None:
    put_to(trust, verb="accepted", year="FY2014-15", on=date(2014, 3, 13))
    put_to(trust, add_board("Health Board", by="test"), verb="accepted")
    put_to(trust, board.agency, verb="accepted")
    put_to(trust, year="FY2013-14", on=date(2014, 3, 13))
    put_to(board.agency, verb="accepted")
    assert counted("CHL1", "CHL2", "CHL3", period="FY2014-15") == [3, 3, 1]
    assert figure("CHL1", "FY2013-14").numerator == 1
    assert figure("CHL2", "2014-06").numerator == 3


def test_what_is_no_acceptance_of_a_challenge_that_stands_is_not_counted(board: Board, trust: StrategicBoard) -> None:
    put("To draft.", [trust], year="FY2014-15", by="test")
    put_to(trust, verb="accepted in part")
    put_to(trust, verb="declined")
    put_to(trust, verb="accepted", case=True)
    withdraw(put_to(trust, verb="accepted"), why="It was put by mistake.", by="test")
    assert counted("CHL1", "CHL2", period="FY2014-15") == [2, 0]


def test_nothing_about_a_single_case_reaches_the_evidence(board: Board, trust: StrategicBoard) -> None:
    put_to(trust, case=True)
    assert hand_over(by="test") is None


def test_a_board_is_of_a_kind_that_there_is(board: Board) -> None:
    with pytest.raises(Refused, match="Say what kind of board it is"):
        add_board("Board of trade", kind="partner", by="test")


def test_what_was_accepted_on_a_day_is_compared_with_its_month(
    board: Board, trust: StrategicBoard, tmp_path: Path
) -> None:
    put_to(trust, verb="accepted")
    compute(by="test")
    listed = tmp_path / "figures.csv"
    measure = "challenges accepted by the children's trust board for the year ahead"
    listed.write_text(f"id,area,measure,period,value,unit,numerator\nbrd-07,board,{measure},2014-06-26,1,challenges,\n")
    (beside,) = set_beside(listed, viewer=ANYBODY)
    assert (beside.verdict, beside.shown) == ("reproduced", "1")


# --- topics of recommendations ----------------------------------------------------------------------------------------


def of_the_panel(board: Board, themes: str, **told: Any) -> Action:
    """An action for a recommendation of the child death overview panel."""
    made = a_recommendation(kind="child deaths", source="Yearly report", themes=themes, **told)
    return an_action(board, recommendation=made)


def test_a_topic_counts_once_and_when_something_has_come_of_it(board: Board) -> None:
    report(of_the_panel(board, "Smoking, Alcohol"), "FY2013-14Q4", "slipped", text="Begun.", by=ANN)
    report(of_the_panel(board, "smoking"), "FY2013-14Q4", "on time", text="Begun.", by=ANN)
    report(of_the_panel(board, "Sleep"), "FY2013-14Q4", "no progress", text="Nothing yet.", by=ANN)
    done(of_the_panel(board, "Travel"), evidence="The plan.", on=date(2014, 4, 2), by=ANN)
    of_the_panel(board, "Bereavement")
    a_recommendation(themes="Smoking")  # of an audit
    assert counted("CD5", period="FY2013-14") == [2]


def test_a_report_before_its_quarter_is_over_tells_of_the_day_it_was_made(board: Board) -> None:
    action = of_the_panel(board, "Smoking")
    row = report(action, "FY2013-14Q4", "on time", text="Begun.", by=ANN)
    row.reported_at = row.reported_at.replace(year=2014, month=2, day=3)
    row.save()
    assert counted("CD5", period="FY2013-14") == [1]


def test_years_before_the_register_began_are_not_counted(board: Board) -> None:
    recommend("Ask again.", kind="child deaths", source="Report", source_on=date(2011, 5, 2), themes="sleep", by=ANN)
    assert hand_over(by="test") is None
    report(of_the_panel(board, "Smoking"), "FY2013-14Q4", "on time", text="Begun.", by=ANN)
    assert counted("CD5", period="FY2013-14") == [1]
    assert {each.period.code for each in figures(Query("CD5"), viewer=ANYBODY)}.isdisjoint({"FY2011-12", "FY2012-13"})
