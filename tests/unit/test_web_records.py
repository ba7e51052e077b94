"""Looking beneath a figure: with a reason, written down before anything is shown, and never a name."""

from dataclasses import replace
from pathlib import Path

import pytest

from goldenthread.catalogue import indicators
from goldenthread.engine.periods import parse
from goldenthread.workflow.history.models import Entry
from goldenthread.workflow.history.refusals import NotFound, Refused
from goldenthread.workflow.results import records
from goldenthread.workflow.results.operations import compute
from goldenthread.workflow.results.records import Asked, rows
from goldenthread.workflow.returns.models import Return
from tests.factories.board import YEAR, a_board, browser_of, published, sent
from tests.factories.returns import a_return, episodes, write

pytestmark = pytest.mark.django_db

WHY = "A member asks whether siblings were counted twice."
ADDRESS = "/indicators/CLA1/records/?period=2018-03-31"


def looks() -> list[dict[str, object]]:
    return [entry.about for entry in Entry.objects.filter(verb="read records").order_by("number")]


def test_records_are_shown_with_a_reason_and_after_history_has_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    board = a_board()
    published(board, tmp_path / "sent")
    analyst = browser_of(board.analyst)
    page = analyst.get("/indicators/CLA1/").content.decode()
    assert f'href="{ADDRESS}">Records, 31 March 2018' in page
    assert "/records/" not in browser_of(board.chair).get("/indicators/CLA1/").content.decode()

    asking = analyst.get(ADDRESS).content.decode()
    assert "Why do you need to see these records?" in asking and "<table" not in asking
    refused = analyst.post(ADDRESS, {"why": "curious"}).content.decode()
    assert "The reason must have 20 letters or more" in refused and "<table" not in refused
    assert looks() == []

    assert analyst.post(ADDRESS, {"why": WHY}).headers["Location"] == ADDRESS
    shown = analyst.get(ADDRESS).content.decode()
    assert "The figure is 12. 12 records lie beneath it, and those that are counted come to 12." in shown
    assert shown.count(">counted<") == 12 and "CHILD-" not in shown
    (accepted,) = Return.objects.all()
    assert shown.count(f'href="/returns/{accepted.number}/">Return {accepted.number}') == 12
    assert all(f"episodes.csv, row {row}<" in shown for row in range(2, 14))
    assert [(each["indicator"], each["period"], each["why"]) for each in looks()] == [("CLA1", "2018-03-31", WHY)]
    assert "Why do you need" in analyst.get("/indicators/CLA1/records/?period=2017-12-31").content.decode()
    assert analyst.get("/indicators/CLA1/records/?period=soon").status_code == 404
    assert analyst.get("/indicators/CLA1/records/?period=1999-03-31").status_code == 404

    asked = Asked(indicators()["CLA1"], parse("2018-03-31"))
    with pytest.raises(Refused, match="Say in at least 20 letters"):
        rows(asked, viewer=board.analyst, why="  because  ")
    with pytest.raises(Refused, match="Only those who may read records"):
        rows(asked, viewer=board.chair, why=WHY)
    with pytest.raises(Refused, match="agency that sent them alone: Child deaths"):
        rows(Asked(indicators()["CD2"], parse("FY2017-18")), viewer=board.analyst, why=WHY)
    with pytest.raises(NotFound):
        rows(Asked(indicators()["CLA1"], parse("2018-03-31"), "sex", "Purple"), viewer=board.analyst, why=WHY)
    assert len(looks()) == 1

    def cannot_be_written(*_: object, **__: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr(records, "record", cannot_be_written)
    with pytest.raises(OSError, match="no room"):
        rows(asked, viewer=board.analyst, why=WHY)


def test_a_data_lead_sees_what_the_own_agency_sent_and_nothing_of_others(tmp_path: Path) -> None:
    board = a_board()
    published(board, tmp_path / "sent", children=12)
    lead, other = browser_of(board.lead), browser_of(board.lead_of_other)
    assert f'href="{ADDRESS}">Records, 31 March 2018' in lead.get("/indicators/CLA1/").content.decode()
    assert "/records/" not in other.get("/indicators/CLA1/").content.decode()
    told = other.get(ADDRESS).content.decode()
    assert "None of the records beneath this figure was sent by Ambleford Police." in told and "<table" not in told
    with pytest.raises(Refused, match="None of the records"):
        rows(Asked(indicators()["CLA1"], parse("2018-03-31")), viewer=board.lead_of_other, why=WHY)

    a_return(episodes(tmp_path / "other", children=4), board.other, period=YEAR, accepted=True)
    compute(by="command line")
    assert "you see those that your agency sent" in lead.get(ADDRESS).content.decode()
    assert looks() == []
    for browser, agency, own in ((lead, board.agency, 12), (other, board.other, 4)):
        browser.post(ADDRESS, {"why": WHY})
        shown = browser.get(ADDRESS).content.decode()
        lie = f"Of what {agency} sent, {own} records lie beneath it, and those that are counted come to {own}."
        assert f"The figure is 16. {lie}" in shown
        assert shown.count(">counted<") == own
    assert len(looks()) == 2


def test_a_data_lead_never_reads_a_figure_that_another_agency_supplied(tmp_path: Path) -> None:
    board = a_board()
    sent(board, tmp_path / "sent", accepted=True)
    headers = "indicator,whose,first_day,last_day,group_of,group,number,out_of,value,said_by"
    earlier = [
        "CLA1,own,31/03/2010,31/03/2010,,,60,,,The police",
        "CLA1,own,31/03/2010,31/03/2010,sex,Female,2,,,The police",
    ]
    a_return(write(tmp_path / "earlier" / "earlier.csv", headers, *earlier), board.other, accepted=True)
    compute(by="command line")
    asked = Asked(indicators()["CLA1"], parse("2010-03-31"))
    cells = rows(asked, viewer=board.analyst, why=WHY).cells
    assert [(each.says["number"], each.source.file, each.source.row) for each in cells] == [
        (60, "earlier.csv", 2),
        (2, "earlier.csv", 3),
    ]
    assert {each.source.of_return for each in cells} == {Return.objects.get(agency=board.other).number}
    assert list(rows(asked, viewer=board.lead, why=WHY).cells) == []
    assert [each["sent_by"] for each in looks()] == ["", "acc"]
    with pytest.raises(Refused, match="This figure is not shown to you"):
        rows(replace(asked, by="sex", group="Female"), viewer=board.lead, why=WHY)


def test_where_a_supplied_figure_stands_is_shown_without_a_reason_and_recorded(tmp_path: Path) -> None:
    board = a_board()
    sent(board, tmp_path / "sent", accepted=True)
    headers = "indicator,whose,first_day,last_day,group_of,group,number,out_of,value,said_by"
    earlier = "CLA1,own,31/03/2010,31/03/2010,,,60,,,The police"
    supplied = a_return(write(tmp_path / "earlier" / "earlier.csv", headers, earlier), board.other, accepted=True)
    compute(by="command line")
    address = "/indicators/CLA1/records/?period=2010-03-31"
    analyst, lead = browser_of(board.analyst), browser_of(board.lead)
    ways = analyst.get("/indicators/CLA1/").content.decode()
    assert f'href="{address}">Where it came from, 31 March 2010' in ways, "it is said before one goes there"
    assert f'href="{ADDRESS}">Records, 31 March 2018' in ways

    page = analyst.get(address).content.decode()
    assert "Where a figure came from" in page and "Why do you need" not in page and "single children" not in page
    assert "The figure is 60. It was supplied and not counted: it stands in 1 row of what agencies sent." in page
    assert f'href="/returns/{supplied.number}/">Return {supplied.number}' in page and "earlier.csv, row 2<" in page
    assert "does not stand in what Ambleford City Council sent." in lead.get(address).content.decode()
    told = [(each["period"], each["sent_by"], each["why"]) for each in looks()]
    why = "to see where a supplied figure stands"
    assert told == [("2010-03-31", "", why), ("2010-03-31", "acc", why)]
    assert browser_of(board.chair).get(address).status_code == 403


def test_where_others_tell_what_own_records_count_as_nothing_is_said_of_them(tmp_path: Path) -> None:
    board = a_board()
    published(board, tmp_path / "sent")
    asked = Asked(indicators()["CLA1"], parse("2018-03-31"), "sex", "not recorded")
    assert rows(asked, viewer=board.lead, why=WHY).beneath
    header = write(
        tmp_path / "people" / "header.csv", "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB", "CHILD-1,1,09/08/2007,WBRI,UN5,,"
    )
    a_return(header, board.other, period=YEAR, accepted=True)
    compute(by="command line")
    with pytest.raises(Refused, match="told by what other agencies sent: People"):
        rows(asked, viewer=board.lead, why=WHY)
    assert rows(asked, viewer=board.analyst, why=WHY).beneath
