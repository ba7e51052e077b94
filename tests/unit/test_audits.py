"""Practice audits: on the register, considered, withdrawn, and counted like any evidence."""

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest

from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.protecting.figures import Figure
from goldenthread.workflow.audits.models import Audit
from goldenthread.workflow.audits.operations import Found, Judged, Particulars, consider, register, withdraw
from goldenthread.workflow.audits.rules import AUDIT
from goldenthread.workflow.evidence.operations import compute, hand_over
from goldenthread.workflow.history.models import Entry
from goldenthread.workflow.history.refusals import NotFound, Refused
from goldenthread.workflow.people.rules import MEANING
from goldenthread.workflow.results.reading import Query, Viewer, figures
from goldenthread.workflow.returns.models import Part, Return
from tests.factories.board import Board, a_board, browser_of

pytestmark = pytest.mark.django_db

SIXTEEN = {"outstanding": 1, "good": 4, "requires_improvement": 8, "inadequate": 3}
PLANS = "Child protection plans"


@pytest.fixture
def board(home: Path) -> Board:
    return a_board()


def an_audit(title: str = "Audit of plans", *, kind: str = "cases", on: date | None = None, **given: Any) -> Audit:
    given.setdefault("judged", Judged(SIXTEEN) if kind == "cases" else Judged())
    audit = register(
        title,
        kind=kind,
        subject="protection_plans",
        about="2013-04..2013-11",
        particulars=Particulars(**given),
        by="test",
    )
    if on:
        consider(audit, on=on, by="test")
    return audit


def figure(code: str, period: str = "FY2013-14", by: str = "all", group: str = "all") -> Figure:
    found = figures(Query((code,), breakdown=by), viewer=Viewer(Face.PUBLIC, actor="test"))
    return next(each for each in found if each.period.code == period and each.group == group)


def test_cases_are_counted_from_the_register_and_shown_to_everybody(board: Board) -> None:
    an_audit()
    compute(by="test")
    shown = {code: figure(code, by="audited", group=PLANS).shown for code in ("AUD1", "AUD2", "AUD3", "AUD4")}
    assert shown == {"AUD1": "6.3%", "AUD2": "25.0%", "AUD3": "50.0%", "AUD4": "18.8%"}
    one = figure("AUD1", by="audited", group=PLANS)
    assert (one.numerator, one.denominator, one.status) == (1, 16, "counted")


def test_shares_without_a_base_are_supplied_not_counted(board: Board) -> None:
    an_audit("Audit of care", judged=Judged(shares={"outstanding": 40.0, "good": 60.0}))
    compute(by="test")
    found = figure("AUD2", "2013-04-01..2013-11-30", "audited", PLANS)
    assert (found.status, found.shown, found.denominator) == ("supplied", "60.0%", None)


def test_audits_count_when_the_board_has_considered_them(board: Board) -> None:
    an_audit("Of pathways", kind="multi_agency", on=date(2013, 5, 23))
    an_audit("Not considered yet", kind="multi_agency")
    an_audit("Of the police", kind="chair", on=date(2014, 1, 23), agency=board.other, voice="unclear", systems="yes")
    issues = (Found("Assessments are weak.", date(2011, 7, 1)), Found("Core groups do not work."))
    an_audit("In house", kind="in_house", on=date(2014, 3, 27), issues=issues)
    compute(by="test")
    assert {code: figure(code).numerator for code in ("AUD5", "AUD6", "AUD7", "AUD8")} == {
        "AUD5": 1, "AUD6": 1, "AUD7": 1, "AUD8": 1,
    }  # fmt: skip


def test_one_withdrawn_moves_the_figures(board: Board) -> None:
    first, second = an_audit(), an_audit("Another", judged=Judged({"good": 4}))
    compute(by="test")
    assert figure("AUD2").denominator == 20
    withdraw(second, by="test")
    compute(by="test")
    assert figure("AUD2").denominator == 16
    withdraw(first, by="test")
    compute(by="test")
    assert figure("AUD2").denominator == 0


def test_records_that_have_not_changed_are_handed_over_once(board: Board) -> None:
    assert hand_over(by="test") is None
    an_audit()
    first = hand_over(by="test")
    assert first and hand_over(by="test") == first and Return.objects.count() == 1
    an_audit("Another")
    second = hand_over(by="test")
    assert second and second != first
    assert {part.of for part in Part.objects.in_force()} == {second}


