"""Breaks in series: declaring one, which numbers it touches, and what their pages then say."""

import re
from datetime import date
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction

from goldenthread.catalogue.readers import indicators_reading
from goldenthread.engine.periods import parse
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.breaks.models import Break
from goldenthread.workflow.breaks.operations import Checked, declare, withdraw
from goldenthread.workflow.breaks.reading import breaks_of, in_words, partings
from goldenthread.workflow.breaks.rules import BREAK, COVERAGE, PRACTICE, RECONCILED, TIMING
from goldenthread.workflow.history.models import Entry
from goldenthread.workflow.history.refusals import NotFound, Refused
from goldenthread.workflow.people.rules import CAPABILITIES, Role
from goldenthread.workflow.results.operations import compute
from tests.factories.agencies import an_agency
from tests.factories.board import Board, a_board, browser_of
from tests.factories.returns import a_return, episodes

pytestmark = pytest.mark.django_db

ON = date(2017, 11, 1)
EPISODES = "looked_after_episodes"


def a_break(
    *measures: str, how: str = TIMING, on: date = ON, agency: Agency | None = None, checked: Checked | None = None
) -> Break:
    said = {"on": on, "how": how, "reason": "another recording system came into use"}
    return declare(EPISODES, agency=agency, measures=measures, checked=checked, by="command line", **said)


def test_it_is_declared_once_for_everybody_or_for_one_agency(home: Path) -> None:
    declared = a_break(agency=an_agency("acc", "Ambleford City Council"))
    assert in_words(declared) == (
        "Recording changed on 1 November 2017 at Ambleford City Council: dates may be late or lost."
        " Another recording system came into use."
    )
    assert in_words(a_break(how=COVERAGE)).startswith(
        "Recording changed on 1 November 2017: some of what happened may not be recorded."
    )
    entry = Entry.objects.about("break", declared.number).get()
    assert entry.about == {"agency": "acc", "dataset": EPISODES, "how": TIMING, "on": "2017-11-01"}


def test_it_touches_what_is_named_or_all_that_stands_on_the_dataset(home: Path) -> None:
    everything = a_break()
    named = a_break("cla4", " CLA1 ")
    assert everything.touched() == [each.code for each in indicators_reading(EPISODES)]
    assert named.touched() == ["CLA4", "CLA1"]
    assert breaks_of("CLA1") == [everything, named]
    assert breaks_of("CP1") == []


def test_the_breaks_of_a_number_come_in_the_order_of_their_days(home: Path) -> None:
    later, earlier = a_break(), a_break(on=date(2013, 11, 1))
    assert breaks_of("CLA1") == [earlier, later]


@pytest.mark.parametrize(
    ("earlier", "later", "parted"),
    [
        ("2017-10-31", "2017-11-01", True),
        ("2017-11-01", "2018-11-01", False),
        ("2016-10-31", "2017-10-31", False),
        ("FY2016-17", "FY2017-18", True),
        ("FY2017-18", "FY2018-19", True),  # the first of them was recorded in both ways
        ("FY2018-19", "FY2019-20", False),
    ],
)
def test_it_parts_what_was_recorded_in_different_ways(home: Path, earlier: str, later: str, parted: bool) -> None:
    a_break("CLA1")
    a_break("CLA2", how=RECONCILED, checked=Checked("Ash Kowalski", date(2018, 1, 8)))
    (lost,), (reconciled,) = partings()["CLA1"], partings()["CLA2"]
    assert lost.lies_between(parse(earlier), parse(later)) is parted
    assert not lost.checked
    assert reconciled.checked == "checked by hand by Ash Kowalski on 8 January 2018"


def test_where_the_count_was_reconciled_it_says_by_whom_and_when(home: Path) -> None:
    checked = Checked("Ash Kowalski", date(2018, 1, 8))
    words = in_words(a_break(how=RECONCILED, checked=checked))
    assert "checked by hand by Ash Kowalski on 8 January 2018, so it can be compared across that day" in words
    for how, who in ((RECONCILED, None), (TIMING, checked)):
        with pytest.raises(Refused, match="Say who checked the count, and when"):
            a_break(how=how, checked=who)
    with pytest.raises(IntegrityError), transaction.atomic():
        Break.objects.update(checked_by="")


def test_a_change_of_practice_says_so_and_parts_nothing(home: Path) -> None:
    words = in_words(a_break("CLA1", how=PRACTICE))
    assert words.startswith("Practice changed on 1 November 2017: how the work is done changed, and not how")
    (changed,) = partings()["CLA1"]
    assert changed.rebases and not changed.parts


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"dataset": "milk"}, "There is no dataset 'milk'"),
        ({"how": "magic"}, "Nothing changes by 'magic'"),
        ({"reason": "  "}, "Say in 1 to 500 letters"),
        ({"reason": "x" * 501}, "this has 501"),
        ({"measures": ["CP1"]}, "CP1 does not stand on 'Looked-after episodes'"),
    ],
)
def test_what_cannot_be_a_break_is_refused_with_why(home: Path, changed: dict[str, object], why: str) -> None:
    asked = {"dataset": EPISODES, "on": ON, "how": TIMING, "reason": "another system", **changed}
    with pytest.raises(Refused, match=why):
        declare(by="command line", **asked)  # type: ignore[arg-type]
    assert not Break.objects.exists()


def test_of_supplied_figures_any_measure_can_be_touched(home: Path) -> None:
    said = {"on": ON, "how": TIMING, "reason": "another system", "measures": ["CLA1"]}
    assert declare("supplied_figures", by="command line", **said).touched() == ["CLA1"]


