"""The pages of the business plan: from its tree to what is carried forward, and what each role sees of it."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from goldenthread.workflow.actions.planning import Owner
from goldenthread.workflow.plans.models import Aim, BusinessPlan, Objective, Priority, Task
from goldenthread.workflow.plans.operations import drop, move, report
from goldenthread.workflow.plans.planning import add, agree
from goldenthread.workflow.plans.rules import BEGUN, DONE, DROPPED, OPEN, UNDER_WAY
from goldenthread.workflow.plans.tree import draw_up
from tests.factories.board import Board, a_board, browser_of
from tests.factories.plans import AGREED, ANN, GUIDANCE, a_draft, a_plan, a_task, an_agreed_task, an_objective

pytestmark = pytest.mark.django_db

KEPT = 302
MARCH = date(2014, 3, 1)


@pytest.fixture
def board(home: Path) -> Board:
    return a_board()


def text_of(browser: Client, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_a_plan_grows_from_its_tree_to_what_is_done(board: Board) -> None:
    analyst, chair = browser_of(board.analyst), browser_of(board.chair)
    assert "There is no business plan yet." in text_of(analyst, "/plan/")
    aim = {"kind": "outcome", "words": "Children are safe from harm", "since": "1/4/2011", "indicator": "CLA1"}
    assert analyst.post("/plan/tree/aim/add/", aim).status_code == KEPT
    priority = {"words": "Families are helped early", "aim": str(Aim.objects.get().pk)}
    assert analyst.post("/plan/tree/priority/add/", priority).status_code == KEPT
    objective = {"words": "All know early help", "priority": str(Priority.objects.get().pk)}
    assert analyst.post("/plan/tree/objective/add/", objective).status_code == KEPT
    assert analyst.post("/plan/draw-up/", {"year": "FY2098-99"}).status_code == KEPT
    assert "There is no task in it yet." in text_of(chair, "/plan/?year=FY2098-99")
    task = {
        "objective": str(Objective.objects.get().pk), "what": "Publish the guidance.", "measured_by": "It is there.",
        "sub_group": "early_help", "post": "Head of Early Help", "agency": "acc", "due": "31/12/2098",
    }  # fmt: skip
    assert analyst.post("/plan/FY2098-99/add/", task).status_code == KEPT
    page = text_of(chair, "/plan/?year=FY2098-99")
    for said in ("Families are helped early", "Children are safe from harm", "All know early help", "A draft."):
        assert said in page
    assert "Early help" in page and "How it stands</th>" not in page
    tree = text_of(browser_of(board.member), "/plan/tree/")
    assert "1 task" in tree and "Move up" not in tree and "From 1 April 2011" in tree
    assert chair.post(f"/plan/tree/aim/{Aim.objects.get().pk}/end/", {"on": "1/4/2015"}).status_code == KEPT
    assert "From 1 April 2011 to 31 March 2015" in text_of(chair, "/plan/tree/")


def test_a_task_is_reported_on_where_it_stands(board: Board) -> None:
    task = an_agreed_task(board.agency)
    lead, chair, address = browser_of(board.lead), browser_of(board.chair), f"/plan/tasks/{task.number}/"
    assert lead.post(f"{address}begun/", {"text": "A draft is there.", "on": "1/6/2013"}).status_code == KEPT
    assert chair.post(f"{address}move/", {"due": "30/6/2014", "why": "Ill.", "on": "12/12/2013"}).status_code == KEPT
    assert lead.post(f"{address}under-way/", {"text": "It is printed.", "on": "1/2/2014"}).status_code == KEPT
    page = text_of(browser_of(board.member), address)
    assert page.index("A draft is there.") < page.index("Ill.") < page.index("It is printed.")
    for said in (
        "● On time from 25 April 2013",
        "■ No progress from 2 December 2013",
        "▲ Slipped from 1 February 2014",
        "first agreed for 31 December 2013",
        "A draft is there.",
        "Ill.",
        "It is printed.",
    ):
        assert said in page
    assert lead.post(f"{address}done/", {"text": "It is out.", "on": "20/3/2014"}).status_code == KEPT
    assert "✔ Complete" in text_of(chair, address)
    assert chair.post(f"{address}opened-again/", {"text": "A chapter lacks."}).status_code == KEPT
    assert chair.post(f"{address}dropped/", {"text": "The law has changed."}).status_code == KEPT
    assert Task.objects.get().state == DROPPED
    assert lead.get(f"{address}done/").status_code == 404


def test_a_form_says_what_is_wrong_and_keeps_what_was_written(board: Board) -> None:
    task, chair = an_agreed_task(board.agency), browser_of(board.chair)
    address = f"/plan/tasks/{task.number}/"
    page = chair.post(f"{address}move/", {"due": "soon", "why": "Because"}).content.decode()
    assert "Enter a day as" in page and "Because" in page
    page = chair.post(f"{address}move/", {"due": "31/12/2013", "why": "Because"}).content.decode()
    assert "It is due on 31 December 2013 already." in page
    wrong = {"what": "Publish it.", "sub_group": "early_help", "post": "Head", "agency": "acc", "measured_by": "So",
             "objective": str(Objective.objects.get().pk)}  # fmt: skip
    page = chair.post("/plan/FY2013-14/add/", wrong).content.decode()
    assert "why no date can be given" in page and "Publish it." in page
    assert "indicator" in chair.post("/plan/FY2013-14/add/", wrong | {"indicator": "NO1"}).content.decode()
    for path, given, said in (
        ("draw-up/", {"year": "FY2013-14"}, "already"),
        ("FY2013-14/agree/", {"on": "25/4/2013"}, "agreed already"),
        ("tree/priority/add/", {"words": Priority.objects.get().words}, "already"),
        ("tree/aim/add/", {"words": "Fun", "kind": "outcome", "since": "1/4/2014", "until": "1/4/2013"}, "end before"),
    ):
        assert said in chair.post(f"/plan/{path}", given).content.decode()


def test_two_who_word_a_task_at_once_see_both_texts(board: Board) -> None:
    task = an_agreed_task(board.agency)
    told = {"what": "Print it.", "measured_by": "So.", "sub_group": "early_help", "edits": "1"}
    analyst, chair = browser_of(board.analyst), browser_of(board.chair)
    address = f"/plan/tasks/{task.number}/"
    assert analyst.post(f"{address}rewrite/", told).status_code == KEPT
    assert chair.post(f"{address}rewrite/", told | {"what": "Put it on the website."}).status_code == KEPT
    page = text_of(chair, address)
    assert "Print it." in page and "Put it on the website." in page and "set aside" in page


def test_a_task_is_given_to_somebody_else_where_its_owner_left(board: Board) -> None:
    plan, objective = draw_up("FY2013-14", by=ANN), an_objective()
    add(plan, objective, GUIDANCE, Owner("Head", board.agency, board.lead), by=ANN, on=AGREED)
    agree(plan, on=AGREED, by=ANN)
    board.lead.is_active = False
    board.lead.save()
    chair, number = browser_of(board.chair), Task.objects.get().number
    assert "The account of who holds the post is closed:" in text_of(chair, "/plan/")
    assert "The account of who holds the post is closed." in text_of(chair, f"/plan/tasks/{number}/")
    given = {"post": "Head", "agency": "apo", "holder": str(board.lead_of_other.pk), "why": "She left."}
    assert chair.post(f"/plan/tasks/{number}/reassign/", given).status_code == KEPT
    assert "closed" not in text_of(chair, "/plan/")


def test_a_count_opens_what_it_counts(board: Board) -> None:
    plan = a_plan(board.agency, *(replace(GUIDANCE, what=f"Task called {each}.") for each in ("A", "B", "C", "D")))
    done, late, silent, gone = plan.tasks.order_by("number")
    report(done, DONE, text="Done.", on=date(2013, 9, 1), by=ANN)
    report(late, UNDER_WAY, text="Half.", on=MARCH, by=ANN)
    drop(gone, why="No more.", on=MARCH, by=ANN)
    member = browser_of(board.member)
    page = text_of(member, "/plan/")
    for standing, number, share in (
        ("complete_or_on_time", 1, "33% of 3"), ("slipped", 1, "33% of 3"), ("no_progress", 1, "33% of 3"),
        ("dropped", 1, ""),
    ):  # fmt: skip
        assert f'status={standing}"><strong>{number}</strong>' in page and share in page
    assert '?year=FY2013-14&amp;sub_group=early_help">Early help</a>' in page
    for standing, task in (("complete", done), ("slipped", late), ("no_progress", silent), ("dropped", gone)):
        page = text_of(member, f"/plan/?status={standing}")
        assert [each in page for each in ("called A", "called B", "called C", "called D")] == [
            each == task for each in (done, late, silent, gone)
        ]
    assert "No task is what you chose." in text_of(member, "/plan/?sub_group=health")
    assert "called A" in text_of(member, "/plan/?sub_group=early_help&owner=acc&status=nonsense&year=FY1999-00")


def test_an_agency_sees_its_own_tasks_alone_and_no_draft(board: Board) -> None:
    plan = a_plan(board.agency)
    other = a_task(board.other, replace(GUIDANCE, what="Another's."), plan=plan, objective=Objective.objects.get())
    a_draft(board.agency, replace(GUIDANCE, what="Still a draft."), year="FY2014-15")
    lead = browser_of(board.lead)
    page = text_of(lead, "/plan/?year=FY2014-15")
    assert "Publish the guidance." in page and "Another" not in page and "of 1)" in page and "2014/15" not in page
    assert "Police" not in page and "Add a task" not in page
    assert lead.get(f"/plan/tasks/{other.number}/").status_code == 404
    assert lead.get(f"/plan/tasks/{Task.objects.get(plan__year='FY2014-15').number}/").status_code == 404
    assert b"Another" not in lead.get("/plan/plan.csv").content


def test_tasks_are_looked_at_again_before_they_are_carried_forward(board: Board) -> None:
    plan = a_plan(board.agency, *(replace(GUIDANCE, what=f"Task called {each}.") for each in ("A", "B", "C")))
    first, second, done = plan.tasks.order_by("number")
    report(done, DONE, text="Done.", on=MARCH, by=ANN)
    report(first, BEGUN, text="Begun.", on=MARCH, by=ANN)
    chair = browser_of(board.chair)
    assert chair.post("/plan/draw-up/", {"year": "FY2014-15"}).status_code == KEPT
    page = text_of(chair, "/plan/FY2014-15/carry/")
    assert page.index("called B") < page.index("called A") and "called C" not in page
    asked = f"/plan/FY2014-15/carry/?task={first.number}&task={second.number}"
    assert text_of(chair, asked).count("Why it is still relevant") == 2
    told = {"task": [first.number, second.number], f"{first.number}-relevance": "Nobody has it yet.",
            f"{first.number}-due": "31/3/2099", f"{second.number}-due": "31/3/2099"}  # fmt: skip
    page = chair.post("/plan/FY2014-15/carry/", told).content.decode()
    assert f"Task {second.number}: Say why it is still relevant" in page and "Nobody has it yet." in page
    assert not Task.objects.filter(plan__year="FY2014-15").exists()
    told |= {f"{second.number}-relevance": "It still matters.", f"{second.number}-due": ""}
    page = chair.post("/plan/FY2014-15/carry/", told).content.decode()
    assert f"Task {second.number}: Say by when it will be done" in page
    told |= {f"{second.number}-due": "1/1/2014"}
    page = chair.post("/plan/FY2014-15/carry/", told).content.decode()
    assert "none was carried forward" in page and not Task.objects.filter(plan__year="FY2014-15").exists()
    assert chair.post("/plan/FY2014-15/carry/", told | {f"{second.number}-due": "31/3/2099"}).status_code == KEPT
    carried = Task.objects.get(carried_from=second)
    assert "It still matters." in text_of(chair, f"/plan/tasks/{carried.number}/")
    assert "It goes on as <a" in text_of(chair, f"/plan/tasks/{second.number}/")
    assert "No open task of an earlier plan waits" in text_of(chair, "/plan/FY2014-15/carry/")
    agreed = {"on": "26/6/2014"}
    assert "before that day" not in chair.post("/plan/FY2014-15/agree/", agreed).content.decode()
    assert BusinessPlan.objects.get(year="FY2014-15").state == "agreed"


def test_everything_moves_by_a_button(board: Board) -> None:
    plan = a_plan(board.agency, replace(GUIDANCE, what="Task called A."), replace(GUIDANCE, what="Task called B."))
    first, second = plan.tasks.order_by("number")
    chair = browser_of(board.chair)
    assert chair.post(f"/plan/place/task/{second.number}/up/").status_code == KEPT
    page = text_of(chair, "/plan/")
    assert page.index("called B") < page.index("called A")
    assert (
        "It is the first already." in chair.post(f"/plan/place/task/{second.number}/up/", follow=True).content.decode()
    )
    objective = Objective.objects.get()
    assert chair.post(f"/plan/place/objective/{objective.pk}/down/").status_code == KEPT
    assert chair.get(f"/plan/place/priority/{objective.priority_id}/down/").status_code == KEPT
    for wrong in (f"task/{first.number}/sideways", "objective/99/up", "priority/99/up", "task/99/up", "tree/1/up"):
        assert chair.post(f"/plan/place/{wrong}/").status_code == 404
    assert chair.get("/plan/tree/nothing/add/").status_code == 404


def test_the_plan_is_taken_away(board: Board) -> None:
    plan = a_plan(board.agency, GUIDANCE, replace(GUIDANCE, what="=Publish more", due=None, why_no_date="It depends."))
    report(plan.tasks.order_by("number")[0], DONE, text="It is out.", on=MARCH, by=ANN)
    member = browser_of(board.member)
    book = CalamineWorkbook.from_filelike(BytesIO(member.get("/plan/plan.xlsx").content))
    _, *rows = book.get_sheet_by_index(0).to_python()
    assert [row[13] for row in rows] == ["complete", "no progress"] and rows[1][4] == "=Publish more"
    assert rows[0][15] == "done: It is out." and rows[0][11] == "2013-12-31"
    paper = docx.Document(BytesIO(member.get("/plan/plan.docx?status=complete").content))
    said = " ".join(each.text for each in paper.paragraphs)
    assert "Business plan 2013/14" in said and "1 complete or on time (100%)" in said
    assert [row.cells[0].text for row in paper.tables[0].rows] == ["Task", "Publish the guidance."]
    assert member.get("/plan/plan.pdf").status_code == 404


def test_there_is_nothing_to_take_away_where_there_is_no_plan(board: Board) -> None:
    assert browser_of(board.member).get("/plan/plan.csv").status_code == 404


def test_a_measure_that_is_there_no_longer_is_told_of(board: Board) -> None:
    task = an_agreed_task(board.agency, indicator="CLA1")
    assert "/indicators/CLA1/" in text_of(browser_of(board.member), f"/plan/tasks/{task.number}/")
    Task.objects.update(indicator="GONE1")
    assert "GONE1, which was to move, is no longer" in text_of(browser_of(board.member), f"/plan/tasks/{task.number}/")


def test_a_task_without_a_date_says_why(board: Board) -> None:
    task = an_agreed_task(board.agency, due=None, why_no_date="It hangs on the website.")
    member = browser_of(board.member)
    assert "No date" in text_of(member, "/plan/") and "It hangs" in text_of(member, f"/plan/tasks/{task.number}/")
    move(task, date(2014, 3, 31), why="Now it is known.", on=date(2014, 1, 6), by=ANN)
    assert "From no date to 31 March 2014." in text_of(member, f"/plan/tasks/{task.number}/")
    assert Task.objects.get().state == OPEN


@pytest.mark.parametrize("address", ["/plan/", "/plan/plan.xlsx", "/plan/tree/", "/plan/FY2014-15/carry/"])
def test_the_same_number_of_queries_however_many_there_are(board: Board, address: str) -> None:
    chair, plan = browser_of(board.chair), a_plan(board.agency)
    draw_up("FY2014-15", by=ANN)
    first = Objective.objects.get()
    chair.get(address)
    counted = []
    for more in (0, 2, 297):
        for number in range(more):
            a_task(board.agency, plan=plan, objective=an_objective(f"Aim {more} {number}") if more < 10 else first)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert chair.get(address).status_code == 200
        counted.append(len(queries))
    assert len(set(counted)) == 1, counted
