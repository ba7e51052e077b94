"""Small numbers that are shown by a decision of two people: asking, agreeing, and what the next edition then shows."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from goldenthread.catalogue import indicators
from goldenthread.engine.counting.telling import joined
from goldenthread.engine.periods import parse
from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.protecting.opened import Opened
from goldenthread.workflow.disclosure.models import Disclosure
from goldenthread.workflow.disclosure.operations import agree, ask, decline, withdraw
from goldenthread.workflow.disclosure.rules import AGREED, DISCLOSURE
from goldenthread.workflow.history.models import Entry
from goldenthread.workflow.history.refusals import NotFound, Refused
from goldenthread.workflow.jobs.models import Job
from goldenthread.workflow.people.rules import CAPABILITIES, Role
from goldenthread.workflow.results.disclosing import hidden_tables, is_hidden, would_give_away
from goldenthread.workflow.results.operations import compute
from goldenthread.workflow.results.reading import Query, Viewer, figures
from goldenthread.workflow.results.tasks import COMPUTE
from tests.factories.board import Board, a_board, browser_of, published

pytestmark = pytest.mark.django_db

CODE, DAY = "CLA1", "2018-03-31"
ALL_OF_IT = ["all", *(each.code for each in indicators()[CODE].breakdowns)]
WHY = "Parliament has been told this number already."
KEPT = 302


@pytest.fixture
def board(tmp_path: Path) -> Board:
    """A board of which four children are looked after: everything of them is hidden."""
    made = a_board()
    published(made, tmp_path / "sent", children=4)
    return made


def asked(**given: Any) -> Disclosure:
    return ask(CODE, **{"period": DAY, "breakdowns": ALL_OF_IT, "reason": WHY, "by": "person:1", **given})


def public() -> list[str]:
    found = figures(Query(CODE, period=parse(DAY), breakdown="all"), viewer=Viewer(Face.PUBLIC, actor="test"))
    return [each.shown for each in found]


def text_of(browser: Client, address: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", browser.get(address).content.decode()))


def test_nothing_is_shown_by_asking_nor_by_agreeing_but_by_the_next_edition(board: Board) -> None:
    kept = asked()
    compute(by="test")
    assert public() == ["withheld"]
    agree(kept, gives_away=[], by="person:2")
    assert public() == ["withheld"]
    compute(by="test")
    kept.refresh_from_db()
    assert (kept.state, public()) == (AGREED, ["4"])
    assert [each.verb for each in Entry.objects.about("disclosure", kept.number)] == ["asked for", "agreed"]


def test_what_is_withdrawn_is_hidden_again(board: Board) -> None:
    kept = asked()
    agree(kept, gives_away=[], by="person:2")
    compute(by="test")
    withdraw(kept, because="A family could be known by it.", by="person:1")
    compute(by="test")
    assert public() == ["withheld"]


def test_an_edition_counts_only_what_a_decision_touches_again(board: Board) -> None:
    agree(asked(), gives_away=[], by="person:2")
    assert compute(by="test").computed == len(joined(list(indicators().values()))[CODE]) < 10
    assert not compute(by="test").new


def test_nobody_decides_alone(board: Board) -> None:
    kept = asked()
    with pytest.raises(Refused, match="Somebody else agrees"):
        agree(kept, gives_away=[], by="person:1")
    with pytest.raises(Refused, match="Withdraw it instead"):
        decline(kept, because="It was asked for in error.", by="person:1")


def test_what_would_give_others_away_is_not_agreed(board: Board) -> None:
    with pytest.raises(Refused, match=r"worked out from it: 2018, Girls\. It stays hidden"):
        agree(asked(), gives_away=["2018, Girls"], by="person:2")


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({"reason": "Because."}, "20 to 500 letters; this has 8"),
        ({"reason": "It is about a boy born on 03/04/2009, said his mother."}, "seems to hold"),
        ({"breakdowns": ["hair"]}, "not broken down by hair"),
        ({"breakdowns": []}, "Say which numbers"),
    ],
)
def test_what_cannot_be_asked_for(board: Board, given: dict[str, str], wrong: str) -> None:
    with pytest.raises(Refused, match=wrong):
        asked(**given)


def test_only_what_is_hidden_about_children_can_be_asked_for(board: Board) -> None:
    with pytest.raises(NotFound):
        ask("MILK1", period=DAY, reason=WHY, by="person:1")
    with pytest.raises(Refused, match="nothing of it is ever hidden"):
        ask("AUD1", period="FY2017-18", reason=WHY, by="person:1")


def test_one_period_is_asked_for_once_until_it_is_declined(board: Board) -> None:
    first = asked()
    with pytest.raises(Refused, match="already"):
        asked(breakdowns=["sex"])
    with pytest.raises(IntegrityError), transaction.atomic():
        Disclosure.objects.create(
            indicator=CODE, period_code=DAY, breakdowns=["sex"], reason=WHY, asked_at=first.asked_at, asked_by="x"
        )
    decline(first, because="A family could be known by it.", by="person:2")
    assert asked().number != first.number


def test_the_edition_says_what_it_hides(board: Board) -> None:
    assert is_hidden(CODE, asked().what)
    assert {each.breakdown for each in hidden_tables(CODE)} >= {"all", "sex"}
    assert not would_give_away(CODE, Opened(DAY, tuple(ALL_OF_IT)))
    assert "31 March 2018, not recorded" in would_give_away(CODE, Opened(DAY, ("all",)))
    assert hidden_tables("MILK1") == []


def test_only_those_who_see_numbers_exactly_may_decide() -> None:
    capable = {role for role, able in CAPABILITIES.items() if "show small numbers" in able}
    assert capable == {Role.CHAIR, Role.ANALYST}
    assert {way.capability for way in DISCLOSURE.ways} == {"show small numbers"}
    assert all("see figures exactly" in CAPABILITIES[role] for role in capable)


def test_the_analyst_asks_and_the_chair_agrees_in_the_browser(board: Board) -> None:
    analyst, chair = browser_of(board.analyst), browser_of(board.chair)
    assert "Ask that a small number be shown" in text_of(analyst, f"/indicators/{CODE}/")
    assert "None was ever asked for" in text_of(chair, "/disclosure/")
    sent = {"period": DAY, "breakdowns": ALL_OF_IT, "reason": WHY}
    address = analyst.post(f"/disclosure/ask/{CODE}/", sent).headers["Location"]
    own = text_of(analyst, address)
    assert "somebody else agrees or declines" in own
    assert "Agree that they are shown" not in own
    refused = analyst.post(f"{address}agree/", {"looked": "on"}).content.decode()
    assert "You asked for it yourself" in refused
    theirs = text_of(chair, address)
    assert WHY in theirs
    assert "No other small number of this indicator can be worked out exactly" in theirs
    assert "Look at the numbers" in chair.post(f"{address}agree/", {"looked": ""}).content.decode()
    assert chair.post(f"{address}agree/", {"looked": "on"}).status_code == KEPT
    assert Job.objects.newest(COMPUTE) is not None
    assert "They are shown from the next edition" in text_of(chair, address)
    compute(by="test")
    assert public() == ["4"]
    assert "They are shown from the next edition" not in text_of(chair, address)
    assert "Disclosure 1" in text_of(chair, "/disclosure/")


def test_it_waits_for_everybody_who_may_decide_but_whoever_asked(board: Board) -> None:
    analyst, chair = browser_of(board.analyst), browser_of(board.chair)
    asked(by=board.analyst.actor)
    assert "Small numbers that somebody asks to have shown" in text_of(chair, "/")
    assert "Small numbers that somebody asks to have shown" not in text_of(analyst, "/")
    assert WHY in text_of(chair, "/checks/disclosures-to-decide/")
    assert browser_of(board.member).get("/checks/disclosures-to-decide/").status_code == 404


def test_the_chair_declines_with_a_reason_and_the_analyst_withdraws(board: Board) -> None:
    analyst, chair = browser_of(board.analyst), browser_of(board.chair)
    first, second = asked(by=board.analyst.actor), asked(by=board.analyst.actor, period="2017-12-31")
    why = {"because": "A family could be known by it."}
    assert "20 to 500" in chair.post(f"/disclosure/{first.number}/decline/", {"because": "No."}).content.decode()
    assert chair.post(f"/disclosure/{first.number}/decline/", why).status_code == KEPT
    assert "Because: A family could be known by it." in text_of(analyst, f"/disclosure/{first.number}/")
    assert analyst.post(f"/disclosure/{second.number}/withdraw/", why).status_code == KEPT
    assert "already" in analyst.post(f"/disclosure/{second.number}/withdraw/", why).content.decode()


def test_where_nothing_is_hidden_there_is_nothing_to_ask_for(board: Board) -> None:
    answer = browser_of(board.analyst).get("/disclosure/ask/AUD1/", follow=True)
    assert "nothing to ask for" in answer.content.decode()
    assert browser_of(board.analyst).get("/disclosure/99/").status_code == 404
