"""Signing in and out, being signed out, and joining by invitation."""

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.auth import get_user
from django.test import Client
from django.utils import timezone

from goldenthread.web.base.sessions import BEGAN, SEEN
from goldenthread.workflow.people.models import Invitation, Person
from goldenthread.workflow.people.operations import invite
from goldenthread.workflow.people.rules import Role
from tests.factories.board import Board, a_board, browser_of
from tests.factories.people import PASSWORD

pytestmark = pytest.mark.django_db

SIGN_IN = "/accounts/login/"


@pytest.fixture
def board() -> Board:
    return a_board()


def sign_in(browser: Client, email: str, password: str = PASSWORD, **more: str) -> str:
    """What somebody reads or where they are sent after they have tried to sign in."""
    answer = browser.post(SIGN_IN, {"login": email, "password": password, **more})
    return answer.headers["Location"] if answer.status_code == 302 else answer.content.decode()


def problems(page: str) -> list[str]:
    """What the summary of errors on a page says."""
    summary = page.partition("There is a problem")[2].partition("</ul>")[0]
    return [" ".join(text.split()) for text in re.findall(r"<a href[^>]*>(.*?)</a>", summary, re.DOTALL)]


def is_signed_in(browser: Client) -> bool:
    return bool(get_user(browser).is_authenticated)  # type: ignore[arg-type]


def test_somebody_signs_in_with_their_address_in_any_letters(board: Board) -> None:
    browser = Client()
    assert sign_in(browser, board.member.email.upper()) == "/"
    assert is_signed_in(browser)


def test_they_come_to_the_page_they_wanted(board: Board) -> None:
    browser = Client()
    assert browser.get("/scorecard/?a=b").headers["Location"] == f"{SIGN_IN}?next=/scorecard/%3Fa%3Db"
    assert 'value="/scorecard/?a=b"' in browser.get(f"{SIGN_IN}?next=/scorecard/%3Fa%3Db").content.decode()
    assert sign_in(browser, board.member.email, next="/scorecard/?a=b") == "/scorecard/?a=b"


def test_but_never_to_another_site(board: Board) -> None:
    assert sign_in(Client(), board.member.email, next="https://elsewhere.example/") == "/"


def test_it_does_not_tell_who_has_an_account(board: Board) -> None:
    known = sign_in(Client(), board.member.email, "not the password")
    unknown = sign_in(Client(), "nobody@ambleford.example", "not the password")
    assert problems(known) == problems(unknown) != []
    assert "<title>Error: Sign in" in known


def test_what_is_left_out_is_said_at_its_field(board: Board) -> None:
    page = sign_in(Client(), "", "")
    assert problems(page) == ["Enter your e-mail address", "Enter your password"]
    assert 'href="#id_login"' in page and 'id="id_login"' in page and 'aria-describedby="id_login-error"' in page


@pytest.mark.parametrize("email", ["board.member.board@ambleford.example", "nobody@ambleford.example"])
def test_after_five_wrong_passwords_even_the_right_one_does_not_help(board: Board, email: str) -> None:
    tries = [problems(sign_in(Client(), email, f"wrong {number}")) for number in range(5)]
    assert len({tuple(each) for each in tries}) == 1
    assert problems(sign_in(Client(), email)) == ["Too many wrong attempts. Wait 30 minutes, then try again."]
    assert sign_in(Client(), board.analyst.email) == "/"


def test_signing_out_takes_a_button_not_a_link(board: Board) -> None:
    browser = browser_of(board.member)
    assert "Do you want to sign out?" in browser.get("/accounts/logout/").content.decode()
    assert is_signed_in(browser)
    answer = browser.post("/accounts/logout/", follow=True)
    assert "You are signed out." in answer.content.decode()
    assert not is_signed_in(browser)


def moved(browser: Client, name: str, back: timedelta) -> None:
    session = browser.session
    session[name] = timezone.now().timestamp() - back.total_seconds()
    session.save()


def test_somebody_who_went_away_for_half_an_hour_is_signed_out_and_told_so(board: Board) -> None:
    browser = browser_of(board.member)
    browser.get("/")
    moved(browser, SEEN, timedelta(minutes=31))
    answer = browser.get("/scorecard/")
    assert answer.headers["Location"] == f"{SIGN_IN}?next=/scorecard/"
    assert not is_signed_in(browser)
    assert "not used the site for 30 minutes" in browser.get(answer.headers["Location"]).content.decode()


def test_somebody_who_reads_on_stays(board: Board) -> None:
    browser = browser_of(board.member)
    browser.get("/")
    moved(browser, SEEN, timedelta(minutes=29))
    assert browser.get("/").status_code == 200
    assert timezone.now().timestamp() - browser.session[SEEN] < 60