def test_it_is_withdrawn_once_and_stays_readable(home: Path) -> None:
    declared = a_break()
    withdraw(declared, by="command line")
    assert breaks_of("CLA1") == []
    assert Break.objects.numbered(declared.number).reason
    with pytest.raises(Refused, match="is withdrawn already"):
        withdraw(declared, by="command line")
    with pytest.raises(NotFound):
        Break.objects.numbered(99)


# --- pages ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def board() -> Board:
    return a_board()


@pytest.fixture
def two_years(board: Board, tmp_path: Path) -> Board:
    """A board that has counted two years: 5 children on 31 March 2017, 12 a year later."""
    for year, children in ((2016, 6), (2017, 12)):
        path = episodes(tmp_path / str(year), year=year, children=children)
        a_return(path, board.agency, period=parse(f"FY{year}-{year - 1999}"), accepted=True)
    compute(by="command line")
    return board


def read(board: Board, address: str) -> str:
    page = browser_of(board.member).get(address).content.decode().partition("<main")[2].partition("</main>")[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", page))


def test_every_way_is_for_those_who_may_declare(board: Board) -> None:
    whose = {way.verb: {role for role in Role if way.capability in CAPABILITIES[role]} for way in BREAK.ways}
    assert whose == {"withdrawn": {Role.ANALYST}}
    number = a_break().number
    for who, person in board.people().items():
        browser_of(person).post(f"/breaks/{number}/withdraw/")
        assert Break.objects.get().stands() is (who not in ("analyst", "lead", "other"))


def test_a_number_that_it_touches_says_so_and_is_not_set_beside_the_year_before(two_years: Board) -> None:
    before = read(two_years, "/indicators/CLA1/")
    assert "more than a year before" in before and "Recording changed" not in before
    declared = a_break("CLA1")
    page = read(two_years, "/indicators/CLA1/")
    assert "Recording changed on 1 November 2017: dates may be late or lost. Another recording" in page
    assert "So nothing before that day is set beside it." in page
    assert "more than a year before" not in page
    assert "not comparable recording changed on 1 November 2017" in read(two_years, "/scorecard/")
    assert "So nothing before that day is set beside it." in read(two_years, "/")
    withdraw(declared, by="command line")
    assert read(two_years, "/indicators/CLA1/") == before


def test_a_change_of_practice_is_told_and_the_year_before_is_set_beside_it(two_years: Board) -> None:
    a_break("CLA1", how=PRACTICE)
    page = read(two_years, "/indicators/CLA1/")
    assert "more than a year before" in page and "Practice changed on 1 November 2017" in page
    assert "Practice changed between the two, on 1 November 2017." in page
    assert "not comparable" not in read(two_years, "/scorecard/")


def test_a_count_that_was_reconciled_is_set_beside_it(two_years: Board) -> None:
    a_break("CLA1", how=RECONCILED, checked=Checked("Ash Kowalski", date(2018, 1, 8)))
    page = read(two_years, "/indicators/CLA1/")
    assert "more than a year before" in page and "so it is compared across that day" in page


@pytest.mark.parametrize("on", [date(2016, 4, 30), date(2018, 4, 1)])
def test_a_break_outside_of_what_a_number_is_about_is_not_told_of(two_years: Board, on: date) -> None:
    a_break("CLA1", on=on)
    assert "Recording changed" not in read(two_years, "/indicators/CLA1/")


ASKED = {
    "dataset": EPISODES, "agency": "acc", "on": "1/11/2017", "how": TIMING, "reason": "another system",
    "measures": "CLA1, cla4", "checked_by": "", "checked_on": "",
}  # fmt: skip


def test_the_analyst_declares_one_in_the_browser_and_withdraws_it(board: Board) -> None:
    analyst = browser_of(board.analyst)
    assert analyst.post("/breaks/declare/", ASKED).status_code == 302
    declared = Break.objects.get()
    assert (declared.on, declared.agency, declared.measures) == (ON, board.agency, ["CLA1", "CLA4"])
    named = f"Break {declared.number}: Looked-after episodes, 1 November 2017, Ambleford City Council"
    assert named in read(board, "/breaks/")
    assert "Invented analyst" in read(board, "/breaks/")
    address = f"/breaks/{declared.number}/withdraw/"
    assert f'href="{address}"' in analyst.get("/breaks/").content.decode()
    assert analyst.post(address).status_code == 302
    assert "Withdrawn on" in read(board, "/breaks/")
    assert "It is withdrawn already" in analyst.get(address).content.decode()


def test_a_reconciled_count_names_its_checker_in_the_browser(board: Board) -> None:
    analyst = browser_of(board.analyst)
    page = analyst.post("/breaks/declare/", {**ASKED, "how": RECONCILED}).content.decode()
    assert "Say who checked the count" in page and "Enter a day as" in page
    asked = {**ASKED, "how": RECONCILED, "agency": "", "checked_by": "Ash Kowalski", "checked_on": "2018-01-08"}
    assert analyst.post("/breaks/declare/", asked).status_code == 302
    assert Break.objects.get().checked_on == date(2018, 1, 8)
    assert "by Ash Kowalski on 8 January 2018" in read(board, "/breaks/") and "all agencies" in read(board, "/breaks/")


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"on": "last autumn"}, "Enter a day as 2013-11-01 or 1/11/2013"),
        ({"reason": ""}, "Say what changed"),
        ({"measures": "CP1"}, "CP1 does not stand on"),
    ],
)
def test_what_is_wrong_with_it_is_said(board: Board, changed: dict[str, str], says: str) -> None:
    assert says in browser_of(board.analyst).post("/breaks/declare/", {**ASKED, **changed}).content.decode()
    assert not Break.objects.exists()
