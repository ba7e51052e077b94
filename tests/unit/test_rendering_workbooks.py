"""Workbooks to fill in and to read: what stands in them is what it seems to be, and nothing in them is worked out."""

import csv
import re
import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO

import pytest
from python_calamine import CalamineWorkbook

from goldenthread import catalogue
from goldenthread.catalogue.check_examples import example_of
from goldenthread.catalogue.counts import COUNTS_HEADERS, counts, example
from goldenthread.engine.checking.intake import Received, take_in
from goldenthread.engine.definitions import Code, CodeList, Column, Dataset, Date, Text
from goldenthread.engine.periods import parse
from goldenthread.engine.rendering.delimited import as_csv
from goldenthread.engine.rendering.filling import TO_FILL, rows_in
from goldenthread.engine.rendering.workbooks import CODES, HELP, listing, template

STROKES = CodeList("strokes", "Strokes", {"1": "Crawl", "2": "Back"}, "Our own.", until={"2": 2019})
SWIMMERS = Dataset(
    name="swimmers",
    title="Swimmers",
    about="One row for each swimmer.",
    columns=(
        Column("name", Text(), "who"),
        Column("swum_on", Date(), "when"),
        Column("stroke", Code(STROKES), "how"),
    ),
    dated_by="swum_on",
)
FORMULAS = ("=1+1", "+44 113", "-", "@SUM(A1)", "\t=1", "\r=1")


def sheets(content: bytes) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


def inside(content: bytes, name: str) -> str:
    with zipfile.ZipFile(BytesIO(content)) as book:
        return book.read(name).decode()


@pytest.mark.parametrize("name", sorted(catalogue.datasets()))
def test_the_example_comes_back_from_both_kinds_of_file(name: str) -> None:
    dataset = catalogue.datasets()[name]
    rows = rows_in(example_of(name), dataset)
    text = list(csv.reader(StringIO(TO_FILL["csv"](dataset, rows).decode())))
    assert text[0] == [column.name for column in dataset.columns]
    told = [{name: value for name, value in zip(text[0], row, strict=True) if value} for row in text[1:]]
    assert told == [
        {name: value for name, value in row.items() if value} for row in csv.DictReader(StringIO(example_of(name)))
    ]
    first, *others = sheets(TO_FILL["xlsx"](dataset, rows)).items()
    assert first[0] == name[:31]
    assert [[as_written(cell) for cell in row] for row in first[1]] == text
    assert {each for each, _ in others} <= {CODES, HELP}


@pytest.mark.parametrize("name", sorted(catalogue.datasets()))
def test_a_workbook_with_the_example_is_taken_in_whole(name: str) -> None:
    datasets = catalogue.datasets()
    rows = rows_in(example_of(name), datasets[name])
    intake = take_in(
        [Received("sent.xlsx", template(datasets[name], rows))],
        formats=catalogue.formats(),
        datasets=datasets,
        pseudonym=lambda scheme, number: f"{scheme} {number}",
        covers=parse("FY2015-16..FY2017-18"),
    )
    assert [(each.dataset, each.read, each.held_back) for each in intake.files] == [(name, len(rows), 0)]


@pytest.mark.parametrize("kind", sorted(TO_FILL))
def test_the_example_of_counts_is_taken_in_whole(kind: str) -> None:
    intake = take_in(
        [Received(f"counts.{kind}", TO_FILL[kind](counts(), example()))],
        formats=catalogue.formats(),
        datasets=catalogue.datasets(),
        pseudonym=lambda scheme, number: f"{scheme} {number}",
        covers=parse("FY2017-18"),
    )
    assert [(each.dataset, each.accepted) for each in intake.files] == [("supplied_figures", len(example()))]
    assert [issue for issue in intake.issues if issue.row] == []


def as_written(cell: object) -> str:
    """A cell as it is written in a file of text."""
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    return f"{cell:g}" if isinstance(cell, float) else str(cell)


def test_sheets_have_names_of_their_own() -> None:
    assert len({name[:31] for name in catalogue.datasets()} | {CODES, HELP, "counts"}) == len(catalogue.datasets()) + 3


def test_days_are_days_and_codes_are_text() -> None:
    first, second = sheets(template(SWIMMERS, [["007", "14/06/2011", "2"], ["Ann", "some day", ""]]))["swimmers"][1:]
    assert first == ["007", date(2011, 6, 14), "2"]
    assert second == ["Ann", "some day", ""]


def test_a_template_keeps_its_headings_in_sight_and_offers_the_codes() -> None:
    made = template(SWIMMERS)
    sheet = inside(made, "xl/worksheets/sheet1.xml")
    assert re.search(r'<pane ySplit="1"[^>]*state="frozen"', sheet)
    ((at, where),) = re.findall(r'<dataValidation type="list"[^>]*sqref="(\w+):\w+"[^>]*><formula1>([^<]*)<', sheet)
    first, last = (int(number) for number in re.findall(r"\d+", where))
    offered = sheets(made)[CODES][first - 1 : last]
    assert at == "C2" and [row[:3] for row in offered] == [["Strokes", "1", "Crawl"], ["Strokes", "2", "Back"]]
    assert offered[1][3] == "Until 2018/19".lower()


def test_it_says_how_to_fill_it_in() -> None:
    dataset = catalogue.datasets()["people"]
    said = [str(cell) for row in sheets(template(dataset))[HELP] for cell in row]
    assert dataset.about in said
    assert all(column.name in said and column.meaning in said for column in dataset.columns)


def test_a_dataset_without_codes_has_no_sheet_of_them() -> None:
    without = replace(SWIMMERS, columns=SWIMMERS.columns[:2])
    assert list(sheets(template(without))) == ["swimmers", HELP]


def test_the_same_template_is_the_same_file() -> None:
    assert template(SWIMMERS) == template(SWIMMERS)


def test_nothing_that_somebody_wrote_is_worked_out() -> None:
    made = listing("Issues", ["What"], [[text] for text in FORMULAS], [20])
    assert "<f>" not in inside(made, "xl/worksheets/sheet1.xml")
    assert [row[0] for row in sheets(made)["Issues"]][1:] == list(FORMULAS)
    assert 'quotePrefix="1"' in inside(made, "xl/styles.xml")
    written = list(csv.reader(StringIO(as_csv(["What"], [[text] for text in FORMULAS]))))
    assert [row[0] for row in written[1:]] == [f"'{text}".replace("\r", "\n") for text in FORMULAS]


def test_the_template_for_counts_has_the_columns_that_its_reader_knows() -> None:
    assert tuple(column.name for column in counts().columns) == COUNTS_HEADERS
    assert all(len(row) == len(COUNTS_HEADERS) for row in example())
    assert sheets(template(counts(), example()))["counts"][1][:5] == ["FY2017-18Q1", "CSE3", "", "", 8.0]