def test_what_cannot_be_is_refused_in_words(board: Board) -> None:
    for wrong, given in (
        ("not both", {"judged": Judged({"good": 1}, {"good": 50.0})}),
        ("more than 100%", {"judged": Judged(shares={"good": 90.0, "inadequate": 30.0})}),
        ("0 to 1,000 cases", {"judged": Judged({"good": 2000})}),
        ("'splendid' is none of", {"judged": Judged({"splendid": 1})}),
        ("seems to hold a postcode", {"summary": "The family at AF1 1AA."}),
        ("must have 1 to 500 letters", {"issues": [Found(" ")]}),
    ):
        with pytest.raises(Refused, match=wrong):
            an_audit(**given)
    assert not Audit.objects.exists()
    audit = an_audit(on=date(2014, 1, 23))
    with pytest.raises(Refused, match="cannot be considered"):
        consider(audit, on=date(2014, 1, 24), by="test")
    with pytest.raises(Refused, match="before the first day"):
        consider(an_audit("Another"), on=date(2012, 1, 1), by="test")
    with pytest.raises(Refused, match="There is no day 2011-02-30"):
        Found.read("Assessments (2011-02-30)")
    with pytest.raises(NotFound):
        Audit.objects.numbered(99)


def test_every_way_asks_for_a_capability_that_there_is() -> None:
    assert {way.capability for way in AUDIT.ways} <= set(MEANING)


def test_history_has_each_step_and_no_word(board: Board) -> None:
    audit = an_audit(on=date(2014, 1, 23), summary="The lift was broken.")
    withdraw(audit, by="test")
    assert [each.verb for each in Entry.objects.about("audit", audit.number)] == [
        "registered", "considered", "withdrawn",
    ]  # fmt: skip
    assert "lift" not in "".join(Entry.objects.values_list("text", flat=True))


# --- in the browser -------------------------------------------------------------------------------------------------

GIVEN = {
    "title": "Audit of plans", "kind": "cases", "subject": "protection_plans", "about": "2013-04..2013-11",
    "voice": "unclear", "systems": "no", "outstanding": "1", "good": "4", "requires_improvement": "8",
    "inadequate": "3", "issues": "Plans are not SMART.\nAssessments are weak. (2011-07-01)",
}  # fmt: skip


def test_an_audit_is_entered_considered_and_withdrawn(board: Board) -> None:
    browser = browser_of(board.analyst)
    there = browser.post("/audits/add/", GIVEN).headers["Location"]
    assert there == f"/audits/{Audit.objects.get().number}/"
    page = browser.get(there).content.decode()
    for word in ("Requires improvement", ">8<", "Plans are not SMART.", "An inspection had named it on 1 July 2011"):
        assert word in page
    assert "still to come" in browser.post(f"{there}considered/", {"on": "2999-01-01"}).content.decode()
    browser.post(f"{there}considered/", {"on": "23/1/2014"})
    assert "23 January 2014" in browser.get("/audits/?kind=cases").content.decode()
    assert "There is none on the register" in browser.get("/audits/?kind=chair").content.decode()
    said = [each.text for each in docx.Document(BytesIO(browser.get("/audits/register.docx").content)).paragraphs]
    assert GIVEN["title"] in said and "Plans are not SMART." in " ".join(said)
    assert GIVEN["title"] in browser.get("/audits/register.csv?kind=cases").content.decode()
    assert GIVEN["title"] not in browser.get("/audits/register.csv?kind=chair").content.decode()
    browser.post(f"{there}withdraw/")
    assert "is withdrawn" in browser.get(there).content.decode()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"about": "last year"}, "is not a period"),
        ({"good": "4.5"}, "Enter a whole number"),
        ({"good": "many"}, "Enter a whole number"),
        ({"issues": "Ring 0113 496 0000"}, "seems to hold a telephone number"),
        ({"as_shares": "on", "good": "99"}, "more than 100%"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(board: Board, wrong: dict[str, str], said: str) -> None:
    page = browser_of(board.chair).post("/audits/add/", {**GIVEN, **wrong}).content.decode()
    assert said in page and "Audit of plans" in page and not Audit.objects.exists()


def test_an_agency_sees_its_own_audits_and_those_of_no_single_one(board: Board) -> None:
    an_audit("Of everybody")
    an_audit("Of the police", agency=board.other)
    ours = browser_of(board.lead).get("/audits/").content.decode()
    assert "Of everybody" in ours and "Of the police" not in ours
    assert browser_of(board.lead).get("/audits/2/").status_code == 404
    assert "Of the police" in browser_of(board.lead_of_other).get("/audits/").content.decode()