def test_after_twelve_hours_everybody_signs_in_again(board: Board) -> None:
    browser = browser_of(board.member)
    browser.get("/")
    moved(browser, BEGAN, timedelta(hours=12))
    assert browser.get("/").status_code == 302
    assert not is_signed_in(browser)


def test_a_form_sent_after_that_leads_to_the_start_page_not_back_to_the_form(board: Board) -> None:
    browser = browser_of(board.member)
    browser.get("/")
    moved(browser, SEEN, timedelta(hours=1))
    assert browser.post("/accounts/password/change/").headers["Location"] == f"{SIGN_IN}?next=/"


def test_another_password_takes_the_present_one(board: Board) -> None:
    browser, new = browser_of(board.member), "seven herons over quay"
    given = {"oldpassword": "not it", "password1": new, "password2": new}
    page = browser.post("/accounts/password/change/", given).content.decode()
    assert problems(page) == ["This is not your present password"]
    answer = browser.post("/accounts/password/change/", {**given, "oldpassword": PASSWORD}, follow=True)
    assert "Your password was changed." in answer.content.decode()
    assert is_signed_in(browser)
    assert sign_in(Client(), board.member.email, new) == "/"


@pytest.mark.parametrize("weak", ["short", "password1234", "board.member.board@ambleford.example"])
def test_a_weak_password_is_not_taken(board: Board, weak: str) -> None:
    given = {"oldpassword": PASSWORD, "password1": weak, "password2": weak}
    assert problems(browser_of(board.member).post("/accounts/password/change/", given).content.decode())


@pytest.mark.parametrize("page", ["signup/", "password/reset/", "email/", "confirm-email/", "reauthenticate/"])
def test_there_is_no_other_way_in(board: Board, page: str) -> None:
    assert Client().get(f"/accounts/{page}").status_code == 404


@pytest.fixture
def link(board: Board) -> str:
    token = invite("robin@ambleford.example", Role.DATA_LEAD, agency=board.agency, name="Robin", by="command line")
    return f"/join/{token}/"


FILLED_IN = {"name": "Robin Mistry", "password": PASSWORD, "password_again": PASSWORD}


def test_somebody_invited_sets_up_their_account_and_is_in(board: Board, link: str) -> None:
    browser = Client()
    page = browser.get(link).content.decode()
    assert "agency data lead" in page and "robin@ambleford.example" in page and 'value="Robin"' in page
    answer = browser.post(link, FILLED_IN, follow=True)
    assert "Your password is set" in answer.content.decode()
    assert get_user(browser) == Person.objects.get(name="Robin Mistry")  # type: ignore[arg-type]


def test_the_link_works_once(board: Board, link: str) -> None:
    Client().post(link, FILLED_IN)
    answer = Client().get(link)
    assert (answer.status_code, "works only once" in answer.content.decode()) == (410, True)


def test_a_link_that_ran_out_or_is_cut_off_says_so(board: Board, link: str) -> None:
    assert "part of it is missing" in Client().get(link[:-4] + "/").content.decode()
    Invitation.objects.filter(email="robin@ambleford.example").update(expires_at=timezone.now())
    assert "has run out" in Client().get(link).content.decode()


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"name": " "}, "Enter your name"),
        ({"password_again": "something else"}, "The two passwords are not the same"),
        ({"password": "short", "password_again": "short"}, "at least 12 characters"),
    ],
)
def test_what_is_not_right_is_said_and_the_link_still_works(
    board: Board, link: str, change: dict[str, str], problem: str
) -> None:
    browser = Client()
    (said,) = problems(browser.post(link, {**FILLED_IN, **change}).content.decode())
    assert problem in said
    assert not is_signed_in(browser)
    assert browser.get(link).status_code == 200


def test_passwords_are_never_sent_back(board: Board, link: str) -> None:
    page = Client().post(link, {**FILLED_IN, "password_again": "something else"}).content.decode()
    assert PASSWORD not in page and "something else" not in page


def test_the_account_page_says_what_one_may(board: Board) -> None:
    page = browser_of(board.lead).get("/account/").content.decode()
    assert "see the same of one&#39;s own agency only" in page
    assert "publish an edition" not in page


def test_cookies_are_kept_from_scripts_and_other_sites(board: Board) -> None:
    browser = Client()
    sign_in(browser, board.member.email)
    session = browser.cookies[settings.SESSION_COOKIE_NAME]
    assert (session["httponly"], session["samesite"]) == (True, "Lax")
