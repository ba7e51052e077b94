"""What other programs are answered: as the description says, through the gate of their face, and never more."""

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from goldenthread.catalogue import indicators
from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.protecting.figures import as_record
from goldenthread.web.api.endpoints import ENDPOINTS, FIGURE, FIGURES
from goldenthread.workflow.history.models import Entry
from goldenthread.workflow.results.models import Edition
from goldenthread.workflow.results.operations import compute
from goldenthread.workflow.results.reading import Query, Viewer, figures
from goldenthread.workflow.tokens.models import Token
from goldenthread.workflow.tokens.operations import make
from tests.factories.board import Board, a_board, browser_of, published

pytestmark = pytest.mark.django_db
V1 = "/api/v1"


@pytest.fixture
def board(tmp_path: Path) -> Board:
    board = a_board()
    published(board, tmp_path / "sent", children=3)
    return board


def holding(token: str) -> Client:
    return Client(headers={"Authorization": f"Bearer {token}"})


def asked(browser: Client, address: str) -> tuple[int, dict[str, Any]]:
    answer = browser.get(f"{V1}/{address}")
    return answer.status_code, answer.json()


def fits(document: dict[str, Any], endpoint: str, said: dict[str, Any]) -> list[str]:
    """Where an answer is not what the description says."""
    answers = document["paths"][f"{V1}/{endpoint}"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    schema = {**answers, "components": document["components"]}
    return [error.message for error in Draft202012Validator(schema).iter_errors(said)]


WRONG = [
    ("figures?indicator=XX9", 404),
    ("figures?indicator=CLA1&by=nonsense", 404),
    ("figures?edition=9999", 404),
    ("figures?page=999", 404),
    ("figures?period=soon", 400),
    ("figures?page=0", 400),
    ("figures?page=1&page=2", 400),
    ("figures?nonsense=1", 400),
    ("editions?page=2", 404),
    ("indicators?page=1", 400),
]


def wrong_questions_are_told_so(program: Client) -> None:
    for address, status in WRONG:
        told, said = asked(program, address)
        assert (address, told, said["status"]) == (address, status, status)
        assert said["detail"]


def test_the_description_is_one_and_every_answer_fits_it(board: Board) -> None:
    """One test, because working out an edition takes longer than all that is asked of it."""
    document = Client().get(f"{V1}/openapi.json").json()
    validate(document)
    token = make("a dashboard", face=Face.PARTNERSHIP, by=board.analyst.actor)
    program = holding(token)
    current = Edition.objects.get().number
    for endpoint in ENDPOINTS:
        status, said = asked(program, "figures?indicator=CLA1" if endpoint is FIGURES else endpoint.name)
        assert (status, fits(document, endpoint.name, said)) == (200, [])
        assert said["items"] and said["face"] == "partnership" and said["edition"] == current
        assert all(item.keys() == endpoint.lists.properties.keys() for item in said["items"])
    assert fits(document, "figures", {"items": [{"code": 3}]})

    _, said = asked(program, "figures?indicator=CLA1&period=2018-03-31")
    (hidden,) = said["items"]
    assert (hidden["status"], hidden["value"], hidden["numerator"]) == ("hidden", None, None)
    (exact,) = asked(browser_of(board.analyst), "figures?indicator=CLA1&period=2018-03-31")[1]["items"]
    assert (exact["status"], exact["value"], exact["edition"]) == ("counted", 3, current)
    ours = figures(Query("CLA1"), viewer=Viewer(Face.PARTNERSHIP, "command line"))
    listed = asked(program, "figures?indicator=CLA1")[1]["items"]
    assert [{name: item[name] for name in as_record(ours[0])} for item in listed] == [as_record(each) for each in ours]

    _, by_sex = asked(program, "figures?indicator=CLA1&by=sex&period=2018-03-31")
    assert {item["breakdown"] for item in by_sex["items"]} == {"sex"}
    _, every = asked(program, "figures?indicator=CLA1&by=every&period=2018-03-31")
    assert {item["breakdown"] for item in every["items"]} > {"all", "sex", "age_band"}

    seen, address = [], "figures"
    while address:
        _, page = asked(program, address)
        seen += [item["code"] for item in page["items"]]
        address = (page["next"] or "").partition(f"{V1}/")[2]
        assert not address or f"edition={current}" in address
    assert set(seen) == {each.indicator for each in figures(Query(), viewer=Viewer(Face.PARTNERSHIP, "command line"))}
    assert page["pages"] == -(-len(indicators()) // 10) == page["page"]

    public = holding(make("a website", face=Face.PUBLIC, by=board.analyst.actor))
    assert asked(public, "figures?indicator=CLA1")[1]["face"] == "public"

    wrong_questions_are_told_so(program)
    compute(by="command line")
    assert [each["edition"] for each in asked(program, "editions")[1]["items"]] == [current]


def test_whoever_brings_nothing_good_is_told_so_and_not_sent_to_sign_in() -> None:
    board = a_board()
    for browser in (Client(), holding("gt_nonsense"), Client(headers={"Authorization": "Basic YTpi"})):
        answer = browser.get(f"{V1}/figures")
        assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, "Bearer")
        assert answer.headers["Content-Type"] == "application/problem+json"
    signed_in = browser_of(board.analyst)
    assert signed_in.get(f"{V1}/editions").status_code == 409  # there is none yet
    assert signed_in.get(f"{V1}/editions", headers={"Authorization": "Bearer gt_nonsense"}).status_code == 401


def test_a_token_opens_the_interface_and_nothing_else() -> None:
    board = a_board()
    program = holding(make("a dashboard", face=Face.PARTNERSHIP, by=board.analyst.actor))
    for address in ("/scorecard/", "/indicators/CLA1/figures.csv", "/returns/", "/api/", "/account/"):
        assert program.get(address).status_code == 302
    assert "sessionid" not in program.cookies and "session" not in program.cookies


def test_so_much_and_no_more_in_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    board = a_board()
    monkeypatch.setattr(settings, "LIMITS_A_MINUTE", {"files": 1, "feed": 2})
    program = holding(make("a dashboard", face=Face.PARTNERSHIP, by=board.analyst.actor))
    answers = [program.get(f"{V1}/editions") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [409, 409, 429]
    assert answers[-1].headers["Retry-After"] == "60"
    other = holding(make("another", face=Face.PARTNERSHIP, by=board.analyst.actor))
    assert other.get(f"{V1}/editions").status_code == 409
    member = browser_of(board.member)
    assert [member.get("/indicators/CLA1/about.csv").status_code for _ in range(2)] == [409, 429]


def test_the_analyst_makes_a_token_that_is_shown_once_and_revokes_it() -> None:
    board = a_board()
    analyst = browser_of(board.analyst)
    empty = analyst.post("/api/tokens/", {"purpose": " ", "shows": "partnership"}).content.decode()
    assert "Say what it is for" in empty
    assert "board" not in {value for value, _ in Token._meta.get_field("shows").choices or []}
    refused = analyst.post("/api/tokens/", {"purpose": "a dashboard", "shows": "board"}).content.decode()
    assert "There is a problem" in refused and not Token.objects.exists()
    made = analyst.post("/api/tokens/", {"purpose": "a dashboard", "shows": "public"}).content.decode()
    text = "gt_" + made.partition("gt_")[2].partition("<")[0]
    assert holding(text).get(f"{V1}/editions").status_code == 409
    page = analyst.get("/api/").content.decode()
    assert "a dashboard" in page and text not in page and "the public face" in page
    number = Token.objects.get().pk
    assert "Revoke token" in analyst.get(f"/api/tokens/{number}/revoke/").content.decode()
    assert analyst.post(f"/api/tokens/{number}/revoke/").status_code == 302
    assert holding(text).get(f"{V1}/editions").status_code == 401
    assert "Revoked on" in analyst.get("/api/").content.decode()
    assert "Make a token" not in browser_of(board.member).get("/api/").content.decode()


def test_that_figures_are_taken_away_is_recorded(board: Board) -> None:
    member = browser_of(board.member)
    for kind in ("csv", "xlsx", "parquet"):
        assert member.get(f"/indicators/CLA1/figures.{kind}").status_code == 200
    assert member.get("/indicators/CLA1/about.csv").status_code == 200
    assert member.get("/indicators/CLA1/figures.pdf").status_code == 404
    taken = [entry.about for entry in Entry.objects.filter(verb="took away")]
    assert [each["kind"] for each in taken] == ["csv", "xlsx", "parquet"]
    assert {(each["face"], tuple(each["indicators"])) for each in taken} == {("partnership", ("CLA1",))}
    assert all(each["figures"] > 0 for each in taken)


def test_names_of_fields_stay() -> None:
    """Others have built on these: add to them, and never take one away."""
    assert FIGURE.properties.keys() >= {
        "code", "title", "period", "period_name", "period_from", "period_until", "breakdown", "group", "numerator",
        "denominator", "unknown", "value", "lower", "upper", "unit", "status", "population", "said_by", "edition",
    }  # fmt: skip
