"""A report about a year: what it says, what it says it cannot tell, and that every number in it can be traced."""

import json
import re
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from goldenthread.catalogue.reports import Chapter, reports
from goldenthread.engine.comparing.series import Break, Known
from goldenthread.engine.periods import financial_year
from goldenthread.engine.protecting.faces import ON_PAPER, Face
from goldenthread.engine.rendering.blocks import DataTable, Document, Number, Paragraph, Picture, Points, facts
from goldenthread.engine.rendering.tables import side_by_side
from tests.factories.figures import INDICATORS, figures
from tests.factories.swimming import MONTH_ENDS, SWIMMING, counted, report


def prose(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def gaps(document: Document) -> list[str]:
    return [item.text for item in next(block for block in document.blocks if isinstance(block, Points)).items]


def tables(document: Document) -> dict[str, list[list[str]]]:
    """The tables by caption, as text."""
    found = (block for block in document.blocks if isinstance(block, DataTable))
    return {
        each.caption: [[cell if isinstance(cell, str) else cell.shown for cell in row] for row in each.rows]
        for each in found
    }


def test_it_says_whose_it_is_of_which_year_and_from_which_edition() -> None:
    document = report()
    assert (document.title, document.subtitle) == ("Swimming board", "Report 2017/18")
    assert document.made == (
        "Report 12. Edition 7 of the board's figures, published on 1 May 2018. Made on 2 May 2018."
    )
    assert prose(document)[0] == "Swimming board looks at 2017/18, from 1 April 2017 to 31 March 2018."
    assert [chapter.text for chapter in document.chapters()] == [each.heading for each in SWIMMING.chapters]


def test_an_indicator_is_told_in_a_sentence_beside_the_year_before() -> None:
    assert "1,201 children were in the club on 31 March 2018, 563 fewer than a year before." in " ".join(
        prose(report())
    )


def test_its_years_stand_in_a_table_the_latest_last() -> None:
    assert tables(report())["Swimmers (S1), year by year"] == [
        ["31 March 2016", "510", "0"],
        ["31 March 2017", "1,764", "0"],
        ["31 March 2018", "1,201", "0"],
    ]


@pytest.mark.parametrize(
    ("checked", "year_before"), [("", "recording changed"), ("checked by hand by Ann Ray on 3 May 2018", "1,764")]
)
def test_a_year_before_a_break_is_not_set_beside_another_in_a_table(checked: str, year_before: str) -> None:
    every = figures(*counted()).of("S1")
    parted = Known(INDICATORS, lambda _: every, {"S1": [Break(date(2017, 10, 1), "dates may be late", checked)]})
    table = side_by_side("Others", [INDICATORS["S1"]], {"S1": every}, financial_year(2017), parted)
    ((*_, before),) = table.rows
    assert (before if isinstance(before, str) else before.shown) == year_before


def test_a_percentage_stands_beside_its_interval_and_its_parts() -> None:
    assert tables(report())["Swimmers (S3), year by year"] == [
        ["2017/18", "64.0%", "57.9% to 69.7%", "160", "250", "12"],
    ]


def test_the_chart_leaves_a_gap_for_months_that_nothing_covers() -> None:
    (picture, *_) = [block for block in report().blocks if isinstance(block, Picture)]
    assert [figure.period.code for figure in picture.tells][:2] == ["2016-03-31", "2016-04-30"]
    assert picture.tells[-1].period.code == "2018-03-31"
    assert {figure.shown for figure in picture.tells if figure.period.code not in MONTH_ENDS} == {"not available"}
    assert "20 of the periods have no value." in picture.description


def test_flows_are_drawn_by_quarter() -> None:
    pictures = {block.name: block for block in report().blocks if isinstance(block, Picture)}
    assert [figure.period.code for figure in pictures["Swimmers (S3)"].tells] == [
        f"FY2017-18Q{n}" for n in (1, 2, 3, 4)
    ]
    assert "Swimmers (S4)" not in pictures  # one point is no line


def test_groups_that_are_not_declared_have_a_row_only_where_there_is_anyone_in_them() -> None:
    caption = "Swimmers (S1), by hair, on 31 March 2018"
    assert [row[0] for row in tables(report())[caption]] == ["Dark", "Light brown"]
    assert [row[0] for row in tables(report(not_recorded=7))[caption]] == ["Dark", "Light brown", "not recorded"]
    assert tables(report())["Swimmers (S4), by hair, in 2017/18"] == [
        ["not recorded", "7 years", "2 to 11 years", "9", "0"],
    ]


def test_what_is_not_known_is_listed() -> None:
    assert gaps(report(not_recorded=7)) == [
        "Swimmers (S1), by hair: 7 not recorded.",
        (
            "The rate of children in the club on 31 March 2018 cannot be given: "
            "there is no population estimate to divide by."
        ),
        "Swimmers (S3): not recorded for 12, beside those told of.",
        "Swimmers (S3): no return that has been accepted says how it was in 2016/17.",
        "Swimmers (S4): no return that has been accepted says how it was in 2016/17.",
        "Swimmers (S4), by hair: 9 not recorded.",
    ]


def test_a_year_that_nothing_covers_has_no_tables_and_says_so() -> None:
    document = report(starting=2030)
    assert tables(document) == {}
    assert gaps(document)[0] == (
        "How many children in the club there were on 31 March 2031 is not known: no return that has been accepted"
        " covers it."
    )


@pytest.mark.parametrize(
    ("face", "shown", "said"),
    [
        (Face.BOARD, [["Dark", "1,191", "0"], ["Light brown", "3", "0"]], None),
        (
            Face.PARTNERSHIP,
            [["Dark", "1,191", "0"], ["Light brown", "hidden (small number)", "–"]],
            "Swimmers (S1), by hair: one group is not shown, because the numbers in it are very small.",
        ),
        (
            Face.PUBLIC,
            None,
            "Swimmers (S1), by hair: not shown by group, because the groups would tell of very small numbers.",
        ),
    ],
)
def test_each_face_shows_what_it_may_and_says_what_it_does_not(
    face: Face, shown: list[list[str]] | None, said: str | None
) -> None:
    document = report(face, light_brown=3)
    assert tables(document).get("Swimmers (S1), by hair, on 31 March 2018") == shown
    assert said is None or said in gaps(document)
    why_not = "By hair: not shown by group, because the groups would tell of very small numbers."
    assert (why_not in prose(document)) is (shown is None)


def test_what_is_not_for_everyone_says_so() -> None:
    marked = ["", "For partner agencies. Not for publication.", "Confidential: board paper. Report 12."]
    assert [report(face).marking for face in ON_PAPER] == marked


@pytest.mark.parametrize("face", ON_PAPER)
def test_every_number_names_its_indicator_period_and_edition(face: Face) -> None:
    document = report(face, light_brown=3, not_recorded=7)
    told = {fact["id"]: fact for fact in facts(document)}
    assert all(fact["indicator"] and fact["period"] and fact["edition"] == 7 for fact in told.values())
    numbers = [
        cell for block in document.blocks if isinstance(block, DataTable) for row in block.rows for cell in row[1:]
    ]
    assert numbers and all(isinstance(number, Number) and number.figure.name in told for number in numbers)
    assert json.loads(json.dumps(list(told.values()))) == list(told.values())


def test_a_fact_says_all_there_is_to_say() -> None:
    fact = next(fact for fact in facts(report()) if fact["id"] == "S3@FY2017-18")
    assert fact | {"lower": 57.9, "upper": 69.7} == fact
    assert fact["shown"] == "64.0%"
    assert {
        "breakdown",
        "group",
        "numerator",
        "denominator",
        "unknown",
        "value",
        "unit",
        "status",
        "population",
    } <= fact.keys()


def test_the_annual_report_can_be_assembled_for_any_board() -> None:
    assert reports()["annual"].codes()
    for chapter in reports()["annual"].chapters:
        assert not re.search(r"\b(rise|rises|fall|falls|trend|significant\w*)\b", " ".join(chapter.text))


@pytest.mark.parametrize(
    ("stated", "fault"),
    [
        ({"kind": "figures"}, "a chapter of figures or a summary, and no other, names indicators"),
        ({"kind": "text", "indicators": ["CLA1"]}, "a chapter of figures or a summary, and no other, names indicators"),
        ({"kind": "figures", "indicators": ["CLA1", "XX9"]}, "names indicators that there are not: XX9"),
        ({"kind": "text", "text": ["There were 12."]}, "numbers come from figures, not from prose"),
        ({"kind": "text", "text": ["{town} did well."]}, "has slots that nothing fills: town"),
        ({"kind": "records"}, "a chapter of records, and no other, says of which register"),
        ({"kind": "text", "from_register": "impact"}, "a chapter of records, and no other, says of which register"),
        ({"kind": "poetry"}, "Input should be"),
        ({"kind": "text", "colour": "blue"}, "Extra inputs are not permitted"),
    ],
)
def test_a_chapter_that_does_not_hold_together_is_refused(stated: dict[str, Any], fault: str) -> None:
    with pytest.raises(ValidationError, match=fault):
        Chapter(heading="A chapter", **stated)
