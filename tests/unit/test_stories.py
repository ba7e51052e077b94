"""The stories behind numbers: written, signed off by somebody else, published; nothing lost; and the chair's list."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from goldenthread.engine.protecting.faces import Face
from goldenthread.workflow.framework.operations import name_owner, set_target
from goldenthread.workflow.history.models import Entry
from goldenthread.workflow.history.refusals import NotFound, Refused
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.results.reading import Viewer
from goldenthread.workflow.stories.models import Story, Version
from goldenthread.workflow.stories.operations import publish, send_back, sign_off, take_down, write
from goldenthread.workflow.stories.reading import missing, stories_told, story_told, to_sign_off
from goldenthread.workflow.stories.rules import DRAFT, PARTS, PUBLISHED, SIGNED_OFF, STORY
from tests.factories.board import Board, a_board, browser_of, published

pytestmark = pytest.mark.django_db

YEAR = "FY2017-18"
WHOLE = {name: f"{heading}: as far as we know." for name, heading in PARTS.items()}
ANN, BEN, CHAIR = "person:11", "person:12", "person:13"


def a_story(by: str = ANN, *, code: str = "CLA3", period: str = YEAR, based_on: int = 0, **parts: str) -> Version:
    return write(code, period, WHOLE | parts, based_on=based_on, by=by)


def told(code: str = "CLA3", period: str = YEAR) -> Version:
    version = a_story(code=code, period=period)
    sign_off(version.of, version=version.number, by=CHAIR)
    publish(version.of, version=version.number, by=ANN)
    version.refresh_from_db()
    return version


@pytest.fixture
def board(home: Path) -> Board:
    made = a_board()
    name_owner("CLA3", post="Head of Service", agency=made.agency, by="command line")
    return made


# --- what becomes of a story ----------------------------------------------------------------------------------------


def test_it_is_unpublished_until_it_is_written_and_signed_off(home: Path) -> None:
    version = a_story()
    assert (version.number, version.of.state, story_told("CLA3", YEAR)) == (1, DRAFT, None)
    with pytest.raises(Refused, match="cannot be published: only one that is signed off can"):
        publish(version.of, version=1, by=ANN)
    sign_off(version.of, version=1, by=CHAIR)
    assert story_told("CLA3", YEAR) is None and Story.objects.get().state == SIGNED_OFF
    publish(version.of, version=1, by=ANN)
    shown = story_told("CLA3", YEAR)
    assert shown and (shown.signed_off_by, shown.published_by) == (CHAIR, ANN)
    assert shown.told == [(heading, WHOLE[name]) for name, heading in PARTS.items()]
    assert [each.verb for each in Entry.objects.about("story", version.of.number)] == [
        "written", "signed off", "published",
    ]  # fmt: skip


def test_history_holds_no_word_of_it(home: Path) -> None:
    a_story(behind="the lift was broken")
    assert "lift" not in "".join(Entry.objects.values_list("text", flat=True))


def test_whoever_wrote_any_of_it_does_not_sign_it_off(home: Path) -> None:
    first = a_story(ANN)
    a_story(BEN, based_on=1, works="Something else.")
    for writer in (ANN, BEN):
        with pytest.raises(Refused, match="Somebody else signs it off"):
            sign_off(first.of, version=2, by=writer)
    sign_off(first.of, version=2, by=CHAIR)


def test_every_part_is_told_before_it_is_signed_off(home: Path) -> None:
    version = a_story(works="", deeds=" ")
    with pytest.raises(Refused, match="does not tell yet: What works, What we will do"):
        sign_off(version.of, version=1, by=CHAIR)


def test_only_what_was_read_is_signed_off_or_published(home: Path) -> None:
    version = a_story()
    a_story(based_on=1, works="Something else.")
    with pytest.raises(Refused, match="another version since you read it"):
        sign_off(version.of, version=1, by=CHAIR)
    sign_off(version.of, version=2, by=CHAIR)
    a_story(based_on=2, works="Something else again.")
    with pytest.raises(Refused, match="another version"):
        publish(version.of, version=2, by=ANN)
    assert Story.objects.get().state == DRAFT


def test_what_is_published_stays_so_while_the_next_is_written(home: Path) -> None:
    first = told()
    second = a_story(based_on=1, works="Something else.")
    assert story_told("CLA3", YEAR) == first and Story.objects.get().state == DRAFT
    sign_off(second.of, version=2, by=CHAIR)
    publish(second.of, version=2, by=ANN)
    assert story_told("CLA3", YEAR) == second and Version.objects.count() == 2
    assert Version.objects.get(number=1).works == WHOLE["works"]


def test_it_is_sent_back_with_a_reason_and_taken_down(home: Path) -> None:
    version = a_story()
    assert to_sign_off() == [version.of]
    with pytest.raises(Refused, match="what is to be changed"):
        send_back(version.of, version=1, why=" ", by=CHAIR)
    sign_off(version.of, version=1, by=CHAIR)
    send_back(version.of, version=1, why="Say who rings.", by=CHAIR)
    version.refresh_from_db()
    assert (version.sent_back_why, Story.objects.get().state, to_sign_off()) == ("Say who rings.", DRAFT, [])
    with pytest.raises(Refused, match="nothing to take down"):
        take_down(version.of, version=1, by=ANN)
    a_story(based_on=1, works="Ringing within a week.")
    sign_off(version.of, version=2, by=CHAIR)
    publish(version.of, version=2, by=ANN)
    take_down(version.of, version=2, by=ANN)
    assert story_told("CLA3", YEAR) is None and Version.objects.count() == 2


def test_two_who_write_at_once_lose_nothing(home: Path) -> None:
    a_story(ANN)
    theirs = a_story(ANN, based_on=1, works="Theirs.")
    mine = a_story(BEN, based_on=1, works="Mine.")
    assert (mine.number, mine.set_aside_for) == (3, 2)
    assert Story.objects.get().latest == theirs
    assert [entry.verb for entry in Entry.objects.about("story", mine.of.number)] == ["written", "written", "set aside"]
    both = a_story(BEN, based_on=2, works="Theirs and mine.")
    assert Story.objects.get().latest == both and [each.works for each in mine.of.versions.all()] == [
        "Theirs and mine.", "Mine.", "Theirs.", WHOLE["works"],
    ]  # fmt: skip


def test_the_first_who_begins_at_once_with_another_loses_nothing(home: Path) -> None:
    a_story(ANN)
    assert a_story(BEN, works="Mine.").set_aside_for == 1


def test_saving_the_same_text_again_makes_no_version(home: Path) -> None:
    assert a_story() == a_story(BEN, based_on=0) and Version.objects.count() == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He was born on 09/08/2007.", "a date, which may be a date of birth"),
        ("Ask at af1 1aa, that is AF1 1AA.", "a postcode"),
        ("NHS number 943 476 5919", "an NHS number"),
        ("Write to sam.reed@ambleford.example", "an e-mail address"),
    ],
)
def test_what_may_identify_somebody_is_refused_by_the_part_and_what_it_is(home: Path, text: str, found: str) -> None:
    with pytest.raises(Refused, match=f"“What works” seems to hold {found}"):
        a_story(works=text)
    assert not Story.objects.exists()
    version = a_story()
    with pytest.raises(Refused, match=found):
        send_back(version.of, version=1, why=text, by=CHAIR)


def test_what_is_no_story_is_refused(home: Path) -> None:
    with pytest.raises(Refused, match="at least one part"):
        write("CLA3", YEAR, {}, based_on=0, by=ANN)
    with pytest.raises(Refused, match="“What works” has 4,001 letters"):
        a_story(works="x" * 4001)
    with pytest.raises(NotFound, match="no indicator"):
        a_story(code="CLA99")


# --- who may --------------------------------------------------------------------------------------------------------

DONE, NO, NOT_FOUND = 302, 403, 404
WAYS: dict[str, tuple[int, ...]] = {
    # What becomes of each transition that a board member, the chair, a young adviser, an analyst, the data lead of the
    # agency that owns the indicator and another agency's data lead ask for.
    "written": (NO, NO, NO, DONE, DONE, NOT_FOUND),
    "signed off": (NO, DONE, NO, NO, NO, NO),
    "sent back": (NO, DONE, NO, NO, NO, NO),
    "published": (NO, DONE, NO, DONE, NO, NO),
    "taken down": (NO, DONE, NO, DONE, NO, NO),
}
PAGES = {
    "written": "write", "signed off": "sign-off", "sent back": "send-back", "published": "publish",
    "taken down": "take-down",
}  # fmt: skip
BEFORE = {
    "written": DRAFT,
    "signed off": DRAFT,
    "sent back": SIGNED_OFF,
    "published": SIGNED_OFF,
    "taken down": PUBLISHED,
}


def a_story_that_is(state: str, period: str) -> Version:
    version = a_story(period=period)
    if state in (SIGNED_OFF, PUBLISHED):
        sign_off(version.of, version=1, by=CHAIR)
    if state == PUBLISHED:
        publish(version.of, version=1, by=ANN)
    return version


def test_every_transition_is_in_the_table() -> None:
    assert WAYS.keys() == {way.verb for way in STORY.ways} == PAGES.keys() == BEFORE.keys()


@pytest.mark.parametrize("verb", WAYS)
def test_every_transition_and_every_role(board: Board, verb: str) -> None:
    people = [person for person in board.people().values() if isinstance(person, Person)]
    way = {way.verb: way for way in STORY.ways}[verb]
    met = []
    for number, person in enumerate(people):
        period = f"FY20{number + 10}-{number + 11}"
        version = a_story_that_is(BEFORE[verb], period)
        asked = {"version": 1, "why": "Say more.", "based_on": 1, **WHOLE, "works": "Something else."}
        answer = browser_of(person).post(f"/stories/CLA3/{period}/{PAGES[verb]}/", asked)
        met.append(answer.status_code)
        version.of.refresh_from_db()
        assert version.of.state == (way.target if answer.status_code == DONE else BEFORE[verb])
    assert tuple(met) == WAYS[verb]


def test_drafts_are_read_by_those_who_write_or_decide_and_by_no_one_else(board: Board) -> None:
    a_story(behind="The lift was broken.")
    read = {
        who: "The lift was broken." in browser_of(person).get(f"/stories/CLA3/{YEAR}/").content.decode()
        for who, person in board.people().items()
    }
    assert {who for who, reads in read.items() if reads} == {"chair", "analyst", "lead"}
    listed = {who: b"A draft" in browser_of(person).get("/stories/").content for who, person in board.people().items()}
    assert {who for who, reads in listed.items() if reads} == {"chair", "analyst", "lead"}


# --- the pages ------------------------------------------------------------------------------------------------------


def test_a_story_goes_from_its_owner_to_everybody_in_the_browser(board: Board) -> None:
    a_story(works="")
    lead, chair = browser_of(board.lead), browser_of(board.chair)
    at = f"/stories/CLA3/{YEAR}"
    assert "Not told yet: What works" in lead.get(f"{at}/").content.decode()
    form = lead.get(f"{at}/write/").content.decode()
    assert 'name="based_on" value="1"' in form and WHOLE["behind"] in form
    assert lead.post(f"{at}/write/", {**WHOLE, "based_on": 1}).status_code == 302
    assert "Stories to be signed off: <strong>1</strong>" in chair.get("/").content.decode()
    assert chair.post(f"{at}/send-back/", {"version": 2, "why": ""}).status_code == 200
    assert chair.post(f"{at}/sign-off/", {"version": 2}).status_code == 302
    assert browser_of(board.analyst).post(f"{at}/publish/", {"version": 2}).status_code == 302
    page = browser_of(board.adviser).get(f"{at}/").content.decode()
    assert WHOLE["deeds"] in page and "Signed off by Invented chair" in page and "Version 1" not in page
    assert "Signed off by Invented chair" in lead.get(f"{at}/").content.decode()


def test_two_who_write_at_once_are_shown_both_texts(board: Board) -> None:
    a_story()
    at, lead = f"/stories/CLA3/{YEAR}/write/", browser_of(board.lead)
    browser_of(board.analyst).post(at, {**WHOLE, "works": "What the analyst wrote.", "based_on": 1})
    page = lead.post(at, {**WHOLE, "works": "What the lead wrote.", "based_on": 1}).content.decode()
    assert "Somebody else wrote at the same time" in page and "your text is kept as version 3" in page
    assert "What the analyst wrote." in page and "What the lead wrote." in page and 'name="based_on" value="2"' in page
    assert lead.post(at, {**WHOLE, "works": "Both.", "based_on": 2}).status_code == 302
    assert "What the lead wrote." in lead.get(f"/stories/CLA3/{YEAR}/").content.decode()


def test_what_is_wrong_is_said_and_nothing_typed_is_lost(board: Board) -> None:
    page = browser_of(board.analyst).post(
        f"/stories/CLA3/{YEAR}/write/", {**WHOLE, "works": "Ring 0113 496 0000", "based_on": 0}
    )
    assert page.status_code == 404  # no figure of that year, and no story: nothing to write about
    a_story()
    answer = (
        browser_of(board.analyst)
        .post(f"/stories/CLA3/{YEAR}/write/", {**WHOLE, "works": "Ring 0113 496 0000", "based_on": 1})
        .content.decode()
    )
    assert "seems to hold a telephone number" in answer and "Ring 0113 496 0000" in answer
    answer = browser_of(board.chair).post(f"/stories/CLA3/{YEAR}/sign-off/", {"version": 7}).content.decode()
    assert "another version since you read it" in answer


@pytest.mark.parametrize(
    "address", ["/stories/NONE/FY2017-18/", "/stories/CLA3/yesterday/", "/stories/CLA3/FY2017-18/"]
)
def test_what_there_is_not_is_not_found(board: Board, address: str) -> None:
    assert browser_of(board.analyst).get(address).status_code == 404


# --- beside the figures ---------------------------------------------------------------------------------------------


@pytest.fixture
def counted(board: Board, tmp_path: Path) -> Board:
    published(board, tmp_path / "sent")
    return board


def a_target(code: str, value: str, first: str) -> None:
    said: dict[str, Any] = {"set_by": "us", "why": "so", "today": date(2018, 6, 1), "by": "command line"}
    set_target(code, value=Decimal(value), first=first, set_on=date(2017, 3, 1), **said)


def test_a_target_that_is_missed_without_a_story_is_on_the_chairs_list(counted: Board) -> None:
    viewer, chair = Viewer(Face.BOARD, actor="test"), browser_of(counted.chair)
    assert missing(viewer) == [] and "Nothing is missing" in chair.get("/stories/missing/").content.decode()
    a_target("CLA1", "60", "2018-03-31")  # 12 children: far from it by any test
    a_target("CLA3", "90", "FY2017-18")  # 1 of 1: chance alone could make the difference
    assert [(each.indicator.code, each.figure.period.code) for each in missing(viewer)] == [("CLA1", "2018-03-31")]
    home = chair.get("/").content.decode()
    assert "Past the target, and no story told: <strong>1</strong>" in home
    assert 'href="/stories/missing/"' in chair.get("/checks/stories-missing/").content.decode()
    page = chair.get("/stories/missing/").content.decode()
    assert "◇ lower than that by more than chance explains" in page and "Nobody has begun it" in page
    assert "Past the target" not in browser_of(counted.member).get("/").content.decode()
    version = a_story(code="CLA1", period="2018-03-31")
    assert "A draft, to be signed off" in chair.get("/stories/missing/").content.decode()
    sign_off(version.of, version=1, by=CHAIR)
    assert len(missing(viewer)) == 1
    publish(version.of, version=1, by=ANN)
    assert missing(viewer) == [] and "Past the target" not in chair.get("/").content.decode()
    assert WHOLE["deeds"] in browser_of(counted.member).get("/indicators/CLA1/").content.decode()
    assert WHOLE["deeds"] in browser_of(counted.member).get("/").content.decode()
    beside = browser_of(counted.analyst).get("/stories/CLA1/2018-03-31/write/").content.decode()
    assert "12 children" in beside and "A forecast cannot be given: it needs 5 yearly figures" in beside


def test_a_published_story_stands_in_the_report_beside_its_figure_and_a_draft_does_not(counted: Board) -> None:
    told(code="CLA3")
    a_story(code="CLA1", period="2018-03-31", behind="Not for everybody yet.")
    assert stories_told([YEAR]).keys() == {"CLA3"}
    told(code="CLA15")
    page = browser_of(counted.adviser).get("/reports/annual/2017-18/").content.decode()
    assert "Not for everybody yet." not in page
    place = page.index("The story behind it, in the words of its owner")
    assert page.index("Reviews of looked-after children held in time") < place < page.index(WHOLE["deeds"])
