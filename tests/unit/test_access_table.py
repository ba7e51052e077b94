"""Every address and every role: who gets in. An address that is missing here fails, as does a view that is silent."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import get_resolver, path

from goldenthread.engine.protecting.faces import Face
from goldenthread.web.base.access import may, needs_of
from goldenthread.workflow.breaks.operations import declare
from goldenthread.workflow.breaks.rules import TIMING
from goldenthread.workflow.calendar.operations import expect
from goldenthread.workflow.challenges.operations import issue, put
from goldenthread.workflow.framework.operations import name_owner, note_comparators
from goldenthread.workflow.people.rules import CAPABILITIES, Role
from goldenthread.workflow.stories.operations import write
from goldenthread.workflow.tokens.models import Token
from goldenthread.workflow.tokens.operations import make
from tests.factories.audits import a_chairs_audit
from tests.factories.board import YEAR, Board, a_board, browser_of, published
from tests.factories.returns import uploaded
from tests.routes import routes

pytestmark = pytest.mark.django_db

SIGN_IN = "sign in"
WHO = ("visitor", "member", "chair", "adviser", "analyst", "lead", "other")

ROUTES: dict[str, tuple[str, tuple[Any, ...]]] = {
    # The route; an address of it; what a visitor, a board member, the chair, a young adviser, an analyst, the agency's
    # data lead and another agency's data lead meet there.
    "": ("/", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "help/accessibility/": ("/help/accessibility/", (200, 200, 200, 200, 200, 200, 200)),
    "accounts/login/": ("/accounts/login/", (200, "/", "/", "/", "/", "/", "/")),
    "accounts/logout/": ("/accounts/logout/", ("/accounts/login/", 200, 200, 200, 200, 200, 200)),
    "accounts/password/change/": ("/accounts/password/change/", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "account/": ("/account/", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "join/<str:token>/": ("/join/no-such-link/", (410, 410, 410, 410, 410, 410, 410)),
    "work-out/": ("/work-out/", (SIGN_IN, 403, 403, 403, "/", 403, 403)),
    "scorecard/": ("/scorecard/", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "scorecard/figures.<str:kind>": (
        "/scorecard/figures.csv?tier=board",
        (SIGN_IN, 200, 200, 200, 200, 200, 200),
    ),
    "scorecard/about.csv": ("/scorecard/about.csv", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "reductions/": ("/reductions/", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "journey/": ("/journey/", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "places/": ("/places/", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "places/<str:kind>/<path:name>/": ("/places/cluster/Nowhere/", (SIGN_IN, 404, 404, 404, 404, 404, 404)),
    "indicators/<str:code>/": ("/indicators/CLA1/", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "indicators/<str:code>/chart.svg": ("/indicators/CLA1/chart.svg", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "indicators/<str:code>/clusters/": ("/indicators/CLA3/clusters/", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "indicators/<str:code>/clusters.svg": ("/indicators/CLA3/clusters.svg", (SIGN_IN, 404, 404, 404, 404, 404, 404)),
    "indicators/<str:code>/figures.<str:kind>": (
        "/indicators/CLA1/figures.csv",
        (SIGN_IN, 200, 200, 200, 200, 200, 200),
    ),
    "indicators/<str:code>/rounded/": ("/indicators/CLA1/rounded/", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "indicators/<str:code>/rounded.<str:kind>": (
        "/indicators/CLA1/rounded.csv",
        (SIGN_IN, 200, 200, 200, 200, 200, 200),
    ),
    "indicators/<str:code>/rounded-about.csv": (
        "/indicators/CLA1/rounded-about.csv",
        (SIGN_IN, 200, 200, 200, 200, 200, 200),
    ),
    "indicators/<str:code>/records/": (
        "/indicators/CLA1/records/?period=2018-03-31",
        (SIGN_IN, 403, 403, 403, 200, 403, 403),
    ),
    "indicators/<str:code>/about.csv": ("/indicators/CLA1/about.csv", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "datasets/": ("/datasets/", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "datasets/<str:name>/": ("/datasets/people/", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "datasets/counts/": ("/datasets/counts/", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "datasets/counts/template.<str:kind>": (
        "/datasets/counts/template.xlsx?quarter=none",
        (SIGN_IN, 200, 200, 200, 200, 200, 200),
    ),
    "datasets/counts/example.<str:kind>": (
        "/datasets/counts/example.csv",
        (SIGN_IN, 200, 200, 200, 200, 200, 200),
    ),
    "datasets/<str:name>/template.<str:kind>": (
        "/datasets/people/template.xlsx",
        (SIGN_IN, 200, 200, 200, 200, 200, 200),
    ),
    "datasets/<str:name>/example.<str:kind>": (
        "/datasets/people/example.csv",
        (SIGN_IN, 200, 200, 200, 200, 200, 200),
    ),
    "returns/": ("/returns/", (SIGN_IN, 200, 200, 403, 200, 200, 200)),
    "returns/calendar/": ("/returns/calendar/", (SIGN_IN, 200, 200, 403, 200, 200, 200)),
    "returns/calendar/expect/": ("/returns/calendar/expect/", (SIGN_IN, 403, 403, 403, 200, 403, 403)),
    "returns/calendar/reminders/": ("/returns/calendar/reminders/", (SIGN_IN, 403, 403, 403, 200, 403, 403)),
    "returns/calendar/<int:number>/end/": (
        "/returns/calendar/{expected}/end/",
        (SIGN_IN, 403, 403, 403, 200, 403, 403),
    ),
    "returns/calendar/<int:number>/<str:period>/": (
        "/returns/calendar/{expected}/FY2017-18/",
        (SIGN_IN, 200, 200, 403, 200, 200, 404),
    ),
    "returns/<int:number>/": ("/returns/{return}/", (SIGN_IN, 200, 200, 403, 200, 200, 404)),
    "returns/<int:number>/issues/": ("/returns/{return}/issues/", (SIGN_IN, 403, 403, 403, 200, 200, 404)),
    "returns/<int:number>/issues/<int:issue>/": (
        "/returns/{return}/issues/1/",
        (SIGN_IN, 403, 403, 403, 200, 200, 404),
    ),
    "returns/<int:number>/issues.<str:kind>": (
        "/returns/{return}/issues.csv",
        (SIGN_IN, 403, 403, 403, 200, 200, 404),
    ),
    "returns/upload/": ("/returns/upload/", (SIGN_IN, 403, 403, 403, 403, 200, 200)),
    "returns/uploads/<int:number>/": ("/returns/uploads/{upload}/", (SIGN_IN, 403, 403, 403, 403, 200, 404)),
    "returns/uploads/<int:number>/check/": (
        "/returns/uploads/{upload}/check/",
        (SIGN_IN, 403, 403, 403, 403, "/returns/uploads/{upload}/", "/returns/uploads/{upload}/"),
    ),
    "returns/uploads/<int:number>/discard/": (
        "/returns/uploads/{upload}/discard/",
        (SIGN_IN, 403, 403, 403, 403, "/returns/uploads/{upload}/", "/returns/uploads/{upload}/"),
    ),
    "returns/<int:number>/send/": (
        "/returns/{return}/send/",
        (SIGN_IN, 403, 403, 403, 403, "/returns/{return}/", "/returns/{return}/"),
    ),
    "returns/<int:number>/discard/": ("/returns/{return}/discard/", (SIGN_IN, 403, 403, 403, 403, 200, 404)),
    "returns/<int:number>/validate/": ("/returns/{return}/validate/", (SIGN_IN, 403, 403, 403, 200, 200, 404)),
    "returns/<int:number>/accept/": ("/returns/{return}/accept/", (SIGN_IN, 403, 403, 403, 200, 403, 403)),
    "returns/calendar/<int:number>/<str:period>/link/": (
        "/returns/calendar/{expected}/FY2017-18/link/",
        (SIGN_IN, 403, 403, 403, "/returns/calendar/{expected}/FY2017-18/", 403, 403),
    ),
    "returns/calendar/<int:number>/<str:period>/link/stop/": (
        "/returns/calendar/{expected}/FY2017-18/link/stop/",
        (SIGN_IN, 403, 403, 403, "/returns/calendar/{expected}/FY2017-18/", 403, 403),
    ),
    "send/<str:token>/": ("/send/no-such-link/", (410, 410, 410, 410, 410, 410, 410)),
    "send/<str:token>/upload/": ("/send/no-such-link/upload/", (410, 410, 410, 410, 410, 410, 410)),
    "send/<str:token>/issues/": ("/send/no-such-link/issues/", (410, 410, 410, 410, 410, 410, 410)),
    "send/<str:token>/check/": ("/send/no-such-link/check/", (410, 410, 410, 410, 410, 410, 410)),
    "send/<str:token>/start-again/": ("/send/no-such-link/start-again/", (410, 410, 410, 410, 410, 410, 410)),
    "send/<str:token>/send/": ("/send/no-such-link/send/", (410, 410, 410, 410, 410, 410, 410)),
    "api/": ("/api/", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "api/tokens/": ("/api/tokens/", (SIGN_IN, 403, 403, 403, "/api/", 403, 403)),
    "api/tokens/<int:number>/revoke/": ("/api/tokens/{token}/revoke/", (SIGN_IN, 403, 403, 403, 200, 403, 403)),
    "api/v1/figures": ("/api/v1/figures?indicator=CLA1", (401, 200, 200, 200, 200, 200, 200)),
    "api/v1/indicators": ("/api/v1/indicators", (401, 200, 200, 200, 200, 200, 200)),
    "api/v1/editions": ("/api/v1/editions", (401, 200, 200, 200, 200, 200, 200)),
    "api/v1/openapi.json": ("/api/v1/openapi.json", (200, 200, 200, 200, 200, 200, 200)),
    "breaks/": ("/breaks/", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "breaks/declare/": ("/breaks/declare/", (SIGN_IN, 403, 403, 403, 200, 403, 403)),
    "breaks/<int:number>/withdraw/": ("/breaks/{break}/withdraw/", (SIGN_IN, 403, 403, 403, 200, 403, 403)),
    "framework/": ("/framework/", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "framework/nation/": ("/framework/nation/", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "framework/nation/<str:code>/<str:period>/": (
        "/framework/nation/CP1/2014-03-31/",
        (SIGN_IN, 403, 200, 403, 200, 403, 403),
    ),
    "framework/<str:code>/": ("/framework/CLA3/", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "framework/<str:code>/owner/": ("/framework/CLA3/owner/", (SIGN_IN, 403, 200, 403, 200, 403, 403)),
    "framework/<str:code>/target/": ("/framework/CLA3/target/", (SIGN_IN, 403, 200, 403, 200, 403, 403)),
    "framework/<str:code>/comparators/": ("/framework/CLA3/comparators/", (SIGN_IN, 403, 200, 403, 200, 403, 403)),
    "framework/<str:what>/<int:number>/withdraw/": (
        "/framework/comparators/{note}/withdraw/",
        (SIGN_IN, 403, 200, 403, 200, 403, 403),
    ),
    "audits/": ("/audits/", (SIGN_IN, 200, 200, 403, 200, 200, 200)),
    "audits/add/": ("/audits/add/", (SIGN_IN, 403, 200, 403, 200, 403, 403)),
    "audits/<int:number>/": ("/audits/{audit}/", (SIGN_IN, 200, 200, 403, 200, 200, 404)),
    "audits/<int:number>/considered/": ("/audits/{audit}/considered/", (SIGN_IN, 403, 200, 403, 200, 403, 403)),
    "audits/<int:number>/withdraw/": ("/audits/{audit}/withdraw/", (SIGN_IN, 403, 200, 403, 200, 403, 403)),
    "stories/": ("/stories/", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "stories/missing/": ("/stories/missing/", (SIGN_IN, 403, 200, 403, 200, 403, 403)),
    "stories/<str:code>/<str:period>/": ("/stories/CLA3/FY2017-18/", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "stories/<str:code>/<str:period>/write/": (
        "/stories/CLA3/FY2017-18/write/",
        (SIGN_IN, 403, 403, 403, 200, 200, 404),
    ),
    "stories/<str:code>/<str:period>/sign-off/": (
        "/stories/CLA3/FY2017-18/sign-off/",
        (SIGN_IN, 403, 200, 403, 403, 403, 403),
    ),
    "stories/<str:code>/<str:period>/send-back/": (
        "/stories/CLA3/FY2017-18/send-back/",
        (SIGN_IN, 403, 200, 403, 403, 403, 403),
    ),
    "stories/<str:code>/<str:period>/publish/": (
        "/stories/CLA3/FY2017-18/publish/",
        (SIGN_IN, 403, 200, 403, 200, 403, 403),
    ),
    "stories/<str:code>/<str:period>/take-down/": (
        "/stories/CLA3/FY2017-18/take-down/",
        (SIGN_IN, 403, 200, 403, 200, 403, 403),
    ),
    "challenges/": ("/challenges/", (SIGN_IN, 200, 200, 403, 200, 200, 200)),
    "challenges/register.<str:kind>": ("/challenges/register.csv", (SIGN_IN, 200, 200, 403, 200, 200, 200)),
    "challenges/put/": ("/challenges/put/", (SIGN_IN, 403, 200, 403, 200, 403, 403)),
    "challenges/boards/": ("/challenges/boards/", (SIGN_IN, 403, 200, 403, 200, 403, 403)),
    "challenges/<int:number>/": ("/challenges/{challenge}/", (SIGN_IN, 200, 200, 403, 200, 200, 404)),
    "challenges/<int:number>/rewrite/": (
        "/challenges/{challenge}/rewrite/",
        (SIGN_IN, 403, 200, 403, 200, 403, 403),
    ),
    "challenges/<int:number>/issue/": ("/challenges/{challenge}/issue/", (SIGN_IN, 403, 200, 403, 200, 403, 403)),
    "challenges/<int:number>/withdraw/": (
        "/challenges/{challenge}/withdraw/",
        (SIGN_IN, 403, 200, 403, 200, 403, 403),
    ),
    "challenges/answers/<int:number>/effect/": (
        "/challenges/answers/{answer}/effect/",
        (SIGN_IN, 403, 200, 403, 403, 403, 403),
    ),
    "challenges/answers/<int:number>/link/": (
        "/challenges/answers/{answer}/link/",
        (SIGN_IN, 403, 200, 403, 200, 403, 403),
    ),
    "challenges/answers/<int:number>/letter/": (
        "/challenges/answers/{answer}/letter/",
        (SIGN_IN, 403, 200, 403, 200, 403, 403),
    ),
    "challenges/answers/<int:number>/<slug:verb>/": (
        "/challenges/answers/{answer}/accepted-in-part/",
        (SIGN_IN, 403, 200, 403, 200, 200, 404),
    ),
    "answer/<str:token>/": ("/answer/no-such-link/", (410, 410, 410, 410, 410, 410, 410)),
    "reports/": ("/reports/", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "reports/<str:name>/<str:year>/": ("/reports/annual/2017-18/", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "reports/<str:name>/<str:year>/report.<str:kind>": (
        "/reports/annual/2017-18/report.docx",
        (SIGN_IN, 200, 200, 200, 200, 200, 200),
    ),
    "reports/<str:name>/<str:year>/board-paper/": (
        "/reports/annual/2017-18/board-paper/",
        (SIGN_IN, 200, 200, 403, 200, 403, 403),
    ),
    "reports/<str:name>/<str:year>/board-paper/report.<str:kind>": (
        "/reports/annual/2017-18/board-paper/report.pdf",
        (SIGN_IN, 200, 200, 403, 200, 403, 403),
    ),
}


@pytest.fixture
def board(tmp_path: Path) -> Board:
    return a_board()


def met(browser: Client, address: str) -> Any:
    """What somebody meets at an address: a status, or where they are sent."""
    answer = browser.get(address)
    if answer.status_code != 302:
        return answer.status_code
    going = answer.headers["Location"]
    return SIGN_IN if going.startswith("/accounts/login/?next=") else going


def a_late_challenge(board: Board) -> tuple[int, int]:
    """The numbers of a challenge to the board's first agency, which has not answered, and of its answer."""
    challenge = put("To send it in time.", [board.agency], year="FY2018-19", by="command line")
    issue(challenge, on=date(2018, 6, 1), reply_due=date(2018, 7, 1), by="command line")
    return challenge.number, challenge.answers.get().pk


