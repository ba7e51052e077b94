"""How a number has changed from edition to edition: its value, how firm it was, what it stood on, and for whom."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from goldenthread.catalogue import indicators
from goldenthread.engine.periods import parse
from goldenthread.engine.protecting.faces import Face
from goldenthread.workflow.history.models import Entry
from goldenthread.workflow.results.changes import Held, changes, returns_behind
from goldenthread.workflow.results.models import Edition
from goldenthread.workflow.results.operations import compute
from goldenthread.workflow.results.reading import Viewer
from goldenthread.workflow.returns.models import Return
from goldenthread.workflow.returns.operations import accept, validate
from tests.factories.board import YEAR, Board, a_board, browser_of, published
from tests.factories.returns import a_return, episodes, write

pytestmark = pytest.mark.django_db(transaction=True, reset_sequences=True)  # the tests name returns by number

DAY = parse("2018-03-31")


@pytest.fixture
def board() -> Board:
    return a_board()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "sent"


def later(board: Board, folder: Path, *, children: int, reason: str = "") -> Return:
    """A return about the same year, accepted, and an edition with it."""
    return_ = a_return(episodes(folder / str(children), children=children), board.agency, period=YEAR)
    accept(return_, reason=reason, by="command line")
    compute(by="command line")
    return return_


def told(code: str = "CLA1", *, face: Face = Face.BOARD) -> list[tuple[str, str, str, list[int]]]:
    """Value, firmness, editions and returns of what the editions held on 31 March 2018."""
    found = changes(code, DAY, viewer=Viewer(face, "somebody"), now=timezone.now())
    return [(each.figure.shown, each.status, editions(each), [one.number for one in each.returns]) for each in found]


def editions(held: Held) -> str:
    return f"{held.first.number}-{held.last.number}"


def test_each_number_is_told_with_its_editions_its_firmness_and_its_returns(board: Board, folder: Path) -> None:
    first = published(board, folder)
    validate(first, by=board.lead.actor)
    second = later(board, folder, children=15)
    assert told() == [
        ("15", "revised", "2-2", [second.number]),
        ("12", "validated", "1-1", [first.number]),
    ]


def test_an_edition_that_holds_the_same_is_told_with_the_one_before(board: Board, folder: Path) -> None:
    first = published(board, folder)
    a_return(episodes(folder / "other", year=2016), board.agency, period=parse("FY2016-17"), accepted=True)
    compute(by="command line")
    assert Edition.objects.count() == 2
    assert told() == [("12", "provisional", "1-2", [first.number])]


def test_how_firm_it_was_is_told_as_of_when_it_gave_way_to_another(board: Board, folder: Path) -> None:
    first = published(board, folder)
    a_return(episodes(folder / "other", year=2016), board.agency, period=parse("FY2016-17"), accepted=True)
    compute(by="command line")
    validate(first, by=board.lead.actor)
    assert told() == [
        ("12", "validated", "2-2", [first.number]),
        ("12", "provisional", "1-1", [first.number]),
    ]
    now = Edition.objects.get(number=2).published_at + timedelta(microseconds=1)
    assert [each.status for each in changes("CLA1", DAY, viewer=Viewer(Face.BOARD, "x"), now=now)] == ["provisional"]


def test_nobody_sees_in_an_earlier_edition_what_their_face_hides(board: Board, folder: Path) -> None:
    published(board, folder, children=3)
    later(board, folder, children=9)
    assert [value for value, *_ in told(face=Face.PARTNERSHIP)] == ["9", "hidden (small number)"]
    assert [value for value, *_ in told()] == ["9", "3"]


def test_that_somebody_reads_earlier_numbers_exactly_is_recorded(board: Board, folder: Path) -> None:
    published(board, folder)
    later(board, folder, children=15)
    told()
    read = Entry.objects.filter(verb="read exactly").values_list("subject_id", flat=True)
    assert sorted(read) == ["1", "2"]


def test_a_number_stands_on_what_covers_its_days_and_a_cohort_on_what_came_before(board: Board, folder: Path) -> None:
    for year, period in ((2016, "FY2016-17"), (2017, "FY2017-18")):
        row = f"CHILD-1,05/06/{year},1A,0,0"
        write(folder / period / "referrals.csv", "local_id,referral_date,source,domestic_abuse,no_further_action", row)
        a_return(folder / period, board.agency, period=parse(period), accepted=True)
    compute(by="command line")
    edition = Edition.objects.current()
    assert edition
    known = indicators()
    behind = {code: returns_behind(known[code], YEAR, edition, set()) for code in known}
    looking_back = next(code for code in known if known[code].dataset == "re_referrals")
    plain = next(code for code in known if known[code].dataset == "referrals")
    assert (behind[plain], behind[looking_back]) == ((2,), (1, 2))


def test_the_page_tells_them_with_the_reason(board: Board, folder: Path) -> None:
    published(board, folder)
    later(board, folder, children=15, reason="three children were left out")
    page = browser_of(board.member).get("/indicators/CLA1/").content.decode()
    words = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", page.partition('id="changes"')[2]))
    assert "Provisional: not every return behind it" in words
    assert "return 2 is new: three children were left out" in words
    assert "Edition 2" in words and "Edition 1" in words
    older = browser_of(board.member).get("/indicators/CLA1/?every=month&of=2017-12-31&by=sex").content.decode()
    assert '<option value="2017-12-31" selected>' in older
    assert '<input type="hidden" name="every" value="month">' in older
    assert "for 31 December 2017, the newest first" in older


def test_a_period_that_there_is_not_is_passed_over(board: Board, folder: Path) -> None:
    published(board, folder)
    page = browser_of(board.member).get("/indicators/CLA1/?of=1066").content.decode()
    assert "What the editions held for 31 March 2018" in page


def test_groups_and_changes_are_those_of_the_headline_until_somebody_chooses_periods(
    board: Board, folder: Path
) -> None:
    """The chart is of each 31 March; the headline is of the September after."""
    for number, period in enumerate(("FY2016-17", "FY2017-18H1")):
        sent = episodes(folder / period, year=2016 + number, children=12)
        a_return(sent, board.agency, period=parse(period), accepted=True)
    compute(by="command line")
    browser = browser_of(board.member)
    page, by_sex, chosen = (
        browser.get(f"/indicators/CLA1/{asked}").content.decode()
        for asked in ("", "?by=sex&every=never", "?every=year&by=sex")
    )
    assert "looked after on 30 September 2017" in page
    assert "Children looked after on 30 September 2017, by age" in page
    assert "Children looked after on 30 September 2017, by sex" in by_sex
    assert "What the editions held for 30 September 2017" in page
    assert '<option value="2017-09-30" selected>' in page and '<option value="2017-03-31">' in page
    assert "Children looked after on 31 March 2017, by sex" in chosen
    assert "What the editions held for 31 March 2017" in chosen and 'value="2017-09-30"' not in chosen


def test_whoever_chooses_other_groups_has_not_chosen_periods(board: Board, folder: Path) -> None:
    published(board, folder)
    plain, chosen = (browser_of(board.member).get(f"/indicators/CLA1/{asked}").content.decode()
                     for asked in ("?by=sex", "?by=sex&every=month"))  # fmt: skip
    groups = [page.partition('action="#groups"')[2].partition("</form>")[0] for page in (plain, chosen)]
    assert ['name="every"' in form for form in groups] == [False, True]
    assert '<option value="sex" selected>' in groups[0]
    assert '<input type="hidden" name="by" value="sex">' in plain, "nor other groups, who chooses periods"


def test_groups_of_which_nothing_is_known_leave_the_others_to_choose(board: Board, folder: Path) -> None:
    published(board, folder)
    page = browser_of(board.member).get("/indicators/CLA1/?by=cluster").content.decode()
    assert "Nothing is known of these groups." in page and '<option value="cluster" selected>' in page
