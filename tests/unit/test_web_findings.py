"""The pages of findings: from what was found in an audit to what is tested, and what each role can do there."""

from datetime import date
from html import unescape
from io import BytesIO
from pathlib import Path

import docx
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from python_calamine import CalamineWorkbook

from goldenthread.catalogue.findings import SOURCE_KINDS
from goldenthread.web.findings.onward import RECOMMENDED_BY
from goldenthread.web.findings.presenters import ASKED
from goldenthread.workflow.actions.rules import KINDS
from goldenthread.workflow.agencies.registers import KINDS_OF_FILE
from goldenthread.workflow.audits.operations import Found, Judged, Particulars, register
from goldenthread.workflow.challenges.operations import issue, put
from goldenthread.workflow.findings.models import Finding
from goldenthread.workflow.findings.operations import decide, rewrite
from goldenthread.workflow.findings.rules import CONFIDENCE, EVIDENCED, FINDING, MODERATED, STRENGTH
from goldenthread.workflow.people.models import Person
from tests.factories.board import Board, a_board, browser_of, published
from tests.factories.findings import ANN, BORN, a_finding, once_tested, told

pytestmark = pytest.mark.django_db

KEPT = 302
FORM = {
    "edits": "0",
    "text": "Nobody can tell the impact of training on practice.",
    "nature": "gap",
    "source_kind": "audit",
    "source": "Audit of training",
    "source_on": "23/1/2014",
    "evidence": "Of 16 learners none was asked.",
    "evidence_period": "FY2012-13",
}


@pytest.fixture
def board(home: Path) -> Board:
    return a_board()


