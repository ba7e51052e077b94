"""What people read when something cannot be shown, and what every answer carries."""

import logging
import re

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from goldenthread.config.urls import handler400, handler403, handler404, handler429, handler500
from goldenthread.config.urls import urlpatterns as ours
from goldenthread.web.base.access import anyone
from goldenthread.web.base.logs import WithoutLinks
from goldenthread.workflow.history.refusals import NotFound, Refused
from tests.factories.board import Board, a_board, browser_of

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]

SECRET = "child 4711 at 3 Mill Lane"


@anyone
def faulty(request: HttpRequest) -> HttpResponse:
    """A page with a fault."""
    raise ValueError(SECRET)


@anyone
def refuses(request: HttpRequest) -> HttpResponse:
    """A page that asks for what a rule forbids."""
    raise Refused("The return covers other days.")


@anyone
def lacks(request: HttpRequest) -> HttpResponse:
    """A page about something that is not there, or not for this person."""
    raise NotFound("There is no return 7.")


urlpatterns = [*ours, path("faulty/", faulty), path("refuses/", refuses), path("lacks/", lacks)]
__all__ = ["handler400", "handler403", "handler404", "handler429", "handler500", "urlpatterns"]


@pytest.fixture
def board() -> Board:
    return a_board()


@pytest.fixture
def member(board: Board) -> Client:
    signed_in = browser_of(board.member)
    signed_in.raise_request_exception = False
    return signed_in


def heading(page: str) -> str:
    (found,) = re.findall(r"<h1[^>]*>([^<]*)", page)
    return str(found)


def without_token(page: str) -> str:
    """A page without what is new in it each time."""
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)


def test_a_page_that_is_not_there(member: Client) -> None:
    answer = member.get("/nothing/")
    assert (answer.status_code, heading(answer.content.decode())) == (404, "Page not found")


def test_a_page_for_others(member: Client) -> None:
    answer = member.get("/returns/1/accept/")
    assert (answer.status_code, heading(answer.content.decode())) == (403, "You cannot see this page")


def test_what_is_not_there_and_what_is_not_for_one_read_alike(member: Client) -> None:
    one, other = (member.get(address).content.decode() for address in ("/lacks/", "/lacks-this-too/"))
    assert without_token(one) == without_token(other)


def test_a_rule_that_stands_against_it_is_told(member: Client) -> None:
    answer = member.get("/refuses/")
    assert (answer.status_code, "The return covers other days." in answer.content.decode()) == (409, True)


def test_a_fault_is_told_by_a_reference_alone(member: Client, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, logger="goldenthread"):
        answer = member.get("/faulty/")
    page = answer.content.decode()
    assert (answer.status_code, heading(page)) == (500, "Something went wrong")
    assert SECRET not in page and "Traceback" not in page
    (reference,) = re.findall(r"reference: <strong>(\w+)", page)
    (said,) = [record.getMessage() for record in caplog.records if record.name.startswith("goldenthread")]
    assert said == f"reference {reference}: ValueError"


def test_a_form_that_was_open_too_long(board: Board) -> None:
    browser = Client(enforce_csrf_checks=True)
    answer = browser.post("/accounts/login/", {"login": board.member.email, "password": "x"})
    assert (answer.status_code, heading(answer.content.decode())) == (403, "This form is out of date")


def test_many_requests_at_once_are_put_off_in_plain_words(member: Client) -> None:
    visitor = Client()
    answers = [visitor.post("/accounts/login/") for _ in range(31)]
    assert answers[-1].status_code == 429
    assert heading(answers[-1].content.decode()) == "Too many attempts"


def test_a_host_that_is_not_ours(member: Client) -> None:
    answer = member.get("/", headers={"host": "elsewhere.example"})
    assert (answer.status_code, heading(answer.content.decode())) == (400, "The site cannot answer that")


@pytest.mark.parametrize("address", ["/", "/scorecard/", "/nothing/", "/breaks/", "/accounts/login/", "/returns/1/"])
def test_nothing_is_kept_in_caches_framed_or_guessed(member: Client, address: str) -> None:
    headers = member.get(address).headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]


@pytest.mark.parametrize("address", ["/", "/scorecard/", "/account/", "/nothing/", "/breaks/", "/help/accessibility/"])
def test_titles_name_nobody_and_pages_ask_nothing_of_others(member: Client, board: Board, address: str) -> None:
    page = member.get(address).content.decode()
    (title,) = re.findall(r"<title>(.*)</title>", page)
    assert board.member.name not in title and board.member.email not in title
    assert re.findall(r'(?:src|href|action)="(?:https?:)?//[^"]*', page) == []
    assert re.findall(r' style="| on\w+="|<style', page) == []


def test_cookies_need_a_safe_connection_where_there_is_one() -> None:
    assert settings.HTTPS is settings.SESSION_COOKIE_SECURE is settings.CSRF_COOKIE_SECURE is False
    assert settings.ORIGIN.startswith("http://127.0.0.1")


def test_the_log_holds_no_invitation() -> None:
    record = logging.LogRecord("django.request", logging.WARNING, "", 1, "Gone: %s", ("/join/s3cret-token/",), None)
    assert WithoutLinks().filter(record)
    assert record.getMessage() == "Gone: /join/…/"
    assert settings.LOGGING["handlers"]["stderr"]["filters"] == ["without_links"]
