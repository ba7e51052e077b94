"""The business plan: planning its tasks, what can become of them, carrying them forward, and the order of the tree."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from goldenthread.workflow.actions.planning import Owner
from goldenthread.workflow.history.models import Entry
from goldenthread.workflow.history.refusals import NotFound, Refused
from goldenthread.workflow.plans import planning, rules
from goldenthread.workflow.plans.models import Aim, BusinessPlan, Task, TaskStep
from goldenthread.workflow.plans.operations import drop, move, open_again, reassign, report
from goldenthread.workflow.plans.planning import Wanted, add, agree, carry, rewrite
from goldenthread.workflow.plans.reading import because, ways_for
from goldenthread.workflow.plans.rules import BEGUN, DONE, MOVED, OPENED_AGAIN, TASK, UNDER_WAY
from goldenthread.workflow.plans.standing import (
    DROPPED,
    ON_TIME,
)
from goldenthread.workflow.plans.tree import aim_at, draw_up, end_aim, set_objective, set_priority, shift
from tests.factories.board import Board, a_board
from tests.factories.plans import AGREED, ANN, DUE, GUIDANCE, a_draft, a_task, an_agreed_task, an_objective

END = date(2014, 3, 31)
MARCH = date(2014, 3, 1)


@pytest.fixture
def board(home: Path) -> Board:
    return a_board()


@pytest.fixture
def task(board: Board) -> Task:
    return an_agreed_task(board.agency)


def fresh(task: Task) -> Task:
    return Task.objects.numbered(task.number)


pytestmark = pytest.mark.django_db


class TestPlanning:
    @pytest.mark.parametrize(
        ("told", "said"),
        [
            ({"due": None}, "why no date can be given"),
            ({"what": " "}, "what will be done"),
            ({"measured_by": ""}, "how one will know"),
            ({"sub_group": "bakers"}, "which sub group"),
            ({"due": date(2013, 4, 24)}, "due before it is planned"),
            ({"what": "Ring the mother of the boy born 03/04/2005."}, "seems to hold"),
            ({"what": "x" * 2001}, "at most 2,000"),
        ],
    )
    def test_a_task_that_is_not_whole_is_refused(self, board: Board, told: dict[str, object], said: str) -> None:
        plan, objective = draw_up("FY2013-14", by=ANN), an_objective()
        with pytest.raises(Refused, match=said):
            a_task(board.agency, replace(GUIDANCE, **told), plan=plan, objective=objective)  # type: ignore[arg-type]
        assert not Task.objects.exists()

    def test_a_task_without_a_date_says_why(self, board: Board) -> None:
        task = an_agreed_task(board.agency, due=None, why_no_date="It hangs on the council's website.")
        assert (task.due, task.first_due) == (None, None)

    def test_a_measure_that_there_is_not_is_refused(self, board: Board) -> None:
        with pytest.raises(NotFound, match="no indicator"):
            an_agreed_task(board.agency, indicator="NONE1")

    def test_an_owner_whose_account_is_closed_or_who_is_of_another_agency_is_refused(self, board: Board) -> None:
        plan, objective = draw_up("FY2013-14", by=ANN), an_objective()
        board.lead.is_active = False
        board.lead.save()
        with pytest.raises(Refused, match="is closed"):
            add(plan, objective, GUIDANCE, Owner("Head", board.agency, board.lead), by=ANN, on=AGREED)
        with pytest.raises(Refused, match="is not of"):
            add(plan, objective, GUIDANCE, Owner("Head", board.agency, board.lead_of_other), by=ANN, on=AGREED)

    def test_an_owner_who_leaves_is_told_of(self, board: Board) -> None:
        plan, objective = draw_up("FY2013-14", by=ANN), an_objective()
        add(plan, objective, GUIDANCE, Owner("Head", board.agency, board.lead), by=ANN, on=AGREED)
        assert not Task.objects.owner_gone()
        board.lead.is_active = False
        board.lead.save()
        assert Task.objects.owner_gone().count() == 1

    @pytest.mark.parametrize("year", ["2013", "FY2013-14Q1", "2013-14", "AY2013-14", "next year"])
    def test_a_plan_is_for_a_financial_year(self, year: str) -> None:
        with pytest.raises(Refused):
            draw_up(year, by=ANN)

    def test_there_is_one_plan_for_a_year(self) -> None:
        draw_up("FY2013-14", by=ANN)
        with pytest.raises(Refused, match="already"):
            draw_up("FY2013-14", by=ANN)

    def test_no_more_tasks_than_anybody_could_watch(self, board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(planning, "MOST_TASKS", 1)
        with pytest.raises(Refused, match="as many as fit"):
            a_draft(board.agency, GUIDANCE, GUIDANCE)

    def test_a_plan_is_agreed_once_it_has_tasks_that_are_not_due_before(self, board: Board) -> None:
        with pytest.raises(Refused, match="no task in it"):
            agree(draw_up("FY2012-13", by=ANN), on=date(2012, 4, 30), by=ANN)
        plan = a_draft(board.agency)
        with pytest.raises(Refused, match="Give it another date first"):
            agree(plan, on=date(2014, 1, 1), by=ANN)
        with pytest.raises(Refused, match="when its year was over"):
            agree(plan, on=date(2014, 4, 1), by=ANN)
        agree(plan, on=AGREED, by=ANN)
        with pytest.raises(Refused, match="agreed already"):
            agree(BusinessPlan.objects.get(pk=plan.pk), on=AGREED, by=ANN)

    def test_a_date_that_moves_in_a_draft_has_not_slipped(self, board: Board) -> None:
        plan = a_draft(board.agency)
        task = plan.tasks.get()
        with pytest.raises(Refused, match="not agreed yet"):
            report(task, BEGUN, text="Begun.", by=ANN)
        move(task, date(2014, 3, 31), why="The board asked for more time.", on=AGREED, by=ANN)
        agree(plan, on=AGREED, by=ANN)
        report(task, BEGUN, text="Begun.", on=date(2014, 1, 10), by=ANN)
        assert fresh(task).stands(END) == ON_TIME

    def test_two_who_word_a_task_at_once_lose_neither_text(self, task: Task) -> None:
        rewrite(task, replace(GUIDANCE, what="Publish the guidance in print."), edits=1, by=ANN)
        word = rewrite(task, replace(GUIDANCE, what="Publish it on the website.", due=None), edits=1, by=ANN)
        assert word.set_aside_for == 2
        assert fresh(task).what == "Publish the guidance in print."
        assert [each.parts["what"] for each in task.wordings.all()] == [
            "Publish it on the website.", "Publish the guidance in print.", "Publish the guidance.",
        ]  # fmt: skip


class TestWhatBecomesOfIt:
    def test_it_is_reported_on_and_done(self, task: Task) -> None:
        report(task, BEGUN, text="A draft is written.", on=date(2013, 6, 1), by=ANN)
        report(task, DONE, text="It is published.", on=date(2013, 9, 1), by=ANN)
        assert fresh(task).state == DONE
        with pytest.raises(Refused, match="done already"):
            report(task, UNDER_WAY, text="More.", on=date(2013, 10, 1), by=ANN)
        open_again(task, why="It lacked a chapter.", by=ANN)
        assert fresh(task).state == rules.OPEN
        assert Entry.objects.filter(subject="task", verb=DONE).count() == 1

    @pytest.mark.parametrize(
        ("verb", "text", "on", "said"),
        [
            ("thought of", "Soon.", None, "Say how it stands"),
            (BEGUN, " ", None, "in a few words"),
            (BEGUN, "Begun.", date(2013, 4, 1), "before it was planned"),
            (BEGUN, "Begun.", date(2099, 4, 1), "in the future"),
            (BEGUN, "Ann, ann@ambleford.example, began.", None, "seems to hold"),
        ],
    )
    def test_a_report_that_cannot_be_is_refused(
        self, task: Task, verb: str, text: str, on: date | None, said: str
    ) -> None:
        with pytest.raises(Refused, match=said):
            report(task, verb, text=text, on=on, by=ANN)
        assert not TaskStep.objects.exists()

    def test_a_date_that_is_moved_keeps_the_first_and_the_reason(self, task: Task) -> None:
        move(task, date(2014, 6, 30), why="The printer was ill.", on=date(2013, 12, 12), by=ANN)
        moved = fresh(task)
        assert (moved.first_due, moved.due) == (DUE, date(2014, 6, 30))
        assert moved.steps.get().text == "From 31 December 2013 to 30 June 2014. The printer was ill."
        for due, why, on, said in (
            (date(2014, 6, 30), "Again.", None, "already"),
            (date(2014, 9, 30), "", None, "Say why"),
            (date(2013, 4, 1), "Sooner.", None, "before it was planned"),
            (date(2014, 9, 30), "Again.", date(2013, 12, 1), "which is later"),
        ):
            with pytest.raises(Refused, match=said):
                move(task, due, why=why, on=on, by=ANN)

    def test_it_is_dropped_with_a_reason(self, task: Task) -> None:
        with pytest.raises(Refused, match="why it is dropped"):
            drop(task, why="", by=ANN)
        drop(task, why="The law has changed.", on=date(2013, 9, 1), by=ANN)
        assert fresh(task).stands(END) == DROPPED

    def test_it_is_given_to_another_post(self, board: Board, task: Task) -> None:
        reassign(task, Owner("Head of Safeguarding", board.other), why="The service moved.", by=ANN)
        assert fresh(task).owner == "Head of Safeguarding, Ambleford Police"
        assert "From Head of Early Help" in task.steps.get().text

    def test_why_it_stands_so_is_said(self, task: Task) -> None:
        assert because(task, date(2013, 5, 1)).endswith("its first report is still to come.")
        assert because(task, END) == "No progress was ever reported."
        report(task, BEGUN, text="Begun.", on=date(2013, 12, 1), by=ANN)
        assert because(fresh(task), date(2013, 12, 2)) == "The last report of progress is of 1 December 2013."
        assert because(fresh(task), END).startswith("It was due on 31 December 2013 and is not done.")
        move(task, date(2014, 6, 30), why="Ill.", on=date(2014, 1, 10), by=ANN)
        assert because(fresh(task), END).startswith("Its date was moved from 31 December 2013.")
        report(task, DONE, text="Done.", on=date(2014, 1, 31), by=ANN)
        assert because(fresh(task), END).endswith("That was 31 days after the date first agreed.")

    def test_every_role_can_do_what_it_may(self, board: Board, task: Task) -> None:
        of_keep = {way.verb for way in TASK.ways if way.capability == rules.KEEP and rules.OPEN in way.sources}
        of_report = {way.verb for way in TASK.ways if way.capability == rules.REPORT}
        who = board.people()
        can = {name: set(ways_for(person, task)) for name, person in who.items() if person}
        assert can == {
            "member": set(), "chair": of_keep, "adviser": set(), "analyst": of_keep | of_report, "lead": of_report,
            "other": set(),
        }  # fmt: skip

    @pytest.mark.parametrize("way", TASK.ways, ids=lambda way: way.verb)
    @pytest.mark.parametrize("state", TASK.states())
    def test_only_declared_ways_lead_anywhere(self, board: Board, task: Task, way: object, state: str) -> None:
        Task.objects.filter(pk=task.pk).update(state=state)
        still = {"relevance": "Yes.", "why_no_date": "Later."}
        leads = {
            "rewritten": lambda: rewrite(task, GUIDANCE, edits=1, by=ANN),
            MOVED: lambda: move(task, END, why="Ill.", by=ANN),
            "reassigned": lambda: reassign(task, Owner("Head", board.other), why="Moved.", by=ANN),
            "carried forward": lambda: carry(task, draw_up("FY2014-15", by=ANN), by=ANN, **still),
            rules.DROPPED: lambda: drop(task, why="No more.", by=ANN),
            OPENED_AGAIN: lambda: open_again(task, why="Too early.", by=ANN),
        }  # fmt: skip
        verb, sources, target = way.verb, way.sources, way.target  # type: ignore[attr-defined]
        lead = leads.get(verb, lambda: report(task, verb, text="So.", by=ANN))
        if state in sources:
            lead()
            assert fresh(task).state == target
        else:
            with pytest.raises(Refused, match="already"):
                lead()
            assert fresh(task).state == state


class TestCarryingForward:
    def test_it_goes_on_as_a_task_of_the_next_year(self, task: Task) -> None:
        following = draw_up("FY2014-15", by=ANN)
        new = carry(task, following, relevance="Nobody has it yet.", due=date(2099, 3, 31), by=ANN)
        assert (new.carried_from, new.what, new.owner) == (task, task.what, fresh(task).owner)
        assert fresh(task).carried_to == new and fresh(task).steps.get().verb == "carried forward"
        with pytest.raises(Refused, match="carried forward already"):
            carry(task, following, relevance="Again.", why_no_date="Later.", by=ANN)
        with pytest.raises(Refused, match=f"report on task {new.number} of 2014/15"):
            report(task, UNDER_WAY, text="More.", on=date(2014, 5, 1), by=ANN)
        report(task, UNDER_WAY, text="It was begun before.", on=MARCH, by=ANN)

    def test_what_cannot_be_carried_is_refused(self, board: Board, task: Task) -> None:
        following = draw_up("FY2014-15", by=ANN)
        for told, said in (
            ({"relevance": "", "why_no_date": "Later."}, "why task 1 is still relevant"),
            ({"relevance": "Yes."}, "by when task 1 will be done"),
            ({"relevance": "Yes.", "due": date(2014, 1, 1)}, "before it is carried"),
        ):
            with pytest.raises(Refused, match=said):
                carry(task, following, by=ANN, **told)  # type: ignore[arg-type]
        for to in (task.plan, draw_up("FY2012-13", by=ANN)):
            with pytest.raises(Refused, match="only be carried to a later year"):
                carry(task, to, relevance="Yes.", why_no_date="Later.", by=ANN)

    def test_nothing_goes_round_in_a_circle_or_from_a_draft(self, task: Task) -> None:
        following = draw_up("FY2014-15", by=ANN)
        new = carry(task, following, relevance="Yes.", why_no_date="Later.", by=ANN)
        with pytest.raises(Refused, match="later year"):
            carry(new, task.plan, relevance="Back.", why_no_date="Later.", by=ANN)
        with pytest.raises(Refused, match="not agreed yet"):
            carry(new, draw_up("FY2015-16", by=ANN), relevance="On.", why_no_date="Later.", by=ANN)

    def test_an_owner_who_left_is_not_carried_with_it(self, board: Board) -> None:
        plan, objective = draw_up("FY2013-14", by=ANN), an_objective()
        task = add(plan, objective, GUIDANCE, Owner("Head", board.agency, board.lead), by=ANN, on=AGREED)
        agree(plan, on=AGREED, by=ANN)
        board.lead.is_active = False
        board.lead.save()
        new = carry(task, draw_up("FY2014-15", by=ANN), relevance="Yes.", why_no_date="Later.", by=ANN)
        assert (new.post, new.holder) == ("Head", None)


class TestTheTree:
    def test_everything_moves_up_and_down_among_its_like(self, board: Board) -> None:
        first, second = set_priority("One", by=ANN), set_priority("Two", by=ANN)
        assert shift(second, up=True, by=ANN) and not shift(second, up=True, by=ANN)
        assert not shift(first, up=False, by=ANN)
        below, other = (set_objective(words, priority=first, by=ANN) for words in ("A", "B"))
        assert shift(other, up=True, by=ANN)
        assert list(first.objectives.all()) == [other, below]
        plan = draw_up("FY2013-14", by=ANN)
        one, two, three = (a_task(board.agency, plan=plan, objective=below) for _ in range(3))
        a_task(board.agency, plan=plan, objective=other)
        assert shift(three, up=True, by=ANN) and shift(one, up=False, by=ANN)
        assert [each.number for each in plan.tasks.in_order()][1:] == [three.number, one.number, two.number]

    def test_what_is_there_already_or_says_nothing_is_refused(self) -> None:
        priority = set_priority("Families are helped early", by=ANN)
        set_objective("All know", priority=priority, by=ANN)
        for again in (
            lambda: set_priority("families are helped early", by=ANN),
            lambda: set_objective("ALL know", priority=priority, by=ANN),
            lambda: set_priority(" ", by=ANN),
            lambda: aim_at("", kind="outcome", since=AGREED, by=ANN),
            lambda: aim_at("Fun", kind="dream", since=AGREED, by=ANN),
            lambda: aim_at("Fun", kind="outcome", since=AGREED, until=AGREED, by=ANN),
        ):
            with pytest.raises(Refused):
                again()

    def test_an_aim_ends_after_it_began(self) -> None:
        aim = aim_at("Children have fun", kind="outcome", since=AGREED, indicator="cla1", by=ANN)
        with pytest.raises(Refused, match="before it began"):
            end_aim(aim, on=AGREED, by=ANN)
        end_aim(aim, on=END, by=ANN)
        assert (Aim.objects.get().until, aim.indicator) == (END, "CLA1")


def test_a_wanted_task_needs_no_date_of_its_own_to_be_worded_anew(board: Board) -> None:
    task = an_agreed_task(board.agency)
    rewrite(task, Wanted("Publish it.", "early_help", indicator="EH1"), edits=1, by=ANN)
    assert (fresh(task).what, fresh(task).due) == ("Publish it.", DUE)
