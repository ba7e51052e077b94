"""Action logs from a spreadsheet: headers that drift, days as people write them, rows that cannot be taken."""

from datetime import date
from pathlib import Path

import pytest

from goldenthread.engine.rendering.workbooks import listing
from goldenthread.workflow.actions.deciding import decide, recommend
from goldenthread.workflow.actions.importing import operations
from goldenthread.workflow.actions.importing.days import day_in
from goldenthread.workflow.actions.importing.matching import propose
from goldenthread.workflow.actions.models import Action, Recommendation
from goldenthread.workflow.actions.operations import drop
from goldenthread.workflow.actions.planning import rewrite
from goldenthread.workflow.actions.reading import why_not_judge
from goldenthread.workflow.actions.rules import ACTION_PLANNED, DONE, OPEN, UNDECIDED
from goldenthread.workflow.history.refusals import Refused
from tests.factories.action_logs import ANN, HEADERS, LATER, ON, ROWS, brought, rejected
from tests.factories.board import Board, a_board

pytestmark = pytest.mark.django_db


@pytest.fixture
def board(home: Path) -> Board:
    return a_board()


# --- headers ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("headers", "targets"),
    [
        (HEADERS, "note,recommendation,action,post,agency,due,status,done on,evidence,note"),
        ("No.,Learning point,What will be done,Who,When,RAG", "note,recommendation,action,post,due,status"),
        ("Recommendation ,ACTION REQUIRED,By whom?,Target Date,KPI", "recommendation,action,post,due,measure"),
        ("report,lscb_grade,recommendation", "source,note,recommendation"),
        (",Agreed action,Responsible agency,Comments", "note,action,agency,note"),
    ],
)
def test_what_a_column_is_is_proposed_by_its_header(headers: str, targets: str) -> None:
    found = propose(headers.split(","))
    assert ",".join(each.target for each in found) == targets
    assert all(each.why for each in found)


def test_titles_above_the_headers_are_passed_over(board: Board) -> None:
    table = operations.table_of(brought(f"Serious case review,,,,,,,,,\nAction plan,,,,,,,,,\n\n{HEADERS}\n{ROWS}"))
    assert table.headers[1] == "Recommendation" and [each.number for each in table.rows] == [5, 6, 7, 8]


def test_of_a_workbook_the_sheet_whose_headers_say_most_is_read(board: Board) -> None:
    book = listing("Plan", HEADERS.split(","), [tuple(line.split(",")) for line in ROWS.splitlines()], (10,) * 10)
    table = operations.table_of(brought(book))
    assert (table.sheet, table.sheets, len(table.rows)) == ("Plan", ("Plan",), 4)
    assert [each.number for each in table.rows] == [2, 3, 4, 5]


# --- rows -------------------------------------------------------------------------------------------------------------


def test_a_log_becomes_recommendations_with_actions(board: Board) -> None:
    log = operations.import_log(brought(), by=ANN)
    first, second, third = Recommendation.objects.order_by("number")
    assert [(each.text, each.state, each.source, each.source_on) for each in (first, second, third)] == [
        ("Make plans SMART.", ACTION_PLANNED, "Review of 2013", ON),
        ("Record core groups.", ACTION_PLANNED, "Review of 2013", ON),
        ("Tell every family.", UNDECIDED, "Review of 2013", ON),
    ]
    done, going, lacking = Action.objects.order_by("number")
    assert (done.state, done.done_on, done.evidence, done.due) == (
        DONE,
        date(2014, 3, 28),
        "The list.",
        date(2014, 3, 31),
    )
    assert (done.owner, done.impact_due) == ("Head of Service, Ambleford City Council", date(2014, 6, 28))
    assert (going.state, going.due, going.why_no_date) == (OPEN, None, "The log says: ongoing")
    assert (going.owner, going.recommendation) == ("Auditor, Ambleford Police", first)
    assert (lacking.state, lacking.agency, lacking.post, lacking.due) == (OPEN, None, "Manager", date(2014, 9, 30))
    told = [each.text for each in lacking.steps.all()]
    for said in ("row 4 of the action log plan.csv", "its agency was: The Trust", "and gives no evidence", "Ref: 3"):
        assert said in told[0]
    assert "Update: All came" in done.steps.get(verb="imported").text
    assert lacking in Action.objects.without_owner_or_date() and going not in Action.objects.without_owner_or_date()
    assert log.counts == {"recommendations": 3, "actions": 3, "done": 1, "noted": 4, "there": 0, "rejected": 0}
    assert "Ref: 4" in third.decisions.get().text