def filled(numbers: dict[str, int], expected: Any) -> Any:
    """What is expected, with the numbers of what is there in addresses."""
    return expected.format_map(numbers) if isinstance(expected, str) else expected


def test_every_route_is_in_the_table_and_no_other() -> None:
    assert {route for route, _ in routes()} == ROUTES.keys()


def test_every_view_declares_who_may_see_it() -> None:
    assert [route for route, pattern in routes() if needs_of(pattern.callback) is None] == []


def test_everybody_meets_what_the_table_says(board: Board, tmp_path: Path) -> None:
    number = published(board, tmp_path / "sent", wrong=1).number
    upload = uploaded(board.lead, ("episodes.csv", b"bread,milk"))
    expected = expect(board.agency, ["ssda903"], every="year", due_days=60, first=YEAR, by="command line")
    numbers = {"return": number, "upload": upload.number, "expected": expected.number}
    numbers["break"] = declare(
        "referrals", on=date(2013, 11, 1), how=TIMING, reason="another system", by="command line"
    ).number
    numbers["note"] = note_comparators("CLA3", noted="England", by="command line").number
    name_owner("CLA3", post="Head of Service", agency=board.agency, by="command line")
    write("CLA3", "FY2017-18", {"works": "Ringing within a week."}, based_on=0, by="command line")
    numbers["challenge"], numbers["answer"] = a_late_challenge(board)
    numbers["audit"] = a_chairs_audit(board.agency).number
    make("a dashboard", face=Face.PUBLIC, by="command line")
    numbers["token"] = Token.objects.get().pk
    found = {}
    for route, (address, _) in ROUTES.items():
        there = address.format_map(numbers)
        found[route] = tuple(met(browser_of(person), there) for person in board.people().values())
    assert found == {route: tuple(map(partial(filled, numbers), expected)) for route, (_, expected) in ROUTES.items()}