def text_of(browser: Client, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


# --- writing ----------------------------------------------------------------------------------------------------------


def test_a_finding_goes_from_a_form_to_being_tested_by_somebody_else(board: Board) -> None:
    analyst, chair = browser_of(board.analyst), browser_of(board.chair)
    made = analyst.post("/findings/write/", FORM | {"themes": ["impact"], "agencies": ["acc"], "indicator": "CLA3"})
    found = Finding.objects.get()
    assert (made.status_code, made.headers["Location"]) == (KEPT, f"/findings/{found.number}/")
    way = f"/findings/{found.number}"
    assert "Say that there is evidence" in text_of(analyst, f"{way}/")
    assert analyst.post(f"{way}/evidenced/", {"basis": "The report.", "on": "24/1/2014"}).status_code == KEPT
    page = text_of(analyst, f"{way}/")
    assert "You wrote some of it, so somebody else" in page and "stands the test</a>" not in page
    assert analyst.post(f"{way}/moderated/", {"basis": "I read it."}).status_code == 404
    assert chair.post(f"{way}/moderated/", {"basis": "Four files read again."}).status_code == KEPT
    assert chair.post(f"{way}/taken-back-to-evidenced/", {"why": "One was another team's."}).status_code == KEPT
    page = text_of(browser_of(board.member), f"{way}/")
    for said in (
        "Impact, outcomes and evaluation", "2012/13", "24 January 2014: evidenced", "Four files read again.",
        "Because: One was another team", board.agency.name, "/indicators/CLA3/",
    ):  # fmt: skip
        assert said in page
    found.refresh_from_db()
    assert found.confidence == EVIDENCED


def test_a_form_says_what_is_wrong_and_keeps_what_was_written(board: Board) -> None:
    analyst = browser_of(board.analyst)
    wrong = FORM | {"evidence": BORN, "themes": ["impact"]}
    page = analyst.post("/findings/write/", wrong).content.decode()
    assert "There is a problem" in page and "seems to hold" in page and FORM["text"] in page
    page = analyst.post("/findings/write/", FORM | {"text": "", "source_on": "soon"}).content.decode()
    assert "Say what was found" in page and "Enter a day as 2014-06-26" in page
    assert not Finding.objects.exists()


def test_themes_are_suggested_with_reasons_and_never_ticked_by_themselves(board: Board) -> None:
    analyst = browser_of(board.analyst)
    page = analyst.post("/findings/write/", FORM | {"source_on": "soon", "suggest": "1"}).content.decode()
    assert "(suggested, because it says “impact”)" in page and "(suggested, because it says “training”)" in page
    assert "Tick what fits: nothing is given by itself" in page and "There is a problem" not in page
    assert page.index("Training and its effect") < page.index("Scrutiny, challenge and assurance")
    assert page.count(" checked") == 1  # of gap and strength
    assert 'value="soon"' in page and not Finding.objects.exists()
    page = analyst.post("/findings/write/", FORM | {"suggest": "1", "strands": ["missing"]}).content.decode()
    assert page.count(" checked") == 2
    page = analyst.post("/findings/write/", {"text": "It rained.", "suggest": "1"}).content.decode()
    assert "Nothing in the wording suggests a theme or a strand" in page


def test_a_finding_without_a_theme_tells_who_keeps_it_what_its_wording_suggests(board: Board) -> None:
    made = a_finding("The impact of training is not known.")
    page = text_of(browser_of(board.analyst), f"/findings/{made.number}/")
    assert "It has no theme yet" in page and "because it says “impact”" in page
    assert "It has no theme yet" not in text_of(browser_of(board.member), f"/findings/{made.number}/")


def test_two_who_write_at_once_see_both_texts(board: Board) -> None:
    made = a_finding(themes=["audit"])
    address = f"/findings/{made.number}/rewrite/"
    analyst, chair = browser_of(board.analyst), browser_of(board.chair)
    assert 'name="edits" value="1"' in text_of(analyst, address)
    assert analyst.post(address, FORM | {"text": "Plans are too long.", "edits": "1"}).status_code == KEPT
    answer = chair.post(address, FORM | {"text": "Plans are too short.", "edits": "1", "themes": ["plans"]})
    page = answer.content.decode()
    assert "Plans are too long." in page and "Plans are too short." in page and 'name="edits" value="2"' in page
    assert page.count(" checked") == 2  # gap, and the theme that the chair ticked
    assert chair.post(address, FORM | {"text": "Plans are not right.", "edits": "2"}).status_code == KEPT
    page = text_of(analyst, f"/findings/{made.number}/")
    assert "Plans are not right." in page and "set aside for text 2" in page and "Plans are too short." in page


def test_what_was_tested_is_said_to_be_tested_again(board: Board) -> None:
    made = once_tested(a_finding())
    page = text_of(browser_of(board.analyst), f"/findings/{made.number}/rewrite/")
    assert "It is moderated. Where you change what was found or its evidence" in page


# --- from other pages -------------------------------------------------------------------------------------------------


def test_an_audit_opens_the_form_with_what_is_known_of_it(board: Board) -> None:
    known = Particulars(
        agency=board.other,
        judged=Judged({"good": 1, "inadequate": 3}),
        issues=[Found("Files are thin."), Found("Late.")],
    )
    audit = register(
        "Audit of files", kind="in_house", subject="records", about="FY2013-14Q1", particulars=known, by="x"
    )
    analyst = browser_of(board.analyst)
    page = text_of(analyst, f"/audits/{audit.number}/")
    assert f"/findings/write/?audit={audit.number}&amp;issue=2" in page
    page = text_of(analyst, f"/findings/write/?audit={audit.number}&issue=2")
    for said in (
        ">Late.</textarea>", 'value="in-house" selected', 'value="Audit of files"', "Good 1, Inadequate 3.",
        'value="FY2013-14Q1"', 'value="2013-06-30"', f'value="{audit.number}" selected', 'value="apo" checked',
    ):  # fmt: skip
        assert said in page, said
    made = FORM | {"audit": str(audit.number), "agencies": ["apo"], "text": "Files are late."}
    assert analyst.post(f"/findings/write/?audit={audit.number}", made).status_code == KEPT
    found = Finding.objects.get()
    assert found.audit == audit and f"audit {audit.number}: Audit of files" in text_of(
        analyst, f"/findings/{found.number}/"
    )
    assert "Files are late." in text_of(browser_of(board.member), f"/audits/{audit.number}/")
    assert "Make this a finding" not in text_of(browser_of(board.member), f"/audits/{audit.number}/")
    assert browser_of(board.lead).get(f"/findings/{found.number}/").status_code == 404


def test_an_indicator_opens_the_form_without_its_figure(board: Board, tmp_path: Path) -> None:
    published(board, tmp_path / "sent")
    analyst = browser_of(board.analyst)
    page = text_of(analyst, "/indicators/CLA3/")
    assert "/findings/write/?indicator=CLA3&amp;period=FY2017-18" in page and "No open finding names it." in page
    page = text_of(analyst, "/findings/write/?indicator=CLA3&period=FY2017-18")
    for said in ('value="indicator" selected', 'value="FY2017-18"', 'value="CLA3"', timezone.localdate().isoformat()):
        assert said in page
    a_finding("Reviews are late.", indicator="CLA3")
    assert "Reviews are late." in text_of(browser_of(board.member), "/indicators/CLA3/")
    assert "Reviews are late." not in text_of(browser_of(board.adviser), "/indicators/CLA3/")
    assert analyst.get("/findings/write/?indicator=NOPE").status_code == 404
    assert 'value="indicator" selected' in text_of(analyst, "/findings/write/?indicator=CLA3&period=never")


def test_a_challenge_that_nobody_answered_opens_the_form_as_silence(board: Board) -> None:
    challenge = put("To offer interviews. " * 20, [board.agency], year="FY2014-15", by=ANN)
    issue(challenge, on=date(2014, 6, 12), reply_due=date(2014, 7, 31), by=ANN)
    chair = browser_of(board.chair)
    assert f"/findings/write/?challenge={challenge.number}" in text_of(chair, f"/challenges/{challenge.number}/")
    page = text_of(chair, f"/findings/write/?challenge={challenge.number}")
    assert (
        'value="silence" selected' in page and "that was due by 31 July 2014." in page and 'value="acc" checked' in page
    )
    patient = put("To wait.", [board.agency], year="FY2014-15", evidence_period="FY2013-14", by=ANN)
    issue(patient, on=timezone.localdate(), reply_due=timezone.localdate(), by=ANN)
    page = text_of(chair, f"/findings/write/?challenge={patient.number}")
    assert 'value="silence" selected' not in page and 'value="FY2013-14"' in page
    assert browser_of(board.lead).get(f"/findings/write/?challenge={challenge.number}").status_code == 403


def test_a_gap_opens_a_challenge_and_a_recommendation(board: Board) -> None:
    made = a_finding("Plans are not SMART.", agencies=[board.agency], recommends="Write them anew.")
    page = text_of(browser_of(board.chair), f"/findings/{made.number}/")
    assert "/challenges/put/?because=Plans+are+not+SMART.&amp;evidence_period=2013-04..2013-11" in page
    address = page.split("Keep a recommendation because of it")[0].rsplit('href="', 1)[1].split('"')[0]
    begun = text_of(browser_of(board.chair), unescape(address))
    for said in (">Write them anew.</textarea>", 'value="audit" selected', 'value="acc" selected', "2014-01-23"):
        assert said in begun
    a_strength = a_finding("GPs come.", nature=STRENGTH)
    assert "because of it" not in text_of(browser_of(board.chair), f"/findings/{a_strength.number}/")
    assert "Put a challenge" not in text_of(browser_of(board.member), f"/findings/{made.number}/")


# --- the list ---------------------------------------------------------------------------------------------------------


def test_the_list_shows_what_was_chosen(board: Board) -> None:
    a_finding("Plans are not SMART.", themes=["audit"], strands=["missing"], agencies=[board.agency])
    a_finding("GPs come.", nature=STRENGTH, source_kind="in-house", cause="They were asked.")
    once_tested(a_finding("Files are thin.", source_kind="chair", cause="Nobody has time."))
    decide(a_finding("Old."), "closed", why="It is mended.", by=ANN)
    decide(a_finding("Wrong."), "withdrawn", why="It was another board's.", by=ANN)
    texts = {"Plans are not SMART.", "GPs come.", "Files are thin.", "Old.", "Wrong."}
    member = browser_of(board.member)

    def shown(asked: str) -> set[str]:
        page = text_of(member, f"/findings/?{asked}")
        return {text for text in texts if f"{text}</a>" in page}

    assert shown("") == {"Plans are not SMART.", "GPs come.", "Files are thin."} == shown("theme=rumour&page=7")
    assert shown("theme=audit") == shown("strand=missing") == shown("agency=acc") == {"Plans are not SMART."}
    assert shown("kind=in-house") == shown("nature=strength") == {"GPs come."}
    assert shown("confidence=moderated") == shown("words=files+thin") == {"Files are thin."}
    assert shown("state=no-cause") == {"Plans are not SMART."}
    assert (shown("state=closed"), shown("state=withdrawn"), shown("state=all")) == ({"Old."}, {"Wrong."}, texts)
    assert "No finding is what you chose." in text_of(member, "/findings/?theme=lado&words=nothing+of+the+kind")
    assert "<strong>1</strong> open gap has no cause yet" in text_of(member, "/findings/")


def test_an_empty_register_says_what_to_do(board: Board) -> None:
    assert "Put the first on the register" in text_of(browser_of(board.analyst), "/findings/")
    assert "The chair and the analyst put findings" in text_of(browser_of(board.member), "/findings/")


def test_an_agency_meets_nothing_of_what_is_about_others_not_even_in_numbers(board: Board) -> None:
    a_finding("Theirs is thin.", agencies=[board.other])
    lead = browser_of(board.lead)
    page = text_of(lead, "/findings/?state=all")
    assert "No finding is what you chose." in page and "no cause yet" not in page and "Ambleford Police" not in page
    assert "Theirs is thin." not in lead.get("/findings/register.csv?state=all").content.decode()
    a_finding("Ours is thin.", agencies=[board.agency])
    page = text_of(lead, "/findings/")
    assert "1 finding open." in page and "<strong>1</strong> open gap has" in page and "Ambleford Police" not in page
    assert "2 findings open." in text_of(browser_of(board.member), "/findings/")


def test_an_agency_reads_no_earlier_text_for_it_may_have_been_about_another(board: Board) -> None:
    made = a_finding("The police are slow.", agencies=[board.other])
    rewrite(made, told("Everybody is slow."), edits=1, by=ANN)
    address = f"/findings/{made.number}/"
    assert "The police are slow." not in text_of(browser_of(board.lead), address)
    assert "The police are slow." in text_of(browser_of(board.member), address)


def test_the_list_asks_the_database_as_often_for_one_for_three_and_for_300(board: Board) -> None:
    member, asked = browser_of(board.member), []
    text_of(member, "/findings/")
    for more in (1, 2, 297):
        for _ in range(more):
            a_finding(themes=["audit"], strands=["missing"], agencies=[board.agency, board.other])
        with CaptureQueriesContext(connection) as caught:
            text_of(member, "/findings/")
        asked.append(len(caught))
    assert len(set(asked)) == 1
    assert "Page 1 of 2" in text_of(member, "/findings/") and "300 findings open" in text_of(
        member, "/findings/?page=2"
    )


@pytest.mark.parametrize("kind", KINDS_OF_FILE)
def test_the_register_is_taken_away_as_it_is_shown(board: Board, kind: str) -> None:
    a_finding("Plans are not SMART.", themes=["audit"], agencies=[board.agency], indicator="CLA3")
    a_finding("GPs come.", nature=STRENGTH)
    made = browser_of(board.member).get(f"/findings/register.{kind}?nature=gap")
    assert made.status_code == 200 and "attachment" in made.headers["Content-Disposition"]
    if kind == "csv":
        said = made.content.decode()
    elif kind == "xlsx":
        sheet = CalamineWorkbook.from_filelike(BytesIO(made.content)).get_sheet_by_name("Findings")
        said = " ".join(str(cell) for row in sheet.to_python() for cell in row)
    else:
        said = " ".join(each.text for each in docx.Document(BytesIO(made.content)).paragraphs)
        assert "Gaps" in said and "Strengths" not in said
    assert "Plans are not SMART." in said and "Audit of practice" in said and "GPs come." not in said
    assert browser_of(board.member).get("/findings/register.pdf").status_code == 404


def test_a_register_without_findings_is_a_document_all_the_same(board: Board) -> None:
    made = browser_of(board.member).get("/findings/register.docx")
    assert "No finding is what was chosen." in " ".join(
        each.text for each in docx.Document(BytesIO(made.content)).paragraphs
    )


# --- who --------------------------------------------------------------------------------------------------------------

WAYS = (*CONFIDENCE.ways, *(way for way in FINDING.ways if way.verb != "rewritten"))


@pytest.mark.parametrize("verb", [way.verb for way in WAYS])
def test_every_way_and_every_role(board: Board, verb: str) -> None:
    way = next(each for each in WAYS if each.verb == verb)
    column = "confidence" if way in CONFIDENCE.ways else "state"
    made, led = a_finding(), []
    for name, person in board.people().items():
        if not isinstance(person, Person):
            continue
        Finding.objects.filter(pk=made.pk).update(**{column: way.sources[0]})
        address = f"/findings/{made.number}/{verb.replace(' ', '-')}/"
        if browser_of(person).post(address, {"basis": "The files.", "why": "They say so."}).status_code == KEPT:
            led.append(name)
        made.refresh_from_db()
        assert getattr(made, column) == (way.target if name in led else way.sources[0])
    assert led == ["chair", "analyst"]


def test_a_step_that_lacks_its_words_is_not_taken(board: Board) -> None:
    made = once_tested(a_finding())
    chair = browser_of(board.chair)
    page = chair.post(f"/findings/{made.number}/triangulated/", {}).content.decode()
    assert "Say which other sources say the same" in page
    page = chair.post(f"/findings/{made.number}/closed/", {"why": "Mended.", "on": "1/1/2014"}).content.decode()
    assert "That day is before the day of its source." in page
    made.refresh_from_db()
    assert (made.confidence, made.is_open()) == (MODERATED, True)


def test_every_kind_of_source_has_one_among_recommendations() -> None:
    assert RECOMMENDED_BY.keys() == SOURCE_KINDS.keys() and set(RECOMMENDED_BY.values()) <= KINDS.keys()


def test_every_way_has_a_name_on_the_page() -> None:
    assert ASKED.keys() == {way.verb for way in (*CONFIDENCE.ways, *FINDING.ways)}


def test_a_measure_that_no_longer_exists_is_told_as_such(board: Board) -> None:
    made = a_finding(indicator="CLA3")
    Finding.objects.update(indicator="GONE1")
    assert "The measure GONE1, which was to move, is no longer" in text_of(
        browser_of(board.member), f"/findings/{made.number}/"
    )
