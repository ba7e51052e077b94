"""An independent trial: a real city, as the Department published it, read, compared and worded as the product does.

Of the series that its board's report tells of, the plans of two years and more, the re-referrals, the repeat plans and
the conferences and reviews in time are here. Children in care with three placements or more are not: the files of
children looked after that are at hand begin in 2021.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from goldenthread.catalogue.published.nation import answered_nationwide
from goldenthread.engine.comparing.rounding import rounded
from goldenthread.engine.comparing.sentences import Told
from goldenthread.engine.comparing.verdicts import Finding
from goldenthread.engine.counting.nationwide import NATION, Area, Stated
from goldenthread.engine.protecting.faces import Face
from goldenthread.workflow.results.nation import Row, beside_nation, published_nationwide
from goldenthread.workflow.results.nation_in_words import published_in_words
from goldenthread.workflow.results.operations import compute
from goldenthread.workflow.results.reading import Viewer
from goldenthread.workflow.returns.operations import accept, receive
from tests.factories.board import a_board

pytestmark = pytest.mark.django_db

CITY = Area("E08000035", "383", "Leeds")
LAST = date(2014, 3, 31)


@pytest.fixture
def received(home: Path, samples: Path) -> None:
    """A board that has received the Department's files by the ordinary import."""
    made = a_board()
    return_ = receive(samples / "dfe", agency=made.agency, by="command line").return_
    assert return_
    accept(return_, by="command line")
    compute(by="command line")


def found_by(told: Told) -> list[Finding]:
    """What the tests found on which its sentences rest."""
    return [answer.verdict.finding for said in told for answer in said.by]


def test_a_real_city_is_read_compared_and_told_as_it_is(received: None) -> None:
    _is_read_as_published({(each.indicator, each.last.year): each for each in published_nationwide("383")
                           if each.area == CITY and each.last.month == 3})  # fmt: skip
    _is_told_as_the_tests_allow(published_in_words(CITY, LAST))
    latest = published_in_words(CITY, date(2025, 9, 30))
    assert "on 31 March 2024" in str(latest["CP2"]) and "on 30 September 2025" in str(latest["WF1"])
    assert not {"WF2", "WF3"} & latest.keys() and not [told for told in latest.values() if "None" in str(told)]
    rows = beside_nation(CITY, viewer=Viewer(Face.PUBLIC, actor="test"))
    _is_beside_no_neighbours_of_another_time({(row.indicator.code, row.period.code): row for row in rows})


def _is_read_as_published(city: Mapping[tuple[str, int], Stated]) -> None:
    def made_of(code: str) -> tuple[tuple[int | None, int | None], ...]:
        return tuple((city[code, year].number, city[code, year].out_of) for year in (2014, 2013))

    assert made_of("CP3") == ((13, None), (55, None))  # on a plan for two years or more
    assert made_of("CP11") == ((13, 747), (55, 983))
    assert made_of("CP10") == ((76, 1177), (76, 1146))
    assert made_of("FD9") == ((2816, 11939), (3281, 10832))
    assert made_of("CP15") == ((545, 1042), (979, 1513))  # conferences within 15 working days
    assert made_of("CP5") == ((188, 934), (217, 1240))
    assert made_of("CP12") == ((390, 477), (645, 688))
    assert (city["CP2", 2014].published_as, city["CP2", 2013].published_as) == (Decimal("47.2"), Decimal("62.8"))
    assert (city["SW4", 2014].number, city["SW4", 2014].out_of) == (75 + 791 + 601 + 567 + 511 + 550, 3680)
    assert {code for code, _ in city} == {
        each.indicator for each in answered_nationwide() if each.indicator[:2] != "WF"
    }
    assert min(year for code, year in city if code == "CLA26") == 2021


