"""Annex A workbooks end as well as they can, those of others and some of our own."""

from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter

from goldenthread import catalogue
from goldenthread.catalogue.readers import used_by
from goldenthread.engine.checking.intake import Intake, Received, take_in
from goldenthread.engine.checking.issues import Issue
from goldenthread.engine.definitions import QUERY, WARNING

ROWS = {1: 5, 2: 5, 3: 6, 4: 5, 5: 5, 6: 5, 7: 7, 8: 5, 9: 6, 10: 5, 11: 5}
CONTACTS = ("Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Date of Contact", "Contact Source")
ADA = ("1", "b) Female", "a) WBRI", date(2015, 1, 25), date(2020, 9, 16), "q) 6: Police")
BEN = ("2", "a) Male", "White", date(2016, 2, 26), date(2020, 9, 17), "d) Health services")


def taken_in(content: bytes, name: str = "annex.xlsx") -> Intake:
    return take_in(
        [Received(name, content)],
        formats=catalogue.formats(),
        datasets=catalogue.datasets(),
        pseudonym=lambda scheme, number: number,
        used_by=used_by(),
    )


def taken_from(path: Path) -> Intake:
    return taken_in(path.read_bytes(), path.name)


def accepted(intake: Intake) -> dict[str, int]:
    return {each.sheet: each.accepted for each in intake.files if each.dataset}


def of(intake: Intake, code: str) -> list[Issue]:
    return [issue for issue in intake.issues if issue.code == code]


def workbook(sheets: Mapping[str, Sequence[Sequence[object]]], hidden: str = "") -> bytes:
    into = BytesIO()
    book = xlsxwriter.Workbook(into, {"in_memory": True})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                sheet.write(at, column, value, *([day] if isinstance(value, date) else []))
        if name == hidden:
            sheet.hide()
    book.close()
    return into.getvalue()


def test_every_row_of_the_sample_is_kept(samples: Path) -> None:
    intake = taken_from(samples / "annex-a" / "Annex_A.xlsx")
    assert accepted(intake) == {f"List {number}": rows for number, rows in ROWS.items()}
    assert str(intake.covers) == "the last 6 months to 16/03/2021"
    assert intake.parts["people"].num_rows == 48


@pytest.mark.parametrize(
    ("code", "sheet", "row", "column"),
    [
        ("no-date-of-birth", "List 1", 3, "Date of Birth"),
        ("assessment-before-birth", "List 4", 5, "Continuous Assessment Start Date"),
        ("plan-before-birth", "List 7", 2, "Child Protection Plan Start Date"),
        ("plan-long-before-birth", "List 7", 8, "Child Protection Plan Start Date"),
        ("looked-after-before-birth", "List 8", 5, "Date Started to be Looked After"),
        ("not-a-code", "List 6", 2, "Primary Need Code"),
    ],
)
def test_what_is_odd_in_the_sample_is_told_at_its_cell(
    samples: Path, code: str, sheet: str, row: int, column: str
) -> None:
    intake = taken_from(samples / "annex-a" / "Annex_A.xlsx")
    assert (sheet, row, column) in {(issue.sheet, issue.row, issue.column) for issue in of(intake, code)}
    assert {issue.severity for issue in of(intake, code)} <= {WARNING, QUERY}


def test_cells_in_which_excel_shows_an_error_are_blank_and_told(samples: Path) -> None:
    found = of(taken_from(samples / "annex-a" / "Annex_A.xlsx"), "error-cell")
    assert {(issue.sheet, issue.row, issue.column, issue.text) for issue in found} == {
        ("List 6", row, column, "#N/A") for row in range(2, 7) for column in ("Allocated Team", "Allocated Worker")
    }


def test_children_whose_dates_of_birth_differ_between_lists_are_told(samples: Path) -> None:
    found = of(taken_from(samples / "annex-a" / "Annex_A.xlsx"), "permanence-birth-dates-differ")
    assert {issue.text for issue in found} and len(found) == 5


def test_a_missing_list_costs_its_own_rows_and_is_told_once(samples: Path) -> None:
    intake = taken_from(samples / "annex-a-bad" / "nolist8.xlsx")
    assert sum(accepted(intake).values()) == 54
    (missing,) = of(intake, "table-missing")
    assert "List 8" in missing.message


def test_a_title_above_the_headers_moves_nothing(samples: Path) -> None:
    intake = taken_from(samples / "annex-a-bad" / "title.xlsx")
    assert sum(accepted(intake).values()) == 59
    assert intake.parts["referrals"].column("source_row").to_pylist() == [3, 4, 5, 6, 7, 8]


def test_a_bad_date_holds_its_row_back_and_the_bad_code_beside_it_is_told(samples: Path) -> None:
    intake = taken_from(samples / "annex-a-bad" / "badval.xlsx")
    assert sum(accepted(intake).values()) == 58
    assert [(each.sheet, each.row, each.text) for each in of(intake, "not-a-date")] == [("List 3", 2, "not a date")]
    assert ("List 3", 2, "MASH desk") in {(each.sheet, each.row, each.text) for each in of(intake, "not-a-code")}


def test_formulas_that_were_never_worked_out_are_said_to_be_that(samples: Path) -> None:
    intake = taken_from(samples / "annex-a-bad" / "badval.xlsx")
    assert {issue.sheet for issue in of(intake, "formula-without-value")} == {"List 10", "List 11"}
    assert not of(intake, "blank")


def test_junk_is_no_workbook(samples: Path) -> None:
    intake = taken_from(samples / "annex-a-bad" / "junk.xlsx")
    assert not intake.usable
    assert "not an Excel workbook" in intake.issues[0].message


def test_any_subset_of_columns_under_any_sheet_name_will_do() -> None:
    intake = taken_in(workbook({"Kontakte 2020": [CONTACTS, ADA, BEN]}))
    assert accepted(intake) == {"Kontakte 2020": 2}
    assert intake.parts["contacts"].column("source").to_pylist() == ["6", "health"]
    assert intake.parts["people"].column("ethnicity").to_pylist() == ["WBRI", "WHITE"]


def test_columns_that_inspectors_ask_for_besides_are_named() -> None:
    intake = taken_in(workbook({"List 1": [(*CONTACTS, "Criminal exploitation"), (*ADA, "Yes")]}))
    assert [issue.text for issue in of(intake, "unknown-column")] == ["Criminal exploitation"]


def test_a_hidden_sheet_is_named_and_not_read() -> None:
    intake = taken_in(workbook({"List 1": [CONTACTS, ADA], "List 2": [CONTACTS, BEN]}, hidden="List 2"))
    assert accepted(intake) == {"List 1": 1}
    assert [issue.sheet for issue in of(intake, "sheet-hidden")] == ["List 2"]


def test_a_list_may_come_as_text() -> None:
    text = ",".join(CONTACTS) + "\n1,b) Female,a) WBRI,25/01/2015,16/09/2020,q) 6: Police\n"
    assert taken_in(text.encode(), "contacts.csv").parts["contacts"].num_rows == 1


def test_where_ages_do_not_say_when_it_was_made_the_latest_date_does() -> None:
    assert str(taken_in(workbook({"List 1": [CONTACTS, ADA, BEN]})).covers) == "the last 6 months to 17/09/2020"