def test_the_table_names_everybody(board: Board) -> None:
    assert tuple(board.people()) == WHO
    assert {person.role for person in board.people().values() if person} == set(Role) == set(CAPABILITIES)


def test_nothing_that_is_not_there_tells_whether_it_is(board: Board) -> None:
    assert [browser_of(person).get("/returns/99/").status_code for person in (board.lead, board.analyst)] == [404, 404]


def silent(request: HttpRequest) -> HttpResponse:
    """A view whose author forgot to say who may see it."""
    return HttpResponse("secret")


urlpatterns = [*get_resolver().url_patterns, path("silent/", silent, name="silent")]


@pytest.mark.urls(__name__)
def test_a_view_that_declares_nothing_is_shown_to_nobody(board: Board) -> None:
    for person in board.people().values():
        answer = browser_of(person).get("/silent/")
        assert (answer.status_code, b"secret" in answer.content) == (403, False)
    assert "silent/" in {route for route, _ in routes()} - ROUTES.keys()


def test_a_capability_that_there_is_not_cannot_be_declared() -> None:
    with pytest.raises(KeyError):
        may("see everything")


def test_an_account_that_was_closed_opens_nothing(board: Board) -> None:
    browser = browser_of(board.analyst)
    board.analyst.is_active = False
    board.analyst.save()
    assert met(browser, "/returns/") == SIGN_IN


@pytest.mark.parametrize("address", [address for address, _ in ROUTES.values()])
def test_nothing_is_sent_without_the_token_of_a_form(board: Board, address: str) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(board.analyst)
    kinds = ("return", "upload", "expected", "break", "token", "note", "challenge", "answer", "audit")
    answer = browser.post(address.format_map(dict.fromkeys(kinds, 1)))
    assert answer.status_code == 403
    assert "This form is out of date" in answer.content.decode()