TOLD = {
    "CP11": "It was 5.6% a year before; it is lower by more than chance explains, allowing for families, and lower is",
    "FD9": "It was 30.3% the year before; it is lower by more than chance explains, allowing for families, and",
    "CP15": "It was 64.7% the year before; it is lower by more than chance explains, allowing for families, and higher"
    " would be better.",
    "CP12": "It was 93.8% a year before; it is lower by more than chance explains, allowing for families, and higher"
    " would be better.",
    "CP10": "It was 6.6% the year before, and the difference is no more than chance explains",
    "CP5": "It was 17.5% the year before, and the difference is no more than chance explains",
    # The report says that repeat plans remained the same. Their number is smaller, and so is that of all plans begun.
    "CP8": "29 fewer than the year before: no more than chance explains, allowing for families.",
    "CP1": "236 fewer than a year before; 934 plans began and 1,177 ended in the year (1,240 and 1,146 the year"
    " before), and fewer began than the year before by more than chance explains, while how many ended differs from it"
    " by no more than chance explains, allowing for families.",
    # A caseload is judged by what began and what ended: neither its rate nor how many have been there long is tested.
    "CP2": "It was 62.8 a year before. The difference cannot be judged, because a caseload holds many of the same",
    "CP3": "42 fewer than a year before. The difference cannot be judged, because a caseload holds many of the same",
}
"""What is said of the year to 31 March 2014."""


def _is_told_as_the_tests_allow(told: Mapping[str, Told]) -> None:
    lower, alike = [Finding.LOWER], [Finding.SIMILAR]
    found = {code: found_by(told[code]) for code in TOLD}
    assert found == {
        "CP11": lower, "FD9": lower, "CP15": lower, "CP12": lower, "CP10": alike, "CP5": alike, "CP8": alike,
        "CP1": lower + alike, "CP2": [], "CP3": [],
    }  # fmt: skip
    assert {code: str(told[code]) for code, said in TOLD.items() if said not in str(told[code])} == {}
    assert [code for code in TOLD if "Allowing for chance, the" in str(told[code])] == [], (
        "an interval that does not judge"
    )


def _is_beside_no_neighbours_of_another_time(rows: Mapping[tuple[str, str], Row]) -> None:
    then, now = rows["CP2", "2014-03-31"], rows["CP2", "2024-03-31"]
    assert then.listed is None and then.neighbours is None and then.nation.value == Fraction("42.1")
    # The only list that is at hand is of 2025, so it holds for the year that ends then, and for none before.
    assert now.listed is None
    latest = rows["CP5", "FY2024-25"]
    assert latest.listed.edition == "sn_model_2025_wide" and latest.listed.since == date(2025, 1, 1)
    assert (latest.averaged.with_data, latest.averaged.of) == (10, 10)


ENGLAND = {
    ("FD9", 2025): "22.6", ("FD12", 2025): "21.0", ("FD16", 2025): "6.5", ("FD15", 2024): "28.5",
    ("SW4", 2024): "84.5", ("SW7", 2024): "187.1", ("CP15", 2024): "79.7", ("CP2", 2024): "41.6",
    ("CP20", 2024): "51.8", ("CP21", 2024): "52.4", ("CP5", 2025): "24.5", ("CP11", 2025): "2.3",
    ("CP10", 2024): "3.8", ("CP12", 2024): "89.8", ("CLA2", 2025): "67.1", ("CLA26", 2025): "10.4",
    ("CLA27", 2025): "68.5", ("CL1", 2025): "88.5", ("CL2", 2025): "90.7", ("LAH7", 2025): "89.8",
    ("LAH8", 2025): "80.8", ("LAH9", 2025): "84.0", ("LAH10", 2025): "87.7", ("LAH11", 2025): "78.2",
    ("SW17", 2025): "17.6", ("WF1", 2025): "15.2",
    ("WF2", 2025): "11.8", ("WF3", 2025): "13.0",
}  # fmt: skip
"""What the Department prints of the nation, to one decimal; of children looked after it prints whole percentages."""


def test_of_the_nation_every_line_comes_to_what_the_department_prints(received: None) -> None:
    nation = {(each.indicator, each.last.year): each for each in published_nationwide("383") if each.area == NATION}
    assert {key: str(rounded(nation[key].value, 1)) for key in ENGLAND} == ENGLAND
    shares = {each.indicator for each in answered_nationwide() if each.value or each.of}
    assert {code for code, _ in ENGLAND} == shares