def test_what_was_imported_is_like_what_was_typed(board: Board) -> None:
    operations.import_log(brought(), by=board.analyst.actor)
    done, going, _ = Action.objects.order_by("number")
    assert done.completions.get().evidence == "The list." and [str(each) for each in done.ownerships.all()] == [
        done.owner
    ]
    assert "You reported" in why_not_judge(board.analyst, done) and "owns it" in why_not_judge(board.lead, done)
    rewrite(going, LATER, edits=1, by=ANN)
    assert going.wordings.count() == 2 and going.recommendation and going.recommendation.wordings.count() == 1


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("1,Make plans SMART.,Brief.,A boy born 03/04/2005 waited,,,,,,", "seems to hold a date"),
        ("1,Ring 0113 496 0000.,Brief.,,,,,,,", "seems to hold a telephone number"),
        ("1,Make plans SMART.,Brief.,,,,,,,Seen 3/4/2014", "seems to hold a date"),
        ("1,,,Head of Service,,,,,,", "neither what is recommended nor what will be done"),
        ("1,Make plans SMART.,Brief.,,,31/02/2014,,,,", "“By when it will be done” is no day: 31/02/2014"),
        ("1,Make plans SMART.,Brief.,,,3/25/2014,,,,", "day before the month"),
        ("1,Make plans SMART.,Brief.,,,,Done,last week,The list.,", "“When it was done” is no day"),
        ("1,Make plans SMART.,Brief.,,,,Done,1/7/2014,The list.,", "after the day of the log"),
        (f"1,{'x' * 4001},Brief.,,,,,,,", "at most 4,000 fit"),
        ("1,Make plans SMART.,Brief.,,,,,,,,,,too many", "not as many values as there are headers"),
    ],
)
def test_a_row_that_cannot_be_taken_says_why_and_where(board: Board, row: str, said: str) -> None:
    found = rejected(f"{HEADERS}\n4,Tell every family.,,,,,,,,\n,,,,,,,,,\n{row}\n")
    assert [number for number, _ in found] == [4] and said in found[0][1]


def test_rows_below_merged_cells_belong_to_the_recommendation_above(board: Board) -> None:
    rows = "Make plans SMART.,Brief every cluster.\n,Look at ten plans.\n,\nTell families.,Ring them.\n"
    operations.import_log(brought(f"Recommendation,Action\n{rows}", fill_down=True), by=ANN)
    first, second = Recommendation.objects.order_by("number")
    assert (first.actions.count(), second.actions.count()) == (2, 1)


def test_an_action_without_a_recommendation_says_where_it_stands(board: Board) -> None:
    operations.import_log(brought("Agreed action,Theme\nBrief every cluster.,plans\n"), by=ANN)
    action = Action.objects.get()
    assert action.recommendation is None and "the action log plan.csv" in action.relevant


@pytest.mark.parametrize(
    "text",
    ["26/6/2014", "26/06/14", "2014-06-26", "26.6.2014", "26-Jun-14", "26 June 2014", "26th June 2014", "June 26, 2014",
     "26/06/2014 00:00:00", "26 Jun 2014"],
)  # fmt: skip
def test_a_day_is_understood_in_every_usual_way(text: str) -> None:
    assert day_in(text) == date(2014, 6, 26)


def test_a_month_is_its_last_day_and_words_are_none() -> None:
    assert {day_in(text) for text in ("June 2014", "Jun-14", "2014-06", "06/2014")} == {date(2014, 6, 30)}
    assert [day_in(text) for text in ("soon", "31/2/2014", "", "41816")] == [None, None, None, None]


# --- once more --------------------------------------------------------------------------------------------------------


def test_the_same_log_brought_again_is_recognised(board: Board) -> None:
    first = operations.import_log(brought(), by=ANN)
    again = brought()
    assert operations.same_before(again) == first
    found = operations.look(again).found
    assert (found.new, len(found.there), found.rejected) == ([], 4, [])
    with pytest.raises(Refused, match="no row in it that is new"):
        operations.import_log(again, by=ANN)
    assert Recommendation.objects.count() == 3 and Action.objects.count() == 3


def test_of_a_log_that_grew_only_what_is_new_is_taken(board: Board) -> None:
    operations.import_log(brought(), by=ANN)
    action = Action.objects.order_by("number")[1]
    rewrite(action, LATER, edits=1, by=ANN)
    more = "5,make plans  smart,Ask ten children.,Manager,acc,,,,,\n6,Write to all schools.,,,,,,,,\n"
    log = operations.import_log(brought(f"{HEADERS}\n{ROWS}{more}"), by=ANN)
    assert log.counts["recommendations"] == 1 and log.counts["actions"] == 1 and log.counts["there"] == 4
    assert Action.objects.get(what="Ask ten children.").recommendation == Recommendation.objects.order_by("number")[0]


def test_what_somebody_typed_is_recognised_and_what_is_closed_is_not_added_to(board: Board) -> None:
    typed = recommend("Make plans SMART.", kind="review", source="Review of 2013", source_on=ON, by=ANN)
    declined = recommend("Tell every family.", kind="review", source="Review of 2013", source_on=ON, by=ANN)
    decide(declined, "declined", because="They are told.", by=ANN)
    content = "Recommendation,Action\nMake plans SMART.,\nMake plans SMART.,Brief.\nTell every family.,Ring them.\n"
    log = operations.import_log(brought(content), by=ANN)
    typed.refresh_from_db()
    declined.refresh_from_db()
    assert log.counts["there"] == 1 and {typed.state, declined.state} == {ACTION_PLANNED}
    action = Action.objects.get(what="Brief.")
    drop(action, why="It does not fit.", by=ANN)
    decide(typed, "closed", because="It is over.", by=ANN)
    found = rejected("Recommendation,Action\nMake plans SMART.,Look at ten plans.\nMake plans SMART.,Brief.\n")
    assert found == [
        (2, f"Recommendation {typed.number} is closed. Open it again on its page before you import an action for it.")
    ]  # noqa: E501


def test_the_same_row_twice_is_taken_once(board: Board) -> None:
    assert rejected("Recommendation,Action\nMake plans SMART.,Brief.\nmake plans smart,Brief\n") == [
        (3, "The same stands in row 2, which is taken.")
    ]
